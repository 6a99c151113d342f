"""Sentences that the data choose, as they read for every outcome."""

import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from participatiemonitor.studies.indicators import comparisons, sentences, summary
from participatiemonitor.studies.indicators.adjusted import Adjusted, Choice
from participatiemonitor.studies.indicators.counts import PROPORTION, RATE, Counts
from participatiemonitor.studies.indicators.definitions import Indicator
from participatiemonitor.studies.indicators.groups import Group, Grouped
from participatiemonitor.studies.indicators.inputs import Deviation, Measured
from participatiemonitor.studies.indicators.measures import measures
from participatiemonitor.studies.indicators.traits import Compared, Trait

TRAIT = Trait("aanpak", True, 2, 40)


def measure(*counts, target=None, kind=PROPORTION, name="Werk"):
    """An indicator of municipalities A, B, …, each with (events, base)."""
    names = tuple(chr(65 + place) for place in range(len(counts)))
    events, at_risk = (np.array(each, dtype=float) for each in zip(*counts, strict=True))
    one = Indicator("werk", name, kind, "d", "t", "n", "p", "m")
    return measures([Measured(one, target, Counts(kind, names, events, at_risk))])[0]


def standing(high=(), low=(), over=None, size=12, dispersed=True):
    """Who stand out, whatever they counted."""
    found = measure(*[(40, 100)] * size, target=0.4)
    names = (*high, *low)
    sides = np.array([1.0 if name in high else -1.0 if name in low else 0.0
                      for name in found.judged.municipalities])
    judged = replace(found.judged, allowed=replace(found.judged.allowed, z=sides),
                     found=replace(found.judged.found, names=names),
                     dispersion=SimpleNamespace(factor=over or 1.0) if dispersed else None)
    return replace(found, judged=judged)


def compared(p, *values, trait=TRAIT, equal=False):
    """Groups of a trait, in the order of (name, value), that differ as is said."""
    groups = tuple(Group((name,), ("A",), 1, 1, value, 0, 1, 0, 1, 0, 1) for name, value in values)
    grouped = Grouped((trait.name,), groups, 1, 1, p, math.nan if equal else p)
    choices = tuple(Choice(name, 1, value, 1, 1, 1) for name, value in values)
    return Compared(trait, grouped,
                    Adjusted(trait.name, ("grootte",), choices, 1, p) if equal else None)


LEVELS = [
    ([(2, 9), (3, 8)], {}, "Geen gemeente heeft genoeg mensen om iets te tonen: daarvoor zijn er "
     "tien nodig."),
    ([(30, 100), (3, 8)], {}, "Alleen A telt mee, met 30%."),
    ([(1, 50)], {}, "Alleen A telt mee, met hooguit 4%."),
    ([(30, 100), (40, 100)], {}, "Twee gemeenten komen samen op 35%: van 30% in A tot 40% in B."),
    ([(30, 100), (60, 200)], {}, "Twee gemeenten komen samen op 30%, en alle op hetzelfde."),
    ([(251, 1000), (254, 1000)], {}, "Twee gemeenten komen samen op 25%: van 25,1% in A tot 25,4% "
     "in B."),
    ([(30, 100), (30, 100), (40, 100)], {},
     "Drie gemeenten komen samen op 33%: van 30% in A en B tot 40% in C."),
    ([(30, 100)] * 4 + [(40, 100)], {},
     "Vijf gemeenten komen samen op 32%: van 30% in vier gemeenten tot 40% in E."),
    ([(1, 50), (5, 50), (20, 50)], {},
     "Drie gemeenten komen samen op 17%: van hooguit 4% in A tot 40% in C."),
    ([(1, 10), (15, 100), (20, 50)], {}, "Drie gemeenten komen samen op 23%, en voor zover "
     "precies te tonen van 15% in B tot 40% in C."),
    ([(19, 20), (10, 20)], {}, "Twee gemeenten komen samen op 73%: van 50% in B tot minstens 90% "
     "in A."),
    ([(1, 20), (2, 30)], {}, "Twee gemeenten komen samen op 4%."),
    ([(30, 100), (40, 100)], {"target": 0.5}, "Gemeenten worden vergeleken met het richtpunt van "
     "50%. Twee gemeenten komen samen op 35%: van 30% in A tot 40% in B."),
    ([(30, 10), (40, 10)], {"kind": RATE},
     "Geteld is per 100 van de noemer: n. Twee gemeenten komen samen op 350,0 per 100: van "
     "300,0 per 100 in A tot 400,0 per 100 in B."),
    ([(300, 10), (400, 10)], {"kind": RATE},
     "Geteld is per eenheid van de noemer: n. Twee gemeenten komen samen op 35,0: van 30,0 in "
     "A tot 40,0 in B.")]


@pytest.mark.parametrize(("counts", "more", "said"), LEVELS)
def test_what_municipalities_reach(counts, more, said):
    assert sentences.level(measure(*counts, **more)) == said


INSIDE, BELOW, FAR = (50, 100), (38, 100), (30, 100)
OUTSIDE = [
    ([INSIDE], {}, "Zonder andere gemeente of een richtpunt is er niets om mee te vergelijken."),
    ([(4, 9)], {}, ""),
    ([INSIDE], {"target": 0.5}, "Dat past bij het richtpunt van 50%, als toeval wordt "
     "meegerekend."),
    ([FAR], {"target": 0.5}, "Dat is minder dan het richtpunt van 50% en toeval verklaren."),
    ([(70, 100)], {"target": 0.5}, "Dat is meer dan het richtpunt van 50% en toeval verklaren."),
    ([INSIDE] * 5, {"target": 0.5}, "Van vijf gemeenten zou er door toeval meestal geen enkele "
     "buiten de grenzen van 95% liggen. Het is er geen."),
    ([INSIDE] * 19 + [BELOW], {"target": 0.5}, "Van 20 gemeenten zou er door toeval ongeveer één "
     "buiten de grenzen van 95% liggen. Het is er één, binnen die van 99,8%."),
    ([INSIDE] * 39 + [FAR], {"target": 0.5}, "Van 40 gemeenten zouden er door toeval ongeveer twee "
     "buiten de grenzen van 95% liggen. Het is er één, ook buiten die van 99,8%."),
    ([INSIDE, BELOW, BELOW], {"target": 0.5}, "Van drie gemeenten zou er door toeval meestal geen "
     "enkele buiten de grenzen van 95% liggen. Het zijn er twee, beide binnen die van 99,8%."),
    ([FAR] * 3, {"target": 0.5}, "Van drie gemeenten zou er door toeval meestal geen enkele buiten "
     "de grenzen van 95% liggen. Het zijn er drie, alle ook buiten die van 99,8%."),
    ([BELOW, BELOW, FAR], {"target": 0.5}, "Van drie gemeenten zou er door toeval meestal geen "
     "enkele buiten de grenzen van 95% liggen. Het zijn er drie, waarvan één ook buiten die van "
     "99,8%.")]


@pytest.mark.parametrize(("counts", "more", "said"), OUTSIDE)
def test_who_lie_outside(counts, more, said):
    assert sentences.by_chance(measure(*counts, **more)) == said


@pytest.mark.parametrize(("high", "low", "clause", "inverted"), [
    ((), (), "geen gemeente ligt opvallend hoog of laag",
     "ligt geen gemeente opvallend hoog of laag"),
    ("A", (), "A ligt opvallend hoog", "ligt A opvallend hoog"),
    ((), "ABC", "A, B en C liggen opvallend laag", "liggen A, B en C opvallend laag"),
    ("ABCD", "E", "vier gemeenten liggen opvallend hoog en E opvallend laag",
     "liggen vier gemeenten opvallend hoog en E opvallend laag"),
])
def test_who_stand_out(high, low, clause, inverted):
    found = standing(high, low).judged
    assert sentences.finding(found) == clause
    assert sentences.finding(found, inverted=True) == inverted


@pytest.mark.parametrize(("more", "said"), [
    ({}, "In het algemeen lopen zij niet verder uiteen dan toeval verklaart. A ligt opvallend "
     "hoog."),
    ({"over": 2.04}, "Ook gewone gemeenten lopen 2,0 keer zo ver uiteen als toeval verklaart. "
     "Wordt dat meegerekend, dan ligt A opvallend hoog."),
    ({"over": 1.03}, "Ook gewone gemeenten lopen iets verder uiteen dan toeval verklaart. Wordt "
     "dat meegerekend, dan ligt A opvallend hoog."),
    ({"dispersed": False}, "Met zo weinig gemeenten is niet te zeggen of alle verder uiteenlopen "
     "dan toeval verklaart, of enkele; daarvoor zijn er tien nodig. Wordt alleen met toeval "
     "gerekend, dan ligt A opvallend hoog."),
])
def test_how_far_they_differ(more, said):
    assert sentences.spread(standing("A", **more)) == said


def test_of_one_municipality_nothing_differs():
    assert sentences.spread(measure((30, 100))) == ""
    assert sentences.spread(measure((30, 100), target=0.5)) == ""


def test_nine_municipalities_are_too_few_to_see_how_all_differ():
    assert measure(*[(40, 100)] * 9).judged.dispersion is None
    assert measure(*[(40, 100)] * 10).judged.dispersion is not None


@pytest.mark.parametrize(("counts", "said"), [
    ([(30, 100)], ""),
    ([(3, 9)], ""),
    ([(30, 100), (3, 9)], "B blijft buiten de vergelijking, omdat zij minder dan tien mensen "
     "telt."),
    ([(30, 100), (3, 9), (2, 4)], "B en C blijven buiten de vergelijking, omdat elk van hen minder "
     "dan tien mensen telt."),
])
def test_who_have_too_few(counts, said):
    assert sentences.left_out(measure(*counts)) == said


@pytest.mark.parametrize(("found", "said"), [
    (compared(0.5, ("een", 0.3)), "Op “aanpak” zijn alle gemeenten gelijk: “een”."),
    (compared(0.5, ("een", 0.3), ("twee", 0.3)), "Naar “aanpak” komen alle groepen op 30%."),
    (compared(0.5, ("een", 0.3), ("twee", 0.2)), "Naar “aanpak” loopt het van 20% bij “twee” tot "
     "30% bij “een”. Dat is niet meer dan gemeenten in een groep onderling verschillen."),
    (compared(0.01, ("een", 0.3), ("twee", 0.301), equal=True), "Naar “aanpak” loopt het, bij "
     "gelijke context, van 30,0% bij “een” tot 30,1% bij “twee”. Dat is meer dan gemeenten in een "
     "groep onderling verschillen."),
    (compared(math.nan, ("een", 0.3), ("twee", 0.2)), "Naar “aanpak” loopt het van 20% bij “twee” "
     "tot 30% bij “een”; of dat meer is dan gemeenten in een groep onderling verschillen, is met "
     "deze groepen niet te zeggen."),
])
def test_groups_on_one_indicator(found, said):
    assert comparisons.sentence(measure((30, 100), (40, 100)), found) == said


UP = [("een", 0.3), ("twee", 0.2)]
DOWN = [("een", 0.2), ("twee", 0.3)]
THREE = [("een", 0.3), ("twee", 0.2), ("drie", 0.1)]
POLICIES = [
    ([], "Of de keuze bij “aanpak” verschil maakt, is met deze gemeenten niet te zeggen"),
    ([compared(math.nan, *UP)], "Of de keuze bij “aanpak” verschil maakt, is met deze gemeenten "
     "niet te zeggen"),
    ([compared(0.4, *UP)], "De keuze bij “aanpak” gaat niet samen met een duidelijk verschil"),
    ([compared(0.4, *UP), compared(0.05, *UP)], "De keuze bij “aanpak” gaat op geen van de "
     "indicatoren samen met een duidelijk verschil"),
    ([compared(0.01, *UP)], "Bij “een” is het hoger dan bij “twee”"),
    ([compared(0.01, *UP, equal=True), compared(0.3, *DOWN, equal=True)], "Bij “een” is het hoger "
     "dan bij “twee” op één van de twee indicatoren, ook bij gelijke context"),
    ([compared(0.01, *UP, equal=True), compared(0.01, *DOWN)],
     "De keuze bij “aanpak” gaat samen met een verschil op beide indicatoren"),
    ([compared(0.01, *THREE, equal=True)] * 3, "De keuze bij “aanpak” gaat samen met een verschil "
     "op alle drie indicatoren, ook bij gelijke context, en bij “een” is het het hoogst"),
    ([compared(0.01, *UP, trait=Trait("vorm", True, 2, 40)), compared(0.4, *UP)],
     "De keuze bij “aanpak” gaat niet samen met een duidelijk verschil")]


@pytest.mark.parametrize(("found", "said"), POLICIES)
def test_a_policy_on_all_indicators(found, said):
    assert comparisons.by_policy(TRAIT, found) == said


@pytest.mark.parametrize(("traits", "said"), [
    ([TRAIT], ""),
    ([Trait("a", True, 1, 1), Trait("b", False, 1, 1)],
     "Met één gemeente zijn er geen groepen te vergelijken."),
    ([Trait("a", True, 1, 40), Trait("b", True, 1, 40), Trait("c", False, 13, 40),
      Trait("d", False, 40, 40)],
     "Op “a” en “b” zijn alle gemeenten gelijk, zodat er niets te vergelijken is. Op “d” is elke "
     "gemeente anders, zodat er geen groepen te vergelijken zijn. Op “c” zijn er meer dan twaalf "
     "waarden, en dat zijn te veel groepen om te vergelijken: voeg waarden samen tot klassen."),
])
def test_traits_that_make_no_groups(traits, said):
    assert comparisons.no_groups(traits) == said


WERK, BUURT = (replace(standing(*who), indicator=Indicator("i", name, *"kdtnpm"))
               for name, who in (("Werk", ("A", "B")), ("Buurt", ("A",))))


@pytest.mark.parametrize(("found", "said"), [
    ([measure((30, 100))], "Er is niets te vergelijken: daarvoor is een tweede gemeente met genoeg "
     "mensen nodig, of een richtpunt."),
    ([standing()], "Geen gemeente ligt ergens opvallend hoog of laag."),
    ([WERK, standing()], "Bij “Werk” ligt A opvallend hoog en B opvallend laag."),
    ([WERK, BUURT], "Bij “Werk” ligt A opvallend hoog en B opvallend laag. Bij “Buurt” ligt A "
     "opvallend hoog."),
    ([WERK, BUURT, BUURT, BUURT], "Op alle vier indicatoren liggen een of meer gemeenten opvallend "
     "hoog of laag, het vaakst A: op vier."),
    ([WERK, WERK, BUURT, standing((), "B")], "Op alle vier indicatoren liggen een of meer "
     "gemeenten opvallend hoog of laag, het vaakst A en B: elk op drie."),
    ([standing("A"), standing("B"), standing("C"), standing("D"), standing()], "Op vier van de "
     "vijf indicatoren liggen een of meer gemeenten opvallend hoog of laag."),
])
def test_who_stand_out_on_all_indicators(found, said):
    assert summary.standing_out(found) == said


@pytest.mark.parametrize(("found", "said"), [
    ([measure((30, 100))], ""),
    ([standing(dispersed=False)], "Er zijn te weinig gemeenten om te zien of zij in het algemeen "
     "verder uiteenlopen dan toeval verklaart."),
    ([standing()], "In het algemeen lopen gemeenten niet verder uiteen dan toeval verklaart."),
    ([standing(), standing()], "In het algemeen lopen gemeenten op geen indicator verder uiteen "
     "dan toeval verklaart."),
    ([standing(over=2)], "Ook gewone gemeenten lopen verder uiteen dan toeval verklaart; alleen "
     "wie daar nog buiten valt, heet hier opvallend."),
    ([standing(over=2), standing()], "Op één van de twee indicatoren lopen ook gewone gemeenten "
     "verder uiteen dan toeval verklaart; alleen wie daar nog buiten valt, heet hier opvallend."),
])
def test_how_far_municipalities_differ_on_all_indicators(found, said):
    assert summary.differing(found) == said


def test_how_many_were_compared():
    one, two = measure((30, 100)), measure((30, 100), (3, 9))
    assert summary.compared_on([one]) == "Eén gemeente is bekeken op één indicator."
    assert summary.compared_on([one, two]) == "Twee gemeenten zijn vergeleken op twee indicatoren."


@pytest.mark.parametrize(("who", "said"), [
    ([], ""),
    ([("L", "Werk"), ("L", "Werk")], "L telt bij “Werk” niet mee, omdat zij daar iets anders heeft "
     "gemeten."),
    ([("L", "Werk"), ("M", "Werk")], "L en M tellen bij “Werk” niet mee, omdat zij daar iets "
     "anders hebben gemeten."),
    ([("L", "Werk"), ("L", "Buurt")], "L telt bij twee indicatoren niet mee, omdat zij daar iets "
     "anders heeft gemeten."),
    ([(name, "Werk") for name in "ABCD"], "Vier gemeenten tellen bij “Werk” niet mee, omdat zij "
     "daar iets anders hebben gemeten."),
])
def test_who_do_not_count(who, said):
    deviations = [Deviation(name, Indicator(one, one, *"kdtnpm"), "noemer", "x")
                  for name, one in who]
    assert summary.not_counted(deviations) == said
