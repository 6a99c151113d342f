"""Which municipalities stand out, when many are looked at at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor.studies.indicators.counts import Flags, Floats

# Of what is signalled, at most this part is expected to be chance alone.
FALSE = 0.05


@dataclass(frozen=True, eq=False)
class Discoveries:
    """The municipalities that are signalled.

    Attributes
    ----------
    false : float
        The expected part of them that is not exceptional after all, at most.
    adjusted : ndarray of float, shape (m,)
        Of each municipality the smallest such part at which it would be signalled.
    signalled : ndarray of bool, shape (m,)
    names : tuple of str
        Those that are, the most exceptional first.
    """

    false: float
    adjusted: Floats
    signalled: Flags
    names: tuple[str, ...]


def discoveries(municipalities: Sequence[str], p: Floats, false: float = FALSE) -> Discoveries:
    """Control the part of false discoveries.

    Parameters
    ----------
    municipalities : sequence of str, length m
        All that are looked at.
    p : ndarray of float, shape (m,)
        Their p-values.
    false : float

    Returns
    -------
    Discoveries

    Notes
    -----
    Benjamini and Hochberg (1995): with the p-values in order, p(i) times m / i, and none more than
    a later one. It holds for municipalities that are independent, which a target that is
    estimated from the same counts makes nearly but not wholly true. Jones, Ohlssen and
    Spiegelhalter (2008) apply it to funnels.
    """
    adjusted = scipy.stats.false_discovery_control(p, method="bh") if len(p) else np.empty(0)
    order = np.argsort(p, kind="stable")
    return Discoveries(false, adjusted, adjusted <= false, tuple(
        municipalities[place] for place in order if adjusted[place] <= false))
