"""What is left open of a number by how it is printed."""

from __future__ import annotations

import re
from fractions import Fraction

# In percent: a share that is printed as a dash, and one of which nothing is known.
DASH, UNKNOWN = (Fraction(0), Fraction(5)), (Fraction(0), Fraction(100))
# Farther than any number in a document.
FAR = Fraction(10) ** 15

# The least and the most that a number can be.
Ends = tuple[Fraction, Fraction]


def ends(line: dict[str, str], unit: str) -> Ends | None:
    """Between what the number in a cell lies; None where the cell says nothing of how much."""
    is_share = unit == "procent"
    if line["flag"] in ("streepje", "onbekend"):
        return {"streepje": DASH, "onbekend": UNKNOWN}[line["flag"]] if is_share else None
    if line["low"] or line["high"]:
        least, most = UNKNOWN if is_share else (-FAR, FAR)
        return Fraction(line["low"] or least), Fraction(line["high"] or most)
    if not line["value"]:
        return None
    value, half = Fraction(line["value"]), step(line, unit) / 2
    return value - half, value + half


def step(line: dict[str, str], unit: str) -> Fraction:
    """To what the number in a cell is rounded; 0 of what is exact, or told in words."""
    number = re.search(r"\d[\d.]*(?:,\d+)?", line["published"])
    if number is None or unit not in ("procent", "aantal", "euro"):
        return Fraction(0)
    whole, _, decimals = number[0].partition(",")
    times = next((times for word, times in (
        ("duizend", 3), ("miljoen", 6), ("miljard", 9)) if re.match(
            rf"\s+{word}\b", line["published"][number.end():])), 0)
    if decimals:
        return Fraction(10) ** (times - len(decimals))
    vague = line["flag"] in ("circa", "onzeker")
    if unit == "procent" and not vague:
        return Fraction(1)
    digits = whole.replace(".", "").lstrip("0") + "0" * times
    # The digits that count are all up to the noughts at the end: of a number that is printed as
    # it is at least two. Of one that is about so many the last may go by fives: about 15.
    counted = digits.rstrip("0")
    if not vague:
        return Fraction(10) ** max(len(digits) - max(len(counted), 2), 0)
    fives = len(counted) > 1 and counted.endswith("5")
    return Fraction(10) ** (len(digits) - max(len(counted), 1)) * (5 if fives else 1)
