"""Points with their intervals under each other, on a scale as wide as these are.

For differences that bars from nought would hide; times are seen beside a line at one, others
beside what there is now, where that is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.drawn import part_head, part_number, part_text
from participatiemonitor.presentation.studies.funnels.scales import value_marks
from participatiemonitor.studies.report import PERCENT, RATIO, Column, ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# The line is the same in every row.
PARTS = {"value": True, "low": True, "high": True, "line": False}
_NUMBERS = ("value", "low", "high")
# Letters and lines of a name; rows told in the alternative text, of which the table has all.
_LETTERS, _LINES, _TOLD = 27, 3, 12
# Inches: the height of a row beside its name, and that of the scale. In parts of the canvas: where
# the drawing begins and ends, between names and numbers.
_ROW, _SCALE = 0.15, 0.26
_LEFT, _RIGHT = 0.41, 0.88
# Of the width of what is drawn, left free at both ends.
_ROOM = 0.05
# Shares that lie nearer to each other have a decimal.
_NEAR = 0.05


@dataclass(frozen=True)
class _Row:
    name: str
    value: float
    low: float
    high: float


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw the rows that have a number."""
    theme.apply_theme()
    rows, column = _rows(figure, table), _column(figure, table)
    names = [theme.fitted(row.name, _LETTERS, _LINES) for row in rows]
    heights = [(name.count("\n") + 1) * theme.LINE + _ROW for name in names]
    head = theme.LINE + 0.05 if "line" in figure.parts else 0.0
    tall = head + max(sum(heights), theme.LINE) + _SCALE
    canvas, axes = theme.canvas(tall)
    axes.set_position((_LEFT, _SCALE / tall, _RIGHT - _LEFT, 1 - _SCALE / tall))
    _scale(axes, rows, column, tall - _SCALE)
    if head:
        _draw_line(axes, figure, table, (head - 0.04, tall - _SCALE))
    top = head
    for name, row, height in zip(names, rows, heights, strict=True):
        middle = top + height / 2
        axes.plot([row.low, row.high], [middle] * 2, color=theme.GROUP_COLOURS[0], linewidth=1.6,
                  solid_capstyle="butt", clip_on=False)
        axes.plot([row.value], [middle], "o", color=theme.GROUP_COLOURS[0], markersize=5.5,
                  markeredgecolor=theme.PAPER, markeredgewidth=0.8, clip_on=False)
        beside: dict[str, Any] = {"va": "center", "transform": axes.get_yaxis_transform()}
        axes.text(-_LEFT / (_RIGHT - _LEFT), middle, name, ha="left", linespacing=1.2, **beside)
        axes.text(1 + (1 - _RIGHT) / (_RIGHT - _LEFT), middle, _text(row.value, rows, column),
                  ha="right", **beside)
        top += height
    return canvas


def _draw_line(axes: Axes, figure: ReportFigure, table: ReportTable, ends: tuple[float, float]
               ) -> None:
    """A line through all rows, under what it is."""
    name = part_head(table, figure, "line").lower()
    for row in table.rows[:1]:
        place = part_number(row, table, figure, "line")
        if place is not None:
            axes.plot([place] * 2, ends, color=theme.GROUP_COLOURS[1], linewidth=1.4,
                      linestyle=(0, (3, 2)), zorder=0.5)
            axes.text(place, ends[0] - 0.01, f"{name} {part_text(row, table, figure, 'line')}",
                      ha="center", va="bottom", color=theme.SOFT)


def _scale(axes: Axes, rows: list[_Row], column: Column, height: float) -> None:
    """A scale as wide as the intervals, with the line beside which times are seen."""
    from matplotlib.ticker import MaxNLocator

    ends = [end for row in rows for end in (row.low, row.high)] or [0.0, 1.0]
    ends += [1.0] if column.kind == RATIO else []
    room = _ROOM * (max(ends) - min(ends)) or 1.0
    low, high = min(ends) - room, max(ends) + room
    locator = MaxNLocator(4, min_n_ticks=3, integer=_whole(ends))
    scale = 100 if column.kind == PERCENT else 1
    marks = [mark / scale for mark in locator.tick_values(low * scale, high * scale)
             if low <= mark / scale <= high]
    axes.set(xlim=(low, high), ylim=(height, 0), yticks=[])
    axes.set_xticks(marks, value_marks(marks, column.kind))
    axes.tick_params(length=3, width=0.6, color=theme.SOFT, labelcolor=theme.SOFT, bottom=True,
                     labelsize=theme.SIZE - 1, pad=2)
    axes.spines["bottom"].set(visible=True, color=theme.SOFT, linewidth=0.6)
    axes.grid(axis="x", color=theme.GROUP_COLOURS[2], linewidth=0.5)
    axes.set_axisbelow(True)
    if column.kind == RATIO:
        axes.axvline(1.0, color=theme.INK, linewidth=0.9)


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    rows, column = _rows(figure, table), _column(figure, table)
    said = [f"{row.name}: {_text(row.value, rows, column)} (tussen "
            f"{_text(row.low, rows, column)} en {_text(row.high, rows, column)})"
            for row in rows[:_TOLD]]
    more = [f"en nog {dutch.numeral(len(rows) - _TOLD)} in de tabel"] if len(rows) > _TOLD else []
    told = "; ".join([*said, *more]) or "Er is niets te tonen"
    line = "".join(f" {dutch.capital(part_head(table, figure, 'line'))}: "
                   f"{part_text(row, table, figure, 'line')}."
                   for row in table.rows[:1] if "line" in figure.parts)
    return f"Punten met marges. {dutch.ended(figure.title)}{line} {told}."


def _text(value: float, rows: list[_Row], column: Column) -> str:
    """A number as it takes to tell the rows apart."""
    values = [row.value for row in rows]
    if column.kind == PERCENT and max(values) - min(values) < _NEAR and not _whole(values):
        return dutch.percent(value, 1)
    return cell_text(value, column)


def _whole(shares: Sequence[float]) -> bool:
    """Whether shares are whole percents, and have no more to tell."""
    return all(abs(100 * share - round(100 * share)) < 1e-9 for share in shares)


def _column(figure: ReportFigure, table: ReportTable) -> Column:
    return table.columns[table.column(figure.parts["value"])]


def _rows(figure: ReportFigure, table: ReportTable) -> list[_Row]:
    places = [table.column(figure.parts[part]) for part in _NUMBERS]
    found = [(str(cells[0]), [cells[place] for place in places]) for cells in table.rows]
    return [_Row(name, *map(float, numbers)) for name, numbers in found  # type: ignore[arg-type]
            if all(isinstance(number, int | float) for number in numbers)]
