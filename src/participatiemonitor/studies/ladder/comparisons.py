"""Who rose, stayed, fell and left in two periods, or with a project and without.

Notes
-----
A difference says that one group moved otherwise than the other, not why. Whoever chose the project,
was chosen for it or lived through the second period may differ from the others in all that makes
people rise, and the labour market moves everybody: many outside causes act on results, as the
document of 2010 says. How alike both are in what is known stands in `balance`.

The interval is made of those of both shares (MOVER; Zou and Donner 2008) with the covariance of
persons who are in both: by the terms of `shares`, the sum of the products of what a person adds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.trend.difference import Difference, difference
from participatiemonitor.studies.ladder.registrations import Floats
from participatiemonitor.studies.ladder.shares import Shares
from participatiemonitor.studies.ladder.steps import Steps
from participatiemonitor.studies.ladder.transitions import LEAVING, move, moves


@dataclass(frozen=True)
class Comparison:
    """Two sets of steps side by side.

    Attributes
    ----------
    first, second : Shares
        One row: who rose, stayed, fell and left.
    differences : tuple of Difference
        How much larger each share is in the second, in the order of the columns.
    both : int
        Persons with steps in both.
    """

    first: Shares
    second: Shares
    differences: tuple[Difference, ...]
    both: int


def started(taken: Steps, since: np.datetime64, until: np.datetime64) -> Steps:
    """The steps of a period: those that began in it.

    Parameters
    ----------
    taken : Steps
    since, until : datetime64
        The first day, and the first that is no longer of it.

    Returns
    -------
    Steps
    """
    return taken.where((taken.start >= since) & (taken.start < until))


def compare(first: Steps, second: Steps) -> Comparison:
    """Compare who rose, stayed, fell and left.

    Parameters
    ----------
    first, second : Steps
        Of the same `Registrations`; as long as each other, as `steps.regular_steps` are, or the
        longer ones have risen more for that alone.

    Returns
    -------
    Comparison

    Raises
    ------
    InputError
        When one of both has no steps of at least two persons.
    """
    for taken, which in ((first, "eerste"), (second, "tweede")):
        if len(np.unique(taken.person)) < 2:
            raise InputError(f"de {which} groep of periode is te klein om te vergelijken. "
                             "Verwacht: ten minste twee personen met een registratie daarin en een "
                             "daarna.")
    sides = moves(first), moves(second)
    persons = max(first.person.max(), second.person.max()) + 1
    added = [_added(taken, side, persons) for taken, side in zip((first, second), sides,
                                                               strict=True)]
    covariance = (added[0] * added[1]).sum(axis=0)
    differences = tuple(difference(_weighted(sides[0], kind), _weighted(sides[1], kind),
                                   float(covariance[kind])) for kind in range(LEAVING + 1))
    both = len(np.intersect1d(first.person, second.person))
    return Comparison(*sides, differences, both)


def _weighted(side: Shares, kind: int) -> Weighted:
    value, error, low, high = (float(part[0, kind]) for part in (
        side.values, side.errors, side.low, side.high))
    return Weighted(value, error, low, high)


def _added(taken: Steps, found: Shares, persons: int) -> Floats:
    """What each person adds to each share, shape (persons, 4)."""
    width = LEAVING + 1
    counts = np.bincount(taken.person * width + move(taken), minlength=persons * width
                         ).reshape(persons, width)
    return (counts - counts.sum(axis=1, keepdims=True) * found.values[0]) / len(taken)
