"""A linked register: what the lists of all suppliers come to, before the door of the protection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from participatiemonitor.studies.overlap.histogram import Histogram
from participatiemonitor.studies.overlap.provisions import Provisions
from participatiemonitor.studies.overlap.suppliers import Entered
from participatiemonitor.studies.persons.cells import Cell

# What is counted.
PERSONS, HOMES = UNITS = "personen", "huishoudens"
# How two suppliers could be linked: by number, by name with birth and address, through others that
# hold both, by parts that are likely the same, or not at all. Likely is only told of two who would
# else be by name or through others, and of whom persons are found by what is likely alone: those
# whom the keys find are found by these, however the study was asked to link.
BY_NUMBER, BY_NAME, THROUGH, LIKELY, NOT = WAYS = "nummer", "naam", "via", "kans", "niet"
_NOBODY = Cell(0, 0)


@dataclass(frozen=True)
class Pair:
    """What could be linked of two suppliers.

    Attributes
    ----------
    suppliers : (str, str)
    way : str
        One of `WAYS`: the best by keys that are the same.
    both : Cell
        Persons who are with both.
    through : Cell
        Those of them who are linked only by what a third supplier holds.
    likely : Cell
        Those of them whom no keys link, so that they are only likely the same.
    """

    suppliers: tuple[str, str]
    way: str
    both: Cell
    through: Cell
    likely: Cell = _NOBODY


@dataclass(frozen=True, eq=False)
class Register:
    """What was linked and counted.

    Attributes
    ----------
    entered : tuple of Entered
        One a list, in the order of the user.
    persons : mapping of str to Cell
        Persons of each supplier.
    pairs : tuple of Pair
        One for each two suppliers.
    ambiguous : int
        Names with birth and address, of rows without a number, that two numbers or more have: not
        linked by them.
    through : Cell
        Persons who are linked only by what a third supplier holds.
    histograms : mapping of (str, datetime.date) to Histogram
        By `UNITS` and by day: the day of the study, and the earlier one where there is one. Of
        homes there is none where no list has addresses.
    homeless : Cell
        Persons of the day without an address, who are in no household.
    moved : Cell
        Persons of the day whose lists name more than one area; the first by name counts.
    """

    entered: tuple[Entered, ...]
    persons: Mapping[str, Cell]
    pairs: tuple[Pair, ...]
    ambiguous: int
    through: Cell
    histograms: Mapping[tuple[str, dt.date], Histogram]
    homeless: Cell
    moved: Cell


@dataclass(frozen=True)
class Counted:
    """What is counted of a register: provisions by name, and the days.

    Attributes
    ----------
    provisions : tuple of Provision
        In the order of their places.
    day : datetime.date
    earlier : datetime.date or None
    """

    provisions: Provisions
    day: dt.date
    earlier: dt.date | None
