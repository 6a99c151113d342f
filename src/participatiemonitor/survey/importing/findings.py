"""What stands in the way of a new round, grouped by kind: an example or more, and how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from participatiemonitor.errors import InputError
from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.importing.crosswalk import Row

# Examples of one kind that a message shows.
SHOWN = 8
# What a message shows of a column of which the file has no more than a name.
UNNAMED = "(zonder vraagtekst)"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or unsure, of a kind that has a name."""

    kind: str
    fault: Fault


class NotImported(InputError):
    """A round was not made, and nothing was written to the data."""


def grouped(findings: Iterable[Finding]) -> list[str]:
    """Lines for a message: each kind with its number, and the first of it."""
    kinds: dict[str, list[Fault]] = {}
    for finding in findings:
        kinds.setdefault(finding.kind, []).append(finding.fault)
    lines = []
    for kind, faults in kinds.items():
        lines += ["", f"{kind}: {len(faults)}", *(f"  {fault}" for fault in faults[:SHOWN])]
        if len(faults) > SHOWN:
            lines.append(f"  … en nog {len(faults) - SHOWN}")
    return lines


def undecided(rows: Sequence[Row]) -> list[Finding]:
    """The rows of a crosswalk that wait for the analyst."""
    return [_waiting(row) for row in rows if not row.decided]


def _waiting(row: Row) -> Finding:
    proposed = f"; voorstel: {row.value_target or row.target}" if row.sure != "open" else ""
    if row.value is None:
        kind = ("Kolommen zonder doel" if row.sure == "open" else
                "Kolommen met een waarschijnlijk doel")
        return Finding(kind, Fault(row.source, None, row.variable or None, row.label or UNNAMED,
                                   f"een besluit ({row.why}{proposed})"))
    kind = ("Waarden zonder betekenis" if row.sure == "open" else
            "Waarden met een waarschijnlijke betekenis")
    shown = row.value_label or row.value
    return Finding(kind, Fault(row.source, None, row.variable, shown,
                               f"een besluit bij {row.target} ({row.why}{proposed})"))
