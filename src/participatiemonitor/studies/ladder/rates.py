"""How often persons were seen to move, per year that they were followed: for irregular dates.

Notes
-----
The rate of a kind of move is its number by the time between the registrations, y / T. With y_i
moves of person i in a time T_i, and P persons, its variance is that of a ratio over persons as
clusters (Cochran 1977, § 6.5),

    P / (P - 1) * sum((y_i - y / T * T_i)^2) / T^2,

and its interval the exact one of a count (Garwood 1936) for the count without clusters that would
be as precise: y / D, D being this variance by y / T^2, and 1 at least. The covariance of two rates
is the sum over persons who are in both of the products of these terms.

A move is seen when the next registration is on another rung, so that who is registered less often
is seen to move less often. Two rates can be compared where the gaps are about as long.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor.estimation.design.intervals import TAIL
from participatiemonitor.studies.ladder.registrations import Floats, Ints
from participatiemonitor.studies.ladder.steps import Steps
from participatiemonitor.studies.ladder.transitions import LEAVING, move


@dataclass(frozen=True)
class Rates:
    """How often persons rose, stayed, fell and left.

    Attributes
    ----------
    counts : ndarray of int, shape (4,)
    time : ndarray of float, shape (4,)
        In which they could, in the unit of the gaps.
    values, errors, low, high : ndarray of float, shape (4,)
        Per unit of time, with the standard error and the bounds of the interval.
    terms : ndarray of float, shape (P, 4)
        What each person adds to the error; `errors` is the root of the sum of their squares.
    """

    counts: Ints
    time: Floats
    values: Floats
    errors: Floats
    low: Floats
    high: Floats
    terms: Floats


def rates(taken: Steps, still: Steps, persons: int) -> Rates:
    """How often persons moved.

    Parameters
    ----------
    taken : Steps
        From registration to registration, or to leaving.
    still : Steps
        From the last registration of who did not leave: time in which they could.
    persons : int
        How many there are; numbers of persons are below.

    Returns
    -------
    Rates
    """
    width = LEAVING + 1
    by_person = np.bincount(taken.person * width + move(taken), minlength=persons * width
                            ).reshape(persons, width)
    seen = np.bincount(taken.person, taken.gap, persons)
    followed = seen + np.bincount(still.person, still.gap, persons)
    times = np.stack([seen, seen, seen, followed], axis=1)
    counts, time = by_person.sum(axis=0), times.sum(axis=0)
    values = counts / time
    there = int((seen > 0).sum())
    terms = (by_person - values * times) / time * np.sqrt(there / max(there - 1, 1))
    errors = np.sqrt((terms**2).sum(axis=0))
    with np.errstate(divide="ignore", invalid="ignore"):
        effect = np.nan_to_num(np.maximum(errors**2 / (values / time), 1.0), nan=1.0, posinf=1.0)
    low, high = garwood(counts / effect)
    return Rates(counts, time, values, errors, low * effect / time, high * effect / time, terms)


def garwood(counts: Floats) -> tuple[Floats, Floats]:
    """The exact interval of the mean of a count (Garwood 1936); it need not be whole."""
    return (np.where(counts > 0, scipy.special.gammaincinv(np.maximum(counts, 1e-300), TAIL), 0.0),
            scipy.special.gammaincinv(counts + 1, 1 - TAIL))
