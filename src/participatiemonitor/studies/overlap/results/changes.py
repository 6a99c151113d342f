"""What changed between two days: told only where it is more than noise can make."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.overlap.results.told import SEVERAL, USERS, ToldTables
from participatiemonitor.studies.persons.cells import SPREAD, Share, Told, share

# A difference is told where noise alone would make it less than once in a hundred times.
SURE = 2.576


@dataclass(frozen=True)
class Change:
    """A count on two days.

    Attributes
    ----------
    before, after : Told
    difference : int or None
        None where noise could have made it; less than it is where a day has a class, which then
        counts as `CLASS`.
    """

    before: Told
    after: Told
    difference: int | None


@dataclass(frozen=True)
class ShareChange:
    """A share on two days.

    Attributes
    ----------
    before, after : Share or None
    points : int or None
        The difference in whole percentage points; None where noise and rounding could have made
        it, or where one of both is not told.
    """

    before: Share | None
    after: Share | None
    points: int | None


@dataclass(frozen=True)
class PairChange:
    """Who use two kinds, on two days.

    Attributes
    ----------
    kind, also : int
        In the order of their places.
    both : Change
    """

    kind: int
    also: int
    both: Change


@dataclass(frozen=True)
class Changes:
    """From the earlier day to the day of the study.

    Attributes
    ----------
    users, several : Change
        Who use one or more, more than one.
    share_several : ShareChange
    kinds : tuple of Change
        Users of each kind, in the order of their places.
    pairs : tuple of PairChange
        Pairs that are more than a class on one of both days.
    """

    users: Change
    several: Change
    share_several: ShareChange
    kinds: tuple[Change, ...]
    pairs: tuple[PairChange, ...]


def changes_of(before: ToldTables, after: ToldTables) -> Changes:
    """What changed.

    Parameters
    ----------
    before, after : ToldTables
        Of the same kinds.

    Returns
    -------
    Changes
    """
    both = np.triu(before.both[0] + after.both[0], 1) > 0
    return Changes(
        _change(before.total[0, USERS], after.total[0, USERS]),
        _change(before.total[0, SEVERAL], after.total[0, SEVERAL]), _share(before, after),
        tuple(map(_change, before.users[0], after.users[0])),
        tuple(PairChange(int(kind), int(also), _change(before.both[0, kind, also],
                                                       after.both[0, kind, also]))
              for kind, also in np.argwhere(both)))


def _change(before: np.int64, after: np.int64) -> Change:
    """A difference beyond what two cells draw; of a class beyond the most that it can be."""
    difference = max(int(after), CLASS) - max(int(before), CLASS)
    sure = abs(difference) > SURE * SPREAD * math.sqrt(2)
    return Change(Told(int(before)), Told(int(after)), difference if sure else None)


def _share(before: ToldTables, after: ToldTables) -> ShareChange:
    """A difference in whole percents beyond what four cells draw and two roundings make."""
    days = before, after
    shares = [share(day.count(SEVERAL), day.count(USERS)) for day in days]
    if shares[0] is None or shares[1] is None or any(one.at_most for one in shares if one):
        return ShareChange(shares[0], shares[1], None)
    spread = 0.0
    for day in days:
        several, users = day.count(SEVERAL).count, day.count(USERS).count
        spread += (SPREAD * 100 / users) ** 2 * (1 + (several / users) ** 2)
    points = shares[1].percent - shares[0].percent
    return ShareChange(shares[0], shares[1],
                       points if abs(points) > SURE * math.sqrt(spread) + 1 else None)
