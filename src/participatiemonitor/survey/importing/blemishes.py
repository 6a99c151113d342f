"""Answers that cannot be used as they are: not asked, or not going together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.importing.acceptable import NOT_ASKED, UNUSABLE
from participatiemonitor.survey.importing.applying import Respondent
from participatiemonitor.survey.importing.targets import GROUP
from participatiemonitor.survey.response_checks import cell_faults
from participatiemonitor.survey.routing import derive, was_asked


@dataclass(frozen=True)
class Blemish:
    """An answer of one respondent that is left out, if the analyst accepts that."""

    warning: str
    respondent: int
    question: str
    fault: Fault


def blemishes(respondents: Sequence[Respondent], codebook: Codebook) -> list[Blemish]:
    """The answers that a round cannot hold.

    Parameters
    ----------
    respondents : sequence of Respondent
    codebook : Codebook

    Returns
    -------
    list of Blemish
        Routing is judged by what is left of the answers before it.
    """
    found = [blemish for question in codebook.questions if not question.derived
             for place, one in enumerate(respondents)
             for blemish in _of_itself(place, one, question)]
    left = without(respondents, found)
    answers = pd.DataFrame({GROUP: [one.cells[GROUP] for one in left]})
    for question in codebook.questions:
        if question.derived:
            answers[question.id] = derive(answers, question, codebook)
            continue
        put = was_asked(answers, question).tolist()
        for place, one in enumerate(left):
            filled = _filled(one, question)
            if filled and not put[place]:
                found.append(_blemish(NOT_ASKED, place, one, question, filled[0],
                                      f"leeg: alleen gevraagd als {_route(question)}"))
        for column in question.columns:
            answers[column] = _typed([one.cells.get(column, "") if put[place] else ""
                                      for place, one in enumerate(left)], question)
    return found


def without(respondents: Sequence[Respondent], found: Sequence[Blemish]) -> list[Respondent]:
    """The respondents without the answers that are left out."""
    emptied: dict[int, set[str]] = {}
    for blemish in found:
        emptied.setdefault(blemish.respondent, set()).add(blemish.question)
    return [replace(one, cells={
        name: "" if name.partition("__")[0] in emptied.get(place, ()) or
        name in emptied.get(place, ()) else cell for name, cell in one.cells.items()})
        for place, one in enumerate(respondents)]


def _of_itself(place: int, one: Respondent, question: Question) -> Iterator[Blemish]:
    """An answer that no group, or no question, can have."""
    filled = _filled(one, question)
    if not filled:
        return
    if one.cells[GROUP] not in question.asked:
        yield _blemish(NOT_ASKED, place, one, question, filled[0],
                       f"leeg: niet gevraagd aan {one.cells[GROUP]}")
        return
    cells = {GROUP: one.cells[GROUP], **{name: one.cells.get(name, "")
                                         for name in question.columns}}
    for column, value, expected in cell_faults(cells, question):
        yield Blemish(UNUSABLE, place, question.id,
                      Fault(one.file, one.row, one.names.get(column, column), value, expected))
        return


def _blemish(warning: str, place: int, one: Respondent, question: Question, name: str,
             expected: str) -> Blemish:
    return Blemish(warning, place, question.id, Fault(
        one.file, one.row, one.names.get(name, name), one.cells[name], expected))


def _filled(one: Respondent, question: Question) -> list[str]:
    names = question.columns or (question.id,)
    return [name for name in names if one.cells.get(name)]


def _route(question: Question) -> str:
    return " en ".join(f"{name} is {' of '.join(options)}"
                       for name, options in question.when.items())


def _typed(cells: list[str], question: Question) -> pd.Series:
    if question.kind == "single":
        return pd.Series([cell or None for cell in cells], dtype=object)
    return pd.to_numeric(pd.Series(cells, dtype=object).replace("", None)).astype(float)
