"""A table as a csv file: with any common delimiter, in whatever encoding programs write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from participatiemonitor.files.faults import Fault, invalid_file
from participatiemonitor.files.signs import LONGEST, forbidden_sign
from participatiemonitor.files.tables import sign_fault
from participatiemonitor.files.text_files import read_bytes
from participatiemonitor.studies.forms.form import Table
from participatiemonitor.studies.forms.given import Given, columns_of, head_faults, named
from participatiemonitor.survey.importing.csv_files import decoded
from participatiemonitor.survey.importing.limits import LARGEST

# The most rows of a table; a sheet of Excel has no more.
MOST = 1_000_000
_DELIMITERS = (";", ",", "\t", "|")


def read_delimited(path: Path, table: Table) -> tuple[Given, list[Fault]]:
    """Read a csv file.

    Parameters
    ----------
    path : pathlib.Path
    table : Table
        What it should hold.

    Returns
    -------
    given : Given
        Without rows that have another number of cells than the header, and empty ones.
    faults : list of Fault
        Of its form.

    Raises
    ------
    InvalidWave
        When nothing can be read: no text, nothing in it, quotes that do not end.
    """
    text, _ = decoded(path.name, read_bytes(path, LARGEST))
    above = text.startswith("sep=")  # what Excel is told of the delimiter stands in the names too
    records = _records(path.name, text, _delimiter(text, table, above))[above:]
    if not records or not any(records[0]):
        raise invalid_file(path.name, "", "een kopregel met "
                           + ", ".join(column.name for column in table.columns), 1 + above)
    head = _trimmed(records[0])
    names, width = columns_of(table, head), len(head)
    numbers, rows, faults = [], [], []
    for number, record in enumerate(records[1:], start=2 + above):
        if len(record) != width:
            if not any(cell.strip() for cell in record):
                continue
            record = _trimmed(record, width)
            if len(record) != width:
                faults.append(Fault(path.name, number, None, f"{len(record)} cellen",
                                    f"{width} cellen, als de kopregel; een cel waarin het "
                                    "scheidingsteken staat, tussen aanhalingstekens", "rij"))
                continue
        elif not any(record):
            continue
        numbers.append(number)
        rows.append(record)
    if len(rows) > MOST:
        raise invalid_file(path.name, f"{len(rows)} rijen", f"ten hoogste {MOST} rijen")
    cells = [np.array(column, dtype=object) for column in zip(*rows, strict=True)] if rows else [
        np.empty(0, dtype=object)] * width
    columns = dict(zip(names, cells, strict=True))
    places = {name: place for place, name in enumerate(names, start=1)}
    given = Given(path.name, "", np.array(numbers, dtype=np.intp), 1 + above, columns,
                  places, complete=not faults)
    faults = [*head_faults(table, given, names), *faults]
    return _without_signs(given, text, faults), faults


def _delimiter(text: str, table: Table, above: bool) -> str:
    """The sign by which the line with names falls into most names of columns."""
    known = {named(column.name) for column in table.columns}
    first = "".join(text.splitlines()[above:][:1])

    def found(delimiter: str) -> tuple[int, int]:
        heads = [named(head.strip().strip('"')) for head in first.split(delimiter)]
        return sum(head in known for head in heads), len(heads)

    return max(_DELIMITERS, key=found)


def _records(name: str, text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
        return records
    except csv.Error:
        raise invalid_file(name, "een cel die niet eindigt of te lang is",
                           "aanhalingstekens om een hele cel en daarbinnen dubbel; cellen van ten "
                           "hoogste 131072 tekens", len(records) + 1) from None


def _trimmed(record: Sequence[str], width: int = 0) -> list[str]:
    """Without the empty cells at the end, but as wide as this."""
    cells = list(record)
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    return cells


def _without_signs(given: Given, text: str, faults: list[Fault]) -> Given:
    """Look at each cell only where the file as a whole holds what no cell may."""
    lengths: Iterable[int] = (len(line) for line in text.splitlines())
    if not forbidden_sign(text) and max(lengths, default=0) <= LONGEST:
        return given
    unread = set()
    for name, cells in given.columns.items():
        for row, cell in enumerate(cells):
            wrong = sign_fault(cell, multiline=True)
            if wrong is None and len(cell) > LONGEST:
                wrong = cell, f"ten hoogste {LONGEST} tekens"
            if wrong is not None:
                unread.add((row, name))
                faults.append(given.fault(row, name, wrong[0], wrong[1], "teken"))
    return replace(given, unread=frozenset(unread))
