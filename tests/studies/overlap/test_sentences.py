"""Sentences of the report of overlap, for every outcome."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from participatiemonitor.studies.overlap.groups.told import ToldGroup, ToldGroups
from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.register import NOT, THROUGH
from participatiemonitor.studies.overlap.report import report
from participatiemonitor.studies.overlap.reporting.groups import groups_section
from participatiemonitor.studies.overlap.reporting.links import links_section
from participatiemonitor.studies.overlap.reporting.spoken import said, whole_rows
from participatiemonitor.studies.overlap.results.links import links_of
from participatiemonitor.studies.overlap.results.patterns import Kind
from participatiemonitor.studies.persons import cells
from participatiemonitor.studies.persons.cells import Share, Told

from .registers import EARLIER, cell, entered, histogram, inputs, pair, register

KEY = b"k" * 32


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """The door without its noise."""
    monkeypatch.setattr(cells, "NOISE", np.zeros_like(cells.NOISE))


def texts(rows, *, areas=(), homes=None, earlier=None, provisions=None):
    given = register(histogram(rows, areas=areas), homes and histogram(homes),
                     earlier=earlier and histogram(earlier))
    others = {} if provisions is None else {"provisions": provisions}
    return report(inputs(given, earlier=earlier and EARLIER, **others), KEY).texts


@pytest.mark.parametrize(("rows", "told"), [
    ([((0,), 50), ((0, 1), 2)],
     "Vrijwel niemand gebruikt meer dan één voorziening: hooguit 2 mensen."),
    ([((0, 1), 50)],
     "Van de mensen die een voorziening gebruiken, gebruikt vrijwel iedereen er meer dan één."),
    ([((0,), 60), ((0, 1), 20)],
     "Van de mensen die een voorziening gebruiken, gebruikt 25% er meer dan één.")])
def test_who_uses_more_than_one(rows, told):
    assert texts(rows)["kort-meer"] == told


def test_homes_are_told_beside_persons_and_who_has_none():
    rows = [((0,), 60), ((0, 1), 20)]
    short = "Van de huishoudens met een voorziening gebruikt 25% er meer dan één."
    assert texts(rows, homes=rows)["kort-huishoudens"] == short
    more = "Meer dan drie gebruikt vrijwel niemand: hooguit 2 huishoudens."
    assert texts(rows, homes=rows)["huishoudens"] == f"{short} {more}"
    given = register(histogram(rows), histogram(rows), homeless=cell(13))
    assert report(inputs(given), KEY).text("huishoudens") == (
        f"{short} {more} Alleen wie een adres heeft, telt daarin mee; 13 mensen hebben er geen.")
    assert texts(rows, homes=[((0,), 5)])["kort-huishoudens"] == ""
    assert "te weinig huishoudens" in texts(rows, homes=[((0,), 5)])["huishoudens"]


@pytest.mark.parametrize(("rows", "told"), [
    # All 40 of jeugdhulp use hulp: a larger share, of too few to be called the largest.
    ([((2,), 60), ((2, 3), 40)],
     "Van de gebruikers van huishoudelijke hulp gebruikt 40% ook jeugdhulp. Andersom is dat "
     "vrijwel iedereen."),
    ([((2,), 160), ((2, 3), 140)],
     "Van de gebruikers van jeugdhulp gebruikt vrijwel iedereen ook huishoudelijke hulp. Andersom "
     "is dat 47%."),
    ([((2,), 50), ((2, 3), 40)],
     "Welke voorzieningen het meest samengaan, is bij minder dan 100 gebruikers niet te zeggen.")])
def test_only_what_many_use_is_called_the_strongest_pair(rows, told):
    assert texts(rows)["samenloop-mensen"] == told


@pytest.mark.parametrize(("rows", "told"), [
    ([((2,), 60), ((2, 3), 40)],
     "Van de voorzieningen met 100 of meer gebruikers is samenloop het grootst bij huishoudelijke "
     "hulp: van de gebruikers gebruikt 40% ook iets anders."),
    ([((2, 3), 140), ((2,), 160)],
     "Samenloop is het grootst bij jeugdhulp: van de gebruikers gebruikt vrijwel iedereen ook iets "
     "anders."),
    ([((2,), 50), ((2, 3), 40)],
     "Waar samenloop het grootst is, is bij minder dan 100 gebruikers niet te zeggen.")])
def test_only_what_many_use_is_called_the_most_combined(rows, told):
    assert texts(rows)["voorzieningen"] == told


@pytest.mark.parametrize(("rows", "told"), [
    ([((0,), 50)], ""),
    ([((0, 1), 2), ((0,), 30)], ""),
    ([((0, 1), 60), ((0, 2), 60), ((0,), 30)],
     "De combinaties die het meest voorkomen, zijn bijstand met participatietraject en bijstand "
     "met huishoudelijke hulp, elk 50% van wie combineert."),
    ([((0, 1), 5), ((0,), 30)],
     "De combinatie die het meest voorkomt, is bijstand met participatietraject."),
    ([((0, 1), 50), ((0,), 90)],
     "De combinatie die het meest voorkomt, is bijstand met participatietraject."),
    ([((0, 1, 2), 90), ((0, 2), 30)],
     "De combinatie die het meest voorkomt, is bijstand met participatietraject en huishoudelijke "
     "hulp: 75% van wie combineert.")])
def test_which_combination_occurs_most(rows, told):
    assert texts(rows)["kort-combinatie"] == told


@pytest.mark.parametrize(("rows", "told"), [
    ([((0, 1), 200), ((0, 2), 4)], "Combineren gebeurt vrijwel altijd binnen één domein."),
    ([((0, 1), 4), ((0, 2), 200)],
     "Combineren gaat vrijwel altijd over de grenzen van domeinen heen."),
    ([((0, 1), 80), ((0, 2), 20)],
     "Combineren gebeurt vooral binnen één domein: bij 80% van wie combineert."),
    ([((0, 1), 20), ((0, 2), 80)],
     "Combineren gaat vooral over de grenzen van domeinen heen: bij 80% van wie combineert."),
    ([((0, 1), 60), ((0, 2), 60)],
     "Wie combineert, doet dat even vaak binnen één domein als over de grenzen heen."),
    ([((0, 1), 30), ((0, 2), 60)], ""),
    ([((0,), 40), ((0, 2), 4)], "")])
def test_whether_combining_stays_within_a_domain(rows, told):
    assert texts(rows)["kort-grenzen"] == told


def test_too_few_who_combine_to_say_where_they_stay():
    assert texts([((0,), 40), ((0, 2), 4)])["grenzen"] == (
        "Er zijn te weinig mensen die combineren om te zeggen of dat binnen een domein blijft.")


@pytest.mark.parametrize(("rows", "told"), [
    ([(0, (0,), 50), (0, (0, 1), 50), (1, (0,), 50), (1, (0, 1), 52)],
     "Tussen gebieden is geen verschil te zien in hoeveel mensen meer dan één voorziening "
     "gebruiken."),
    ([(0, (0, 1), 50), (1, (0,), 5)],
     "Alleen over A is genoeg bekend om te laten zien. Eén gebied heeft minder dan 30 "
     "gebruikers, en is niet apart te zien."),
    ([(0, (0, 1), 90), (1, (0,), 90), (2, (0,), 90), (3, (0,), 3), (4, (0,), 3)],
     "In A combineren mensen het vaakst (vrijwel iedereen), in B en C het minst vaak (hooguit 3%). "
     "Twee gebieden hebben minder dan 30 gebruikers, en zijn niet apart te zien."),
    ([(0, (0,), 4), (1, (0, 1), 5), (1, (1,), 3)],
     "In geen enkel gebied zijn 30 of meer mensen met een voorziening.")])
def test_areas(rows, told):
    areas = "ABCDE"[:1 + max(row[0] for row in rows)]
    assert texts(rows, areas=tuple(areas))["gebieden"] == told


@pytest.mark.parametrize(("before", "told"), [
    ([((0,), 60), ((0, 1), 20)],
     "Sinds 31 maart 2011 is het deel van de gebruikers met meer dan één voorziening niet "
     "aantoonbaar veranderd."),
    ([((0,), 20), ((0, 1), 60)],
     "Sinds 31 maart 2011 is het deel van de gebruikers met meer dan één voorziening gedaald van "
     "75% naar 25%."),
    ([((0,), 4)],
     "Of meer mensen voorzieningen combineren dan op 31 maart 2011, is niet te zeggen: daarvoor "
     "zijn er te weinig gebruikers.")])
def test_change(before, told):
    assert texts([((0,), 60), ((0, 1), 20)], earlier=before)["kort-verandering"] == told


def test_an_earlier_day_of_which_nothing_is_there():
    given = register(histogram([((0,), 60), ((0, 1), 20)]))
    made = report(inputs(given, earlier=EARLIER), KEY)
    assert made.text("verandering") == "Van 31 maart 2011 staat er niets in de lijsten."
    assert dt.date(2011, 3, 31) == EARLIER


def test_what_changed_most_goes_both_ways_where_it_is_a_tie():
    made = texts([((0,), 80), ((1,), 40), ((2,), 60)],
                 earlier=[((0,), 40), ((1,), 80), ((2,), 60)])
    assert made["verandering-voorzieningen"] == (
        "Het aantal gebruikers veranderde het meest bij bijstand en participatietraject. Bij twee "
        "van de vier voorzieningen is het verschil niet aantoonbaar: dat kan de ruis hebben "
        "gemaakt.")
    assert "ongeveer gelijk" in made["verandering"]


def test_provisions_that_matter_equally_are_all_named():
    # Of a and b alike 100 use it alone and 100 both: ten percent of each may be either.
    assert texts([((0,), 100), ((1,), 100), ((0, 1), 100)])["strenger"].startswith(
        "Het meest hangt de samenloop af van de toegang tot bijstand en participatietraject: wordt "
        "een daarvan strenger, dan kan het deel met meer dan één voorziening uitkomen op ")


def test_what_is_not_among_the_commonest_in_the_figure_is_said_to_have_no_dot():
    rows, unmarked = [((0, 1), 40), ((0,), 30)], "Waar in de figuur een punt ontbreekt"
    assert unmarked not in texts(rows, homes=rows)["combinaties"]
    assert unmarked not in texts(rows)["combinaties"]
    assert unmarked in texts(rows, homes=[((0, 2), 40)])["combinaties"]


def test_homes_are_only_said_to_be_counted_where_they_are():
    rows = [((0, 1), 40), ((0,), 30)]
    assert texts(rows)["bestand"].startswith("Dit verslag telt mensen, voorzieningen en")
    assert texts(rows, homes=rows)["bestand"].startswith("Dit verslag telt mensen en huishoudens, ")


def test_equal_weights_are_said_to_be_equal():
    rows = [((0,), 50), ((0, 1), 50)]
    assert texts(rows)["gewicht"].startswith("Alle voorzieningen wegen even zwaar")
    heavy = (Provision("a", "r", "werk", 1), Provision("b", "s", "zorg", 8))
    given = register(histogram(rows, 2))
    # 50 + 50 * 9 = 500, of which 450 are with who combines: 90%, of half of the users.
    assert report(inputs(given, heavy), KEY).text("gewicht") == (
        "Van al het gebruik, gewogen, is 90% van wie meer dan één voorziening gebruikt: meer dan "
        "hun deel van de gebruikers, dat 50% is.")


KINDS = tuple(Kind(name, frozenset({"werk"})) for name in ("bijstand", "hulp", "jeugdzorg"))


def group(count, marks, stable, percent):
    return ToldGroup(Told(count), Share(percent), Share(10), (Share(50),) * 3, marks, stable)


@pytest.mark.parametrize(("stable", "told"), [
    ((0.95, 0.9), "De indeling is heel stabiel"), ((0.95, 0.8), "De indeling is stabiel"),
    ((0.95, 0.7), "Niet alle groepen zijn stabiel: groep 2 is"),
    ((0.5, 0.3), "De indeling is niet stabiel")])
def test_how_stable_groups_are_in_words(stable, told):
    found = ToldGroups((group(60, (0, 1), stable[0], 60), group(40, (2,), stable[1], 40)), False)
    made = groups_section(found, KINDS)
    assert made.texts["stabiel"].startswith(told)
    assert made.texts["kort-groepen"] == (
        "Naar wat zij gebruiken vallen mensen in twee groepen uiteen: rond bijstand en jeugdzorg.")
    assert made.texts["groepen"].endswith(
        "De kleinste groep, 40% van de gebruikers, draait om jeugdzorg. Wat een groep gebruikt, is "
        "geteld in combinaties die vaak genoeg voorkomen om te tonen; andere mensen gebruiken "
        "combinaties die daar te zeldzaam voor zijn.")
    assert "volgt uit de gegevens" in made.texts["aantal-groepen"]


def test_groups_with_the_same_mark_are_not_named_by_it():
    found = ToldGroups(tuple(group(50, (0, place), 0.9, 50) for place in (1, 2)), True)
    assert groups_section(found, KINDS).texts["kort-groepen"] == (
        "Naar wat zij gebruiken vallen mensen in twee groepen uiteen. De grootste draait om "
        "bijstand en hulp.")


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


def test_a_combination_in_a_sentence():
    assert [said(names) for names in (["a"], ["a", "b"], ["a", "b", "c"])] == [
        "a", "a met b", "a met b en c"]
