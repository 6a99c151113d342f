"""What is said of linking, for every outcome."""

from __future__ import annotations

import numpy as np
import pytest

from participatiemonitor.studies.overlap.register import NOT, THROUGH
from participatiemonitor.studies.overlap.reporting.links import links_section
from participatiemonitor.studies.overlap.reporting.spoken import whole_rows
from participatiemonitor.studies.overlap.results.links import links_of
from participatiemonitor.studies.persons import cells

from .registers import cell, entered, histogram, pair, register

KEY = b"k" * 32


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """The door without its noise."""
    monkeypatch.setattr(cells, "NOISE", np.zeros_like(cells.NOISE))


def links(pairs, suppliers=("A", "B", "C"), **others):
    given = register(histogram([((0,), 50)]), pairs=tuple(pairs), persons={
        name: cell(100, place) for place, name in enumerate(suppliers)}, **others)
    return links_section(links_of(given, KEY), given)


@pytest.mark.parametrize(("ways", "told"), [
    (("nummer", "nummer", "nummer"), "Alle drie de leveranciers zijn te koppelen."),
    (("nummer", NOT, "nummer"),
     "Niet te koppelen was A met C: wie bij beide komt, telt daar twee keer. De samenloop is een "
     "ondergrens."),
    (("nummer", NOT, NOT),
     "Niet te koppelen waren A met C en B met C: wie bij beide komt, telt daar twee keer. De "
     "samenloop is een ondergrens."),
    (("nummer", THROUGH, "naam"),
     "Alle drie de leveranciers zijn te koppelen. Sommige paren zijn alleen via een derde lijst te "
     "koppelen: wie in geen lijst met nummer én naam staat, is dan niet te vinden. De samenloop is "
     "een ondergrens."),
    ((NOT, NOT, NOT),
     "De leveranciers zijn niet te koppelen: hun lijsten hebben geen sleutel gemeen. Samenloop "
     "tussen hen is hier niet te zien.")])
def test_what_could_be_linked(ways, told):
    pairs = [pair(*names, way) for names, way in zip((("A", "B"), ("A", "C"), ("B", "C")), ways,
                                                     strict=True)]
    made = links(pairs)
    assert made.texts["kort-koppeling"] == told
    rows = next(table for table in made.tables if table.name == "koppelingen").rows
    assert [row[1] == "niet" for row in rows] == [way == NOT for way in ways]
    assert all(row[2:] == (None,) * 4 for row in rows if row[1] == "niet")


@pytest.mark.parametrize(("both", "told"), [
    ((0, 50, 50), "Vrijwel niemand is gevonden bij A met B: hooguit twee mensen."),
    ((2, 50, 1), "Vrijwel niemand is gevonden bij A met B en B met C: hooguit twee mensen per "
     "paar."),
    ((50, 3, 50), "")])
def test_pairs_that_have_nobody_in_common_are_named(both, told):
    pairs = [pair(*names, both=count) for names, count in zip(
        (("A", "B"), ("A", "C"), ("B", "C")), both, strict=True)]
    made = links(pairs)
    assert made.texts["koppelingen"] == (
        "Alle drie de leveranciers zijn te koppelen. Van de paren zijn er drie op nummer "
        f"gekoppeld. {told}".strip())
    assert made.texts["kort-koppeling"] == "Alle drie de leveranciers zijn te koppelen."


def test_many_pairs_that_have_nobody_in_common_are_counted():
    pairs = [pair("A", "B"), *(pair("A", other, both=0) for other in "CDEF")]
    assert links(pairs, "ABCDEF").texts["koppelingen"].endswith(
        "Bij vier van de vijf paren leveranciers is vrijwel niemand bij beide gevonden: hooguit "
        "twee mensen per paar.")


def test_lists_that_have_nobody_in_common_at_all_are_told_so_in_short():
    pairs = [pair("A", other, both=few) for other, few in (("B", 0), ("C", 2))]
    assert links(pairs).texts["kort-koppeling"] == (
        "Alle drie de leveranciers zijn te koppelen. Bij geen enkel paar leveranciers zijn mensen "
        "bij beide gevonden, op hooguit twee per paar na.")


def test_who_was_found_through_a_third_is_counted_apart():
    made = links([pair("A", "B", THROUGH, 40, 40)], ("A", "B"), through=cell(40))
    assert made.texts["kort-koppeling"] == (
        "Beide leveranciers zijn te koppelen. Zij zijn alleen via een derde lijst te koppelen: wie "
        "in geen lijst met nummer én naam staat, is dan niet te vinden. De samenloop is een "
        "ondergrens.")
    assert made.texts["via-derde"].startswith("40 mensen zijn alleen gevonden doordat")
    assert links([pair("A", "B")], ("A", "B")).texts["via-derde"] == ""


@pytest.mark.parametrize(("way", "both", "through", "told"), [
    (THROUGH, 40, 41, (40, 40)), ("nummer", 40, 7, (40, 7)), ("nummer", 40, 45, (40, 40)),
    ("nummer", 40, 0, (40, "hooguit 2"))])
def test_who_is_found_through_a_third_is_part_of_who_is_with_both(way, both, through, told):
    made = links([pair("A", "B", way, both, through)], ("A", "B"))
    assert next(table.rows[0][2:4] for table in made.tables if table.name == "koppelingen") == told


def test_one_supplier_has_nothing_to_link():
    made = links([], "A")
    assert (made.texts["kort-koppeling"], made.texts["koppelingen"]) == ("", "")
    assert next(table.note for table in made.tables if table.name == "koppelingen") == (
        "Er is één leverancier, A: er is niets te koppelen")


def test_what_came_in_is_said_of_each_list():
    lists = (entered("A", 1234, failed={"geen geldig nummer": 218, "geen adres": 1, "geen naam": 7},
                     left_out=218),
             entered("A", 70, numbers=False, homes=False),
             entered("B", 995, numbers=False, names=False, homes=False))
    made = links([pair("A", "B")], ("A", "B"), entered=lists, ambiguous=131, homeless=cell(30))
    assert made.texts["lijsten"] == (
        "Er zijn drie lijsten gelezen. Ongeveer 220 rijen horen bij niemand: een geldig nummer of "
        "een volledige naam ontbreekt daar.")
    assert made.texts["niet-gekoppeld"].startswith(
        "Ongeveer 130 namen met geboortedatum en adres horen bij")
    assert "Van 30 mensen is geen adres bekend" in made.texts["niet-gekoppeld"]
    found = {table.name: table.rows for table in made.tables}
    assert found["lijsten"] == (
        ("A, lijst 1", 1200, "nummer, naam en adres", 220),
        ("A, lijst 2", "minder dan 100", "naam", "hooguit 2"), ("B", 1000, "niets", "hooguit 2"))
    assert found["fouten-in-lijsten"] == (
        ("A, lijst 1", "geen geldig nummer", 220), ("A, lijst 1", "geen naam", "minder dan 100"))


def test_nought_to_two_rows_and_names_are_told_alike():
    told = [links([pair("A", "B")], ("A", "B"), ambiguous=few, entered=(
        entered("A", 500, failed={"geen adres": few}, left_out=few), entered("B", 500)))
        for few in range(3)]
    assert told[0] == told[1] == told[2]
    assert "Op hooguit twee rijen na was elke rij van iemand." in told[0].texts["lijsten"]


def test_how_long_a_list_is_is_told_in_two_digits():
    assert [whole_rows(rows) for rows in (0, 99, 100, 994, 1250, 25_400_000)] == [
        "minder dan 100", "minder dan 100", 100, 990, 1300, 25_000_000]
