"""Plain csv files as text cells, with the row numbers a spreadsheet shows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.files.cells import CellFault, Cells, KindOfFault
from participatiemonitor.files.csv_records import read_records
from participatiemonitor.files.faults import Checked, Fault, InvalidWave
from participatiemonitor.files.replacing import replace_text
from participatiemonitor.files.signs import LONGEST, forbidden_sign, joined, line_break


@dataclass(frozen=True)
class Row:
    """One record of a csv file: its row number (the header is row 1) and its text cells."""

    number: int
    cells: Cells


@dataclass(frozen=True)
class Table:
    """The rows of a csv file.

    Attributes
    ----------
    rows : list of Row
    absent : frozenset of str
        Columns that should be there, once, and are not; their cells read as empty.
    unread : bool
        Whether there are rows with another number of cells than the header, which are left out.
    """

    rows: list[Row]
    absent: frozenset[str]
    unread: bool


def read_rows(path: Path, required: Sequence[str], optional: Sequence[str] = (),
              multiline: Collection[str] = ()) -> list[Row]:
    """Read a csv file whose columns are known, and that has no fault of form.

    Parameters
    ----------
    path : pathlib.Path
    required, optional : sequence of str
    multiline : collection of str
        As in `check_rows`.

    Returns
    -------
    list of Row

    Raises
    ------
    InvalidWave
        With every fault of form.
    """
    return check_rows(path, required, optional, multiline).sound().rows


def check_rows(path: Path, required: Sequence[str], optional: Sequence[str] = (),
               multiline: Collection[str] = ()) -> Checked[Table]:
    """Read a csv file whose columns are known, with the faults of its form.

    Parameters
    ----------
    path : pathlib.Path
        A comma-separated UTF-8 file with a header.
    required, optional : sequence of str
        Columns that must, and that may, be there; any other column is a fault.
    multiline : collection of str
        Columns whose cells may hold line breaks; each is read as a blank.

    Returns
    -------
    Checked of Table
        The cells stripped of surrounding blanks; a missing optional column reads as empty. Faults
        are missing, unknown or double columns, rows with too few or too many cells, signs that
        stand in no text. A cell between quotes that holds line breaks is one row, as in a
        spreadsheet.

    Raises
    ------
    InvalidWave
        When there are no rows to be had: a missing file, other bytes than UTF-8, no header,
        another delimiter, quotes that do not end.
    """
    name = path.name
    records = read_records(path, (*required, *optional))
    if not records:
        raise InvalidWave([Fault(name, 1, None, "", "een kopregel met " + ", ".join(required),
                                 "kolom")])
    header = [column.strip() for column in records[0]]
    known, found = {*required, *optional}, Counter(header)
    listed = "een van " + ", ".join((*required, *optional))
    faults = [Fault(name, 1, column, "", "deze kolom", "kolom") for column in required
              if column not in found]
    faults += [Fault(name, 1, column, column, listed, "kolom") for column in header
               if column not in known]
    faults += [Fault(name, 1, column, column, "elke kolom één keer", "kolom")
               for column, times in found.items() if times > 1]
    rows, unread = [], False
    for number, record in enumerate(records[1:], start=2):
        if not record:
            continue
        if len(record) != len(header):
            faults.append(Fault(name, number, None, f"{len(record)} cellen",
                                f"{len(header)} cellen", "rij"))
            unread = True
            continue
        cells = dict.fromkeys((*required, *optional), "")
        for column, cell in zip(header, record, strict=True):
            if fault := sign_fault(cell, column in multiline):
                faults.append(Fault(name, number, column, *fault, "teken"))
            cells[column] = joined(cell).strip()
        rows.append(Row(number, cells))
    absent = frozenset(column for column in required if found[column] != 1)
    return Checked(Table(rows, absent, unread), tuple(faults))


def sign_fault(cell: str, multiline: bool = False) -> tuple[str, str] | None:
    """The sign that a cell may not hold, or its text when that is too long; and what it may."""
    if sign := forbidden_sign(cell):
        return sign, "tekst zonder besturingstekens"
    if not multiline:
        if sign := line_break(cell.strip()):
            return sign, "tekst op één regel, zonder tabs"
        if len(cell) > LONGEST:
            return cell, f"ten hoogste {LONGEST} tekens"
    return None


def beyond_form(table: Checked[Table], faults: Iterable[Fault]) -> list[Fault]:
    """Add what is wrong with cells to the faults of form.

    Parameters
    ----------
    table : Checked of Table
    faults : iterable of Fault

    Returns
    -------
    list of Fault
        Without those in columns that are not there, and in cells that have a fault of form.
    """
    bad = {(fault.row, fault.column) for fault in table.faults}
    return [*table.faults, *(fault for fault in faults if (fault.row, fault.column) not in bad
                             and fault.column not in table.value.absent)]


def row_faults(file: str, rows: Iterable[Row],
               check: Callable[..., Iterable[CellFault | KindOfFault]], *known: object
               ) -> list[Fault]:
    """The faults that a check finds in the cells of each row, given what else it must know."""
    return [Fault(file, row.number, *fault) for row in rows for fault in check(row.cells, *known)]


def repeated(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[Row]:
    """The rows of which some columns hold together what they held in a row before."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(row.cells[column] for column in columns)
        if key in seen:
            yield row
        seen.add(key)


def write_rows(path: Path, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a csv file, byte for byte the same for the same cells.

    Parameters
    ----------
    path : pathlib.Path
        Replaced only when the new file is complete.
    columns : sequence of str
        The header.
    rows : sequence of sequences
        One sequence of cells a record; ``None`` is an empty cell.
    """
    replace_text(path, csv_text(columns, rows))


def csv_text(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """The text of a csv file, the same for the same cells; see `write_rows`."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()
