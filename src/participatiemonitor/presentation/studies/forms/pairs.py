"""A ring and a dot a row, joined: of two groups or of two moments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.drawn import part_head, part_number, part_text
from participatiemonitor.presentation.studies.named_rows import named_rows
from participatiemonitor.studies.report import ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

PARTS = {"first": True, "second": True}
# The second is what is looked at, the first what it stands beside: a ring, within which the second
# is still seen where both are the same.
_LOOKS: dict[str, dict[str, Any]] = {
    "first": {"marker": "o", "markersize": 9, "markerfacecolor": theme.PAPER,
              "markeredgecolor": theme.GROUP_COLOURS[1], "markeredgewidth": 1.8},
    "second": {"marker": "o", "markersize": 5.5, "markerfacecolor": theme.GROUP_COLOURS[0],
               "markeredgecolor": theme.GROUP_COLOURS[0], "markeredgewidth": 0}}
# Letters of a name in the key, of which two stand beside each other.
_LETTERS = 36
# Hundredths of the width that are left for labels on either side.
_ROOM = 9


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw both of each row under its name, and say which is which."""
    from matplotlib.lines import Line2D

    shown = named_rows(table)
    left, right = shown.left + _ROOM, 100 - _ROOM
    known = [number for row in table.rows for part in PARTS
             if (number := part_number(row, table, figure, part)) is not None]
    unit = (max(known, default=1.0) or 1.0) / (right - left)
    for middle, row in zip(shown.middles, table.rows, strict=True):
        shown.axes.plot([left, right], [middle] * 2, color=theme.GROUP_COLOURS[2], linewidth=0.8)
        _pair(shown.axes, middle, {
            part: (left + number / unit, part_text(row, table, figure, part)) for part in PARTS
            if (number := part_number(row, table, figure, part)) is not None}, left,
            part_text(row, table, figure, "second") or part_text(row, table, figure, "first"))
    theme.key(shown.canvas, {
        theme.fitted(part_head(table, figure, part), _LETTERS, 1): Line2D(
            [], [], linestyle="none", **_LOOKS[part]) for part in PARTS})
    return shown.canvas


def _pair(axes: Axes, middle: float, ends: dict[str, tuple[float, str]], left: float, words: str
          ) -> None:
    """Both, with their numbers; where these are no numbers, what is told in their place."""
    if not ends:
        _label(axes, (left, words), middle, 0, "left")
    places = [place for place, _ in ends.values()]
    if len(places) == 2:
        axes.plot(places, [middle] * 2, color=theme.SOFT, linewidth=2, zorder=2.5)
    for (part, (place, _)) in ends.items():
        axes.plot([place], [middle], zorder=3 + list(PARTS).index(part), **_LOOKS[part])
    ordered = sorted(ends.values())
    if ordered:
        _label(axes, ordered[-1], middle, 2.2, "left")
    if len(ordered) == 2 and ordered[0][1] != ordered[1][1]:
        _label(axes, ordered[0], middle, -2.2, "right")


def _label(axes: Axes, end: tuple[float, str], middle: float, beside: float, align: str) -> None:
    """On paper of its own, so that no line goes through it."""
    axes.text(end[0] + beside, middle, end[1], ha=align, va="center",
              bbox={"boxstyle": "square,pad=0.1", "facecolor": theme.PAPER, "edgecolor": "none"})


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    heads = [part_head(table, figure, part).lower() for part in PARTS]
    lines = []
    for row in table.rows:
        first, second = (part_text(row, table, figure, part) or "niet bekend" for part in PARTS)
        lines.append(f"{row[0]}: {heads[0]} {first}, {heads[1]} {second}")
    return f"Twee punten per regel. {dutch.ended(figure.title)} {'; '.join(lines)}."
