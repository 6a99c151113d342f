"""Between which ends a printed number lies: what rounding leaves, and arithmetic with that."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from participatiemonitor.documents.printed.cells import (
    ABOUT,
    DASH,
    UNCERTAIN,
    UNKNOWN,
    PrintedCell,
)

# Of a share that is printed as a dash, *hardly ever*.
SELDOM = 5.0
_NUMBER = re.compile(r"(?P<digits>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<decimals>\d+))?"
                     r"(?:\s+(?P<times>duizend|miljoen|miljard)\b)?")
_TIMES = {None: 1.0, "duizend": 1e3, "miljoen": 1e6, "miljard": 1e9}


@dataclass(frozen=True)
class Limits:
    """What a number is at least and at most, and what it is as printed.

    Attributes
    ----------
    low, high : float
        With infinite ends where there are none.
    value : float or None
        None of what was printed as a range, a word or a sign.
    """

    low: float
    high: float
    value: float | None = None

    def __add__(self, other: Limits) -> Limits:
        """The sum."""
        return Limits(self.low + other.low, self.high + other.high,
                      _both(lambda a, b: a + b, self, other))

    def __sub__(self, other: Limits) -> Limits:
        """The difference."""
        return Limits(self.low - other.high, self.high - other.low,
                      _both(lambda a, b: a - b, self, other))

    def __mul__(self, other: Limits) -> Limits:
        """The product."""
        ends = [0.0 if 0 in (a, b) else a * b
                for a, b in product((self.low, self.high), (other.low, other.high))]
        return Limits(min(ends), max(ends), _both(lambda a, b: a * b, self, other))

    def __truediv__(self, other: Limits) -> Limits:
        """The quotient; of a divisor that may be nought it may be anything."""
        if other.low <= 0 <= other.high:
            return Limits(-math.inf, math.inf)
        inverse = Limits(1 / other.high, 1 / other.low)
        return Limits((self * inverse).low, (self * inverse).high,
                      _both(lambda a, b: a / b, self, other))

    def meets(self, other: Limits) -> bool:
        """Whether both can be the same number; two that only touch are 5 and 6, and cannot."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        one_is_exact = self.low == self.high or other.low == other.high
        return low < high or (one_is_exact and low == high)


def _both(what: Callable[[float, float], float], one: Limits, other: Limits) -> float | None:
    if one.value is None or other.value is None:
        return None
    return what(one.value, other.value)


def exact(value: float) -> Limits:
    """A number that is not rounded."""
    return Limits(value, value, value)


def limits_of(cell: PrintedCell, unit: str) -> Limits | None:
    """Between which ends lies what a cell says.

    Parameters
    ----------
    cell : PrintedCell
    unit : str
        Of its column.

    Returns
    -------
    Limits or None
        None where it says nothing of how much. A printed share of 6,1% lies from 6,05 to 6,15, an
        unknown one from 0 to 100, a dash from 0 to `SELDOM`; see `step_of` for numbers.
    """
    share = unit == "procent"
    if cell.flag in (DASH, UNKNOWN):
        return Limits(0, SELDOM if cell.flag == DASH else 100) if share else None
    half = step_of(cell, unit) / 2
    if cell.low is not None or cell.high is not None:
        # A range is as round as its ends; a bound is the bound.
        low = (0 if share else -math.inf) if cell.low is None else cell.low
        high = (100 if share else math.inf) if cell.high is None else cell.high
        return Limits(low, high, cell.value)
    return None if cell.value is None else Limits(cell.value - half, cell.value + half, cell.value)


def step_of(cell: PrintedCell, unit: str) -> float:
    """To what a printed number was rounded.

    Parameters
    ----------
    cell : PrintedCell
    unit : str

    Returns
    -------
    float
        The last digit of a percentage and of a number with decimals. Of a whole number its last
        digit but for noughts, of which at least two digits count: 53.600 is rounded to hundreds,
        100.000 to ten thousands. Of what is printed as *about* one digit counts, and a five at
        the end is one of fives: about 15% is 12,5 to 17,5. 0 of years and degrees.
    """
    found = _NUMBER.search(cell.published)
    if unit in ("jaar", "graad", "tekst") or found is None:
        return 0.0
    times, about = _TIMES[found["times"]], cell.flag in (ABOUT, UNCERTAIN)
    if found["decimals"]:
        return times * 10.0 ** -len(found["decimals"])
    digits = found["digits"].replace(".", "").lstrip("0")
    if times > 1 and not about:  # 1 miljoen: as with all digits written out
        digits, times = f"{digits}{'0' * round(math.log10(times))}", 1.0
    zeros = len(digits) - len(digits.rstrip("0"))
    if unit == "procent" and not about:
        zeros = 0
    if about:
        fives = 5.0 if len(digits) > zeros + 1 and digits.rstrip("0").endswith("5") else 1.0
        return times * fives * 10.0 ** max(min(zeros, len(digits) - 1), 0)
    return times * 10.0 ** max(min(zeros, len(digits) - 2), 0)
