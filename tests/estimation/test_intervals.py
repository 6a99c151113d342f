"""Intervals: exact within strata, and by effective size; what they cover is in `test_coverage`."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom

from participatiemonitor.estimation.design.intervals import (
    effective_size,
    exact_interval,
    logit_interval,
    share_interval,
)


@pytest.mark.parametrize("size, n", [(232, 76), (34, 27), (31, 26), (34, 9), (232, 41), (4, 4)])
def test_within_a_stratum_every_true_share_is_covered_at_least_94_percent(size, n):
    bounds = [exact_interval(k, n, size) for k in range(n + 1)]
    for true in range(size + 1):
        chance = hypergeom.pmf(np.arange(n + 1), size, true, n)
        inside = [low * size - 1e-9 <= true <= high * size + 1e-9 for low, high in bounds]
        assert chance[inside].sum() >= 0.94


@st.composite
def samples(draw):
    size = draw(st.integers(1, 30))
    n = draw(st.integers(1, size))
    return size, n, draw(st.integers(0, n))


@given(samples(), st.sampled_from([(), (10,), (4,), (10, 10), (7, 7)]))
@example((16, 2, 0), ())  # 13 of 16: the chance of none in two is 3 in 120, the limit itself
@settings(deadline=None)
def test_an_exact_interval_holds_just_the_totals_that_are_not_too_unlikely(sample, steps):
    """Noise is one more or one less, each once in so many times, for each of the steps."""
    size, n, k = sample
    noise = {0: Fraction(1)}
    for step in steps:
        noise = {moved: sum(chance * Fraction(1 if moved != old else step - 2, step)
                            for old, chance in noise.items() if abs(moved - old) <= 1)
                 for moved in range(min(noise) - 1, max(noise) + 2)}
    reach = len(steps)

    def chance(counts, total):
        return sum(share * Fraction(comb(total, count - moved)
                                    * comb(size - total, n - count + moved), comb(size, n))
                   for count in counts for moved, share in noise.items()
                   if 0 <= count - moved <= n)

    # Whole numbers, because a tail may be exactly as likely as the limit: that total stays in.
    limit = Fraction(25, 1000)
    likely = [total for total in range(max(k - reach, 0), min(size, size - n + k + reach) + 1)
              if chance(range(k, n + reach + 1), total) >= limit
              and chance(range(-reach, k + 1), total) >= limit]
    low, high = exact_interval(k, n, size, tuple(float(noise[moved]) for moved in sorted(noise)))
    assert (round(low * size), round(high * size)) == (min(likely), max(likely))


@given(st.integers(1, 60), st.data())
@settings(deadline=None)
def test_more_answers_never_lower_an_exact_interval(size, data):
    n = data.draw(st.integers(1, size))
    bounds = np.array([exact_interval(k, n, size) for k in range(n + 1)])
    assert (np.diff(bounds, axis=0) >= 0).all()


def test_where_all_answered_nothing_is_left_uncertain():
    assert exact_interval(3, 4, 4) == (0.75, 0.75)


def test_shares_of_none_and_all_have_no_logit_interval():
    low, high = logit_interval(np.array([0.0, 1.0, np.nan]), np.zeros(3), np.full(3, 9.0))
    assert np.isnan(low).all()
    assert np.isnan(high).all()


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 300)), min_size=1, max_size=5))
def test_a_stratified_sample_is_worth_less_than_its_respondents_of_an_endless_frame(strata):
    answered, extra = (np.array(part, float) for part in zip(*strata, strict=True))
    endless = effective_size(1e12 * (answered + extra), answered)
    assert endless <= answered.sum() * (1 + 1e-6)
    assert effective_size(answered + extra, answered) >= 0.99 * effective_size(
        1e12 * (answered + extra), answered) * (1 - 1 / (answered + extra).min())


def test_proportional_strata_are_worth_as_much_as_a_simple_sample():
    together = effective_size(np.array([1e9, 3e9]), np.array([10.0, 30.0]))
    assert together == pytest.approx(40)


def test_where_all_answered_the_share_is_known():
    assert np.isinf(effective_size(np.array([4.0, 7.0]), np.array([4.0, 7.0])))
    assert share_interval(np.array(0.3), np.array(np.inf)) == (0.3, 0.3)


@given(st.floats(0, 1), st.floats(1, 500))
def test_an_interval_of_a_share_holds_it_and_mirrors_that_of_the_others(share, effective):
    low, high = share_interval(np.array(share), np.array(effective))
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1
    mirrored = np.array(share_interval(np.array(1 - share), np.array(effective)))
    assert [1 - high, 1 - low] == pytest.approx(mirrored, abs=1e-7)


def test_what_is_no_share_has_no_interval():
    assert np.isnan(share_interval(np.array([np.nan, 3.5]), np.array([9.0, 9.0]))).all()
