"""A ring and a dot a row: both are seen, and told apart."""

from __future__ import annotations

import matplotlib.pyplot as plt

from participatiemonitor.presentation.studies import figures
from participatiemonitor.studies.report import (
    PERCENT,
    Column,
    ReportFigure,
    ReportTable,
    report_of,
)


def test_both_of_a_pair_are_seen_where_they_are_the_same():
    made = ReportTable("paren", "Paren", (
        Column("wat", "Wat"), Column("toen", "Van huishoudens die combineren", PERCENT),
        Column("nu", "Nu", PERCENT)), (("a", 0.5, 0.5), ("b", 0.3, None),
                                                   ("c", None, "hooguit 2%")))
    shown = report_of("proef", [made], [ReportFigure(
        "samen", "Samen", "pairs", "paren", {"first": "toen", "second": "nu"})])
    drawn = figures.draw_figure(shown, "samen")
    signs = [line for line in drawn.axes[0].lines if line.get_marker() == "o"]
    ring, dot, alone = signs
    assert ring.get_xdata()[0] == dot.get_xdata()[0]
    assert ring.get_markersize() > dot.get_markersize() + 2 * ring.get_markeredgewidth() - 1
    assert dot.get_zorder() > ring.get_zorder()
    assert alone.get_markersize() == ring.get_markersize()
    assert "hooguit 2%" in [text.get_text() for text in drawn.axes[0].texts]
    assert [text.get_text() for text in drawn.legends[0].get_texts()] == [
        "Van huishoudens die combineren", "Nu"]
    plt.close(drawn)
