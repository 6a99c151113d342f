"""Funnel plots: which municipalities lie further from a target than chance would bring them.

Notes
-----
*Exact limits.* Spiegelhalter (2005, appendix A.1), for counts R that are binomial or Poisson if
the target holds. With r the smallest count for which P(R <= r) is at least p, the limit is

    (r - a) / n,  a = (P(R <= r) - p) / (P(R <= r) - P(R <= r - 1)),

which draws a smooth line through a distribution in steps: n persons, or the time at risk. Below 0
there are no counts, so that a limit there is 0: nobody lies under it, nor above it with none.

*Z-scores.* The distance from the target by the standard error that the target gives (Spiegelhalter
2005): of these the dispersion is computed.

*P-values.* Twice the smaller tail, where of what was observed itself half counts (mid-p, Lancaster
1961), so that where the target holds a tail is a half on average, also of small counts. The limits
are not quite symmetric: a count lies above them where P(R > r) is less than the tail, and under
them where P(R <= r) is. Near a line one may therefore signal a municipality and the other not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used
from numpy.typing import NDArray

from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.counts import PROPORTION, Counts, Floats

# Of alert and of alarm: about two and three standard errors.
LEVELS = (0.95, 0.998)


@dataclass(frozen=True, eq=False)
class Funnel:
    """Municipalities around a target.

    Attributes
    ----------
    target : float
        Events per person or unit of time.
    levels : tuple of float, length l
    low, high : ndarray of float, shape (l, m)
        Control limits for each municipality.
    z : ndarray of float, shape (m,)
        Its distance from the target in standard errors.
    p : ndarray of float, shape (m,)
        How likely a distance as large is if the target holds.
    outside : ndarray of int, shape (m,)
        How many of the levels it lies outside of: negative below the target, 0 inside all.
    """

    target: float
    levels: tuple[float, ...]
    low: Floats
    high: Floats
    z: Floats
    p: Floats
    outside: NDArray[np.intp]


def funnel(counts: Counts, target: float | None = None, levels: tuple[float, ...] = LEVELS
           ) -> Funnel:
    """Place municipalities in a funnel with exact limits.

    Parameters
    ----------
    counts : Counts
    target : float, optional
        By default what all municipalities have together.
    levels : tuple of float

    Returns
    -------
    Funnel

    Raises
    ------
    InputError
        For a target that no count can differ from, or that is no proportion or rate.
    """
    target = counts.pooled if target is None else target
    if not 0 < target < (1 if counts.kind == PROPORTION else np.inf):
        most = " en onder 1" if counts.kind == PROPORTION else ""
        raise InputError(f"het richtpunt is {target:g}; verwacht: een getal boven 0{most}. Is dat "
                         "wat gemeenten samen hebben, dan is er niets te vergelijken.")
    low, high = np.array([control_limits(counts.kind, target, counts.at_risk, level)
                          for level in levels]).swapaxes(0, 1)
    return Funnel(target, levels, low, high, z_scores(counts, target), mid_p(counts, target),
                  outside(counts.values, low, high))


def control_limits(kind: str, target: float, at_risk: Floats, level: float
                   ) -> tuple[Floats, Floats]:
    """Exact control limits, interpolated.

    Parameters
    ----------
    kind : str
        One of `participatiemonitor.studies.indicators.counts.KINDS`.
    target : float
    at_risk : ndarray of float, shape (m,)
        Those of municipalities, or any along which the funnel is drawn; of a proportion whole.
    level : float

    Returns
    -------
    low : ndarray of float, shape (m,)
    high : ndarray of float, shape (m,)
    """
    tail = (1 - level) / 2
    low, high = (_limit(kind, target, at_risk, chance) for chance in (tail, 1 - tail))
    return low, high


def _limit(kind: str, target: float, at_risk: Floats, chance: float) -> Floats:
    counted = _distribution(kind, target, at_risk)
    count = counted.ppf(chance)
    upto, below = counted.cdf(count), counted.cdf(count - 1)
    limit = (count - (upto - chance) / (upto - below)) / at_risk
    return np.maximum(limit, 0.0)


def z_scores(counts: Counts, target: float) -> Floats:
    """Distances from the target in standard errors, shape (m,)."""
    return (counts.values - target) / standard_error(counts.kind, target, counts.at_risk)


def standard_error(kind: str, target: float, at_risk: Floats) -> Floats:
    """Standard error of an indicator if the target holds, shape (m,)."""
    return np.sqrt(target * (1 - target if kind == PROPORTION else 1) / at_risk)


def mid_p(counts: Counts, target: float) -> Floats:
    """Two-sided mid-p-values of the exact distribution, shape (m,)."""
    counted = _distribution(counts.kind, target, counts.at_risk)
    half = counted.pmf(counts.events) / 2
    below, above = counted.cdf(counts.events - 1) + half, counted.sf(counts.events) + half
    return np.minimum(2 * np.minimum(below, above), 1.0)


def outside(values: Floats, low: Floats, high: Floats) -> NDArray[np.intp]:
    """Of how many levels values lie outside the limits; negative below these.

    Parameters
    ----------
    values : ndarray of float, shape (m,)
    low, high : ndarray of float, shape (l, m)

    Returns
    -------
    ndarray of int, shape (m,)
    """
    # A limit that is a count itself is met, whatever is left of binary noise.
    reach = 1e-12 * np.maximum(values, 1)
    return (np.sum(values > high + reach, axis=0) - np.sum(values < low - reach, axis=0)
            ).astype(np.intp)


def _distribution(kind: str, target: float, at_risk: Floats):  # type: ignore[no-untyped-def]
    """How often an event is counted if the target holds."""
    if kind == PROPORTION:
        return scipy.stats.binom(at_risk, target)
    return scipy.stats.poisson(target * at_risk)
