"""Funnels against what R makes of the same counts, and against counting one by one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.counts import Counts
from participatiemonitor.studies.indicators.dispersion import dispersion, wide_limits, widened
from participatiemonitor.studies.indicators.funnels import control_limits, funnel, mid_p


def one(events, size):
    return Counts("proportion", ("Ede",), np.array([float(events)]), np.array([float(size)]))


def test_exact_limits_z_and_p_are_those_of_r(counts, towns, of_kind, totals):
    found = funnel(counts)
    assert found.target == pytest.approx(totals["theta" if counts.kind == "proportion"
                                                else "lambda"])
    for place, level in enumerate(("95", "998")):
        for ends, end in ((found.low, "low"), (found.high, "high")):
            np.testing.assert_allclose(ends[place], towns[of_kind(end + level)], rtol=1e-9,
                                       atol=1e-12)
    np.testing.assert_allclose(found.z, towns[of_kind("z")], rtol=1e-9)
    np.testing.assert_allclose(found.p, towns[of_kind("p")], rtol=1e-8, atol=1e-14)


def test_limits_lie_within_a_step_of_those_without_interpolation(towns, totals):
    """As R package funnelR draws the exact ones: quantiles of the binomial."""
    size = towns["persons"].to_numpy(float)
    _, high = control_limits("proportion", totals["theta"], size, 0.95)
    assert np.all((high <= towns["steps95"]) & (high > towns["steps95"] - 1 / size))


def test_dispersion_is_that_of_r(counts, towns, of_kind, totals):
    found = dispersion(funnel(counts).z)
    assert found.phi == pytest.approx(totals[of_kind("phi")])
    if counts.kind == "proportion":
        assert found.raw == pytest.approx(totals["raw"])
        wide = widened(funnel(counts), counts, found)
        for place, level in enumerate(("950", "998")):
            np.testing.assert_allclose(wide.low[place], towns[f"wide_low{level}"], atol=1e-12)
            np.testing.assert_allclose(wide.high[place], towns[f"wide_high{level}"], atol=1e-12)
        np.testing.assert_allclose(wide.p, towns["wide_p"], rtol=1e-9)
        assert set(np.flatnonzero(wide.outside)) < set(np.flatnonzero(funnel(counts).outside))


def test_the_exceptional_town_lies_outside_both_levels(counts, towns):
    if counts.kind == "proportion":
        found = funnel(counts)
        assert found.outside[list(towns["municipality"]).index("g10")] == 2
        for place in range(len(towns)):
            below = sum(counts.values[place] < low[place] for low in found.low)
            above = sum(counts.values[place] > high[place] for high in found.high)
            assert found.outside[place] == above - below


def test_less_than_chance_changes_nothing(counts):
    exact = funnel(counts)
    assert widened(exact, counts, dispersion(exact.z / 100)) is exact


@settings(deadline=None)
@given(st.integers(1, 300), st.floats(0.01, 0.99), st.sampled_from([0.95, 0.998]))
def test_outside_a_limit_is_as_rare_as_the_method_says(size, target, level):
    tail = (1 - level) / 2
    low, high = control_limits("proportion", target, np.array([float(size)]), level)
    counted = np.arange(size + 1)
    upto = binom.cdf(counted, size, target)
    clear = np.abs(np.stack([upto - tail, upto - 1 + tail])).min(axis=0) > 1e-9
    assert np.array_equal((counted / size < low[0])[clear], (upto < tail)[clear])
    # Nought is never too many, however seldom it is to be anything else.
    above = (upto > 1 - tail) & (counted > 0)
    assert np.array_equal((counted / size > high[0])[clear], above[clear])


@settings(deadline=None)
@given(st.integers(1, 60), st.floats(0.05, 0.95))
def test_mid_p_is_a_half_on_average(size, target):
    """As a p-value of a continuous distribution; also that each is a chance."""
    values = np.array([mid_p(one(events, size), target)[0] for events in range(size + 1)])
    assert np.all((values >= 0) & (values <= 1))
    chances = binom.pmf(np.arange(size + 1), size, target)
    upper = [chances[events + 1:].sum() + chances[events] / 2 for events in range(size + 1)]
    assert chances @ upper == pytest.approx(0.5)
    assert values == pytest.approx(np.minimum(2 * np.minimum(upper, 1 - np.array(upper)), 1))


def test_wide_limits_stay_where_a_value_can_be(counts):
    found = replace(dispersion(funnel(counts).z), phi=400.0)
    low, high = wide_limits("proportion", 0.5, np.array([1.0, 1e6]), 0.95, found)
    assert (low[0], high[0]) == (0, 1)
    assert low[1] > 0.4
    assert wide_limits("rate", 0.5, np.array([1.0]), 0.95, found)[1][0] > 1


@pytest.mark.parametrize("target", [0, 1, float("nan")])
def test_a_target_that_nobody_can_miss_is_refused(target):
    with pytest.raises(InputError, match="richtpunt"):
        funnel(one(1, 5), target)


def test_nothing_counted_leaves_nothing_to_compare():
    with pytest.raises(InputError, match="niets te vergelijken"):
        funnel(one(0, 5))
