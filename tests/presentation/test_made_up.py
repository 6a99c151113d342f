"""What was printed and what was made up are told apart: in figures, tables and their texts."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import matplotlib.pyplot as plt
import pytest
from matplotlib.colors import to_rgba
from numbered import FIGURES

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.estimates import ASSUMED, PUBLISHED
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.drawing import draw, render
from participatiemonitor.presentation.exhibits.exhibit import FIGURE, TABLE, exhibit
from participatiemonitor.presentation.exhibits.forms import form
from participatiemonitor.presentation.exhibits.in_words import bars_of
from participatiemonitor.presentation.exhibits.share_picture import alternative

from .conftest import rows

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = {to_rgba(colour) for colours in (theme.GROUP_COLOURS, *theme.SCALE_COLOURS.values())
           for colour in colours}
NUMBER = re.compile(r"\d+%")


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


@pytest.fixture(scope="session")
def shown(reported):
    """Every figure of 2011."""
    return {number: exhibit(reported, FIGURE, number) for number in FIGURES}


def bars(shown):
    """Each row of a figure with what was drawn of it."""
    axes, = draw(shown).axes
    listed = [row for groups in bars_of(shown).values() for rows in groups.values()
              for row in rows]
    return list(zip(listed, (bar for bars in axes.containers for bar in bars), strict=True))


@pytest.mark.parametrize("number", FIGURES)
def test_a_bar_is_solid_where_its_number_is_printed_and_else_hatched_and_pale(shown, number):
    for row, bar in bars(shown[number]):
        assert bar.get_width() == pytest.approx(100 * row.estimate.value)
        made_up = row.estimate.standing == ASSUMED
        assert bool(bar.get_hatch()) == made_up, row
        assert (bar.get_facecolor() in COLOURS) != made_up


def test_both_kinds_are_there_to_be_told_apart(shown):
    kinds = {row.estimate.standing for one in shown.values() for row in one.rows}
    assert kinds == {PUBLISHED, ASSUMED}


def numbers_allowed(one):
    """The percentages that a document printed of what a figure shows."""
    return {number for row in one.rows for number in NUMBER.findall(row.label)}


@pytest.mark.parametrize("number", FIGURES)
def test_no_text_in_or_of_a_figure_has_a_number_that_was_made_up(shown, number):
    one = shown[number]
    svg = ElementTree.fromstring(render(draw(one), []).typeset)
    drawn = " ".join("".join(text.itertext()) for text in svg.iter(f"{SVG}text"))
    described = form(one.form).describe(one)
    for text in (drawn, described):
        assert set(NUMBER.findall(text)) <= numbers_allowed(one)


@pytest.mark.parametrize("number", FIGURES)
def test_the_label_of_a_printed_number_is_what_was_printed(shown, number):
    for row in shown[number].rows:
        if row.estimate.standing == PUBLISHED:
            assert row.label == row.estimate.printed == f"{100 * row.estimate.value:.0f}%"
        else:
            assert row.label == "" or row.quote.printed in row.label


def test_a_word_or_band_of_a_document_stands_at_a_bar_that_was_made_up(shown):
    labels = {(row.answer, row.group): row.label for row in shown[12].rows}
    assert labels["verkokering binnen de gemeente", "sociale diensten"] == "ruim 40%"
    # Named without a quantity.
    assert labels["beperkte inzetbaarheid en capaciteiten", "sociale diensten"] == ""
    assert {row.label for row in shown[4].rows if row.answer == "nee, ook geen plannen"} == {
        "een kleine 30%"}


def test_a_word_that_does_not_fit_in_its_part_stands_beside_it(shown):
    one = shown[4]
    row, *others = one.rows
    narrow = tuple(replace(row, quote=replace(row.quote, printed="grofweg een derde van alles")
                           if row.quote.printed else row.quote) for row in (row, *others))
    texts = [text.get_text() for text in draw(replace(one, rows=narrow)).axes[0].texts]
    assert any(text.startswith("staand beleid: grofweg een derde") for text in texts)
    assert "grofweg een derde van alles" not in texts


def test_the_alt_text_says_what_is_printed_and_names_what_was_made_up(shown):
    text = form(shown[12].form).describe(shown[12])
    assert "schotten in financiering en wettelijk kader 44% (gedrukt)" in text
    _, made_up = text.split("Nagemaakt, dus niet uit het rapport, zijn lengte en volgorde van: ")
    assert made_up == ("beperkte inzetbaarheid en capaciteiten; verkokering binnen de gemeente; "
                       "andere knelpunten; geen knelpunten.")


def test_a_figure_of_both_kinds_explains_them_and_one_of_one_kind_that_one(shown, given):
    def key(one):
        legends = draw(one).legends
        return [text.get_text() for legend in legends for text in legend.get_texts()]

    assert key(shown[12]) == ["staat in het rapport", "nagemaakt"]
    assert key(shown[5]) == ["nagemaakt"]
    assert key(exhibit(given, FIGURE, 5)) == []


def test_what_was_made_up_has_no_interval(shown):
    assert all(not draw(one).axes[0].lines for one in shown.values())


@pytest.mark.parametrize("number", FIGURES)
def test_real_answers_are_solid_with_their_numbers(given, number):
    one = exhibit(given, FIGURE, number)
    assert not any(bar.get_hatch() for _, bar in bars(one))
    assert "gedrukt" not in form(one.form).describe(one)
    assert "°" not in form(one.form).table(one)


@pytest.mark.parametrize("number", FIGURES)
def test_a_cell_has_the_sign_where_its_number_was_made_up(shown, number):
    one = shown[number]
    _, *body = rows(form(one.form).table(one))
    cells = [cell for line in body for cell in line[-len(one.groups):]]
    assert cells == [row.cell for row in one.rows]
    for row in one.rows:
        assert row.cell.endswith("°") == (row.label == "")


def test_the_bases_of_table_2_have_the_sign_unless_they_are_printed(reported):
    *_, total = rows(form("response").table(exhibit(reported, TABLE, 2)))
    assert total == ["**Totaal**", "301", "133", "44%", "301", "62", "21%"]
    _, small, *_ = rows(form("response").table(exhibit(reported, TABLE, 2)))
    assert small[2].endswith("°")
    assert small[3] == "33%"


def test_table_1_has_the_printed_means_and_base_and_no_weighted_ones(reported):
    head, *body = rows(form("means").table(exhibit(reported, TABLE, 1)))
    assert head[1:] == ["Totaal (n = 89)"]
    assert [line[1] for line in body] == [
        "21%", "33%", "30%", "26%", "24%", "26%", "22%", "13%"]


def test_themes_are_those_that_a_document_names_in_its_words(reported):
    text = Chapter(reported).themes("redenen_geen_koppeling").text
    assert "- Geen prioriteit\n" in text
    assert "- Eerder geprobeerd zonder succes: één van de sociale diensten\n" in text
    assert not re.search(r"\d", text)
    assert "Koppeling van Wwb en Wmo beschreven" not in Chapter(reported).themes(
        "participatievisie_inhoud").text  # of which it says that it is mostly not there


def test_the_caption_has_no_base_that_was_made_up(reported, given):
    for source, says in ((reported, False), (given, True)):
        text = Chapter(source).figure(12).text
        picture = text[text.index("{figure}"):text.index("{tab-item} Tabel")]
        assert ("n = 125" in picture) == says
    assert "Ook dit aantal antwoorden is nagemaakt." in Chapter(reported).figure(12).text


def test_the_shared_picture_has_printed_numbers(reported, given):
    assert alternative(reported) == (
        "Maximaal vermogen 2011: 44% van de sociale diensten en 61% van de afdelingen welzijn "
        "noemt schotten in geld en regels een knelpunt voor Wwb en Wmo. Reconstructie.")
    assert "voert projecten uit" in alternative(given)


def test_small_bars_show_what_is_printed_and_nothing_else(reported, given):
    made_up = Chapter(reported).bars("koppeling.ja")
    assert (repr(made_up), made_up._repr_html_()) == ("", "")
    printed = Chapter(reported).bars("knelpunten.schotten")
    assert repr(printed) == "sociale diensten 44%; afdelingen welzijn 61%"
    words = Chapter(reported).bars("knelpunten.verkokering")
    assert "ruim 40%" in words._repr_html_()
    assert 'class="bar-' not in words._repr_html_()
    assert 'class="bar-' in Chapter(given).bars("knelpunten.verkokering")._repr_html_()
