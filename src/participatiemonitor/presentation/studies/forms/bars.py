"""Bars beside each other, one a row, with the interval of each where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.drawn import part_number, part_text
from participatiemonitor.studies.report import PERCENT, ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas

PARTS = {"value": True, "low": False, "high": False}
# In hundredths of the longest bar: where the room ends.
_ROOM = 118


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw the bars, each under the name of its row."""
    theme.apply_theme()
    names = [theme.fitted(str(row[0]), theme.NAME_WIDTH, theme.NAME_LINES) for row in table.rows]
    heights = [(name.count("\n") + 1) * theme.LINE + theme.BAR + 0.14 for name in names]
    canvas, axes = theme.canvas(max(sum(heights), theme.LINE))
    ends = [end for row in table.rows for part in figure.parts
            if (end := part_number(row, table, figure, part)) is not None]
    column = table.columns[table.column(figure.parts["value"])]
    unit = (1.0 if column.kind == PERCENT else max([*ends, 0.0]) or 1.0) / 100
    top = 0.0
    for name, height, row in zip(names, heights, table.rows, strict=True):
        under = top + (name.count("\n") + 1) * theme.LINE
        axes.text(0, under - 0.01, name, ha="left", va="bottom", linespacing=1.2)
        middle = under + theme.BAR / 2 + 0.02
        value = part_number(row, table, figure, "value")
        axes.barh(middle, (value or 0) / unit, height=theme.BAR * 0.92,
                  color=theme.GROUP_COLOURS[0])
        limits = [part_number(row, table, figure, part) for part in ("low", "high")]
        known = [limit / unit for limit in limits if limit is not None]
        if len(known) == len(limits):
            for colour, width in ((theme.PAPER, 3.2), (theme.INK, 1.2)):  # seen on the bar too
                axes.plot(known, [middle] * 2, color=colour, linewidth=width, clip_on=False)
        label = cell_text(row[table.column(figure.parts["value"])], column)
        axes.text(max([(value or 0) / unit, *known, 0]) + 1.2, middle, label, ha="left",
                  va="center", clip_on=False)
        top += height
    axes.set(xlim=(0, _ROOM), ylim=(max(top, theme.LINE), 0), xticks=[], yticks=[])
    return canvas


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    return f"Liggende staven. {dutch.ended(figure.title)} {'; '.join(_said(figure, table))}."


def _said(figure: ReportFigure, table: ReportTable) -> list[str]:
    lines = []
    for row in table.rows:
        value, *limits = (part_text(row, table, figure, part) for part in PARTS)
        between = f" (tussen {limits[0]} en {limits[1]})" if all(limits) else ""
        lines.append(f"{row[0]}: {value or 'niet bekend'}{between}")
    return lines
