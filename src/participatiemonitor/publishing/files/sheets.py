"""The worksheets of the workbook: figures, tables and all estimates, laid out for gptables."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
from gptables import GPTable

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import BAND, CLASSES, OK, REASONS, Estimate
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import spreadsheet
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.labels import (
    FRAME_QUESTIONS,
    STANDINGS,
    estimate_label,
)
from participatiemonitor.presentation.exhibits.rows import Row, labelled
from participatiemonitor.publishing.files.notes import (
    BETWEEN,
    COUNTS,
    HIDDEN_MARK,
    MARKS,
    MEANINGS,
    MISSING_MARK,
    NOISE,
    NONE_MARK,
    RESPONDED,
    SHARES,
    STANDING,
    WEIGHTED,
    Notes,
)
from participatiemonitor.survey.wave import Wave

ALL_ESTIMATES = "Alle schattingen"
INSTRUCTIONS = "Dit werkblad bevat één tabel. Het werkblad Noten legt de noten en tekens uit."
WHOLE, PERCENT, TENTHS = "#,##0", "0%", "#,##0.0"
MEASURES = {"share": "aandeel", "mean": "gemiddelde", "count": "aantal"}

Cell = str | int | float
# For each row: what stands in its label columns, by their names.
Labels = list[dict[str, str]]


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name : str
    format : str
        How a spreadsheet shows its numbers; empty for text.
    cell : callable
        The number of an estimate, or the mark that stands for it; or its text.
    note : str
        The note that explains it.
    """

    name: str
    format: str
    cell: Callable[[Estimate], Cell]
    note: str = ""


def exhibit_sheet(shown: Exhibit, wave: Wave, notes: Notes) -> GPTable:
    """One figure or table: a row an answer, the columns of the groups side by side.

    Parameters
    ----------
    shown : Exhibit
    wave : Wave
    notes : Notes

    Returns
    -------
    gptables.GPTable
    """
    labels, columns = _layout(shown, wave)
    about = [f"Vraag: {asked.question} {asked.manner}" if asked.question else asked.manner
             for asked in shown.about]
    return _sheet(shown.name, f"{shown.label}: {shown.title}", about, labels, columns, shown.rows,
                  notes, [f"{dutch.capital(group)}: " for group in shown.groups])


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
    rows = [labelled(estimates, ref) for ref in estimates.refs]
    sheet = _sheet(
        "alle-schattingen", f"{ALL_ESTIMATES} van de enquête van {wave.year}",
        ["Elke rij is één schatting. Haar naam is vraag.antwoord@groep/grootteklasse, met de "
         "namen uit results.csv."],
        [{"naam": str(row.estimate.ref), "vraag": row.question, "antwoord": row.answer or NONE_MARK,
          "groep": row.group, "grootteklasse": row.domain, "maat": MEASURES[row.estimate.measure]}
         for row in rows],
        [_BASE, Column("aantal", TENTHS, _count, COUNTS),
         Column("aantal, minst", TENTHS, partial(_limit, place=0), BETWEEN),
         Column("aantal, meest", TENTHS, partial(_limit, place=1), BETWEEN),
         Column("ruis, hooguit", WHOLE,
                lambda estimate: MARKS.get(estimate.status, estimate.noise), NOISE),
         Column("waarde", PERCENT, _value, SHARES), _STANDING,
         Column("gepubliceerd als", "", lambda estimate: estimate.printed or NONE_MARK), *_WEIGHTED,
         Column("gewogen standaardfout", "0.0%", partial(_weighted, measure="se"), WEIGHTED),
         Column("status", "", lambda estimate: _STATUSES.get(estimate.status, "getoond"))],
        rows, notes)
    value = list(sheet.table).index("waarde")
    sheet.additional_formatting += [
        {"cell": {"cells": (place, value), "format": {"num_format": TENTHS}}}
        for place, row in enumerate(rows, start=1) if not _is_fraction(row.estimate, wave)]
    return sheet


def _layout(shown: Exhibit, wave: Wave) -> tuple[Labels, list[Column]]:
    """What stands in the label columns of each row, and the columns of each group."""
    first = shown.rows[0].estimate
    if first.ref.question in FRAME_QUESTIONS:
        return [{"Grootteklasse": dutch.capital(row.domain)} for row in shown.rows], _RESPONSE
    labels = [{"Vraag": dutch.capital(row.short), "Antwoord": dutch.capital(row.answer)}
              for row in shown.rows]
    if len(shown.about) == 1:
        labels = [{"Antwoord": label["Antwoord"]} for label in labels]
    if first.measure == "mean":
        percent = PERCENT if _is_fraction(first, wave) else TENTHS
        mean = Column("gemiddelde", percent, _value, SHARES)
        return labels, [mean, _STANDING, _BASE, *_WEIGHTED]
    return labels, _SHARE


def _sheet(name: str, title: str, about: Iterable[str], labels: Labels,
           columns: Sequence[Column], rows: Iterable[Row], notes: Notes,
           groups: Sequence[str] = ("",)) -> GPTable:
    """A table with its labels, and the columns once a group, under the name of the group."""
    lines: dict[tuple[str, ...], list[Cell]] = {}
    for row, label in zip(rows, labels, strict=True):  # for each answer groups in the same order
        cells = lines.setdefault(tuple(label.values()), [])
        cells.extend(column.cell(row.estimate) for column in columns)
    formats = {spreadsheet(f"{group}{column.name}"): column.format
               for group in groups for column in columns}
    table = pd.DataFrame([[*key, *cells] for key, cells in lines.items()],
                         columns=[*labels[0], *formats])
    table = table.map(lambda cell: spreadsheet(cell) if isinstance(cell, str) else cell)
    marks = [f"{mark} = {meaning}" for mark, meaning in MEANINGS.items()
             if (table == mark).any(axis=None)]
    legend = [*about, _explained(columns, notes),
              *([f"Tekens: {'; '.join(marks)}."] if marks else [])]
    levels = len(labels[0]) if len(labels[0]) <= 3 else 1  # gptables knows no more of them
    return GPTable(
        table=table, table_name=name.replace("-", "_"), title=spreadsheet(title),
        instructions=INSTRUCTIONS, legend=[spreadsheet(line) for line in legend],
        source=spreadsheet(notes.source),
        index_columns={level: level - 1 for level in range(1, levels + 1)},
        additional_formatting=[
            {"column": {"columns": [column], "format": {"num_format": shown, "align": "right"}}}
            for column, shown in formats.items() if shown])


def _explained(columns: Iterable[Column], notes: Notes) -> str:
    """Which note explains which columns, for the lines above a table."""
    names: dict[str, list[str]] = {}
    for column in columns:
        names.setdefault(column.note, []).append(column.name)
    parts = (f"{dutch.enumeration(some)} {notes.reference(note)}"
             for note, some in names.items() if note)
    return f"Toelichting: {'; '.join(parts)}."


def _is_fraction(estimate: Estimate, wave: Wave) -> bool:
    """Whether the value of an estimate is a part of one, to be shown in percent."""
    return estimate.measure == "share" or (
        estimate.measure == "mean" and wave.codebook[estimate.ref.question].kind == "percentage")


def _number(value: float) -> Cell:
    """The number as ``results.csv`` has it, to eight significant digits."""
    return int(value) if float(value).is_integer() else float(f"{value:.8g}")


def _value(estimate: Estimate) -> Cell:
    if estimate.status in CLASSES:
        return estimate_label(estimate)
    return _number(estimate.value) if estimate.status == OK else MARKS[estimate.status]


def _count(estimate: Estimate) -> Cell:
    if estimate.measure == "mean" and estimate.status == OK:
        return NONE_MARK
    if estimate.between and estimate.status == BAND:
        return "–".join(map(str, estimate.between))
    return _value(replace(estimate, value=estimate.count))


def _limit(estimate: Estimate, place: int) -> Cell:
    """The least or the most that the count may be."""
    return estimate.between[place] if estimate.between else _count(estimate)


def _base(estimate: Estimate) -> Cell:
    """The number of answers; hidden where it is small itself."""
    return estimate.n or MARKS.get(estimate.status, 0)


def _weighted(estimate: Estimate, measure: str) -> Cell:
    """A weighted figure, or the mark that stands for it."""
    value = getattr(estimate.weighted, measure)
    if not math.isnan(value):
        return _number(value)
    if estimate.ref.question in FRAME_QUESTIONS:
        return NONE_MARK
    hidden = math.isnan(estimate.weighted.value)
    return MARKS.get(estimate.status, HIDDEN_MARK if hidden else MISSING_MARK)


_STATUSES = {**REASONS, BAND: "tussen twee aantallen"}
_WEIGHTED = [
    Column("gewogen", PERCENT, partial(_weighted, measure="value"), WEIGHTED),
    Column("gewogen ondergrens", PERCENT, partial(_weighted, measure="low"), WEIGHTED),
    Column("gewogen bovengrens", PERCENT, partial(_weighted, measure="high"), WEIGHTED),
    Column("gewogen herkomst", "", lambda estimate: STANDINGS[estimate.weighted_standing],
           STANDING),
]
_STANDING = Column("herkomst", "", lambda estimate: STANDINGS[estimate.standing], STANDING)
_BASE = Column("n", WHOLE, _base, COUNTS)
_SHARE = [Column("aandeel", PERCENT, _value, SHARES), _STANDING, _BASE,
          Column("aantal", WHOLE, _count, COUNTS), *_WEIGHTED]
_RESPONSE = [Column("register", WHOLE, _base, RESPONDED),
             Column("deelnemers", WHOLE, _count, RESPONDED),
             Column("respons", PERCENT, _value, RESPONDED), _STANDING]
