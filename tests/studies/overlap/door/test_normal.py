"""Identifiers are the same however an office writes them."""

import datetime as dt

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.studies.overlap.door.addresses import (
    additions,
    read_additions,
    read_houses,
    read_postcodes,
)
from participatiemonitor.studies.overlap.door.days import read_births, read_days
from participatiemonitor.studies.overlap.door.names import read_initials, read_surnames
from participatiemonitor.studies.overlap.door.numbers import read_numbers


def read(rule, *texts):
    """What a rule makes of texts."""
    return rule(pl.Series("x", list(texts), dtype=pl.String)).to_list()


def is_number(digits):
    """The eleven-test as it is told: 9 times the first, 8 times the second, … less the last."""
    total = 0
    for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True):
        total += weight * int(digit)
    return total % 11 == 0 and digits != "000000000"


@given(st.lists(st.integers(0, 999_999_999), min_size=1, max_size=50))
def test_the_eleven_test(numbers):
    """It passes what an independent one passes, of any nine digits."""
    digits = [f"{number:09}" for number in numbers]
    assert read(read_numbers, *digits) == [
        one if is_number(one) else None for one in digits]


@given(st.integers(1_000_000, 99_999_999), st.sampled_from(["{}", "{}.0", " {} ", "{:,}"]))
def test_numbers_of_eight_digits(number, shape):
    """A nought in front got lost; blanks and dots do not matter."""
    text = shape.format(number).replace(",", ".")
    digits = f"{number:09}"
    good = number >= 10_000_000 and is_number(digits)
    assert read(read_numbers, text) == [digits if good else None]


def test_numbers_however_they_are_written():
    """Among others, and alone."""
    good = ["111222333", "1112.22.333", "111 222 333", " 111222333\t", "111222333.0",
            "111\u00a0222\u00a0333"]
    assert read(read_numbers, *good) == ["111222333"] * len(good)
    assert [read(read_numbers, one) for one in good] == [["111222333"]] * len(good)
    wrong = ["111222334", "000000000", "00000000", "1112223330", "1112223", "+11222333",
             "-11222333", "11122233x", "1e8", "", None, "1112.22333,0", "١١١٢٢٢٣٣٣"]
    assert read(read_numbers, *wrong) == [None] * len(wrong)
    assert read(read_numbers, *wrong, *good) == [None] * len(wrong) + ["111222333"] * len(good)


@pytest.mark.parametrize("name, written", {
    "BERG": ["Berg", "van der Berg", "VAN DER BERG", "Berg, van der", "Berg van der", "v.d. Berg",
             "v/d Berg", "vd Berg", "v. d. Berg", "Bérg", " berg ", "van den  Berg", "Berg, P.J."],
    "HOF": ["'t Hof", "van 't Hof", "Van ’t Hof", "Hof, van 't", "`t Hof", "Hof van het"],
    "HERTOGENBOSCH": ["'s Hertogenbosch", "Hertogenbosch, van 's"],
    "SGRAVENDEEL": ["'s-Gravendeel", "s-gravendeel"],
    "JANSENDEVRIES": ["Jansen-de Vries", "Jansen - de Vries", "JANSEN-DE VRIES"],
    "VRIESJANSEN": ["de Vries-Jansen", "Vries-Jansen, de", "Vries - Jansen"],
    "OBRIEN": ["O'Brien", "O’Brien", "o brien"],
    "HONDT": ["d'Hondt", "D’Hondt", "Hondt, d'"],
    "IDRISSI": ["el Idrissi", "El-Idrissi", "Idrissi, el"],
    "SORENSEN": ["Sørensen", "von Sørensen", "SØRENSEN"],
    "LODZKA": ["Łódzka"], "STRASSER": ["Straßer", "Strasser"],
    "IJSSEL": ["van den ĳssel", "IJssel"],
    "DE": ["de"], "LE": ["Le"], "DERKS": ["Derks", "van Derks"], "VANDIJK": ["Vandijk"],
    "TERPSTRA": ["Terpstra"], "INDEN": ["Inden"], None: ["", " - ", "123", "李", None]}.items())
def test_surnames(name, written):
    """Without prefixes, accents and other signs."""
    assert read(read_surnames, *written) == [name] * len(written)
    assert [read(read_surnames, one) for one in written] == [[name]] * len(written)


def test_initials():
    """The first letter, of initials or of a first name."""
    texts = ("P.J.", "piet jan", " (P)", "Éva", "Øystein", "J", "", "?", None)
    assert read(read_initials, *texts) == ["P", "P", "P", "E", "O", "J", None, None, None]


DAYS = ["2012-03-09", "9-3-2012", "09-03-2012", "9/3/2012", "09.03.2012", "20120309",
        "2012-03-09 00:00:00", "2012-03-09T00:00:00.000Z", "9-3-2012 0:00", "9-3-2012 14:30:05",
        "40977", "40977.0", " 2012-03-09 ", "2012/03/09", "2012-3-9"]


def test_days_however_they_are_written():
    """Among others, and alone."""
    day = dt.date(2012, 3, 9)
    assert read(read_days, *DAYS) == [day] * len(DAYS)
    assert [read(read_days, one) for one in DAYS] == [[day]] * len(DAYS)


def test_what_is_no_day():
    """Impossible ones, those of which the century is not told, and years."""
    wrong = ["30-2-2012", "2012-13-01", "31-4-2012", "29-2-2011", "9-3-12", "12-03-09", "2012",
             "maart 2012", "00-00-0000", "0", "19800000", "1-1-0001", "2012-03-09x", "3/13/2012",
             "409770", "", None, "01022011"]
    assert read(read_days, *wrong) == [None] * len(wrong)
    assert read(read_days, "9999-12-31", "31-12-9999") == [dt.date(9999, 12, 31)] * 2
    assert read(read_births, "1-1-2150", "9999-12-31", "1879-12-31", "1880-1-1", "5-11-1984") == [
        None, None, None, "1880-01-01", "1984-11-05"]


@given(st.lists(st.dates(dt.date(1930, 1, 1), dt.date(2030, 1, 1)), min_size=1, max_size=20),
       st.data())
def test_every_day(days, data):
    """In any mixture of ways."""
    ways = (str, lambda d: f"{d.day}-{d.month}-{d.year}", lambda d: f"{d:%d/%m/%Y}",
            lambda d: f"{d:%Y%m%d}", lambda d: f"{d} 00:00:00",
            lambda d: str((d - dt.date(1899, 12, 30)).days))
    texts = [data.draw(st.sampled_from(ways))(day) for day in days]
    assert read(read_days, *texts) == days


def test_postcodes():
    """Four digits, of which the first is not 0, and two letters."""
    good = ["7419RX", "7419 RX", "7419rx", " 7419  rx ", "7419-RX"]
    assert read(read_postcodes, *good) == ["7419RX"] * len(good)
    wrong = ["0419RX", "7419", "7419RXX", "RX7419", "741 9R", "", None, "74190X"]
    assert read(read_postcodes, *wrong) == [None] * len(wrong)


@pytest.mark.parametrize("text, house, addition", [
    ("12", "12", ""), ("12a", "12", "A"), ("12 A", "12", "A"), ("12-2", "12", "2"),
    ("12/2", "12", "2"), ("12 bis", "12", "BIS"), ("12 a-2", "12", "A2"), ("012", "12", ""),
    ("12.0", "12", ""), (" 12 ", "12", ""), ("00012", "12", ""), ("0", None, ""),
    ("-12", None, ""), ("123456", None, ""), ("a12", None, "A12"), ("12 HS", "12", "HS")])
def test_houses(text, house, addition):
    """The number, and what is added to it."""
    for others in ((), ("1",), ("1", "3b")):
        found = read(read_houses, text, *others)[0], read(read_additions, text, *others)[0]
        assert found[0] == house
        assert house is None or found[1] == addition


def test_additions_of_their_own():
    """Capitals and digits; numbers that a program keeps as fractions."""
    assert read(additions, "a", "-A", "2.0", "", None, "bis ", "2") == [
        "A", "A", "2", "", None, "BIS", "2"]
