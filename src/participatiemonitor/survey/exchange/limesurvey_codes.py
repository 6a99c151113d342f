"""The codes that LimeSurvey takes for questions and answers, and the way back to the codebook.

A code of a question or of a part of it has at most 20 letters and digits and begins with a letter;
that of an answer has at most five. See "Question codes" and "Answer codes" in its manual.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.exchange.naming import short_names
from participatiemonitor.survey.exchange.questionnaire import GROUP, ORGANISATION
from participatiemonitor.survey.wave import Wave

LONGEST = 20
# Words of its expressions and columns of its own in an export.
RESERVED = frozenset((
    "and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "if", "true", "false", "null", "self",
    "that", "this", "lang", "language", "sid", "saved", "savedid", "token", "tokens", "other",
    "comment", "time", "id", "seed", "submitdate", "lastpage", "startlanguage", "startdate",
    "datestamp", "ipaddr", "refurl", "interviewtime", "filecount", "assessments", "sgqa"))
# What an export has for an option: ticked, and not, as it was set up.
TICKED, UNTICKED = "Y", ("", "N")


@dataclass(frozen=True)
class Codes:
    """Codes of the questions of a round, and of what is in them.

    Attributes
    ----------
    questions : dict of str to str
        By id, those of the organisation and the group among them.
    parts : dict of (str, str) to str
        Of each option that has a column of its own, by question and option.
    answers : dict of (str, str) to str
        Of each option that is the answer, by question and option; of each group.
    """

    questions: dict[str, str]
    parts: dict[tuple[str, str], str]
    answers: dict[tuple[str, str], str]


@dataclass(frozen=True)
class Column:
    """One answer in an export, and what it is in ``responses.csv``.

    Attributes
    ----------
    name : str
        Heading of the column in an export with codes of questions.
    value : str
        The code of the answer; empty for text and numbers.
    target, target_value : str
    """

    name: str
    value: str
    target: str
    target_value: str


def codes(wave: Wave) -> Codes:
    """Give everything in a questionnaire its code.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    Codes
    """
    known = wave.codebook.questions
    wanted = {ORGANISATION: "organisatie", GROUP: "groep"}
    wanted |= {question.id: _plain(question.id) for question in known}
    parts: dict[tuple[str, str], str] = {}
    answers = {(GROUP, group): entry.code for group, entry in wave.info.groups.items()}
    for question in known:
        if question.kind == "single":
            answers |= _answers(question.id, question.option_ids)
        elif question.kind != "open":
            short = short_names({one: _plain(one) for one in question.option_ids}, LONGEST,
                                RESERVED)
            parts |= {(question.id, option): code for option, code in short.items()}
    return Codes(short_names(wanted, LONGEST, RESERVED), parts, answers)


def columns(wave: Wave) -> Iterator[Column]:
    """The way back: each column and answer of an export, in the order of the questionnaire.

    Parameters
    ----------
    wave : Wave

    Yields
    ------
    Column
        Derived questions among them, without a target: they follow from the others.
    """
    given = codes(wave)
    yield Column(given.questions[ORGANISATION], "", ORGANISATION, "")
    for group in wave.info.groups:
        yield Column(given.questions[GROUP], given.answers[GROUP, group], GROUP, group)
    for question in wave.codebook.questions:
        yield from _columns(question, given)


def _columns(question: Question, given: Codes) -> Iterator[Column]:
    code = given.questions[question.id]
    if question.kind == "single":
        for option in question.option_ids:
            yield Column(code, given.answers[question.id, option],
                         "" if question.derived else question.id,
                         "" if question.derived else option)
    elif question.kind == "open" or not question.options:
        yield Column(code, "", question.id, "")
    else:
        multiple = question.kind == "multiple"
        for option, column in zip(question.option_ids, question.columns, strict=True):
            yield Column(f"{code}[{given.parts[question.id, option]}]", TICKED * multiple, column,
                         "1" * multiple)


def _plain(name: str) -> str:
    return name.replace("_", "")


def _answers(question: str, options: Sequence[str]) -> dict[tuple[str, str], str]:
    return {(question, option): f"A{place}" for place, option in enumerate(options, start=1)}
