"""Steps as they may be told: by the published counts, with rungs together where persons are few.

All that is told of steps is computed of what comes out here, by the same functions as of steps
themselves: where persons went is moved so that all together have the published counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.ladder.registrations import LEFT
from participatiemonitor.studies.ladder.steps import Steps
from participatiemonitor.studies.persons.grouping import BASE, neighbours
from participatiemonitor.studies.persons.published import Published, publish
from participatiemonitor.studies.persons.tables import PersonTable


@dataclass(frozen=True, eq=False)
class ToldSteps:
    """Steps as they may be told.

    Attributes
    ----------
    steps : Steps
        Of groups of rungs, from the lowest up, where persons were moved: for `transitions`,
        `durations` and `intensities`.
    groups : tuple of tuple of int
        The rungs, from 0, of each.
    published : Published
        Groups by groups, and leaving if that is told.
    leaving : bool
        Whether leaving is told; else steps that end in it are left out.
    """

    steps: Steps
    groups: tuple[tuple[int, ...], ...]
    published: Published
    leaving: bool


def told_steps(taken: Steps, people: NDArray[np.object_], key: bytes) -> ToldSteps | None:
    """Tell from which rung to which.

    Parameters
    ----------
    taken : Steps
    people : ndarray, shape (P,)
        As of `Registrations`.
    key : bytes

    Returns
    -------
    ToldSteps or None
        None where persons are too few.
    """
    leaving = len(np.unique(taken.person[taken.left])) >= BASE
    kept = taken if leaving else taken.where(~taken.left)
    if not len(kept):
        return None
    rungs, names = kept.rungs, [f"trede {rung + 1}" for rung in range(kept.rungs)]
    columns = (*names, LEFT) if leaving else tuple(names)
    table = PersonTable(people[kept.person].astype(str), kept.origin, kept.target, tuple(names),
                        columns)
    groups = neighbours(table.starts.tolist(), table.ends[:rungs].tolist())
    if groups is None:
        return None
    published = publish(table, groups, (*groups, (rungs,)) if leaving else groups, key)
    if published is None:
        return None
    return ToldSteps(replace(kept, origin=published.row, target=published.column,
                             rungs=len(groups)), groups, published, leaving)


def regrouped(taken: Steps, groups: tuple[tuple[int, ...], ...]) -> Steps:
    """Steps of groups of rungs: of `panel.still_there`, to stand beside those that are told.

    Parameters
    ----------
    taken : Steps
    groups : tuple of tuple of int
        As of `ToldSteps`.

    Returns
    -------
    Steps
    """
    number = np.concatenate([np.repeat(np.arange(len(groups)), [len(one) for one in groups]),
                             len(groups) + np.arange(2)])
    return replace(taken, origin=number[taken.origin], target=number[taken.target],
                   rungs=len(groups))
