"""Plain csv files as text cells, with the row numbers a spreadsheet shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.survey.faults import Fault, InvalidWave


@dataclass(frozen=True)
class Row:
    """One record of a csv file: its row number (the header is row 1) and its text cells."""

    number: int
    cells: dict[str, str]


def read_rows(path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> list[Row]:
    """Read a csv file whose columns are known.

    Parameters
    ----------
    path : pathlib.Path
        A comma-separated UTF-8 file with a header.
    required, optional : sequence of str
        Columns that must, and that may, be there; any other column is a fault.

    Returns
    -------
    list of Row
        The cells stripped of surrounding blanks; a missing optional column reads as empty.

    Raises
    ------
    InvalidWave
        With every fault of the file's form: a missing file, other bytes than UTF-8, missing,
        unknown or double columns, rows with too few or too many cells. A cell between quotes may
        hold line breaks; it is one row, as in a spreadsheet.
    """
    name = path.name
    if not path.is_file():
        raise InvalidWave([Fault(name, None, None, str(path), "een bestand op deze plaats")])
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Fault(name, None, None, f"byte {error.start}", "tekst in UTF-8")
        raise InvalidWave([fault]) from None
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        records = list(reader)
    except csv.Error as error:
        fault = Fault(name, reader.line_num, None, str(error), "een rij met cellen")
        raise InvalidWave([fault]) from None
    if not records:
        raise InvalidWave([Fault(name, 1, None, "", "een kopregel met " + ", ".join(required))])
    header = [column.strip() for column in records[0]]
    known = [*required, *optional]
    faults = [Fault(name, 1, column, "", "deze kolom") for column in required
              if column not in header]
    faults += [Fault(name, 1, column, column, "een kolom uit het codeboek") for column in header
               if column not in known]
    faults += [Fault(name, 1, column, column, "elke kolom één keer")
               for column in sorted({c for c in header if header.count(c) > 1})]
    rows = []
    for number, record in enumerate(records[1:], start=2):
        if not record:
            continue
        if len(record) != len(header):
            faults.append(Fault(name, number, None, f"{len(record)} cellen",
                                f"{len(header)} cellen"))
            continue
        cells = dict.fromkeys(optional, "")
        cells.update(zip(header, (cell.strip() for cell in record), strict=True))
        rows.append(Row(number, cells))
    if faults:
        raise InvalidWave(faults)
    return rows


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
    partial = path.with_name(path.name + ".part")
    with partial.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    partial.replace(path)
