"""What a reconstruction assumes of how people answer: alike, consistently and in round numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from participatiemonitor.files.entries import Entry, Name, read_entries
from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.survey.codebook import Codebook

Loading = Annotated[float, Field(ge=0, le=10)]
Effect = Annotated[float, Field(ge=-100, le=100)]
Step = Annotated[float, Field(gt=0, le=50)]


class Activity(Entry):
    """How much of what makes a respondent active is shared; noise of variance 1 times each."""

    size: Loading
    municipality: Loading
    respondent: Loading


class Rounding(Entry):
    """In which steps people state a percentage; what ``rest_of`` leaves is room for the others."""

    usual: Step
    finest: Step
    rest_of: Name | None = None


class Pull(Entry):
    """That one answer makes another more or less likely."""

    answer: str
    given: str
    effect: Effect


class Assumptions(Entry):
    """The content of ``assumptions.yml``.

    Attributes
    ----------
    activity : Activity
        Of the latent taste for linking the two acts.
    facts : dict of str to float
        Questions about a fact of the municipality, with the kappa of its two departments.
    exact : float
        Share of the respondents that state percentages in the finest steps.
    rounding : dict of str to Rounding
        By question.
    consistency : tuple of Pull
    """

    activity: Activity
    facts: dict[Name, Annotated[float, Field(ge=0, le=1)]]
    exact: Annotated[float, Field(gt=0, le=1)]
    rounding: dict[Name, Rounding]
    consistency: tuple[Pull, ...]


def read_assumptions(path: Path, codebook: Codebook) -> Assumptions:
    """Read the assumptions and hold their names against the codebook.

    Parameters
    ----------
    path : pathlib.Path
    codebook : Codebook

    Returns
    -------
    Assumptions

    Raises
    ------
    InvalidWave
        With every fault.
    """
    content = read_entries(path, Assumptions)
    refuse(Fault(path.name, place, field, value, expected)
           for place, field, value, expected in _faults(content, codebook))
    return content


def _faults(content: Assumptions, codebook: Codebook) -> Iterator[tuple[str, str, str, str]]:
    by_kind: Mapping[str, list[str]] = {
        kinds: [question.id for question in codebook.questions
                if question.kind in kinds.split() and not question.derived]
        for kinds in ("single multiple", "percentage number")}
    closed, amounts = by_kind["single multiple"], by_kind["percentage number"]
    choices = [*closed, *(question.id for question in codebook.questions
                          if question.derived and question.derived.highest)]
    yield from (("facts", name, name, "een van " + ", ".join(choices))
                for name in content.facts if name not in choices)
    yield from (("rounding", name, name, "een van " + ", ".join(amounts))
                for name in content.rounding if name not in amounts)
    yield from (("rounding", name, "", "deze vraag") for name in amounts
                if name not in content.rounding)
    for name, rounding in content.rounding.items():
        if name in amounts and rounding.rest_of not in (None, *codebook[name].option_ids):
            yield (f"rounding > {name}", "rest_of", str(rounding.rest_of),
                   "een van " + ", ".join(codebook[name].option_ids))
    order = [question.id for question in codebook.questions]
    for pull in content.consistency:
        question, option = pull.answer.partition(".")[::2]
        given, choice = pull.given.partition(".")[::2]
        if question not in order or option not in codebook[question].option_ids:
            yield "consistency", "answer", pull.answer, "vraag.optie uit het codeboek"
        elif given not in closed or choice not in codebook[given].option_ids:
            yield "consistency", "given", pull.given, "vraag.optie van een gesloten vraag"
        elif order.index(given) >= order.index(question):
            yield "consistency", "given", pull.given, f"een vraag die vóór {question} komt"
