"""The report of overlap beside numbers by hand, and what it may not tell."""

from __future__ import annotations

import re

import matplotlib.pyplot as plt
import numpy as np
import pytest

from participatiemonitor.presentation.studies import figures, tables
from participatiemonitor.presentation.studies.forms import form
from participatiemonitor.project import find_project
from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.published import read_published
from participatiemonitor.studies.overlap.report import report
from participatiemonitor.studies.persons import cells
from participatiemonitor.studies.report import COUNT, PERCENT

from .registers import EARLIER, PROVISIONS, cell, entered, histogram, inputs, pair, register

KEY = b"k" * 32
AREAS = ("Noord", "Zuid")
# By hand, of 200 persons: bijstand 0, participatietraject 1, huishoudelijke hulp 2, jeugdhulp 3.
PERSONS = [(0, (0,), 30), (0, (0, 1), 40), (0, (2,), 20), (0, (0, 2), 10),
           (1, (2,), 50), (1, (1,), 10), (1, (2, 3), 25), (1, (0, 1, 2, 3), 15)]
# And of 100 homes.
HOMES = [(0, (0,), 20), (0, (0, 1), 30), (1, (2, 3), 30), (1, (0, 1, 2, 3), 20)]


@pytest.fixture
def quiet(monkeypatch):
    """The door without its noise: what comes out is what went in, but for classes."""
    monkeypatch.setattr(cells, "NOISE", np.zeros_like(cells.NOISE))


@pytest.fixture
def by_hand(quiet):
    given = register(
        histogram(PERSONS, areas=AREAS), histogram(HOMES, areas=AREAS),
        earlier=histogram([((0,), 100), ((0, 1), 20)]))
    return report(inputs(given, earlier=EARLIER, groups=2, stricter={0: 0.8},
                         published=read_published(find_project())), KEY)


def draw(made, name):
    plt.close(figures.draw_figure(made, name))


def test_use_is_that_by_hand(by_hand):
    # Several: 40 + 10 + 25 + 15 = 90 of 200; more than three: 15, 7.5%. Provisions: 95 + 65 + 120
    # + 40 = 320. Of schemes: {Wwb, Wmo} 10, {Wmo, jeugdzorg} 25, all three 15; 50 of 200.
    found = by_hand.table("gebruik")
    assert found.rows[0] == ("mensen, voorzieningen", 200, 1.6, 90, 0.45, 15, 0.08)
    assert found.cell("mensen, regelingen", "meer") == 50
    assert found.cell("mensen, regelingen", "veel") == "hooguit 2"
    assert found.cell("huishoudens, voorzieningen", "aandeel-meer") == 0.8
    assert by_hand.text("kort-meer") == (
        "Van de mensen die een voorziening gebruiken, gebruikt 45% er meer dan één.")
    assert by_hand.text("gebruik").endswith("Meer dan drie gebruikt 8%.")
    assert by_hand.text("kort-huishoudens") == (
        "Van de huishoudens met een voorziening gebruikt 80% er meer dan één.")


def test_areas_are_those_by_hand(by_hand):
    assert by_hand.table("per-gebied").rows == (
        ("Noord", 100, 0.5, 0.6), ("Zuid", 100, 0.4, 1.0))
    assert by_hand.text("gebieden") == (
        "Tussen gebieden is geen verschil te zien in hoeveel mensen meer dan één voorziening "
        "gebruiken.")  # Noise of 2.5 persons in each count of 100 makes ten points.
    # In Zuid 25 use the Wwb, 90 the Wmo, 40 jeugdzorg.
    assert ("Zuid", "mensen", "regelingen", 100, 1.55, 40) in [
        row[:6] for row in by_hand.table("gebieden").rows]


def test_the_matrix_is_that_by_hand(by_hand):
    # Both bijstand and traject: 55 of 95 and of 65. Hulp and jeugd: 40 of 120 and of 40.
    found = by_hand.table("samenloop-mensen")
    assert found.cell("bijstand", "ook-2") == 0.58
    assert found.cell("participatietraject", "ook-1") == 0.85
    assert found.cell("huishoudelijke hulp", "ook-4") == 0.33
    assert found.cell("jeugdhulp", "ook-4") is None
    assert by_hand.text("samenloop-mensen") == (
        "Van de gebruikers van huishoudelijke hulp gebruikt 33% ook jeugdhulp. Andersom is dat "
        "vrijwel iedereen.")  # of no more than 40
    # With anything else: 55 of 65, 65 of 95, 50 of 120; of jeugdhulp a class has nothing else,
    # which counts as one of 40, but all of them use hulp too.
    assert [(row[0], row[3]) for row in by_hand.table("voorzieningen").rows] == [
        ("jeugdhulp", 1.0), ("participatietraject", 0.85), ("bijstand", 0.68),
        ("huishoudelijke hulp", 0.42)]


def test_combinations_are_those_by_hand(by_hand):
    assert [row[:5] for row in by_hand.table("combinaties").rows] == [
        ("bijstand + participatietraject", 40, 0.44, 30, 0.38),
        ("huishoudelijke hulp + jeugdhulp", 25, 0.28, 30, 0.38),
        ("bijstand + participatietraject + huishoudelijke hulp + jeugdhulp", 15, 0.17, 20, 0.25),
        ("bijstand + huishoudelijke hulp", 10, 0.11, None, None)]
    assert by_hand.text("kort-combinatie") == (
        "De combinatie die het meest voorkomt, is bijstand met participatietraject.")
    # Within a domain only bijstand and traject: 40 of 90; 50 across.
    assert by_hand.table("grenzen").rows[0] == ("mensen, voorzieningen", 90, 0.44, 0.56)
    assert by_hand.text("kort-grenzen") == ""  # of no more than 90


def test_weight_and_stricter_access_are_those_by_hand(by_hand):
    # 80 + 20 + 50 + 60 = 210 of 320 are with who combines.
    assert by_hand.table("gewicht").rows[0] == ("mensen", 1.6, 0.66)
    # A fifth of 95 loses it, 19. At random 6 of 30 leave, 10 of 50 keep one: 80 of 194. At least
    # 71 of 200, 35.5%; at most 90 of 181.
    assert by_hand.table("strenger").rows == (("bijstand", 0.8, 19, 0.45, 0.41, 0.36, 0.5),)
    assert by_hand.text("strenger").endswith("uitkomen op 36 tot 50%.")
    assert by_hand.text("aanname") == ""


def test_change_is_that_by_hand(by_hand):
    # 20 of 120 used more than one, 90 of 200 do.
    assert by_hand.table("verandering").rows[0] == (
        "mensen, voorzieningen", 0.17, 0.45, 28, 120, 200, 80)
    assert by_hand.table("verandering-voorzieningen").cell("jeugdhulp", "verschil") == 38
    assert by_hand.table("verandering-voorzieningen").cell("bijstand", "verschil") == -25
    assert by_hand.text("kort-verandering") == (
        "Sinds 31 maart 2011 is het deel van de gebruikers met meer dan één voorziening gestegen "
        "van 17% naar 45%.")


def test_groups_hold_all_users_and_what_they_use(by_hand):
    found = by_hand.table("groepen")
    assert sum(row[2] for row in found.rows) == 200
    assert by_hand.text("aantal-groepen") == "Hoeveel groepen er zijn, is van tevoren gekozen."
    assert {row[1].split(",")[0].split(" en ")[0] for row in found.rows} == {
        "bijstand", "huishoudelijke hulp"}


def test_beside_the_towns_stands_what_is_measured_alike(by_hand):
    found = by_hand.table("naast-2012")
    assert found.cell("Zaanstad: gebruikt er meer dan één", "hier") == 0.8
    assert found.cell("Zaanstad: gebruikt een voorziening", "vergelijkbaar") == "nee"
    assert found.cell("Veenendaal: personen met meer dan één voorziening", "toen") == "36%"
    assert found.cell("Veenendaal, personen: bijstand en participatietraject", "hier") == 0.44
    # Of 105 with the Wwb 25 use another scheme; of 120 with the Wmo 50.
    assert found.cell("Noord-Groningen: Wwb met een andere regeling", "hier") == 0.24
    assert found.cell("Arnhem: Wmo met bijstand", "hier") == 0.21
    wajong = "Noord-Groningen: Wajong met een andere regeling"
    assert found.cell(wajong, "hier") is None
    assert found.cell(wajong, "waarom") == "Niet in deze lijsten"
    assert by_hand.text("naast").startswith(
        "In Veenendaal gebruikte in 2012 36% van de mensen meer dan één voorziening; hier is dat "
        "45%.")
    assert all(row[1] is not None and row[2] is not None
               for row in by_hand.table("zelfde-gemeten").rows)


@pytest.mark.parametrize("rows", [[], [((0,), 2)], [((0, 1), 9)]])
def test_too_few_are_said_to_be_too_few(quiet, rows):
    made = report(inputs(register(histogram(rows))), KEY)
    assert made.text("kort-meer") == (
        "Er zijn te weinig mensen met een voorziening om te laten zien wat zij gebruiken.")
    for name in ("kort-huishoudens", "kort-grenzen", "kort-groepen", "kort-verandering",
                 "kort-koppeling"):
        assert made.text(name) == "", name
    for table in made.tables.values():
        for row in table.rows:
            for place, column in enumerate(table.columns):
                assert column.kind != PERCENT or not isinstance(row[place], float), table.name


def test_what_is_not_in_the_folder_is_said_to_be_missing(quiet):
    made = report(inputs(register(histogram([((0,), 50), ((0, 1), 30)]))), KEY)
    assert made.text("huishoudens") == (
        "In de lijsten staan geen adressen. Daarom zijn huishoudens niet te tellen.")
    assert made.text("gebieden") == "In de lijsten staan geen wijken of gebieden."
    assert made.text("verandering") == (
        "Er is geen eerdere dag opgegeven om mee te vergelijken.")
    assert made.text("koppelingen") == ""
    assert made.table("koppelingen").note == (
        "Er is één leverancier, Sociale dienst: er is niets te koppelen")
    assert "ontbreken in dit project" in made.text("naast")
    assert "een op de tien" in made.text("aanname")
    assert made.figure("meest-gecombineerd").form == "bars"
    for name in ("gebieden-naast-elkaar", "toen-en-nu", "toen-en-hier", "voorzieningen-in-huis"):
        assert repr(figures.figure(made, name)) in ("", "%"), name


def test_one_provision_has_no_overlap(quiet):
    made = report(inputs(register(histogram([((0,), 90)], 1)), PROVISIONS[:1]), KEY)
    assert made.text("kort-meer") == (
        "De lijsten gaan over één voorziening, bijstand. Wie er meer gebruikt, is daarin niet te "
        "zien.")
    assert made.text("samenloop-mensen").startswith("De lijsten gaan over één voorziening")
    assert made.text("grenzen") == (
        "Alle voorzieningen in de lijsten horen bij werk en inkomen: andere domeinen zijn er niet.")
    assert made.text("kort-combinatie") == ""


def test_many_provisions_are_all_in_the_file_and_the_largest_in_the_figure(quiet):
    many = tuple(Provision(f"voorziening {place}", f"regeling {place // 2}", "zorg")
                 for place in range(70))
    rows = [((place, (place + 1) % 70), 20 + place) for place in range(70)]
    made = report(inputs(register(histogram(rows, 70)), many), KEY)
    assert len(made.table("samenloop-mensen").rows) == 24
    assert "46 voorzieningen met minder gebruikers" in made.table("samenloop-mensen").note
    assert len(made.table("samenloop").rows) == 70 * 69 + 35 * 34
    draw(made, "voorzieningen-samen")


HOSTILE = '=1+1 *<b>x</b>* `$y$` [z](w) {m}`text(1)` | "q"'


def test_text_of_files_is_text_everywhere():
    named = tuple(Provision(f"{HOSTILE}{place}", f"{HOSTILE} r{place}", one.domain)
                  for place, one in enumerate(PROVISIONS))
    given = register(
        histogram(PERSONS, areas=(f"{HOSTILE} N", f"{HOSTILE} Z")),
        histogram(HOMES, areas=(f"{HOSTILE} N", f"{HOSTILE} Z")),
        entered=(entered(HOSTILE, failed={HOSTILE: 7}), entered("B")),
        persons={HOSTILE: cell(90), "B": cell(60)}, pairs=(pair(HOSTILE, "B"),))
    made = report(inputs(given, named, groups=2), KEY)
    shown = [repr(tables.table(made, name)) for name in made.tables]
    shown += [repr(figures.figure(made, name)) for name in made.figures]
    assert HOSTILE in str(made.table("koppelingen").rows)
    for text in shown:
        # What is said of a drawing is an option of it, which is text.
        text = re.sub("^:alt: .*$", "", text, flags=re.M)
        assert "<b>" not in text
        assert "{m}`" not in text
        assert "](w)" not in text
    for name in made.figures:
        if made.table(made.figure(name).table).rows:
            draw(made, name)


def test_no_count_of_at_most_two_and_no_share_of_fewer_than_ten_is_told():
    """Whatever the register: what the door does not tell stands in no table."""
    rng = np.random.default_rng(11)
    for _ in range(8):
        rows = [(int(rng.integers(-1, 3)), tuple(np.flatnonzero(rng.random(4) < 0.4).tolist()),
                 int(rng.integers(1, 25))) for _ in range(20)]
        rows = [row for row in rows if row[1]]
        areas = "A", "B", "C"
        given = register(histogram(rows, areas=areas), histogram(rows[::2], areas=areas),
                         earlier=histogram(rows[1:], areas=areas))
        made = report(inputs(given, earlier=EARLIER), bytes(rng.integers(0, 256, 32, np.uint8)))
        for name, table in made.tables.items():
            for place, column in enumerate(table.columns):
                if column.kind != COUNT or "verschil" in column.name or column.name in (
                        "nr", "verliest", "weggelaten"):
                    continue
                for row in table.rows:
                    told = row[place]
                    assert told is None or told == "hooguit 2" or (
                        isinstance(told, int) and told >= 3), (name, column.name, told)


def test_every_figure_says_its_finding_to_who_does_not_see_it(by_hand):
    for name, figure in by_hand.figures.items():
        table = by_hand.table(figure.table)
        assert table.rows, name
        said = form(figure).describe(figure, table)
        assert figure.title in said
        assert len(said) < 2500
        draw(by_hand, name)


def described(made, name):
    figure = made.figure(name)
    return form(figure).describe(figure, made.table(figure.table))


def test_of_a_square_the_strongest_pairs_are_told_by_their_names(by_hand):
    assert described(by_hand, "voorzieningen-samen").startswith(
        "Vierkant van vier bij vier gekleurde cellen, met percentages. ")
    assert ("Het sterkst: van jeugdhulp: 100% ook huishoudelijke hulp; van participatietraject: "
            "85% ook bijstand; ") in described(by_hand, "voorzieningen-samen")


def test_what_there_is_now_stands_beside_what_may_become_of_it(by_hand):
    told = described(by_hand, "na-strengere-toegang")
    assert told.endswith("Nu: 45%. bijstand: 41% (tussen 36% en 50%).")
    drawn = figures.draw_figure(by_hand, "na-strengere-toegang")
    assert "nu 45%" in [text.get_text() for axes in drawn.axes for text in axes.texts]
    plt.close(drawn)
