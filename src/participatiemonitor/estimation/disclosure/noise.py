"""Whole-number noise for counts by size class: exchanges that keep every total.

A table has a row for each answer and a column for each size class. In an exchange between two
rows and two columns, one respondent of either row changes places: two counts become one more and
two one less, and every row and every column adds up to what it did. A sweep pairs the rows and
the columns by chance, so that every count takes part in one exchange at most; two sweeps move a
count by two at most. An exchange that would leave less than nothing is made the other way round:
were it left out, a count of nought would mostly stay that, and an onlooker could be too sure.

Forth is as likely as back, so a count that is further than two from nought and from all is
expected to stay what it is, where its neighbours are so too. Nearer to an end exchanges are more
frequent: there an onlooker could otherwise be too sure, since nothing can come from beyond the end.

A draw whose outcome would leave too little room is repeated. What decides is the outcome, so that
what is published tells no more: see `is_loose`. After many draws in vain there are more sweeps,
and in the end counts may move further: that nothing is published would tell how answers lie. It
takes four answers or more, of which nearly all were given in a single size class.

Notes
-----
The cell key method of official statistics (Thompson, Broadfoot and Elazar 2013) draws for each
cell by itself and loses the totals; the exchanges are the basic moves between tables with the same
margins (Diaconis and Sturmfels 1998).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.disclosure.draws import Draws

Counts = NDArray[np.int64]

SWEEPS = MOST = 2
# How close to nought, or to all, a count is near an end.
NEAR = 1
# The chance that a sweep makes a count one more, and as likely one less: in the open, and where
# one of the four counts of the exchange is near an end. The smallest with which no attacker of the
# audit is surer than .75 of a count.
OPEN, ENDS = 0.1, 0.18
# What an outcome must leave: of the exchanges around each count the part that could be made.
ROOM = 0.5
# The size classes, or answers, beside it that are reckoned with: noise of two fills no more; and
# how many a table may have, as of more this would be too few.
REACH, LARGEST = 3, 5
# Draws in vain before a count may move one further, with a sweep more each fifth; and in all.
PATIENCE, ATTEMPTS = 250, 1000


def perturbed(counts: Counts, key: bytes, subject: bytes, moved: Sequence[int] | Counts = ()
              ) -> Counts | None:
    """Counts with noise; the same for the same key and subject.

    Parameters
    ----------
    counts : ndarray of int, shape (R, D)
        By answer and size class.
    key, subject : bytes
        See `Draws`.
    moved : sequence of int, length D, optional
        What is to be added to the sum of each column: a routed question takes over the noise of
        what decides whom it is put to. Adds up to nought.

    Returns
    -------
    ndarray of int, shape (R, D), or None
        None where no outcome leaves enough room.
    """
    for attempt in range(ATTEMPTS):
        draws = Draws(key, subject + attempt.to_bytes(4, "big"))
        found = _shifted(counts, moved, draws)
        for _ in range(SWEEPS + 5 * attempt // PATIENCE):
            _sweep(found, counts, draws, MOST + attempt // PATIENCE)
        if is_loose(found):
            return found
    return None


def swept(counts: Counts, key: bytes, subject: bytes) -> Counts:
    """Counts with the noise of a first draw, for what is computed from them and never shown itself.

    Parameters
    ----------
    counts : ndarray of int, shape (R, D)
    key, subject : bytes

    Returns
    -------
    ndarray of int, shape (R, D)
    """
    found, draws = counts.copy(), Draws(key, subject)
    for _ in range(SWEEPS):
        _sweep(found, counts, draws, MOST)
    return found


def is_loose(table: Counts) -> bool:
    """Whether published counts leave room: around each, half of the exchanges could be made.

    Parameters
    ----------
    table : ndarray of int, shape (R, D)

    Returns
    -------
    bool
    """
    filled = (table > 0).astype(int)
    rows, columns = filled.sum(axis=1, keepdims=True), filled.sum(axis=0, keepdims=True)
    # Taken from another row of the column and another column of the row, or given to both.
    more = (rows - filled) * (columns - filled)
    less = filled * (filled.sum() - rows - columns + filled)
    around = 2 * min(table.shape[0] - 1, REACH) * min(table.shape[1] - 1, REACH)
    return bool((more + less >= ROOM * around).all())


def _sweep(table: Counts, start: Counts, draws: Draws, most: int) -> None:
    """Exchange, in place, between pairs of rows and pairs of columns."""
    answers, classes = table.shape
    # Where one row or column is left out, the others make up for it.
    share = (answers // 2 * 2 / answers) * (classes // 2 * 2 / classes)
    for rows in draws.pairs(answers):
        for columns in draws.pairs(classes):
            block = np.ix_(rows, columns)
            # What is near an end is told by where the walk began: forth is then as likely as back.
            rate = min(2 * (ENDS if start[block].min() <= NEAR else OPEN) / share, 1)
            drawn = draws.uniform()
            if drawn < rate:
                change = np.array([[1, -1], [-1, 1]]) * (1 if drawn < rate / 2 else -1)
                for after in (table[block] + change, table[block] - change):
                    if (after >= 0).all() and (abs(after - start[block]) <= most).all():
                        table[block] = after
                        break


def _shifted(counts: Counts, moved: Sequence[int] | Counts, draws: Draws) -> Counts:
    """Respondents moved between columns, each from a row by chance, until the sums are right."""
    table, left = counts.copy(), list(moved)
    while any(left):
        source, goal = int(np.argmin(left)), int(np.argmax(left))
        change = table - counts
        may = (change[:, source] > -MOST) & (change[:, goal] < MOST)
        weights = np.cumsum(np.where(may, table[:, source], 0))
        if not weights[-1]:
            break
        row = int(np.searchsorted(weights, draws.uniform() * weights[-1], side="right"))
        table[row, source] -= 1
        table[row, goal] += 1
        left[source] += 1
        left[goal] -= 1
    return table
