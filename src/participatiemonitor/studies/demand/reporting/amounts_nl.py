"""Ranges in Dutch: 120, 120–150, hooguit 150, minstens 120, onbekend."""

from __future__ import annotations

import math
from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import Limits

UNKNOWN = "onbekend"
# Names in a sentence; of more than these only the first stand in it.
_NAMED = 3


def least(limits: Limits) -> int:
    """The low end; of a range rounded so that it still holds what it held."""
    if limits.low == limits.high:
        return int(dutch.half_up(limits.low))
    return math.floor(round(limits.low, 9))


def most(limits: Limits) -> int | None:
    """The high end, rounded likewise; None where there is none."""
    if limits.low == limits.high:
        return least(limits)
    return math.ceil(round(limits.high, 9)) if math.isfinite(limits.high) else None


def number(limits: Limits, sign: str = "", all_: float = math.inf) -> str:
    """A range in a table: *12–40%*.

    Parameters
    ----------
    limits : Limits
    sign : str
        After the last number.
    all_ : float
        The most that there can be, which says no more than no end does.

    Returns
    -------
    str
    """
    low, high = least(limits), most(limits)
    if high is None or (high >= all_ and low < high):
        return f"minstens {dutch.whole(low)}{sign}" if low > 0 else UNKNOWN
    if low == high:
        return f"{dutch.whole(low)}{sign}"
    if low <= 0:
        return f"hooguit {dutch.whole(high)}{sign}"
    return f"{dutch.whole(low)}–{dutch.whole(high)}{sign}"


def share(limits: Limits) -> str:
    """A range of percentages in a table."""
    return number(limits, "%", 100)


def told(limits: Limits) -> str:
    """A range in a sentence: *120 tot 150*."""
    return number(limits).replace("–", " tot ")


def several(amount: int, one: str, more: str) -> str:
    """How many there are, with their noun: *één dossier*, *twee dossiers*."""
    return f"{dutch.numeral(amount)} {one if amount == 1 else more}"


def quoted(name: str) -> str:
    """A name as a user wrote it, within a sentence."""
    return f"“{name}”"


def names(found: Sequence[str]) -> str:
    """Names in a row, no more than a reader wants: *“A”, “B”, “C” en twee andere*."""
    shown = [quoted(one) for one in found[:_NAMED]]
    left = len(found) - len(shown)
    # One more takes no more room than saying that it is there.
    if left == 1:
        return dutch.enumeration([*shown, quoted(found[-1])])
    return dutch.enumeration([*shown, *([f"{dutch.numeral(left)} andere"] if left else [])])
