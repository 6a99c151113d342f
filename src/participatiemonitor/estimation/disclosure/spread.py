"""How far the noise moves what is computed from published counts: for errors and intervals.

It follows from the published counts alone, and neither decides nor changes any.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.disclosure.noise import ENDS, NEAR, OPEN, SWEEPS, Counts


def exchanged(table: Counts, rows: Sequence[int]) -> NDArray[np.float64]:
    """The variance that the exchanges between each two size classes give a sum of rows.

    Parameters
    ----------
    table : ndarray of int, shape (R, D)
        As published: it is its counts that say which exchanges were frequent.
    rows : sequence of int
        Those that are added up.

    Returns
    -------
    ndarray of float, shape (D, D)
        Respondents squared; 0 where there is nobody. The noise of a weighted sum has as variance
        that of each two classes times the squared difference of their weights, added up.
    """
    inside = np.isin(np.arange(len(table)), rows)
    near = table <= NEAR
    either = near[inside][:, None] | near[~inside][None]
    rates = np.where(either[..., :, None] | either[..., None, :], ENDS, OPEN).sum(axis=(0, 1))
    present = (table.sum(axis=0) > 0).astype(int)
    pairs = np.outer(present, present) - np.diag(present)
    return pairs * 2 * SWEEPS * rates / max((len(table) - 1) * (present.sum() - 1), 1)


def chances(variance: float, classes: int) -> NDArray[np.float64]:
    """The chance of each noise of a sum over size classes, away from the ends.

    Parameters
    ----------
    variance : float
    classes : int
        How many there are, or how many others when these are fewer.

    Returns
    -------
    ndarray of float, of odd length
        The middle one is that of none.
    """
    found = np.ones(1)
    for _ in range(SWEEPS * classes):
        rate = variance / (2 * SWEEPS * classes)
        found = np.convolve(found, [rate, 1 - 2 * rate, rate])
    return found
