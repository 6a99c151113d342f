"""A difference of two estimates: published examples, and what must always hold."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.trend.difference import Difference, difference


def wilson(count, n):
    share = count / n
    return Weighted(share, math.sqrt(share * (1 - share) / n),
                    *proportion_confint(count, n, method="wilson"))


@pytest.mark.parametrize("first, second, low, high", [
    ((48, 80), (56, 70), 0.0524, 0.3339), ((3, 10), (9, 10), 0.1705, 0.8090),
    ((2, 7), (6, 7), 0.0582, 0.8062), ((0, 29), (5, 56), -0.0381, 0.1926)])
def test_shares_of_two_independent_samples_as_newcombe_gives_them(first, second, low, high):
    """Newcombe (1998), method 10, in table II."""
    found = difference(wilson(*first), wilson(*second), 0.0)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)


estimates = st.builds(
    lambda value, se, left, right: Weighted(value, se, value - left * se, value + right * se),
    st.floats(0, 1), st.floats(1e-4, 0.2), st.floats(1, 4), st.floats(1, 4))


@given(estimates, estimates, st.floats(-1, 1))
def test_a_change_can_be_demonstrated_where_its_interval_leaves_nought_out(first, second, shared):
    found = difference(first, second, shared * first.se * second.se)
    assert found.low <= found.value <= found.high
    assert 0 <= found.p <= 1
    if min(abs(found.low), abs(found.high)) > 1e-9:
        assert (found.p < 0.05) == (found.low > 0 or found.high < 0)


@given(estimates, estimates, st.floats(-1, 1))
def test_the_other_way_round_it_is_the_opposite(first, second, shared):
    covariance = shared * first.se * second.se
    one, other = difference(first, second, covariance), difference(second, first, covariance)
    assert (other.value, other.low, other.high, other.se, other.p) == pytest.approx(
        (-one.value, -one.high, -one.low, one.se, one.p))


@given(estimates, estimates, st.floats(0, 0.9))
def test_the_more_is_shared_the_surer_it_is(first, second, shared):
    more = difference(first, second, (shared + 0.1) * first.se * second.se)
    less = difference(first, second, shared * first.se * second.se)
    assert more.se <= less.se + 1e-12
    assert more.high - more.low <= less.high - less.low + 1e-12


def test_what_is_known_exactly_has_a_difference_without_error():
    known = [Weighted(value, 0, value, value) for value in (0.4, 0.5)]
    assert difference(*known, 0.0) == Difference(pytest.approx(0.1), 0, *[pytest.approx(0.1)] * 2,
                                                 0)
    assert difference(known[0], known[0], 0.0).p == 1
