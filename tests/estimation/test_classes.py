"""Weighted estimates from published counts: the same as from respondents, plus the noise."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.estimation.design.classes import Classes
from participatiemonitor.estimation.design.intervals import exact_interval
from participatiemonitor.estimation.design.stratified import Design, ratios, share
from participatiemonitor.estimation.disclosure.noise import perturbed
from participatiemonitor.estimation.disclosure.spread import chances, exchanged

SIZES, BASES = np.array([232.0, 34, 35]), np.array([76.0, 27, 30])
KEYS = 2000
NO_NOISE = np.zeros((3, 3))
# Counts by answer and size class: none near an end, one, several, and with three answers.
OPEN, ONE, SEVERAL, THREE = (np.array(table) for table in (
    [[30, 10, 12], [46, 17, 18]], [[30, 2, 12], [46, 25, 18]], [[9, 0, 3], [67, 27, 27]],
    [[20, 1, 8], [20, 20, 16], [36, 6, 6]]))


def classes(answered=BASES, resolved=None, asked=None, clients=(1, 1, 1), uneven=(1, 1, 1)):
    answered = np.asarray(answered, float)
    return Classes(SIZES, np.array(clients, float), np.array(uneven, float), answered,
                   answered if resolved is None else resolved,
                   answered if asked is None else asked)


def noises(table):
    found = [perturbed(table, number.to_bytes(4, "big"), b"") for number in range(KEYS)]
    return np.array([one for one in found if one is not None])


# --- shares ----------------------------------------------------------------------------------

@settings(deadline=None, max_examples=60)
@given(st.data())
def test_counts_give_what_respondents_give(data):
    rng = np.random.default_rng(data.draw(st.integers(0, 10_000)))
    counts = np.array(data.draw(st.lists(st.integers(1, 30), min_size=1, max_size=4)))
    sizes = counts + rng.integers(0, 60, len(counts)).astype(float)
    strata = np.repeat(np.arange(len(counts)), counts)
    resolved = rng.random(len(strata)) < data.draw(st.floats(0.4, 1))
    answered = resolved & (rng.random(len(strata)) < data.draw(st.floats(0.4, 1)))
    given_ = answered & (rng.random(len(strata)) < rng.random())
    if answered.any():
        theirs = ratios(Design(strata, sizes), given_[:, None].astype(float), answered[:, None],
                        resolved[:, None])
        ours = share(sizes, *(np.bincount(strata[flags], minlength=len(sizes)).astype(float)
                              for flags in (given_, answered, resolved)))
        assert ours == pytest.approx((theirs.value[0], theirs.se[0]), rel=1e-9, abs=1e-9)


def test_without_noise_a_total_is_that_of_the_stratified_sample():
    counts = np.array([20, 13, 24])
    found = classes().share(counts, NO_NOISE)
    assert (found.value, found.se) == pytest.approx(share(SIZES, counts * 1.0, BASES, BASES))


@pytest.mark.parametrize("table", [OPEN, ONE, SEVERAL, THREE])
def test_the_standard_error_holds_the_noise_of_a_total(table):
    """By simulation; near an end noise that cannot come from beyond it is smaller, or biased."""
    of = classes(table.sum(axis=0))
    exact = of.share(table[0], NO_NOISE)
    found = noises(table)
    error = np.mean([(of.share(one[0], NO_NOISE).value - exact.value) ** 2 for one in found])
    held = np.mean([of.share(one[0], exchanged(one, [0])).se ** 2
                    - of.share(one[0], NO_NOISE).se ** 2 for one in found])
    assert 0.85 * error < held < 1.8 * error
    if table is OPEN:
        assert held == pytest.approx(error, rel=0.1)


def test_noise_makes_no_difference_where_all_classes_weigh_the_same():
    """But for what the answers were in one class and another."""
    even = classes(SIZES / 2)
    counts = np.array([40, 9, 6])
    exchanges = exchanged(np.array([counts, SIZES / 2 - counts]), [0])
    assert exchanges.sum() > 0
    assert even.share(counts, exchanges) == even.share(counts, NO_NOISE)


def test_noise_widens_the_interval_of_a_total():
    counts = np.array([20, 2, 24])
    exact, noised = (classes().share(counts, part) for part in (
        NO_NOISE, exchanged(np.array([counts, BASES.astype(int) - counts]), [0])))
    assert noised.value == exact.value
    assert noised.se > exact.se
    assert noised.low < exact.low < exact.high < noised.high


def test_of_no_answers_nothing_is_estimated():
    found = classes(np.zeros(3)).share(np.zeros(3, int), NO_NOISE)
    assert np.isnan([found.value, found.se, found.low, found.high]).all()


# --- within a class --------------------------------------------------------------------------

@pytest.mark.parametrize("table", [OPEN, ONE, SEVERAL, THREE])
def test_the_variance_of_exchanges_is_that_of_the_noise_within_a_class(table):
    found = noises(table)
    for row in range(len(table)):
        error = ((found[:, row] - table[row]) ** 2).mean(axis=0)
        held = np.mean([exchanged(one, [row]).sum(axis=0) for one in found], axis=0)
        assert (held > 0.75 * error).all()
        assert (held < 2.2 * error).all()
        if table is OPEN:
            assert held == pytest.approx(error, rel=0.12)


def test_rows_together_exchange_with_the_other_rows_alone():
    assert exchanged(THREE, [0, 1]) == pytest.approx(exchanged(THREE, [2]))
    assert not exchanged(THREE, [0, 1, 2]).any()


def test_nobody_exchanges_with_an_empty_class():
    table = np.array([[30, 0, 12], [46, 0, 18]])
    found = exchanged(table, [0])
    assert not found[1].any() and not found[:, 1].any()
    # The other two have nobody else to exchange with.
    assert found[0, 2] == pytest.approx(2 * exchanged(OPEN, [0])[0, 2])


def test_the_chances_of_noise_are_those_of_the_draws():
    found = noises(OPEN)
    drawn = np.bincount(found[:, 0, 1] - OPEN[0, 1] + 2, minlength=5) / len(found)
    assert chances(exchanged(OPEN, [0])[1].sum(), 1) == pytest.approx(drawn, abs=0.025)


@given(st.floats(0.01, 1), st.integers(0, 3))
def test_chances_have_the_variance_that_they_are_for(variance, number):
    found = chances(variance, number)
    noise = np.arange(len(found)) - len(found) // 2
    assert found.sum() == pytest.approx(1)
    assert found @ noise == pytest.approx(0, abs=1e-12)
    assert found @ noise**2 == pytest.approx(variance if number else 0)
    assert noise.max() == 2 * number


def test_within_classes_these_are_one_stratum():
    counts, variance, tails = np.array([20, 9, 24]), 0.4, tuple(chances(0.4, 1))
    found = classes().within(counts, [1, 2], variance, tails)
    n, size, p = 57, 69, 33 / 57
    assert found.value == pytest.approx(p)
    assert found.se == pytest.approx(math.sqrt(
        (1 - n / size) * p * (1 - p) / (n - 1) + variance / n**2))
    assert (found.low, found.high) == exact_interval(33, n, size, tails)
    exact = classes().within(counts, [1, 2], 0.0, (1.0,))
    assert (exact.low, exact.high) == exact_interval(33, n, size)


@pytest.mark.parametrize("count, low, high", [(0, True, False), (2, True, False), (3, False, False),
                                              (9, False, False), (10, False, True)])
def test_where_routing_decides_what_may_be_noise_alone_may_be_none_or_all(count, low, high):
    """Of the second class 27 are known, of whom 14 were asked and 12 answered."""
    routed = classes(np.array([40.0, 12, 20]), BASES - [0, 2, 0], np.array([40.0, 14, 20]))
    assert not routed.everybody
    assert routed.about[1] == pytest.approx(34 * 14 / 27)
    found = routed.within(np.array([5, count, 5]), [1], 1.0, tuple(chances(1.0, 1)))
    assert (found.low == 0, found.high == 1) == (low, high)
    assert found.low <= found.value <= found.high


# --- means -----------------------------------------------------------------------------------

def test_a_mean_weighs_classes_by_their_clients():
    means = np.array([0.2, 0.35, 0.5])
    of = classes(clients=(20, 10, 70), uneven=(2, 1, 3))
    found = of.mean(means, [0, 1, 2], 1.5, 1.5)
    assert found.value == pytest.approx(0.2 * 0.2 + 0.1 * 0.35 + 0.7 * 0.5)
    spread = [(1 / 76 + 0 / 232) * 0.16 / 3, (1 / 27 - 1 / 34) * 0.2275 / 3,
              (1 / 30 + 1 / 35) * 0.25 / 3]
    variance = sum(part**2 * (own + 1.5 / n**2) for part, own, n in
                   zip((0.2, 0.1, 0.7), spread, BASES, strict=True))
    assert found.se == pytest.approx(math.sqrt(variance))
    assert found.low < found.value - 1.5 * found.se
    assert found.high > found.value + 1.5 * found.se


def test_a_mean_of_all_respondents_leaves_less_noise():
    """Here 80 answers count by their number, .4, .4 and .2, and by clients .2, .1 and .7."""
    means = np.array([0.2, 0.35, 0.5])
    of = classes(np.array([32.0, 32, 16]), clients=(20, 10, 70))
    alone, found = (of.mean(means, [0, 1, 2], noise, 1.5, together) for noise, together in (
        (0.0, None), (1.5, 0.3)))
    assert found.value == pytest.approx(0.3 - 0.2 * 0.2 - 0.3 * 0.35 + 0.5 * 0.5)
    noise = 1.5 * ((0.2 / 32)**2 + (0.3 / 32)**2 + (0.5 / 16)**2)
    assert found.se == pytest.approx(math.hypot(alone.se, noise**0.5))
    # Classes that count by their clients as they do by their answers.
    even = classes(np.array([32.0, 32, 16]), clients=(40, 40, 20))
    assert even.mean(means, [0, 1, 2], 1.5, 1.5, 0.3) == even.mean(
        means, [0, 1, 2], 0.0, 0.0, 0.3)


def test_in_a_census_of_equal_organisations_a_mean_has_the_error_of_its_noise():
    found = classes(SIZES).mean(np.array([0.2, 0.35, 0.5]), [1], 1.5, 1.5)
    assert found.se == pytest.approx(math.sqrt(1.5) / 34)


def test_a_class_without_answers_does_not_count():
    of = classes(np.array([76.0, 0, 30]), clients=(20, 10, 70))
    found = of.mean(np.array([0.2, np.nan, 0.5]), [0, 1, 2], 1.5, 1.5)
    assert found.value == pytest.approx((20 * 0.2 + 70 * 0.5) / 90)
    assert np.isnan(of.mean(np.array([0.2, np.nan, 0.5]), [1], 1.5, 1.5).value)


@pytest.mark.parametrize("mean, low, high", [(0.0, True, False), (0.04, True, False),
                                             (0.3, False, False), (0.97, False, True),
                                             (1.0, False, True)])
def test_a_mean_that_may_be_noise_alone_may_be_none_or_all(mean, low, high):
    found = classes().mean(np.full(3, mean), [1], 1.5, 1.5)
    assert (found.low == 0, found.high == 1) == (low, high)
    assert found.low <= mean <= found.high
    assert 0.05 < found.high - found.low < 0.5
