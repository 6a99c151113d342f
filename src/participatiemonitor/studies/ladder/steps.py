"""From one registration of a person to the next, and how regular the dates are.

Notes
-----
*Regular* dates are those of measurements that return: at least `ENOUGH` of the gaps between
registrations differ no more than `TOLERANCE` of the usual gap, the median, from it. Then a step is
about as long for everybody, and may be one step of a chain in discrete time. A quarter of half a
year is six weeks: who is seen so much early or late is nearer to that measurement than to any
other. Where more than one in five gaps is otherwise, leaving these out would be a choice of whom
to look at, and the model for irregular dates is there.

Of regular dates leaving has none: it falls between two measurements, and belongs to the step in
which it falls. It only counts where a person who stayed could have been seen again before the end
of the file; else the last weeks would show those who leave, and nobody who stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.errors import InputError
from participatiemonitor.studies.ladder.registrations import Flags, Floats, Ints, Registrations

# How far from the usual gap a gap may be, as a part of it.
TOLERANCE = 0.25
# The part of the gaps that must be near the usual one for dates to be regular.
ENOUGH = 0.8


@dataclass(frozen=True)
class Steps:
    """Registrations of a person and what came next.

    Attributes
    ----------
    person : ndarray of int, shape (n,)
        From 0, never falling.
    origin, target : ndarray of int, shape (n,)
        States as of `Registrations`; `origin` is a rung.
    start : ndarray of datetime64[D], shape (n,)
        The day of the first of both.
    gap : ndarray of float, shape (n,)
        Days between both, or any other unit of time.
    rungs : int
    """

    person: Ints
    origin: Ints
    target: Ints
    start: NDArray[np.datetime64]
    gap: Floats
    rungs: int

    def __len__(self) -> int:
        """How many there are."""
        return len(self.person)

    @property
    def left(self) -> Flags:
        """Which of them end in leaving."""
        return self.target == self.rungs

    def where(self, kept: Flags) -> Steps:
        """Those of them that are marked."""
        return Steps(self.person[kept], self.origin[kept], self.target[kept], self.start[kept],
                     self.gap[kept], self.rungs)


@dataclass(frozen=True)
class Regularity:
    """How regular the dates are.

    Attributes
    ----------
    usual : float
        The median gap between two registrations of a rung, in days.
    share : float
        The part of these gaps that are no more than `TOLERANCE` of the usual one from it.
    gaps : int
        How many there are; leaving has no regular date, and does not count.
    """

    usual: float
    share: float
    gaps: int

    @property
    def regular(self) -> bool:
        """Whether a chain in discrete time may be told of them."""
        return self.share >= ENOUGH


def steps(registered: Registrations) -> Steps:
    """From each registration to the next of the same person.

    Parameters
    ----------
    registered : Registrations

    Returns
    -------
    Steps
        The last registration of a person gives none.
    """
    first = np.flatnonzero(np.diff(registered.person) == 0)
    start, stop = registered.day[first], registered.day[first + 1]
    return Steps(registered.person[first], registered.state[first], registered.state[first + 1],
                 start, (stop - start).astype(np.float64), registered.rungs)


def regularity(taken: Steps) -> Regularity:
    """How near to each other the gaps between registrations are.

    Parameters
    ----------
    taken : Steps

    Returns
    -------
    Regularity

    Raises
    ------
    InputError
        When nobody was registered on a rung twice.
    """
    gaps = taken.gap[~taken.left]
    if not len(gaps):
        raise InputError("niemand staat twee keer op een trede geregistreerd. Verwacht: van "
                         "ten minste een deel van de personen meer dan één datum.")
    usual = float(np.median(gaps))
    return Regularity(usual, float(np.mean(_near(gaps, usual))), len(gaps))


def regular_steps(registered: Registrations, taken: Steps, found: Regularity) -> Steps:
    """The steps that are one step of a chain in discrete time.

    Parameters
    ----------
    registered : Registrations
    taken : Steps
        All of them.
    found : Regularity
        Of these.

    Returns
    -------
    Steps
        Those near the usual gap, and leaving within it where who stayed could have been seen.
    """
    soonest, latest = found.usual * (1 - TOLERANCE), found.usual * (1 + TOLERANCE)
    seen_again = (registered.end - taken.start).astype(np.float64) >= soonest
    return taken.where(np.where(taken.left, (taken.gap <= latest) & seen_again,
                                _near(taken.gap, found.usual)))


def _near(gaps: Floats, usual: float) -> Flags:
    return abs(gaps - usual) <= TOLERANCE * usual
