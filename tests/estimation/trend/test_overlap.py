"""Who is in both rounds, and what that does to the error: held against all samples there are."""

import itertools

import numpy as np
import pandas as pd
import pytest

from participatiemonitor.estimation.trend.covariance import bounded, of_answers
from participatiemonitor.estimation.trend.overlap import Overlap, overlap, places

from .samples import Sample, change


def all_samples(first, second, n1, n2, m):
    """The difference of means in all pairs of samples of one population with so many in both."""
    size = len(first)
    for one in itertools.combinations(range(size), n1):
        for other in itertools.combinations(range(size), n2):
            if len(set(one) & set(other)) == m:
                yield second[list(other)].mean() - first[list(one)].mean()


@pytest.mark.parametrize("n1, n2, m", [(3, 3, 3), (3, 3, 2), (3, 2, 1), (3, 3, 0), (2, 4, 2)])
def test_the_error_is_that_of_all_samples_that_overlap_as_much(n1, n2, m):
    rng = np.random.default_rng([n1, n2, m])
    first = rng.random(6)
    second = (first + rng.random(6)) / 2
    true = np.var(list(all_samples(first, second, n1, n2, m)))
    both = Overlap(np.zeros((m, 2), int), np.zeros((m, 2), int), np.array([[6.0]]))
    factor = both.factors((np.array([n1]), np.array([n2])), (np.array([6.0]), np.array([6.0])))
    shared = np.cov(first, second)[0, 1]
    variance = ((1 / n1 - 1 / 6) * first.var(ddof=1) + (1 / n2 - 1 / 6) * second.var(ddof=1)
                - 2 * float(factor[0, 0]) * shared)
    assert variance == pytest.approx(true)


def test_organisations_that_stayed_are_found_by_their_former_code():
    frames = [pd.Series({"A": "klein", "B": "klein", "C": "groot", "D": "klein"}),
              pd.Series({"A": "groot", "X": "klein", "C": "groot", "Y": "klein"})]
    kept = {"A": "A", "X": "B", "C": "C"}  # Y is new, D is gone
    strata = [places(frame, ("klein", "groot")) for frame in frames]
    then, now = ["C", "B", "D"], ["Y", "X", "A", "C"]
    found = overlap((then, now), tuple(frame[codes].to_numpy() for frame, codes in zip(
        strata, (then, now), strict=True)), kept, tuple(strata), (2, 2))
    assert found.pairs.tolist() == [[1, 1], [0, 3]]
    assert found.cells.tolist() == [[0, 0], [1, 1]]
    assert found.common.tolist() == [[1, 1], [0, 1]]  # A grew
    assert found.counts.tolist() == [[1, 0], [0, 1]]
    only = found.known(np.array([True, False, True]), np.ones(4, bool))
    assert only.pairs.tolist() == [[0, 3]]


def test_joined_strata_are_one_place():
    found = places(pd.Series({"A": "g4", "B": "g32", "C": "isd"}), ("isd", "g32+g4"))
    assert found.to_dict() == {"A": 1, "B": 1, "C": 0}


def sample(values, size=40):
    return Sample(np.zeros(len(values)), [size], values)


def test_a_panel_that_says_the_same_has_no_error():
    values = np.arange(20) % 3 == 0
    found = change(sample(values), sample(values), [(one, one) for one in range(20)], [[40.0]])
    assert (found.value, found.se, found.p) == pytest.approx((0, 0, 1))
    # Others may have changed all the same.
    assert -0.03 < found.low < 0 < found.high < 0.03


def test_organisations_that_all_changed_have_no_covariance():
    first, second = sample(np.arange(20) % 3 == 0), sample(np.arange(20) % 2 == 0)
    found = change(first, second, [], [[0.0]])
    assert found.se == pytest.approx(np.hypot(first.weighted().se, second.weighted().se))


def test_who_answered_in_full_both_times_leaves_no_error():
    values, pairs = np.arange(20) % 3 == 0, [(one, one) for one in range(20)]
    found = change(sample(values, 20), sample(~values, 20), pairs, [[20.0]])
    assert (found.se, found.low, found.high, found.p) == pytest.approx(
        (0, found.value, found.value, 0))


def test_an_organisation_that_grew_counts_between_two_strata():
    rng = np.random.default_rng(3)
    values = (rng.random((2, 30)) < 0.5).astype(float)
    first = Sample(np.repeat([0, 1], 15), [60, 30], values[0])
    second = Sample(np.repeat([0, 1], [10, 20]), [50, 40], values[1])
    pairs = np.repeat(np.arange(30)[:, None], 2, axis=1)
    cells = np.column_stack([first.design.strata, second.design.strata])
    both = Overlap(pairs, cells, np.array([[50.0, 10], [0, 30]]))
    assert both.counts.tolist() == [[10, 5], [0, 15]]
    factors = both.factors((first.known, second.known), (first.design.sizes, second.design.sizes))
    assert factors[0, 1] == pytest.approx(5 / (15 * 20) - 10 / (60 * 40))
    found = of_answers(both, factors, (first.scores, second.scores), (first.scale, second.scale))
    by_hand = sum(
        factors[cell] * np.cov(first.scores[here], second.scores[here])[0, 1]
        for cell in ((0, 0), (0, 1), (1, 1)) for here in [(cells == cell).all(axis=1)])
    assert found == pytest.approx(by_hand)


def test_where_nothing_is_known_the_error_is_the_largest_that_can_be():
    factors, scales = np.array([[0.02, -0.01]]), (np.array([2.0]), np.array([1.0, 3.0]))
    assert bounded(factors, scales, (0, 1)) == pytest.approx(-0.01 * 2 * 3)
    assert bounded(factors, scales, (0.25, 0.5)) == pytest.approx(0.25 * 0.04 - 0.5 * 0.06)
    alone = Overlap(np.array([[0, 0]]), np.array([[0, 0]]), np.array([[5.0, 0]]))
    assert of_answers(alone, factors, (np.ones(1), np.ones(1)), scales) is None
