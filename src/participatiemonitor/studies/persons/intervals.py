"""Intervals of what is computed from published counts: they hold the noise besides chance.

Notes
-----
Noise and chance are independent, so that their variances add up; both halves of an interval are
widened by themselves, as those of Wilson are not alike (MOVER; Zou and Donner 2008).
"""

from __future__ import annotations

import numpy as np
import scipy  # its parts are imported when they are first used
from numpy.typing import NDArray

from participatiemonitor.estimation.design.intervals import LEVEL

Floats = NDArray[np.float64]


def widened(value: Floats, low: Floats, high: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """The interval of a figure of published counts.

    Parameters
    ----------
    value, low, high : ndarray of float, shape (...)
        The figure and the bounds of its interval, as if counts had no noise; of times the
        logarithms.
    spread : ndarray of float, shape (...)
        The standard error that the noise adds, see `walk.spread`.

    Returns
    -------
    low : ndarray of float, shape (...)
        May lie below what a share can be, which is for the caller to cut off.
    high : ndarray of float, shape (...)
    """
    reach = scipy.special.ndtri((1 + LEVEL) / 2) * spread
    return value - np.hypot(value - low, reach), value + np.hypot(high - value, reach)
