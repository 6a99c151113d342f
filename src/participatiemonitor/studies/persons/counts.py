"""Counts of persons that stand by themselves: a group's total, exact but for the ends.

Of a base of `BASE` persons or more a count is told exactly, as in a round; nought to two, and all
but two to all, are one class each (`participatiemonitor.estimation.disclosure.totals`). What is
computed from such a count takes the one in the middle of the class, whichever it is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.disclosure.totals import CLASS, tell
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.studies.persons.grouping import BASE


def computable(counts: NDArray[np.int64], n: NDArray[np.int64]) -> NDArray[np.float64]:
    """Counts as figures may be computed from them.

    Parameters
    ----------
    counts : ndarray of int, shape (m,)
        Of persons who have something.
    n : ndarray of int, shape (m,)
        Of all of a group.

    Returns
    -------
    ndarray of float, shape (m,)
        A class by the count in its middle; NaN where the base is too small to tell any.
    """
    found = counts.astype(float)
    for place, (count, base) in enumerate(zip(counts.tolist(), n.tolist(), strict=True)):
        if base < BASE:
            found[place] = np.nan
        elif tell(count, base).status != OK:
            found[place] = CLASS / 2 if count <= CLASS else base - CLASS / 2
    return found
