"""A table as a user gave it: its cells as text, and the place of each for a message."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.files.faults import Cell, Fault
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.forms.form import Table

Texts = NDArray[np.object_]
Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Given:
    """A table of a folder.

    Attributes
    ----------
    file : str
    sheet : str
        Empty of a csv file.
    rows : ndarray of int, shape (n,)
        Their numbers, as a spreadsheet counts them.
    head : int
        The row with the names of the columns.
    columns : mapping of str to ndarray of str, shape (n,)
        What each cell holds, by the name of its column; empty where it holds nothing.
    places : mapping of str to int
        The number of each column, from 1.
    unread : frozenset of (int, str)
        Cells that hold something that is wrong in itself, by their place in `columns`.
    complete : bool
        Whether there are no rows that could not be read.
    """

    file: str
    sheet: str
    rows: Ints
    head: int
    columns: Mapping[str, Texts]
    places: Mapping[str, int]
    unread: frozenset[tuple[int, str]] = frozenset()
    complete: bool = True

    def fault(self, row: int, column: str | None, value: object, expected: str,
              kind: str = "waarde") -> Fault:
        """A fault in a row, by its place in `columns`."""
        return self._fault(int(self.rows[row]), column, value, expected, kind)

    def head_fault(self, column: str | None, value: object, expected: str) -> Fault:
        """A fault in the names of the columns, or in the table as a whole."""
        return self._fault(self.head, column, value, expected, "kolom")

    def _fault(self, row: int, column: str | None, value: object, expected: str, kind: str
               ) -> Fault:
        place = Cell(self.sheet, row, self.places.get(column or "", 0)) if self.sheet else row
        return Fault(self.file, place, column, value, expected, kind)


def named(head: str) -> str:
    """The name of a column as it is compared: in small letters, an underscore for each blank."""
    return re.sub(r"[\s_-]+", "_", one_line(head)).casefold()


def columns_of(table: Table, heads: Sequence[str]) -> list[str]:
    """The names of columns by what stands above them.

    Parameters
    ----------
    table : Table
    heads : sequence of str

    Returns
    -------
    list of str
        As the table has them; of a column that it does not have, what stands there.
    """
    known = {named(column.name): column.name for column in table.columns}
    return [known.get(named(head), one_line(head)) for head in heads]


def head_faults(table: Table, given: Given, names: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with the names of columns.

    Parameters
    ----------
    table : Table
    given : Given
        Whose columns stand there under these names.
    names : sequence of str
        All of them, as `columns_of` has them.

    Yields
    ------
    Fault
        Columns that are not there, twice, or unknown.
    """
    wanted = [column.name for column in table.columns]
    for column in table.columns:
        if column.needed and column.name not in names:
            yield given.head_fault(column.name, "", "deze kolom; zij ontbreekt")
    for name, times in Counter(names).items():
        if times > 1:
            yield given.head_fault(name, name, "elke kolom één keer")
        elif not name:
            yield given.head_fault(None, "", "een naam boven elke kolom waarin iets staat")
        elif name not in wanted and table.more is None:
            yield given.head_fault(name, name, f"een van {', '.join(wanted)}")
