"""Who was asked and did not answer: nobody at all, or too many."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.checking.finding import warning
from participatiemonitor.survey.checking.reading import OPEN, RESPONSES, Round
from participatiemonitor.survey.response_checks import route_columns
from participatiemonitor.survey.routing import was_asked

# The part that may leave a question out, of a number that says something.
LEFT_OUT, ENOUGH = 0.3, 10


def unanswered(found: Round) -> Iterator[Fault]:
    """Questions that nobody of a group was led to, that nobody answered, or that many left out."""
    groups = found.responses["group"]
    for question in found.codebook.questions:
        if question.derived or not found.right(
                RESPONSES, "group", *question.columns, *route_columns(found.codebook, question)):
            continue
        if question.kind == "open":
            if not found.right(OPEN, "question", "respondent"):
                continue
            given = found.open_answers.loc[
                found.open_answers["question"] == question.id, "respondent"]
            answered = found.responses.index.isin(given)
        else:
            answered = found.responses[list(question.columns)].notna().all(axis=1)
        put = was_asked(found.responses, question)
        column = question.columns[0] if question.columns else None
        for group in question.asked:
            if not groups.eq(group).any():
                continue
            asked = int((put & groups.eq(group)).sum())
            both = int((put & groups.eq(group) & answered).sum())
            value = f"{group}: {both} van {asked}"
            place = (OPEN, None, "question") if question.kind == "open" else (
                RESPONSES, None, column)
            if not asked:
                yield warning("niemand-gevraagd", *place, f"{group}: niemand",
                              f"respondenten aan wie {question.id} is gesteld; klopt when in het "
                              "codeboek?")
            elif not both:
                yield warning("vraag-zonder-antwoord", *place, value,
                              f"antwoorden op {question.id}, of een vraag die niet aan deze groep "
                              "is gesteld (asked in het codeboek)")
            elif question.kind != "open" and asked >= ENOUGH and both < (1 - LEFT_OUT) * asked:
                yield warning("itemnonrespons", *place, value,
                              f"ten minste {1 - LEFT_OUT:.0%} die {question.id} beantwoordt")
