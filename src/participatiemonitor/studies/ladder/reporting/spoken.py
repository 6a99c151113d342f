"""How times and numbers stand in the report."""

from __future__ import annotations

import math

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.course import MONTH, YEAR
from participatiemonitor.studies.report import Cell

# Times between registrations that have a name, in days.
_NAMED = ((30.4, "een maand"), (91.3, "een kwartaal"), (182.6, "een half jaar"), (YEAR, "een jaar"),
          (2 * YEAR, "twee jaar"))
_NEAR = 0.1
# Beyond so many years a time is told as such.
LONGEST = 50
LONGER = f"meer dan {LONGEST} jaar"


def whole(value: float) -> Cell:
    """A share in whole percents; none where there is none."""
    return dutch.half_up(float(value), 2) if math.isfinite(value) else None


def points(value: float) -> Cell:
    """A difference of shares in whole percentage points."""
    return int(dutch.half_up(100 * float(value))) if math.isfinite(value) else None


def two_digits(value: float) -> Cell:
    """A number in two digits: more would tell days, or how many persons there are."""
    if not math.isfinite(value) or not value:
        return 0.0 if value == 0 else None
    return dutch.half_up(float(value), 1 - math.floor(math.log10(abs(value))))


def months(days: float) -> Cell:
    """A time in months, in two digits: at least one, and a word where it is longer than a life."""
    if days > LONGEST * YEAR:
        return LONGER
    found = two_digits(days / MONTH)
    return None if found is None else max(int(dutch.half_up(float(found))), 1)


def lasting(found: Cell) -> str:
    """A number of months in words: *14 maanden*, *3,5 jaar*, *12 jaar*."""
    number = float(found or 0)
    if number < 24:
        return "een maand" if number == 1 else f"{dutch.numeral(int(number))} maanden"
    years = dutch.half_up(number / 12, 0 if number >= 120 else 1)
    return f"{dutch.decimal(years, 0 if years == int(years) else 1)} jaar"


def span_name(days: float) -> str:
    """What a time is called: *een half jaar*, *negen maanden*, *zes weken*."""
    for length, name in _NAMED:
        if abs(days - length) <= _NEAR * length:
            return name
    if days < 2 * MONTH:
        weeks = max(round(days / 7), 1)
        return "een week" if weeks == 1 else f"{dutch.numeral(weeks)} weken"
    return f"{dutch.numeral(round(days / MONTH))} maanden"
