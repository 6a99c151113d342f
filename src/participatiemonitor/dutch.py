"""Dutch words and signs for numbers: the one place that formats them."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

MINUS = "\N{MINUS SIGN}"
# A fraction is called by its name up to this far from it, in percentage points.
NEAR = 2.5
FRACTIONS = (
    (1 / 10, "een tiende"),
    (1 / 5, "een vijfde"),
    (1 / 4, "een kwart"),
    (1 / 3, "een derde"),
    (2 / 5, "40%"),
    (1 / 2, "de helft"),
    (3 / 5, "60%"),
    (2 / 3, "twee derde"),
    (3 / 4, "driekwart"),
    (4 / 5, "vier vijfde"),
    (9 / 10, "negen tiende"),
)
# Up to this far in percentage points a fraction is met without "ruim" or "bijna".
EXACT = 0.5
NUMERALS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
            "elf", "twaalf")
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
          "oktober", "november", "december")


def half_up(value: float, digits: int = 0) -> float:
    """Round half away from zero, as the monitor does, guarding against binary noise."""
    scale = 10**digits
    rounded = math.floor(round(abs(value) * scale, 9) + 0.5) / scale
    return math.copysign(rounded, value) if rounded else 0.0


def percent(value: float, digits: int = 0) -> str:
    """A fraction as a percentage: ``0.263`` is *26%*."""
    return f"{decimal(100 * value, digits)}%"


def percents(limits: Collection[tuple[float, float]], most: str = "hooguit ",
             least: str = "minstens ", between: str = " tot ") -> str:
    """The percentages that fractions run over: *27 tot 31%*, *hooguit 2%*, *minstens 98%*.

    Parameters
    ----------
    limits : collection of (float, float)
        The least and the most that each may be; the same where it is known. Those of what is not
        known are rounded outwards, so that they hold it.
    most, least, between : str
        What stands before a percentage where all may be nothing, where all may be everything, and
        between two.

    Returns
    -------
    str
    """
    low = min(half_up(100 * one) if one == other else math.floor(round(100 * one, 9))
              for one, other in limits)
    high = max(half_up(100 * other) if one == other else math.ceil(round(100 * other, 9))
               for one, other in limits)
    if low == high:
        return f"{whole(high)}%"
    if not any(one for one, _ in limits):
        return f"{most}{whole(high)}%"
    if all(other == 1 for _, other in limits):
        return f"{least}{whole(low)}%"
    return f"{whole(low)}{between}{whole(high)}%"


def decimal(value: float, digits: int = 1) -> str:
    """A number with a decimal comma and points between thousands: ``1234.56`` is *1.234,6*."""
    text = f"{half_up(value, digits):,.{digits}f}"
    return text.translate(str.maketrans({",": ".", ".": ",", "-": MINUS}))


def whole(value: float) -> str:
    """A whole number with points between thousands: ``442435`` is *442.435*."""
    return decimal(value, 0)


def numeral(value: int) -> str:
    """A count in words up to twelve, in digits above."""
    return NUMERALS[value] if 0 <= value < len(NUMERALS) else whole(value)


def approximately(value: float) -> str:
    """A share by the nearest round name: *ruim een vijfde*, *bijna de helft*, *driekwart*.

    Parameters
    ----------
    value : float
        A share from 0 to 1.

    Returns
    -------
    str
        The name of the nearest fraction when it is at most `NEAR` percentage points away, with
        *ruim* in front when the share is more than `EXACT` above it and *bijna* when below; else
        *ongeveer* and the nearest multiple of five percent, or the percentage where that is 0.

    Notes
    -----
    The fractions are those Dutch reports use; the bounds are ours, and the Reproductie chapter
    tests the published phrases against the wider bounds given there.
    """
    name, gap = min(((name, round(100 * (value - fraction), 9)) for fraction, name in FRACTIONS),
                    key=lambda pair: abs(pair[1]))
    if abs(gap) <= EXACT:
        return name
    if abs(gap) <= NEAR:
        return f"ruim {name}" if gap > 0 else f"bijna {name}"
    if value >= 0.985:
        return "vrijwel 100%" if value < 1 else "100%"
    if value <= 0.015:
        return "vrijwel 0%" if value > 0 else "0%"
    near = round(20 * value) * 5
    return f"ongeveer {near or whole(100 * value)}%"


def together(values: Collection[float]) -> str:
    """A round name that is true of several shares: *driekwart*, *ongeveer de helft*; or empty.

    Parameters
    ----------
    values : collection of float

    Returns
    -------
    str
        The name that `approximately` has for each, or *ongeveer* and the fraction from which none
        is more than `NEAR` percentage points away.
    """
    names = {approximately(value) for value in values}
    if len(names) == 1:
        return names.pop()
    near = (f"ongeveer {name}" for fraction, name in FRACTIONS
            if all(round(100 * abs(value - fraction), 9) <= NEAR for value in values))
    return next(near, "")


def often(left: float, right: float) -> str:
    """How much more often one share occurs than another.

    Parameters
    ----------
    left, right : float

    Returns
    -------
    str
        *even vaak* below 2 percentage points of difference; *iets vaker* below 8, *vaker* below
        20, *veel vaker* from there; *minder vaak* likewise.
    """
    gap = round(100 * (left - right), 9)
    if abs(gap) < 2:
        return "even vaak"
    degree = "iets " if abs(gap) < 8 else "veel " if abs(gap) >= 20 else ""
    return f"{degree}{'vaker' if gap > 0 else 'minder vaak'}"


def enumeration(words: Iterable[str], last: str = "en") -> str:
    """Words in a row: *a, b en c*."""
    *head, tail = list(words)
    return f"{', '.join(head)} {last} {tail}" if head else tail


def ended(text: str) -> str:
    """The text with a full stop, where it has no end of its own."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def capital(text: str) -> str:
    """The text with a capital first letter; *'s*, *ij* and *é* as Dutch wants them."""
    if text.startswith("ij"):
        return "IJ" + text[2:]
    if text.startswith(("'s-", "'s ")):
        return text[:3] + capital(text[3:])
    if text.startswith("é"):
        return "E" + text[1:]
    return text[:1].upper() + text[1:]
