"""The questionnaire as LimeSurvey imports it: its structure as text separated by tabs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from participatiemonitor import plain_text
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.limesurvey_codes import TICKED, Codes, codes
from participatiemonitor.survey.exchange.questionnaire import GROUP, ORGANISATION, Text
from participatiemonitor.survey.exchange.routing import (
    Condition,
    Has,
    Leaf,
    Of,
    asked,
    derived,
    infix,
    write,
)
from participatiemonitor.survey.wave import Wave

FILE = "limesurvey.txt"
LANGUAGES = ("nl", "en")
COLUMNS = ("class", "type/scale", "name", "relevance", "text", "help", "language", "validation",
           "mandatory", "other", "default", "same_default", "hidden", "exclude_all_others",
           "min_num_value_n", "max_num_value_n", "equals_num_value")
# Types of question.
SHORT, LONG, LIST, MULTIPLE, NUMBER, NUMBERS, EQUATION = "S", "T", "L", "M", "N", "K", "*"
_BOM = "\ufeff"
_FORMULA = re.compile("^[=+@＝＋－＠-]")

Row = dict[str, str]


def limesurvey(wave: Wave) -> bytes:
    """Write the questionnaire of a round, for all its groups.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    bytes
        A ``.txt`` file for *Create survey > Import*.
    """
    rows = list(_survey(wave))
    for place, language in enumerate(LANGUAGES):
        rows += ({**row, "language": language} for row in _contents(wave, place))
    return (_BOM + _table(rows)).encode()


def shown(text: str) -> str:
    """Text in which LimeSurvey reads no HTML and no expression, and a spreadsheet no formula."""
    # Braces with a blank behind them are no expression. An entity would not do: what cleans the
    # HTML of a survey makes a brace of it.
    safe = plain_text.html(text).replace("{", "{ ")
    return _FORMULA.sub(lambda sign: f"&#{ord(sign[0])};", safe)


def _survey(wave: Wave) -> Iterator[Row]:
    for name, value in (("language", LANGUAGES[0]), ("additional_languages", LANGUAGES[1]),
                        ("format", "G"), ("allowprev", "Y"), ("questionindex", "0")):
        yield {"class": "S", "name": name, "text": value}
    for place, language in enumerate(LANGUAGES):
        for name, text in (("surveyls_title", asking.title(wave.info)),
                           ("surveyls_welcometext", asking.origin(wave.info))):
            if text[place]:
                yield {"class": "SL", "name": name, "text": shown(text[place]),
                       "language": language}


def _contents(wave: Wave, place: int) -> Iterator[Row]:
    """Groups, questions and answers, in the language at a place."""
    given = codes(wave)
    yield _group("1", asking.BEFORE, place)
    yield {**_asked(given.questions[ORGANISATION], SHORT, asking.ASK_ORGANISATION, place),
           "help": shown(asking.WHERE_ORGANISATION[place]), "mandatory": "Y"}
    yield {**_asked(given.questions[GROUP], LIST, asking.ASK_GROUP, place), "mandatory": "Y"}
    for group, entry in wave.info.groups.items():
        yield {"class": "A", "type/scale": "0", "name": given.answers[GROUP, group],
               "text": shown((entry.singular, entry.en)[place])}
    for number, part in enumerate(asking.parts(wave.codebook), start=2):
        yield _group(str(number), part.title, place)
        for question in part.questions:
            yield from _question(question, wave, given, place)


def _group(number: str, title: Text, place: int) -> Row:
    return {"class": "G", "type/scale": number, "name": shown(title[place]), "relevance": "1"}


def _asked(code: str, kind: str, text: Text, place: int) -> Row:
    return {"class": "Q", "type/scale": kind, "name": code, "relevance": "1",
            "text": shown(text[place]), "mandatory": "N", "other": "N"}


def _question(question: Question, wave: Wave, given: Codes, place: int) -> Iterator[Row]:
    code = given.questions[question.id]
    if question.derived:
        yield {"class": "Q", "type/scale": EQUATION, "name": code, "relevance": "1", "hidden": "1",
               "text": _equation(question, wave, given), "mandatory": "N", "other": "N"}
        return
    row = {**_asked(code, _type(question), Text(question.nl, question.en), place),
           "help": shown(asking.hint(question)[place]),
           "relevance": _expression(asked(question, wave.info.groups), wave, given)}
    if question.exclusive:
        row["exclude_all_others"] = given.parts[question.id, question.exclusive]
    if question.kind in ("percentage", "number"):
        row["min_num_value_n"] = "0"
        row["max_num_value_n"] = "100" if question.kind == "percentage" else ""
        row["equals_num_value"] = "" if question.total is None else f"{question.total:g}"
    yield row
    if question.kind == "open":
        return
    for option in question.options:
        single = question.kind == "single"
        yield {"class": "A" if single else "SQ", "type/scale": "0",
               "name": (given.answers if single else given.parts)[question.id, option.id],
               "text": shown((option.nl, option.en)[place]), "relevance": "" if single else "1"}


def _type(question: Question) -> str:
    return {"open": LONG, "single": LIST, "multiple": MULTIPLE}.get(
        question.kind, NUMBERS if question.options else NUMBER)


def _equation(question: Question, wave: Wave, given: Codes) -> str:
    value = "''"
    for option, condition in reversed(derived(question, wave.codebook)):
        answer = given.answers[question.id, option]
        value = f"if({_expression(condition, wave, given)}, '{answer}', {value})"
    return f"{{{value}}}"


def _expression(condition: Condition, wave: Wave, given: Codes) -> str:
    """A condition in the language of LimeSurvey's expressions, without double quotes."""
    def has(one: Has) -> str:
        code = given.questions[one.question]
        if (one.question, one.option) in given.parts:
            return f"{code}_{given.parts[one.question, one.option]}.NAOK == '{TICKED}'"
        return f"{code}.NAOK == '{given.answers[one.question, one.option]}'"

    def leaf(one: Leaf) -> str:
        if isinstance(one, Has):
            return has(one)
        if isinstance(one, Of):
            return f"{given.questions[GROUP]}.NAOK == '{given.answers[GROUP, one.group]}'"
        question = wave.codebook[one.question]
        if question.kind == "multiple":
            ticked = " or ".join(has(Has(question.id, option)) for option in question.option_ids)
            return f"({ticked})"
        return f"!is_empty({given.questions[question.id]}.NAOK)"

    return write(condition, leaf, infix("!({})", "1", "0"))


def _table(rows: Sequence[Row]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
