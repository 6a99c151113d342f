"""What is wrong in some rows of the lists, as in every office, and yet changes no figure.

A wrong number stands only where a name leads to the right one; a wrong birth date or no postcode
where the number is enough; an old address where nobody else lives at either; what has no person at
all is there once more without a fault; and a name that two have ended before both days.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.overlap.example.town import (
    BOTH,
    DAY,
    EARLIER,
    NAMED,
    Town,
)
from participatiemonitor.studies.overlap.form import (
    AREA,
    BORN,
    HOUSE,
    NUMBER,
    POSTCODE,
    SINCE,
    SURNAME,
    UNTIL,
)

Flags = NDArray[np.bool_]
# What a row is good for to be spoilt.
ANY, BY_NAME, BY_NUMBER, MOVED, TWIN = "al", "naam", "nummer", "verhuisd", "tweeling"


@dataclass(frozen=True)
class Spoilt:
    """Some rows of a list that are wrong in one way.

    Attributes
    ----------
    supplier : str
    times : int
        How many rows.
    where : str
        Of which rows: `ANY` of them, or those of a `TWIN`, once more; those that a name or a
        number is enough for; those of who may have moved.
    cells : tuple of (str, object)
        What stands there instead, by what the column holds.
    """

    supplier: str
    times: int
    where: str
    cells: tuple[tuple[str, object], ...]


SPOILT = (
    Spoilt("Sociale dienst", 4, BY_NAME, ((NUMBER, "123456789"),)),
    Spoilt("Sociale dienst", 3, BY_NAME, ((NUMBER, ""),)),
    Spoilt("Sociale dienst", 5, ANY, ()),
    # Of the name of a twin, nobody can tell whose it is.
    Spoilt("Sociale dienst", 2, TWIN, ((NUMBER, ""), (SINCE, "01-03-2009"),
                                       (UNTIL, "31-12-2009"))),
    Spoilt("Wmo-loket", 3, BY_NUMBER, ((BORN, "0000-00-00"),)),
    Spoilt("Wmo-loket", 2, BY_NUMBER, ((SURNAME, ""),)),
    Spoilt("Wmo-loket", 4, BY_NUMBER, ((POSTCODE, "onbekend"),)),
    Spoilt("Wsw-bedrijf", 1, ANY, ((NUMBER, 12345),)),
    Spoilt("Zorgkantoor", 3, ANY, ((NUMBER, None),)),
    Spoilt("Zorgkantoor", 6, MOVED, ((HOUSE, 2), (AREA, "Noord"))),
    Spoilt("Welzijnsorganisatie", 4, ANY, ((BORN, "onbekend"),)),
    Spoilt("Bureau Jeugdzorg", 2, ANY, ((HOUSE, ""),)),
    Spoilt("Kredietbank", 1, ANY, ((SURNAME, ""),)))


def good_for(town: Town) -> dict[str, Flags]:
    """Which uses may be spoilt without a change in what is counted.

    Parameters
    ----------
    town : Town

    Returns
    -------
    dict of str to ndarray of bool
        By what they are good for; of a person one use at most.
    """
    users, uses = town.users, town.uses
    bits, persons = 1 << uses.provision, len(users.home)
    named = np.bincount(uses.person, bits & NAMED != 0, persons) > 0
    both = np.bincount(uses.person, bits & BOTH != 0, persons)
    rows = np.minimum(*(np.bincount(uses.person, uses.on(day), persons) for day in (DAY, EARLIER)))
    alone = (np.bincount(users.home) == 1)[users.home]
    first = np.zeros(len(bits), dtype=bool)
    first[np.unique(uses.person, return_index=True)[1]] = True
    by_number = first & (~named & (rows > 1))[uses.person]
    twin = np.append(False, (np.diff(users.home) == 0) & (np.diff(users.initial) == 0))
    return {ANY: np.ones(len(bits), dtype=bool), BY_NUMBER: by_number,
            TWIN: twin[uses.person],
            BY_NAME: first & (alone & (both > 1))[uses.person],
            MOVED: by_number & alone[uses.person]}
