"""Figures: the data they show, the words for who does not see them, and what is drawn."""

import base64
import math
from xml.etree import ElementTree

import matplotlib.pyplot as plt
import pytest

from participatiemonitor.estimation import Estimates, Ref
from participatiemonitor.presentation import figures, tables, wording

NUMBERS = range(1, 13)
FORMS = {1: "grouped", 2: "stacked", 3: "grouped", 4: "stacked", 5: "grouped", 6: "stacked",
         7: "grouped", 8: "stacked", 9: "grouped", 10: "grouped", 11: "grouped", 12: "grouped"}


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


@pytest.fixture(scope="session")
def shown(estimates):
    """The data of every figure of 2011."""
    return {number: figures.figure_data(number, estimates) for number in NUMBERS}


def quantities(estimates, number):
    """What a figure should show: one quantity for each question, group and option."""
    book = estimates.wave.codebook
    for name in book.figures[number].questions:
        for group in book[name].asked:
            for option in book[name].options:
                yield estimates[Ref(name, option.id, group)], option


@pytest.mark.parametrize("number", NUMBERS)
def test_a_figure_shows_the_estimates_of_its_questions(shown, estimates, number):
    data = shown[number]
    groups = estimates.wave.info.groups
    expected = sorted((groups[one.ref.group].nl, option.nl, one.n, one.value)
                      for one, option in quantities(estimates, number))
    found = data.table[["group", "option", "n", "value"]].itertuples(index=False)
    assert sorted(map(tuple, found)) == expected
    assert (data.number, data.form) == (number, FORMS[number])


@pytest.mark.parametrize("number", [n for n, form in FORMS.items() if form == "grouped"])
def test_grouped_bars_run_from_most_to_least_with_the_exclusive_option_last(
    shown, wave, number
):
    first = shown[number].table[shown[number].table["group"] == "sociale diensten"]
    name, = wave.codebook.figures[number].questions
    question = wave.codebook[name]
    values = list(first["value"])
    if question.exclusive:
        assert first["option"].iloc[-1] == question.option(question.exclusive).nl
        values = values[:-1]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_alt_text_holds_every_number(shown, number):
    text = figures.alt_text(shown[number])
    for row in shown[number].table.itertuples():
        assert f"{row.option} {wording.percent(row.value)}" in text
        assert row.group in text.lower()
    assert text.count("%") == len(shown[number].table)


def bars(canvas):
    """The bars of a drawing as (middle, left, width), from the top down; no empty ones."""
    axes, = canvas.axes
    found = [(patch.get_y() + patch.get_height() / 2, patch.get_x(), patch.get_width())
             for patch in axes.patches if patch.get_width() > 0]
    return sorted(found)


@pytest.mark.parametrize("number", [n for n, form in FORMS.items() if form == "grouped"])
def test_the_length_of_a_grouped_bar_is_its_estimate(shown, number):
    drawn = bars(figures.draw(shown[number]))
    values = [row.value for row in shown[number].table.itertuples() if row.value > 0]
    assert [width for _, _, width in drawn] == pytest.approx([100 * value for value in values])
    assert all(left == 0 for _, left, _ in drawn)


@pytest.mark.parametrize("number", [n for n, form in FORMS.items() if form == "stacked"])
def test_the_length_of_a_stacked_part_is_its_estimate_and_parts_join(shown, number):
    drawn = bars(figures.draw(shown[number]))
    values = [row.value for row in shown[number].table.itertuples() if row.value > 0]
    assert [width for _, _, width in drawn] == pytest.approx([100 * value for value in values])
    ends = {}
    for place, left, width in drawn:
        assert left == pytest.approx(ends.get(place, 0))
        ends[place] = left + width
    assert list(ends.values()) == pytest.approx([100] * len(ends))


def test_the_number_beside_a_grouped_bar_is_its_own(shown):
    axes, = figures.draw(shown[1]).axes
    labels = [text.get_text() for text in axes.texts]
    expected = []
    for group in dict.fromkeys(shown[1].table["group"]):
        rows = shown[1].table[shown[1].table["group"] == group]
        expected += [wording.percent(value) for value in rows["value"]]
    assert labels == expected


def test_parts_too_narrow_for_a_number_have_none(shown):
    axes, = figures.draw(shown[4]).axes
    written = [text.get_text() for text in axes.texts if text.get_text().endswith("%")]
    wide = [row.value for row in shown[4].table.itertuples() if row.value >= 0.05]
    assert sorted(written) == sorted(map(wording.percent, wide))


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_figure_is_the_same_bytes_each_time(shown, number):
    once = figures.as_svg(figures.draw(shown[number]))
    again = figures.as_svg(figures.draw(shown[number]))
    assert once == again
    assert not plt.get_fignums()  # and it is closed
    assert ElementTree.fromstring(once).tag.endswith("svg")


def test_a_data_uri_holds_the_figure():
    uri = figures.as_data_uri(b"<svg/>")
    head, _, body = uri.partition(",")
    assert head == "data:image/svg+xml;base64"
    assert base64.b64decode(body) == b"<svg/>"


def test_a_group_without_answers_is_said_and_drawn_as_nothing(hundred):
    data = figures.figure_data(1, Estimates(hundred({"zorg": 30}, None)))
    assert math.isnan(data.table["value"].iloc[-1])
    assert "zorg geen antwoorden" in figures.alt_text(data)
    assert "nan" not in figures.alt_text(data)
    axes, = figures.draw(data).axes
    assert [text.get_text() for text in axes.texts].count("geen antwoorden") == 3
    assert "nan" not in tables.figure_table(data)
