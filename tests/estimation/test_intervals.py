"""Intervals: exact within strata, and covering what they promise overall."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom

from participatiemonitor.estimation.design.intervals import (
    exact_interval,
    logit_interval,
    overall_interval,
)
from participatiemonitor.estimation.design.stratified import Design, ratios

STRATA, RESPONDENTS = np.array([232, 34, 31, 4]), np.array([76, 27, 26, 4])
DRAWS = 20_000


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


@given(samples())
@example((16, 2, 0))  # 13 of 16: the chance of none in two is 3 in 120, the limit itself
@settings(deadline=None)
def test_an_exact_interval_holds_just_the_totals_that_are_not_too_unlikely(sample):
    size, n, k = sample

    def chance(counts, total):
        drawn = sum(comb(total, count) * comb(size - total, n - count) for count in counts)
        return Fraction(drawn, comb(size, n))

    # Whole numbers, because a tail may be exactly as likely as the limit: that total stays in.
    limit = Fraction(25, 1000)
    likely = [total for total in range(k, size - n + k + 1)
              if chance(range(k, n + 1), total) >= limit and chance(range(k + 1), total) >= limit]
    low, high = exact_interval(k, n, size)
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


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95])
@pytest.mark.parametrize("tilt", [0.0, 0.5])
def test_overall_the_interval_covers_the_truth_93_to_97_percent_of_the_time(share, tilt):
    """One simulated sample a column: strata differ by `tilt` on the scale of log-odds."""
    rng = np.random.default_rng(int(1000 * share) + int(10 * tilt))
    odds = np.log(share / (1 - share)) + tilt * np.array([-0.3, 0.6, 1.0, 1.5])
    yes = np.rint(STRATA / (1 + np.exp(-odds))).astype(int)
    truth = yes.sum() / STRATA.sum()
    parts = []
    for size, count, n in zip(STRATA, yes, RESPONDENTS, strict=True):
        drawn = rng.hypergeometric(count, size - count, n, DRAWS)
        parts.append(np.arange(n)[:, None] < drawn[None, :])
    values = np.vstack(parts).astype(float)
    design = Design(np.repeat(np.arange(4), RESPONDENTS), STRATA.astype(float))
    everyone = np.ones(values.shape, bool)
    found = ratios(design, values, everyone, everyone)
    n = np.full(DRAWS, RESPONDENTS.sum())
    low, high = overall_interval(found.value, found.se, found.df, n)
    covered = ((low <= truth) & (truth <= high)).mean()
    assert 0.93 <= covered <= 0.97
