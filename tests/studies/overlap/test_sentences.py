"""Sentences of the report of overlap, for every outcome."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from participatiemonitor.studies.overlap.groups.told import ToldGroup, ToldGroups
from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.report import report
from participatiemonitor.studies.overlap.reporting.groups import groups_section
from participatiemonitor.studies.overlap.reporting.spoken import said
from participatiemonitor.studies.overlap.results.patterns import Kind
from participatiemonitor.studies.persons import cells
from participatiemonitor.studies.persons.cells import Share, Told

from .registers import EARLIER, cell, histogram, inputs, register

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


def test_a_combination_in_a_sentence():
    assert [said(names) for names in (["a"], ["a", "b"], ["a", "b", "c"])] == [
        "a", "a met b", "a met b en c"]
