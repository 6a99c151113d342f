"""The difference of two estimates that may be correlated, with interval and test.

Notes
-----
The interval is put together from those of both estimates (MOVER; Newcombe 1998, Zou and Donner
2008): near 0 and 1 these are not as wide on both sides, and a standard error alone may be far too
small. The test is of the same make, so that a change can be demonstrated at 5 % where its interval
leaves nought out, and only there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor import dutch
from participatiemonitor.estimation.design.intervals import LEVEL
from participatiemonitor.estimation.design.weighting import Weighted


@dataclass(frozen=True)
class Difference:
    """How much later an estimate is higher.

    Attributes
    ----------
    value, se : float
        A fraction, and its standard error.
    low, high : float
        Bounds of the 95 % interval.
    p : float
        The chance of a difference that is as large where nothing changed.
    """

    value: float
    se: float
    low: float
    high: float
    p: float

    def rounded(self) -> Difference:
        """In whole percentage points, the error in tenths of one, the chance in thousandths."""
        return Difference(*(dutch.half_up(part, digits) for part, digits in (
            (self.value, 2), (self.se, 3), (self.low, 2), (self.high, 2), (self.p, 3))))


NOTHING = Difference(np.nan, np.nan, np.nan, np.nan, np.nan)


def difference(first: Weighted, second: Weighted, covariance: float) -> Difference:
    """Subtract the first estimate from the second.

    Parameters
    ----------
    first, second : Weighted
    covariance : float
        Of the two.

    Returns
    -------
    Difference
    """
    value, both = second.value - first.value, first.se * second.se
    shared = min(max(covariance / both, -1.0), 1.0) if both else 0.0
    low = value - _reach(first.high - first.value, second.value - second.low, shared)
    high = value + _reach(second.high - second.value, first.value - first.low, shared)
    towards_nought = value - low if value > 0 else high - value
    p = (1.0 if not value else 0.0 if not towards_nought else
         2 * scipy.special.ndtr(scipy.special.ndtri((1 - LEVEL) / 2) * abs(value) / towards_nought))
    return Difference(value, _reach(first.se, second.se, shared), low, high, float(p))


def _reach(one: float, other: float, shared: float) -> float:
    """How far a difference reaches: the sides of a triangle, the smaller the more is shared."""
    return max(one**2 + other**2 - 2 * shared * one * other, 0.0) ** 0.5
