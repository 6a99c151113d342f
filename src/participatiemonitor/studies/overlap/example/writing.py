"""How suppliers write the same person: each list in its own way, as lists in offices are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from participatiemonitor.studies.overlap.example.users import (
    ADDITIONS,
    AREAS,
    ENDINGS,
    INITIALS,
    LETTERS,
    PLANTS,
    PREFIXES,
    Users,
)

# Made up as the surnames are: plants.
_FIRST_NAMES = {name[0]: name for name in (
    "Aster", "Bloem", "Calla", "Dahlia", "Erica", "Fleur", "Gerbera", "Hazel", "Iris", "Jasmijn",
    "Klaver", "Linde", "Margriet", "Narcis", "Olijf", "Palm", "Roos", "Senna", "Tijm", "Viola",
    "Winde", "Zinnia")}


@dataclass(frozen=True)
class Written:
    """A use in words, before a supplier writes them.

    Attributes
    ----------
    number, prefix, surname, initial, postcode, letters, house, addition, area, provision : str
    born, since : datetime.date
    until : datetime.date or None
    """

    number: str
    prefix: str
    surname: str
    initial: str
    born: dt.date
    postcode: str
    letters: str
    house: str
    addition: str
    area: str
    provision: str
    since: dt.date
    until: dt.date | None


Way = Callable[[Written], object]


def written(users: Users, person: int, provision: str, since: dt.date, until: dt.date | None
            ) -> Written:
    """A use in words."""
    plant, ending = divmod(int(users.surname[person]), len(ENDINGS))
    digits, letters = divmod(int(users.postcode[person]), len(LETTERS))
    return Written(
        f"{users.number[person]}", PREFIXES[users.prefix[person]], PLANTS[plant] + ENDINGS[ending],
        INITIALS[users.initial[person]], users.born[person].item(), f"{digits}", LETTERS[letters],
        f"{users.house[person]}", ADDITIONS[users.addition[person]], AREAS[users.area[person]],
        provision, since, until)


def number(row: Written) -> str:
    """The nine digits."""
    return row.number


def whole_number(row: Written) -> int:
    """As a spreadsheet keeps it."""
    return int(row.number)


def prefixed(row: Written) -> str:
    """As in *van der Eikenhof*."""
    return f"{row.prefix} {row.surname}".lstrip()


def capital(row: Written) -> str:
    """As in *Van der Eikenhof*."""
    name = prefixed(row)
    return name[0].upper() + name[1:]


def turned(row: Written) -> str:
    """As in *Eikenhof, van der*."""
    return f"{row.surname}, {row.prefix}" if row.prefix else row.surname


def loud(row: Written) -> str:
    """As in *EIKENHOF, VAN DER*."""
    return turned(row).upper()


def initial(row: Written) -> str:
    """As in *J*."""
    return row.initial


def dotted(row: Written) -> str:
    """As in *J.*, or *J.M.* for some."""
    return f"{row.initial}." + ("M." if row.house in "1379" else "")


def first_name(row: Written) -> str:
    """As in *Jasmijn*."""
    return _FIRST_NAMES[row.initial]


def postcode(row: Written) -> str:
    """As in *1000SA*."""
    return row.postcode + row.letters


def spaced(row: Written) -> str:
    """As in *1000 SA*."""
    return f"{row.postcode} {row.letters}"


def small(row: Written) -> str:
    """As in *1000 sa*."""
    return spaced(row).lower()


def house(row: Written) -> int:
    """The number alone."""
    return int(row.house)


def addition(row: Written) -> str:
    """As in *A*."""
    return row.addition


def joined_house(row: Written) -> str:
    """As in *12a* and *12-2*."""
    return row.house + "-" * row.addition.isdigit() + row.addition.lower()


def spaced_house(row: Written) -> str:
    """As in *12 A*."""
    return f"{row.house} {row.addition}".rstrip()


def area(row: Written) -> str:
    """As everybody calls it."""
    return row.area


def provision(row: Written) -> str:
    """As the list of provisions calls it."""
    return row.provision


def iso(day: dt.date | None) -> str:
    """As in *2012-03-01*."""
    return day.isoformat() if day else ""


def dashed(day: dt.date | None) -> str:
    """As in *01-03-2012*."""
    return f"{day:%d-%m-%Y}" if day else ""


def brief(day: dt.date | None) -> str:
    """As in *1-3-2012*."""
    return f"{day.day}-{day.month}-{day.year}" if day else ""
