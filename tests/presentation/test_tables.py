"""Tables as Markdown: the numbers of the estimates, in the right cells."""

import math
import re

import pytest
from keyed import results_of
from numbered import FIGURES
from telling import telling, telling_taken

from participatiemonitor import dutch
from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.exhibits.exhibit import FIGURE, TABLE, exhibit, themed
from participatiemonitor.presentation.exhibits.forms import form
from participatiemonitor.presentation.exhibits.in_words import weighted_text
from participatiemonitor.presentation.markdown import pipe_table

from .conftest import drawn_rows, rows


def written(shown):
    """The cells of the table of an exhibit, its head first."""
    return rows(form(shown.form).table(shown))


def test_cells_with_bars_and_breaks_do_not_break_the_table():
    text = pipe_table(["a", "b"], [["x|y", "een\ntwee"]], right=[1])
    assert text == "| a | b |\n| :-- | --: |\n| x&#124;y | een twee |"


@pytest.mark.parametrize("number", FIGURES)
def test_the_table_of_a_figure_holds_its_numbers_with_n_and_interval(given, number):
    data = exhibit(given, FIGURE, number)
    head, *body = written(data)
    shares = drawn_rows(data)
    several = data.form == "stacked" and shares["item"].nunique() > 1
    width = 2 if several else 1
    groups = list(dict.fromkeys(shares["group"]))
    for row in shares.itertuples():
        key = [dutch.capital(row.item), dutch.capital(row.option)][-width:]
        line, = (line for line in body if line[:width] == key)
        place = width + 3 * groups.index(row.group)
        assert line[place:place + 3] == [dutch.percent(row.value), str(row.n),
                                         weighted_text(row.weighted)]
        assert ("%" in line[place + 2]) == math.isfinite(row.weighted.value)
    assert len(body) * len(groups) == len(shares)
    assert head[width:] == [title for group in groups for title in (
        dutch.capital(group), "n", "gewogen (95%-interval)")]


def test_the_table_of_a_figure_shows_where_nobody_answered(hundred):
    data = exhibit(results_of(hundred({"zorg": 30}, None), protect=False), FIGURE, 1)
    _, first, *_ = written(data)
    assert first == ["Zorg", "30%", "100", "30% (30–30%)", "ontbreekt", "–", "–"]


@pytest.mark.parametrize(("count", "cell"), [
    (None, "te weinig antwoorden"), ((0, 2), "hooguit twee"), ((9, 11), "9–11%"),
    ((98, 100), "op hooguit twee na alle"),
])
def test_the_table_of_a_figure_says_what_stands_for_a_number(mini_wave, count, cell):
    data = exhibit(telling_taken(mini_wave, {"zorg": 30}, {"zorg": count}), FIGURE, 1)
    first, = (line for line in written(data) if line[0] == "Zorg")
    assert first == ["Zorg", "30%", "100", "–", cell, "100", "–"]


def test_a_table_of_themes_says_how_few_raised_one(mini_wave):
    told = telling(mini_wave, toelichting__tijd=[(0, 2), 30])
    line, = (line for line in written(themed(told, "toelichting")) if line[0] == "Tijd")
    assert line[1:] == ["hooguit twee", "–", "–", "30", "30%", "–"]


def test_the_table_of_a_figure_shows_no_base_that_is_too_small(mini_wave, with_rules):
    data = exhibit(results_of(with_rules(mini_wave, minimum_base=3)), FIGURE, 2)
    body = written(data)[1:]
    second = [line for line in body if line[0] == "Tweede plan"]
    assert [line[2:5] for line in second] == [["te weinig antwoorden"] * 2 + ["–"]] * 3


@pytest.mark.parametrize(("weighted", "text"), [
    (Weighted(0.24, 0.031, 0.17, 0.33), "24% (17–33%)"),
    (Weighted(0.5, 0, 0.5, 0.5), "50% (50–50%)"),
    (Weighted(0.02, 0.001, 0.0195, 0.0205), "2% (2–2%)"),
    (Weighted(0, 0, 0, 0.04), "0% (0–4%)"),
    (Weighted(1, 0, 0.96, 1), "100% (96–100%)"),
    (Weighted(0.24, 0.031, math.nan, math.nan), "24%"),
    (Weighted(math.nan, math.nan, math.nan, math.nan), "–"),
])
def test_a_weighted_share_has_its_interval(weighted, text):
    assert weighted_text(weighted) == text


def test_table_1_has_the_published_means_and_its_base(given):
    head, *body = written(exhibit(given, TABLE, 1))
    assert head[1] == "Totaal (n = 89)"
    assert [line[1] for line in body] == [
        "21%", "33%", "30%", "26%", "24%", "26%", "22%", "13%"]
    assert body[0][0] == "Geen belemmeringen"
    assert head[2] == "naar klanten gewogen (95%-interval)"
    options = given.wave.codebook["belemmeringen"].option_ids
    assert [line[2] for line in body] == [weighted_text(given[Ref(
        "belemmeringen", option, "sociale_dienst")].weighted) for option in options]


def test_a_table_of_means_weighs_by_clients(mini_wave):
    _, first, _ = written(exhibit(results_of(mini_wave, protect=False), TABLE, 1))
    # 10 and 30%, of 100 and 150 clients.
    assert first[:2] == ["Jong", "20%"]
    assert first[2].startswith("22% (")


def test_a_table_of_means_on_too_few_answers_shows_neither_means_nor_base(mini_wave, with_rules):
    estimates = results_of(with_rules(mini_wave, minimum_base=3))
    head, *body = written(exhibit(estimates, TABLE, 1))
    assert head[1] == "Totaal (te weinig antwoorden om te tonen)"
    assert [line[1:] for line in body] == [["te weinig antwoorden", "–"]] * 2


def test_table_2_has_the_published_response(given):
    _, *body = written(exhibit(given, TABLE, 2))
    assert [line[1:4] for line in body] == [
        ["232", "76", "33%"], ["34", "27", "79%"], ["31", "26", "84%"], ["4", "4", "100%"],
        ["301", "133", "44%"]]
    assert [line[5] for line in body] == ["41", "9", "11", "1", "62"]
    assert sum(int(line[2]) for line in body[:-1]) == int(body[-1][2])


def test_the_response_is_never_hidden(wave, estimates, with_rules):
    hidden = results_of(with_rules(wave, minimum_base=1000))
    assert written(exhibit(hidden, TABLE, 2)) == written(exhibit(estimates, TABLE, 2))


def test_themes_are_counted_by_group_with_their_weighted_share(given):
    head, *body = written(themed(given, "redenen_geen_koppeling"))
    assert head == ["Thema", "Sociale diensten (n = 42)", "%", "gewogen (95%-interval)",
                    "Afdelingen welzijn (n = 18)", "%", "gewogen (95%-interval)"]
    labels = {option.nl.lower() for option in
              given.wave.codebook["redenen_geen_koppeling"].options}
    assert {line[0].lower() for line in body} == labels
    most = [2 if line[1] == "hooguit twee" else int(line[1]) for line in body]
    assert len(labels) == len(body) > 3
    assert most == sorted(most, reverse=True)
    for line in body:
        for count, share, n in ((line[1], line[2], 42), (line[4], line[5], 18)):
            if count == "hooguit twee":
                assert share == "–"
            else:
                assert share == f"{int(100 * int(count) / n + 0.5)}%"
    assert [line[1] for line in body if line[0] == "Eerder geprobeerd zonder succes"] == ["1"]
    assert sum("hooguit twee" in line for line in body) == 4


def test_themes_are_drawn_with_their_table_on_a_tab(mini_words):
    text = mini_words.themes("toelichting").text
    assert re.findall(r"\{tab-item\} (\w+)", text) == ["Figuur", "Tabel", "Downloads"]
    assert "{image} /downloads/figuur-toelichting.svg\n" in text
    assert "Geld" in text.partition("{tab-item} Tabel")[2]
    assert "n = " in text
