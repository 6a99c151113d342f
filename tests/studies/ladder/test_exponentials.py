"""Exponentials of intensities and their derivatives, against scipy and closed forms."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ladders import RATES
from scipy.linalg import expm, expm_frechet

from participatiemonitor.studies.ladder.exponentials import chances, derivative


def generator(rates):
    found = np.zeros((len(rates) + 1,) * 2)
    found[:-1] = rates
    return found - np.diag(found.sum(axis=1))


MATRICES = st.integers(0, 2**32 - 1).map(
    lambda seed: generator(np.random.default_rng(seed).random((4, 5)) * (1 - np.eye(4, 5))))


@settings(max_examples=50, deadline=None)
@given(MATRICES, st.lists(st.floats(0, 40), min_size=1, max_size=5))
def test_chances_and_their_change_are_those_of_scipy(intensities, times):
    times = np.array(times)
    direction = np.random.default_rng(0).normal(size=(5, 5))
    found, change = chances(intensities, times), derivative(intensities, times, direction)
    for place, time in enumerate(times):
        slope = expm_frechet(intensities * time, direction * time, compute_expm=False)
        np.testing.assert_allclose(found[place], expm(intensities * time), atol=1e-12)
        np.testing.assert_allclose(change[place], slope, atol=1e-10)


def test_the_smallest_chances_have_their_digits():
    """Going up five rungs at one rate is a Poisson process, which has no eigenvectors."""
    rate, rungs = 0.7, 6
    intensities = np.diag(np.full(rungs, rate), 1) - np.diag([*[rate] * rungs, 0])
    times = np.array([1e-3, 0.1, 3, 50])
    found = chances(intensities, times)
    for place, time in enumerate(times):
        for up in range(rungs):
            exact = math.exp(-rate * time) * (rate * time)**up / math.factorial(up)
            assert found[place, 0, up] == pytest.approx(exact, rel=1e-11)


def test_chances_go_on():
    one, other, both = chances(generator(RATES), np.array([0.3, 2.2, 2.5]))
    np.testing.assert_allclose(one @ other, both, rtol=1e-12)
    np.testing.assert_allclose(both.sum(axis=1), 1, rtol=1e-12)


def test_nothing_moves_without_time_or_intensities():
    times = np.array([0.0, 5.0])
    np.testing.assert_array_equal(chances(np.zeros((3, 3)), times), [np.eye(3)] * 2)
    np.testing.assert_array_equal(chances(generator(RATES), times[:1])[0], np.eye(7))
