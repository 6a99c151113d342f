"""What rounding leaves of a printed number, and arithmetic with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.documents.printed.cells import PrintedCell
from participatiemonitor.documents.printed.limits import Limits, exact, limits_of, step_of


def cell(published, value=None, flag="", low=None, high=None):
    return PrintedCell("rij", "kolom", value, low, high, flag, published)


@pytest.mark.parametrize(("published", "flag", "unit", "step"), [
    ("6,1%", "", "procent", 0.1), ("41%", "", "procent", 1), ("50%", "", "procent", 1),
    ("ongeveer 40%", "circa", "procent", 10), ("53.600", "", "aantal", 100),
    ("83.750", "", "aantal", 10), ("72.799", "", "aantal", 1), ("100.000", "", "aantal", 10_000),
    ("1,1 miljoen", "", "aantal", 100_000), ("1 miljoen", "", "aantal", 100_000),
    ("600 duizend", "circa", "aantal", 100_000), ("7", "", "aantal", 1),
    ("250.000?", "onzeker", "aantal", 50_000),
    ("ongeveer 15%", "circa", "procent", 5), ("ongeveer 14%", "circa", "procent", 1),
    ("ongeveer 5%", "circa", "procent", 1), ("2005", "", "jaar", 0), ("++", "", "graad", 0),
    ("driekwart", "woord", "procent", 0)])
def test_to_what_a_number_was_rounded(published, flag, unit, step):
    assert step_of(cell(published, flag=flag), unit) == pytest.approx(step)


@pytest.mark.parametrize(("one", "unit", "low", "high"), [
    (cell("6,1%", 6.1), "procent", 6.05, 6.15),
    (cell("10-15%", low=10, high=15), "procent", 10, 15),
    (cell("<1%", high=1), "procent", 0, 1),
    (cell("meer dan de helft", flag="woord", low=50), "procent", 50, 100),
    (cell("?", flag="onbekend"), "procent", 0, 100),
    (cell("-", flag="streepje"), "procent", 0, 5),
    (cell("1,1 miljoen", 1.1e6), "aantal", 1.05e6, 1.15e6)])
def test_between_which_ends_a_number_lies(one, unit, low, high):
    found = limits_of(one, unit)
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize("one", [cell("-", flag="streepje"), cell("nvt", flag="nvt"),
                                 cell("wachtlijst", flag="wachtlijst"), cell("?", flag="onbekend")])
def test_what_is_no_number_has_no_ends(one):
    assert limits_of(one, "aantal") is None


NUMBERS = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
RANGES = st.tuples(NUMBERS, NUMBERS, st.floats(0, 1)).map(
    lambda drawn: (Limits(min(drawn[:2]), max(drawn[:2])),
                   min(drawn[:2]) + drawn[2] * abs(drawn[0] - drawn[1])))


@given(RANGES, RANGES)
def test_what_follows_from_numbers_within_their_ends_is_within_the_ends_found(left, right):
    (one, a), (other, b) = left, right
    for found, value in ((one + other, a + b), (one - other, a - b), (one * other, a * b)):
        slack = 1e-6 * max(1.0, abs(value))
        assert found.low - slack <= value <= found.high + slack
    if abs(b) > 1e-3:
        found = one / other
        slack = 1e-6 * max(1.0, abs(a / b))
        assert found.low - slack <= a / b <= found.high + slack


def test_a_divisor_that_may_be_nought_leaves_everything_open():
    found = exact(1) / Limits(-1, 1, 0.5)
    assert (found.low, found.high) == (float("-inf"), float("inf"))


@pytest.mark.parametrize(("one", "other", "same"), [
    (Limits(4.5, 5.5), Limits(5.5, 6.5), False), (Limits(4.5, 5.5), Limits(5.4, 6.5), True),
    (exact(5.5), Limits(5.5, 6.5), True), (exact(5), exact(5), True), (exact(5), exact(6), False),
    (Limits(0, 1), Limits(2, 3), False)])
def test_numbers_that_only_touch_when_rounded_are_not_the_same(one, other, same):
    assert one.meets(other) is same
    assert other.meets(one) is same
