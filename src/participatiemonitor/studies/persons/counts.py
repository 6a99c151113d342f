"""Counts of persons that stand by themselves: a group's total, exact but for the ends.

Of a base of `BASE` persons or more a count is told exactly, as in a round; nought to two, and all
but two to all, are one class each (`participatiemonitor.estimation.disclosure.totals`). What is
computed from such a count takes the one in the middle of the class, whichever it is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.persons.grouping import BASE


def computable(counts: NDArray[np.float64], n: NDArray[np.float64]) -> NDArray[np.float64]:
    """Counts as figures may be computed from them.

    Parameters
    ----------
    counts : ndarray of float, shape (m,)
        Of persons who have something, or to whom something happened.
    n : ndarray of float, shape (m,)
        All persons of each group; infinite where these were followed for some time, and something
        may happen more than once.

    Returns
    -------
    ndarray of float, shape (m,)
        A class by the count in its middle; NaN where the base is too small to tell any.
    """
    found = np.where(counts <= CLASS, CLASS / 2, np.where(counts >= n - CLASS, n - CLASS / 2,
                                                          counts))
    return np.where(n < BASE, np.nan, found)
