"""Two groups or periods side by side, as it may be told: how many moved, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.trend.difference import Difference, difference
from participatiemonitor.studies.ladder.comparisons import compare
from participatiemonitor.studies.ladder.course import YEAR, Ranges
from participatiemonitor.studies.ladder.rates import Rates, rates
from participatiemonitor.studies.ladder.registrations import Floats
from participatiemonitor.studies.ladder.steps import Steps
from participatiemonitor.studies.ladder.told_moves import ToldMoves
from participatiemonitor.studies.ladder.transitions import LEAVING, STAYED
from participatiemonitor.studies.persons.grouping import Groups
from participatiemonitor.studies.persons.intervals import widened
from participatiemonitor.studies.persons.walk import possible

TABLES = 200


@dataclass(frozen=True)
class Sides:
    """Two groups or periods.

    Attributes
    ----------
    kinds : tuple of tuple of int
        What is told, K of them: places in `told_moves.MOVES`.
    steps : tuple of int
        From one registration to the next, of both.
    both : int
        Persons who are in both.
    first, second, change : Ranges, shape (K,)
        Shares of steps, or moves per year, and how much more the second has.
    gaps : tuple of float
        The mean time between registrations, of both, in days.
    """

    kinds: Groups
    steps: tuple[int, int]
    both: int
    first: Ranges
    second: Ranges
    change: Ranges
    gaps: tuple[float, float]


def shares_of(told: ToldMoves) -> Sides:
    """Both by shares of their steps, each about as long.

    Parameters
    ----------
    told : ToldMoves

    Returns
    -------
    Sides
        Intervals hold the noise besides chance.
    """
    found = compare(told.first, told.second)
    first, second = (Ranges(one.values[0], one.low[0], one.high[0])
                     for one in (found.first, found.second))
    totals = told.published.counts.sum(axis=1).astype(float)
    return _sides(told, (first, second), found.differences, np.stack([totals] * 4, axis=1),
                  most=1.0)


def rates_of(told: ToldMoves, still: tuple[Steps, Steps], persons: int) -> Sides:
    """Both by moves per year, whatever their dates.

    Parameters
    ----------
    told : ToldMoves
    still : tuple of Steps
        Who is still there, of both.
    persons : int
        As of `rates.rates`.

    Returns
    -------
    Sides
        Intervals hold the noise besides chance.
    """
    found = [rates(_in_years(taken), _in_years(rest), persons)
             for taken, rest in zip((told.first, told.second), still, strict=True)]
    shared = (found[0].terms * found[1].terms).sum(axis=0)
    differences = tuple(
        difference(_weighted(found[0], kind), _weighted(found[1], kind), float(shared[kind]))
        for kind in range(LEAVING + 1))
    first, second = (Ranges(one.values, one.low, one.high) for one in found)
    return _sides(told, (first, second), differences, np.stack([one.time for one in found]),
                  most=np.inf)


def _in_years(taken: Steps) -> Steps:
    return replace(taken, gap=taken.gap / YEAR)


def _sides(told: ToldMoves, sides: tuple[Ranges, Ranges], differences: tuple[Difference, ...],
           sizes: Floats, most: float) -> Sides:
    """With what the noise adds; what counts are divided by is that of both, by kind of move."""
    # Of how often somebody was seen to stay there is no rate.
    shown = [place for place, kinds in enumerate(told.kinds)
             if most == 1 or STAYED not in kinds]
    place = [told.kinds[one][0] for one in shown]
    tables = possible(told.published.counts, TABLES)[:, :, shown] / sizes[:, place]
    first, second = (
        _wide(Ranges(side.values[place], side.low[place], side.high[place]),
              tables[:, row].std(axis=0), 0.0, most)
        for row, side in enumerate(sides))
    apart = Ranges(*(np.array([getattr(differences[kind], name) for kind in place])
                     for name in ("value", "low", "high")))
    change = _wide(apart, (tables[:, 1] - tables[:, 0]).std(axis=0), -most, most)
    taken = told.first, told.second
    return Sides(tuple(told.kinds[one] for one in shown), (len(taken[0]), len(taken[1])),
                 len(np.intersect1d(taken[0].person, taken[1].person)), first, second, change,
                 (float(taken[0].gap.mean()), float(taken[1].gap.mean())))


def _wide(found: Ranges, spread: Floats, least: float, most: float) -> Ranges:
    low, high = widened(found.values, found.low, found.high, spread)
    return Ranges(found.values, np.clip(low, least, most), np.clip(high, least, most))


def _weighted(found: Rates, kind: int) -> Weighted:
    value, error, low, high = (float(part[kind]) for part in (found.values, found.errors,
                                                              found.low, found.high))
    return Weighted(value, error, low, high)
