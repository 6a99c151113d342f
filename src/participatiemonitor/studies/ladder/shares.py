"""Shares of steps with intervals, where a person takes more than one.

Notes
-----
If all persons moved by the same chances and forgot where they came from, the steps from one rung
would be a multinomial sample, however many are of one person (Anderson and Goodman 1957). Persons
differ: who rose once may rise more easily again. The variance of a share is therefore that of a
ratio over persons as clusters (Cochran 1977, § 6.5 and 11.9): with n_i steps of person i, of which
y_i go that way, and P persons,

    P / (P - 1) * sum((y_i - p n_i)^2) / n^2.

The interval is that of Wilson (1927) for the sample without clusters that would be as precise, of
n / D steps, D being this variance by p (1 - p) / n, times the square of the normal quantile by that
of t with P - 1 degrees of freedom (Korn and Graubard 1998, who do so with the exact interval). Near
0 and 1 a variance of few steps is often far too small, and where nobody went that way it is nought;
D is therefore the larger of that of the cell, that of its row as a whole (the mean of Rao and Scott
1981: the sum of variance * n / p, by the number of cells less one) and 1. Where all steps of a row
went one way nothing says how persons differ, and they count as alike.

The interval is of one cell, as a reader takes it: of a matrix of forty cells two may miss. That of
Goodman (1965), which holds for a row at once, is the same with a higher level: ``1 - .05 / k`` for
k cells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor.estimation.design.intervals import LEVEL
from participatiemonitor.studies.ladder.registrations import Floats, Ints


@dataclass(frozen=True)
class Shares:
    """Of the steps of each row, how many went where.

    Attributes
    ----------
    counts : ndarray of int, shape (R, K)
        Steps of a row that go to a column.
    persons : ndarray of int, shape (R,)
        Who took them.
    values : ndarray of float, shape (R, K)
        Fractions of the row; NaN where it has no steps.
    errors : ndarray of float, shape (R, K)
        Standard errors, with persons as clusters; NaN of a row of one person.
    low, high : ndarray of float, shape (R, K)
        Bounds of the interval of each cell; 0 and 1 of a row of no or one person.
    """

    counts: Ints
    persons: Ints
    values: Floats
    errors: Floats
    low: Floats
    high: Floats

    @property
    def steps(self) -> Ints:
        """How many steps each row has, shape (R,)."""
        return self.counts.sum(axis=1)


def shares(person: Ints, row: Ints, column: Ints, shape: tuple[int, int]) -> Shares:
    """Count steps by row and column, and tell how certain the shares are.

    Parameters
    ----------
    person, row, column : ndarray of int, shape (n,)
        Of each step: whose it is, from 0, and its place in the table.
    shape : (int, int)
        Rows and columns of the table.

    Returns
    -------
    Shares
    """
    rows = [_row(person[row == place], column[row == place], shape[1])
            for place in range(shape[0])]
    return Shares(*(np.array(part) for part in zip(*rows, strict=True)))


def wilson(share: Floats, size: Floats, level: float = LEVEL) -> tuple[Floats, Floats]:
    """The interval of a share of a sample (Wilson 1927).

    Parameters
    ----------
    share : ndarray of float, shape (...)
    size : ndarray of float, shape (...)
        More than nought; need not be whole.
    level : float

    Returns
    -------
    low : ndarray of float, shape (...)
    high : ndarray of float, shape (...)
    """
    square = scipy.special.ndtri((1 + level) / 2) ** 2
    centre = (share + square / (2 * size)) / (1 + square / size)
    reach = np.sqrt(square * (share * (1 - share) / size + square / (4 * size**2))
                    ) / (1 + square / size)
    # Of what all or nobody did the bound is 1 or 0 itself, but for binary noise.
    return (np.where(share > 0, centre - reach, 0.0), np.where(share < 1, centre + reach, 1.0))


def _row(person: Ints, column: Ints, width: int
         ) -> tuple[Ints, int, Floats, Floats, Floats, Floats]:
    people, place = np.unique(person, return_inverse=True)
    by_person = np.bincount(place * width + column, minlength=len(people) * width
                            ).reshape(-1, width)
    counts, persons = by_person.sum(axis=0), len(people)
    size = counts.sum()
    if persons < 2:
        value = counts / size if size else np.full(width, np.nan)
        return counts, persons, value, np.full(width, np.nan), np.zeros(width), np.ones(width)
    value = counts / size
    residual = by_person - by_person.sum(axis=1)[:, None] * value
    variance = persons / (persons - 1) * (residual**2).sum(axis=0) / size**2
    tail = (1 + LEVEL) / 2
    few = (scipy.special.ndtri(tail) / scipy.special.stdtrit(persons - 1, tail)) ** 2
    low, high = wilson(value, size * few / _design_effect(value, variance, size))
    return counts, persons, value, np.sqrt(variance), low, high


def _design_effect(value: Floats, variance: Floats, size: int) -> Floats:
    """How much larger the variance is than that of a sample without clusters, never below 1."""
    seen = value > 0
    whole = ((variance[seen] * size / value[seen]).sum() / (seen.sum() - 1)
             if seen.sum() > 1 else 1.0)
    plain = value * (1 - value) / size
    own = np.divide(variance, plain, out=np.ones_like(plain), where=plain > 0)
    return np.maximum(np.maximum(own, whole), 1.0)
