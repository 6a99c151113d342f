"""Tables, figures and words of a study: numbers in Dutch, and text that is never markup."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.presentation.studies import figures, tables, words
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.forms import form
from participatiemonitor.studies.report import (
    COUNT,
    KINDS,
    NUMBER,
    PERCENT,
    TEXT,
    Column,
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
