"""Intervals hold the noise besides chance."""

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure.draws import Draws
from participatiemonitor.studies.ladder.shares import wilson
from participatiemonitor.studies.persons.intervals import widened
from participatiemonitor.studies.persons.walk import spread, walked

CHANCES = np.array([[.70, .18, .04, .08], [.15, .60, .17, .08], [.03, .17, .65, .15]])


def test_without_noise_an_interval_stays_and_with_much_it_is_that_of_the_noise():
    one = np.array([0.2])
    assert widened(one, one - 0.1, one + 0.15, one * 0) == (pytest.approx(0.1), pytest.approx(0.35))
    low, high = widened(one, one - 1e-9, one, np.array([0.1]))
    assert (low, high) == (pytest.approx(0.2 - 0.196, abs=1e-4), pytest.approx(0.396, abs=1e-4))


def shares(table):
    return table / table.sum(axis=1, keepdims=True)


@pytest.mark.parametrize("size, each", [(60, 30), pytest.param(400, 25, marks=pytest.mark.audit),
                                        pytest.param(400, 60, marks=pytest.mark.audit)])
def test_intervals_cover_the_chances(size, each):
    rng, covered, without = np.random.default_rng([size, each]), [], []
    for number in range(size):
        true = np.array([rng.multinomial(each, chance) for chance in CHANCES])
        found = walked(true, Draws(b"key", b"%d" % number))
        value = shares(found)
        low, high = wilson(value, np.full(value.shape, float(each)))
        without.append((low <= CHANCES) & (high >= CHANCES))
        low, high = widened(value, low, high, spread(found, shares, 40))
        covered.append((low <= CHANCES) & (high >= CHANCES))
    print(np.mean(covered, axis=0).round(3), np.mean(without, axis=0).round(3))
    assert np.mean(covered) > 0.935
    assert np.mean(covered, axis=0).min() > (0.86 if size < 100 else 0.9)
