"""Small registers of persons one by one, their histogram, and a count of them by brute force."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import xor

import numpy as np
from hypothesis import strategies as st

from participatiemonitor.studies.overlap.histogram import Histogram
from participatiemonitor.studies.overlap.provisions import WORD, Provision, words_of
from participatiemonitor.studies.persons.cells import Cell

DOMAINS = ("werk", "zorg", "jeugd")


@dataclass(frozen=True)
class Person:
    """Who uses what, and where."""

    number: int
    area: int
    uses: frozenset[int]


def provisions_of(schemes: str, domains: str) -> tuple[Provision, ...]:
    """One of each letter: ``aab`` are three provisions of two schemes; w, z and j are domains."""
    names = {name[0]: name for name in DOMAINS}
    return tuple(Provision(f"v{place}", f"regeling {scheme}", names[domain], 1.0 + place)
                 for place, (scheme, domain) in enumerate(zip(schemes, domains, strict=True)))


def histogram_of(persons: list[Person], areas: int, provisions: int) -> Histogram:
    """The histogram of masks, row by row."""
    rows: dict[tuple[int, frozenset[int]], list[int]] = {}
    for one in persons:
        rows.setdefault((one.area, one.uses), []).append(one.number)
    words = np.zeros((len(rows), words_of(provisions)), np.int64)
    for row, (_, uses) in enumerate(rows):
        for place in uses:
            words[row, place // WORD] |= 1 << (place % WORD)
    return Histogram(
        tuple(f"wijk {place}" for place in range(areas)),
        np.array([area for area, _ in rows], np.int64), words,
        np.array([len(who) for who in rows.values()], np.int64),
        np.array([reduce(xor, who) for who in rows.values()], np.int64))


def counted(persons: list[Person]) -> Cell:
    """All of them together."""
    return Cell(len(persons), reduce(xor, (one.number for one in persons), 0))


@st.composite
def registers(draw: st.DrawFn, provisions: int, areas: int, most: int = 60) -> list[Person]:
    """Some persons; without an area now and then, and now and then without any use."""
    rows = draw(st.lists(st.tuples(st.integers(-1, areas - 1),
                                   st.frozensets(st.integers(0, provisions - 1), max_size=5)),
                         max_size=most))
    numbers = np.random.default_rng(draw(st.integers(0, 2**32))).integers(
        -2**63, 2**63 - 1, len(rows)).tolist()
    return [Person(number, area, uses)
            for number, (area, uses) in zip(numbers, rows, strict=True)]
