"""The finding of a figure in one line, computed from what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation import Estimate, Ref, Results
from participatiemonitor.estimation.disclosure.ranking import in_place
from participatiemonitor.survey import Question


def headline(questions: Sequence[Question], estimates: Results) -> str | None:
    """Say what is given most, by each group that was asked.

    Parameters
    ----------
    questions : sequence of Question
        One question, of which the most given answer is named; or several with the same answers,
        of which the one with the highest share of the first answer is.
    estimates : Results

    Returns
    -------
    str or None
        *Het vaakst genoemd: werk, 98% van de sociale diensten en 93% van de afdelingen welzijn*.
        None where no group has an answer that may be named.
    """
    groups = questions[0].asked
    tops = {group: in_place(estimates, _candidates(questions, group)) for group in groups}
    named = {group: one for group, one in tops.items() if one}
    if not named:
        return None
    labels = {group: _label(questions, one) for group, one in named.items()}
    who = {group: estimates.wave.info.groups[group].nl for group in named}
    shares = {group: dutch.percent(one.value) for group, one in named.items()}
    lead = _lead(questions)
    if len(set(labels.values())) == 1:
        parts = dutch.enumeration(f"{shares[group]} van de {who[group]}" for group in named)
        return f"{lead}: {next(iter(labels.values()))}, {parts}"
    each = (f"bij {who[group]} {labels[group]} ({shares[group]})" for group in named)
    return f"{lead}: {dutch.enumeration(each)}"


def _lead(questions: Sequence[Question]) -> str:
    if len(questions) > 1:
        return f"Het vaakst {questions[0].options[0].nl}"
    return "Het vaakst geantwoord" if questions[0].kind == "single" else "Het vaakst genoemd"


def _candidates(questions: Sequence[Question], group: str) -> list[Ref]:
    if len(questions) > 1:
        return [Ref(one.id, one.option_ids[0], group) for one in questions]
    question, = questions
    return [Ref(question.id, option, group) for option in question.option_ids
            if option != question.exclusive]


def _label(questions: Sequence[Question], one: Estimate) -> str:
    question = next(entry for entry in questions if entry.id == one.ref.question)
    if len(questions) > 1:
        return question.short
    label = question.option(one.ref.option).nl
    return f"“{label}”" if question.kind == "single" else label
