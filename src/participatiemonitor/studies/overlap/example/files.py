"""The files of the lists, each of its own kind; the same bytes each time."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from participatiemonitor.studies.forms.examples import MADE_UP
from participatiemonitor.studies.overlap.example.lists import ListOf

Cells = Sequence[Sequence[object]]
_MADE = dt.datetime(2012, 7, 1)


def write_file(path: Path, parts: Sequence[tuple[ListOf, Cells]]) -> None:
    """Write a file: a workbook has a part a sheet, others have one.

    Parameters
    ----------
    path : pathlib.Path
    parts : sequence of (ListOf, sequence)
        The list and its rows, a cell for each of its heads.
    """
    if path.suffix == ".xlsx":
        _write_workbook(path, parts)
    elif path.suffix == ".parquet":
        _write_parquet(path, *parts[0])
    else:
        _write_csv(path, *parts[0])


def _names(found: ListOf) -> list[str]:
    return [name for _, name, _ in found.heads]


def _write_csv(path: Path, found: ListOf, rows: Cells) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=found.delimiter, lineterminator="\r\n")
    writer.writerows([_names(found), *rows])
    path.write_bytes(text.getvalue().encode(found.encoding))


def _write_parquet(path: Path, found: ListOf, rows: Cells) -> None:
    columns = dict(zip(_names(found), (list(column) for column in zip(*rows, strict=True)),
                       strict=True))
    table = pa.table(columns).replace_schema_metadata({"opmerking": MADE_UP})
    pq.write_table(table, path, compression="zstd")


def _write_workbook(path: Path, parts: Sequence[tuple[ListOf, Cells]]) -> None:
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd-mm-yyyy"}) as book:
        book.set_properties({"comments": MADE_UP, "created": _MADE})
        for found, rows in parts:
            sheet = book.add_worksheet(found.sheet)
            for place, row in enumerate([_names(found), *rows]):
                sheet.write_row(place, 0, row)
            sheet.set_column(0, len(found.heads), 14)
