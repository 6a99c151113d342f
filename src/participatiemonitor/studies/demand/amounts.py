"""Amounts as people and documents write them, as intervals: 12, 10–15%, ongeveer 40%, <1%, ?.

The interval and its arithmetic are those of printed numbers, `Limits`: so that what comes from a
table of a document and what a municipality fills in are added and multiplied alike.
"""

from __future__ import annotations

import math
import re

from participatiemonitor.documents.printed.cells import ABOUT, DASH, UNCERTAIN, UNKNOWN, PrintedCell
from participatiemonitor.documents.printed.limits import Limits, exact, limits_of
from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import one_line

SHARE, COUNT, EURO = UNITS = ("procent", "aantal", "euro")
_NAMES = {SHARE: "percentage", COUNT: "aantal", EURO: "bedrag"}
EXPECTED = ("een getal (12 of 12,5), een reeks (10-15), een grens (<1), ongeveer 40, of ? als het "
            "niet bekend is; een streepje alleen bij een percentage")
_NUMBER = (r"(?:[0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,15})(?:,[0-9]{1,15})?"
           r"(?:\s*(?:duizend|miljoen|miljard))?")
_TIMES = {"duizend": 1e3, "miljoen": 1e6, "miljard": 1e9}
# Of the unit, and of whole euros: 12.500,-.
_SIGNS = re.compile(r"[€%]|\bprocent\b|\beuro\b|,[-–—](?![0-9])")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:[-–—]|tot(?: en met)?|à)\s*({_NUMBER})")
_BELOW = re.compile(rf"(?:<|≤|<=|minder dan|hooguit|ten hoogste|maximaal)\s*({_NUMBER})")
_ABOVE = re.compile(rf"(?:>|≥|>=|meer dan|minstens|ten minste|minimaal)\s*({_NUMBER})")
_ABOUT = re.compile(rf"(?:ongeveer|circa|ca\.?|zo'n|zo’n|±|~)\s*({_NUMBER})")
_UNSURE = re.compile(rf"({_NUMBER})\s*\?")


def read_amount(text: str, unit: str) -> Limits:
    """Between which ends lies what somebody wrote.

    Parameters
    ----------
    text : str
        In Dutch: a decimal comma, points between thousands.
    unit : str
        One of `UNITS`; the sign of the unit may be left out.

    Returns
    -------
    Limits
        Percentages as 41, from 0 to 100; counts and euros from 0. A number is what it says. A
        range or bound has no value. What is about a number, or doubted (*250.000?*), is rounded as
        `participatiemonitor.documents.printed.limits.step_of` says. Unknown is all that can be; a
        dash, in the documents *hardly ever*, is a share up to 5%.

    Raises
    ------
    InputError
        With what was read and what was expected.
    """
    plain = one_line(_SIGNS.sub(" ", one_line(text).lower()))
    most = 100.0 if unit == SHARE else math.inf
    limits = _read(plain, unit)
    if limits is None or limits.low > limits.high or limits.high > most:
        expected = f"{EXPECTED}, van 0 tot en met 100" if unit == SHARE else EXPECTED
        raise InputError(f"“{one_line(text)}” is geen {_NAMES[unit]}; verwacht: {expected}.")
    return limits


def _read(plain: str, unit: str) -> Limits | None:
    if re.fullmatch(_NUMBER, plain):
        return exact(_number(plain))
    if found := _RANGE.fullmatch(plain):
        return _limits(unit, plain, low=_number(found[1]), high=_number(found[2]))
    if found := _BELOW.fullmatch(plain):
        return _limits(unit, plain, low=0.0, high=_number(found[1]))
    if found := _ABOVE.fullmatch(plain):
        return _limits(unit, plain, low=_number(found[1]))
    if found := _ABOUT.fullmatch(plain) or _UNSURE.fullmatch(plain):
        flag = ABOUT if _ABOUT.fullmatch(plain) else UNCERTAIN
        return _within(_limits(unit, found[1], value=_number(found[1]), flag=flag), unit)
    if plain in ("?", "onbekend"):
        return _limits(unit, plain, flag=UNKNOWN) if unit == SHARE else Limits(0, math.inf)
    if plain in ("-", "–", "—") and unit == SHARE:
        return _limits(unit, plain, flag=DASH)
    return None


def _limits(unit: str, published: str, value: float | None = None, low: float | None = None,
            high: float | None = None, flag: str = "") -> Limits:
    """What a document that prints this says."""
    limits = limits_of(PrintedCell("", "", value, low, high, flag, published), unit)
    assert limits is not None
    return limits


def _within(limits: Limits, unit: str) -> Limits:
    """What is about a number is no less than nothing, and no more than all."""
    value = limits.value or 0.0
    high = min(limits.high, 100.0) if unit == SHARE and value <= 100 else limits.high
    return Limits(max(limits.low, 0.0), high, limits.value)


def _number(text: str) -> float:
    digits, word = re.findall(r"([0-9.,]+)\s*([a-z]*)", text)[0]
    return float(digits.replace(".", "").replace(",", ".")) * _TIMES.get(word, 1.0)


def middle(limits: Limits) -> float | None:
    """The value of an interval, or halfway its ends; None where it has no end."""
    if limits.value is not None:
        return limits.value
    half = (limits.low + limits.high) / 2
    return half if math.isfinite(half) else None
