"""Which answer is in a place, held against all answers that are published the same."""

import itertools

import numpy as np
import pytest

from participatiemonitor.estimation.estimates import BAND, EMPTY, FEW, HIDDEN, OK, Estimate
from participatiemonitor.estimation.ranking import in_place
from participatiemonitor.estimation.refs import Ref

N = 40


def told(option: str, low: int, high: int) -> Estimate:
    """What is published of a count between two others, or of one that is known."""
    ref = Ref("q", option, "sociale_dienst")
    if low == high:
        return Estimate(ref, "share", N, low, low / N, OK)
    return Estimate(ref, "share", N, np.nan, np.nan, BAND if low else FEW, between=(low, high))


def places(*published: Estimate) -> tuple[str | None, ...]:
    named = [in_place(published, rank) for rank in range(1, len(published) + 1)]
    return tuple(one.ref.option if one else None for one in named)


# Each of three answers is known, or is one of a few counts.
RANGES = [(0, 0), (0, 2), (1, 1), (2, 2), (2, 4), (3, 3), (3, 5), (4, 4), (7, 7)]


@pytest.mark.parametrize("ranges", list(itertools.product(RANGES, repeat=3)))
def test_a_place_is_named_where_it_is_the_same_whatever_the_counts_are(ranges):
    found = places(*(told(option, *limits) for option, limits in zip("abc", ranges, strict=True)))
    possible = set()
    for counts in itertools.product(*(range(low, high + 1) for low, high in ranges)):
        order = sorted(zip(counts, "abc", strict=True), key=lambda one: -one[0])
        possible.add(tuple(option if count else None for count, option in order))
    certain = [options.pop() if len(options) == 1 else None
               for options in map(set, zip(*possible, strict=True))]
    assert list(found) == certain


def test_of_equal_answers_the_first_comes_first():
    assert places(told("a", 3, 3), told("b", 3, 3), told("c", 0, 0)) == ("a", "b", None)
    assert places(told("b", 3, 3), told("a", 3, 3)) == ("b", "a")


def test_a_hidden_answer_leaves_every_place_open_and_a_missing_one_does_not():
    hidden, empty = (Estimate(Ref("q", "z", "sociale_dienst"), "share", n, np.nan, np.nan, status)
                     for n, status in ((None, HIDDEN), (0, EMPTY)))
    assert places(told("a", 30, 30), told("b", 3, 3), hidden) == (None, None, None)
    assert places(told("a", 30, 30), told("b", 3, 3), empty) == ("a", "b", None)
