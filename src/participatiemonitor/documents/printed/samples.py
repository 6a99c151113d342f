"""How many must have answered for two printed shares to differ by more than chance."""

from __future__ import annotations

import math
from dataclasses import dataclass

import scipy  # its parts are imported when they are first used

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.errors import InputError

# Beyond chance is what would occur less often than this if nothing had changed.
LEVEL = 0.05


@dataclass(frozen=True)
class Needed:
    """The answers that each of two groups must have, for a difference to be beyond chance.

    Attributes
    ----------
    least : int
        With fewer the difference is not beyond chance, whatever the shares were before rounding.
    printed : int
        If the shares were exactly as printed.
    most : int or None
        With so many it always is; None where rounding leaves that both shares are the same.
    """

    least: int
    printed: int
    most: int | None


def answers_needed(one: Limits, other: Limits, level: float = LEVEL) -> Needed:
    """How many answers per group it takes until two shares differ by more than chance.

    The test is the two-sided one of two proportions of groups that are equally large, drawn apart,
    each at random; their common share is that of both together.

    Parameters
    ----------
    one, other : Limits
        Shares in percent, with a value: as printed, and what rounding leaves.
    level : float
        How often the test finds a difference where there is none.

    Returns
    -------
    Needed

    Raises
    ------
    InputError
        When a share has no value or lies outside 0 to 100, or both are printed the same.
    """
    if one.value is None or other.value is None:
        raise InputError("twee percentages zijn alleen te vergelijken als beide een getal zijn.")
    if not all(0 <= share <= 100 for share in (one.value, other.value)):
        raise InputError("een percentage ligt van 0 tot en met 100.")
    if one.value == other.value:
        raise InputError("twee gelijke percentages verschillen bij geen enkel aantal.")
    high, low = (one, other) if one.value > other.value else (other, one)
    # The difference tells more the higher the one share and the lower the other.
    nearest = max(high.low, 0), min(low.high, 100)
    return Needed(
        smallest(min(high.high, 100), max(low.low, 0), level),
        smallest(max(one.value, other.value), min(one.value, other.value), level),
        smallest(*nearest, level) if nearest[0] > nearest[1] else None)


def smallest(high: float, low: float, level: float = LEVEL) -> int:
    """The smallest group in which the test of two proportions tells two shares apart.

    Parameters
    ----------
    high, low : float
        Shares in percent, as they are; the first is the higher.
    level : float

    Returns
    -------
    int
        Of each of both groups; whether it can have such shares, as a whole number of answers, is
        not looked at.
    """
    quantile = float(scipy.special.ndtri(1 - level / 2))
    common = (high + low) / 200
    size = 2 * common * (1 - common) * (100 * quantile / (high - low)) ** 2
    return max(math.ceil(size - 1e-9), 1)
