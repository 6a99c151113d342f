"""Groups of users by pattern, from patterns of which it is told how many users have them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.overlap.groups.choosing import chosen
from participatiemonitor.studies.overlap.groups.mixtures import Flags, Floats, Mixture

# The same patterns make the same groups.
_SEED = 2012
# Patterns that groups are found in, the commonest first; all are put in a group afterwards.
COMMONEST = 1000
# Fewer users make no groups.
FEWEST_USERS = 100


@dataclass(frozen=True, eq=False)
class Groups:
    """Groups of users, the largest first.

    Attributes
    ----------
    mixture : Mixture
    stable : ndarray of float, shape (k,)
        How stable each is, from 0 to 1.
    asked : bool
        Whether their number was given, and not found.
    """

    mixture: Mixture
    stable: Floats
    asked: bool

    def of(self, uses: Flags) -> NDArray[np.int64]:
        """The group of each pattern, shape (m,), whether groups were found in it or not."""
        return self.mixture.nearest(uses)


def groups(uses: Flags, counts: NDArray[np.int64], asked: int | None = None) -> Groups | None:
    """Find groups.

    Parameters
    ----------
    uses : ndarray of bool, shape (m, p)
        Patterns, each once.
    counts : ndarray of int, shape (m,)
        How many users have each, as told.
    asked : int, optional
        How many groups; without it the data say.

    Returns
    -------
    Groups or None
        None where there are too few users or patterns.
    """
    most = np.argsort(-counts, kind="stable")[:COMMONEST]
    most = most[counts[most] > 0]
    patterns, persons = uses[most], counts[most].astype(float)
    if persons.sum() < FEWEST_USERS:
        return None
    rng = np.random.default_rng(_SEED)
    found = chosen(patterns, persons, asked, rng)
    if found is None:
        return None
    order = np.argsort(-found.mixture.shares, kind="stable")
    return Groups(Mixture(found.mixture.shares[order], found.mixture.chances[order]),
                  found.stable[order], asked is not None)
