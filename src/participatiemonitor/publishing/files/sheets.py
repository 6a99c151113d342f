"""The worksheets of the workbook: figures, tables and all estimates, laid out for gptables."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd
from gptables import GPTable

from participatiemonitor import dutch
from participatiemonitor.estimation import Estimate, Results
from participatiemonitor.estimation.design.weighting import FINE
from participatiemonitor.estimation.estimates import OK, REASONS
from participatiemonitor.estimation.register import RESPONSE
from participatiemonitor.plain_text import spreadsheet
from participatiemonitor.presentation.exhibits.data_tables import (
    FRAME_QUESTIONS,
    DataTable,
    answer_text,
    domain_text,
    question_text,
    source_text,
)
from participatiemonitor.publishing.files.notes import (
    COUNTS,
    HIDDEN_MARK,
    MARKS,
    MEANINGS,
    MISSING_MARK,
    NONE_MARK,
    RECONSTRUCTION,
    RESPONDED,
    ROUNDED,
    SHARES,
    WEIGHTED,
    Notes,
)
from participatiemonitor.survey import Wave

ALL_ESTIMATES = "Alle schattingen"
INSTRUCTIONS = "Dit werkblad bevat één tabel. Het werkblad Noten legt de noten en tekens uit."
WHOLE, PERCENT, TENTHS = "#,##0", "0%", "#,##0.0"
MEASURES = {"share": "aandeel", "mean": "gemiddelde", "count": "aantal"}

Cell = str | int | float


@dataclass(frozen=True)
class Column:
    """A column of numbers.

    Attributes
    ----------
    name : str
    format : str
        How a spreadsheet shows its numbers.
    cell : callable
        The number of an estimate, or the mark that stands for it.
    note : str
        The note that explains it.
    """

    name: str
    format: str
    cell: Callable[[Estimate], Cell]
    note: str


def table_sheet(data: DataTable, wave: Wave, notes: Notes) -> GPTable:
    """One figure or table: a row an answer, the columns of the groups side by side.

    Parameters
    ----------
    data : DataTable
    wave : Wave
    notes : Notes

    Returns
    -------
    gptables.GPTable
    """
    keys, columns = _layout(data, wave)
    groups = list(dict.fromkeys(one.ref.group for one in data.estimates))
    rows: dict[tuple[str, ...], list[Cell]] = {}
    for one in data.estimates:  # of each row the groups stand in the same order
        key = tuple(dutch.capital(words(one)) for words in keys.values())
        rows.setdefault(key, []).extend(column.cell(one) for column in columns)
    names = [spreadsheet(f"{dutch.capital(wave.info.groups[group].nl)}: {column.name}")
             for group in groups for column in columns]
    table = pd.DataFrame([[*key, *cells] for key, cells in rows.items()], columns=[*keys, *names])
    formats = dict(zip(names, [column.format for column in columns] * len(groups), strict=True))
    return _sheet(table, data.name, f"{data.label}: {data.title}", data.about, formats,
                  len(keys), _explained(columns, notes), wave, notes)


def estimates_sheet(estimates: Results, notes: Notes) -> GPTable:
    """Every estimate that is in ``results.csv``, by its name, with its question in words.

    Parameters
    ----------
    estimates : Results
    notes : Notes

    Returns
    -------
    gptables.GPTable
    """
    wave = estimates.wave
    columns = [
        Column("n", WHOLE, _base, COUNTS), Column("aantal", TENTHS, _count, COUNTS),
        Column("waarde", PERCENT, _value, SHARES), *_WEIGHTED,
        Column("standaardfout", "0.0%", _error, WEIGHTED),
    ]
    rows = [
        [str(ref), question_text(ref, wave), answer_text(ref, wave) or NONE_MARK,
         wave.info.groups[ref.group].nl, domain_text(ref, wave), MEASURES[estimates[ref].measure],
         *(column.cell(estimates[ref]) for column in columns),
         REASONS.get(estimates[ref].status, "getoond"), wave.info.status]
        for ref in estimates.refs
    ]
    names = ["naam", "vraag", "antwoord", "groep", "grootteklasse", "maat",
             *(column.name for column in columns), "status", "gegevens"]
    sheet = _sheet(
        pd.DataFrame(rows, columns=names), "alle-schattingen",
        f"{ALL_ESTIMATES} van de peiling {wave.year}",
        ["Elke rij is één schatting. Haar naam is vraag.antwoord@groep/grootteklasse, met de "
         "namen uit results.csv."],
        {column.name: column.format for column in columns}, 1, _explained(columns, notes),
        wave, notes)
    value = names.index("waarde")
    for row, ref in enumerate(estimates.refs, start=1):
        if not _is_fraction(estimates[ref], wave):
            sheet.additional_formatting.append(
                {"cell": {"cells": (row, value), "format": {"num_format": TENTHS}}})
    return sheet


def _layout(data: DataTable, wave: Wave
            ) -> tuple[dict[str, Callable[[Estimate], str]], list[Column]]:
    """The label columns of a table, and the columns of each group."""
    questions = {one.ref.question for one in data.estimates}
    if questions == {RESPONSE}:
        return {"Grootteklasse": lambda one: domain_text(one.ref, wave)}, _RESPONSE
    answer = {"Antwoord": lambda one: answer_text(one.ref, wave)}
    first = data.estimates[0]
    if first.measure == "mean":
        shown = PERCENT if _is_fraction(first, wave) else TENTHS
        mean = Column("gemiddelde", shown, _value, SHARES)
        return answer, [mean, Column("n", WHOLE, _base, COUNTS), *_WEIGHTED]
    question = {"Vraag": lambda one: wave.codebook[one.ref.question].short}
    return (question if len(questions) > 1 else {}) | answer, _SHARE


def _sheet(table: pd.DataFrame, name: str, title: str, about: Iterable[str],
           formats: dict[str, str], labels: int, explained: str, wave: Wave, notes: Notes
           ) -> GPTable:
    table = table.map(lambda cell: spreadsheet(cell) if isinstance(cell, str) else cell)
    marks = [f"{mark} = {meaning}" for mark, meaning in MEANINGS.items()
             if (table == mark).any(axis=None)]
    legend = [*about, explained, *([f"Tekens: {'; '.join(marks)}."] if marks else [])]
    source = source_text(wave)
    if RECONSTRUCTION in notes.texts:
        source += f" {notes.reference(RECONSTRUCTION)}"
    return GPTable(
        table=table, table_name=name.replace("-", "_"), title=spreadsheet(title),
        instructions=INSTRUCTIONS, legend=[spreadsheet(line) for line in legend],
        source=spreadsheet(source),
        index_columns={level: level - 1 for level in range(1, labels + 1)},
        additional_formatting=[
            {"column": {"columns": [column], "format": {"num_format": shown, "align": "right"}}}
            for column, shown in formats.items()])


def _explained(columns: Iterable[Column], notes: Notes) -> str:
    """Which note explains which columns, for the lines above a table."""
    names: dict[str, list[str]] = {}
    for column in columns:
        names.setdefault(column.note, []).append(column.name)
    parts = (f"{dutch.enumeration(some)} {notes.reference(note)}"
             for note, some in names.items())
    return f"Toelichting: {'; '.join(parts)}."


def _is_fraction(one: Estimate, wave: Wave) -> bool:
    """Whether the value of an estimate is a part of one, to be shown in percent."""
    if one.measure != "mean":
        return one.measure == "share"
    return wave.codebook[one.ref.question].kind == "percentage"


def _number(value: float) -> Cell:
    """The number as ``results.csv`` has it, to eight significant digits."""
    return int(value) if float(value).is_integer() else float(f"{value:.8g}")


def _value(one: Estimate) -> Cell:
    return _number(one.value) if one.status == OK else MARKS[one.status]


def _count(one: Estimate) -> Cell:
    return _number(one.count) if one.status == OK else MARKS[one.status]


def _base(one: Estimate) -> Cell:
    """The number of answers; hidden where it is small itself."""
    return one.n or MARKS.get(one.status, 0)


def _weighted(one: Estimate, value: float) -> Cell:
    """A weighted figure; those that were not rounded are hidden as a whole."""
    if not math.isnan(value):
        return _number(value)
    if one.ref.question in FRAME_QUESTIONS:
        return NONE_MARK
    return MARKS.get(one.status, MISSING_MARK if one.weighted.step else HIDDEN_MARK)


def _error(one: Estimate) -> Cell:
    """The standard error; hidden where it would undo a coarse rounding."""
    return HIDDEN_MARK if one.weighted.step > FINE else _weighted(one, one.weighted.se)


_WEIGHTED = [
    Column("gewogen", PERCENT, lambda one: _weighted(one, one.weighted.value), WEIGHTED),
    Column("ondergrens", PERCENT, lambda one: _weighted(one, one.weighted.low), WEIGHTED),
    Column("bovengrens", PERCENT, lambda one: _weighted(one, one.weighted.high), WEIGHTED),
    Column("afgerond op", PERCENT,
           lambda one: _weighted(one, one.weighted.step or math.nan), ROUNDED),
]
_SHARE = [Column("aandeel", PERCENT, _value, SHARES), Column("n", WHOLE, _base, COUNTS),
          Column("aantal", WHOLE, _count, COUNTS), *_WEIGHTED]
_RESPONSE = [Column("register", WHOLE, _base, RESPONDED),
             Column("deelnemers", WHOLE, _count, RESPONDED),
             Column("respons", PERCENT, _value, RESPONDED)]
