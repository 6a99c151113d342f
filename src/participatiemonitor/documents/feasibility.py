"""Smallest sets of statements that cannot all be true."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy  # its parts are imported when they are first used

Variable = Hashable


@dataclass(frozen=True)
class Constraint:
    """A linear bound: ``low <= sum of weight times variable <= high``.

    Attributes
    ----------
    terms : dict
        Weight by variable.
    low, high : float
    label : str or None
        The statement that says so; None for what holds by the structure of the survey.
    """

    terms: Mapping[Any, float]
    low: float
    high: float
    label: str | None = None


def contradictions(constraints: Sequence[Constraint], whole: Iterable[Variable] = ()
                   ) -> list[tuple[str, ...]]:
    """Find minimal sets of labels that contradict each other, given the unlabelled constraints.

    Parameters
    ----------
    constraints : sequence of Constraint
        All variables are 0 or more.
    whole : iterable
        Variables that are whole numbers.

    Returns
    -------
    list of tuple of str
        Sets of which every proper subset is possible. After each one found its last label, in the
        order of `constraints`, is set aside and the search goes on, so the sets do not repeat.
    """
    integers = set(whole)
    found = []
    for part in _components(constraints):
        labels = list(dict.fromkeys(one.label for one in part if one.label is not None))
        while not _possible(part, labels, integers):
            guilty = _minimal(part, labels, integers)
            found.append(tuple(guilty))
            labels.remove(guilty[-1])
    order = {one.label: place for place, one in enumerate(constraints)}
    return sorted(found, key=lambda labels: [order[label] for label in labels])


def _minimal(part: list[Constraint], labels: list[str], integers: set[Variable]) -> list[str]:
    """Drop labels one by one as long as the rest stays impossible (deletion filter)."""
    kept = labels
    for label in labels:
        rest = [one for one in kept if one != label]
        kept = kept if _possible(part, rest, integers) else rest
    return kept


def _possible(part: list[Constraint], labels: list[str], integers: set[Variable]) -> bool:
    active = [one for one in part if one.label is None or one.label in labels]
    names = sorted({name for one in active for name in one.terms}, key=repr)
    if not names:
        return True
    place = {name: column for column, name in enumerate(names)}
    entries = [(row, place[name], weight) for row, one in enumerate(active)
               for name, weight in one.terms.items()]
    rows, columns, weights = zip(*entries, strict=True)
    matrix = scipy.sparse.coo_array((weights, (rows, columns)), shape=(len(active), len(names)))
    limits = scipy.optimize.LinearConstraint(
        matrix.tocsr(), [one.low for one in active], [one.high for one in active])
    result = scipy.optimize.milp(
        np.zeros(len(names)), constraints=limits, bounds=scipy.optimize.Bounds(0, np.inf),
        integrality=[name in integers for name in names])
    return bool(result.status == 0)


def _components(constraints: Sequence[Constraint]) -> list[list[Constraint]]:
    """Constraints that share variables or a label, directly or through others."""
    if not constraints:
        return []
    # What one statement says of two matters stands or falls together.
    shared = [[(False, name) for name in one.terms] + [(True, one.label)] * (one.label is not None)
              for one in constraints]
    first: dict[tuple[bool, Hashable], int] = {}
    pairs = [(row, first.setdefault(name, row)) for row, names in enumerate(shared)
             for name in names]
    graph = scipy.sparse.coo_array((np.ones(len(pairs)), tuple(zip(*pairs, strict=True))),
                                   shape=(len(constraints), len(constraints)))
    _, groups = scipy.sparse.csgraph.connected_components(graph, directed=False)
    parts: dict[int, list[Constraint]] = {}
    for group, one in zip(groups, constraints, strict=True):
        parts.setdefault(group, []).append(one)
    return list(parts.values())
