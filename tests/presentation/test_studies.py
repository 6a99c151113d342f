"""Tables, figures and words of a study: numbers in Dutch, and text that is never markup."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import matplotlib.pyplot as plt
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.presentation.studies import figures, parts, tables, words
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.forms import form
from participatiemonitor.studies.report import (
    COEFFICIENT,
    COUNT,
    KINDS,
    NUMBER,
    PERCENT,
    TEXT,
    Column,
    Part,
    Report,
    ReportFigure,
    ReportTable,
    report_of,
)

HOSTILE = "*a* | <b>b</b> `c`"
COLUMNS = (Column("wie", "Wie"), Column("aantal", "Aantal", COUNT),
           Column("aandeel", "Aandeel", PERCENT), Column("laag", "Van", PERCENT),
           Column("hoog", "Tot", PERCENT))


@pytest.fixture
def report() -> Report:
    rows = ((HOSTILE, 1234, 0.445, 0.4, 0.5), ("allen", 20, None, None, None),
            ("niemand", "hooguit twee", "hooguit 5%", None, None))
    made = ReportTable("wie", f"Wie {HOSTILE}", COLUMNS, rows, f"Van {HOSTILE}")
    drawn = ReportFigure("aandelen", f"Vooral {HOSTILE}", "bars", "wie",
                         {"value": "aandeel", "low": "laag", "high": "hoog"})
    return report_of("proef", [made], [drawn], meest=HOSTILE)


@pytest.mark.parametrize(("cell", "kind", "shown"), [
    (1234, COUNT, "1.234"), (0.445, PERCENT, "45%"), (1.25, NUMBER, "1,3"), (None, COUNT, "–"),
    ("hooguit twee", COUNT, "hooguit twee"), ("x", TEXT, "x"), (2012, TEXT, "2012"),
])
def test_cells_are_written_as_dutch_is(cell, kind, shown):
    assert cell_text(cell, Column("naam", "Naam", kind)) == shown


def test_each_kind_of_column_can_be_shown():
    assert all(cell_text(1, Column("naam", "Naam", kind)) for kind in KINDS)


def test_text_is_never_markup(report):
    for block in (tables.table(report, "wie"), figures.figure(report, "aandelen")):
        # The option with the alternative text is plain text.
        lines = [line for line in block.text.splitlines() if not line.startswith(":alt: ")]
        assert not any(sign in line for line in lines for sign in ("<b>", "*a*", "`c`"))
    assert "<b>" not in words.text(report, "meest")._repr_html_()


def test_a_table_has_its_note_and_its_file(report):
    text = tables.table(report, "wie").text
    assert '<a href="downloads/wie.csv" download>csv</a>' in text
    assert "Van " in text
    assert ":name: \"tab-wie\"" in text


def test_a_figure_tells_its_numbers_to_who_does_not_see_it(report):
    shown = report.figure("aandelen")
    said = form(shown).describe(shown, report.table("wie"))
    assert "45% (tussen 40% en 50%)" in said
    assert "allen: niet bekend" in said
    assert "niemand: hooguit 5%" in said


def test_a_figure_is_drawn_with_what_is_known(report):
    canvas = figures.draw_figure(report, "aandelen")
    (axes,) = canvas.axes
    assert [round(bar.get_width(), 1) for bar in axes.patches] == [44.5, 0, 0]
    written = [text.get_text() for text in axes.texts]
    assert {"45%", "–", "hooguit 5%"} <= set(written)
    plt.close(canvas)


@pytest.mark.parametrize("parts", [{}, {"low": "laag"}, {"value": "aandeel", "hoogte": "hoog"}])
def test_a_figure_with_other_parts_is_a_fault_of_its_study(parts):
    with pytest.raises(ValueError, match="value, low, high"):
        form(ReportFigure("x", "", "bars", "wie", parts))


def test_words_say_what_is_in_the_table(report):
    word = words.value(report, "wie", "niemand", "aantal")
    assert str(word) == "hooguit twee"
    assert "niemand, Aantal" in word.source
    assert words.value(report, "wie", HOSTILE, "aandeel").text == "45%"
    assert words.rows_of(report, "wie").starting().text == "Drie"
    with pytest.raises(InputError, match="geen getal"):
        words.value(report, "wie", "allen", "aandeel")


def test_a_coefficient_has_two_decimals():
    assert cell_text(-0.005, Column("kappa", "Kappa", COEFFICIENT)) == "−0,01"


def test_a_table_without_rows_says_why_and_shows_nothing_else():
    empty = ReportTable("wie", "Wie", COLUMNS, (), "Er is niemand")
    made = report_of("proef", [empty], [ReportFigure("x", "Niemand", "bars", "wie",
                                                     {"value": "aandeel"})])
    assert tables.table(made, "wie").text == figures.figure(made, "x").text == "Er is niemand."


def drawn(made, name):
    canvas = figures.draw_figure(made, name)
    (axes,) = canvas.axes
    key = [text.get_text() for legend in canvas.legends for text in legend.get_texts()]
    found = axes, [text.get_text() for text in axes.texts], key
    plt.close(canvas)
    return found


SPANS = (Column("trede", "Trede"), Column("zeker", "Zeker", COUNT),
         Column("hooguit", "Hooguit", COUNT), Column("van", "Van", COUNT),
         Column("hun", "Hun", COUNT), Column("hun-van", "Van hun", COUNT))


@pytest.fixture
def spans() -> Report:
    rows = (("laag", 3, 4, 8, 28, 28), ("hoog", 0, 0, 8, None, 28), ("midden", 2, 6, 8, 7, 28))
    table = ReportTable("treden", "Treden", SPANS, rows)
    own = {"low": "zeker", "high": "hooguit"}
    beside = {"of": "van", "beside_low": "hun", "beside_high": "hun", "beside_of": "hun-van"}
    return report_of("proef", [table], [
        ReportFigure("eigen", "Eigen", "spans", "treden", own),
        ReportFigure("naast", "Naast", "spans", "treden", own | beside)])


def test_spans_are_as_long_as_they_are_sure_and_may_be(spans):
    axes, written, key = drawn(spans, "eigen")
    # Pale to what may be, then what is sure; the longest, six, is as long as there is room for.
    assert [round(bar.get_width(), 1) for bar in axes.patches] == [
        66.7, 50.0, 0, 0, 100.0, 33.3]
    assert {"3 of 4", "0", "2 tot 6"} <= set(written)
    assert key == ["Zeker", "Hooguit"]


def test_spans_beside_others_are_parts_of_their_whole(spans):
    axes, written, key = drawn(spans, "naast")
    assert [round(bar.get_width(), 1) for bar in axes.patches] == [
        50.0, 37.5, 100.0, 100.0, 0, 0, 0, 0, 75.0, 25.0, 25.0, 25.0]
    assert {"3 of 4 van 8", "28 van 28", "0 van 8", "niet bekend", "7 van 28"} <= set(written)
    assert key == ["Zeker", "Hooguit", "Hun"]


def test_spans_are_told_to_who_does_not_see_them(spans):
    def said(name):
        return form(spans.figure(name)).describe(spans.figure(name), spans.table("treden"))

    assert said("eigen") == "Liggende staven. Eigen. laag: 3 of 4; hoog: 0; midden: 2 tot 6."
    assert "laag: (Zeker – Hooguit) 3 of 4 van 8, (Hun) 28 van 28;" in said("naast")
    assert "hoog: (Zeker – Hooguit) 0 van 8, (Hun) niet bekend;" in said("naast")


def matrix(*rows) -> Report:
    columns = (Column("wie", "Wie"), *(Column(name, name.capitalize()) for name in "abc"),
               Column("trede", "Trede"))
    return report_of("proef", [ReportTable("alles", "Alles", columns, rows)], [
        ReportFigure("vakjes", "Vooral b", "matrix", "alles",
                     {"first": "a", "last": "c", "beside": "trede"})])


def test_a_matrix_has_a_mark_for_each_word():
    made = matrix(("x", "ja", "één", "nee", "2"), (HOSTILE, "nee", "ja", "nee", "1 of 2"))
    axes, written, key = drawn(made, "vakjes")
    # Two squares that are full, one that is half: its frame and what fills it.
    assert len(axes.patches) == 4
    full, frame, half, _ = axes.patches
    assert half.get_height() == pytest.approx(frame.get_height() / 2)
    assert half.get_y() == pytest.approx(frame.get_y() + frame.get_height() / 2)
    assert full.get_facecolor()[3] == 1
    assert frame.get_facecolor()[3] == 0
    assert len(axes.lines) == 3
    assert {"A", "B", "C", "Trede", "x", "1 of 2"} <= set(written)
    assert key == ["ja", "volgens één van beide codeurs", "nee"]
    said = form(made.figure("vakjes")).describe(made.figure("vakjes"), made.table("alles"))
    assert said == ("Overzicht van 2 rijen en 3 kolommen met vakjes. Vooral b. A 1; "
                    "B 1 (en 1 volgens één codeur); C 0.")


def test_a_matrix_explains_only_the_marks_it_has():
    assert drawn(matrix(("x", "ja", "ja", "nee", "2")), "vakjes")[2] == ["ja", "nee"]
    assert drawn(matrix(("x", "nee", "nee", "nee", "0")), "vakjes")[2] == ["nee"]


def test_a_matrix_has_as_many_rows_as_can_be_read():
    made = matrix(*((f"rij {place}", "ja", "nee", "nee", "1") for place in range(43)))
    axes, written, _ = drawn(made, "vakjes")
    shown = len(axes.patches)
    assert 30 <= shown < 43
    assert f"rij {shown - 1}" in written
    assert f"rij {shown}" not in written
    assert f"en nog {43 - shown}, in de tabel" in written
    said = form(made.figure("vakjes")).describe(made.figure("vakjes"), made.table("alles"))
    assert "43 rijen" in said
    assert "A 43;" in said
    assert "en nog" not in "".join(drawn(matrix(("x", "ja", "ja", "ja", "1")), "vakjes")[1])


def test_squares_of_a_matrix_stay_apart_whatever_the_names_are():
    made = matrix(*((f"naam {'lang ' * place}", "ja", "ja", "ja", "1") for place in range(8)))
    axes, _, _ = drawn(made, "vakjes")
    tops = sorted({round(mark.get_y(), 3) for mark in axes.patches})
    height = axes.patches[0].get_height()
    assert all(two - one > height for one, two in pairwise(tops))


def test_parts_of_the_page_stand_under_their_headings(report):
    made = replace(report, texts={**report.texts, "leeg": ""}, series={"wie": (
        Part(HOSTILE, ("meest", "leeg"), ("aandelen",), ("wie",)), Part(says=("meest",))),
        "niets": ()})
    block = parts.series(made, "wie")
    heading, first, *others = str(block).split("\n\n")
    assert heading.startswith("### &#42;a&#42; ")
    assert first == others[-1]
    assert "<b>" not in heading + first
    assert 'alt: "Liggende staven.' in str(block)
    assert f"<details><summary>Wie {'*a* | &lt;b&gt;b&lt;/b&gt; `c`'}</summary>" in str(block)
    assert str(parts.series(made, "niets")) == ""
    with pytest.raises(InputError, match="'weg' is geen reeks van deze studie"):
        parts.series(made, "weg")
