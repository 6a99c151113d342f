"""What was found in a round, for a terminal and as a table: by kind, counted, with an example."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from participatiemonitor.files.faults import FEW, SHOWN, Fault, Group, grouped
from participatiemonitor.plain_text import csv_cell, terminal
from participatiemonitor.survey.checking.finding import WARNINGS
from participatiemonitor.survey.checking.inspection import Inspection

COLUMNS = ("ernst", "soort", "wat", "aantal", "bestand", "kolommen", "rij", "kolom", "waarde",
           "verwacht")
# Signs of a cell, and columns, that a table shows.
LONGEST, NAMED = 300, 10
_FAULT = "een fout: zo is de peiling niet te gebruiken"


def summary(year: int, inspection: Inspection) -> str:
    """How many of each: *2 fouten en 1 waarschuwing*."""
    faults, warnings = len(inspection.errors), len(inspection.warnings)
    return (f"Peiling {year}: {_count(faults, 'fout', 'fouten')} en "
            f"{_count(warnings, 'waarschuwing', 'waarschuwingen')}.")


def terminal_text(year: int, inspection: Inspection) -> str:
    """What was found, on the lines of a terminal.

    Parameters
    ----------
    year : int
    inspection : Inspection

    Returns
    -------
    str
        Faults, those of a kind grouped; then of each kind of warning its name, its number and at
        most three of its places.
    """
    lines = [summary(year, inspection)]
    if inspection.errors:
        groups = grouped(inspection.errors)
        lines += ["", "Fouten. Herstel deze eerst:",
                  *(f"  {group}" for group in groups[:SHOWN])]
        if left := sum(len(group.faults) for group in groups[SHOWN:]):
            lines.append(f"  … en nog {left}")
    if inspection.warnings:
        lines += ["", "Waarschuwingen. Kijk na of het klopt:"]
        for kind, group in _by_kind(inspection.warnings):
            lines.append(f"  {kind} ({len(group)} keer): {WARNINGS[kind]}")
            lines += [f"    {fault}" for fault in group[:FEW]]
            if len(group) > FEW:
                lines.append(f"    … en nog {len(group) - FEW}")
    return terminal("\n".join(lines))


def table(inspection: Inspection) -> list[tuple[str | int, ...]]:
    """What was found, a row a group.

    Parameters
    ----------
    inspection : Inspection

    Returns
    -------
    list of tuple
        The cells of `COLUMNS`, plain text and counts.
    """
    return [_row(group) for group in groups(inspection)]


def groups(inspection: Inspection) -> list[Group]:
    """What was found by group: faults of one kind, and warnings of one kind in one file."""
    by_file: dict[tuple[str, str], list[Fault]] = {}
    for one in inspection.warnings:
        by_file.setdefault((one.kind, one.file), []).append(one)
    return [*grouped(inspection.errors), *(Group(tuple(alike)) for alike in by_file.values())]


def csv_table(inspection: Inspection) -> str:
    """The table as csv, in which nothing starts a formula."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(
        [COLUMNS, *([csv_cell(cell) for cell in row] for row in table(inspection))])
    return text.getvalue()


def _row(group: Group) -> tuple[str | int, ...]:
    first, columns = group.example, group.columns
    named = ", ".join(columns[:NAMED]) + ", …" * (len(columns) > NAMED)
    row = "" if first.row is None else first.row
    return (first.severity, first.kind, WARNINGS.get(first.kind, _FAULT), len(group.faults),
            *map(_shown, (first.file, named)), row if isinstance(row, int) else _shown(row),
            *map(_shown, (first.column or "", first.value, first.expected)))


def _shown(cell: object) -> str:
    """Text on one line, of bearable length, in which nothing steers."""
    text = terminal(str(cell)).replace("\n", "\\n")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _by_kind(warnings: Iterable[Fault]) -> Iterator[tuple[str, list[Fault]]]:
    kinds: dict[str, list[Fault]] = {}
    for one in warnings:
        kinds.setdefault(one.kind, []).append(one)
    yield from kinds.items()


def _count(number: int, one: str, more: str) -> str:
    return f"1 {one}" if number == 1 else f"{number or 'geen'} {more}"
