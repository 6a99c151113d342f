"""Who rose, stayed, fell and left, of two groups or periods, as it may be told."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.ladder.registrations import LEFT, Flags, Ints
from participatiemonitor.studies.ladder.steps import Steps
from participatiemonitor.studies.ladder.transitions import FELL, LEAVING, ROSE, STAYED, move
from participatiemonitor.studies.persons.grouping import BASE, Groups
from participatiemonitor.studies.persons.published import Published, publish
from participatiemonitor.studies.persons.tables import PersonTable

MOVES = ("gestegen", "gebleven", "gedaald", LEFT)


@dataclass(frozen=True, eq=False)
class ToldMoves:
    """Two groups or periods side by side, as they may be told.

    Attributes
    ----------
    first, second : Steps
        For `comparisons.compare`, moved so that all together have the published counts. They are
        on a ladder of three rungs and begin on the middle one, as only the kind of move is told.
    published : Published
        Both by kinds of moves.
    kinds : tuple of tuple of int
        Of each column, what it tells: places in `MOVES`. Where few fell, staying and falling are
        told as one; where few left, they are left out.
    """

    first: Steps
    second: Steps
    published: Published
    kinds: Groups


def told_moves(taken: Steps, member: Flags, people: NDArray[np.object_], names: tuple[str, str],
               key: bytes) -> ToldMoves | None:
    """Tell how many of two groups or periods rose, stayed, fell and left.

    Parameters
    ----------
    taken : Steps
        Of both.
    member : ndarray of bool, shape (n,)
        Which steps are of the first.
    people : ndarray, shape (P,)
    names : tuple of str
        Of both.
    key : bytes

    Returns
    -------
    ToldMoves or None
        None where persons are too few.
    """
    leaving = len(np.unique(taken.person[taken.left])) >= BASE
    kept = leaving | ~taken.left
    if not kept.any():
        return None
    taken, member = taken.where(kept), member[kept]
    table = PersonTable(people[taken.person].astype(str), np.where(member, 0, 1), move(taken),
                        names, MOVES[:LEAVING + leaving])
    # Whoever is in both periods is a person of each.
    rows, columns = (np.array([len(np.unique(taken.person[place == number]))
                               for number in range(size)])
                     for place, size in ((table.row, 2), (table.column, len(table.columns))))
    kinds = _kinds(columns)
    enough = rows.min() >= BASE and columns[ROSE] >= BASE
    published = publish(table, ((0,), (1,)), kinds, key) if enough else None
    if published is None:
        return None
    kind = np.array([places[0] for places in kinds])[published.column]
    middle = np.ones(len(taken), dtype=np.int64)
    target = np.where(kind == LEAVING, 3, middle + (kind == ROSE) - (kind == FELL))
    shown = replace(taken, origin=middle, target=target, rungs=3)
    return ToldMoves(shown.where(member), shown.where(~member), published, kinds)


def _kinds(persons: Ints) -> Groups:
    """What is told by itself, by how many made each kind of move."""
    last = ((LEAVING,),) if len(persons) > LEAVING else ()
    if persons[FELL] < BASE or persons[STAYED] < BASE:
        return ((ROSE,), (STAYED, FELL), *last)
    return ((ROSE,), (STAYED,), (FELL,), *last)
