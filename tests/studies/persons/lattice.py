"""What can be thought of each count of a published table, exactly; a second reading of the walk.

Of the code that is attacked only its constants are used. A walk is a step by chance, repeated: the
chances of a step between all tables with the same totals are one sparse matrix.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cached_property
from math import ceil

import numpy as np
from scipy.sparse import coo_array, csr_array, eye_array

from participatiemonitor.studies.persons import walk

EXCHANGE = np.array([[1, -1], [-1, 1]])


def tables_with(rows: tuple[int, ...], columns: tuple[int, ...]) -> np.ndarray:
    """All tables with these totals, shape (L, R, C)."""
    return np.array(list(_tables(rows, columns)))


def _tables(rows: tuple[int, ...], columns: tuple[int, ...]) -> Iterator[list[tuple[int, ...]]]:
    if len(rows) == 1:
        yield [columns]
        return
    for first in _shared(rows[0], columns):
        left = tuple(all_ - one for all_, one in zip(columns, first, strict=True))
        for others in _tables(rows[1:], left):
            yield [first, *others]


def _shared(total: int, most: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    if len(most) == 1:
        if total <= most[0]:
            yield (total,)
        return
    for one in range(min(total, most[0]) + 1):
        for rest in _shared(total - one, most[1:]):
            yield (one, *rest)


class Lattice:
    """All tables with given totals, and the chances of a step between each two."""

    def __init__(self, rows: tuple[int, ...], columns: tuple[int, ...], *, even: bool = False
                 ) -> None:
        self.tables = tables_with(rows, columns)
        self.shape = len(rows), len(columns)
        self._places = {table.tobytes(): place for place, table in enumerate(self.tables)}
        self.step = self._step(even)
        size = self.shape[0] * self.shape[1]
        self.length = ceil(walk.AMOUNT / walk.pace_of(*self.shape) * size / 4)

    def after(self, chances: np.ndarray) -> np.ndarray:
        """What a walk makes of chances, or of values to be expected, shape (L, ...)."""
        for _ in range(self.length):
            chances = self.step @ chances
        return chances

    def thought(self) -> dict[tuple[int, int], np.ndarray]:
        """Of each count by published table and value what is thought, arrays of shape (L, V)."""
        return {(row, column): self.after(np.eye(self.tables.max() + 1)[
            self.tables[:, row, column]]) for row, column in np.ndindex(*self.shape)}

    @cached_property
    def exchanged(self) -> csr_array:
        """The chances of one exchange that can be made, each as likely, whatever it is of."""
        moves = csr_array(self.step)
        moves.setdiag(0)
        moves.eliminate_zeros()
        moves.data[:] = 1
        return csr_array(moves.multiply(1 / moves.sum(axis=1)[:, None]))

    def _step(self, even: bool) -> csr_array:
        rows, columns = self.shape
        ways, most = self._ways(), 2 * (rows - 1) * (columns - 1)
        drawn = 1 / (rows * (rows - 1) / 2) / (columns * (columns - 1) / 2) / 2
        origins, goals, chances = [], [], []
        for one, other in itertools.permutations(range(rows), 2):
            for left, right in itertools.combinations(range(columns), 2):
                change = np.zeros(self.shape, int)
                change[[one, other], [left, right]] = 1
                change[[one, other], [right, left]] = -1
                after = self.tables + change
                start = np.flatnonzero((after >= 0).all(axis=(1, 2)))
                goal = np.array([self._places[table.tobytes()] for table in after[start]], int)
                block = np.ix_((one, other), (left, right))
                fewest = ways[(slice(None), *block)].min(axis=(1, 2))
                chance = walk.pace_of(*self.shape) * np.ones(len(start))
                if not even:
                    nought = np.minimum(counts := self.tables[(slice(None), *block)][start],
                                        counts + EXCHANGE).min(axis=(1, 2)) == 0
                    chance *= most / np.minimum(fewest[start], fewest[goal])
                    chance *= np.where(nought, walk.ENDS, 1)
                origins.append(start)
                goals.append(goal)
                chances.append(drawn * np.minimum(chance, 1))
        origin, goal, chance = map(np.concatenate, (origins, goals, chances))
        size = len(self.tables)
        moves = csr_array(coo_array((chance, (origin, goal)), (size, size)))
        stays = eye_array(size).multiply(1 - moves.sum(axis=1))
        return csr_array(moves + stays)

    def _ways(self) -> np.ndarray:
        """The exchanges that could be made of each count: one by one, as they are described."""
        found = np.zeros(self.tables.shape, int)
        for row, column in np.ndindex(*self.shape):
            for other, beside in np.ndindex(*self.shape):
                if other != row and beside != column:
                    more = (self.tables[:, row, beside] > 0) & (self.tables[:, other, column] > 0)
                    less = (self.tables[:, row, column] > 0) & (self.tables[:, other, beside] > 0)
                    found[:, row, column] += more + less.astype(int)
        return found
