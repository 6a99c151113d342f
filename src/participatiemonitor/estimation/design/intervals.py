"""Confidence intervals of shares: logit for the frame as a whole, exact within a stratum.

Notes
-----
*Logit.* The interval of the log-odds with the design-based standard error and a t quantile,
turned back to a share, as ``svyciprop(method = "logit")`` of the R package survey does. It has no
width at shares of 0 and 1, and below `EDGE` and above 1 - `EDGE` it is too narrow: in simulations
of the design of 2011 it covers 91 % at shares of .05 and .95.

*Effective sample.* There the interval is that of Clopper and Pearson for a sample of the size that
would give the same standard error, ``svyciprop(method = "beta")`` (Korn and Graubard 1998). The two
together cover between 93 and 97 % from .05 to .95.

*Exact.* In a stratum the number of organisations that would give an answer is a whole number K
between 0 and N, and of n respondents k gave it: a hypergeometric count. The interval holds every
K that does not make k or a more extreme count less likely than half of 1 - level on its side
(Buonaccorsi 1987). It never covers less than the level, and is a single point when n = N.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import scipy  # its parts are imported when they are first used
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LEVEL = 0.95
TAIL = (1 - LEVEL) / 2
EDGE = 0.10


def logit_interval(share: Floats, se: Floats, df: Floats) -> tuple[Floats, Floats]:
    """Interval of a share from its design-based standard error.

    Parameters
    ----------
    share, se, df : ndarray of float, shape (q,)
        Estimate from 0 to 1, its standard error and degrees of freedom.

    Returns
    -------
    low : ndarray of float, shape (q,)
    high : ndarray of float, shape (q,)
        NaN where the share is 0, 1 or NaN, or nothing is left to vary freely.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        inner = (share > 0) & (share < 1) & (df > 0)
        centre = np.log(share / (1 - share))
        quantile = scipy.special.stdtrit(np.where(df > 0, df, 1), (1 + LEVEL) / 2)
        reach = quantile * se / (share * (1 - share))
        low, high = _expit(centre - reach), _expit(centre + reach)
    return np.where(inner, low, np.nan), np.where(inner, high, np.nan)


def beta_interval(share: Floats, se: Floats, df: Floats, n: Floats) -> tuple[Floats, Floats]:
    """Interval of a share as of a simple sample with the same standard error.

    Parameters
    ----------
    share, se, df : ndarray of float, shape (q,)
        Estimate from 0 to 1, its standard error and degrees of freedom.
    n : ndarray of float, shape (q,)
        Respondents in the sample.

    Returns
    -------
    low : ndarray of float, shape (q,)
    high : ndarray of float, shape (q,)
        NaN where the share is 0, 1 or NaN, or nothing is left to vary freely.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        inner = (share > 0) & (share < 1) & (df > 0)
        free = np.where(inner, df, 1)
        wider = (scipy.special.stdtrit(np.maximum(n - 1, 1), TAIL)
                 / scipy.special.stdtrit(free, TAIL)) ** 2
        size = np.where(inner & (se > 0), share * (1 - share) / se**2 * wider, np.inf)
        count = share * size
        low, high = (scipy.special.betaincinv(count, size - count + 1, TAIL),
                     scipy.special.betaincinv(count + 1, size - count, 1 - TAIL))
    exact = inner & (se == 0)
    low, high = np.where(exact, share, low), np.where(exact, share, high)
    return np.where(inner, low, np.nan), np.where(inner, high, np.nan)


def overall_interval(share: Floats, se: Floats, df: Floats, n: Floats) -> tuple[Floats, Floats]:
    """Interval of a share of the whole frame: logit, and by effective sample near 0 and 1.

    Parameters
    ----------
    share, se, df, n : ndarray of float, shape (q,)
        As in `beta_interval`.

    Returns
    -------
    low : ndarray of float, shape (q,)
    high : ndarray of float, shape (q,)
        As in `beta_interval`.
    """
    low, high = logit_interval(share, se, df)
    outside = (share < EDGE) | (share > 1 - EDGE)
    if outside.any():
        low[outside], high[outside] = beta_interval(
            *(np.broadcast_to(part, share.shape)[outside] for part in (share, se, df, n)))
    return low, high


def exact_interval(k: int, n: int, size: int) -> tuple[float, float]:
    """Interval of a share in a stratum of `size` organisations, from `k` of `n` respondents.

    Parameters
    ----------
    k, n, size : int
        ``0 <= k <= n <= size``, n at least 1.

    Returns
    -------
    low : float
    high : float
        As shares of `size`.
    """
    lows, highs = _exact_bounds(n, size)
    return lows[k] / size, highs[k] / size


@lru_cache(maxsize=4096)
def _exact_bounds(n: int, size: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Smallest and largest K for every k from 0 to n."""
    totals = np.arange(size + 1)[:, None]
    counts = np.arange(n + 1)[None, :]
    # Guards against binary noise where a tail is exactly as likely as the limit.
    upper = scipy.stats.hypergeom.sf(counts - 1, size, totals, n) > TAIL - 1e-12
    lower = scipy.stats.hypergeom.cdf(counts, size, totals, n) > TAIL - 1e-12
    possible = (totals >= counts) & (size - totals >= n - counts)
    lows = np.argmax(upper & possible, axis=0)
    highs = size - np.argmax((lower & possible)[::-1], axis=0)
    return lows, highs


def _expit(value: Floats) -> Floats:
    return 1 / (1 + np.exp(-value))
