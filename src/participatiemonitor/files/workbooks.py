"""Workbooks of any origin as plain cells: within bounds, without formulas, merged cells or errors.

A workbook is a zip of xml files. Before any of it is read as such, it is looked at as a zip:
small bombs of large contents, parts that define entities of their own, files that only claim to
be one.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from participatiemonitor.files.faults import Cell, Fault, InvalidWave, refuse
from participatiemonitor.files.signs import joined
from participatiemonitor.files.tables import sign_fault

# Bytes of the file and of all its parts, its parts, and the rows and columns of a sheet.
LARGEST, UNPACKED, PARTS, ROWS, COLUMNS = 10_000_000, 40_000_000, 1_000, 20_000, 200
WORKBOOK = "een werkmap van Excel (.xlsx), zonder wachtwoord"
VALUES = "een waarde; kopieer de cellen en plak ze als waarden"
_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T|E\0?N\0?T\0?I)", re.I)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?ref="([A-Z]{1,3})([0-9]{1,7})[:"]')

Value = str | int | float | bool | dt.date


@dataclass(frozen=True)
class Line:
    """A row of a sheet: its number and what its filled cells hold, by column from 1."""

    number: int
    cells: dict[int, Value]


def read_sheets(path: Path, wanted: Collection[str], *, long: bool = False) -> dict[str, list[Line]]:
    """Read sheets of a workbook; others are not looked at.

    Parameters
    ----------
    path : pathlib.Path
    wanted : collection of str
        Their names.
    long : bool
        Whether cells may hold long texts of several lines; each break is read as a blank.

    Returns
    -------
    dict of str to list of Line
        The rows that hold anything, of the sheets that are there.

    Raises
    ------
    InvalidWave
        With every fault: no workbook or too large a one, formulas, errors, merged cells, signs
        that stand in no text.
    """
    _look_at_zip(path)
    faults: list[Fault] = []
    try:
        sheets = _read(path, wanted, long, faults)
    except InvalidWave:
        raise
    # What a broken workbook makes openpyxl raise is whatever its parts make Python raise.
    except Exception:
        raise InvalidWave([Fault(path.name, None, None, str(path), WORKBOOK)]) from None
    refuse(faults)
    return sheets


def number_text(value: int | float) -> str:
    """A number in its shortest form, with a decimal point."""
    return str(value) if isinstance(value, int) else f"{Decimal(repr(value)).normalize():f}"


def _look_at_zip(path: Path) -> None:
    def fault(value: object, expected: str) -> InvalidWave:
        return InvalidWave([Fault(path.name, None, None, value, expected)])

    try:
        if not path.is_file():
            raise fault(str(path), "een bestand op deze plaats")
        if (size := path.stat().st_size) > LARGEST:
            raise fault(f"{size} bytes", f"ten hoogste {LARGEST} bytes")
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS:
                raise fault(f"{len(parts)} onderdelen", f"ten hoogste {PARTS} onderdelen")
            if (size := sum(part.file_size for part in parts)) > UNPACKED:
                raise fault(f"{size} bytes, uitgepakt", f"ten hoogste {UNPACKED} bytes, uitgepakt")
            for part in parts:
                # A part that is larger than it says ends with an error here.
                if _DOCTYPE.search(archive.read(part)[:100_000]):
                    raise fault(part.filename, f"{WORKBOOK}, zonder eigen definities")
    except OSError as error:
        raise fault(f"{path}: {error.strerror}", "een bestand dat te lezen is") from None
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError,
            ValueError):
        raise fault(str(path), WORKBOOK) from None


def _read(path: Path, wanted: Collection[str], long: bool, faults: list[Fault]
          ) -> dict[str, list[Line]]:
    from openpyxl import load_workbook
    from openpyxl.utils import column_index_from_string

    sheets = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not know, is of no use here either
        book = load_workbook(path, read_only=True)
        try:
            with zipfile.ZipFile(path) as archive:
                for sheet in book.worksheets:
                    if sheet.title in wanted:
                        part = archive.read(sheet._worksheet_path)
                        faults += [Fault(path.name, Cell(sheet.title, int(row), column_index_from_string(column)),
                                         None, "samengevoegde cellen", "losse cellen")
                                   for column, row in (tuple(map(bytes.decode, found))
                                                       for found in _MERGED.findall(part))]
                        sheets[sheet.title] = list(_lines(path.name, sheet, long, faults))
        finally:
            book.close()
    return sheets


def _lines(file: str, sheet: Any, long: bool, faults: list[Fault]) -> Iterator[Line]:
    for number, row in enumerate(sheet.iter_rows(max_col=COLUMNS + 1), start=1):
        cells = {}
        for column, cell in enumerate(row, start=1):
            if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
                continue
            place = Cell(sheet.title, number, column)
            if number > ROWS or column > COLUMNS:
                faults.append(Fault(file, place, None, str(cell.value),
                                    f"ten hoogste {ROWS} rijen en {COLUMNS} kolommen"))
                return
            value, expected = _value(cell, long)
            if expected:
                faults.append(Fault(file, place, None, value, expected))
            cells[column] = value
        if cells:
            yield Line(number, cells)


def _value(cell: Any, long: bool) -> tuple[Value, str]:
    """What a cell holds, and what it should have held if that is wrong."""
    value = cell.value
    if cell.data_type in ("f", "e"):
        return str(getattr(value, "text", value)), VALUES
    if isinstance(value, str):
        sign, expected = sign_fault(value, long) or ("", "")
        return (sign, expected) if expected else (joined(value).strip(), "")
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date(), ""
    if isinstance(value, (bool, int, float, dt.date)) and not isinstance(value, dt.datetime):
        return value, ""
    return str(value), "tekst, een getal of een datum; geen tijd"

