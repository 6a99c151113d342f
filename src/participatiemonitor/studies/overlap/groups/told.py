"""Groups of users as they are told: how many are in each, and what they use."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.studies.overlap.groups.groups import groups
from participatiemonitor.studies.overlap.histogram import Flags, Ints
from participatiemonitor.studies.overlap.results.patterns import Patterns
from participatiemonitor.studies.persons.cells import Cell, Share, Told, share, tell, tell_all

# A provision marks a group that at least this part of it uses; so many mark it at most.
MARKED, MOST = 20, 3


@dataclass(frozen=True)
class ToldGroup:
    """A group of users.

    Attributes
    ----------
    users, several : Told
        Who are in it; those of them who use more than one.
    part : Share or None
        Of all who use anything.
    share_several : Share or None
        Of who are in it; None where these are fewer than `BASE`.
    uses : tuple of Share or None
        The part of it that uses each kind, by their places.
    marks : tuple of int
        Kinds that mark it, from the one that most sets it apart.
    stable : float
        From 0 to 1.
    """

    users: Told
    several: Told
    part: Share | None
    share_several: Share | None
    uses: tuple[Share | None, ...]
    marks: tuple[int, ...]
    stable: float


@dataclass(frozen=True)
class ToldGroups:
    """Groups, the largest first, and whether their number was given."""

    groups: tuple[ToldGroup, ...]
    asked: bool


def told_groups(patterns: Patterns, asked: int | None, key: bytes) -> ToldGroups | None:
    """Find groups in what is told of patterns, and tell who are in each.

    Parameters
    ----------
    patterns : Patterns
    asked : int or None
        How many groups; without it the data say.
    key : bytes
        Of the folder.

    Returns
    -------
    ToldGroups or None
        None where there are too few users or patterns.
    """
    if not len(patterns.uses):
        return None
    uses, counts, who = _each_once(patterns)
    found = groups(uses, tell_all(counts, who, patterns.unit, key), asked)
    if found is None:
        return None
    belongs, several = found.of(uses), uses.sum(axis=1) > 1

    def told(rows: Flags) -> Told:
        cell = Cell(int(counts[rows].sum()), int(np.bitwise_xor.reduce(who[rows], initial=0)))
        return tell(cell, patterns.unit, key)

    every = np.ones(len(uses), dtype=bool)
    whole = told(every)
    usual = [told(column) for column in uses.T]
    made = []
    for place, stable in enumerate(found.stable):
        mine = belongs == place
        users, more = told(mine), told(mine & several)
        with_each = [told(mine & column) for column in uses.T]
        made.append(ToldGroup(
            users, more, share(users, whole), share(more, users),
            tuple(share(one, users) for one in with_each),
            _marks(with_each, users, usual, whole), round(float(stable), 2)))
    made.sort(key=lambda group: -group.users.count)
    return ToldGroups(tuple(made), found.asked)


def _each_once(patterns: Patterns) -> tuple[Flags, Ints, Ints]:
    """Patterns over all areas, how many have each, and who they are."""
    uses, place = patterns.exact()
    order = np.argsort(place, kind="stable")
    starts = np.searchsorted(place[order], np.arange(len(uses)))
    return (uses, np.add.reduceat(patterns.count[order], starts),
            np.bitwise_xor.reduceat(patterns.identity[order], starts))


def _marks(with_each: list[Told], users: Told, usual: list[Told], whole: Told) -> tuple[int, ...]:
    """What many of a group use, and few others; at least the one that sets it apart most."""
    if users.few:
        return ()
    shares = np.array([0.0 if one.few else one.count / users.count for one in with_each])
    others = max(whole.count - users.count, 1)
    rest = np.array([max(every.count - one.count, 0) / others
                     for every, one in zip(usual, with_each, strict=True)])
    order = np.argsort(rest - shares, kind="stable")
    marked = [int(kind) for kind in order
              if 100 * shares[kind] >= MARKED and shares[kind] > rest[kind]]
    return tuple(marked[:MOST] or [int(order[0])])
