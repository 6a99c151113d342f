"""On which rung persons stand at their last registration, in all and by group, as may be told."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.ladder.registrations import Registrations
from participatiemonitor.studies.ladder.rungs import Group
from participatiemonitor.studies.persons.grouping import kinds_up_to, neighbours
from participatiemonitor.studies.persons.published import Published, publish
from participatiemonitor.studies.persons.tables import Ints, PersonTable
from participatiemonitor.studies.persons.walk import LARGEST


@dataclass(frozen=True, eq=False)
class Standing:
    """Where persons who did not leave were seen last.

    Attributes
    ----------
    groups : tuple of tuple of int
        Rungs that are told together.
    persons : ndarray of int, shape (R,)
        How many on each; exact.
    """

    groups: tuple[Group, ...]
    persons: Ints


@dataclass(frozen=True, eq=False)
class GroupStanding:
    """The same by group.

    Attributes
    ----------
    groups : tuple of tuple of int
    names : tuple of tuple of str
        Of each row the groups that are told together.
    published : Published
        Groups by rungs.
    """

    groups: tuple[Group, ...]
    names: tuple[tuple[str, ...], ...]
    published: Published


def standing(registered: Registrations) -> Standing | None:
    """How many stand on each rung; None where persons are too few."""
    _, rung = _last(registered)
    totals = np.bincount(rung, minlength=registered.rungs)
    groups = neighbours(totals.tolist())
    if groups is None:
        return None
    return Standing(groups, np.array([totals[list(group)].sum() for group in groups]))


def standing_by_group(registered: Registrations, group: NDArray[np.object_], key: bytes
                      ) -> GroupStanding | None:
    """How many of each group stand on each rung.

    Parameters
    ----------
    registered : Registrations
    group : ndarray of str, shape (P,)
    key : bytes

    Returns
    -------
    GroupStanding or None
        None where persons are too few, or of one group.
    """
    person, rung = _last(registered)
    names, row = np.unique(group[person].astype(str), return_inverse=True)
    table = PersonTable(registered.people[person].astype(str), row, rung, tuple(map(str, names)),
                        tuple(f"trede {one + 1}" for one in range(registered.rungs)))
    columns = neighbours(table.ends.tolist())
    rows = columns and kinds_up_to(table.starts.tolist(), LARGEST)
    published = publish(table, rows, columns, key) if rows and columns else None
    if rows is None or columns is None or published is None:
        return None
    return GroupStanding(columns, tuple(tuple(table.rows[place] for place in places)
                                        for places in rows), published)


def _last(registered: Registrations) -> tuple[Ints, Ints]:
    """Who did not leave, and the rung where each was seen last."""
    last = np.append(np.diff(registered.person) != 0, True)
    kept = last & (registered.state < registered.rungs)
    return registered.person[kept], registered.state[kept]
