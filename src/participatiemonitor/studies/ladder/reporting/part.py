"""A part of the report, and how times and numbers stand in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.course import MONTH, YEAR
from participatiemonitor.studies.report import Cell, Column, ReportFigure, ReportTable

# Times between registrations that have a name, in days.
_NAMED = ((30.4, "een maand"), (91.3, "een kwartaal"), (182.6, "een half jaar"), (YEAR, "een jaar"),
          (2 * YEAR, "twee jaar"))
_NEAR = 0.1
# Beyond so many years a time is told as such.
LONGEST = 50
LONGER = f"meer dan {LONGEST} jaar"


@dataclass(frozen=True)
class Part:
    """Tables, figures and sentences of a section.

    Attributes
    ----------
    tables : tuple of ReportTable
    figures : tuple of ReportFigure
    texts : mapping of str to str
    """

    tables: tuple[ReportTable, ...] = ()
    figures: tuple[ReportFigure, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def without(tables: Iterable[str], figures: Mapping[str, str], **texts: str) -> Part:
    """What these files do not tell enough for: tables without rows, and figures of them.

    Parameters
    ----------
    tables : iterable of str
        Their names.
    figures : mapping of str to str
        The table of each.
    **texts : str
        What is said in their place.

    Returns
    -------
    Part
    """
    return Part(tuple(ReportTable(name, name, (Column("rij", "Rij"),), ()) for name in tables),
                tuple(ReportFigure(name, name, "bars", table, {"value": "rij"})
                      for name, table in figures.items()),
                texts)


def joined(parts: Iterable[Part]) -> Part:
    """Parts one after the other."""
    listed = list(parts)
    return Part(tuple(table for part in listed for table in part.tables),
                tuple(figure for part in listed for figure in part.figures),
                {name: text for part in listed for name, text in part.texts.items()})


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
