"""Who is where: persons in a table of rows and columns, as they stand in a file."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from participatiemonitor import dutch
from participatiemonitor.estimation.disclosure.draws import subject_of
from participatiemonitor.estimation.disclosure.noise import Counts

Ints = NDArray[np.int64]
Names = NDArray[np.object_] | NDArray[np.str_]


@dataclass(frozen=True, eq=False)
class PersonTable:
    """Persons by row and column.

    Attributes
    ----------
    person : ndarray of str, shape (n,)
        Whose it is, by the name in the file; who is there more often, in order of time.
    row, column : ndarray of int, shape (n,)
        A place in `rows` and in `columns`.
    rows, columns : tuple of str
        What they are called.
    """

    person: Names
    row: Ints
    column: Ints
    rows: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def counts(self) -> Counts:
        """How often each row goes with each column, shape (R, C)."""
        shape = len(self.rows), len(self.columns)
        cells = np.bincount(self._cell, minlength=shape[0] * shape[1])
        return cells.reshape(shape).astype(np.int64)

    @property
    def starts(self) -> Counts:
        """Persons by the row in which each is first, shape (R,): they add up to all persons."""
        first = np.unique(self.person, return_index=True)[1]
        return np.bincount(self.row[first], minlength=len(self.rows)).astype(np.int64)

    @property
    def ends(self) -> Counts:
        """Persons by the column in which each is last, shape (C,)."""
        last = np.unique(self.person[::-1], return_index=True)[1]
        return np.bincount(self.column[::-1][last],
                           minlength=len(self.columns)).astype(np.int64)

    @property
    def subject(self) -> bytes:
        """A name for who is where, whatever rows and columns are called, in any order."""
        order = np.argsort(self._cell, kind="stable")
        ends = np.cumsum(self.counts.ravel())[:-1]
        cells = np.split(self.person[order], ends)
        return subject_of(*(map(str, cell) for cell in cells))

    def together(self, rows: tuple[tuple[int, ...], ...], columns: tuple[tuple[int, ...], ...]
                 ) -> PersonTable:
        """The same persons, with rows and with columns told together.

        Parameters
        ----------
        rows, columns : tuple of tuple of int
            The places that are told as one; each is in one of them.

        Returns
        -------
        PersonTable
        """
        return replace(self, row=_joined(rows)[self.row], column=_joined(columns)[self.column],
                       rows=_names(self.rows, rows), columns=_names(self.columns, columns))

    @property
    def _cell(self) -> Ints:
        return self.row * len(self.columns) + self.column


def _joined(groups: tuple[tuple[int, ...], ...]) -> Ints:
    found = np.empty(sum(map(len, groups)), dtype=np.int64)
    for number, group in enumerate(groups):
        found[list(group)] = number
    return found


def _names(names: tuple[str, ...], groups: tuple[tuple[int, ...], ...]) -> tuple[str, ...]:
    return tuple(dutch.enumeration(names[place] for place in group) for group in groups)
