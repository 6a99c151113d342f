"""A dot a row with its interval, or beside a band within which it means little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.parts import part_number, part_text
from participatiemonitor.studies.report import ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

PARTS = {"value": True, "low": False, "high": False, "limit": False}
_MARK = 6.5
# Hundredths of the width, right of the longest interval: room for its label.
_ROOM = 16


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw each dot under the name of its row.

    Parameters
    ----------
    figure : ReportFigure
    table : ReportTable

    Returns
    -------
    matplotlib.figure.Figure
    """
    theme.apply_theme()
    names = [theme.fitted(str(row[0]), theme.NAME_WIDTH, theme.NAME_LINES) for row in table.rows]
    heights = [(name.count("\n") + 1) * theme.LINE + theme.BAR + 0.12 for name in names]
    canvas, axes = theme.canvas(max(sum(heights), theme.LINE))
    start, unit = _scale(figure, table)
    axes.set(xlim=(0, 100), ylim=(max(sum(heights), theme.LINE), 0), xticks=[], yticks=[])
    top = 0.0
    for name, height, row in zip(names, heights, table.rows, strict=True):
        under = top + (name.count("\n") + 1) * theme.LINE
        middle = under + theme.BAR / 2 + 0.02
        axes.text(0, under - 0.01, name, ha="left", va="bottom", linespacing=1.2)
        value, low, high, limit = (part_number(row, table, figure, part) for part in PARTS)
        if limit is not None:
            axes.barh(middle, 2 * limit / unit, left=start - limit / unit, height=theme.BAR,
                      color=theme.GROUP_COLOURS[2], alpha=0.55)
            axes.plot([start] * 2, [middle - theme.BAR / 2, middle + theme.BAR / 2],
                      color=theme.SOFT, linewidth=1)
        ends = [start + end / unit for end in (low, high) if end is not None]
        if len(ends) == 2:
            axes.plot(ends, [middle] * 2, color=theme.GROUP_COLOURS[0], linewidth=2.2, alpha=0.45,
                      solid_capstyle="round")
        text = part_text(row, table, figure, "value")
        if value is None:
            axes.text(start if limit is None else 0, middle, text, ha="left", va="center",
                      color=theme.SOFT)
        else:
            _dot(axes, start + value / unit, middle, text, ends, left=limit is not None and value < 0)
        top += height
    return canvas


def _dot(axes: Axes, place: float, middle: float, text: str, ends: list[float], *, left: bool
         ) -> None:
    axes.plot([place], [middle], marker="o", markersize=_MARK, color=theme.GROUP_COLOURS[0],
              markeredgecolor=theme.PAPER, markeredgewidth=1, clip_on=False)
    beside = min([place, *ends]) - 2.2 if left else max([place, *ends]) + 2.2
    axes.text(beside, middle, text, ha="right" if left else "left", va="center", clip_on=False)


def _scale(figure: ReportFigure, table: ReportTable) -> tuple[float, float]:
    """Where nought is, and how much a hundredth of the width is."""
    known = [number for row in table.rows for part in PARTS
             if (number := part_number(row, table, figure, part)) is not None]
    longest = max(map(abs, known), default=1.0) or 1.0
    if "limit" in figure.parts:
        return 50.0, longest / (50 - _ROOM)
    return 1.0, longest / (99 - _ROOM)


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    lines = []
    for row in table.rows:
        value, low, high, _ = (part_text(row, table, figure, part) for part in PARTS)
        between = f" (tussen {low} en {high})" if low and high else ""
        lines.append(f"{row[0]}: {value or 'niet bekend'}{between}")
    return f"Punten op een lijn. {dutch.ended(figure.title)} {'; '.join(lines)}."
