"""Two dots a row, joined: of two groups or of two moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.parts import part_head, part_number, part_text
from participatiemonitor.studies.report import ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

PARTS = {"first": True, "second": True}
_MARK = 6.5
# Hundredths of the width that are left for labels on either side.
_ROOM = 14


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw both dots of each row under its name, and say which is which.

    Parameters
    ----------
    figure : ReportFigure
    table : ReportTable

    Returns
    -------
    matplotlib.figure.Figure
    """
    from matplotlib.lines import Line2D

    theme.apply_theme()
    names = [theme.fitted(dutch.capital(str(row[0])), theme.NAME_WIDTH, theme.NAME_LINES)
             for row in table.rows]
    heights = [(name.count("\n") + 1) * theme.LINE + theme.BAR + 0.12 for name in names]
    canvas, axes = theme.canvas(max(sum(heights), theme.LINE))
    axes.set(xlim=(0, 100), ylim=(max(sum(heights), theme.LINE), 0), xticks=[], yticks=[])
    known = [number for row in table.rows for part in PARTS
             if (number := part_number(row, table, figure, part)) is not None]
    unit = (max(known, default=1.0) or 1.0) / (100 - 2 * _ROOM)
    top = 0.0
    for name, height, row in zip(names, heights, table.rows, strict=True):
        under = top + (name.count("\n") + 1) * theme.LINE
        axes.text(0, under - 0.01, name, ha="left", va="bottom", linespacing=1.2)
        ends = {part: (_ROOM + number / unit, part_text(row, table, figure, part))
                for part in PARTS
                if (number := part_number(row, table, figure, part)) is not None}
        _pair(axes, under + theme.BAR / 2 + 0.02, ends)
        top += height
    theme.key(canvas, {
        theme.fitted(part_head(table, figure, part), theme.GROUP_WIDTH, 1): Line2D(
            [], [], linestyle="none", marker="o", markersize=_MARK, color=colour)
        for part, colour in zip(PARTS, _COLOURS, strict=True)})
    return canvas


# The second is what is looked at, the first what it stands beside.
_COLOURS = (theme.GROUP_COLOURS[1], theme.GROUP_COLOURS[0])


def _pair(axes: Axes, middle: float, ends: dict[str, tuple[float, str]]) -> None:
    axes.plot([_ROOM, 100 - _ROOM], [middle] * 2, color=theme.GROUP_COLOURS[2], linewidth=0.8)
    places = [place for place, _ in ends.values()]
    if len(places) == 2:
        axes.plot(places, [middle] * 2, color=theme.SOFT, linewidth=2)
    for (part, (place, _)) in ends.items():
        axes.plot([place], [middle], marker="o", markersize=_MARK,
                  color=_COLOURS[list(PARTS).index(part)], markeredgecolor=theme.PAPER,
                  markeredgewidth=1)
    ordered = sorted(ends.values())
    if ordered:
        axes.text(ordered[-1][0] + 2.2, middle, ordered[-1][1], ha="left", va="center")
    if len(ordered) == 2 and ordered[0][1] != ordered[1][1]:
        axes.text(ordered[0][0] - 2.2, middle, ordered[0][1], ha="right", va="center")


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    heads = [part_head(table, figure, part).lower() for part in PARTS]
    lines = []
    for row in table.rows:
        first, second = (part_text(row, table, figure, part) or "niet bekend" for part in PARTS)
        lines.append(f"{row[0]}: {heads[0]} {first}, {heads[1]} {second}")
    return f"Twee punten per regel. {dutch.ended(figure.title)} {'; '.join(lines)}."
