"""The questionnaire as XLSForm, the workbook that ODK, KoboToolbox and others make a form of."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence

import xlsxwriter

from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.naming import short_names
from participatiemonitor.survey.exchange.questionnaire import GROUP, ORGANISATION, Text
from participatiemonitor.survey.exchange.routing import (
    ALWAYS,
    Condition,
    Given,
    Has,
    Leaf,
    Of,
    asked,
    derived,
    infix,
    write,
)
from participatiemonitor.survey.wave import Wave

FILE = "xlsform.xlsx"
_LANGUAGES = ("Nederlands (nl)", "English (en)")
_SURVEY = ("type", "name", *(f"label::{one}" for one in _LANGUAGES),
           *(f"hint::{one}" for one in _LANGUAGES), "required", "relevant", "constraint",
           *(f"constraint_message::{one}" for one in _LANGUAGES), "calculation", "appearance")
_CHOICES = ("list_name", "name", *(f"label::{one}" for one in _LANGUAGES))
_ORIGIN, _LONGEST = "//", 200
_ALONE = Text("Dit antwoord gaat niet samen met een ander.", "This answer excludes the others.")
_NUMBER = Text("Een getal van 0 of meer.", "A number of 0 or more.")
# What Markdown of forms and references to answers begin with, and a tag of HTML.
_MARKS = re.compile(r"([\\*_#])")
_STARTS = re.compile(r"([$][{]|\](?=\()|<(?=[A-Za-z/!?]))")

Row = dict[str, str]


def xlsform(wave: Wave) -> bytes:
    """Write the questionnaire of a round, for all its groups.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    bytes
        An ``.xlsx`` file with the sheets survey, choices and settings. Questions and options have
        the names of the codebook.
    """
    codebook = wave.codebook
    names = _names(codebook)
    settings = {"form_title": asking.title(wave.info).nl, "form_id": f"monitor_{wave.year}",
                "version": str(wave.year), "default_language": _LANGUAGES[0]}
    return _workbook(wave, {
        "survey": (_SURVEY, [*_opening(wave, names),
                             *_rows(codebook, list(wave.info.groups), names)]),
        "choices": (_CHOICES, list(_choices(wave))),
        "settings": (tuple(settings), [settings])})


def shown(text: str) -> str:
    """Text in which a form reads no Markdown, HTML or answer of another question."""
    return _STARTS.sub(lambda start: {"${": "$ {", "]": "] "}.get(start[0], "< "),
                       _MARKS.sub(r"\\\1", text))


def _names(codebook: Codebook) -> dict[str, str]:
    """Names for everything in the form, with signs before what is no question of itself."""
    questions = [one for one in codebook.questions if one.kind in ("percentage", "number")
                 and one.options]
    wanted = {question.id: question.id for question in codebook.questions}
    wanted |= {f"={column}": column for question in questions for column in question.columns}
    wanted |= {f"+{question.id}": f"{question.id}_samen" for question in questions}
    wanted |= {f"/{place}": f"deel_{place}" for place in range(len(asking.parts(codebook)))}
    return short_names({**wanted, _ORIGIN: "herkomst"}, _LONGEST, {ORGANISATION, GROUP, "meta"})


def _opening(wave: Wave, names: Mapping[str, str]) -> Iterator[Row]:
    if (told := asking.origin(wave.info)).nl:
        yield {"type": "note", "name": names[_ORIGIN], **_both("label", told)}
    yield {"type": "text", "name": ORGANISATION, "required": "yes",
           **_both("label", asking.ASK_ORGANISATION), **_both("hint", asking.WHERE_ORGANISATION)}
    yield {"type": f"select_one {GROUP}", "name": GROUP, "required": "yes",
           **_both("label", asking.ASK_GROUP)}


def _rows(codebook: Codebook, groups: Sequence[str], names: Mapping[str, str]) -> Iterator[Row]:
    for place, part in enumerate(asking.parts(codebook)):
        yield {"type": "begin_group", "name": names[f"/{place}"], **_both("label", part.title)}
        for question in part.questions:
            yield from _question(question, codebook, groups, names)
        yield {"type": "end_group"}


def _question(question: Question, codebook: Codebook, groups: Sequence[str],
              names: Mapping[str, str]) -> Iterator[Row]:
    if question.derived:
        yield {"type": "calculate", "name": names[question.id],
               "calculation": _calculation(question, codebook, names)}
        return
    condition = asked(question, groups)
    row = {"name": names[question.id], **_both("label", Text(question.nl, question.en)),
           **_both("hint", asking.hint(question)),
           "relevant": "" if condition == ALWAYS else
           _expression(condition, codebook, names)}
    if question.kind == "open":
        yield {**row, "type": "text", "appearance": "multiline"}
    elif question.kind == "single":
        yield {**row, "type": f"select_one {question.id}"}
    elif question.kind == "multiple":
        alone = question.exclusive and {
            "constraint": f"not(selected(., '{question.exclusive}') and count-selected(.) > 1)",
            **_both("constraint_message", _ALONE)}
        yield {**row, "type": f"select_multiple {question.id}", **(alone or {})}
    elif not question.options:
        yield {**row, "type": "decimal", **_bounds(question)}
    else:
        yield {**row, "type": "begin_group", "name": names[f"+{question.id}"]}
        for place, column in enumerate(question.columns, start=1):
            option = question.options[place - 1]
            last = place == len(question.columns) and question.total is not None
            yield {"type": "decimal", "name": names[f"={column}"],
                   **_both("label", Text(option.nl, option.en)),
                   **(_total(question, names) if last else _bounds(question))}
        yield {"type": "end_group"}


def _bounds(question: Question) -> Row:
    if question.kind == "percentage":
        return {"constraint": ". >= 0 and . <= 100",
                **_both("constraint_message", asking.PERCENTAGE)}
    return {"constraint": ". >= 0", **_both("constraint_message", _NUMBER)}


def _total(question: Question, names: Mapping[str, str]) -> Row:
    """The last number is right when all are together what they should be."""
    bounds = _bounds(question)["constraint"]
    others = "".join(" + coalesce(${{{}}}, 0)".format(names[f"={column}"])
                     for column in question.columns[:-1])
    room = 0.05 * len(question.columns)
    low, high = (f"{(question.total or 0) + side * room:.2f}" for side in (-1, 1))
    return {"constraint": f"{bounds} and .{others} >= {low} and .{others} <= {high}",
            **_both("constraint_message", asking.hint(question))}


def _calculation(question: Question, codebook: Codebook, names: Mapping[str, str]) -> str:
    value = "''"
    for option, condition in reversed(derived(question, codebook)):
        value = f"if({_expression(condition, codebook, names)}, '{option}', {value})"
    return value


def _expression(condition: Condition, codebook: Codebook, names: Mapping[str, str]) -> str:
    """A condition in XPath."""
    def leaf(one: Leaf) -> str:
        if isinstance(one, Of):
            return f"${{{GROUP}}} = '{one.group}'"
        if isinstance(one, Given):
            return f"${{{names[one.question]}}} != ''"
        assert isinstance(one, Has)
        if codebook[one.question].kind == "multiple":
            return f"selected(${{{names[one.question]}}}, '{one.option}')"
        return f"${{{names[one.question]}}} = '{one.option}'"

    return write(condition, leaf, infix("not({})", "true()", "false()"))


def _choices(wave: Wave) -> Iterator[Row]:
    for group, entry in wave.info.groups.items():
        yield {"list_name": GROUP, "name": group, **_both("label", Text(entry.singular, entry.en))}
    for question in wave.codebook.questions:
        if question.kind in ("single", "multiple") and not question.derived:
            for option in question.options:
                yield {"list_name": question.id, "name": option.id,
                       **_both("label", Text(option.nl, option.en))}


def _both(column: str, text: Text) -> Row:
    return {f"{column}::{language}": shown(one)
            for language, one in zip(_LANGUAGES, text, strict=True) if one}


def _workbook(wave: Wave, sheets: dict[str, tuple[Sequence[str], list[Row]]]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        # Not today: the same codebook makes the same file.
        book.set_properties({"created": dt.datetime.combine(wave.info.reference_date, dt.time())})
        head = book.add_format({"bold": True})
        for name, (columns, rows) in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for place, column in enumerate(columns):
                sheet.set_column(place, place, 48 if "label" in column else 20)
                sheet.write_string(0, place, column, head)
                for number, row in enumerate(rows, start=1):
                    if cell := row.get(column):
                        sheet.write_string(number, place, cell)
    return stream.getvalue()
