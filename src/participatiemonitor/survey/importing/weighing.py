"""Warnings of a new round: what is left out of it, if the analyst accepts that by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.importing.acceptable import (
    NO_ANSWERS,
    NO_COLUMN,
    NOT_ASKED,
    UNUSABLE,
    WARNINGS,
)
from participatiemonitor.survey.importing.applying import Respondent
from participatiemonitor.survey.importing.blemishes import blemishes, without
from participatiemonitor.survey.importing.findings import Finding


@dataclass(frozen=True)
class Weighed:
    """What is left of a round, what stands in its way, and what was accepted.

    Attributes
    ----------
    respondents : list of Respondent
        Without what has to be left out.
    findings : list of Finding
        The warnings that nobody accepted: with any of them no round is made.
    accepted : mapping of str to int
        By the name of the warning.
    """

    respondents: list[Respondent]
    findings: list[Finding]
    accepted: Mapping[str, int]


def weigh(respondents: Sequence[Respondent], codebook: Codebook, accepted: Container[str]
          ) -> Weighed:
    """What is left of the respondents, and the warnings.

    Parameters
    ----------
    respondents : sequence of Respondent
    codebook : Codebook
    accepted : container of str
        Names of warnings.

    Returns
    -------
    Weighed
    """
    found = blemishes(respondents, codebook)
    cleaned = without(respondents, found)
    empty = [one for one in cleaned if not one.answers]
    warnings = [(NO_COLUMN, fault) for fault in _no_column(respondents, codebook)]
    warnings += [(NO_ANSWERS, Fault(one.file, one.row, None, one.organisation,
                                    "ten minste één antwoord")) for one in empty]
    warnings += [(name, one.fault) for name in (NOT_ASKED, UNUSABLE)
                 for one in found if one.warning == name]
    return Weighed(
        [one for one in cleaned if one.answers],
        [warning(name, fault) for name, fault in warnings if name not in accepted],
        Counter(name for name, _ in warnings if name in accepted))


def warning(name: str, fault: Fault) -> Finding:
    """A warning, with the name by which it is accepted."""
    what, accepted = WARNINGS[name]
    return Finding(f"{what} (met --accept {name}: {accepted})", fault)


def _no_column(respondents: Sequence[Respondent], codebook: Codebook) -> Iterator[Fault]:
    """Questions, or options of one, that no file has."""
    there = {name for one in respondents for name in one.names}
    for question in codebook.questions:
        if question.derived:
            continue
        names = question.columns or (question.id,)
        missing = [name for name in names if name not in there]
        if missing:
            yield Fault("codebook.yml", question.id, None, "", "een kolom met als doel "
                        + ", ".join(missing if len(names) > len(missing) else [question.id]))
