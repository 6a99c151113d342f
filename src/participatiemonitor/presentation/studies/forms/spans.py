"""Bars from nought to what is sure, and paler to what may be; others beside them where there are.

Of a row two bars are drawn, one under the other: own ones, and those that these are held beside. A
bar without numbers is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.studies.report import Cell, ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# Where both ends of a bar are the same column, nothing is unsure; without a whole, the longest
# bar is as long as there is room for.
PARTS = {"low": True, "high": True, "of": False,
         "beside_low": False, "beside_high": False, "beside_of": False}
_SERIES = (("low", "high", "of"), ("beside_low", "beside_high", "beside_of"))
_UNKNOWN = "niet bekend"
# In hundredths of the longest bar: where the room ends.
_ROOM = 124


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw the bars, each row under its name."""
    theme.apply_theme()
    names = [theme.fitted(str(row[0]), theme.NAME_WIDTH, theme.NAME_LINES) for row in table.rows]
    series = _series(figure)
    heights = [(name.count("\n") + 1) * theme.LINE + theme.BAR * len(series) + 0.14
               for name in names]
    canvas, axes = theme.canvas(max(sum(heights), theme.LINE))
    ends = [end for row in table.rows for bar in _bars(row, figure, table) for end in bar[:2]]
    most = max([end for end in ends if end is not None], default=0) or 1
    top = 0.0
    for name, height, row in zip(names, heights, table.rows, strict=True):
        under = top + (name.count("\n") + 1) * theme.LINE
        axes.text(0, under - 0.01, name, ha="left", va="bottom", linespacing=1.2)
        for place, (low, high, of) in enumerate(_bars(row, figure, table)):
            _draw_bar(axes, under + theme.BAR * (place + 0.5) + 0.02, theme.GROUP_COLOURS[place],
                      (low, high), of or most, _label(low, high, of))
        top += height
    axes.set(xlim=(0, _ROOM), ylim=(max(top, theme.LINE), 0), xticks=[], yticks=[])
    entries = _entries(figure, table)
    if len(entries) > 1:
        theme.key(canvas, entries)
    return canvas


def _draw_bar(axes: Axes, middle: float, colour: str, ends: tuple[float | None, float | None],
              most: float, label: str) -> None:
    low, high = (100 * (end or 0) / most for end in ends)
    axes.barh(middle, high, height=theme.BAR * 0.92, color=theme.pale(colour))
    axes.barh(middle, low, height=theme.BAR * 0.92, color=colour)
    axes.text(high + 1.2, middle, label, ha="left", va="center", clip_on=False)


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    series = _series(figure)
    rows = []
    for row in table.rows:
        labels = [_label(*bar) for bar in _bars(row, figure, table)]
        said = [f"{_name(figure, table, parts)} {label}"
                for parts, label in zip(series, labels, strict=True)]
        rows.append(f"{row[0]}: {', '.join(said) if len(said) > 1 else labels[0]}")
    return f"Liggende staven. {dutch.ended(figure.title)} {'; '.join(rows)}."


def _name(figure: ReportFigure, table: ReportTable, parts: tuple[str, str, str]) -> str:
    """What the ends of a bar are: *(beide codeurs – ten minste één codeur)*."""
    heads = dict.fromkeys(table.columns[table.column(figure.parts[part])].nl for part in parts[:2])
    return f"({' – '.join(heads)})"


def _series(figure: ReportFigure) -> list[tuple[str, str, str]]:
    return [parts for parts in _SERIES if parts[0] in figure.parts]


def _bars(row: tuple[Cell, ...], figure: ReportFigure, table: ReportTable
          ) -> list[tuple[float | None, float | None, float | None]]:
    """Of each bar both ends and the whole."""
    def number(part: str) -> float | None:
        cell = row[table.column(figure.parts[part])] if part in figure.parts else None
        return float(cell) if isinstance(cell, int | float) else None

    return [(number(low), number(high), number(of)) for low, high, of in _series(figure)]


def _label(low: float | None, high: float | None, of: float | None) -> str:
    if low is None or high is None:
        return _UNKNOWN
    ends = [dutch.whole(end) for end in dict.fromkeys((low, high))]
    counts = (" of " if high - low == 1 else " tot ").join(ends)
    return counts if of is None else f"{counts} van {dutch.whole(of)}"


def _entries(figure: ReportFigure, table: ReportTable) -> dict[str, Artist]:
    """What each colour is: a column each."""
    from matplotlib.patches import Patch

    entries: dict[str, Artist] = {}
    for colour, (low, high, _) in zip(theme.GROUP_COLOURS, _series(figure), strict=False):
        for part, shade in ((low, colour), (high, theme.pale(colour))):
            name = table.columns[table.column(figure.parts[part])].nl
            entries.setdefault(name, Patch(facecolor=shade))
    return entries
