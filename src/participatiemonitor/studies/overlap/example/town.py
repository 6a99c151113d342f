"""The town: 66,000 inhabitants, its 7,500 users on the day, and who stopped since a year before.

How many users such a town has is an assumption, see `persons`. What changed in a year is made up,
as the document has one year: one in eight uses began in it, and about as many ended.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np

from participatiemonitor.studies.overlap.example.draws import Ints, chance, whole
from participatiemonitor.studies.overlap.example.homes import homes
from participatiemonitor.studies.overlap.example.named import (
    AID,
    BENEFIT,
    COURSE,
    DEBT,
    HELP,
    KINDS,
    NAMES,
    SOCIAL,
    VOLUNTEERS,
    WELFARE,
    YOUTH,
)
from participatiemonitor.studies.overlap.example.users import Days, Users, numbers, users

DAY, EARLIER = dt.date(2012, 7, 1), dt.date(2011, 7, 1)
# What suppliers write with number and name, and with the name only; all else with the number only.
BOTH, NAMED = BENEFIT | COURSE | SOCIAL | HELP | AID, WELFARE | VOLUNTEERS | YOUTH | DEBT
# Of so many users one stopped: by himself, and with one of what he uses.
_STOPPED, _LESS = 15, 0.08
_TWINS = 3
OPEN = np.datetime64("NaT", "D")


@dataclass(frozen=True, eq=False)
class Uses:
    """Who used what from when until when.

    Attributes
    ----------
    person, provision : ndarray of int, shape (m,)
        A place among the users; one in `NAMES`.
    since, until : ndarray of datetime64[D], shape (m,)
        The first and the last day; `OPEN` for none.
    """

    person: Ints
    provision: Ints
    since: Days
    until: Days

    def on(self, day: dt.date) -> np.ndarray:
        """Which of them are of a day."""
        return (self.since <= np.datetime64(day)) & ~(self.until < np.datetime64(day))


@dataclass(frozen=True, eq=False)
class Town:
    """Its users, now or before, and what they use."""

    users: Users
    uses: Uses


def town() -> Town:
    """Draw the town."""
    living = homes()
    mask = np.array([mask for home in living for mask in home])
    left = mask[::_STOPPED]
    home = np.repeat(np.arange(len(living)), [len(home) for home in living])
    everybody = users(np.concatenate([home, len(living) + np.arange(len(left))]),
                      np.concatenate([mask, left]), numbers(len(mask) + len(left)),
                      len(living) + len(left))
    there = np.arange(len(everybody.home)) < len(mask)
    return Town(_twins(everybody), _uses(everybody, there))


def _uses(everybody: Users, there: np.ndarray) -> Uses:
    """What everybody uses, used, and used long ago."""
    person, provision = np.nonzero(everybody.mask[:, None] >> np.arange(len(NAMES)) & 1)
    began, ends = _running(person * 16 + provision)
    gone = ~there[person]
    began[gone], ends[gone] = _stopped(person[gone] * 16 + provision[gone])
    less, what = _less(everybody, there)
    extra = _stopped(less * 16 + what)
    found = everybody.mask.copy()
    np.bitwise_or.at(found, less, 1 << what)
    # Who is only known by name to one and by number to another, was with the Wmo desk before.
    unlinked = np.nonzero((found & NAMED != 0) & (found & BOTH == 0)
                          & (found & ~(NAMED | BOTH) != 0))[0]
    before = np.maximum(np.datetime64("2008-01-01") + whole("before", unlinked, 500),
                        everybody.born[unlinked])
    who = np.concatenate([person, less, unlinked])
    return Uses(who, np.concatenate([provision, what, np.full(len(unlinked), _place(SOCIAL))]),
                np.maximum(np.concatenate([began, extra[0], before]), everybody.born[who]),
                np.concatenate([ends, extra[1], before + 150]))


def _place(bit: int) -> int:
    return bit.bit_length() - 1


def _running(place: Ints) -> tuple[Days, Days]:
    """From when what is used on the day is used, and until when where that is planned."""
    day, earlier = np.datetime64(DAY), np.datetime64(EARLIER)
    old = earlier - whole("began", place, 2_500)
    since = np.where(chance("new", place) < 1 / 8, day - whole("newly", place, 366), old)
    planned = day + whole("planned", place, 540)
    return since, np.where(chance("plan", place) < 0.08, planned, OPEN)


def _stopped(place: Ints) -> tuple[Days, Days]:
    """From when until when what is no longer used was used."""
    earlier = np.datetime64(EARLIER)
    return earlier - whole("began", place, 2_000), earlier + whole("stopped", place, 365)


def _less(everybody: Users, there: np.ndarray) -> tuple[Ints, Ints]:
    """Who stopped with one provision, of those like what they use, and which it was."""
    person = np.nonzero(there & (chance("less", everybody.home) < _LESS))[0]
    kinds = [np.array([_place(bit) for bit in bits]) for bits in KINDS]
    what = np.choose(everybody.kind[person],
                     [places[whole("less of", person, len(places))] for places in kinds])
    new = everybody.mask[person] >> what & 1 == 0
    return person[new], what[new]


def _twins(everybody: Users) -> Users:
    """Some have the name, the birth date and the address of whom they live with."""
    alike = (everybody.mask == BENEFIT) & (chance("less", everybody.home) >= _LESS)
    first = np.nonzero(alike[:-1] & alike[1:] & (np.diff(everybody.home) == 0))[0][:_TWINS]
    changed = {name: getattr(everybody, name).copy()
               for name in ("prefix", "surname", "initial", "born")}
    for column in changed.values():
        column[first + 1] = column[first]
    return replace(everybody, **changed)
