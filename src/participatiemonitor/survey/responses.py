"""The answers: one row a respondent, checked against codebook and frame."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from participatiemonitor.files.cells import CellFault, Cells, filled, known, wrong_cells
from participatiemonitor.files.faults import refuse
from participatiemonitor.files.numbers import decimal
from participatiemonitor.files.tables import Row, read_rows, row_faults
from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.response_checks import cell_faults, key_faults, routing_faults
from participatiemonitor.survey.waveinfo import Group

KEYS = ("respondent", "organisation", "group")
OPEN_COLUMNS = ("respondent", "question", "text", "themes", "themes_second", "quotable")


def read_responses(
    path: Path, codebook: Codebook, frame: pd.DataFrame, groups: dict[str, Group]
) -> pd.DataFrame:
    """Read and check the closed answers.

    Parameters
    ----------
    path : pathlib.Path
        A ``responses.csv``: the columns `KEYS` and those of the codebook. A single choice holds
        an option's id; an item of a multiple choice 1 or 0; percentages and numbers a number with
        a decimal point. An empty cell is a missing answer, or a question that was not asked.
    codebook : Codebook
    frame : pandas.DataFrame
        As `participatiemonitor.survey.frame.read_frame` gives it.
    groups : dict of str to Group

    Returns
    -------
    pandas.DataFrame
        Indexed by respondent: ``organisation``, ``group``, ``stratum`` and the answer columns;
        derived questions are added as columns of their own. Missing is ``None`` or NaN.

    Raises
    ------
    InvalidWave
        With every fault, each with its row, column, value and what was expected.
    """
    rows = read_rows(path, (*KEYS, *codebook.columns))
    faults = list(key_faults(path.name, rows, frame, groups))
    placed = [row for row in rows if row.cells["group"] in groups]
    for question in codebook.questions:
        faults += row_faults(path.name, placed, cell_faults, question)
    bad = {(fault.row, fault.column) for fault in faults}
    answers = _typed(rows, codebook, bad)
    answers["stratum"] = frame["stratum"].reindex(answers["organisation"]).array
    for question in codebook.questions:
        if question.derived:
            answers[question.id] = derive(answers, question, codebook)
    asked = {question.id: was_asked(answers, question).to_numpy()
             for question in codebook.questions if question.when and question.columns}
    faults += routing_faults(path.name, rows, asked, codebook, bad)
    refuse(sorted(faults, key=lambda fault: (fault.row or 0, fault.column or "")))
    return answers


def read_open_answers(path: Path, codebook: Codebook, responses: pd.DataFrame) -> pd.DataFrame:
    """Read and check the open answers and the themes they were coded with.

    Parameters
    ----------
    path : pathlib.Path
        A csv file with the columns `OPEN_COLUMNS`; themes are ids separated by blanks, as the
        first and, independently, the second coder gave them. ``ja`` under ``quotable`` is said of
        a text that names nobody and by which nobody can be recognised; the text of another answer
        may be left out.
    codebook : Codebook
    responses : pandas.DataFrame
        As `read_responses` gives it.

    Returns
    -------
    pandas.DataFrame
        ``respondent``, ``question``, ``text``, ``themes`` and ``themes_second`` (tuples of ids)
        and ``quotable`` (bool), in file order. Results rest on the first coding.

    Raises
    ------
    InvalidWave
        With every fault.
    """
    rows = read_rows(path, OPEN_COLUMNS, multiline=("text",))
    seen: set[tuple[str, str]] = set()
    asked = {question.id: was_asked(responses, question)
             for question in codebook.questions if question.kind == "open"}

    def check(cells: Cells) -> Iterator[CellFault]:
        respondent, name = cells["respondent"], cells["question"]
        yield from wrong_cells(cells, {
            "respondent": known(responses.index, "een respondent uit responses.csv"),
            "question": known(asked, "een open vraag: " + ", ".join(asked))})
        if name not in asked:
            return
        if (respondent, name) in seen:
            yield "question", name, "elke vraag één keer per respondent"
        seen.add((respondent, name))
        if not asked[name].get(respondent, True):
            yield "question", name, "een vraag die aan deze respondent is gesteld"
        yield from wrong_cells(cells, {"quotable": known(("ja", "nee"), "ja of nee")})
        if cells["quotable"] == "ja":
            yield from wrong_cells(cells, {"text": filled("een antwoord dat geciteerd mag worden")})
        for column in ("themes", "themes_second"):
            if not set(cells[column].split()) <= set(codebook[name].option_ids):
                yield column, cells[column], "thema's uit: " + ", ".join(codebook[name].option_ids)

    refuse(row_faults(path.name, rows, check))
    table = pd.DataFrame([row.cells for row in rows], columns=list(OPEN_COLUMNS))
    for column in ("themes", "themes_second"):
        table[column] = [tuple(themes.split()) for themes in table[column]]
    table["quotable"] = table["quotable"].eq("ja")
    return table


def was_asked(responses: pd.DataFrame, question: Question) -> pd.Series:
    """Tell who was asked a question, by group and by routing.

    Parameters
    ----------
    responses : pandas.DataFrame
    question : Question

    Returns
    -------
    pandas.Series of bool
        Indexed like `responses`. A respondent whose answer to the routing question is missing
        was not asked.
    """
    asked = responses["group"].isin(question.asked)
    return asked & np.logical_and.reduce(
        [chosen for chosen, _ in _routes(responses, question)], axis=0)


def _routes(responses: pd.DataFrame, question: Question) -> Iterator[tuple[pd.Series, pd.Series]]:
    """By routing question, who gave an answer that leads to a question, and who gave none."""
    for name, options in question.when.items():
        answers = responses[[name] if name in responses else [
            column for column in responses if column.partition("__")[0] == name]]
        chosen = answers.isin(options) if name in responses else answers[
            [f"{name}__{option}" for option in options]].eq(1)
        yield chosen.any(axis=1), answers.isna().any(axis=1)


def derive(responses: pd.DataFrame, question: Question, codebook: Codebook) -> pd.Series:
    """Compute the answers to a derived question; missing where a missing source could change it.

    Parameters
    ----------
    responses : pandas.DataFrame
        With the answers to its sources.
    question : Question
    codebook : Codebook

    Returns
    -------
    pandas.Series of object
        Indexed like `responses`. The highest option and *ja* are known when one source has them;
        all else only when nothing is missing. A source that was not put to a respondent is not
        missing: it cannot change the answer. Who was asked no source has no answer.
    """
    rule = question.derived
    sources = responses[list(rule.sources)]
    put = pd.DataFrame({name: _may_be_asked(responses, codebook[name]) for name in rule.sources})
    values = pd.Series(None, index=responses.index, dtype=object)
    complete = put.any(axis=1) & (sources.notna() | ~put).all(axis=1)
    if rule.highest:
        for option in reversed(question.option_ids):
            known = complete | (option == question.option_ids[0])
            values[sources.eq(option).any(axis=1) & known] = option
    else:
        values[complete] = "nee"
        values[sources.isin(rule.any).any(axis=1)] = "ja"
    return values


def _may_be_asked(responses: pd.DataFrame, question: Question) -> pd.Series:
    """As `was_asked`, with those of whom it is unknown because a routing answer is missing."""
    return responses["group"].isin(question.asked) & np.logical_and.reduce(
        [chosen | missing for chosen, missing in _routes(responses, question)], axis=0)


def _typed(rows: list[Row], codebook: Codebook, bad: set[tuple[object, object]]) -> pd.DataFrame:
    """The answers as values; a cell that is bad reads as missing."""
    data: dict[str, object] = {key: [row.cells[key] for row in rows] for key in KEYS}
    for question in codebook.questions:
        single = question.kind == "single"
        for column in question.columns:
            cells = ("" if (row.number, column) in bad else row.cells[column] for row in rows)
            data[column] = pd.Series([(cell or None) if single else decimal(cell)
                                      for cell in cells], dtype=object if single else float)
    return pd.DataFrame(data).set_index("respondent")
