"""Which of several quantities is in a place, from what is published of them and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from participatiemonitor.estimation.estimates import HIDDEN, Estimate


def in_place(found: Iterable[Estimate], rank: int = 1) -> Estimate | None:
    """Find the quantity in a place among others.

    Parameters
    ----------
    found : iterable of Estimate
        Shares, of one group each. Of equal ones the first comes first.
    rank : int
        1 is the largest.

    Returns
    -------
    Estimate or None
        None when there are too few that anybody is sure to have given, when what is told of one
        leaves its place open, and, whatever the rank, when one is hidden.
    """
    found = list(found)
    if any(one.status == HIDDEN for one in found):
        return None
    shown = [one for one in found if one.limits[1] > 0]  # without answers it is not a number
    for place, one in enumerate(shown):
        earlier = [_comes_first(other, one) for other in shown[:place]]
        later = [_comes_first(one, other) for other in shown[place + 1:]]
        larger = earlier.count(True) + later.count(False)
        if one.limits[0] > 0 and None not in (*earlier, *later) and larger == rank - 1:
            return one
    return None


def _comes_first(one: Estimate, other: Estimate) -> bool | None:
    """Whether the first of two, which comes first when they are equal, does so; None if it may."""
    if one.limits[0] >= other.limits[1]:
        return True
    return False if one.limits[1] < other.limits[0] else None
