"""The questions that a group gets, numbered, and where each leads: for a form on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.exchange.questionnaire import Text, parts
from participatiemonitor.survey.exchange.routing_words import chosen

# The number of what comes after the last question.
END = 0


@dataclass(frozen=True)
class Numbered:
    """A question as it stands on a form.

    Attributes
    ----------
    number : int
    question : Question
    only : str
        What must have been ticked before, in Dutch; empty where everybody answers.
    otherwise : int
        The number of the question that others go on with; `END` after the last.
    jumps : mapping of str to int
        Of each option that leads past the next question: to which.
    """

    number: int
    question: Question
    only: str = ""
    otherwise: int = END
    jumps: Mapping[str, int] = field(default_factory=dict)


def numbered(codebook: Codebook, group: str) -> tuple[tuple[Text, tuple[Numbered, ...]], ...]:
    """The parts of a form, each with its questions.

    Parameters
    ----------
    codebook : Codebook
    group : str

    Returns
    -------
    tuple of (Text, tuple of Numbered)
        Without derived questions, and without parts that have no others.
    """
    asked = [(part.title, [one for one in part.questions if not one.derived])
             for part in parts(codebook, group)]
    order = [question for _, questions in asked for question in questions]
    numbers = {question.id: place for place, question in enumerate(order, start=1)}

    def entry(question: Question) -> Numbered:
        after = order[numbers[question.id]:]
        only = chosen(question, codebook, lambda name: str(numbers[name])).nl
        return Numbered(numbers[question.id], question, only, _past(question.when, after, numbers),
                        _jumps(question, after, numbers))

    return tuple((title, tuple(map(entry, questions))) for title, questions in asked if questions)


def _past(when: Mapping[str, Sequence[str]], after: Sequence[Question],
          numbers: Mapping[str, int]) -> int:
    """The first question that is not asked under a condition."""
    return next((numbers[one.id] for one in after if one.when != when), END)


def _jumps(question: Question, after: Sequence[Question], numbers: Mapping[str, int]
           ) -> dict[str, int]:
    """Options that do not lead to the next question, where this one alone decides on that."""
    if not after or set(after[0].when) != {question.id}:
        return {}
    past = _past(after[0].when, after, numbers)
    deciding = question.option_ids if question.kind == "single" else filter(
        None, [question.exclusive])
    return {option: past for option in deciding if option not in after[0].when[question.id]}
