"""The open answers as a coder gets them: numbered texts, of which nothing says who wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from participatiemonitor.errors import InputError
from participatiemonitor.survey.answered import Answered
from participatiemonitor.survey.codebook import Question

# What a cell can hold; what the name of a sheet may not hold, and how long it may be.
_CELL = 32_000
_SIGNS = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31


@dataclass(frozen=True)
class Assignment:
    """The answers to one question.

    Attributes
    ----------
    question : Question
    sheet : str
        The name of its sheet.
    texts : tuple of str
        In order of the alphabet, so that their order tells nothing; the first has number 1.
    respondents : tuple of str
        Who wrote each; stays here.
    """

    question: Question
    sheet: str
    texts: tuple[str, ...]
    respondents: tuple[str, ...]


def assignments(answered: Answered) -> tuple[Assignment, ...]:
    """What there is to code of a round.

    Parameters
    ----------
    answered : Answered

    Returns
    -------
    tuple of Assignment
        The open questions with answers of which the text is there, in codebook order.

    Raises
    ------
    InputError
        When there are none.
    """
    found: list[Assignment] = []
    for question in answered.codebook.questions:
        given = answered.open_answers
        given = given[given["question"].eq(question.id) & given["text"].ne("")]
        if question.kind == "open" and len(given):
            texts = given["text"].str.slice(0, _CELL)
            pairs = sorted(zip(texts, given["respondent"], strict=True),
                           key=lambda pair: (pair[0].casefold(), *pair))
            name = _SIGNS.sub(" ", f"{len(found) + 1} {question.short}")[:_LONGEST].strip()
            found.append(Assignment(question, name, *map(tuple, zip(*pairs, strict=True))))
    if not found:
        raise InputError(f"Peiling {answered.year} heeft geen open antwoorden met tekst; er valt "
                         "niets in thema's in te delen.")
    return tuple(found)
