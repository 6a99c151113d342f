"""How heavy use is, by the weight that a user gave each provision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.dutch import half_up
from participatiemonitor.studies.overlap.results.told import USERS, ToldTables
from participatiemonitor.studies.overlap.results.uses import average
from participatiemonitor.studies.persons.cells import Share


@dataclass(frozen=True)
class Weights:
    """Weight of all use together.

    Attributes
    ----------
    average : float or None
        Per user; None where it is too uncertain, see `uses.average`.
    combining : Share or None
        The part of all weight that is with those who use more than one; None where `average` is.
    equal : bool
        Whether all provisions have the same weight.
    """

    average: float | None
    combining: Share | None
    equal: bool


def weights_of(told: ToldTables) -> Weights:
    """How heavy use is.

    Parameters
    ----------
    told : ToldTables

    Returns
    -------
    Weights
    """
    weights = np.array([kind.weight for kind in told.kinds])
    users = told.count(USERS)
    mean = average(told.users[0], weights, users)
    equal = bool((weights == weights[0]).all())
    if mean is None:
        return Weights(None, None, equal)
    all_weight = mean * users.count
    alone = told.alone @ weights
    return Weights(mean, _percents(all_weight - alone, all_weight), equal)


def _percents(part: float, whole: float) -> Share:
    return Share(int(half_up(100 * min(max(part / whole, 0), 1))))
