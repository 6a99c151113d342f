"""Numbers and moments as text: the shortest that still says the same."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.survey.importing.as_text import moment, number, shortest, with_point


@given(st.floats(allow_nan=False))
def test_a_number_as_text_is_that_number(value):
    assert float(number(value)) == value


@given(st.integers(-10**14, 10**14))
def test_a_whole_number_has_no_point(value):
    assert number(float(value)) == str(value)


def test_what_is_no_number_is_missing():
    assert number(math.nan) == ""


@given(st.decimals(-10**9, 10**9, places=4).map(lambda value: f"{value:f}"))
def test_a_text_that_is_a_number_keeps_its_value(text):
    assert float(shortest(text)) == float(text) == float(with_point(text.replace(".", ",")))
    assert "." not in shortest(text) or not shortest(text).endswith((".", "0"))


@pytest.mark.parametrize(("value", "text"), [
    (dt.timedelta(hours=25, minutes=1), "25:01:00"), (dt.datetime(2016, 2, 1), "2016-02-01"),
    (dt.datetime(2016, 2, 1, 9, 0, 1), "2016-02-01 09:00:01"), (dt.time(9), "09:00:00"),
])
def test_moments_are_written_as_iso_does(value, text):
    assert moment(value) == text
