"""What people and documents write, and what it says."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.amounts import COUNT, EURO, SHARE, middle, read_amount

WRITTEN = [
    ("12", SHARE, 12, 12, 12), ("12,5", SHARE, 12.5, 12.5, 12.5),
    ("12,5 %", SHARE, 12.5, 12.5, 12.5),
    ("10-15%", SHARE, 10, None, 15), ("10–15%", SHARE, 10, None, 15),
    ("10% - 15%", SHARE, 10, None, 15), ("10 tot 15 procent", SHARE, 10, None, 15),
    ("10 tot en met 15", COUNT, 10, None, 15), ("?", SHARE, 0, None, 100),
    ("Onbekend", SHARE, 0, None, 100), ("?", COUNT, 0, None, math.inf), ("<1%", SHARE, 0, None, 1),
    ("hooguit 5", COUNT, 0, None, 5), (">60%", SHARE, 60, None, 100),
    ("minstens 60", COUNT, 60, None, math.inf), ("-", SHARE, 0, None, 5), ("–", SHARE, 0, None, 5),
    ("ongeveer 40%", SHARE, 35, 40, 45), ("ca. 15%", SHARE, 12.5, 15, 17.5),
    ("circa 100%", SHARE, 50, 100, 100), ("33%?", SHARE, 32.5, 33, 33.5),
    ("250.000?", COUNT, 225_000, 250_000, 275_000), ("1,1 miljoen", COUNT, 1.1e6, 1.1e6, 1.1e6),
    ("2 duizend", COUNT, 2000, 2000, 2000), ("53.600", COUNT, 53_600, 53_600, 53_600),
    ("€ 12.500,-", EURO, 12_500, 12_500, 12_500), ("€ 10.000–€ 15.000", EURO, 1e4, None, 1.5e4),
    ("0", SHARE, 0, 0, 0), ("ongeveer 0", COUNT, 0, 0, 0.5)]


@pytest.mark.parametrize(("text", "unit", "low", "value", "high"), WRITTEN)
def test_what_is_written_has_ends(text, unit, low, value, high):
    found = read_amount(text, unit)
    assert (found.low, found.value, found.high) == pytest.approx((low, value, high))


@pytest.mark.parametrize(("text", "unit", "name"), [
    ("", SHARE, "percentage"), ("veel", COUNT, "aantal"), ("-5", COUNT, "aantal"),
    ("15-10%", SHARE, "percentage"), ("101", SHARE, "percentage"), ("<150%", SHARE, "percentage"),
    (">101%", SHARE, "percentage"), ("-", COUNT, "aantal"), ("1.5", COUNT, "aantal"),
    ("1e9", EURO, "bedrag"), ("ongeveer 140%", SHARE, "percentage"), ("٣", COUNT, "aantal"),
    ("12\x1b[31m", COUNT, "aantal")])
def test_what_says_nothing_is_refused(text, unit, name):
    with pytest.raises(InputError, match=f"is geen {name}; verwacht: een getal"):
        read_amount(text, unit)


@given(st.floats(0, 1e7), st.integers(0, 3))
def test_a_number_is_read_as_the_report_writes_it(value, digits):
    text = dutch.decimal(value, digits)
    assert read_amount(text, COUNT).value == pytest.approx(dutch.half_up(value, digits))


def test_users_are_read_as_the_document_has_them(repository):
    """What 2005 printed of users, doubt and millions included."""
    cells = read_printed(repository)["divosa2005"].tables["t42"].cells.items()
    seen = 0
    for (_, column), cell in cells:
        if column == "gebruikers" and cell.flag in ("", "onzeker", "onbekend"):
            assert read_amount(cell.published, COUNT).value == cell.value, cell.published
            seen += 1
    assert seen > 15


@pytest.mark.parametrize(("limits", "expected"), [
    (exact(3), 3), (Limits(10, 15), 12.5), (Limits(0, math.inf), None), (Limits(1, 9, 2), 2)])
def test_the_middle(limits, expected):
    assert middle(limits) == expected
