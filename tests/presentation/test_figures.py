"""Figures: the data they show, the words for who does not see them, and what is drawn."""

import dataclasses
import math
from xml.etree import ElementTree

import matplotlib.pyplot as plt
import pytest
from editing import append, edit, replace
from keyed import results_of
from numbered import FIGURES, figures_of
from telling import telling, telling_taken

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import FEW
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.exhibits.drawing import draw, render
from participatiemonitor.presentation.exhibits.exhibit import FIGURE, exhibit, themed
from participatiemonitor.presentation.exhibits.forms import form
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.forms import FORMS

from .conftest import drawn_rows

SVG = "{http://www.w3.org/2000/svg}"
PARTS, GROUPS = FORMS["stacked"].options, FORMS["grouped"].groups


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


@pytest.fixture(scope="session")
def shown(given):
    """Every figure of 2011, had respondents given its answers."""
    return {number: exhibit(given, FIGURE, number) for number in FIGURES}


def alt_text(data):
    return form(data.form).describe(data)


def quantities(given, number):
    """What a figure should show: one quantity for each question, group and option."""
    book = given.wave.codebook
    for name in book.figures[number].questions:
        for group in book[name].asked:
            for option in book[name].options:
                yield given[Ref(name, option.id, group)], option


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_shows_the_estimates_of_its_questions(shown, given, number):
    data = shown[number]
    book, groups = given.wave.codebook, given.wave.info.groups
    expected = {
        (book[one.ref.question].short, option.nl, groups[one.ref.group].nl): one
        for one, option in quantities(given, number)}
    assert {(row.short, row.answer, row.group): row.estimate for row in data.rows} == expected
    assert len(data.rows) == len(expected)
    assert [row.label for row in data.rows] == [
        dutch.percent(row.estimate.value) for row in data.rows]
    assert (data.number, data.form) == (number, book.figures[number].form)


@pytest.mark.parametrize("number", figures_of("grouped"))
def test_grouped_bars_run_from_most_to_least_with_the_exclusive_option_last(
    shown, wave, number
):
    first = drawn_rows(shown[number])
    first = first[first["group"] == "sociale diensten"]
    name, = wave.codebook.figures[number].questions
    question = wave.codebook[name]
    values = list(first["value"])
    if question.exclusive:
        assert first["option"].iloc[-1] == question.option(question.exclusive).nl
        values = values[:-1]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("number", FIGURES)
def test_the_alt_text_holds_every_number(shown, number):
    text = alt_text(shown[number])
    for row in drawn_rows(shown[number]).itertuples():
        assert row.label == dutch.percent(row.value)
        assert f"{row.option} {row.label}" in text
        assert row.group in text.lower()
    assert text.count("%") == len(drawn_rows(shown[number])) + shown[number].finding.count("%")
    assert shown[number].finding in text


def bars(canvas):
    """The bars of a drawing as (middle, left, width), from the top down; no empty ones."""
    axes, = canvas.axes
    found = [(patch.get_y() + patch.get_height() / 2, patch.get_x(), patch.get_width())
             for patch in axes.patches if patch.get_width() > 0]
    return sorted(found)


@pytest.mark.parametrize("number", figures_of("grouped"))
def test_the_length_of_a_grouped_bar_is_its_estimate(shown, number):
    drawn = bars(draw(shown[number]))
    values = [row.value for row in drawn_rows(shown[number]).itertuples() if row.value > 0]
    assert [width for _, _, width in drawn] == pytest.approx([100 * value for value in values])
    assert all(left == 0 for _, left, _ in drawn)


@pytest.mark.parametrize("number", figures_of("stacked"))
def test_the_length_of_a_stacked_part_is_its_estimate_and_parts_join(shown, number):
    drawn = bars(draw(shown[number]))
    values = [row.value for row in drawn_rows(shown[number]).itertuples() if row.value > 0]
    assert [width for _, _, width in drawn] == pytest.approx([100 * value for value in values])
    ends = {}
    for place, left, width in drawn:
        assert left == pytest.approx(ends.get(place, 0))
        ends[place] = left + width
    assert list(ends.values()) == pytest.approx([100] * len(ends))


def texts(canvas):
    """What is written in a drawing, as (height, text), from the top down."""
    axes, = canvas.axes
    return sorted((text.get_position()[1], text.get_text()) for text in axes.texts)


@pytest.mark.parametrize("number", figures_of("grouped"))
def test_the_number_beside_a_grouped_bar_is_its_own(shown, number):
    canvas = draw(shown[number])
    axes, = canvas.axes
    middles = [round(bar.get_y() + bar.get_height() / 2, 6)
               for bars_of_group in axes.containers for bar in bars_of_group]
    written = {round(height, 6): text for height, text in texts(canvas) if "%" in text}
    table = drawn_rows(shown[number])
    expected = [dutch.percent(value) for group in dict.fromkeys(table["group"])
                for value in table.loc[table["group"] == group, "value"]]
    assert [written[middle].split()[0] for middle in middles] == expected


@pytest.mark.parametrize("number", figures_of("grouped"))
def test_each_item_is_named_above_its_bars_and_each_group_on_its_first_bar(shown, number):
    canvas = draw(shown[number])
    axes, = canvas.axes
    table = drawn_rows(shown[number])
    items = list(dict.fromkeys(table["item"]))
    written = texts(canvas)
    names = [text.replace("\n", " ") for height, text in written
             if text.replace("\n", " ") in map(dutch.capital, items)]
    assert names == [dutch.capital(item) for item in items]
    for group, bars_of_group in zip(dict.fromkeys(table["group"]), axes.containers, strict=True):
        middle = bars_of_group[0].get_y() + bars_of_group[0].get_height() / 2
        named = [height for height, text in written if text.endswith(group)]
        assert named == pytest.approx([middle])


@pytest.mark.parametrize("number", FIGURES)
def test_nothing_in_a_figure_overlaps_or_is_cut_off(shown, number):
    canvas = draw(shown[number])
    canvas.canvas.draw()
    axes, = canvas.axes
    legend = axes.get_legend()
    written = [*canvas.texts, *axes.texts, *(legend.get_texts() if legend else ())]
    boxes = [(text.get_text(), text.get_window_extent()) for text in written]
    width = canvas.bbox.width
    for place, (text, box) in enumerate(boxes):
        assert box.x0 >= -1 and box.x1 <= width * 1.03, text
        for other, there in boxes[:place]:
            # Letters have a little air around them.
            assert not box.padded(-2).overlaps(there.padded(-2)), (text, other)


def test_parts_too_narrow_for_a_number_have_none(shown):
    axes, = draw(shown[4]).axes
    written = [text.get_text() for text in axes.texts if text.get_text().endswith("%")]
    wide = [row.value for row in drawn_rows(shown[4]).itertuples() if row.value >= 0.07]
    assert sorted(written) == sorted(map(dutch.percent, wide))


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_figure_is_the_same_bytes_each_time(shown, number):
    once = render(draw(shown[number]), ["n = 5."])
    again = render(draw(shown[number]), ["n = 5."])
    assert once == again
    assert not plt.get_fignums()  # and it is closed
    for made in (once.outlined, once.typeset):
        assert ElementTree.fromstring(made).tag.endswith("svg")


def test_letters_are_shapes_on_the_page_and_text_in_print(shown):
    made = render(draw(shown[2]), [])
    words = {}
    for name, svg in (("page", made.outlined), ("print", made.typeset)):
        words[name] = " ".join("".join(text.itertext()) for text
                               in ElementTree.fromstring(svg).iter(f"{SVG}text"))
    assert words["page"] == ""
    assert set(shown[2].finding.split()) <= set(words["print"].split())


def test_a_figure_for_slides_says_what_it_rests_on(shown):
    canvas = draw(shown[2])
    title, = canvas.texts
    assert title.get_text().replace("\n", " ") == shown[2].finding
    render(canvas, ("n = 5.", "Bron: peiling. Reconstructie."))
    assert canvas.texts[1].get_text() == "n = 5.\nBron: peiling. Reconstructie."


def test_a_group_without_answers_is_said_and_drawn_as_nothing(hundred):
    data = exhibit(results_of(hundred({"zorg": 30}, None)), FIGURE, 1)
    assert math.isnan(drawn_rows(data)["value"].iloc[-1])
    assert "zorg ontbreekt" in alt_text(data)
    assert "nan" not in alt_text(data)
    axes, = draw(data).axes
    assert sum(text.get_text().startswith("ontbreekt") for text in axes.texts) == 3
    assert "nan" not in form(data.form).table(data)


@pytest.mark.parametrize("number", figures_of("grouped"))
def test_a_label_stands_at_the_end_of_its_bar(shown, number):
    """At the end of an interval it would be read as the length of that."""
    canvas = draw(shown[number])
    axes, = canvas.axes
    middles = {round(y + height / 2, 6): width
               for y, height, width in ((bar.get_y(), bar.get_height(), bar.get_width())
                                        for group in axes.containers for bar in group)}
    labels = [(text.get_position(), text.get_ha()) for text in axes.texts
              if "%" in text.get_text()]
    assert len(labels) == len(middles)
    for (x, y), align in labels:
        assert abs(x - middles[round(y, 6)]) <= 2
        assert align == ("left" if x > middles[round(y, 6)] else "right")
    assert len(axes.lines) == 0


def test_themes_that_hardly_anybody_raised_have_no_bar_and_are_named(given):
    data = themed(given, "redenen_geen_koppeling")
    few, other, *_ = dict.fromkeys(row.answer for row in data.rows)
    rows = tuple(dataclasses.replace(row, estimate=dataclasses.replace(
        row.estimate, status=FEW, between=(0, 2))) if row.answer == few else row
        for row in data.rows)
    axes, = draw(dataclasses.replace(data, rows=rows)).axes
    written = {text.get_text() for text in axes.texts}
    assert dutch.capital(other) in written
    assert dutch.capital(few) not in written
    assert f"Alleen in de tabel: {few}." in form("themes").note(
        dataclasses.replace(data, rows=rows))
    assert "Alleen in de tabel" not in form("themes").note(data)


HIDDEN = "te weinig antwoorden"


@pytest.fixture
def guarded(mini_wave):
    """Figure 1 with what is told of one answer of the first group: ``guarded(None)``, hidden."""
    return lambda told: exhibit(telling_taken(
        mini_wave, {"zorg": told, "werk": 40, "geen": 30},
        {"zorg": 50, "werk": 20, "geen": 10}), FIGURE, 1)


def test_a_hidden_answer_is_said_and_drawn_as_nothing(guarded):
    data = guarded(None)
    hidden, = (row for row in drawn_rows(data).itertuples() if row.label == HIDDEN)
    assert (hidden.option, hidden.group) == ("zorg", "sociale diensten")
    assert math.isnan(hidden.value)
    assert math.isnan(hidden.weighted.value)
    canvas = draw(data)
    axes, = canvas.axes
    assert [text.get_text() for text in axes.texts].count(HIDDEN) == 1
    assert len(bars(canvas)) == 5
    assert f"zorg {HIDDEN}" in alt_text(data)


@pytest.mark.parametrize(("told", "label", "length"), [
    ((0, 2), "hooguit twee", 1), ((9, 11), "9–11%", 10),
    ((98, 100), "op hooguit twee na alle", 99)])
def test_what_is_told_within_limits_is_drawn_to_their_middle_and_says_so(guarded, told, label,
                                                                         length):
    data = guarded(told)
    canvas = draw(data)
    assert length in {round(width, 6) for _, _, width in bars(canvas)}
    axes, = canvas.axes
    written, = (text for text in axes.texts if label in text.get_text())
    inside = written.get_position()[0] < length
    assert inside == (told[1] == 100)  # so long a label does not fit behind so long a bar
    assert f"zorg {label}" in alt_text(data)


@pytest.mark.parametrize(("told", "label"), [((9, 11), "9–11%"),
                                             ((98, 100), "op hooguit twee na alle")])
def test_a_stacked_bar_says_what_is_told_within_limits(mini_wave, told, label):
    rest = {"plan_een__pilot": (0, 2), "plan_een__nee": 100 - told[1], "plan_twee__staand": 100,
            "plan_twee__pilot": 0, "plan_twee__nee": 0}
    data = exhibit(telling(mini_wave, plan_een__staand=told, **rest), FIGURE, 2)
    canvas = draw(data)
    axes, = canvas.axes
    assert [text.get_text() for text in axes.texts].count(label) == 2
    widths = [round(width, 6) for _, _, width in bars(canvas)]
    assert widths.count(sum(told) / 2) == 2
    assert 1 in widths  # of at most two no more than a line
    assert "pilot hooguit twee" in alt_text(data)


def test_parts_of_a_stacked_bar_told_within_limits_fill_it_together(mini_wave):
    """Not each to its middle: these would run over the end, and the last part out of sight."""
    told = telling(mini_wave, plan_een__staand=(95, 97), plan_een__pilot=(0, 8),
                   plan_een__nee=(0, 10), plan_twee__staand=100, plan_twee__pilot=0,
                   plan_twee__nee=0)
    widths = [width for _, _, width in bars(draw(exhibit(told, FIGURE, 2)))]
    assert widths[:3] == pytest.approx([95.5, 2, 2.5])


def test_nothing_in_a_figure_tells_what_is_not_told(strict):
    one, other = (exhibit(strict(
        {"zorg": count, "werk": 40, "geen": 30}, {"zorg": 50, "werk": 20, "geen": 10}), FIGURE, 1)
        for count in (1, 2))
    assert render(draw(one), []) == render(draw(other), [])
    assert alt_text(one) == alt_text(other)
    assert form(one.form).table(one) == form(other.form).table(other)


@pytest.mark.parametrize(("zorg", "werk", "order"), [
    (None, 40, ["werk", "zorg"]), ((98, 100), 40, ["zorg", "werk"]), ((0, 2), 40, ["werk", "zorg"]),
    # Among each other in the order of the codebook.
    ((0, 2), (0, 2), ["zorg", "werk"]), (None, None, ["zorg", "werk"])])
def test_hidden_answers_come_after_the_others_and_before_the_exclusive_one(mini_wave, zorg, werk,
                                                                           order):
    told = telling_taken(mini_wave, {"zorg": zorg, "werk": werk, "geen": 60}, {"zorg": 50})
    data = exhibit(told, FIGURE, 1)
    assert list(dict.fromkeys(drawn_rows(data)["item"])) == [*order, "geen taken"]


def test_a_stacked_bar_says_what_its_rest_is(mini_wave, with_rules):
    data = exhibit(results_of(with_rules(mini_wave, minimum_base=3)), FIGURE, 2)
    labels = drawn_rows(data).groupby(["item", "group"], sort=False)["label"].apply(list)
    assert labels["tweede plan", "sociale diensten"] == [HIDDEN] * 3  # two answers
    assert f"staand beleid {HIDDEN}" in alt_text(data)
    axes, = draw(data).axes
    rests = [text.get_text() for text in axes.texts if text.get_text().startswith("rest: ")]
    assert rests == [f"rest: {HIDDEN}"] * sum(HIDDEN in bar for bar in labels)


def test_a_stacked_bar_without_answers_says_so(hundred):
    wave = hundred({}, {})
    wave.responses[["plan_een", "plan_twee"]] = None
    data = exhibit(results_of(wave), FIGURE, 2)
    axes, = draw(data).axes
    texts = [text.get_text() for text in axes.texts]
    assert texts.count("rest: ontbreekt") == 4
    assert not bars(axes.figure)


@pytest.mark.parametrize("parts", range(1, PARTS + 1))
def test_a_scale_of_any_length_that_is_read_is_drawn(mini, parts):
    more = ["staand", "pilot", "nee", *(f"graad_{number}" for number in range(4, PARTS + 1))]
    lines = "".join(f"    - {{id: {name}, nl: '{name}', en: x}}\n" for name in more[:parts])
    codebook = mini.wave(2009) / "codebook.yml"
    old = codebook.read_text()
    start, end = old.index("    - {id: staand"), old.index("questions:\n")
    codebook.write_text(old[:start] + lines + old[end:])
    replace(codebook, "{plan_een: [staand, pilot], plan_twee: [staand]}", "{plan_een: [staand]}")
    for number, respondent in enumerate(("SD-1", "SD-2", "SD-3", "AW-1")):
        edit(mini.wave(2009) / "responses.csv", respondent, plan_een="staand",
             plan_twee=more[number % parts])
    data = exhibit(results_of(load_answered(2009, mini)), FIGURE, 2)
    axes, = draw(data).axes
    assert [text.get_text() for text in axes.get_legend().get_texts()] == more[:parts]
    colours = [patch.get_facecolor() for patch in axes.get_legend().get_patches()]
    assert len(set(colours)) == parts


def test_a_question_that_is_not_put_to_a_group_has_no_bar_of_it(mini):
    codebook = mini.wave(2009) / "codebook.yml"
    text = codebook.read_text()
    start = text.index("  - id: plan_twee")
    # And with it the three that rest on it.
    codebook.write_text(text[:start] + text[start:].replace(", afdeling_welzijn]", "]", 4))
    responses = mini.wave(2009) / "responses.csv"
    replace(responses, "nee,nee,", "nee,,")
    axes, = draw(exhibit(results_of(load_answered(2009, mini)), FIGURE, 2)).axes
    texts = [text.get_text() for text in axes.texts]
    assert texts.count("sociale diensten") == 2
    assert texts.count("afdelingen welzijn") == 1


def test_as_many_groups_as_are_read_are_drawn_in_colours_of_their_own(mini):
    assert GROUPS == 3
    folder = mini.wave(2009)
    replace(folder / "wave.yml", "strata:", "  wijkteam: {code: WT, nl: wijkteams, "
            "singular: wijkteam, en: teams}\nstrata:")
    codebook = folder / "codebook.yml"
    text = codebook.read_text()
    start = text.index("  - id: taken")
    codebook.write_text(text[:start] + text[start:].replace("welzijn]", "welzijn, wijkteam]", 1))
    append(folder / "responses.csv", respondent="WT-1", organisation="K-1", group="wijkteam",
           taken__zorg="1", taken__werk="0", taken__geen="0")
    axes, = draw(exhibit(results_of(load_answered(2009, mini)), FIGURE, 1)).axes
    assert len(axes.containers) == 3
    assert len({container[0].get_facecolor() for container in axes.containers}) == 3
