"""A dot a row with its interval, or beside a band within which it means little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.drawn import part_head, part_number, part_text
from participatiemonitor.presentation.studies.named_rows import named_rows
from participatiemonitor.studies.report import ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

PARTS = {"value": True, "low": False, "high": False, "limit": False}
_MARK = 6.5
# Hundredths of the width, beside the longest interval: room for its label.
_ROOM = 12


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw each dot under the name of its row."""
    shown = named_rows(table, part_head(table, figure, "value").lower())
    axes, (start, unit) = shown.axes, _scale(figure, table, shown.left)
    for middle, row in zip(shown.middles, table.rows, strict=True):
        value, low, high, limit = (part_number(row, table, figure, part) for part in PARTS)
        if limit is not None:
            axes.barh(middle, 2 * limit / unit, left=start - limit / unit, height=theme.BAR,
                      color=theme.GROUP_COLOURS[2], alpha=0.55)
            axes.plot([start] * 2, [middle - theme.BAR / 2, middle + theme.BAR / 2],
                      color=theme.SOFT, linewidth=1)
        ends = [start + end / unit for end in (low, high) if end is not None]
        if len(ends) == 2:
            axes.plot(ends, [middle] * 2, color=theme.GROUP_COLOURS[0], linewidth=2.4, alpha=0.45,
                      solid_capstyle="round")
        text = part_text(row, table, figure, "value")
        if value is None:
            axes.text(shown.left, middle, text, ha="left", va="center", color=theme.SOFT)
        else:
            _dot(axes, start + value / unit, middle, text, ends,
                 left=limit is not None and value < 0)
    return shown.canvas


def _dot(axes: Axes, place: float, middle: float, text: str, ends: list[float], *, left: bool
         ) -> None:
    axes.plot([place], [middle], marker="o", markersize=_MARK, color=theme.GROUP_COLOURS[0],
              markeredgecolor=theme.PAPER, markeredgewidth=1, clip_on=False)
    beside = min([place, *ends]) - 2.2 if left else max([place, *ends]) + 2.2
    axes.text(beside, middle, text, ha="right" if left else "left", va="center", clip_on=False)


def _scale(figure: ReportFigure, table: ReportTable, left: float) -> tuple[float, float]:
    """Where nought is, and how much a hundredth of the width is."""
    known = [number for row in table.rows for part in PARTS
             if (number := part_number(row, table, figure, part)) is not None]
    longest = max(map(abs, known), default=1.0) or 1.0
    if "limit" in figure.parts:
        return (left + 100) / 2, longest / ((100 - left) / 2 - _ROOM)
    return left + 1, longest / (99 - left - _ROOM)


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    lines = []
    for row in table.rows:
        value, low, high, _ = (part_text(row, table, figure, part) for part in PARTS)
        between = f" (tussen {low} en {high})" if low and high else ""
        lines.append(f"{row[0]}: {value or 'niet bekend'}{between}")
    return f"Punten op een lijn. {dutch.ended(figure.title)} {'; '.join(lines)}."
