"""Groups of users beside the classes that they were drawn from."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.studies.overlap.groups.choosing import bic, chosen, smallest
from participatiemonitor.studies.overlap.groups.groups import groups
from participatiemonitor.studies.overlap.groups.mixtures import (
    EDGE,
    Fit,
    Mixture,
    fitted,
    started,
    stepped,
)
from participatiemonitor.studies.overlap.groups.stability import LOOSE, STABLE, likeness, stability

from .planted import CHANCES, SHARES, drawn, noise


def generator():
    return np.random.default_rng(3)


def test_planted_classes_are_found():
    uses, counts, by_class = drawn(SHARES, CHANCES, 8000)
    found = groups(uses, counts, 3)
    assert found.mixture.shares == pytest.approx(SHARES, abs=0.03)
    assert found.mixture.chances == pytest.approx(CHANCES, abs=0.05)
    # Nearly everybody is in the group of the class that he was drawn from.
    right = sum(by_class[found.of(uses) == one, one].sum() for one in range(3))
    assert right / counts.sum() > 0.96
    assert (found.stable > 0.9).all()


def test_the_number_of_groups_follows_from_the_data():
    # With those who use nothing the classes are what the criterion takes them for.
    uses, counts, _ = drawn(SHARES, CHANCES, 8000, empty=True)
    found = groups(uses, counts)
    assert len(found.mixture.shares) == 3
    assert not found.asked
    assert groups(uses, counts, 2).asked


def test_no_group_that_other_users_would_not_give_is_added_because_it_fits_better():
    uses, counts, _ = drawn(SHARES, CHANCES, 8000)
    every = [fitted(uses, counts.astype(float), size, generator()) for size in range(2, 9)]
    best = min(every, key=lambda fit: bic(fit, counts)).mixture
    assert (stability(uses, counts.astype(float), best, generator()) < STABLE).any()
    assert (groups(uses, counts).stable >= STABLE).all()


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 5), st.integers(2, 6), st.integers(0, 10**6))
def test_no_step_lowers_the_likelihood(size, provisions, seed):
    rng = np.random.default_rng(seed)
    uses = np.unique(rng.random((30, provisions)) < 0.4, axis=0)
    counts = rng.integers(1, 60, len(uses)).astype(float)
    mixture = started(uses, counts, size, rng)
    told = []
    for _ in range(25):
        found = stepped(mixture, uses.astype(float), counts)
        told.append(found.likelihood)
        mixture = found.mixture
        assert mixture.shares.sum() == pytest.approx(1)
        assert mixture.chances.min() >= EDGE
        assert mixture.chances.max() <= 1 - EDGE
    assert all(after >= before - 1e-9 * abs(before) for before, after in itertools.pairwise(told))


def test_a_likelihood_is_that_by_hand():
    # Two groups of a half; chances of (.8, .2) and (.3, .6). Of the pattern (yes, no):
    # .5 * .8 * .8 + .5 * .3 * .4 = .38; of (no, yes): .5 * .2 * .2 + .5 * .7 * .6 = .23.
    mixture = Mixture(np.array([0.5, 0.5]), np.array([[0.8, 0.2], [0.3, 0.6]]))
    uses = np.array([[1.0, 0.0], [0.0, 1.0]])
    found = stepped(mixture, uses, np.array([3.0, 2.0]))
    assert found.likelihood == pytest.approx(3 * np.log(0.38) + 2 * np.log(0.23))
    # Of the first pattern .32 / .38 belongs to the first group, of the second .02 / .23.
    first = np.array([3 * 0.32 / 0.38, 2 * 0.02 / 0.23])
    assert found.mixture.shares[0] == pytest.approx(first.sum() / 5)
    assert found.mixture.chances[0] == pytest.approx(first / first.sum())
    # BIC: two groups of two chances and one share, log 5.
    assert bic(Fit(mixture, -4.0), np.array([3.0, 2.0])) == pytest.approx(5 * np.log(5) + 8)


def test_no_other_start_finds_much_better():
    uses, counts, _ = drawn(SHARES, CHANCES, 3000)
    best = fitted(uses, counts.astype(float), 3, generator()).likelihood
    others = [fitted(uses, counts.astype(float), 3, np.random.default_rng(seed), 1).likelihood
              for seed in range(30)]
    assert max(others) <= best + 0.5


def test_a_number_of_groups_with_one_that_is_too_small_is_passed_over():
    rare = np.array([0.49, 0.50, 0.01])
    uses, counts, _ = drawn(rare, CHANCES, 20000)
    asked = fitted(uses, counts.astype(float), 3, generator())
    assert smallest(asked, uses, counts.astype(float)) < 0.03
    found = chosen(uses, counts.astype(float), None, generator())
    assert smallest(Fit(found.mixture, 0), uses, counts.astype(float)) >= 0.03
    assert len(groups(uses, counts, 3).mixture.shares) == 3  # who asks, gets


def test_noise_is_not_stable():
    uses, counts = noise(10, 1500)
    found = fitted(uses, counts.astype(float), 4, generator())
    told = stability(uses, counts.astype(float), found.mixture, generator(), draws=15)
    assert told.mean() < LOOSE
    apart, persons, _ = drawn(SHARES, CHANCES, 1500)
    firm = fitted(apart, persons.astype(float), 3, generator())
    assert (stability(apart, persons.astype(float), firm.mixture, generator(), draws=15)
            > STABLE).all()


def test_likeness_is_that_by_hand():
    # First: a, a, b, b; second: a, b, b, b; of 10, 5, 20 and 5 users. Of a 10 of 15; of b 25 of 30.
    told = likeness(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]),
                    np.array([10.0, 5.0, 20.0, 5.0]), 2)
    assert told == pytest.approx([10 / 15, 25 / 30])
    # Names of groups do not matter, and a group without anyone is like none.
    assert likeness(np.array([0, 0]), np.array([1, 1]), np.array([3.0, 4.0]), 2) == pytest.approx(
        [1, 0])


def test_the_same_patterns_give_the_same_groups():
    uses, counts, _ = drawn(SHARES, CHANCES, 500)
    first, second = groups(uses, counts), groups(uses, counts)
    assert (first.mixture.chances == second.mixture.chances).all()
    assert (first.stable == second.stable).all()


def test_a_pattern_that_nobody_had_has_a_group_too():
    uses, counts, _ = drawn(SHARES, CHANCES, 8000)
    found = groups(uses, counts, 3)
    every = np.array(list(itertools.product([False, True], repeat=6)))
    assert len(found.of(every)) == 64
    assert found.of(np.array([[1, 1, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0], [0, 0, 0, 0, 1, 1]],
                             dtype=bool)).tolist() == [0, 1, 2]


@pytest.mark.parametrize(("uses", "counts", "asked"), [
    (np.zeros((0, 3), dtype=bool), np.zeros(0, dtype=int), None),
    (np.array([[True, False]]), np.array([500]), None),
    (np.array([[True, False]]), np.array([500]), 2),
    (np.eye(3, dtype=bool), np.array([30, 30, 30]), 2)])
def test_too_few_users_or_patterns_make_no_groups(uses, counts, asked):
    assert groups(uses, counts, asked) is None
