"""What was filled in: the cells of each table as values, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from participatiemonitor.files.faults import Fault
from participatiemonitor.files.signs import is_blank, joined
from participatiemonitor.studies.forms.form import Column, Table
from participatiemonitor.studies.forms.given import Given, Ints, Texts

EMPTY = "een ingevulde cel"


@dataclass(frozen=True, eq=False)
class Filled:
    """A table with values.

    Attributes
    ----------
    table : Table
    given : Given
        Where each stands.
    frame : DataFrame, shape (n, c)
        A column for each of the table, in its order, and for what the user added; the index counts
        from 0. What is not filled in, and what is wrong, is missing.
    """

    table: Table
    given: Given
    frame: pd.DataFrame

    @property
    def added(self) -> list[str]:
        """The columns that the user added."""
        known = {column.name for column in self.table.columns}
        return [str(name) for name in self.frame.columns if name not in known]

    def whole(self, *columns: str) -> bool:
        """Whether all rows could be read, and each tells what it should of these columns.

        Parameters
        ----------
        *columns : str

        Returns
        -------
        bool
            Where it is false, that something is in no row says nothing.
        """
        return self.given.complete and all(
            bool((self.frame[name].notna() | (~self.written(name) & (
                not self.table.column(name).needed))).all()) for name in columns)

    def written(self, column: str) -> NDArray[np.bool_]:
        """In which rows a column holds anything, right or wrong; shape (n,)."""
        texts = self.given.columns.get(column, [""] * len(self.frame))
        return np.array([bool(shown(text)) for text in texts], dtype=bool)

    def faults(self, rows: Iterable[int], column: str, expected: str, kind: str = "waarde"
               ) -> list[Fault]:
        """Faults in a column, in rows by their place, with what stands there."""
        texts = self.given.columns.get(column)
        return [self.given.fault(int(row), column, "" if texts is None else shown(texts[row]),
                                 expected, kind) for row in rows]


def shown(text: str) -> str:
    """A cell as a message shows it, and as it is read: on one line."""
    return joined(text).strip()


def filled(table: Table, given: Given) -> tuple[Filled, list[Fault]]:
    """Read the cells of a table.

    Parameters
    ----------
    table : Table
    given : Given

    Returns
    -------
    filled : Filled
    faults : list of Fault
        Cells that hold something else than they should, or nothing; rows that are there twice, or
        too many of them.
    """
    faults: list[Fault] = []
    known = [column.name for column in table.columns]
    asked = [*zip(known, table.columns, strict=True),
             *((name, table.more) for name in given.columns
               if name and table.more and name not in known)]
    columns = {name: _column(column, name, given, faults) for name, column in asked}
    found = Filled(table, given, pd.DataFrame(columns))
    faults += _repeated(found)
    if table.single and len(given.rows) > 1:
        faults.append(given.fault(1, None, f"{len(given.rows)} rijen", "één rij", "rij"))
    return found, faults


def _column(column: Column, name: str, given: Given, faults: list[Fault]) -> pd.Series:
    """Each different text is read once: of 200.000 cells there are seldom more than some."""
    if name not in given.columns:
        return pd.Series([None] * len(given.rows), dtype=column.kind.dtype)
    codes, distinct = pd.factorize(given.columns[name])
    plain = ["" if is_blank(text) else text for text in map(shown, distinct)]
    places = [place for place, text in enumerate(plain) if text]
    read, wrong = column.kind.read_all([plain[place] for place in places])
    values = np.empty(len(distinct), dtype=object)
    for place, value in zip(places, read, strict=True):
        values[place] = value
    expected = {places[place]: words for place, words in wrong.items()}
    if column.needed:
        expected |= {place: EMPTY for place, text in enumerate(plain) if not text}
    unread = [row for row, of in given.unread if of == name]
    if expected:
        bad = np.isin(codes, list(expected))
        bad[unread] = False
        faults += [given.fault(int(row), name, plain[codes[row]], expected[codes[row]])
                   for row in np.flatnonzero(bad)]
    cells = pd.Series(values, dtype=_dtype(column, values)).take(codes).reset_index(drop=True)
    cells.loc[unread] = None
    return cells


def _dtype(column: Column, cells: Texts) -> str:
    """Of a column that may hold numbers, that of numbers where it does."""
    numeric = column.kind.dtype == "object" and any(isinstance(cell, float) for cell in cells)
    return "float64" if numeric else column.kind.dtype


def _repeated(found: Filled) -> Iterator[Fault]:
    """Rows that are the same in the columns that tell them apart."""
    key = list(found.table.key)
    if not key:
        return
    known = found.frame[key].notna().all(axis=1)
    again = np.flatnonzero(known & found.frame[key].duplicated())
    what = key[-1] if len(key) == 1 else " en ".join((", ".join(key[:-1]), key[-1]))
    for row in again:
        texts = [shown(found.given.columns[name][row]) for name in key]
        yield found.given.fault(int(row), key[-1], ", ".join(texts),
                                f"elke {what} één keer" if len(key) == 1 else
                                f"elke combinatie van {what} één keer", "dubbel")


def unknown(found: Filled, column: str, known: Iterable[Any]) -> Ints:
    """The places of rows whose value in a column is filled in, and none of those that are known."""
    values = found.frame[column]
    return np.flatnonzero(values.notna() & ~values.isin(list(known)))


Tables = Mapping[str, Filled]
