"""How heavy use is, by the weight that a user gave each provision."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.persons.cells import Share


@dataclass(frozen=True)
class Weights:
    """Weight of all use together.

    Attributes
    ----------
    average : float or None
        Per user; None where users are fewer than `BASE`.
    combining : Share or None
        The part of all weight that is with those who use more than one.
    equal : bool
        Whether all provisions have the same weight.
    """

    average: float | None
    combining: Share | None
    equal: bool
