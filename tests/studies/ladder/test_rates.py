"""How often persons moved per year that they were followed."""

import numpy as np
import pytest

from participatiemonitor.studies.ladder.rates import garwood, rates
from participatiemonitor.studies.ladder.steps import Steps

DAY = np.datetime64("2010-01-01")


def steps(*rows):
    """Of each: person, origin, target and gap."""
    person, origin, target, gap = map(np.array, zip(*rows, strict=True))
    return Steps(person, origin, target, np.full(len(rows), DAY), gap.astype(float), 3)


NONE = steps((0, 1, 1, 1.0)).where(np.array([False]))


def test_rates_by_hand():
    # Two persons: one rose twice in 3 years, the other stayed 1 year and left after another.
    taken = steps((0, 0, 1, 1.0), (0, 1, 2, 2.0), (1, 1, 1, 1.0), (1, 1, 3, 1.0))
    still = steps((0, 2, 4, 5.0))
    found = rates(taken, still, 2)
    assert found.counts.tolist() == [2, 1, 0, 1]
    assert found.time.tolist() == [5, 5, 5, 10]
    assert found.values == pytest.approx([0.4, 0.2, 0, 0.1])
    # Rose: (2 - .4 * 3) / 5 = .16 and (0 - .4 * 2) / 5 = -.16; 2 * (2 * .16^2) = .1024.
    assert found.errors[0] == pytest.approx(0.1024**0.5)


def test_the_interval_of_a_count_is_that_of_tables():
    # Garwood (1936), as printed in tables of the exact Poisson interval.
    low, high = garwood(np.array([0.0, 1.0, 10.0]))
    assert low == pytest.approx([0, 0.0253, 4.7954], abs=1e-4)
    assert high == pytest.approx([3.6889, 5.5716, 18.3904], abs=1e-4)


def test_nobody_who_moved_is_a_rate_of_nought_with_an_upper_bound():
    found = rates(steps((0, 1, 1, 2.0), (1, 1, 1, 2.0)), NONE, 2)
    assert found.values[0] == found.low[0] == 0
    assert found.high[0] == pytest.approx(3.6889 / 4, abs=1e-4)


def test_the_interval_covers_where_persons_differ():
    rng, held = np.random.default_rng(3), 0
    for _ in range(200):
        pace = rng.gamma(2, 0.15, 150)
        rows = [(person, 1, 2 if rng.random() < 1 - np.exp(-pace[person] * 0.25) else 1, 0.25)
                for person in range(150) for _ in range(8)]
        found = rates(steps(*rows), NONE, 150)
        truth = np.mean(1 - (1 + 0.15 * 0.25) ** -2) / 0.25
        held += found.low[0] <= truth <= found.high[0]
    assert held >= 184  # of 190 expected, less 2.5 standard errors
