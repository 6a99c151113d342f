"""A list as it was opened: its rows as text, under names of what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from participatiemonitor.files.faults import Cell, Fault

# The column with the number of each row, as a spreadsheet counts them.
ROW = "rij"
# What a list should hold at least.
ROWS = "een rij met kolomnamen en daaronder een rij voor elke gebruiker"


def others(rows: int) -> str:
    """In how many rows more than one something is so."""
    if rows < 2:
        return ""
    return f", en in {rows - 1} andere {'rij' if rows == 2 else 'rijen'} ook"


@dataclass(frozen=True)
class Place:
    """Where columns stand in a file.

    Attributes
    ----------
    file, sheet : str
        The sheet is empty of other files than workbooks.
    head : int
        The row with names of columns.
    names : mapping of str to str
        As they stand in the file, by what they hold.
    numbers : mapping of str to int
        Which column it is, from 0.
    """

    file: str
    sheet: str
    head: int
    names: Mapping[str, str]
    numbers: Mapping[str, int]

    def fault(self, row: int | None, column: str | None, value: str, expected: str,
              kind: str = "waarde") -> Fault:
        """A fault in a row, or in the file; the column by what it holds."""
        return fault_in(self.file, self.sheet, row, column and self.names[column], value, expected,
                        kind, self.numbers.get(column or "", -1) + 1)


def fault_in(file: str, sheet: str, row: int | None, column: str | None, value: str,
             expected: str, kind: str = "waarde", number: int = 0) -> Fault:
    """A fault in a file or in a sheet of it."""
    place = Cell(sheet, row or 0, number) if sheet else row
    return Fault(file, place, column, value, expected, kind)


@dataclass(frozen=True, eq=False)
class Source:
    """A list that can be read.

    Attributes
    ----------
    place : Place
    rows : LazyFrame
        `ROW`, and a column of text for each that the user named; null and blank hold nothing.
    """

    place: Place
    rows: pl.LazyFrame
