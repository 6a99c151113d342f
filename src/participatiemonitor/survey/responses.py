"""The answers: one row a respondent, checked against codebook and frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd

from participatiemonitor.files.cells import (
    CellFault,
    Cells,
    KindOfFault,
    filled,
    known,
    wrong_cells,
)
from participatiemonitor.files.faults import Checked
from participatiemonitor.files.numbers import decimal
from participatiemonitor.files.tables import Row, beyond_form, check_rows, row_faults
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.partial_codebook import without
from participatiemonitor.survey.response_checks import cell_faults, key_faults, routing_faults
from participatiemonitor.survey.routing import derive, was_asked
from participatiemonitor.survey.waveinfo import Group

KEYS = ("respondent", "organisation", "group")
OPEN_COLUMNS = ("respondent", "question", "text", "themes", "themes_second", "quotable")


def read_responses(
    path: Path, codebook: Codebook, frame: pd.DataFrame, groups: dict[str, Group]
) -> pd.DataFrame:
    """Read the closed answers, which have no fault.

    Parameters
    ----------
    path : pathlib.Path
    codebook : Codebook
    frame : pandas.DataFrame
    groups : dict of str to Group
        As in `check_responses`.

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
    return check_responses(path, codebook, frame, groups).sound()


def check_responses(
    path: Path, codebook: Codebook, frame: pd.DataFrame, groups: Mapping[str, object]
) -> Checked[pd.DataFrame]:
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
    groups : mapping
        The respondent groups of the wave, by id.

    Returns
    -------
    Checked of pandas.DataFrame
        As `read_responses` gives it, a row of the file each; what is not there, or faulty, as
        missing. A question of which a column is not there is not judged.

    Raises
    ------
    InvalidWave
        When there are no rows to be had.
    """
    table = check_rows(path, (*KEYS, *codebook.columns))
    rows = table.value.rows
    codebook = without(codebook, {question.id for question in codebook.questions
                                  if table.value.absent.intersection(question.columns)})
    placed = [row for row in rows if row.cells["group"] in groups]
    faults = beyond_form(table, [
        *key_faults(path.name, rows, frame, groups),
        *(fault for question in codebook.questions
          for fault in row_faults(path.name, placed, cell_faults, question))])
    bad = {(fault.row, fault.column) for fault in faults}
    answers = _typed(rows, codebook, bad)
    strata = frame["stratum"][~frame.index.duplicated()]
    answers["stratum"] = strata.reindex(answers["organisation"]).array
    for question in codebook.questions:
        if question.derived:
            answers[question.id] = derive(answers, question, codebook)
    asked = {question.id: was_asked(answers, question).to_numpy()
             for question in codebook.questions if question.when and question.columns}
    faults += routing_faults(path.name, rows, asked, codebook, bad)
    return Checked(answers, tuple(sorted(
        faults, key=lambda fault: (fault.row or 0, fault.column or ""))))


def read_open_answers(path: Path, codebook: Codebook, responses: pd.DataFrame) -> pd.DataFrame:
    """Read the open answers and the themes they were coded with, which have no fault.

    Parameters
    ----------
    path : pathlib.Path
    codebook : Codebook
    responses : pandas.DataFrame
        As in `check_open_answers`.

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
    return check_open_answers(path, codebook, responses).sound()


def check_open_answers(path: Path, codebook: Codebook, responses: pd.DataFrame
                       ) -> Checked[pd.DataFrame]:
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
    Checked of pandas.DataFrame
        As `read_open_answers` gives it.

    Raises
    ------
    InvalidWave
        When there are no rows to be had.
    """
    checked = check_rows(path, OPEN_COLUMNS, multiline=("text",))
    rows = checked.value.rows
    seen: set[tuple[str, str]] = set()
    asked = {question.id: dict(zip(responses.index, was_asked(responses, question), strict=True))
             for question in codebook.questions if question.kind == "open"}

    def check(cells: Cells) -> Iterator[CellFault | KindOfFault]:
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
            yield ("question", name, "een vraag die aan deze respondent is gesteld",
                   "doorverwijzing")
        yield from wrong_cells(cells, {"quotable": known(("ja", "nee"), "ja of nee")})
        if cells["quotable"] == "ja":
            yield from wrong_cells(cells, {"text": filled("een antwoord dat geciteerd mag worden")})
        for column in ("themes", "themes_second"):
            if not set(cells[column].split()) <= set(codebook[name].option_ids):
                yield column, cells[column], "thema's uit: " + ", ".join(codebook[name].option_ids)

    faults = beyond_form(checked, row_faults(path.name, rows, check))
    table = pd.DataFrame([row.cells for row in rows], columns=list(OPEN_COLUMNS))
    for column in ("themes", "themes_second"):
        table[column] = [tuple(themes.split()) for themes in table[column]]
    table["quotable"] = table["quotable"].eq("ja")
    return Checked(table, tuple(faults))


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
