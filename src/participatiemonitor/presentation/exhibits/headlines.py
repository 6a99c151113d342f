"""The finding of a figure in one line, computed from what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.ranking import in_place
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.survey.codebook import Question


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
    # Of one question all answers but the exclusive one, of several the first answer of each.
    tops = {group: in_place([
        estimates[Ref(question.id, option, group)] for question in questions
        for option in question.option_ids[:1 if len(questions) > 1 else None]
        if option != question.exclusive])
        for group in questions[0].asked}
    names = estimates.wave.info.groups
    said = {names[group].nl: (_label(questions, top), dutch.percents([top.limits]))
            for group, top in tops.items() if top}
    if not said:
        return None
    lead = (questions[0].options[0].nl if len(questions) > 1
            else "geantwoord" if questions[0].kind == "single" else "genoemd")
    labels = {label for label, _ in said.values()}
    if len(labels) == 1:
        shares = (f"{share} van de {who}" for who, (_, share) in said.items())
        return f"Het vaakst {lead}: {labels.pop()}, {dutch.enumeration(shares)}"
    each = (f"bij {who} {label} ({share})" for who, (label, share) in said.items())
    return f"Het vaakst {lead}: {dutch.enumeration(each)}"


def _label(questions: Sequence[Question], top: Estimate) -> str:
    question, = (question for question in questions if question.id == top.ref.question)
    if len(questions) > 1:
        return question.short
    label = question.option(top.ref.option).nl
    return f"“{label}”" if question.kind == "single" else label
