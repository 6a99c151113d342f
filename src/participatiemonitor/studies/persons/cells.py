"""Counts of persons that overlap: noise by cell, the same whenever the same persons are counted.

Of each cell is told what it counts plus noise, which its persons and the key draw: to tell it again
at another date, in another order or by another name, tells nothing more. All that a report says of
a cell is computed from what is told of it: shares, which is largest, and what is left out.

A part of the noise is drawn by what persons are counted *as*, too. All who use one thing may be
just those who use both it and another; with the same noise an onlooker would see that these are the
same, and so that nobody uses it by itself. The other part is the persons' own: what is counted in
five ways is not told by the mean of five.

Notes
-----
The cell key method (Fraser and Wooton 2005; Thompson, Broadfoot and Elazar 2013; Meindl and Enderle
2019), with discrete normal noise (Canonne, Kamath and Steinke 2020) in place of a bounded one. Of
bounded noise the ends tell the count: where one cell drew the most and a sum of others the least,
nothing is left open. With normal noise what is left open is as much whatever was drawn. How much
that is of all cells of a study together: ``docs/decisions/0035-noise-by-cell.md``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor import dutch
from participatiemonitor.estimation.disclosure.draws import Draws
from participatiemonitor.estimation.disclosure.totals import CLASS

Ints = NDArray[np.int64]

# Standard deviations of the noise: of the persons' own, of the role's, and of both together.
OWN, OF_ROLE = 2.0, 3.0
SPREAD = math.hypot(OWN, OF_ROLE)
# Of fewer than these nothing is told but how many: noise makes a share some 13 points unsure.
LEAST = 30
# No draw is larger; of 2^53 none is expected to be.
MOST = 27
NOISE = np.arange(-MOST, MOST + 1)
_SUBJECT = b"cel"


def chances(spread: float) -> NDArray[np.float64]:
    """The chance of each `NOISE` of a discrete normal draw."""
    found = np.exp(-NOISE**2 / (2 * spread**2))
    return np.asarray(found / found.sum())


@dataclass(frozen=True)
class Cell:
    """Persons who are counted together.

    Attributes
    ----------
    count : int
    identity : int
        Who they are: the exclusive or of numbers that are theirs, 64 bits, signed.
    """

    count: int
    identity: int


@dataclass(frozen=True, order=True)
class Told:
    """What is told of a cell.

    Attributes
    ----------
    count : int
        With noise; 0 where it is a class, which is all that is told then.
    """

    count: int

    @property
    def few(self) -> bool:
        """Whether all that is told is that they are at most `CLASS`."""
        return self.count <= CLASS

    @property
    def middle(self) -> float:
        """The count as figures may be computed from it: of a class the one in its middle."""
        return CLASS / 2 if self.few else float(self.count)

    @property
    def text(self) -> str:
        """As it stands in a sentence: *1.204*, *hooguit 2*."""
        return f"hooguit {CLASS}" if self.few else dutch.whole(self.count)


@dataclass(frozen=True, order=True)
class Share:
    """A share in whole percents.

    Attributes
    ----------
    percent : int
    at_most : bool
        Whether it is no more than that, as its part is a class.
    """

    percent: int
    at_most: bool = False

    @property
    def text(self) -> str:
        """As it stands in a sentence: *36%*, *hooguit 3%*."""
        return f"{'hooguit ' if self.at_most else ''}{self.percent}%"


def tell(cell: Cell, role: str, key: bytes) -> Told:
    """Tell one cell.

    Parameters
    ----------
    cell : Cell
    role : str
        What they are counted as, in a word of the program and not of a user: the same persons in
        the same role have the same noise, by whatever name a file calls them.
    key : bytes
        Of the folder.

    Returns
    -------
    Told
    """
    return Told(int(tell_all(np.array(cell.count), np.array(cell.identity), role, key)))


def tell_all(counts: Ints, identities: Ints, role: str, key: bytes) -> Ints:
    """Tell cells of one role.

    Parameters
    ----------
    counts, identities : ndarray of int, shape (...)
        As those of `Cell`.
    role : str
    key : bytes

    Returns
    -------
    ndarray of int, shape (...)
        As `Told.count`. Nought to `CLASS` is a class whatever is drawn, and so is what persons'
        own noise makes so few: they are one in all roles, or in none.
    """
    some = np.flatnonzero(counts > CLASS)
    told = np.zeros(counts.size, dtype=np.int64)
    who = [_SUBJECT + one.to_bytes(8, "big", signed=True)
           for one in identities.ravel()[some].tolist()]
    own = counts.ravel()[some] + _drawn(who, OWN, key)
    of_role = own + _drawn([one + role.encode() for one in who], OF_ROLE, key)
    told[some] = np.where(own > CLASS, np.maximum(of_role, CLASS + 1), 0)
    return told.reshape(counts.shape)


def _drawn(subjects: list[bytes], spread: float, key: bytes) -> Ints:
    """Noise of each subject, by the inverse of the distribution function."""
    uniform = np.array([Draws(key, subject).uniform() for subject in subjects])
    places = np.searchsorted(np.cumsum(chances(spread)), uniform, side="right")
    return NOISE[np.minimum(places, 2 * MOST)]


def share(part: Told, base: Told) -> Share | None:
    """The share of a base that has something, in whole percents.

    Parameters
    ----------
    part, base : Told

    Returns
    -------
    Share or None
        None of a base of fewer than `LEAST`.
    """
    if base.count < LEAST:
        return None
    if part.few:
        return Share(math.ceil(round(100 * CLASS / base.count, 9)), at_most=True)
    return share_of(part.count, base)


def share_of(part: float, base: Told) -> Share | None:
    """The same of a part that was computed from told counts, and may come out below nought.

    Parameters
    ----------
    part : float
    base : Told

    Returns
    -------
    Share or None
    """
    if base.count < LEAST:
        return None
    return Share(int(dutch.half_up(100 * min(max(part / base.count, 0), 1))))
