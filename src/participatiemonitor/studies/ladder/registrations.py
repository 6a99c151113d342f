"""Who stood on which rung of the participation ladder on which day, in order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.errors import InputError

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# From living in isolation, 1, to paid work, 6.
RUNGS = 6
# What stands instead of a rung on the day that a person leaves.
LEFT = "uitstroom"


@dataclass(frozen=True)
class Registrations:
    """Registrations of persons, ordered by person and day.

    Attributes
    ----------
    person : ndarray of int, shape (n,)
        Whose it is: a place in `people`, never falling.
    day : ndarray of datetime64[D], shape (n,)
        Rising within a person.
    state : ndarray of int, shape (n,)
        0 for the lowest rung to ``rungs - 1`` for the highest, `rungs` for leaving, which is the
        last of a person.
    people : ndarray, shape (P,)
        The persons as the file calls them, sorted.
    rungs : int
        How many the ladder has.
    """

    person: Ints
    day: NDArray[np.datetime64]
    state: Ints
    people: NDArray[np.object_]
    rungs: int = RUNGS

    @property
    def end(self) -> np.datetime64:
        """The last day of all: until then a person could be seen."""
        return self.day.max()

    @property
    def first(self) -> Ints:
        """The state in which each person came in, shape (P,): where groups may differ already."""
        return self.state[np.searchsorted(self.person, np.arange(len(self.people)))]


def repeated(person: Ints, day: NDArray[np.datetime64]) -> Ints:
    """Places of registrations of a person on a day that has one of that person already.

    Parameters
    ----------
    person : ndarray of int, shape (n,)
    day : ndarray of datetime64[D], shape (n,)

    Returns
    -------
    ndarray of int
        Of all but the first of each day, rising.
    """
    order = np.lexsort((day, person))
    again = (np.diff(person[order]) == 0) & (np.diff(day[order]) == np.timedelta64(0, "D"))
    return np.sort(order[1:][again])


def after_leaving(person: Ints, day: NDArray[np.datetime64], left: Flags) -> Ints:
    """Places of registrations of persons who had left.

    Parameters
    ----------
    person : ndarray of int, shape (n,)
        From 0.
    day : ndarray of datetime64[D], shape (n,)
    left : ndarray of bool, shape (n,)
        Whether it is a registration of leaving.

    Returns
    -------
    ndarray of int
        Rising.
    """
    never = np.iinfo(np.int64).max
    first = np.full(int(person.max(initial=-1)) + 1, never)
    np.minimum.at(first, person[left], day[left].astype("datetime64[D]").astype(np.int64))
    return np.flatnonzero(day.astype("datetime64[D]").astype(np.int64) > first[person])


def registrations(names: NDArray[np.object_], days: NDArray[np.datetime64], states: Ints,
                  rungs: int = RUNGS) -> Registrations:
    """Put registrations in order.

    Parameters
    ----------
    names : ndarray, shape (n,)
        Of the persons, of one type.
    days : ndarray of datetime64, shape (n,)
        None missing; a time of day is left off.
    states : ndarray of int, shape (n,)
        Rungs from 1 to `rungs`, and ``rungs + 1`` for leaving.
    rungs : int
        How many the ladder has.

    Returns
    -------
    Registrations

    Raises
    ------
    InputError
        When there is none, a rung does not exist, a person has two on one day or one after leaving.
    """
    if not len(names):
        raise InputError("er zijn geen registraties. Verwacht: een rij per persoon en datum.")
    people, person = np.unique(names, return_inverse=True)
    day = days.astype("datetime64[D]")
    _refuse(names, day, np.flatnonzero((states < 1) | (states > rungs + 1)),
            f"een trede die de ladder niet heeft. Verwacht: 1 tot en met {rungs}, of {LEFT}")
    _refuse(names, day, repeated(person, day),
            "meer dan één registratie op een dag. Verwacht: één per persoon en datum; laat staan "
            "wat geldt")
    _refuse(names, day, after_leaving(person, day, states == rungs + 1),
            f"een registratie na {LEFT}. Verwacht: {LEFT} als laatste van een persoon; geef wie "
            "terugkomt een nieuw nummer")
    order = np.lexsort((day, person))
    return Registrations(person[order].astype(np.int64), day[order],
                         states[order].astype(np.int64) - 1, people, rungs)


def _refuse(names: NDArray[np.object_], day: NDArray[np.datetime64], places: Ints, why: str
            ) -> None:
    if len(places):
        first = places[0]
        more = f" (en {len(places) - 1} andere)" if len(places) > 1 else ""
        raise InputError(f"persoon {names[first]} op {day[first]}{more}: {why}.")
