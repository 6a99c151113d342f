"""A list as a csv file: with any common delimiter, in whatever encoding programs write it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import polars as pl

from participatiemonitor.files.faults import InvalidWave, invalid_file
from participatiemonitor.studies.overlap.door.heads import TOP, head_row, placed
from participatiemonitor.studies.overlap.door.records import NoText, Records, count_records
from participatiemonitor.studies.overlap.door.sources import (
    ROW,
    ROWS,
    Source,
    fault_in,
    others,
)
from participatiemonitor.studies.overlap.door.texts import (
    Text,
    begin,
    in_old_encoding,
    no_text,
    opened,
    parts,
)
from participatiemonitor.studies.overlap.suppliers import UserList

_DELIMITERS = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "verticale streep"}
_QUOTES = "aanhalingstekens om een hele cel, en daarbinnen dubbel"


@dataclass(frozen=True)
class _Form:
    """How the text of a list is laid out: lines up to the first row, and the names of columns."""

    delimiter: str
    lines: int
    row: int
    heads: tuple[str, ...]


def read_delimited(found: UserList) -> Source:
    """Open a csv file.

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
        When it is no text, lacks columns, or holds rows with another number of cells.
    """
    name, text = found.path.name, opened(found.path)
    form = _form(begin(text), found)
    place = placed(name, "", form.row, form.heads, found.columns)
    try:
        records = _counted(text, form)
    except NoText as error:
        if isinstance(text, bytes):
            raise no_text(found.path) from None
        text = in_old_encoding(found.path, error.content)
        form = _form(begin(text), found)
        place = placed(name, "", form.row, form.heads, found.columns)
        records = _counted(text, form)
    _check(name, form, records)
    schema = {f"cel{number}": pl.String for number in range(len(form.heads))}
    rows = pl.scan_csv(
        text, separator=form.delimiter, has_header=False, skip_lines=form.lines, schema=schema,
        glob=False, truncate_ragged_lines=True, row_index_name=ROW, row_index_offset=form.row + 1)
    columns = [pl.col(f"cel{number}").alias(holds) for holds, number in place.numbers.items()]
    return Source(place, rows.select(ROW, *columns))


def _counted(text: Text, form: _Form) -> Records:
    return count_records(parts(text), form.delimiter, len(form.heads), form.lines)


def _form(text: str, found: UserList) -> _Form:
    """By the sign that makes most of the names that are known of the first lines."""
    first = text.partition("\n")[0].strip().strip('"')
    told = first[4:] or "\t" if first.startswith("sep=") else ""
    forms = [_laid_out(text, delimiter, found, bool(told))
             for delimiter in ([told] if told in _DELIMITERS else _DELIMITERS)]
    return max(forms, key=lambda form: (
        len(set(form.heads) & set(found.columns.values())), len(form.heads)))


def _laid_out(text: str, delimiter: str, found: UserList, above: bool) -> _Form:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    lines: list[int] = []
    try:
        for row in reader:
            rows.append(row)
            lines.append(reader.line_num)
            if len(rows) == TOP + above:
                break
    except csv.Error:
        raise invalid_file(found.path.name, "een cel die niet eindigt of te lang is", _QUOTES,
                           len(rows) + 1) from None
    head = above + head_row(rows[above:], found.columns)
    if head >= len(rows) or not any(map(str.strip, rows[head])):
        raise invalid_file(found.path.name, "leeg", ROWS)
    return _Form(delimiter, lines[head], head + 1, tuple(rows[head]))


def _check(file: str, form: _Form, records: Records) -> None:
    if records.ragged:
        raise InvalidWave([fault_in(
            file, "", form.row + 1 + records.first, None,
            f"{records.cells} cellen" + others(records.ragged).replace("ook", "een ander aantal"),
            f"{len(form.heads)} cellen, als de rij met kolomnamen, gescheiden door "
            f"{_DELIMITERS[form.delimiter]}; een cel waarin dat teken staat, tussen "
            "aanhalingstekens", "rij")])
    if records.open:
        raise invalid_file(file, "een aanhalingsteken zonder einde", _QUOTES,
                           form.row + 1 + records.count)
