"""How stable groups are: whether other users of the same kind would give the same groups.

Users are drawn anew, with replacement; the groups of what is drawn are laid beside the first ones,
and each of those is compared to the one most like it by the index of Jaccard: users in both, as a
part of users in either. The mean over all draws is the stability of the group (Hennig, 2007).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.overlap.groups.mixtures import Flags, Floats, Mixture, fitted

DRAWS = 25
# Starts of each draw: fewer, as the best is sought so many times.
STARTS = 4
# From here a group is a group, and from there one to build on; in the words of Hennig.
STABLE, FIRM = 0.75, 0.85
# Below this a group dissolved more often than not.
LOOSE = 0.6
# After so many draws it is seen whether a group is that loose: then more draws tell nothing.
_FIRST = 8


def stability(uses: Flags, counts: Floats, mixture: Mixture, rng: np.random.Generator,
              draws: int = DRAWS) -> Floats:
    """The mean likeness of each group to that most like it in what was drawn anew.

    Parameters
    ----------
    uses : ndarray of bool, shape (m, p)
    counts : ndarray of float, shape (m,)
        Whole numbers.
    mixture : Mixture
    rng : numpy.random.Generator
    draws : int, optional

    Returns
    -------
    ndarray of float, shape (k,)
        From 0 to 1.
    """
    size, persons = len(mixture.shares), int(counts.sum())
    belongs = mixture.nearest(uses)
    found = []
    for _ in range(draws):
        drawn = rng.multinomial(persons, counts / counts.sum()).astype(float)
        there = drawn > 0
        again = fitted(uses[there], drawn[there], size, rng, STARTS).mixture
        found.append(likeness(belongs[there], again.nearest(uses[there]), drawn[there], size))
        if len(found) == _FIRST and np.mean(found, axis=0).min() < LOOSE:
            break
    return np.asarray(np.mean(found, axis=0))


def likeness(first: NDArray[np.int64], second: NDArray[np.int64], counts: Floats, size: int
             ) -> Floats:
    """How like each group of one division is to the one of another that is most like it.

    Parameters
    ----------
    first, second : ndarray of int, shape (m,)
        The group of each pattern in both.
    counts : ndarray of float, shape (m,)
    size : int
        How many groups.

    Returns
    -------
    ndarray of float, shape (size,)
        The index of Jaccard; 0 for a group without anyone.
    """
    both = np.zeros((size, size))
    np.add.at(both, (first, second), counts)
    either = both.sum(axis=1)[:, None] + both.sum(axis=0) - both
    return np.asarray(np.divide(both, either, out=np.zeros_like(both),
                                where=either > 0).max(axis=1))
