"""What a study publishes: tables, figures of them and sentences, made of what passed the door.

Everything that shows a study is made of this: the page, the PDF, the workbook and the csv files.
What is not here, no reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from participatiemonitor.errors import InputError

# What a column holds: text, a count, a part of 1 shown in whole percents, a number with a decimal,
# and with two: what lies between -1 and 1, and how many times something is another.
TEXT, COUNT, PERCENT, NUMBER, COEFFICIENT, RATIO = KINDS = (
    "text", "count", "percent", "number", "coefficient", "ratio")

# Words in cells of text that a figure draws as a mark, by how much of it is filled: that all who
# judged say yes, one of two, or none.
ALL, ONE, NONE = "ja", "één", "nee"
MARKS = {ALL: 1.0, ONE: 0.5, NONE: 0.0}

# Text stands in a column of numbers too, in place of a number that is not told: *hooguit twee*.
# None is what cannot be computed, or is not there.
Cell = str | int | float | None

_NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name : str
        In files and in calls.
    nl : str
        What stands above it.
    kind : str
        One of `KINDS`.
    """

    name: str
    nl: str
    kind: str = TEXT


@dataclass(frozen=True)
class ReportTable:
    """A table that is published; one without rows is not shown, and its note says why.

    Attributes
    ----------
    name : str
        Small letters, digits and hyphens: of its files and its sheet.
    title : str
    columns : tuple of Column
        The first names the rows.
    rows : tuple of tuple of Cell
        From the top down; each with as many cells as there are columns.
    note : str
        Stands under it: what it rests on, and what is not told.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no table: a fault of the study that made it."""
        names = [column.name for column in self.columns]
        if not _NAME.fullmatch(self.name) or len({*names}) != len(names) or not names:
            raise ValueError(f"{self.name}: no name of a table, or columns that share one")
        if unknown := {column.kind for column in self.columns} - {*KINDS}:
            raise ValueError(f"{self.name}: unknown kinds of columns: {unknown}")
        if any(len(row) != len(names) for row in self.rows):
            raise ValueError(f"{self.name}: a row with more or fewer cells than columns")

    def column(self, name: str) -> int:
        """The position of a column."""
        names = [column.name for column in self.columns]
        return _found(names, name, f"kolom van tabel {self.name}")

    def cell(self, row: str, column: str) -> Cell:
        """The cell of a row, by what its first cell says, and a column."""
        firsts = [str(cells[0]) for cells in self.rows]
        return self.rows[_found(firsts, row, f"rij van tabel {self.name}")][self.column(column)]


@dataclass(frozen=True)
class ReportFigure:
    """A figure of a table that is published.

    Attributes
    ----------
    name : str
        Small letters, digits and hyphens: of its files; no table is called so.
    title : str
        What it shows, a finding.
    form : str
        How it is drawn: a module of `participatiemonitor.presentation.studies.forms`.
    table : str
        The table it is drawn from.
    parts : mapping of str to str
        Which column is which part of the drawing, as the form names them.
    """

    name: str
    title: str
    form: str
    table: str
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Part:
    """A piece of the page, of which the data decide how many there are.

    Attributes
    ----------
    title : str
        Its heading; empty for none.
    says : tuple of str
        Names of texts, each a paragraph.
    shows : tuple of str
        Names of figures and tables, under the texts.
    kept : tuple of str
        Names of tables under these that few readers need whole: they are folded.
    """

    title: str = ""
    says: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """What a study publishes of one folder.

    Attributes
    ----------
    study : str
        Its name.
    tables, figures : mapping of str to ReportTable, ReportFigure
        By name, in the order in which files list them.
    texts : mapping of str to str
        Sentences, or parts of them, that the data chose; plain text.
    series : mapping of str to tuple of Part
        Pieces of the page by the name of their row; of a row there may be none.
    """

    study: str
    tables: Mapping[str, ReportTable]
    figures: Mapping[str, ReportFigure] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    series: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a figure that has a name already or is of no table, and parts of nothing."""
        for name, figure in self.figures.items():
            if not _NAME.fullmatch(name) or name in self.tables or figure.table not in self.tables:
                raise ValueError(f"{name}: no figure, or of no table")
        for part in (part for parts in self.series.values() for part in parts):
            if not ({*part.says} <= {*self.texts} and {*part.kept} <= {*self.tables}
                    and {*part.shows} <= {*self.tables, *self.figures}):
                raise ValueError(f"{part.title}: a part of the page with what is not there")

    def table(self, name: str) -> ReportTable:
        """A table by its name."""
        _found(self.tables, name, "tabel van deze studie")
        return self.tables[name]

    def figure(self, name: str) -> ReportFigure:
        """A figure by its name."""
        _found(self.figures, name, "figuur van deze studie")
        return self.figures[name]

    def text(self, name: str) -> str:
        """A text by its name."""
        _found(self.texts, name, "tekst van deze studie")
        return self.texts[name]

    def parts(self, name: str) -> tuple[Part, ...]:
        """The parts of a row by its name."""
        _found(self.series, name, "reeks van deze studie")
        return self.series[name]


def report_of(study: str, tables: Iterable[ReportTable], figures: Iterable[ReportFigure] = (),
              **texts: str) -> Report:
    """Gather what a study publishes, by name.

    Parameters
    ----------
    study : str
    tables : iterable of ReportTable
    figures : iterable of ReportFigure, optional
    **texts : str

    Returns
    -------
    Report
    """
    return Report(study, {table.name: table for table in tables},
                  {figure.name: figure for figure in figures}, texts)


def _found(known: Iterable[str], asked: str, word: str) -> int:
    """Where a name stands among those that are known."""
    listed = list(known)
    if asked not in listed:
        raise InputError(f"{asked!r} is geen {word}. Verwacht: een van "
                         f"{', '.join(listed) or '(geen)'}.")
    return listed.index(asked)
