"""Which respondents of two rounds are the same organisation, and what that does to the error.

Notes
-----
In each round a stratum is a simple sample without replacement, n1 of N1 organisations and n2 of N2,
of which C are the same and m are in both samples. The means of the two samples have covariance

    (m / (n1 n2) - C / (N1 N2)) S12,

with S12 the covariance of the answers of the organisations that stayed. Where both rounds have the
same organisations, C = N1 = N2 = N, that is (m / (n1 n2) - 1 / N) S12 (Tam 1984; Qualité and Tillé
2008); where no organisation stayed it is nought. Where two samples overlap less than chance would
have it, it is negative. An organisation may have changed its stratum: then the covariance is one
between two strata, so that all are kept by stratum of then and stratum of now. With others than
those that stayed in the frame the formula is exact when these are as the others, on average; else
it is off by S12 / (N1 N2) or so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Flags, Floats

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Overlap:
    """Who is in two samples, of then and of now.

    Attributes
    ----------
    pairs : ndarray of int, shape (K, 2)
        Organisations that stayed and are in both, as positions among the respondents of each.
    cells : ndarray of int, shape (K, 2)
        Their strata, of then and of now.
    common : ndarray of float, shape (G, H)
        Organisations of the frames that stayed, by stratum of then and of now.
    """

    pairs: Places
    cells: Places
    common: Floats

    def known(self, first: Flags, second: Flags) -> Overlap:
        """Those alone of whom something is known in both rounds.

        Parameters
        ----------
        first, second : ndarray of bool
            By respondent of each round.

        Returns
        -------
        Overlap
        """
        kept = first[self.pairs[:, 0]] & second[self.pairs[:, 1]]
        return Overlap(self.pairs[kept], self.cells[kept], self.common)

    @property
    def counts(self) -> Floats:
        """How many are in both, by stratum of then and of now, shape (G, H)."""
        found = np.zeros_like(self.common)
        np.add.at(found, tuple(self.cells.T), 1)
        return found

    def factors(self, known: tuple[Floats, Floats], sizes: tuple[Floats, Floats]) -> Floats:
        """What the covariance of answers counts for in that of the means, shape (G, H).

        Parameters
        ----------
        known, sizes : tuple of ndarray of float
            Of then, shape (G,), and of now, shape (H,): respondents, and organisations.

        Returns
        -------
        ndarray of float
        """
        sampled = np.outer(*known)
        drawn = np.where(sampled > 0, self.counts / np.maximum(sampled, 1), 0.0)
        return np.where(sampled > 0, drawn - self.common / np.outer(*sizes), 0.0)


def overlap(respondents: tuple[Sequence[str], Sequence[str]], strata: tuple[Places, Places],
            stayed: Mapping[str, str], frames: tuple[pd.Series, pd.Series],
            shape: tuple[int, int]) -> Overlap:
    """Find who is in two samples.

    Parameters
    ----------
    respondents : tuple of sequence of str
        The organisations of then and of now.
    strata : tuple of ndarray of int
        Their strata.
    stayed : mapping of str to str
        Organisations that are still the same: the code of then by that of now.
    frames : tuple of pandas.Series of int
        The stratum of each organisation of the frame, by code.
    shape : tuple of int
        How many strata there are.

    Returns
    -------
    Overlap
    """
    before = {code: place for place, code in enumerate(respondents[0])}
    pairs = np.array([(before[stayed[code]], place) for place, code in enumerate(respondents[1])
                      if stayed.get(code) in before], np.intp).reshape(-1, 2)
    common = np.zeros(shape)
    for code, was in stayed.items():
        common[frames[0][was], frames[1][code]] += 1
    cells = np.column_stack([strata[0][pairs[:, 0]], strata[1][pairs[:, 1]]])
    return Overlap(pairs, cells, common)


def places(strata: pd.Series, names: Sequence[str]) -> pd.Series:
    """The position of the name, strata joined by ``+``, that holds each stratum."""
    found = {part: place for place, name in enumerate(names) for part in name.split("+")}
    return strata.astype(str).map(found).astype(np.intp)
