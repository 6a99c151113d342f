"""Who they are: homes with an address, and their members with a number, a name and a birth date.

Nobody exists. Numbers pass the eleven-test and begin with a 9, as those for tests do (and with an 8
where there are more of them); postcodes end in SA, SD or SS, which no postcode does; surnames are
made of a tree or a plant and an ending.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.studies.overlap.example.draws import Ints, chance, choice, whole
from participatiemonitor.studies.overlap.example.named import KINDS, YOUTH, union

AREAS = ("Centrum", "Noord", "Oost", "Zuid", "West", "Dorp", "Nieuwland", "Buitengebied")
# Elderly, unemployed and families do not live alike over the areas.
_LIVING = ((20, 8, 12, 20, 16, 14, 5, 5), (17, 24, 17, 8, 14, 6, 11, 3),
           (9, 16, 14, 10, 13, 8, 26, 4))
# Years of birth of each kind of user: the first, and how many more.
_BORN = ((1918, 42), (1948, 44), (1994, 17))
_ADULT = (1950, 42)
ADDITIONS = ("", "A", "B", "2", "BIS")
LETTERS = ("SA", "SD", "SS")
INITIALS = "ABCDEFGHIJKLMNOPRSTVWZ"
PREFIXES = ("", "", "", "", "van", "van der", "van den", "de", "ter", "op den")
PLANTS = ("Acacia", "Berken", "Beuken", "Brem", "Ceder", "Dennen", "Eiken", "Elzen", "Essen",
          "Gagel", "Hazelaar", "Heide", "Hulst", "Iepen", "Jeneverbes", "Kastanje", "Klaver",
          "Lariks", "Linden", "Meidoorn", "Notelaar", "Orchideeën", "Peppel", "Riet", "Sparren",
          "Taxus", "Varen", "Vlier", "Wilgen", "Zegge")
ENDINGS = ("akker", "berg", "burg", "dal", "hof", "horst", "kamp", "laan", "pad", "stee", "veld",
           "woud")
# House numbers of a postcode, and how many postcodes there can be.
_HOUSES, _POSTCODES = 40, 9_000 * len(LETTERS)
Days = NDArray[np.datetime64]


@dataclass(frozen=True, eq=False)
class Users:
    """Persons; words are places in the lists of this module.

    Attributes
    ----------
    home, mask, kind, area : ndarray of int, shape (n,)
        The household; what is used; a place in `KINDS`; one in `AREAS`.
    number : ndarray of int, shape (n,)
        Nine digits.
    prefix, surname, initial : ndarray of int, shape (n,)
        A place in `PREFIXES`; one in `PLANTS` times that many endings, and in `ENDINGS`; one in
        `INITIALS`.
    born : ndarray of datetime64[D], shape (n,)
    postcode, house, addition : ndarray of int, shape (n,)
        Digits times that many letters, and a place in `LETTERS`; a house number; a place in
        `ADDITIONS`.
    """

    home: Ints
    mask: Ints
    kind: Ints
    area: Ints
    number: Ints
    prefix: Ints
    surname: Ints
    initial: Ints
    born: Days
    postcode: Ints
    house: Ints
    addition: Ints


def users(home: Ints, mask: Ints, number: Ints, of: int) -> Users:
    """The persons of some homes that come one after another.

    Parameters
    ----------
    home : ndarray of int, shape (n,)
        In order.
    mask : ndarray of int, shape (n,)
    number : ndarray of int, shape (n,)
    of : int
        How many homes there are in all.

    Returns
    -------
    Users
    """
    _, first, place = np.unique(home, return_index=True, return_inverse=True)
    member = np.arange(len(home)) - first[place]
    person, kind = home * 8 + member, _kinds(mask)
    # An area suits the first of a home, and what lies together has one postcode.
    living = [choice("area", home[first], weights) for weights in _LIVING]
    area = np.choose(kind[first], living)
    order = np.empty(len(first), dtype=np.int64)
    order[np.argsort(area, kind="stable")] = np.arange(len(first)) + home[0]
    each = max(_HOUSES, -(-of // _POSTCODES))
    # Many who live together have one surname; no two of them the same initial.
    named = np.where((chance("family", home) < 0.7) | (member == 0), home * 8, person)
    adult = (kind == 2) & (mask & YOUTH == 0)
    start, years = (np.where(adult, _ADULT[part], np.array([born[part] for born in _BORN])[kind])
                    for part in (0, 1))
    born = (start - 1970).astype("datetime64[Y]").astype("datetime64[D]") + (
        chance("born", person) * years * 365).astype("timedelta64[D]")
    addition = np.where(chance("addition", home) < 0.12, 1 + whole("which", home, 4), 0)
    return Users(
        home, mask, kind, area[place], number, whole("prefix", named, len(PREFIXES)),
        whole("surname", named, len(PLANTS) * len(ENDINGS)),
        (whole("initial", home, len(INITIALS)) + 5 * member) % len(INITIALS), born,
        (3_000 + order // each)[place], (1 + 2 * (order % each))[place], addition)


def _kinds(mask: Ints) -> Ints:
    """The kind of each: that of which most is used, the last of equals."""
    used = np.stack([np.bitwise_count(mask & union(bits)) for bits in KINDS[::-1]])
    return len(KINDS) - 1 - np.argmax(used, axis=0)


def numbers(size: int) -> Ints:
    """So many numbers that pass the eleven-test, all different, without order."""
    room = 10**7 if size <= 9 * 10**6 else 2 * 10**7
    step = np.arange(int(size * 1.101) + 1_000, dtype=np.int64)
    digits = 10**8 - room + step * 6_180_339 % room
    weighed = sum((digits // 10 ** (7 - place) % 10) * (9 - place) for place in range(8))
    check = weighed % 11
    return (digits * 10 + check)[check < 10][:size]
