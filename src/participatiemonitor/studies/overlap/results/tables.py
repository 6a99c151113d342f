"""All counts that something is told of, exactly: what the door is given."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.studies.overlap.form import DOMAINS
from participatiemonitor.studies.overlap.histogram import Flags
from participatiemonitor.studies.overlap.results.patterns import Cells, Kind, Patterns

# More than so many kinds is many.
MANY = 3


@dataclass(frozen=True, eq=False)
class Tables:
    """Cells of one unit at one grain; the first place of areas is all together.

    Attributes
    ----------
    total : Cells
        Who use anything, more than one, more than `MANY`, shape (1 + a, 3).
    kinds : Cells
        Users of each kind, shape (1 + a, k).
    both : Cells
        Users of each two, shape (1 + a, k, k); above the diagonal only.
    pair : Cells
        Who use a kind and exactly one other, shape (k,).
    within : Cells
        Who use more than one, of one domain, shape ().
    patterns : ndarray of bool, shape (p, k)
        What anybody uses exactly.
    exact : Cells
        Who do, shape (p,).
    """

    total: Cells
    kinds: Cells
    both: Cells
    pair: Cells
    within: Cells
    patterns: Flags
    exact: Cells


def tables_of(given: Patterns) -> Tables:
    """Count.

    Parameters
    ----------
    given : Patterns

    Returns
    -------
    Tables
    """
    number = given.number
    total = given.cells(number > 0, number > 1, number > MANY)
    pair = _first(given.cells(*(given.uses & (number == 2)[:, np.newaxis]).T))
    within = given.cells((number > 1) & ~across(given.uses, given.kinds))
    patterns, exact = _exact(given)
    return Tables(total, given.cells(*given.uses.T), _both(given), pair,
                  Cells(within.counts[0, 0], within.identities[0, 0]), patterns, exact)


def across(uses: Flags, kinds: tuple[Kind, ...]) -> Flags:
    """Which patterns are of more than one domain, shape (m,)."""
    of = np.array([[name in kind.domains for name in DOMAINS] for kind in kinds], np.int64)
    return np.asarray((uses @ of > 0).sum(axis=1) > 1)


def of_areas(given: Patterns, patterns: Flags) -> Cells:
    """Who use exactly some patterns, by area, shape (1 + a, p).

    Parameters
    ----------
    given : Patterns
    patterns : ndarray of bool, shape (p, k)

    Returns
    -------
    Cells
    """
    everything, place = given.exact()
    known = {one.tobytes(): number for number, one in enumerate(everything)}
    return given.cells(*(place == known[one.tobytes()] for one in patterns))


def _both(given: Patterns) -> Cells:
    size = len(given.kinds)
    shape = len(given.areas) + 1, size, size
    counts, who = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for kind in range(size - 1):
        users = given.of(given.uses[:, kind])
        found = users.cells(*users.uses.T[kind + 1:])
        counts[:, kind, kind + 1:], who[:, kind, kind + 1:] = found.counts, found.identities
    return Cells(counts, who)


def _exact(given: Patterns) -> tuple[Flags, Cells]:
    patterns, place = given.exact()
    counts, who = np.zeros(len(patterns), np.int64), np.zeros(len(patterns), np.int64)
    np.add.at(counts, place, given.count)
    np.bitwise_xor.at(who, place, given.identity)
    return patterns, Cells(counts, who)


def _first(cells: Cells) -> Cells:
    return Cells(cells.counts[0], cells.identities[0])
