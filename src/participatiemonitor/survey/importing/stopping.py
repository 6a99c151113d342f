"""What an analyst gets when a round cannot be made: the open rows in a file, and a message."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from participatiemonitor.project import Project
from participatiemonitor.survey.importing.crosswalk import Row
from participatiemonitor.survey.importing.crosswalk_writing import write_crosswalk
from participatiemonitor.survey.importing.findings import Finding, grouped
from participatiemonitor.survey.importing.order import Order
from participatiemonitor.survey.importing.settling import Key
from participatiemonitor.survey.importing.targets import Target


def write_proposal(order: Order, project: Project, crosswalk: Sequence[Row],
                   given: Mapping[Key, Row], targets: Mapping[str, Target]) -> Path | None:
    """Write the crosswalk beside the first file, if it says more than the given one."""
    def known(row: Row) -> bool:
        there = given.get(row.key)
        return there is not None and (row.value is None or there.target in ("", row.target))

    if given and all(row.decided or known(row) for row in crosswalk):
        return None
    # What was received stays out of the data, and so does what is said of it.
    first = order.sources[0].resolve()
    inside = first.is_relative_to(project.waves.parent.resolve())
    folder = first.parent if not inside and os.access(first.parent, os.W_OK) else project.root
    workbook, _ = write_crosswalk(folder / f"{first.stem}-crosswalk", crosswalk, targets)
    return workbook


def message(order: Order, findings: Sequence[Finding], fill_in: Path | None = None, *,
            new: bool = False) -> str:
    """What stands in the way, and what to do: fill in a crosswalk, mend a file or accept it."""
    advice = "Herstel dit in de bestanden, of aanvaard wat een naam heeft met --accept"
    if fill_in:
        advice = (f"Vul de gekleurde rijen van {fill_in.name} in, herstel wat er verder staat in "
                  "de bestanden")
        advice = f"Geschreven: {fill_in} (en .csv). {advice}" if new else advice
    option = f", met --crosswalk {shlex.quote(str(fill_in))}" if fill_in else ""
    return "\n".join([f"De peiling {order.year} is niet gemaakt; in data is niets veranderd.",
                      *grouped(findings), "", f"{advice}, en geef de opdracht opnieuw{option}."])
