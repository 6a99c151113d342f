"""How many groups of users there are: as many as asked, or as the data bear.

More groups nearly always fit better, and of many users the criterion of Schwarz says so too: that
somebody uses at least one provision is a pattern by itself. Groups that other users of the same
kind would not give are no finding, so that of these numbers the best is taken that gives none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.studies.overlap.groups.mixtures import Fit, Flags, Floats, Mixture, fitted
from participatiemonitor.studies.overlap.groups.stability import STABLE, stability

FEWEST, MOST = 2, 8
# Of the users: a smaller group is no group to make policy for.
SMALLEST = 0.03


@dataclass(frozen=True, eq=False)
class Choice:
    """Groups, and how stable each is, from 0 to 1."""

    mixture: Mixture
    stable: Floats


def chosen(uses: Flags, counts: Floats, asked: int | None, rng: np.random.Generator
           ) -> Choice | None:
    """As many groups as asked; else the number with the least BIC that gives stable ones.

    Parameters
    ----------
    uses : ndarray of bool, shape (m, p)
    counts : ndarray of float, shape (m,)
    asked : int or None
    rng : numpy.random.Generator

    Returns
    -------
    Choice or None
        Of none stable those with the least BIC. None where there are fewer patterns than groups,
        or none asked and no number of groups of which each is large enough.
    """
    if asked is not None:
        sizes = [asked] if asked <= len(uses) else []
    else:
        sizes = list(range(FEWEST, min(MOST, len(uses)) + 1))
    fits = [fitted(uses, counts, size, rng) for size in sizes]
    if asked is None:
        fits = [fit for fit in fits if smallest(fit, uses, counts) >= SMALLEST]
    first: Choice | None = None
    for fit in sorted(fits, key=lambda fit: bic(fit, counts)):
        found = Choice(fit.mixture, stability(uses, counts, fit.mixture, rng))
        if (found.stable >= STABLE).all():
            return found
        first = first or found
    return first


def bic(fit: Fit, counts: Floats) -> float:
    """The criterion of Schwarz: less is better, and each chance that is estimated costs."""
    size, provisions = fit.mixture.chances.shape
    free = size * provisions + size - 1
    return free * float(np.log(counts.sum())) - 2 * fit.likelihood


def smallest(fit: Fit, uses: Flags, counts: Floats) -> float:
    """The part of the users in the smallest group, each user in the likeliest one."""
    belongs = fit.mixture.nearest(uses)
    sizes = np.bincount(belongs, weights=counts, minlength=len(fit.mixture.shares))
    return float(sizes.min() / counts.sum())
