"""What a Dutch phrase of quantity claims, as a range, and how numbers are written.

Independent of how the package picks and writes them.

The ranges are those of a reader of good will: wide enough for any sensible rounding, narrow
enough that a wrong phrase falls outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from oracle import half_up

NUMERALS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen",
            "tien", "elf", "twaalf")
NAMED = {
    "een tiende": Fraction(1, 10), "een vijfde": Fraction(1, 5), "een kwart": Fraction(1, 4),
    "een derde": Fraction(1, 3), "de helft": Fraction(1, 2), "twee derde": Fraction(2, 3),
    "driekwart": Fraction(3, 4), "vier vijfde": Fraction(4, 5), "negen tiende": Fraction(9, 10),
}


def about(phrase: str, value: Fraction | float) -> bool:
    """Whether a share may be called *ruim een vijfde*, *bijna 40%*, *ongeveer 15%* …"""
    match = re.fullmatch(r"(?:(ruim|bijna|ongeveer|vrijwel) )?(.+)", phrase)
    how, name = match.groups()
    number = re.fullmatch(r"(\d+)%", name)
    named = Fraction(int(number[1]), 100) if number else NAMED.get(name)
    if named is None:
        return False
    gap = float(value - named)
    return {
        "ruim": 0 < gap <= 0.03,
        "bijna": -0.03 <= gap < 0,
        "ongeveer": abs(gap) <= 0.03,
        "vrijwel": 0 < abs(gap) <= 0.02,
        None: abs(gap) <= 0.01,
    }[how]


def often(phrase: str, points: Fraction | float) -> bool:
    """Whether a difference in percentage points is *iets vaker*, *veel minder vaak* …"""
    if phrase == "even vaak":
        return abs(points) < 2
    match = re.fullmatch(r"(?:(iets|veel) )?(vaker|minder vaak)", phrase)
    degree, direction = match.groups()
    size = points if direction == "vaker" else -points
    return {"iets": 2 <= size < 8, None: 8 <= size < 20, "veel": size >= 20}[degree]


def within(phrase: str, points: Fraction | float) -> bool:
    """Whether two that differ by at most so many percentage points are *ongeveer even vaak* …"""
    return abs(points) < {"ongeveer even vaak": 8, "niet veel vaker of minder vaak": 20}[phrase]


def percent(value: Fraction, digits: int = 0) -> str:
    """A share as a percentage: *26%*, *26,3%*."""
    scaled = half_up(100 * value * 10**digits)
    decimals = f",{scaled % 10**digits:0{digits}d}" if digits else ""
    return f"{scaled // 10**digits}{decimals}%"


def whole(value: Fraction | int) -> str:
    """A whole number, with points between thousands."""
    return f"{half_up(Fraction(value)):,}".replace(",", ".")


def numeral(value: Fraction | int) -> str:
    """A whole number, in words up to twelve."""
    return NUMERALS[int(value)] if value < len(NUMERALS) else whole(value)


def listed(words: Sequence[str]) -> str:
    """Words in a row: *a, b en c*."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"


def capital(text: str) -> str:
    """A text as it begins a sentence."""
    if text.startswith("ij"):
        return f"IJ{text[2:]}"
    return "E" + text[1:] if text.startswith("é") else text[:1].upper() + text[1:]
