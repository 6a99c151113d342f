"""Dutch words and signs for numbers."""

import itertools
from decimal import ROUND_HALF_UP, Decimal

import phrases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor import dutch

SHARES = st.one_of(st.floats(0, 1), st.builds(lambda count, rest: count / (count + rest or 1),
                                              st.integers(0, 400), st.integers(0, 400)))


HALVES = st.integers(-10**6, 10**6).map(lambda number: (2 * Decimal(number) + 1) / 2)


@given(st.one_of(st.decimals(-10**6, 10**6, places=6), HALVES,
                 HALVES.map(lambda half: half / 1000)), st.integers(0, 4))
def test_halves_are_rounded_away_from_zero(value, digits):
    unit = Decimal(1).scaleb(-digits)
    expected = value.quantize(unit, ROUND_HALF_UP)
    assert Decimal(repr(dutch.half_up(float(value), digits))) == expected


@given(st.integers(0, 400), st.integers(1, 400))
def test_every_share_is_rounded_as_its_fraction(count, n):
    if count <= n:
        exact = (200 * count + n) // (2 * n)  # whole percentage, halves up
        assert dutch.percent(count / n) == f"{exact}%"


@pytest.mark.parametrize(("value", "digits", "expected"), [
    (0.263, 0, "26%"), (0.265, 0, "27%"), (0.005, 0, "1%"), (0.0049, 0, "0%"), (0, 0, "0%"),
    (1, 0, "100%"), (0.0325, 1, "3,3%"), (-0.126, 0, "−13%"), (-0.001, 0, "0%"),
])
def test_percentages(value, digits, expected):
    assert dutch.percent(value, digits) == expected


@pytest.mark.parametrize(("value", "expected"), [
    (442435, "442.435"), (999, "999"), (1000, "1.000"), (323140.4, "323.140"), (0, "0"),
    (-1234, "−1.234"),
])
def test_whole_numbers_have_points_between_thousands(value, expected):
    assert dutch.whole(value) == expected


def test_decimals_have_a_comma():
    assert dutch.decimal(1234.56) == "1.234,6"
    assert dutch.decimal(0.25, 2) == "0,25"


@given(st.decimals(-10**9, 10**9, places=2))
def test_a_written_number_reads_back_as_the_number(value):
    text = dutch.decimal(float(value), 2)
    back = text.replace(".", "").replace(",", ".").replace(dutch.MINUS, "-")
    assert Decimal(back) == value


def test_counts_up_to_twelve_are_words():
    assert [dutch.numeral(n) for n in (0, 1, 2, 12, 13, 1000)] == [
        "nul", "één", "twee", "twaalf", "13", "1.000"]
    assert len({dutch.numeral(n) for n in range(30)}) == 30


@given(SHARES)
def test_a_round_name_claims_a_range_that_holds_the_share(value):
    phrase = dutch.approximately(value)
    assert phrases.about(phrase, value), f"{phrase} voor {value:.4f}"


@pytest.mark.parametrize(("value", "expected"), [
    (0.20, "een vijfde"), (0.22, "ruim een vijfde"), (0.48, "bijna de helft"),
    (0.755, "driekwart"), (0.29, "ongeveer 30%"), (0.42, "ruim 40%"), (0.5, "de helft"),
    (0.99, "vrijwel 100%"), (1, "100%"), (0.01, "vrijwel 0%"), (0, "0%"),
    (0.022, "ongeveer 2%"), (0.945, "ongeveer 95%"),
])
def test_round_names(value, expected):
    assert dutch.approximately(value) == expected


@given(SHARES, SHARES)
def test_more_often_turned_round_is_less_often(one, other):
    there, back = dutch.often(one, other), dutch.often(other, one)
    turned = there.replace("vaker", "minder vaak") if "vaker" in there else there.replace(
        "minder vaak", "vaker")
    assert back == turned


@pytest.mark.parametrize(("points", "expected"), [
    (0, "even vaak"), (1, "even vaak"), (2, "iets vaker"), (7, "iets vaker"), (8, "vaker"),
    (19, "vaker"), (20, "veel vaker"), (-2, "iets minder vaak"), (-8, "minder vaak"),
    (-20, "veel minder vaak"),
])
def test_the_bounds_of_more_often(points, expected):
    # 0.42 - 0.22 is not 0.20 in binary; neither may that move a bound
    assert dutch.often(0.5 + points / 100, 0.5) == expected
    assert dutch.often((42 + points) / 100, 0.42) == expected


@given(st.integers(0, 100), st.integers(0, 100))
def test_the_degree_of_more_often_fits_the_difference(one, other):
    assert phrases.often(dutch.often(one / 100, other / 100), one - other)


@given(st.lists(SHARES, min_size=1, max_size=3))
def test_a_round_name_for_several_shares_is_true_of_each(values):
    phrase = dutch.together(values)
    assert phrase == "" or all(phrases.about(phrase, value) for value in values)


@pytest.mark.parametrize(("values", "expected"), [
    ((0.75, 0.755), "driekwart"), ((0.73, 0.77), "ongeveer driekwart"), ((0.44, 0.61), ""),
    ((0.48, 0.52), "ongeveer de helft"), ((0.21, 0.215), "ruim een vijfde"),
])
def test_round_names_for_several_shares(values, expected):
    assert dutch.together(values) == expected


def test_enumerations():
    assert dutch.enumeration(["a"]) == "a"
    assert dutch.enumeration(["a", "b"]) == "a en b"
    assert dutch.enumeration(iter("abc"), "of") == "a, b of c"


@pytest.mark.parametrize(("text", "expected"), [
    ("een kwart", "Een kwart"), ("ijverig", "IJverig"), ("'s-Hertogenbosch", "'s-Hertogenbosch"),
    ("'s avonds", "'s Avonds"), ("één", "Eén"), ("", ""), ("Wmo", "Wmo"), ("30%", "30%"),
])
def test_capitals(text, expected):
    assert dutch.capital(text) == expected


def test_the_names_of_fractions_are_in_order_and_apart():
    values = [value for value, _ in dutch.FRACTIONS]
    assert values == sorted(values)
    assert all(high - low >= 0.05 - 1e-9 for low, high in itertools.pairwise(values))
