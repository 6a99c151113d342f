"""How many use anything, how much of it, and how many more than one or three."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.overlap.histogram import Ints
from participatiemonitor.studies.overlap.results.told import MANY, SEVERAL, USERS, ToldTables
from participatiemonitor.studies.persons.cells import LEAST, Share, Told, share

# How far classes may make an average uncertain, of what it is told in tenths of.
UNSURE = 0.1


@dataclass(frozen=True)
class AreaUse:
    """Users in an area, or in all together.

    Attributes
    ----------
    area : str
        Empty for all together.
    users, several, many : Told
        Who use one or more, more than one, more than `tables.MANY`.
    average : float or None
        How many a user uses on average; None where users are fewer than `LEAST`, or so few that
        kinds that are a class make it more than `UNSURE` uncertain.
    share_several, share_many : Share or None
        Of users; None where these are fewer than `LEAST`.
    """

    area: str
    users: Told
    several: Told
    many: Told
    average: float | None
    share_several: Share | None
    share_many: Share | None


@dataclass(frozen=True)
class KindUse:
    """Users of a provision, or of a scheme.

    Attributes
    ----------
    kind : int
        Its place in `Patterns.kinds`.
    users, alone, pair : Told
        Who use it, who use nothing else, who use exactly one other.
    share : Share or None
        Users, of all who use anything.
    """

    kind: int
    users: Told
    alone: Told
    pair: Told
    share: Share | None

    @property
    def more(self) -> float:
        """Who use two others or more."""
        return max(0.0, self.users.middle - self.alone.middle - self.pair.middle)


@dataclass(frozen=True)
class Uses:
    """Use in total, by area and by kind.

    Attributes
    ----------
    total : AreaUse
    areas : tuple of AreaUse
        Those with `LEAST` users or more, in the order of the alphabet.
    left_out : int
        Areas with fewer.
    kinds : tuple of KindUse
        In the order of their places.
    """

    total: AreaUse
    areas: tuple[AreaUse, ...]
    left_out: int
    kinds: tuple[KindUse, ...]


def uses_of(told: ToldTables) -> Uses:
    """Who use how much.

    Parameters
    ----------
    told : ToldTables

    Returns
    -------
    Uses
    """
    everybody, alone = told.count(USERS), told.alone
    kinds = tuple(
        KindUse(place, users, Told(int(alone[place])), Told(int(told.pair[place])),
                share(users, everybody))
        for place, users in enumerate(map(Told, told.users[0].tolist())))
    return Uses(_area(told, 0), tuple(_area(told, place + 1) for place in told.shown),
                len(told.areas) - len(told.shown), kinds)


def _area(told: ToldTables, place: int) -> AreaUse:
    users, several, many = (told.count(column, place) for column in (USERS, SEVERAL, MANY))
    return AreaUse(told.areas[place - 1] if place else "", users, several, many,
                   average(told.users[place], np.ones(len(told.kinds)), users),
                   share(several, users), share(many, users))


def average(counts: Ints, weights: NDArray[np.float64], users: Told) -> float | None:
    """What a user has on average, of kinds by weight.

    Parameters
    ----------
    counts : ndarray of int, shape (k,)
        Users of each, as told.
    weights : ndarray of float, shape (k,)
    users : Told
        Of any.

    Returns
    -------
    float or None
        None where users are too few, or classes make it more uncertain than `UNSURE` of the mean
        weight.
    """
    few = counts == 0
    if users.count < LEAST or CLASS / 2 * weights[few].sum() > (
            UNSURE * weights.mean() * users.count):
        return None
    return float((np.where(few, CLASS / 2, counts) @ weights) / users.count)
