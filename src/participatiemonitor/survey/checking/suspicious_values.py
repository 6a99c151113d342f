"""Numbers that can be answers, but look like something else: codes, fractions, too much at once."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.checking.finding import warning
from participatiemonitor.survey.checking.reading import RESPONSES, Round
from participatiemonitor.survey.response_checks import NUMBER_CODES, PERCENTAGE_CODES

# Answers a column needs before its largest tells in what they were given.
TELLING = 3
# The part of the respondents that may be above 100 before that is what was asked.
EXCEPTION = 1 / 3


def codes(found: Round) -> Iterator[Fault]:
    """Numbers by which a survey tool says that somebody does not know."""
    numbers = found.rows(RESPONSES)
    for question in found.codebook.questions:
        # Where the answers must add up, they do: no code is among them.
        if question.kind not in ("percentage", "number") or question.total is not None:
            continue
        suspect = PERCENTAGE_CODES if question.kind == "percentage" else NUMBER_CODES
        for column in question.columns:
            answers = found.responses[column]
            for place in answers.isin(suspect).to_numpy().nonzero()[0]:
                value = f"{answers.iloc[place]:g}"
                yield warning("weet-niet-code", RESPONSES, numbers[place], column, value,
                              f"een antwoord; is {value} een code voor ‘weet niet’ of ‘geen "
                              "antwoord’, laat de cel dan leeg")


def fractions(found: Round) -> Iterator[Fault]:
    """Percentages of which a whole column lies between 0 and 1."""
    numbers = found.rows(RESPONSES)
    for question in found.codebook.questions:
        if question.kind != "percentage":
            continue
        for column in question.columns:
            answers = found.responses[column]
            given = answers[answers > 0]
            if len(given) < TELLING or given.max() > 1 or given.min() == 1:
                continue
            for place in (answers > 0).to_numpy().nonzero()[0]:
                yield warning("fractie", RESPONSES, numbers[place], column,
                              f"{answers.iloc[place]:g}",
                              "een percentage van 0 tot 100; 0.5 is een half procent")


def above_hundred(found: Round) -> Iterator[Fault]:
    """Percentages that add up over 100, where those of nearly all others do not."""
    numbers = found.rows(RESPONSES)
    for question in found.codebook.questions:
        if question.kind != "percentage" or question.total is not None or not question.options:
            continue
        answers = found.responses[list(question.columns)]
        totals = answers.sum(axis=1).where(answers.notna().all(axis=1))
        above = totals > 100
        if not above.sum() <= EXCEPTION * totals.notna().sum():
            continue
        for place in above.to_numpy().nonzero()[0]:
            yield warning("boven-honderd", RESPONSES, numbers[place], question.columns[0],
                          f"samen {totals.iloc[place]:g}",
                          f"ten hoogste 100 over {question.id}, zoals bij de anderen")
