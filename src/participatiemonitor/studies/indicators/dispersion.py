"""Municipalities that differ more than chance: limits and p-values that allow for it.

Notes
-----
Spiegelhalter (2005), multiplicative: the dispersion is the mean square of the z-scores. Those that
are exceptional may not widen the limits they are judged by, so that the lowest and the highest are
first set to a quantile (winsorised). The limits are those of a normal distribution whose standard
error is multiplied by the root of the dispersion, and so are the z-scores divided by it. A
dispersion up to 1 changes nothing: municipalities are not held to less than chance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor.studies.indicators.counts import PROPORTION, Counts, Floats
from participatiemonitor.studies.indicators.funnels import Funnel, outside, standard_error

# The part of the municipalities at either end that is drawn in.
TAIL = 0.1


@dataclass(frozen=True)
class Dispersion:
    """How much more municipalities vary than chance.

    Attributes
    ----------
    phi : float
        The mean square of the winsorised z-scores; 1 of chance alone.
    raw : float
        That of the z-scores as they are.
    """

    phi: float
    raw: float

    @property
    def factor(self) -> float:
        """By how much standard errors are multiplied, at least 1."""
        return float(np.sqrt(max(self.phi, 1.0)))


def dispersion(z: Floats, tail: float = TAIL) -> Dispersion:
    """Estimate the dispersion of z-scores.

    Parameters
    ----------
    z : ndarray of float, shape (m,)
    tail : float

    Returns
    -------
    Dispersion
    """
    ends = np.quantile(z, [tail, 1 - tail])
    return Dispersion(float(np.mean(np.clip(z, *ends) ** 2)), float(np.mean(z**2)))


def widened(funnel: Funnel, counts: Counts, found: Dispersion) -> Funnel:
    """The same funnel with limits that allow for dispersion.

    Parameters
    ----------
    funnel : Funnel
        With exact limits.
    counts : Counts
        Those it was made of.
    found : Dispersion

    Returns
    -------
    Funnel
        The same where the dispersion is not above 1.
    """
    if found.factor == 1:
        return funnel
    low, high = np.array([
        wide_limits(counts.kind, funnel.target, counts.at_risk, level, found)
        for level in funnel.levels]).swapaxes(0, 1)
    z = funnel.z / found.factor
    return replace(funnel, low=low, high=high, z=z, p=2 * scipy.special.ndtr(-np.abs(z)),
                   outside=outside(counts.values, low, high))


def wide_limits(kind: str, target: float, at_risk: Floats, level: float, found: Dispersion
                ) -> tuple[Floats, Floats]:
    """Normal control limits that allow for dispersion.

    Parameters
    ----------
    kind : str
        One of `participatiemonitor.studies.indicators.counts.KINDS`.
    target : float
    at_risk : ndarray of float, shape (m,)
    level : float
    found : Dispersion

    Returns
    -------
    low : ndarray of float, shape (m,)
    high : ndarray of float, shape (m,)
        From 0, and of a proportion up to 1.
    """
    reach = (scipy.special.ndtri((1 + level) / 2) * found.factor
             * standard_error(kind, target, at_risk))
    most = 1.0 if kind == PROPORTION else np.inf
    return np.maximum(target - reach, 0.0), np.minimum(target + reach, most)
