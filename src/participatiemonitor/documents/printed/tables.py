"""The tables of documents, read from ``data/published/<document>/tables``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from participatiemonitor.documents.heads import naming, read_heads
from participatiemonitor.documents.printed.cells import PrintedCell, read_cells
from participatiemonitor.documents.printed.heads import TableHead
from participatiemonitor.documents.printed.limits import Limits, limits_of
from participatiemonitor.errors import InputError
from participatiemonitor.files.entries import read_entries
from participatiemonitor.project import Project

FOLDER = "tables"


@dataclass(frozen=True)
class PrintedTable:
    """A table of a document, or one put together from its sentences.

    Attributes
    ----------
    id : str
    head : TableHead
    cells : dict of (row, column) to PrintedCell
        In the order of the head.
    """

    id: str
    head: TableHead
    cells: Mapping[tuple[str, str], PrintedCell]

    def limits(self, row: str, column: str) -> Limits | None:
        """Between which ends lies what a cell says."""
        return limits_of(self.cells[row, column], self.head.columns[column].unit)


@dataclass(frozen=True)
class PrintedDocument:
    """The tables of a document, by name.

    Attributes
    ----------
    id : str
        Of its folder, which is its key in ``references.bib``.
    name : str
        As readers know it.
    tables : dict of str to PrintedTable
    """

    id: str
    name: str
    tables: Mapping[str, PrintedTable]


@dataclass(frozen=True)
class Place:
    """A cell with where it is."""

    document: PrintedDocument
    table: PrintedTable
    cell: PrintedCell

    def __str__(self) -> str:
        return f"{self.document.id}.{self.table.id}.{self.cell.row}.{self.cell.column}"

    @property
    def unit(self) -> str:
        """Of its column."""
        return self.table.head.columns[self.cell.column].unit

    @property
    def where(self) -> str:
        """Where a reader finds it: *Divosa (2012), tabel 1 (1.1)*."""
        section = self.cell.section or self.table.head.section
        printed = self.table.head.printed if not self.cell.section else None
        return f"{self.document.name}, {f'{printed} ({section})' if printed else section}"


Printed = Mapping[str, PrintedDocument]


def read_printed(project: Project) -> dict[str, PrintedDocument]:
    """Read what the documents of a project printed.

    Parameters
    ----------
    project : Project

    Returns
    -------
    dict of str to PrintedDocument
        By name of their folders, in that order; of documents that have tables.

    Raises
    ------
    InvalidWave
        When a file holds faults; all faults of a file are in it.
    """
    found = {}
    for name, head in read_heads(project).items():
        paths = sorted((project.published / name / FOLDER).glob("*.yml"))
        if tables := {path.stem: read_table(project, name, path.stem) for path in paths}:
            found[name] = PrintedDocument(name, head.name, tables)
    return found


def read_table(project: Project, document: str, table: str) -> PrintedTable:
    """Read one table of a document that is there.

    Parameters
    ----------
    project : Project
    document, table : str
        Names of its folder and of its files.

    Returns
    -------
    PrintedTable

    Raises
    ------
    InvalidWave
        When a file holds faults; all faults of a file are in it.
    """
    path = project.published / document / FOLDER / f"{table}.yml"
    with naming(f"{document}/{FOLDER}"):
        head = read_entries(path, TableHead)
        return PrintedTable(table, head, read_cells(path.with_suffix(".csv"), head))


def find_cell(printed: Printed, name: str) -> Place:
    """Find a cell by its whole name: ``divosa2005.t42.opvang.aandeel``.

    Parameters
    ----------
    printed : mapping of str to PrintedDocument
    name : str

    Returns
    -------
    Place

    Raises
    ------
    InputError
        When there is none; the message lists what there is instead of the first part not known.
    """
    parts = name.split(".")
    if len(parts) != 4:
        raise InputError(f"{name!r}: geen cel van een document. Verwacht: "
                         "document.tabel.rij.kolom.")
    document, table, row, column = parts
    here: Mapping[str, object]
    for here, part, word in (
            (printed, document, "document"),
            (printed[document].tables if document in printed else {}, table, "tabel")):
        if part not in here:
            raise InputError(f"{name!r}: {word} {part} is er niet. Verwacht: een van "
                             f"{', '.join(here)}.")
    found = printed[document].tables[table]
    for here, part, word in ((found.head.rows, row, "rij"), (found.head.columns, column, "kolom")):
        if part not in here:
            raise InputError(f"{name!r}: {word} {part} is er niet. Verwacht: een van "
                             f"{', '.join(here)}.")
    return Place(printed[document], found, found.cells[row, column])
