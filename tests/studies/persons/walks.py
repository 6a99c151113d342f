"""Many walks at once from a published table, for tables too large to look at all others.

Random numbers are those of numpy: what is drawn is what may be thought, which no key decides.
"""

from __future__ import annotations

from math import ceil

import numpy as np

from participatiemonitor.studies.persons import walk


def many(published: np.ndarray, size: int, rng: np.random.Generator) -> np.ndarray:
    """Outcomes of walks, shape (size, R, C)."""
    rows, columns = published.shape
    tables = np.repeat(published[None], size, axis=0)
    of_row, of_column = (tables > 0).sum(axis=2), (tables > 0).sum(axis=1)
    every, pace = np.arange(size), walk.pace_of(rows, columns)
    for _ in range(ceil(walk.AMOUNT / pace * rows * columns / 4)):
        one, left = rng.integers(0, rows, size), rng.integers(0, columns, size)
        other = (one + rng.integers(1, rows, size)) % rows
        right = (left + rng.integers(1, columns, size)) % columns
        here = np.flatnonzero((tables[every, one, right] > 0) & (tables[every, other, left] > 0))
        one, other, left, right = (place[here] for place in (one, other, left, right))
        before = _fewest(tables, of_row, of_column, here, (one, other), (left, right))
        ends = (tables[here, one, left] == 0) | (tables[here, other, right] == 0)
        _exchange(tables, of_row, of_column, here, (one, other), (left, right))
        ends |= (tables[here, one, right] == 0) | (tables[here, other, left] == 0)
        after = _fewest(tables, of_row, of_column, here, (one, other), (left, right))
        chance = pace * 2 * (rows - 1) * (columns - 1) / np.minimum(before, after)
        back = rng.random(len(here)) >= chance * np.where(ends, walk.ENDS, 1)
        one, other, left, right = (place[back] for place in (one, other, left, right))
        _exchange(tables, of_row, of_column, here[back], (one, other), (right, left))
    return tables


def _exchange(tables, of_row, of_column, here, rows, columns) -> None:
    for number, row in enumerate(rows):
        for place, column in enumerate(columns):
            change = 1 if number == place else -1
            count = tables[here, row, column]
            tables[here, row, column] = count + change
            turned = change * ((count == 0) | (count + change == 0))
            of_row[here, row] += turned
            of_column[here, column] += turned


def _fewest(tables, of_row, of_column, here, rows, columns) -> np.ndarray:
    found, filled = [], of_row[here].sum(axis=1)
    for row in rows:
        for column in columns:
            wide, high = of_row[here, row], of_column[here, column]
            less = (wide - 1) * (high - 1) + filled - wide - high + 1
            found.append(np.where(tables[here, row, column] > 0, less, wide * high))
    return np.min(found, axis=0)
