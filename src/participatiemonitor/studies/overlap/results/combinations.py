"""Which exact combinations of two or more are most frequent, within one domain and across."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.studies.overlap.histogram import Flags
from participatiemonitor.studies.overlap.results.tables import across
from participatiemonitor.studies.overlap.results.told import SEVERAL, ToldTables
from participatiemonitor.studies.persons.cells import LEAST, Share, Told, share, share_of

# Combinations that are told, in total and of an area.
MOST, MOST_OF_AREA = 10, 3


@dataclass(frozen=True)
class Combination:
    """Who use exactly these, and nothing else.

    Attributes
    ----------
    kinds : tuple of int
        Two or more, in the order of their places.
    users : Told
        More than a class.
    share : Share or None
        Of those who combine; None where these are fewer than `LEAST`.
    across : bool
        Whether it is of more than one domain.
    """

    kinds: tuple[int, ...]
    users: Told
    share: Share | None
    across: bool


@dataclass(frozen=True)
class AreaCombinations:
    """The most frequent combinations of an area.

    Attributes
    ----------
    area : str
    combining : Told
    most : tuple of Combination
        `MOST_OF_AREA` at most, of those that are among the commonest of all together.
    """

    area: str
    combining: Told
    most: tuple[Combination, ...]


@dataclass(frozen=True)
class Combinations:
    """Combinations in total and by area.

    Attributes
    ----------
    combining : Told
        Who use more than one.
    most, most_within, most_across : tuple of Combination
        The most frequent first, `MOST` at most: of all, of one domain, of more than one.
    within : Told
        Who combine within one domain.
    share_within, share_across : Share or None
        Of those who combine, within one domain and across; None where these are fewer than `LEAST`.
    areas : tuple of AreaCombinations
        Areas that are told, with `LEAST` who combine or more.
    """

    combining: Told
    most: tuple[Combination, ...]
    most_within: tuple[Combination, ...]
    most_across: tuple[Combination, ...]
    within: Told
    share_within: Share | None
    share_across: Share | None
    areas: tuple[AreaCombinations, ...]


def combinations_of(told: ToldTables) -> Combinations:
    """The most frequent combinations.

    Parameters
    ----------
    told : ToldTables

    Returns
    -------
    Combinations
    """
    combining, within = told.count(SEVERAL), Told(told.within)
    over = across(told.patterns, told.kinds)
    several = told.patterns.sum(axis=1) > 1

    def first(these: Flags) -> tuple[Combination, ...]:
        """The most frequent of some patterns, which stand in that order."""
        return tuple(_combination(told, int(place), told.exact[place], combining, over)
                     for place in np.flatnonzero(these)[:MOST])

    return Combinations(
        combining, first(several), first(several & ~over), first(several & over), within,
        share(within, combining), share_of(combining.middle - within.middle, combining),
        tuple(_area(told, place + 1, over) for place in told.shown
              if told.count(SEVERAL, place + 1).count >= LEAST))


def _area(told: ToldTables, place: int, over: Flags) -> AreaCombinations:
    counts, combining = told.by_area[place], told.count(SEVERAL, place)
    order = np.argsort(-counts, kind="stable")[:MOST_OF_AREA]
    return AreaCombinations(told.areas[place - 1], combining, tuple(
        _combination(told, int(told.common[column]), counts[column], combining, over)
        for column in order if counts[column]))


def _combination(told: ToldTables, place: int, count: np.int64, combining: Told, over: Flags
                 ) -> Combination:
    users = Told(int(count))
    return Combination(tuple(np.flatnonzero(told.patterns[place]).tolist()), users,
                       share(users, combining), bool(over[place]))
