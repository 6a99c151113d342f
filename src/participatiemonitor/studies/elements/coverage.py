"""Which elements own interventions have, which nobody has, and how well proven these are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.elements.codings import PROVEN, Coded


@dataclass(frozen=True)
class Element:
    """An element in the interventions of a municipality.

    Attributes
    ----------
    name : str
    interventions : Limits
        How many have it: from those of which each coder says so to those of which one does; the
        value where these are the same.
    highest : Limits or None
        The highest rung of these, from as each coder sees it to as one does; None where nobody has
        it.
    """

    name: str
    interventions: Limits
    highest: Limits | None

    @property
    def missing(self) -> bool | None:
        """Whether nobody has it; None where the coders do not agree on any that does."""
        return _verdict(self.interventions.high == 0, self.interventions.low > 0)

    @property
    def proven(self) -> bool | None:
        """Whether an intervention that has it is proven to work; None where it is disputed."""
        if self.highest is None:
            return False
        return _verdict(self.highest.low >= PROVEN, self.highest.high < PROVEN)


@dataclass(frozen=True)
class Proof:
    """How well proven an intervention is.

    Attributes
    ----------
    intervention : str
    rung : Limits
        As the coders see it; the value where these agree.
    elements : Limits
        How many elements it has.
    """

    intervention: str
    rung: Limits
    elements: Limits

    @property
    def proven(self) -> bool | None:
        """Whether it is proven to work; None where only one coder says so."""
        return _verdict(self.rung.low >= PROVEN, self.rung.high < PROVEN)


def element_coverage(found: Coded) -> tuple[Element, ...]:
    """What own interventions have of each element.

    Parameters
    ----------
    found : Coded

    Returns
    -------
    tuple of Element
        In their order.
    """
    low, high = found.rungs.min(axis=0), found.rungs.max(axis=0)
    elements = []
    for place, name in enumerate(found.elements):
        sure, possible = found.sure[:, place], found.possible[:, place]
        highest = limits(int(np.max(low[sure], initial=0)), int(np.max(high[possible]))
                          ) if possible.any() else None
        elements.append(Element(name, limits(int(sure.sum()), int(possible.sum())), highest))
    return tuple(elements)


def proofs(found: Coded) -> tuple[Proof, ...]:
    """The rung of each intervention, the least proven first.

    Parameters
    ----------
    found : Coded

    Returns
    -------
    tuple of Proof
    """
    low, high = found.rungs.min(axis=0), found.rungs.max(axis=0)
    all_of_them = (
        Proof(name, limits(int(low[place]), int(high[place])),
              limits(int(found.sure[place].sum()), int(found.possible[place].sum())))
        for place, name in enumerate(found.interventions))
    return tuple(sorted(all_of_them, key=lambda one: (one.rung.low, one.rung.high)))


def limits(low: int, high: int) -> Limits:
    """Between two numbers of interventions, or exactly one."""
    return exact(float(low)) if low == high else Limits(float(low), float(high))


def _verdict(certain: bool, impossible: bool) -> bool | None:
    return True if certain else False if impossible else None
