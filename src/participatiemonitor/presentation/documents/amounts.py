"""Printed and recomputed amounts in words and signs."""

from __future__ import annotations

import math

from participatiemonitor import dutch
from participatiemonitor.documents.printed.checks import TWICE, Checked
from participatiemonitor.documents.printed.limits import Limits, step_of
from participatiemonitor.documents.printed.tables import Place

# What a number must be that is compared with such a sign.
_BEFORE = {"==": "", "<=": "hooguit ", "<": "minder dan ", ">=": "minstens ", ">": "meer dan "}


def decimals_of(place: Place | None) -> int:
    """With how many decimals a number is printed."""
    step = step_of(place.cell, place.unit) if place else 0.0
    return max(0, -math.floor(math.log10(step))) if step else 0


def amount(limits: Limits, unit: str, decimals: int) -> str:
    """An amount as it follows from others: *55%*, *10–15%*, *hooguit 1.200*.

    Parameters
    ----------
    limits : Limits
    unit : str
        Of its column.
    decimals : int

    Returns
    -------
    str
    """
    if limits.value is not None:
        return _number(limits.value, unit, decimals)
    low, high = (_number(end, unit, decimals) for end in (limits.low, limits.high))
    if math.isinf(limits.low):
        return "onbekend" if math.isinf(limits.high) else f"hooguit {high}"
    if math.isinf(limits.high):
        return f"minstens {low}"
    return high if low == high else f"{low.removesuffix('%')}–{high.removeprefix('€ ')}"


def against(one: Checked) -> str:
    """What a printed number is held against, with how it should be to it: *hooguit 55%*."""
    if one.derivation == TWICE and one.against is not None:
        return one.against.cell.published
    unit = one.place.unit if one.place else one.against.unit if one.against else ""
    place = one.place or one.against
    decimals = decimals_of(place) if place else _least(one.found)
    return f"{_BEFORE[one.sign]}{amount(one.found, unit, decimals)}"


def told(one: Checked) -> str:
    """What was printed: as it was, or the sum of cells."""
    if one.place is not None:
        return one.place.cell.published
    unit = one.against.unit if one.against else ""
    return amount(one.printed, unit, _least(one.printed))


def _least(limits: Limits) -> int:
    """One decimal where there is no printed number to follow, and none of a whole number."""
    return 0 if limits.value is None or limits.value == round(limits.value) else 1


def _number(value: float, unit: str, decimals: int) -> str:
    if math.isinf(value):
        return ""
    if unit == "jaar":
        return str(round(value))
    text = dutch.decimal(value, decimals)
    return f"{text}%" if unit == "procent" else f"€ {text}" if unit == "euro" else text
