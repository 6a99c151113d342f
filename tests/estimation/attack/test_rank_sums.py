"""An attacker who knows all sizes seeks who gave an answer, from counts by class and a band.

He goes through all sets of respondents: thirty in three size classes, of whom ten gave the answer.
Which of these fit depends on the sum of their ranks alone, and how many sets have a sum is exact.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import pandas as pd

from participatiemonitor.estimation.analyses import associations, ranks
from participatiemonitor.estimation.analyses.ranks import covariance, standard_ranks

CLASS, CLASSES = 10, 3
N = CLASS * CLASSES
GIVEN = 10
SIZES = pd.Series(np.arange(float(N)))
ONES = SIZES * 0 + 1
RANKS = standard_ranks(SIZES, ONES)
STRATA = SIZES // CLASS
FEW = ((1, 7, 2), (3, 4, 3), (2, 2, 6))


def in_classes() -> list[tuple[int, ...]]:
    """How many of each class can have given the answer, where it says anything who these are."""
    return [counts for counts in itertools.product(range(CLASS + 1), repeat=CLASSES)
            if sum(counts) == GIVEN and sum(0 < one < CLASS for one in counts)]


@cache
def of_class(count: int) -> np.ndarray:
    """The sums of ranks of all sets of so many in a class, above the lowest."""
    sums = np.array([sum(one) for one in itertools.combinations(range(CLASS), count)])
    return sums - sums.min()


def by_sum(counts: tuple[int, ...]) -> np.ndarray:
    """The number of sets by how far the sum of ranks is above the lowest."""
    found = np.ones(1, int)
    for count in counts:
        found = np.convolve(found, np.bincount(of_class(count)))
    return found


def upwards(counts: tuple[int, ...]) -> Iterator[np.ndarray]:
    """A set of each sum: from the smallest of each class to the largest, a place at a time."""
    given = np.concatenate([np.arange(CLASS) < count for count in counts])
    yield given.copy()
    while True:
        free = [place for place in range(N - 1) if given[place] and not given[place + 1]
                and STRATA[place] == STRATA[place + 1]]
        if not free:
            return
        given[free[-1]], given[free[-1] + 1] = False, True
        yield given.copy()


def bands(counts: tuple[int, ...]) -> dict[str, list[int]]:
    """The sums with which each band is told."""
    found = defaultdict(list)
    spread = np.sqrt(GIVEN / N * (1 - GIVEN / N))
    for above, given in enumerate(upwards(counts)):
        rho = covariance(pd.Series(given.astype(float)), ONES, RANKS, STRATA) / spread
        found[associations.band(rho)].append(above)
    return found


def left(which: Iterable[tuple[int, ...]] = ()) -> list[tuple[int, int, str]]:
    """Of each band how many sums, and how many sets, of respondents are left."""
    found = []
    for counts in which or in_classes():
        sets, told = by_sum(counts), bands(counts)
        assert sum(map(len, told.values())) == len(sets)
        found += [(len(sums), int(sets[sums].sum()), f"{counts} {name}")
                  for name, sums in told.items()]
    return found


def test_of_each_band_several_rank_sums_and_many_sets_of_respondents_are_left():
    found = left()
    print(f"{len(found)} bands; the fewest sums {min(found)}; "
          f"the fewest sets {min(found, key=lambda one: one[1])}")
    assert min(sums for sums, _, _ in found) >= 3
    assert min(sets for _, sets, _ in found) >= 20


def test_the_attacker_wins_when_correlations_are_told_in_two_decimals(monkeypatch):
    monkeypatch.setattr(associations, "BOUNDS", [step / 100 for step in range(1, 101)])
    monkeypatch.setattr(associations, "BANDS", [f"{step / 100:.2f}" for step in range(101)])
    found = left(FEW)
    print(f"the fewest sums {min(found)}, in {sum(one[0] == 1 for one in found) / len(found):.2f} "
          "of the bands there is one")
    assert min(found)[0] == 1


def test_the_attacker_wins_when_the_strongest_that_is_possible_is_told(monkeypatch):
    monkeypatch.setattr(ranks, "REACH", 1)
    sums, sets, where = min(left(FEW))
    print(f"{where}: {sums} sum and {sets} set are left")
    assert (sums, sets) == (1, 1)


def test_sets_are_counted():
    """Against all of them, where these can be listed."""
    counts = (1, 8, 1)
    sums = [sum(one) for one in itertools.product(*(of_class(count) for count in counts))]
    assert by_sum(counts).tolist() == np.bincount(sums).tolist()
    assert [np.flatnonzero(given).sum() for given in upwards(counts)] == list(
        np.arange(len(by_sum(counts))) + np.flatnonzero(next(upwards(counts))).sum())
