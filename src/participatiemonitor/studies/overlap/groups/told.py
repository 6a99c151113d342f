"""Groups of users as they are told: how many are in each, and what they use."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.overlap.groups.groups import Groups, groups
from participatiemonitor.studies.overlap.histogram import Flags
from participatiemonitor.studies.overlap.results.patterns import Patterns
from participatiemonitor.studies.overlap.results.told import USERS, ToldTables
from participatiemonitor.studies.persons.cells import Cell, Share, Told, share, share_of, tell

# A provision marks a group that at least this part of it uses; so many mark it at most.
MARKED, MOST = 0.15, 3
_IN_GROUP, _SEVERAL = "in een groep", "in een groep, meer dan een"


@dataclass(frozen=True)
class ToldGroup:
    """A group of users.

    Attributes
    ----------
    users : Told
        Who are in it.
    part : Share or None
        Of all who use anything.
    several : Share or None
        Of who are in it those who use more than one; None where these are fewer than `BASE`.
    uses : tuple of Share or None
        The part of it that uses each kind, by their places, from combinations that are told.
    marks : tuple of int
        Kinds that mark it, from the one that most sets it apart.
    stable : float
        From 0 to 1.
    """

    users: Told
    part: Share | None
    several: Share | None
    uses: tuple[Share | None, ...]
    marks: tuple[int, ...]
    stable: float


@dataclass(frozen=True)
class ToldGroups:
    """Groups, the largest first, and whether their number was given."""

    groups: tuple[ToldGroup, ...]
    asked: bool


def told_groups(given: Patterns, told: ToldTables, asked: int | None, key: bytes
                ) -> ToldGroups | None:
    """Find groups in combinations that are told, and tell how many users are in each.

    Parameters
    ----------
    given : Patterns
        All of them, of which users are put in the groups.
    told : ToldTables
        Of these.
    asked : int or None
        How many groups; without it the data say.
    key : bytes
        Of the folder.

    Returns
    -------
    ToldGroups or None
        None where there are too few users or combinations.
    """
    found = groups(told.patterns, told.exact, asked)
    if found is None:
        return None
    belongs, several = found.of(given.uses), given.number > 1
    mine = found.of(told.patterns)
    users = [_told(given, belongs == place, _IN_GROUP, key) for place in range(len(found.stable))]
    more = [_told(given, (belongs == place) & several, _SEVERAL, key)
            for place in range(len(found.stable))]
    order = sorted(range(len(users)), key=lambda place: -users[place].count)
    return ToldGroups(tuple(_group(told, found, place, mine, users[place], more[place])
                            for place in order), found.asked)


def _told(given: Patterns, rows: Flags, role: str, key: bytes) -> Told:
    who = int(np.bitwise_xor.reduce(given.identity[rows], initial=0))
    return tell(Cell(int(given.count[rows].sum()), who), f"{given.unit}: {role}", key)


def _group(told: ToldTables, found: Groups, place: int, mine: NDArray[np.int64], users: Told,
           more: Told) -> ToldGroup:
    """One group: what it uses is counted in the combinations that are told."""
    inside = mine == place
    counts, others = (told.exact[rows] @ told.patterns[rows] for rows in (inside, ~inside))
    base, rest = (Told(int(told.exact[rows].sum())) for rows in (inside, ~inside))
    shares, theirs = counts / max(base.count, 1), others / max(rest.count, 1)
    order = np.argsort(theirs - shares, kind="stable")
    marks = [int(kind) for kind in order
             if shares[kind] >= MARKED and shares[kind] > theirs[kind]]
    return ToldGroup(
        users, share(users, told.count(USERS)), share(more, users),
        tuple(share_of(int(count), base) for count in counts),
        tuple(marks[:MOST] or [int(order[0])]), round(float(found.stable[place]), 2))
