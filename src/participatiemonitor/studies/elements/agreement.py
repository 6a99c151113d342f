"""How far two coders agree on elements and rungs.

Notes
-----
*Elements.* The share of decisions that are the same, and Cohen's kappa (1960), over all pairs of an
intervention and an element and for each element.

*Rungs.* The share that is the same, and kappa with quadratic weights (Cohen 1968): a rung apart
counts a sixteenth of four apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.estimation.analyses.agreement import crossed
from participatiemonitor.studies.elements.codings import RUNGS, Coded, Flags, Ints


@dataclass(frozen=True)
class Agreement:
    """How far decisions are the same.

    Attributes
    ----------
    name : str
        The element; empty of all together and of rungs.
    decisions : int
    same : float
        A fraction.
    kappa : float or None
        None where a coder decided the same each time: chance would agree as often.
    differ : tuple of (str, str)
        Intervention and element of decisions that are not the same; of rungs both rungs in place
        of the element, as *2/3*.
    """

    name: str
    decisions: int
    same: float
    kappa: float | None
    differ: tuple[tuple[str, str], ...]


def element_agreement(found: Coded) -> tuple[Agreement, ...]:
    """Agreement on all elements together, and then on each.

    Parameters
    ----------
    found : Coded
        By two coders.

    Returns
    -------
    tuple of Agreement
    """
    parts = [("", slice(None))] + [(name, slice(place, place + 1))
                                   for place, name in enumerate(found.elements)]
    return tuple(_agreement(found, name, found.marks[:, :, part], found.elements[part])
                 for name, part in parts)


def _agreement(found: Coded, name: str, marks: Flags, elements: tuple[str, ...]) -> Agreement:
    first, second = (each.ravel().astype(np.intp) for each in marks)
    differ = tuple((found.interventions[row], elements[column])
                   for row, column in np.argwhere(marks[0] != marks[1]))
    return Agreement(name, len(first), float(np.mean(first == second)),
                     _kappa(crossed(first, second)), differ)


def rung_agreement(found: Coded) -> Agreement:
    """Agreement on the rungs of interventions.

    Parameters
    ----------
    found : Coded
        By two coders.

    Returns
    -------
    Agreement
    """
    first, second = found.rungs
    table = np.zeros((len(RUNGS), len(RUNGS)), dtype=np.intp)
    np.add.at(table, (first, second), 1)
    differ = tuple((name, f"{one}/{other}") for name, one, other
                   in zip(found.interventions, first, second, strict=True) if one != other)
    return Agreement("", len(first), float(np.mean(first == second)),
                     _kappa(table, power=2), differ)


def _kappa(table: Ints, power: int = 0) -> float | None:
    """One less the disagreement by that of chance, weighted by how far decisions are apart."""
    first, second = table.sum(axis=1), table.sum(axis=0)
    if min(map(np.count_nonzero, (first, second))) < 2:
        return None
    rungs = np.arange(len(table))
    apart = np.abs(rungs[:, None] - rungs)
    weights = np.where(apart > 0, apart ** power, 0)
    chance = np.outer(first, second) / table.sum()
    return float(1 - (weights * table).sum() / (weights * chance).sum())
