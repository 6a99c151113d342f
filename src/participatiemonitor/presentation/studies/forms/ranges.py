"""Ranges under each other, one a row: from the least to the most that something may be.

A percentage may be more than all there is, which is as far as its axis goes; what is beyond is an
arrow. So is a range without an end. A bound from which something is called something stands
through all rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.drawn import part_number, part_text
from participatiemonitor.presentation.studies.naming import named_row
from participatiemonitor.studies.report import PERCENT, ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# The ends of each range, what is written beside its name, and the bound, the same in every row.
PARTS = {"low": True, "high": True, "label": True, "bound": False}
# Letters of a name on a line beside its label, and of the label.
_NAME, _LABEL = 40, 24
# In hundredths of the axis: how far what goes on is drawn beyond it, and the least length.
_BEYOND, _LEAST = 4.0, 0.8


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw the ranges, each under the name of its row."""
    theme.apply_theme()
    names = [theme.fitted(str(row[0]), _NAME, theme.NAME_LINES) for row in table.rows]
    heights = [(name.count("\n") + 1) * theme.LINE + theme.BAR + 0.14 for name in names]
    bound = _bound(figure, table)
    head = 0.0 if bound is None else theme.LINE + 0.06
    canvas, axes = theme.canvas(head + sum(heights))
    unit, top = _whole(figure, table) / 100, head
    if bound is not None:
        _draw_bound(axes, bound / unit, _head(figure, table, bound), head, head + sum(heights))
    for name, height, row in zip(names, heights, table.rows, strict=True):
        under = top + (name.count("\n") + 1) * theme.LINE
        label = theme.fitted(part_text(row, table, figure, "label"), _LABEL, 1)
        named_row(axes, top, name, label)
        low, high = (part_number(row, table, figure, part) for part in ("low", "high"))
        _draw_range(axes, under + theme.BAR / 2 + 0.02, (low or 0.0) / unit,
                    None if high is None else high / unit)
        top += height
    axes.set(xlim=(0, 100 + _BEYOND), ylim=(top, 0), xticks=[], yticks=[])
    return canvas


def _draw_range(axes: Axes, middle: float, low: float, high: float | None) -> None:
    """A range on a track; one that goes on ends in an arrow."""
    colour, height = theme.GROUP_COLOURS[0], theme.BAR * 0.8
    axes.barh(middle, 100, height=theme.BAR * 0.3, color=theme.SCALE_COLOURS[4][-1],
              linewidth=0)
    on = high is None or high > 100
    end = 100.0 if high is None or on else high
    start = min(low, 100 - _LEAST)
    known = not (high is None and low == 0)
    axes.barh(middle, max(end - start, _LEAST), left=start, height=height,
              color=colour if known else theme.pale(colour), linewidth=0)
    if on:
        half = height / 2
        axes.fill([100, 100 + _BEYOND, 100], [middle - half, middle, middle + half],
                  color=colour if known else theme.pale(colour), linewidth=0, clip_on=False)


def _draw_bound(axes: Axes, place: float, name: str, top: float, bottom: float) -> None:
    """A line through all rows, under its name."""
    axes.plot([place] * 2, [top - 0.04, bottom], color=theme.GROUP_COLOURS[1], linewidth=1.4,
              linestyle=(0, (3, 2)), zorder=0.5)
    axes.text(place, top - 0.05, name, va="bottom", color=theme.SOFT,
              ha="left" if place < 50 else "right")


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    rows = "; ".join(f"{row[0]}: {part_text(row, table, figure, 'label')}" for row in table.rows)
    bound = _bound(figure, table)
    line = "" if bound is None else f" Een lijn staat bij {_head(figure, table, bound)}."
    return f"Reeksen van laag tot hoog. {dutch.ended(figure.title)}{line} {rows}."


def _whole(figure: ReportFigure, table: ReportTable) -> float:
    """What the axis goes to: all of a percentage, else the most there is."""
    if table.columns[table.column(figure.parts["high"])].kind == PERCENT:
        return 1.0
    return max([end for row in table.rows for part in ("low", "high")
                if (end := part_number(row, table, figure, part)) is not None], default=0.0) or 1.0


def _bound(figure: ReportFigure, table: ReportTable) -> float | None:
    if "bound" not in figure.parts or not table.rows:
        return None
    return part_number(table.rows[0], table, figure, "bound")


def _head(figure: ReportFigure, table: ReportTable, bound: float) -> str:
    """The name of the bound, and where it is."""
    column = table.columns[table.column(figure.parts["bound"])]
    return f"{column.nl.lower()} {cell_text(bound, column)}"
