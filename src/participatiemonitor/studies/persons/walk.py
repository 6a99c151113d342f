"""Whole-number noise for a table of persons of any size: small exchanges, as likely forth as back.

In an exchange between two rows and two columns two counts become one more and two one less, so
that every total stays what it is. A walk is a row of steps: each draws two rows, two columns and a
direction, and exchanges by a chance that depends on both tables, that before and that after,
without regard to which is which. Where a count would be less than nothing, nothing happens.

An exchange is therefore as likely as its reverse, and so is a walk: from one table to another as
often as from the other to the one. So the chance that a table was published, given the true one,
is the chance that the true one comes out of a walk from what was published. Whoever holds all
tables with these totals for equally likely, and has no key, can know no more than that: what he
thinks of a count is what the noise would make of the published count. That holds for tables of any
size, whatever their counts, and everybody can compute it: see `possible`.

What the chance of an exchange is
    A count of which few exchanges could be made, as there are noughts all around it, would seldom
    change if all were as likely, and be nearly sure. The chance is therefore the larger, the fewer
    there are for the count of the four that has fewest, before or after. So every count, in every
    table, is expected to be in `AMOUNT` exchanges at least, one between four large counts in no
    more than that, and a nought in `ENDS` times as many.

Notes
-----
The exchanges are the basic moves between tables with the same totals, which reach all of them
(Diaconis and Sturmfels 1998). That the chances are the same both ways makes the walk reversible
with all tables as likely (Metropolis et al. 1953). It is post-randomisation (PRAM; Gouweleeuw,
Kooiman, Willenborg and De Wolf 1998) of a whole table, by a matrix that is its own transpose.

The noise of a round, `participatiemonitor.estimation.disclosure.noise`, keeps every count within
two, and repeats a draw that leaves too little room. It was audited for tables of at most five by
five; in larger ones, with many noughts, two sweeps leave most of these as they are. A walk has no
draw that must be repeated and so nothing that an outcome tells about those that were refused. Its
price is that no count has a bound: of a ladder one in twenty moves by three or more.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.disclosure.draws import Draws
from participatiemonitor.estimation.disclosure.noise import Counts

# The exchanges that each count is expected to be in.
AMOUNT = 0.5
# How much likelier an exchange is that leaves nought or makes it: counts that are all nought but a
# few pass these on to each other, and would be nought again too often.
ENDS = 3
# The chance of an exchange between four counts of which all exchanges could be made; less in larger
# tables, so that of a count with a single exchange this is made at most each time it is drawn.
PACE = 0.05
# Rows and columns that a table may have; a longer walk would take seconds.
LARGEST = 8
_PUBLIC = b"participatiemonitor: wat een gepubliceerde tabel kan zijn"


def walked(counts: Counts, draws: Draws) -> Counts:
    """Counts with noise.

    Parameters
    ----------
    counts : ndarray of int, shape (R, C)
        Each row has at least as many persons as there are columns, and each column as there are
        rows: else nearly all tables with these totals have nought in the same place.
    draws : Draws

    Returns
    -------
    ndarray of int, shape (R, C)
        With the same totals of rows and columns.
    """
    table = _Table(counts)
    rows, columns = counts.shape
    pace = pace_of(rows, columns)
    for _ in range(ceil(AMOUNT / pace * rows * columns / 4)):
        one, other = _pair(draws.uniform(), rows)
        left, right = _pair(draws.uniform(), columns)
        if table.counts[one][right] and table.counts[other][left]:
            before = table.least(one, other, left, right)
            ends = table.counts[one][left] == 0 or table.counts[other][right] == 0
            table.exchange(one, other, left, right)
            least = min(before, table.least(one, other, left, right))
            ends = ends or table.counts[one][right] == 0 or table.counts[other][left] == 0
            likely = pace * 2 * (rows - 1) * (columns - 1) / least * (ENDS if ends else 1)
            if draws.uniform() >= likely:
                table.exchange(one, other, right, left)
    return np.array(table.counts, dtype=np.int64)


def possible(published: Counts, size: int) -> Counts:
    """Tables that may have been the true one, each as often as it is likely.

    Parameters
    ----------
    published : ndarray of int, shape (R, C)
    size : int
        How many to draw.

    Returns
    -------
    ndarray of int, shape (size, R, C)
        The same for the same published table. Of a figure that is computed from counts, its
        spread over these is what the noise adds to its error.
    """
    return np.array([walked(published, Draws(_PUBLIC, number.to_bytes(8, "big")))
                     for number in range(size)])


def spread(published: Counts, figure: Callable[[Counts], NDArray[np.float64]], size: int = 200
           ) -> NDArray[np.float64]:
    """The standard error that the noise adds to what is computed from a published table.

    Parameters
    ----------
    published : ndarray of int, shape (R, C)
    figure : callable
        What is computed, of a table of that shape.
    size : int
        Of how many possible tables.

    Returns
    -------
    ndarray of float
        In the shape of the figure.
    """
    found = [figure(table) for table in possible(published, size)]
    return np.std(found, axis=0)


def pace_of(rows: int, columns: int) -> float:
    """The chance of an exchange between four counts of which all exchanges could be made."""
    return min(PACE, 1 / (2 * ENDS * (rows - 1) * (columns - 1)))


def _pair(drawn: float, size: int) -> tuple[int, int]:
    """Two places of so many, in order, each two as likely."""
    one, other = divmod(int(drawn * size * (size - 1)), size - 1)
    return one, other + (other >= one)


class _Table:
    """Counts, and how many of each row and column are not nought."""

    def __init__(self, counts: Counts) -> None:
        self.counts: list[list[int]] = counts.tolist()
        self.rows: list[int] = (counts > 0).sum(axis=1).tolist()
        self.columns: list[int] = (counts > 0).sum(axis=0).tolist()
        self.filled = sum(self.rows)

    def exchange(self, one: int, other: int, left: int, right: int) -> None:
        """One person more at `one`, `left` and at `other`, `right`; one less at the other two."""
        for row, column, change in ((one, left, 1), (other, right, 1),
                                    (one, right, -1), (other, left, -1)):
            count = self.counts[row][column]
            self.counts[row][column] = count + change
            if count == 0 or count + change == 0:
                self.rows[row] += change
                self.columns[column] += change
                self.filled += change

    def least(self, one: int, other: int, left: int, right: int) -> int:
        """The exchanges that could be made of the count of four that has fewest."""
        return min(self._ways(row, column) for row in (one, other) for column in (left, right))

    def _ways(self, row: int, column: int) -> int:
        in_row, in_column = self.rows[row], self.columns[column]
        if not self.counts[row][column]:
            return in_row * in_column
        return (in_row - 1) * (in_column - 1) + self.filled - in_row - in_column + 1
