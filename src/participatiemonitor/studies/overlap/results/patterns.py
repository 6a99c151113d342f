"""Who uses exactly what, where, at the grain of provisions or of schemes; and cells made of that.

What is counted here is exact, and goes through `told` before anything is made of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.overlap.histogram import Flags, Histogram, Ints
from participatiemonitor.studies.overlap.provisions import WORD, Provisions
from participatiemonitor.studies.persons.cells import tell_all

# A scheme is used when any of its provisions is.
PROVISION, SCHEME = GRAINS = "voorziening", "regeling"


@dataclass(frozen=True)
class Kind:
    """A provision or a scheme.

    Attributes
    ----------
    name : str
    domains : frozenset of str
        Of `form.DOMAINS`; of a scheme those of all its provisions.
    weight : float
        Of a scheme 1.
    several : bool
        Whether it is a scheme of more than one provision, so that who uses it is not who uses one.
    """

    name: str
    domains: frozenset[str]
    weight: float = 1.0
    several: bool = False


@dataclass(frozen=True, eq=False)
class Cells:
    """Units that are counted together, exactly.

    Attributes
    ----------
    counts, identities : ndarray of int, shape (...)
        As those of `Cell`.
    """

    counts: Ints
    identities: Ints

    def told(self, role: str, key: bytes) -> Ints:
        """What is told of them, see `tell_all`."""
        return tell_all(self.counts, self.identities, role, key)


@dataclass(frozen=True, eq=False)
class Patterns:
    """Units by area and exactly what they use.

    Attributes
    ----------
    unit : str
        What is counted, one of `UNITS`.
    kinds : tuple of Kind
    areas : tuple of str
    area : ndarray of int, shape (m,)
        A place in `areas`, or -1; in rising order.
    uses : ndarray of bool, shape (m, k)
        One or more in each row.
    count, identity : ndarray of int, shape (m,)
    """

    unit: str
    kinds: tuple[Kind, ...]
    areas: tuple[str, ...]
    area: Ints
    uses: Flags
    count: Ints
    identity: Ints

    @property
    def number(self) -> Ints:
        """How many kinds each row uses, shape (m,)."""
        return np.asarray(self.uses.sum(axis=1))

    def cells(self, *columns: Flags) -> Cells:
        """Cells of rows, in total and by area.

        Parameters
        ----------
        *columns : ndarray of bool, shape (m,)
            Which rows are in each.

        Returns
        -------
        Cells
            Shape (1 + areas, columns); all together first.
        """
        shape = len(self.areas) + 1, len(columns)
        counts, who = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        if len(self.area) and columns:
            here, starts = np.unique(self.area, return_index=True)  # in rising order already
            for place, rows in enumerate(columns):
                counts[:, place] = _by_area(np.add, self.count * rows, here, starts, shape[0])
                who[:, place] = _by_area(np.bitwise_xor, self.identity * rows, here, starts,
                                         shape[0])
        return Cells(counts, who)

    def of(self, rows: Flags) -> Patterns:
        """Some rows only."""
        return replace(self, area=self.area[rows], uses=self.uses[rows], count=self.count[rows],
                       identity=self.identity[rows])

    def exact(self) -> tuple[Flags, NDArray[np.intp]]:
        """What is used, each pattern once, shape (p, k); and of each row its place, shape (m,)."""
        place = np.zeros(len(self.uses), np.intp)
        for start in range(0, len(self.kinds), WORD):
            bits = self.uses[:, start:start + WORD]
            word = np.unique(bits @ (1 << np.arange(bits.shape[1])), return_inverse=True)[1]
            place = np.unique(place * (len(word) + 1) + word, return_inverse=True)[1]
        first = np.unique(place, return_index=True)[1]
        return self.uses[first], place


def patterns_of(histogram: Histogram, provisions: Provisions, grain: str, unit: str) -> Patterns:
    """A histogram of masks at a grain.

    Parameters
    ----------
    histogram : Histogram
    provisions : tuple of Provision
    grain : str
        One of `GRAINS`.
    unit : str

    Returns
    -------
    Patterns
    """
    uses = histogram.uses(len(provisions))
    if grain == PROVISION:
        kinds = tuple(Kind(one.name, frozenset([one.domain]), one.weight) for one in provisions)
    else:
        names = list(dict.fromkeys(one.scheme for one in provisions))
        of = [[place for place, one in enumerate(provisions) if one.scheme == name]
              for name in names]
        kinds = tuple(Kind(name, frozenset(provisions[place].domain for place in places), 1.0,
                           len(places) > 1) for name, places in zip(names, of, strict=True))
        uses = np.stack([uses[:, places].any(axis=1) for places in of], axis=1)
    some = np.asarray(uses.any(axis=1))
    order = np.argsort(histogram.area, kind="stable")
    order = order[some[order]]
    return Patterns(unit, kinds, histogram.areas, histogram.area[order], uses[order],
                    histogram.count[order], histogram.identity[order])


def _by_area(together: np.ufunc, values: Ints, here: Ints, starts: NDArray[np.intp], size: int
             ) -> Ints:
    """Values of rows together, of all and by area; rows without an area are in the first only."""
    sums = together.reduceat(values, starts)
    found = np.zeros(size, np.int64)
    found[here + 1] = sums
    found[0] = together.reduce(sums)
    return found
