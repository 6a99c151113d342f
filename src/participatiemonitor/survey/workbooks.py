"""Workbooks of any origin as plain cells: within bounds, without formulas, merged cells or errors.

A workbook is a zip of xml files. Before any of it is read as such, it is looked at as a zip:
small bombs of large contents, parts that define entities of their own, files that only claim to
be one.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from participatiemonitor.files.faults import Cell, Fault, InvalidWave, invalid_file, refuse
from participatiemonitor.files.signs import joined
from participatiemonitor.files.tables import sign_fault
from participatiemonitor.files.text_files import read_bytes
from participatiemonitor.survey.importing.packed import open_packed

# Bytes of the file and of all its parts, and of a sheet the rows, columns and cells.
LARGEST, UNPACKED, ROWS, COLUMNS, CELLS = 10_000_000, 40_000_000, 20_000, 200, 4_000_000
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


def read_sheets(path: Path, wanted: Collection[str], *, long: bool = False
                ) -> dict[str, list[Line]]:
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
    faults: list[Fault] = []
    try:
        sheets = _read(path.name, workbook_bytes(path), wanted, long, faults)
    except InvalidWave:
        raise
    # What a broken workbook makes openpyxl raise is whatever its parts make Python raise.
    except Exception:
        raise invalid_file(path.name, "een bestand dat niet als werkmap is te lezen",
                           WORKBOOK) from None
    refuse(faults)
    return sheets


def workbook_bytes(path: Path) -> bytes:
    """The bytes of a workbook that unpacks to what is bearable, without definitions of its own.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    bytes

    Raises
    ------
    InvalidWave
        When it is no workbook, or too large a one.
    """
    content = read_bytes(path, LARGEST)
    packed = open_packed(path.name, content)
    if (size := sum(part.file_size for part in packed.infolist())) > UNPACKED:
        raise invalid_file(path.name, f"{size} bytes, uitgepakt",
                           f"ten hoogste {UNPACKED} bytes, uitgepakt")
    for part in packed.infolist():
        if _DOCTYPE.search(packed.open(part).read(100_000)):
            raise invalid_file(path.name, part.filename, f"{WORKBOOK}, zonder eigen definities")
    return content


def _read(file: str, content: bytes, wanted: Collection[str], long: bool, faults: list[Fault]
          ) -> dict[str, list[Line]]:
    from openpyxl import load_workbook

    sheets = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not know, is of no use here either
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        archive = zipfile.ZipFile(io.BytesIO(content))
        for sheet in book.worksheets:
            if sheet.title in wanted:
                sheet.reset_dimensions()  # what it says of its size need not be true
                faults += merged_faults(file, sheet.title, archive.read(sheet._worksheet_path))
                sheets[sheet.title] = list(_lines(file, sheet, long, faults))
    return sheets


def merged_faults(file: str, sheet: str, part: bytes) -> Iterator[Fault]:
    """Merged cells in the part of a sheet: of those, only one holds what a reader sees in all."""
    from openpyxl.utils import column_index_from_string

    for column, row in _MERGED.findall(part):
        yield Fault(file, Cell(sheet, int(row), column_index_from_string(column.decode())), None,
                    "samengevoegde cellen", "losse cellen; hef het samenvoegen op")


def _lines(file: str, sheet: Any, long: bool, faults: list[Fault]) -> Iterator[Line]:
    seen = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = {}
        if (seen := seen + len(row)) > CELLS:
            faults.append(Fault(file, Cell(sheet.title, number), None, f"meer dan {CELLS} cellen",
                                "een blad zonder opmaak ver buiten wat is ingevuld"))
            return
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

