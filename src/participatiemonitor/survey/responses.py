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
OPEN_COLUMNS = ("respondent", "question", "text", "themes", "themes_second")


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
            answers[question.id] = derive(answers, question)
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
        first and, independently, the second coder gave them.
    codebook : Codebook
    responses : pandas.DataFrame
        As `read_responses` gives it.

    Returns
    -------
    pandas.DataFrame
        ``respondent``, ``question``, ``text``, ``themes`` and ``themes_second`` (tuples of ids),
        in file order. Results rest on the first coding.

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
        yield from wrong_cells(cells, {"text": filled("een antwoord")})
        for column in ("themes", "themes_second"):
            if not set(cells[column].split()) <= set(codebook[name].option_ids):
                yield column, cells[column], "thema's uit: " + ", ".join(codebook[name].option_ids)

    refuse(row_faults(path.name, rows, check))
    table = pd.DataFrame([row.cells for row in rows], columns=list(OPEN_COLUMNS))
    for column in ("themes", "themes_second"):
        table[column] = [tuple(themes.split()) for themes in table[column]]
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
    for name, options in question.when.items():
        if name in responses:
            asked &= responses[name].isin(options)
        else:
            asked &= responses[[f"{name}__{option}" for option in options]].eq(1).any(axis=1)
    return asked


def derive(responses: pd.DataFrame, question: Question) -> pd.Series:
    """Compute the answers to a derived question; missing when all its sources are."""
    rule = question.derived
    sources = responses[list(rule.sources)]
    if rule.highest:
        values = pd.Series(None, index=responses.index, dtype=object)
        for option in reversed(question.option_ids):
            values[sources.eq(option).any(axis=1)] = option
        return values
    hit = sources.isin(rule.any).any(axis=1)
    values = pd.Series(np.where(hit, "ja", "nee"), index=responses.index, dtype=object)
    return values.mask(sources.isna().all(axis=1), None)


def _typed(rows: list[Row], codebook: Codebook, bad: set[tuple[object, object]]) -> pd.DataFrame:
    """The answers as values; a cell that is bad reads as missing."""
    data: dict[str, object] = {key: [row.cells[key] for row in rows] for key in KEYS}
    for question in codebook.questions:
        for column in question.columns:
            cells = ["" if (row.number, column) in bad else row.cells[column] for row in rows]
            if question.kind == "single":
                data[column] = pd.Series([cell or None for cell in cells], dtype=object)
            else:
                data[column] = pd.Series([decimal(cell) if cell else np.nan for cell in cells],
                                         dtype=float)
    return pd.DataFrame(data).set_index("respondent")
