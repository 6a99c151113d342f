"""The report on the demand: by hand, at the edges of its sentences, and past the door."""

import dataclasses
import math

import numpy as np
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.presentation.studies.figures import draw_figure, figure
from participatiemonitor.presentation.studies.tables import table
from participatiemonitor.publishing.study.build import build_study
from participatiemonitor.studies.demand.clients import from_counts
from participatiemonitor.studies.demand.demand import Provision, demands
from participatiemonitor.studies.demand.reporting import amounts_nl, provisions
from participatiemonitor.studies.demand.sensitivity import centre, demand_drivers, total_drivers
from participatiemonitor.studies.demand.study import STUDY

from ..breaking import example
from ..projects import create
from .folders import FUNDING, KEY, NEEDS, PROFILES, PROVISIONS, clients, write

HOSTILE = "*<b>ja</b>* `$x$` [x](y) {m}`text(1)` |"


def report(folder, setup=(), **tables):
    return STUDY.report(STUDY.read(write(folder / "map", setup, **tables)), KEY)


def rows(made, name):
    return {row[0]: row[1:] for row in made.table(name).rows}


@pytest.fixture
def by_hand(tmp_path):
    """20 clients are old, 15 in debt, 10 both, 15 neither: every pattern is told exactly."""
    return report(tmp_path, klanten=clients(20, 15, 10, 15))


def test_clients_by_hand(by_hand):
    # 20 + 10 of 60 are old, 15 + 10 in debt: 41.7%.
    assert rows(by_hand, "profielen") == {"Ouderen": ("30", "50%", 30, 30),
                                          "Schulden": ("25", "42%", 25, 25)}


def test_demands_by_hand(by_hand):
    # X at least: half of the 30 old; at most: 15, and 40% of the 25 in debt. Of 50 users.
    # Y at least: 30% of 30 = 9; at most 30% of 30 and of 25 = 16.5. Of 12 users: 75 to 137.5%.
    # Z: nobody.
    assert rows(by_hand, "vraag") == {
        "Xhulp": ("1", "15–25", "50", "30–50%", "misschien dominant"),
        "Yhulp": ("2", "9–17", "12", "75–100% of wachtlijst", "dominant of wachtlijst"),
        "Zhulp": ("2", "0", "onbekend", "0%", "geen vraag")}
    assert rows(by_hand, "aandelen") == {
        "Xhulp": ("30–50%", 0.30, 0.50, 0.37),
        "Yhulp": ("75–100% of wachtlijst", 0.75, 1.38, 0.37), "Zhulp": ("0%", 0.0, 0, 0.37)}


def test_what_demands_are_made_of_by_hand(by_hand):
    assert by_hand.table("opbouw").rows == (
        ("Xhulp", "Ouderen", "30", "50%", "15"), ("Xhulp", "Schulden", "25", "20–40%", "5–10"),
        ("Yhulp", "Ouderen", "30", "30%", "9"), ("Yhulp", "Schulden", "25", "30%", "8"))


def test_drivers_by_hand(by_hand):
    # Only 20-40% is a range. In its middle X is needed by 20 x .5 + 15 x .3 + 10 x (1 - .5 x .7)
    # = 21, at its ends by 10 + 3 + 10 x (1 - .5 x .8) = 19 and 10 + 6 + 10 x (1 - .5 x .6) = 23.
    # Y: (20 + 15) x .3 + 10 x (1 - .7 x .7) = 15.6. Together 36.6, from 34.6 to 38.6.
    name = "Behoefte aan Xhulp: Schulden"
    assert rows(by_hand, "oorzaken") == {name: ("20–40%", 35, 39, 37)}
    # Of 50 users: 42%, from 38 to 46.
    assert rows(by_hand, "twijfel") == {name: ("20–40%", 0.38, 0.46, 0.42)}
    assert rows(by_hand, "onzekerheid") == {"Xhulp": (name, "20–40%", 0.38, 0.46)}


def test_funding_by_hand(by_hand):
    assert rows(by_hand, "bekostiging")["Yhulp"] == (
        "individueel, declaratie", "vast", "Bureau Y", "2.000–3.000", "geen")
    assert rows(by_hand, "kosten")["Aanbieder: Stichting X"] == ("1.000", 1, 1, 1)
    assert rows(by_hand, "kosten")["Prestatieveld: 2"] == ("2.000–3.000", 1, 1, 2)


def test_sentences_by_hand(by_hand):
    assert by_hand.texts == {
        "klanten": "De meeste klanten horen bij “Ouderen”: 30.",
        "manier": "Er zijn 60 klanten. Zij komen uit een klantenbestand: regels bepalen wie bij "
                  "welk profiel hoort, en een klant kan in meer profielen passen. In geen van de "
                  "profielen passen 15 klanten, en in meer dan één passen 10 klanten.",
        "wachtlijst": "Bij “Yhulp” is de mogelijke vraag van klanten misschien groter dan het "
                      "aantal gebruikers.",
        "dominant": "Klanten zijn een dominante groep onder de gebruikers van “Yhulp”. Bij “Xhulp” "
                    "is dat niet te zeggen.",
        "oorzaak": "De vraag hangt het meest af van welk deel van “Schulden” de voorziening "
                   "“Xhulp” nodig heeft: daarmee loopt de vraag naar alle voorzieningen samen van "
                   "35 tot 39.",
        "onzekerheid": f"{by_hand.text('oorzaak')} Wie dat getal beter weet, maakt de uitkomst het "
                       "meest zeker.",
        "twijfel": "Bij twee van de drie voorzieningen staat het oordeel niet vast. Het minst "
                   "zeker is “Xhulp”. Daar maakt het meest uit welk deel van “Schulden” de "
                   "voorziening “Xhulp” nodig heeft: het aandeel loopt daarmee van 38% tot 46%.",
        "kosten": "De voorzieningen kosten samen 3.000 tot 4.000 euro per jaar, zonder “Zhulp”: "
                  "daarvan zijn de kosten niet bekend.",
        "bekostiging": f"{by_hand.text('kosten')} Bij één van de drie is iets over resultaten "
                       "afgesproken. Eén is er alleen na een beoordeling; de andere zijn er voor "
                       "iedereen."}


def test_nobody_outside_profiles_and_nobody_in_two(tmp_path):
    sexes = [("a", "Ouderen", "leeftijd >= 50"), ("b", "Jongeren", "leeftijd < 50")]
    made = report(tmp_path, profielen=sexes, klanten=clients(20, 15, 10, 15))
    assert made.text("manier").endswith("Iedereen past in een profiel, en niemand past in meer dan "
                                        "één.")


def test_the_other_ways_of_giving_clients(tmp_path):
    told = report(tmp_path / "1", {"klanten": "200"}, bekostiging=None, schattingen=[
        (1, "a", "10%"), (2, "a", "20%"), (1, "b", "45-50%"), (2, "b", "45-50%")])
    assert rows(told, "profielen") == {"Ouderen": ("20–40", "10–20%", 20, 40),
                                       "Schulden": ("90–100", "45–50%", 90, 100)}
    assert "geschat door twee consulenten. Een reeks" in told.text("manier")
    assert told.text("bekostiging") == "Hoe de voorzieningen worden betaald, is niet opgegeven."
    assert told.table("bekostiging").rows == ()
    # Clopper and Pearson by R's binom.test: 10 of 100 is 4.90 to 17.62%, 20 of 100 12.67 to 29.18.
    drawn = report(tmp_path / "2", {"klanten": "200"},
                   steekproef=[("a", 10), ("b", 20), ("", 70)])
    assert rows(drawn, "profielen") == {"Ouderen": ("9–36", "4–18%", 9, 36),
                                        "Schulden": ("25–59", "12–30%", 25, 59)}
    assert "een steekproef van 100 dossiers" in drawn.text("manier")
    counted = report(tmp_path / "3", {"klanten": "190-210"}, aantallen=[("a", "50"), ("b", "?")])
    assert rows(counted, "profielen")["Ouderen"] == ("50", "23–27%", 50, 50)
    assert counted.text("manier").startswith("Er zijn 190 tot 210 klanten.")


def test_national_shares_by_hand(tmp_path):
    # Nationally half is young, here a quarter: these count .5 times, the old 1.5 times. Of the
    # first profile 20% is young: .2 x .5 + .8 x 1.5 = 1.3; of the others 42 of 60, which is .8.
    made = report(tmp_path, landelijk=[("a", "40%"), ("b", "60%")], samenstelling=[
        ("leeftijd", "jong", 50, 50), ("leeftijd", "oud", 50, 150)], profielverdeling=[
        ("a", "leeftijd", "jong", 20), ("a", "leeftijd", "oud", 80)])
    assert rows(made, "correctie") == {"Ouderen": ("40%", "1,30", "52%", "104"),
                                       "Schulden": ("60%", "0,80", "48%", "96")}
    assert rows(made, "samenstelling") == {"jong": ("leeftijd", 0.5, 0.25),
                                           "oud": ("leeftijd", 0.5, 0.75)}
    assert made.text("manier").endswith("Vergeleken met het land bestaan de klanten hier meer uit "
                                        "“Ouderen” en minder uit “Schulden”.")


WAYS = {
    "klanten": lambda few: ({}, {"klanten": clients(40 - few, few, 45, 50)}),
    "twee van drie": lambda few: ({}, {"klanten": clients(40, 30 - few, few, 50)}),
    "aantallen": lambda few: ({"klanten": "120"}, {"aantallen": [("a", few), ("b", 30 - few)]}),
    "steekproef": lambda few: ({"klanten": "900"}, {"steekproef": [
        ("a", few), ("b", 30 - few), ("", 90)]}),
    "landelijk": lambda few: ({}, {"landelijk": [("a", "40%"), ("b", "60%")], "samenstelling": [
        ("leeftijd", "jong", 20, few), ("leeftijd", "oud", 30, 40 - few),
        ("leeftijd", "midden", 50, 100)]}),
    "gebruikers": lambda few: ({}, {"klanten": clients(20, 15, 10, 15), "voorzieningen": [
        ("x", "Xhulp", 1, few), *PROVISIONS[1:]]})}


@pytest.mark.parametrize("way", WAYS)
def test_how_few_there_are_is_in_nothing_that_is_told(way, tmp_path):
    """Nobody, one or two, and the others so many more: the same report, to the last letter."""
    made = []
    for few in (0, 1, 2):
        setup, tables = WAYS[way](few)
        made.append(report(tmp_path / str(few), setup, **tables))
    assert made[0] == made[1] == made[2]


def test_of_fewer_than_ten_clients_nothing_is_told(tmp_path):
    for place, (setup, tables) in enumerate([
            ({}, {"klanten": clients(3, 3, 0, 3)}),
            ({"klanten": "9"}, {"aantallen": [("a", "3"), ("b", "3")]}),
            ({"klanten": "90"}, {"steekproef": [("a", 3), ("b", 3), ("", 3)]})]):
        made = report(tmp_path / str(place), setup, **tables)
        assert {name for name, one in made.tables.items() if one.rows} == {"bekostiging", "kosten"}
        assert "te weinig om iets van te tonen" in made.text("klanten")
        assert not any("3" in made.text(name) for name in ("klanten", "manier", "dominant"))
        for name in made.figures:
            assert str(figure(made, name).text) == ""


def of(low, high, users, name="Xhulp", dominant=37.0):
    """The demand of so many of 100 clients, beside users."""
    found = from_counts({"a": Limits(low, high)}, exact(100.0))
    one, = demands(found, [Provision(name, name, "1", users)], {(name, "a"): exact(100.0)},
                   dominant)
    return one


@pytest.mark.parametrize(("one", "share", "verdict"), [
    (of(0, 0, exact(50.0)), "0%", "geen vraag"),
    (of(0, 0, Limits(0, math.inf)), "0%", "geen vraag"),
    (of(60, 60, exact(50.0)), "wachtlijst", "wachtlijst"),
    (of(50, 50, exact(50.0)), "100%", "dominant"),
    (of(50, 51, exact(50.0)), "100–100% of wachtlijst", "dominant of wachtlijst"),
    (of(20, 50, exact(50.0)), "minstens 40%", "dominant"),
    (of(10, 20, exact(50.0)), "20–40%", "misschien dominant"),
    (of(10, 18, exact(50.0)), "20–36%", "niet dominant"),
    (of(0, 1, exact(100.0)), "hooguit 1%", "niet dominant"),
    (of(10, 60, exact(50.0)), "20–100% of wachtlijst", "niet te zeggen"),
    (of(10, 20, Limits(0, math.inf)), "onbekend", "niet te zeggen"),
    (of(10, 20, Limits(0, 40)), "25–100% of wachtlijst", "niet te zeggen"),
])
def test_shares_and_verdicts_at_their_edges(one, share, verdict):
    assert (provisions.share_text(one), provisions.verdict(one)) == (share, verdict)


SURE, MAYBE, NOT = (of(60, 60, exact(50.0), "A"), of(10, 60, exact(50.0), "B"),
                    of(1, 1, exact(50.0), "C"))


@pytest.mark.parametrize(("found", "waiting", "dominant"), [
    ([], ("Van de vraag is niets te tonen", ""),
     "Over de gebruikers van voorzieningen is daarom niets te zeggen."),
    ([NOT], ("Bij geen van de voorzieningen is de mogelijke vraag van klanten groter dan het "
             "aantal gebruikers", ""),
     "Bij geen enkele voorziening zijn klanten een dominante groep."),
    ([SURE, SURE], ("Bij alle voorzieningen is de mogelijke vraag van klanten groter dan het "
                    "aantal gebruikers", ""),
     "Een dominante groep onder de gebruikers is nergens aan te wijzen."),
    ([SURE], ("Bij “A” is de mogelijke vraag van klanten groter dan het aantal gebruikers", ""),
     "Een dominante groep onder de gebruikers is nergens aan te wijzen."),
    ([SURE, MAYBE, MAYBE], ("Bij “A” is de mogelijke vraag van klanten groter dan het aantal "
                            "gebruikers", "Bij “B” en “B” kan dat ook zo zijn"),
     "Bij geen enkele voorziening zijn klanten zeker een dominante groep. Bij “B” en “B” is dat "
     "niet te zeggen."),
    ([MAYBE, NOT], ("Bij “B” is de mogelijke vraag van klanten misschien groter dan het aantal "
                    "gebruikers", ""),
     "Bij geen enkele voorziening zijn klanten zeker een dominante groep. Bij “B” is dat niet te "
     "zeggen."),
    ([of(20, 50, exact(50.0), "D"), NOT],
     ("Bij geen van de voorzieningen is de mogelijke vraag van klanten groter dan het aantal "
      "gebruikers", ""),
     "Klanten zijn een dominante groep onder de gebruikers van “D”. Bij de andere zijn zij dat "
     "niet."),
])
def test_sentences_on_provisions_at_their_edges(found, waiting, dominant):
    assert provisions.waiting(found) == waiting
    assert provisions.dominant(found) == dominant


@pytest.mark.parametrize(("counts", "sentence"), [
    ({"a": "50"}, "Er is één profiel, “Ouderen”, met 50 klanten."),
    ({"a": "?"}, "Er is één profiel, “Ouderen”, met hooguit 200 klanten."),
    ({"a": "50", "b": "50"}, "De meeste klanten horen bij “Ouderen” en “Schulden”: bij elk 50."),
    ({"a": "50", "b": "60-70"}, "De meeste klanten horen bij “Schulden”: 60 tot 70."),
    ({"a": "50-66", "b": "60-70"}, "De meeste klanten horen bij “Schulden” (60 tot 70) of bij "
                                   "“Ouderen” (50 tot 66)."),
    ({"a": "50-65", "b": "60-70", "c": "40-62"},
     "Welk profiel de meeste klanten heeft, staat niet vast. Gerekend met het midden van elke "
     "reeks is het “Schulden”."),
    ({"a": "?", "b": "?", "c": "?"}, "Welk profiel de meeste klanten heeft, is niet te zeggen."),
])
def test_sentences_on_profiles_at_their_edges(counts, sentence, tmp_path):
    profiles = [*PROFILES, ("c", "Jongeren", "")]
    made = report(tmp_path, {"klanten": "200"}, aantallen=list(counts.items()),
                  profielen=[one for one in profiles if one[0] in counts],
                  behoefte=[one for one in NEEDS if one[1] in ("", *counts)]
                  + [("x", "", "1%")])
    assert made.text("klanten") == sentence


def test_sentences_on_causes_at_their_edges(tmp_path):
    sure = report(tmp_path / "1", {"klanten": "200"}, aantallen=[("a", "50"), ("b", "60")],
                  behoefte=[("x", "", "50%"), ("y", "", "1%"), ("z", "", "0")])
    assert sure.text("onzekerheid") == ("Alle getallen over klanten en hun behoefte zijn precies "
                                        "bekend, zodat de vraag geen reeks is.")
    assert sure.text("twijfel") == "Elk oordeel staat vast, hoe de onzekere getallen ook uitvallen."
    same = report(tmp_path / "2", {"klanten": "200"}, aantallen=[("a", "50"), ("b", "50")],
                  behoefte=[("x", "a", "10-20%"), ("x", "b", "10-20%"), ("y", "", "0"),
                            ("z", "", "0")])
    assert same.figure("tornado").title == (
        "De vraag hangt het meest af van welk deel van “Ouderen” de voorziening “Xhulp” nodig "
        "heeft, en net zo veel van welk deel van “Schulden” de voorziening “Xhulp” nodig heeft")
    together = report(tmp_path / "3", {"klanten": "200"}, aantallen=[("a", "50"), ("b", "50")],
                      behoefte=[("x", "", "10-20%"), ("y", "", "0"), ("z", "", "0")])
    # One number for both profiles moves both: 10 to 20% of 100.
    assert rows(together, "oorzaken") == {
        "Behoefte aan Xhulp: alle profielen": ("10–20%", 10, 20, 15)}
    unknown = report(tmp_path / "4", {"klanten": "200"}, aantallen=[("a", "50"), ("b", "50")],
                     behoefte=[("x", "", "0"), ("y", "", "0"), ("z", "", "10%")])
    assert unknown.text("twijfel") == (
        "Bij één van de drie voorzieningen staat het oordeel niet vast. Van hoeveel gebruikers er "
        "zijn, is daar te weinig bekend.")


def test_sentences_on_money_at_their_edges(tmp_path):
    def told(place, funding):
        return report(tmp_path / str(place), {"klanten": "200"}, bekostiging=funding,
                      aantallen=[("a", "50"), ("b", "60")]).text("bekostiging")

    assert told(1, FUNDING[2:]) == (
        "Wat de voorzieningen kosten, is van geen enkele bekend. Over resultaten is nergens iets "
        "afgesproken. Alle zijn er voor iedereen, zonder beoordeling vooraf.")
    assert told(2, FUNDING[:1]) == (
        "De voorzieningen kosten samen 1.000 euro per jaar. Van twee voorzieningen is niets "
        "opgegeven. Overal is iets over resultaten afgesproken. Alle zijn er voor iedereen, zonder "
        "beoordeling vooraf.")
    assert told(3, FUNDING[1:2]).endswith(
        "Voor alle geldt dat de gemeente eerst beoordeelt wie ze nodig heeft.")
    assert told(4, FUNDING[:2]).endswith(
        "Eén is er alleen na een beoordeling; de andere is er voor iedereen.")


@pytest.mark.parametrize(("names", "told"), [
    (["A"], "“A”"), (["A", "B", "C"], "“A”, “B” en “C”"),
    (["A", "B", "C", "D"], "“A”, “B”, “C” en “D”"),
    (["A", "B", "C", "D", "E"], "“A”, “B”, “C” en twee andere")])
def test_names_in_a_row(names, told):
    assert amounts_nl.names(names) == told


@pytest.mark.parametrize(("limits", "told"), [
    (exact(16.5), "17"), (Limits(16.5, 16.6), "16–17"), (Limits(0.2, 0.3), "hooguit 1"),
    (Limits(3, math.inf), "minstens 3"), (Limits(0, math.inf), "onbekend"), (exact(0.0), "0"),
    (Limits(0.1 + 0.2, 3 * 1.0), "hooguit 3"), (Limits(1200, 1300), "1.200–1.300")])
def test_ranges_are_rounded_outwards(limits, told):
    assert amounts_nl.number(limits) == told


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40)), min_size=2, max_size=3),
       st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=6, max_size=6))
@settings(max_examples=60, deadline=None)
def test_drivers_of_all_provisions_are_those_of_each_added_up(counts, shares):
    """An oracle that moves each number in every provision at once."""
    found = from_counts({str(place): Limits(low, low + more) for place, (low, more)
                         in enumerate(counts)}, exact(300.0))
    needs = {(provision, profile): Limits(*sorted(shares[3 * place + int(profile)]))
             for place, provision in enumerate("pq") for profile in found.profiles}
    offered = [Provision(one, one, "", exact(100.0)) for one in "pq"]
    asked = demands(found, offered, needs)
    middle, swings = total_drivers(found, needs, asked, {"p": (), "q": ()})

    def total(moved):
        # Clients of one profile each: clients times share, added up.
        return sum(moved.get(("count", "", profile), centre(count))
                   * moved.get(("need", provision, profile), centre(needs[provision, profile]))
                   / 100 for profile, count in zip(found.profiles, found.counts, strict=True)
                   for provision in "pq")

    assert middle == pytest.approx(total({}))
    for swing in swings:
        assert swing.at_low == pytest.approx(total({swing.name: swing.given.low}))
        assert swing.at_high == pytest.approx(total({swing.name: swing.given.high}))
    lengths = [swing.length for swing in swings]
    assert lengths == sorted(lengths, reverse=True)
    alone = [swing for one in asked for swing in demand_drivers(found, needs, one)]
    assert {swing.given for swing in swings} == {swing.given for swing in alone}


def test_what_the_figures_say_to_who_does_not_see_them(by_hand):
    told = str(figure(by_hand, "gebruikers").text)
    assert "Een lijn staat bij dominant vanaf 37%." in told
    assert "Yhulp: 75–100% of wachtlijst" in told
    assert ("Met alles in het midden: 37. Behoefte aan Xhulp: Schulden (20–40%): van 35 tot 39."
            in str(figure(by_hand, "tornado").text))


@pytest.mark.parametrize("name", ["klanten", "gebruikers", "tornado", "aandeel"])
def test_figures_are_drawn_whatever_is_known(name, tmp_path):
    made = report(tmp_path, {"klanten": "200"}, aantallen=[("a", "50-60"), ("b", "?")],
                  voorzieningen=[("x", "Xhulp " * 40, 1, "?"), ("y", "Yhulp", 1, "60"),
                                 ("z", "$Z$", 2, "<9")])
    canvas = draw_figure(made, name)
    canvas.canvas.draw()
    words = [text.get_text() for axes in canvas.axes for text in axes.texts]
    assert len(words) > 2
    assert all(np.isfinite(canvas.get_size_inches()))


def test_text_from_files_is_text(tmp_path):
    made = report(tmp_path, profielen=[("a", HOSTILE, PROFILES[0][2]), *PROFILES[1:]],
                  klanten=clients(20, 15, 10, 15),
                  voorzieningen=[("x", HOSTILE, HOSTILE, "50"), *PROVISIONS[1:]],
                  bekostiging=[("x", "algemeen", "natura", "geen", HOSTILE, "1", HOSTILE)])
    for name, shown in made.tables.items():
        assert "<b>" not in str(table(made, name).text)
        assert all(len(row) == len(shown.columns) for row in shown.rows)
    for name in made.figures:
        lines = str(figure(made, name).text).splitlines()
        assert not any("<b>" in line for line in lines if not line.startswith(":alt: "))
    assert f"“{HOSTILE}”" in made.text("klanten")


def test_a_word_that_no_client_has_is_told_to_who_made_the_rule_only(tmp_path):
    wrong = [PROFILES[0], ("b", "Schulden", "belemmeringen heeft schuld")]
    folder = write(tmp_path / "map", profielen=wrong, klanten=clients(20, 15, 10, 15))
    told = STUDY.remarks(STUDY.read(folder))
    assert told == ("profielen, b: geen enkele klant heeft bij belemmeringen “schuld”. Staat het "
                    "in de regel zoals in het klantenbestand?",)
    assert "“schuld”" not in str(STUDY.report(STUDY.read(folder), KEY))
    assert STUDY.remarks(STUDY.read(example("demand"))) == ()
    counted = write(tmp_path / "geteld", {"klanten": "200"}, aantallen=[("a", 50), ("b", 60)])
    assert STUDY.remarks(STUDY.read(counted)) == ()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The real example but for two names, built as its users do, in a project of its own."""
    project = create(tmp_path_factory.mktemp("demand") / "monitor", "demand")
    folder = project.root / "studies/demand/voorbeeld"
    for name, old in (("voorzieningen", "Dagopvang"), ("bekostiging", "Rechtswinkel")):
        path = folder / f"{name}.csv"
        text = path.read_text("utf-8")
        assert f",{old}," in text
        path.write_text(text.replace(f",{old},", f",{HOSTILE},"), "utf-8")
    return build_study(project, STUDY, folder)


def test_the_example_as_a_reader_gets_it(built):
    given = STUDY.read(built.source)
    made = STUDY.report(given, KEY)
    shown = BeautifulSoup(built.landing_page.read_text("utf-8"), "html.parser").article
    words = " ".join(shown.get_text(" ").split())
    for name in ("klanten", "manier", "wachtlijst", "dominant", "onzekerheid", "twijfel",
                 "bekostiging"):
        assert made.text(name) in words, name
    assert HOSTILE in made.text("dominant")
    assert not any(bold.get_text() == "ja" for bold in shown.find_all("b"))
    cells = [cell.get_text() for cell in shown.find_all(["td", "th"])]
    for name in ("vraag", "onzekerheid", "bekostiging"):
        for row in made.table(name).rows:
            assert row[0] in cells
    assert {image["src"].rpartition("/")[2] for image in shown.find_all("img")} == {
        f"{name}.svg" for name in made.figures}
    assert not any(name in words for name in given.names[:200])
    assert "correctie" not in {path.stem for path in (
        built.landing_page.parent / "downloads").iterdir()}
    assert built.pdf.stat().st_size > 10_000


def test_what_the_example_shows_are_no_counts_of_the_file():
    """Of no profile is the number told that the file has, as all are told together with others."""
    given = STUDY.read(example("demand"))
    made = STUDY.report(given, KEY)
    told = rows(made, "profielen")
    for profile, count in zip(given.profiles.values(), given.clients.counts, strict=True):
        low, high = told[profile][2:]
        assert low < count.low <= count.high < high
    assert dataclasses.asdict(made) == dataclasses.asdict(STUDY.report(given, bytes(range(32))))
