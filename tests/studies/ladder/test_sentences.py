"""Sentences of the report of the ladder, for every outcome."""

import numpy as np
import pytest

from participatiemonitor.studies.ladder.alike import Trait
from participatiemonitor.studies.ladder.balance import Balance
from participatiemonitor.studies.ladder.course import Course, Ranges, moved
from participatiemonitor.studies.ladder.durations import Durations
from participatiemonitor.studies.ladder.reporting.alike import alike_part
from participatiemonitor.studies.ladder.reporting.course import course_part
from participatiemonitor.studies.ladder.reporting.sides import PERIODS, PROJECT, sides_part
from participatiemonitor.studies.ladder.reporting.spoken import lasting, months, span_name
from participatiemonitor.studies.ladder.reporting.times import times_part
from participatiemonitor.studies.ladder.rungs import rung_name, rung_words
from participatiemonitor.studies.ladder.sides import Sides
from participatiemonitor.studies.persons.published import Published


def ranges(values):
    found = np.array(values, float)
    return Ranges(found, found, found)


def times(*days):
    found = np.array(days, float)
    return Durations(found, found, found, np.isinf(found))


APART, TOGETHER = ((0,), (1,)), ((0,), (1, 2))


def course(shares, stays=(365.25, 730.5), until=(3652.5, 1826.25), span=182.0, groups=APART):
    values = np.array(shares, float)
    by_rung = moved(values)
    leaving = values.shape[1] > 2
    whole = np.vstack([by_rung, by_rung.mean(axis=0)])
    return Course(groups, span, True, leaving, np.array([50, 50]), ranges(values),
                  ranges(whole), times(*stays), times(*until) if leaving else None)


@pytest.mark.parametrize(("shares", "expected"), [
    ([[.6, .3, .1], [.1, .7, .2]],
     "Een half jaar later staat 15% hoger op de ladder. Minder mensen dalen: 5%."),
    ([[.8, .1, .1], [.3, .5, .2]],
     "Een half jaar later staat 5% hoger op de ladder. Meer mensen dalen: 15%."),
    ([[.8, .1, .1], [.1, .7, .2]],
     "Een half jaar later staat 5% hoger op de ladder. Even veel mensen dalen."),
    ([[.9, 0, .1], [0, .8, .2]],
     "Een half jaar later staat vrijwel niemand hoger op de ladder. Vrijwel niemand daalt."),
    ([[.9, 0, .1], [.2, .6, .2]],
     "Een half jaar later staat vrijwel niemand hoger op de ladder. Meer mensen dalen: 10%.")])
def test_who_rises_and_falls(shares, expected):
    assert course_part(course(shares)).texts["kort-stijgen"] == expected


@pytest.mark.parametrize(("rising", "expected"), [
    (.3, "Een half jaar later staat ten minste 15% hoger op de ladder."),
    (0, "Een half jaar later staat vrijwel niemand in een hogere groep van treden.")])
def test_who_rises_among_rungs_that_are_told_together_is_not_counted(rising, expected):
    part = course_part(course([[.9 - rising, rising, .1], [.1, .7, .2]], groups=TOGETHER))
    assert part.texts["kort-stijgen"] == (
        f"{expected} Wie binnen trede 2 en 3 steeg of daalde, telt daarin niet mee.")
    moves = next(table for table in part.tables if table.name == "stijgers")
    assert moves.cell("trede 2 en 3", "gestegen") == "niet te zien"
    assert moves.cell("trede 1", "gedaald") == "kan niet dalen"


@pytest.mark.parametrize(("shares", "expected"), [
    ([[.6, .3, .1], [.1, .7, .2]],
     "Een half jaar later is 15% uitgestroomd, vanaf trede 2 het vaakst: 20%."),
    ([[.6, .3, .1], [.1, .8, .1]], "Een half jaar later is 10% uitgestroomd."),
    ([[.7, .3, 0], [.1, .9, 0]], "Een half jaar later is vrijwel niemand uitgestroomd."),
    ([[.7, .3], [.1, .9]], "")])
def test_who_leaves(shares, expected):
    assert course_part(course(shares)).texts["kort-uitstroom"] == expected


@pytest.mark.parametrize(("stay", "expected"), [
    (.8, "De meeste mensen staan een half jaar later op dezelfde trede"),
    (.5, "Een half jaar later staat de helft nog op dezelfde trede"),
    (.3, "Een half jaar later staat minder dan de helft nog op dezelfde trede")])
def test_what_most_do_is_above_the_matrix(stay, expected):
    part = course_part(course([[stay, 1 - stay, 0], [1 - stay, stay, 0]]))
    assert part.figures[0].title == expected


@pytest.mark.parametrize(("groups", "stays", "expected"), [
    (TOGETHER, (365.25, 730.5), "Op elke trede die apart staat, blijft iemand gemiddeld "
                                "twaalf maanden."),
    (((0,), (1,), (2, 3)), (365.25, 730.5, 9e3),
     "Van de treden die apart staan, blijft iemand het langst op trede 2: gemiddeld 2 jaar."),
    (((0, 1), (2, 3)), (365.25, 730.5), "Hoe lang iemand binnen een groep van treden blijft, is "
                                        "niet met losse treden te vergelijken.")])
def test_rungs_that_are_told_together_do_not_last_longest(groups, stays, expected):
    moved = np.eye(len(groups), len(groups) + 1) * .8 + .05
    made = times_part(course(moved, stays=stays, until=stays, groups=groups))
    assert made.texts["kort-verblijf"] == expected


@pytest.mark.parametrize(("stays", "expected"), [
    ((365.25, 730.5), "Het langst blijft iemand op trede 2: gemiddeld 2 jaar."),
    ((365.25, 365.25), "Op elke trede blijft iemand gemiddeld twaalf maanden."),
    ((np.inf, 365.25), "Het langst blijft iemand op trede 2: gemiddeld twaalf maanden. Van "
                       "een deel van de treden is het niet te zeggen."),
    ((1e6, 365.25), "Het langst blijft iemand op trede 1: meer dan 50 jaar."),
    ((1e6, 1e6), "Op elke trede blijft iemand gemiddeld meer dan 50 jaar."),
    ((np.inf, np.inf), "Hoe lang mensen op een trede blijven, is niet te zeggen.")])
def test_how_long_one_stays(stays, expected):
    made = times_part(course([[.6, .3, .1], [.1, .7, .2]], stays=stays))
    assert made.texts["verblijf"] == made.texts["kort-verblijf"] == expected


@pytest.mark.parametrize(("until", "expected"), [
    ((3652.5, 1826.25), "Vanaf trede 1 duurt het gemiddeld 10 jaar tot iemand uitstroomt, en vanaf "
                        "trede 2 gemiddeld 5 jaar."),
    ((1826.25, 1826.25), "Tot uitstroom duurt het vanaf elke trede gemiddeld 5 jaar."),
    ((np.inf, 1826.25), "Vanaf trede 2 duurt het gemiddeld 5 jaar tot iemand uitstroomt. Van "
                        "een deel van de treden is het niet te zeggen."),
    ((np.nan, np.inf), "Hoe lang het duurt tot iemand uitstroomt, is niet te zeggen."),
    ((1e6, 1826.25), "Vanaf trede 2 duurt het gemiddeld 5 jaar tot iemand uitstroomt. Vanaf "
                     "een deel van de treden is het meer dan 50 jaar."),
    ((1e6, 1e6), "Tot uitstroom duurt het vanaf elke trede meer dan 50 jaar.")])
def test_how_long_until_one_leaves(until, expected):
    assert times_part(course([[.6, .3, .1], [.1, .7, .2]], until=until)
                      ).texts["tot-uitstroom"] == expected


def sides(change, low, high, gaps=(100.0, 100.0)):
    return Sides(((0,),), (300, 200), 0, ranges([.2]), ranges([.2 + change]),
                 Ranges(np.array([change]), np.array([low]), np.array([high])), gaps)


@pytest.mark.parametrize(("change", "low", "high", "expected"), [
    (.1, .02, .18, "Mensen met project stijgen vaker dan mensen zonder."),
    (-.1, -.18, -.02, "Mensen met project stijgen minder vaak dan mensen zonder."),
    (.1, -.01, .2, "Of mensen met project vaker stijgen dan mensen zonder, is niet te zeggen."),
    (.1, .004, .2, "Of mensen met project vaker stijgen dan mensen zonder, is niet te zeggen."),
    (0, 0, 0, "Of mensen met project vaker stijgen dan mensen zonder, is niet te zeggen.")])
def test_a_difference_is_a_finding_where_its_bounds_say_so(change, low, high, expected):
    part = sides_part(PROJECT, sides(change, low, high), "een jaar later")
    assert part.texts["kort-project"] == expected
    assert part.texts["project"].startswith(f"{expected} Een jaar later staat ")


def test_rates_are_told_by_year_with_a_warning_where_gaps_differ():
    text = sides_part(PERIODS, sides(.1, .02, .18), "").texts["periodes"]
    assert text == ("In de tweede periode stegen mensen vaker dan in de eerste. In de tweede "
                    "periode stegen zij 0,30 keer per jaar, in de eerste 0,20 keer.")
    for gaps, which in (((100.0, 130.0), "In de tweede"), ((130.0, 100.0), "In de eerste")):
        text = sides_part(PERIODS, sides(.1, .02, .18, gaps), "").texts["periodes"]
        assert text.endswith(f"{which} periode ligt wel meer tijd tussen twee registraties; van "
                             "wie minder vaak wordt gezien, worden minder stijgingen gezien.")


def trait(name, difference):
    places, counts = np.zeros(0, int), np.array([[10, 20], [15, 15]])
    shown = Published(("met", "zonder"), ("a", "b"), counts, places, places)
    held = Balance(name, difference, 30, 30)
    return Trait(name, False, (("a",), ("b",)), shown, held, (1.0, 1.0))


@pytest.mark.parametrize(("differences", "expected", "short"), [
    ({"x": .1, "y": -.104}, "In wat van hen bekend is, lijken mensen met en zonder project op "
     "elkaar.", "In wat van hen bekend is, lijken beide groepen op elkaar."),
    ({"x": .11, "y": 0}, "Mensen met en zonder project verschillen in x.", "Zij verschillen ook in "
     "x, dus het hoeft niet aan het project te liggen."),
    ({"x": .2, "y": -np.inf}, "Mensen met en zonder project verschillen in x en y.", "Zij "
     "verschillen ook in x en y, dus het hoeft niet aan het project te liggen."),
    (dict.fromkeys("abcde", .5), "Mensen met en zonder project verschillen in vijf van de vijf "
     "kenmerken.", "Zij verschillen ook in vijf kenmerken, dus het hoeft niet aan het project te "
     "liggen.")])
def test_in_what_groups_differ(differences, expected, short):
    part = alike_part({name: trait(name, one) for name, one in differences.items()})
    assert part.texts["kenmerken"] == expected
    assert part.texts["kort-kenmerken"] == short


def test_what_cannot_be_told_of_groups_is_named():
    part = alike_part({"x": trait("x", .05), "y": None})
    assert part.texts["kenmerken"].endswith(
        "Van y is het niet te laten zien: er zijn te weinig mensen of te veel verschillende "
        "antwoorden.")
    assert [row[1] for row in part.tables[0].rows] == [.05, "te weinig mensen"]
    assert "te weinig mensen" in alike_part({"x": None}).texts["kenmerken"]


@pytest.mark.parametrize(("days", "expected"), [
    (7, "een week"), (42, "zes weken"), (30, "een maand"), (92, "een kwartaal"),
    (182, "een half jaar"), (366, "een jaar"), (275, "negen maanden"), (730, "twee jaar"),
    (1100, "36 maanden")])
def test_what_a_time_is_called(days, expected):
    assert span_name(days) == expected


@pytest.mark.parametrize(("days", "told", "said"), [
    (5, 1, "een maand"), (440, 14, "14 maanden"), (1000, 33, "2,8 jaar"),
    (3700, 120, "10 jaar"), (1e5, "meer dan 50 jaar", None)])
def test_times_are_told_in_two_digits(days, told, said):
    assert months(days) == told
    assert said is None or lasting(told) == said


def test_rungs_are_called_by_their_numbers():
    assert [rung_name(group) for group in ((2,), (2, 3), (2, 3, 4))] == [
        "trede 3", "trede 3 en 4", "trede 3 tot en met 5"]
    assert rung_words((4, 5)) == "trede 5 en 6: betaald werk met ondersteuning, betaald werk"
