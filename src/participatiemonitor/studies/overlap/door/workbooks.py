"""A list as a sheet of a workbook: values only, from the row with names of columns on."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from itertools import islice
from typing import Any

import polars as pl

from participatiemonitor.files.faults import InvalidWave, invalid_file
from participatiemonitor.studies.overlap.door.heads import TOP, head_row, placed
from participatiemonitor.studies.overlap.door.sources import ROW, ROWS, Source
from participatiemonitor.studies.overlap.suppliers import UserList
from participatiemonitor.survey.workbooks import WORKBOOK

# Bytes to which a workbook may unpack; a sheet of a million rows of ten cells has half a billion.
LARGEST = 2_000_000_000
_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")


def read_workbook(found: UserList) -> Source:
    """Open a workbook.

    Parameters
    ----------
    found : UserList
        Of a file that is there and not empty.

    Returns
    -------
    Source

    Raises
    ------
    InvalidWave
        When it is something else, has no such sheet, or lacks columns.
    """
    name = found.path.name
    _check(found)
    try:
        return _read(found)
    except InvalidWave:
        raise
    # What a broken workbook makes openpyxl raise is whatever its parts make Python raise.
    except Exception:
        raise invalid_file(name, "een bestand dat niet als werkmap is te lezen",
                           WORKBOOK) from None


def _check(found: UserList) -> None:
    name = found.path.name
    with found.path.open("rb") as stream:
        if stream.read(len(_LOCKED)) == _LOCKED:
            raise invalid_file(name, "een werkmap met een wachtwoord, of van een oude Excel",
                               WORKBOOK)
    try:
        with zipfile.ZipFile(found.path) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise invalid_file(name, "een bestand dat niet als werkmap is te lezen",
                           WORKBOOK) from None
    if size > LARGEST:
        raise invalid_file(name, f"{size} bytes, uitgepakt", f"ten hoogste {LARGEST} bytes; een "
                           "grotere lijst als csv of parquet")


def _read(found: UserList) -> Source:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not know, is of no use here either
        book = load_workbook(found.path, read_only=True, data_only=True, keep_links=False)
        try:
            return _read_sheet(found, _sheet(found, book))
        finally:
            book.close()


def _sheet(found: UserList, book: Any) -> Any:
    titles = {sheet.title.strip().casefold(): sheet for sheet in reversed(book.worksheets)}
    wanted = found.sheet.strip().casefold()
    if (wanted and wanted not in titles) or not titles:
        raise invalid_file(found.path.name, f"geen blad {found.sheet}", "een van de bladen "
                           + ", ".join(sheet.title for sheet in book.worksheets))
    return titles[wanted] if wanted else book.worksheets[0]


def _read_sheet(found: UserList, sheet: Any) -> Source:
    sheet.reset_dimensions()  # what it says of its size need not be true
    rows = sheet.iter_rows(values_only=True)
    top = [[_text(value) or "" for value in row] for row in islice(rows, TOP)]
    if not any(any(row) for row in top):
        raise invalid_file(found.path.name, f"blad {sheet.title}: leeg", ROWS)
    head = head_row(top, found.columns)
    place = placed(found.path.name, sheet.title, head + 1, top[head], found.columns)
    columns: dict[str, list[str | None]] = {holds: [] for holds in place.numbers}
    for row in top[head + 1:]:
        _add(columns, place.numbers, row)
    for row in rows:
        _add(columns, place.numbers, row)
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return Source(place, frame.with_row_index(ROW, offset=head + 2).lazy())


def _add(columns: dict[str, list[str | None]], numbers: Any, row: Any) -> None:
    width = len(row)
    for holds, number in numbers.items():
        columns[holds].append(_text(row[number]) if number < width else None)


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
