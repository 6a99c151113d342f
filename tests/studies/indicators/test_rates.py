"""Exact intervals, against R and their own definition."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, poisson

from participatiemonitor.studies.indicators.rates import exact_interval, rates


def test_intervals_are_those_of_r(golden):
    for level, rows in golden("intervals").groupby("level"):
        events, persons, time = (rows[name].to_numpy(float)
                                 for name in ("events", "persons", "time"))
        for kind, at_risk, low, high in (("proportion", persons, "low", "high"),
                                         ("rate", time, "rate_low", "rate_high")):
            found = exact_interval(kind, events, at_risk, level)
            np.testing.assert_allclose(found, rows[[low, high]].to_numpy().T, rtol=1e-9)


def test_rates_stand_in_their_interval(counts):
    found = rates(counts)
    assert found.municipalities == counts.municipalities
    assert np.all((found.low <= found.value) & (found.value <= found.high))


@settings(deadline=None)
@given(st.integers(1, 400), st.floats(0.001, 0.999), st.sampled_from([0.8, 0.95, 0.998]))
def test_intervals_cover_at_least_their_level(size, share, level):
    counted = np.arange(size + 1.0)
    low, high = exact_interval("proportion", counted, np.full(size + 1, float(size)), level)
    held = (low <= share) & (share <= high)
    assert binom.pmf(counted, size, share)[held].sum() >= level - 1e-9


@settings(deadline=None)
@given(st.floats(0.01, 60), st.floats(0.5, 900))
def test_intervals_of_rates_cover_too(expected, time):
    counted = np.arange(400.0)
    low, high = exact_interval("rate", counted, np.full(400, time))
    held = (low <= expected / time) & (expected / time <= high)
    assert poisson.pmf(counted, expected)[held].sum() >= 0.95 - 1e-9


def test_an_end_is_reached_where_nothing_or_all_was_counted():
    low, high = exact_interval("proportion", np.array([0.0, 5.0]), np.array([5.0, 5.0]))
    assert (low[0], high[1]) == (0, 1)
    assert (high[0], low[1]) == pytest.approx((1 - 0.025 ** (1 / 5), 0.025 ** (1 / 5)))
