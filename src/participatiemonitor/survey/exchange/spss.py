"""The answers as an SPSS file, with labels and with what a missing answer means. Unprotected."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pandas as pd
import pyreadstat

from participatiemonitor.survey.answered import Answered
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.questionnaire import ORGANISATION
from participatiemonitor.survey.exchange.variables import (
    NOT_ASKED,
    NOT_GIVEN,
    RESPONDENT,
    Variable,
    variables,
)

FILE = "antwoorden.sav"
# Bytes of the title of a file, of the label of a variable, and of a value.
_TITLE, _LABEL, _VALUE = 60, 250, 120
# Where the head of a file has the moment of its making.
_DATE, _TIME = slice(92, 101), slice(101, 109)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spss(answered: Answered) -> bytes:
    """Write the answers of a round.

    Parameters
    ----------
    answered : Answered

    Returns
    -------
    bytes
        A ``.sav`` file. Derived questions are left out: they follow from the others.
    """
    kept = [one for one in variables(answered) if not one.derived]
    table = pd.DataFrame({one.name: _cells(answered, one) for one in kept})
    numbers = [one for one in kept if not one.text]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        pyreadstat.write_sav(
            table, str(path), file_label=_cut(asking.title(answered.info).nl, _TITLE),
            column_labels={one.name: _cut(one.label.nl, _LABEL) for one in kept},
            variable_value_labels={
                one.name: {float(code): _cut(label.nl, _VALUE)
                           for code, label in {**one.labels, **one.missing}.items()}
                for one in numbers},
            missing_ranges={one.name: [{"lo": NOT_GIVEN, "hi": NOT_ASKED}]
                            for one in numbers if one.missing},
            variable_measure={one.name: "nominal" if one.codes else "scale" for one in numbers},
            variable_format={one.name: "F8.0" if one.codes else "F8.2" for one in numbers})
        made = bytearray(path.read_bytes())
    # Not now: the same answers make the same file.
    day = answered.info.reference_date
    made[_DATE] = f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}".encode()
    made[_TIME] = b"00:00:00"
    return bytes(made)


def _cells(answered: Answered, variable: Variable) -> list[object]:
    """What stands in a variable, one cell a respondent."""
    responses, question = answered.responses, variable.question
    if variable.column == RESPONDENT:
        return list(responses.index)
    if variable.column == ORGANISATION:
        return list(responses[ORGANISATION])
    if question is None:
        return [float(variable.codes[cell]) for cell in responses[variable.column]]
    if question.kind == "open":
        return _open_cells(answered, variable, question)
    missing = [float(NOT_GIVEN if put else NOT_ASKED) for put in answered.asked(question.id)]
    single = question.kind == "single"
    return [blank if pd.isna(cell) else float(variable.codes[cell]) if single else float(cell)
            for cell, blank in zip(responses[variable.column], missing, strict=True)]


def _open_cells(answered: Answered, variable: Variable, question: Question) -> list[object]:
    given = answered.open_answers
    given = given[given["question"] == question.id].set_index("respondent")
    known = given[variable.column]
    if variable.column == "quotable":
        known = known.map({True: "ja", False: "nee"})
    elif variable.column != "text":
        known = known.map(" ".join)
    return list(known.reindex(answered.responses.index, fill_value=""))


def _cut(text: str, most: int) -> str:
    """Text of at most so many bytes."""
    if len(text.encode()) <= most:
        return text
    return text.encode()[:most - 3].decode("utf-8", "ignore") + "…"
