"""How many clients are of each profile: from a file, or from counts.

Persons stand in cells. Those of one cell certainly fit the same profiles, and may fit the same
others. A file gives a cell for each pattern that occurs; a count that is a range gives two, those
who certainly are of the profile and those who may be.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.profiles import Flags, Matched

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Clients:
    """The clients of a municipality by profile.

    Attributes
    ----------
    profiles : tuple of str
    total : Limits
        All clients, also those of no profile.
    counts : tuple of Limits, length p
        Clients of each profile; one of several profiles counts in each.
    sure, possible : ndarray of bool, shape (c, p)
        The profiles that persons of a cell certainly fit, and do or may fit.
    persons : ndarray of float, shape (c,)
    """

    profiles: tuple[str, ...]
    total: Limits
    counts: tuple[Limits, ...]
    sure: Flags
    possible: Flags
    persons: Floats


def from_file(matched: Matched) -> Clients:
    """The clients of a file that was held against profiles; refused when there are none of one."""
    _refuse_none(matched.profiles)
    if not len(matched.sure):
        raise InputError("het klantenbestand is leeg; verwacht: een regel per klant.")
    patterns, persons = np.unique(np.hstack([matched.sure, matched.possible]), axis=0,
                                  return_counts=True)
    sure, possible = np.hsplit(patterns, 2)
    return Clients(matched.profiles, exact(float(len(matched.sure))),
                   tuple(matched.counts().values()), sure, possible, persons.astype(np.float64))


def from_counts(counts: Mapping[str, Limits], total: Limits) -> Clients:
    """Clients that were counted or estimated, each in at most one profile.

    Parameters
    ----------
    counts : mapping of str to Limits
        By profile.
    total : Limits
        All clients; an unknown count is no more than these less those of the other profiles.

    Returns
    -------
    Clients

    Raises
    ------
    InputError
        When there is no profile, the number of all clients is unknown or may be nought, or profiles
        together have more.
    """
    _refuse_none(counts)
    if not 0 < total.low <= total.high < math.inf:
        raise InputError("het aantal klanten is onbekend of kan nul zijn; verwacht: een getal of "
                         "een reeks boven 0.")
    # Binary noise of shares that add up to all is no person.
    least = sum(one.low for one in counts.values())
    if least > total.high * (1 + 1e-9):
        raise InputError(
            f"de profielen hebben samen ten minste {least:.0f} klanten, meer dan de "
            f"{total.high:.0f} van het hele bestand; verwacht: elke klant in hooguit één profiel. "
            "Wie er in meer past, is alleen met een klantenbestand te tellen.")
    # What is of other profiles at least, is not of this one.
    bounded = {profile: _at_most(one, total.high - (least - one.low))
               for profile, one in counts.items()}
    each = np.eye(len(bounded), dtype=bool)
    low, high = (np.array([getattr(one, end) for one in bounded.values()], dtype=np.float64)
                 for end in ("low", "high"))
    return Clients(tuple(bounded), total, tuple(bounded.values()),
                   np.vstack([each, np.zeros_like(each)]), np.vstack([each, each]),
                   np.concatenate([low, high - low]))


def _at_most(count: Limits, most: float) -> Limits:
    high = max(min(count.high, most), count.low)
    return Limits(count.low, high, None if count.value is None else min(count.value, high))


def _refuse_none(profiles: Collection[str]) -> None:
    if not profiles:
        raise InputError("er zijn geen profielen; verwacht: ten minste één.")
