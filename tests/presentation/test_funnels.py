"""Funnels and intervals: what is drawn is what the table says."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pytest

from participatiemonitor.presentation.studies import figures
from participatiemonitor.presentation.studies.forms import form, funnel, intervals
from participatiemonitor.presentation.studies.funnels.points import points_of
from participatiemonitor.presentation.studies.funnels.scales import size_marks, value_marks
from participatiemonitor.studies.report import (
    COUNT,
    NUMBER,
    PERCENT,
    RATIO,
    Column,
    ReportFigure,
    ReportTable,
    report_of,
)

PARTS = {"size": "van", "value": "aandeel", "target": "samen", "low": "laag", "high": "hoog",
         "far_low": "verlaag", "far_high": "verhoog", "least": "minst", "most": "meest",
         "marked": "opvallend"}
COLUMNS = (Column("wie", "Wie"), Column("van", "Van", COUNT), Column("aandeel", "Aandeel", PERCENT),
           Column("minst", "Minstens", PERCENT), Column("meest", "Hoogstens", PERCENT),
           Column("samen", "Samen", PERCENT), *(Column(name, name, PERCENT) for name in (
               "laag", "hoog", "verlaag", "verhoog")), Column("opvallend", "Opvallend"))
FIGURE = ReportFigure("trechter", "A ligt opvallend hoog", "funnel", "grenzen", PARTS)


def limits(size):
    """Normal limits around .4, two and three standard errors wide."""
    error = np.sqrt(0.4 * 0.6 / size)
    return [0.4 - 2 * error, 0.4 + 2 * error, max(0.4 - 3 * error, 0), 0.4 + 3 * error]


def row(name, size, low, high=None, marked="nee"):
    high = low if high is None else high
    told = low if low == high else "hooguit 8%"
    return (name, size, told, low, high, 0.4, *map(float, limits(size)), marked)


ROWS = (row("A", 400, 0.55, marked="ja"), row("B", 100, 0.52), row("C", 100, 0.41),
        row("D", 25, 0, 0.08), row("E", 1600, 0.37), row("<b>$F$</b>", 900, 0.35))


@pytest.fixture
def report():
    return report_of("proef", [ReportTable("grenzen", "Grenzen", COLUMNS, ROWS)], [FIGURE])


def test_who_lie_outside_first_those_that_stand_out(report):
    points = points_of(FIGURE, report.table("grenzen"))
    assert points.outside.tolist() == [2, 1, 0, -2, -1, -2]
    assert [points.names[place] for place in points.outward] == [
        "A", "D", "<b>$F$</b>", "E", "B"]


def test_a_row_that_may_lie_inside_does():
    rows = (row("A", 400, 0.55), row("D", 25, 0, 0.21))
    points = points_of(FIGURE, ReportTable("grenzen", "Grenzen", COLUMNS, rows))
    assert points.outside.tolist() == [2, 0]


def test_limits_are_exact_at_the_rows_and_smooth_between(report):
    """Normal limits are known everywhere."""
    points = points_of(FIGURE, report.table("grenzen"))
    sizes = np.array([20.0, 25, 60, 100, 250, 400, 700, 900, 1600, 2000])
    drawn = funnel._line(points, points.limits["high"], sizes)
    assert drawn == pytest.approx([limits(size)[1] for size in sizes], abs=1e-12)


def test_limits_stay_where_shares_are(report):
    points = points_of(FIGURE, report.table("grenzen"))
    drawn = funnel._line(points, points.limits["far_low"], np.geomspace(1, 2000, 50))
    assert (drawn >= 0).all()
    assert (funnel._line(points, points.limits["far_high"], np.array([1.0])) <= 1).all()


def test_everything_that_is_outside_is_named(report):
    canvas = figures.draw_figure(report, "trechter")
    names = {text.get_text() for text in canvas.axes[0].texts}
    assert {"A", "B", "D", "E", "<b>$F$</b>"} == names
    key = [text.get_text() for text in canvas.legends[0].get_texts()]
    assert key == ["Samen: 40%", "95% bij toeval", "99,8% bij toeval", "Opvallend",
                   "Niet precies te tonen"]
    plt.close(canvas)


def test_what_is_no_point_is_drawn_from_the_least_to_the_most(report):
    canvas = figures.draw_figure(report, "trechter")
    lines = [segment.tolist() for drawn in canvas.axes[0].collections
             for segment in getattr(drawn, "get_segments", list)()]
    assert lines == [[[25, 0], [25, 0.08]]]
    plt.close(canvas)


def test_a_funnel_tells_who_lie_where(report):
    said = form(FIGURE).describe(FIGURE, report.table("grenzen"))
    assert said == ("Trechter. A ligt opvallend hoog. Samen: 40%. Buiten de grens van 99,8%: A "
                    "(55%), D (hooguit 8%) en <b>$F$</b> (35%). Buiten de grens van 95% maar niet "
                    "die van 99,8%: E (37%) en B (52%).")


def test_of_many_outside_a_funnel_tells_how_many_more():
    rows = tuple(row(f"G{place}", 400 + place, 0.6) for place in range(350))
    table = ReportTable("grenzen", "Grenzen", COLUMNS, rows)
    assert "en nog 342." in funnel.describe(FIGURE, table)
    canvas = funnel.draw(FIGURE, table)
    assert len(canvas.axes[0].texts) <= 10
    plt.close(canvas)


@pytest.mark.parametrize("rows", [ROWS[:1], ROWS[1:3], (row("A", 100, 0.4),) * 3])
def test_a_funnel_of_one_size_can_be_drawn(rows):
    canvas = funnel.draw(FIGURE, ReportTable("grenzen", "Grenzen", COLUMNS, rows))
    plt.close(canvas)


@pytest.mark.parametrize(("low", "high", "marks"), [
    (30, 3400, [50, 100, 200, 500, 1000, 2000]), (90, 110, [90, 110]), (233, 233, [233]),
    (12, 300, [20, 50, 100, 200]), (0.4, 4, [0.5, 1, 2]),
    (10, 1_000_000, [10, 100, 1000, 10_000, 100_000, 1_000_000])])
def test_sizes_have_round_marks(low, high, marks):
    assert size_marks(low, high) == pytest.approx(marks)


@pytest.mark.parametrize(("steps", "kind", "said"), [
    ([0, 0.05, 0.1], PERCENT, ["0%", "5%", "10%"]),
    ([0.02, 0.025], PERCENT, ["2,0%", "2,5%"]),
    ([0.9, 1, 1.1], RATIO, ["0,9", "1,0", "1,1"]),
    ([1000, 2000], NUMBER, ["1.000", "2.000"])])
def test_values_have_the_decimals_they_need(steps, kind, said):
    assert value_marks(steps, kind) == said


def interval_table(kind, *rows):
    return ReportTable("bereik", "Bereik", (Column("wie", "Wie"), *(
        Column(name, name, kind) for name in ("waarde", "laag", "hoog"))), rows)


BESIDE = ReportFigure("groepen", "Verschil", "intervals", "bereik",
                      {"value": "waarde", "low": "laag", "high": "hoog"})


@pytest.mark.parametrize(("kind", "rows", "said"), [
    (PERCENT, [("a", 0.2, 0.1, 0.3), ("b", 0.4, 0.3, 0.5)],
     "a: 20% (tussen 10% en 30%); b: 40% (tussen 30% en 50%)."),
    (PERCENT, [("a", 0.2, 0.1, 0.3), ("b", 0.211, 0.2, 0.3), ("c", None, None, None)],
     "a: 20,0% (tussen 10,0% en 30,0%); b: 21,1% (tussen 20,0% en 30,0%)."),
    (RATIO, [("a", 1.2, 0.9, 1.5)], "a: 1,20 (tussen 0,90 en 1,50)."),
    (RATIO, [("a", None, None, None)], "Er is niets te tonen."),
    (NUMBER, [(str(place), 1, 0, 2) for place in range(14)], "en nog twee in de tabel."),
])
def test_intervals_tell_their_numbers(kind, rows, said):
    table = interval_table(kind, *rows)
    text = intervals.describe(BESIDE, table)
    assert text.startswith("Punten met marges. Verschil. ")
    assert text.endswith(said)
    plt.close(intervals.draw(BESIDE, table))


def test_times_are_seen_beside_one():
    canvas = intervals.draw(BESIDE, interval_table(RATIO, ("a", 1.6, 1.2, 2.0)))
    low, high = canvas.axes[0].get_xlim()
    assert low < 1 < 2 < high
    assert [1, 1] in [list(line.get_xdata()) for line in canvas.axes[0].lines]
    plt.close(canvas)
