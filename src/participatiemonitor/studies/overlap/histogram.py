"""The histogram of masks: how many persons, or households, use exactly which provisions, where.

Everything that is told of them is made of this.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.overlap.provisions import WORD
from participatiemonitor.studies.persons.cells import Cell

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Histogram:
    """Units by area and mask.

    Attributes
    ----------
    areas : tuple of str
        Sorted; empty where none are known.
    area : ndarray of int, shape (m,)
        A place in `areas`, or -1 for none.
    words : ndarray of int, shape (m, w)
        The mask: provision p is bit ``p % 63`` of word ``p // 63``.
    count : ndarray of int, shape (m,)
        Units that have it.
    identity : ndarray of int, shape (m,)
        Who they are: the exclusive or of the low halves of their pseudonyms, of homes those of
        the persons who live there.
    """

    areas: tuple[str, ...]
    area: Ints
    words: Ints
    count: Ints
    identity: Ints

    def uses(self, size: int) -> Flags:
        """Which of so many provisions each row has, shape (m, size)."""
        place = np.arange(size)
        return (self.words[:, place // WORD] >> (place % WORD) & 1).astype(bool)

    def cell(self, rows: Flags) -> Cell:
        """The units of some rows together, as one cell of a table.

        Parameters
        ----------
        rows : ndarray of bool, shape (m,)

        Returns
        -------
        Cell
        """
        who = np.bitwise_xor.reduce(self.identity[rows]) if rows.any() else 0
        return Cell(int(self.count[rows].sum()), int(who))
