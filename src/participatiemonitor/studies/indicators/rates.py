"""Proportions and rates of municipalities with exact intervals.

Notes
-----
*Proportions.* Clopper and Pearson (1934): the interval holds every share that does not make so many
events or more, or so many or fewer, less likely than half of 1 - level. Its ends are quantiles of
beta distributions.

*Rates.* Garwood (1936): the same of a Poisson count, with quantiles of gamma distributions.

Both cover at least the level, and mostly more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor.studies.indicators.counts import PROPORTION, Counts, Floats

LEVEL = 0.95


@dataclass(frozen=True, eq=False)
class Rates:
    """The indicator of each municipality.

    Attributes
    ----------
    municipalities : tuple of str
    value : ndarray of float, shape (m,)
        Events per person or unit of time.
    low, high : ndarray of float, shape (m,)
        Ends of its exact interval.
    """

    municipalities: tuple[str, ...]
    value: Floats
    low: Floats
    high: Floats


def rates(counts: Counts, level: float = LEVEL) -> Rates:
    """What the indicator is in each municipality.

    Parameters
    ----------
    counts : Counts
    level : float

    Returns
    -------
    Rates
    """
    low, high = exact_interval(counts.kind, counts.events, counts.at_risk, level)
    return Rates(counts.municipalities, counts.values, low, high)


def exact_interval(kind: str, events: Floats, at_risk: Floats, level: float = LEVEL
                   ) -> tuple[Floats, Floats]:
    """Exact interval of a proportion or a rate.

    Parameters
    ----------
    kind : str
        One of `participatiemonitor.studies.indicators.counts.KINDS`.
    events, at_risk : ndarray of float, shape (m,)
        Need not be whole: both may be divided by how much more they vary than chance.
    level : float

    Returns
    -------
    low : ndarray of float, shape (m,)
    high : ndarray of float, shape (m,)
    """
    tail = (1 - level) / 2
    if kind == PROPORTION:
        others = at_risk - events
        # At an end one of both parameters is nought, where there is no beta distribution.
        low = scipy.special.betaincinv(np.maximum(events, 1e-9), others + 1, tail)
        high = scipy.special.betaincinv(events + 1, np.maximum(others, 1e-9), 1 - tail)
        return np.where(events > 0, low, 0.0), np.where(others > 0, high, 1.0)
    low = scipy.special.gammaincinv(np.maximum(events, 1e-9), tail) / at_risk
    high = scipy.special.gammainccinv(events + 1, tail) / at_risk
    return np.where(events > 0, low, 0.0), high
