"""Looking a whole round over: every fault and every warning, and the files as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from participatiemonitor.files.faults import Fault
from participatiemonitor.project import Project
from participatiemonitor.survey.checking import (
    patterns,
    routing,
    suspicious_text,
    suspicious_values,
    totals,
)
from participatiemonitor.survey.checking.finding import WARNINGS, errors
from participatiemonitor.survey.checking.reading import Records, read_round

RULES = (
    totals.register_total, totals.too_large, totals.empty_places, totals.few_respondents,
    totals.dates, suspicious_values.codes, suspicious_values.fractions,
    suspicious_values.above_hundred, suspicious_text.text_of_tables, patterns.straight_lines,
    patterns.same_answers, patterns.same_organisations, patterns.unchosen, routing.unanswered,
)


@dataclass(frozen=True)
class Inspection:
    """What was found in a round.

    Attributes
    ----------
    findings : tuple of Fault
        Faults by file, then warnings by kind, in the order of `WARNINGS`.
    records : dict of str to list
        The cells of each csv file that can be read, as they stand.
    """

    findings: tuple[Fault, ...]
    records: dict[str, Records]

    @property
    def errors(self) -> list[Fault]:
        """Those with which a round is no round."""
        return errors(self.findings)

    @property
    def warnings(self) -> list[Fault]:
        """Those for somebody to judge."""
        return [finding for finding in self.findings if finding.severity == "waarschuwing"]


def inspect_round(year: int, project: Project, more: Iterable[Fault] = ()) -> Inspection:
    """Look a round over.

    Parameters
    ----------
    year : int
    project : Project
    more : iterable of Fault
        What was found elsewhere, in its editorial files.

    Returns
    -------
    Inspection

    Raises
    ------
    InputError
        When there is no such round.
    """
    found = read_round(year, project)
    warnings = [*suspicious_text.text_of_files(project.wave(year)),
                *(one for rule in RULES for one in rule(found))]
    # A cell with a fault is looked at anyway.
    faulty = {(fault.file, fault.row, fault.column) for fault in found.faults
              if fault.row is not None}
    order = list(WARNINGS)
    warnings = sorted((one for one in warnings
                       if (one.file, one.row, one.column) not in faulty),
                      key=lambda one: order.index(one.kind))
    return Inspection((*found.faults, *more, *warnings), dict(found.records))
