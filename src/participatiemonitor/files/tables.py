"""Plain csv files as text cells, with the row numbers a spreadsheet shows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.files.cells import CellFault, Cells
from participatiemonitor.files.faults import Fault, InvalidWave, refuse
from participatiemonitor.files.replacing import replace_text
from participatiemonitor.files.signs import LONGEST, forbidden_sign, joined, line_break
from participatiemonitor.files.text_files import read_text

# Bytes: a hundred times the answers of 2011.
LARGEST = 10_000_000


@dataclass(frozen=True)
class Row:
    """One record of a csv file: its row number (the header is row 1) and its text cells."""

    number: int
    cells: Cells


def read_rows(path: Path, required: Sequence[str], optional: Sequence[str] = (),
              multiline: Collection[str] = ()) -> list[Row]:
    """Read a csv file whose columns are known.

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
    list of Row
        The cells stripped of surrounding blanks; a missing optional column reads as empty.

    Raises
    ------
    InvalidWave
        With every fault of the file's form: a missing file, other bytes than UTF-8, missing,
        unknown or double columns, rows with too few or too many cells, signs that stand in no
        text. A cell between quotes that holds line breaks is one row, as in a spreadsheet.
    """
    name = path.name
    records = _records(name, read_text(path, LARGEST))
    if not records:
        raise InvalidWave([Fault(name, 1, None, "", "een kopregel met " + ", ".join(required))])
    header = [column.strip() for column in records[0]]
    known, found = {*required, *optional}, Counter(header)
    listed = "een van " + ", ".join((*required, *optional))
    faults = [Fault(name, 1, column, "", "deze kolom") for column in required
              if column not in found]
    faults += [Fault(name, 1, column, column, listed) for column in header
               if column not in known]
    faults += [Fault(name, 1, column, column, "elke kolom één keer")
               for column, times in found.items() if times > 1]
    rows = []
    for number, record in enumerate(records[1:], start=2):
        if not record:
            continue
        if len(record) != len(header):
            faults.append(Fault(name, number, None, f"{len(record)} cellen",
                                f"{len(header)} cellen"))
            continue
        cells = dict.fromkeys(optional, "")
        for column, cell in zip(header, record, strict=True):
            if fault := sign_fault(cell, column in multiline):
                faults.append(Fault(name, number, column, *fault))
            cells[column] = joined(cell).strip()
        rows.append(Row(number, cells))
    refuse(faults)
    return rows


def _records(name: str, text: str) -> list[list[str]]:
    lines = text.splitlines()
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        expected = ("een cel van ten hoogste 131072 tekens" if "limit" in str(error) else
                    "cellen met een komma ertussen; aanhalingstekens om een hele cel, en "
                    "daarbinnen dubbel")
        shown = lines[reader.line_num - 1] if reader.line_num <= len(lines) else ""
        raise InvalidWave([Fault(name, reader.line_num, None, shown, expected)]) from None


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


def row_faults(file: str, rows: Iterable[Row], check: Callable[..., Iterable[CellFault]],
               *known: object) -> list[Fault]:
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
