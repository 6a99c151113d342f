"""A matrix of marks: a row a thing, a column a feature, as full as those who judged say so.

The columns stand next to each other in the table; their cells are words of `MARKS`.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.studies.report import ALL, MARKS, ONE, Column, ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# The first and the last column with marks, and one that stands behind them, as text.
PARTS = {"first": True, "last": True, "beside": False}
# Inches: the names of rows, a square, its side; and the letters of a name.
_NAMES, _CELL, _MARK, _WIDTH, _HEAD = 1.72, 0.185, 0.15, 25, 26
_LINES = 2
# Inches of rows that can be read on a page of paper; all rows are in the table.
_MOST = 7.0
# What the key calls a mark where its word is not enough.
_LEGEND = {ONE: "volgens één van beide codeurs"}
# Inches that a letter of a head takes, about.
_LETTER = 0.068


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw the marks, names before them and features above."""
    theme.apply_theme()
    columns = _columns(figure, table)
    heads = [theme.fitted(column.nl, _HEAD, 1) for column in columns]
    names = [theme.fitted(str(row[0]), _WIDTH, _LINES) for row in table.rows]
    heights = [max(_CELL, theme.LINE * (name.count("\n") + 1)) + 0.03 for name in names]
    heights = [height for height, end in zip(heights, accumulate(heights), strict=True)
               if end <= _MOST]
    more = len(names) - len(heights)
    beside = figure.parts.get("beside")
    behind = theme.fitted(table.columns[table.column(beside)].nl, _HEAD, 1) if beside else ""
    above = _LETTER * max(map(len, (*heads, behind))) + 0.08
    whole = above + sum(heights) + (_CELL if more else 0)
    canvas, axes = theme.canvas(whole)
    axes.set(xlim=(0, theme.WIDTH), ylim=(whole, 0), xticks=[], yticks=[])
    middles = [_NAMES + (place + 0.5) * _CELL for place in range(len(columns))]
    end = middles[-1] + 0.5 * _CELL + 0.1
    for middle, head in zip([*middles, end + 0.5 * _CELL], [*heads, behind], strict=True):
        axes.text(middle, above - 0.06, head, rotation=90, ha="center", va="bottom")
    top = above
    for name, height, row in zip(names, heights, table.rows, strict=False):
        line = top + height / 2
        axes.text(0, line, name, ha="left", va="center", linespacing=1.1)
        for middle, column in zip(middles, columns, strict=True):
            _mark(axes, middle, line, MARKS[str(row[table.column(column.name)])])
        if beside:
            place = table.column(beside)
            axes.text(end, line, cell_text(row[place], table.columns[place]), ha="left",
                      va="center", color=theme.SOFT)
        top += height
    if more:
        axes.text(0, top + _CELL / 2, f"en nog {dutch.whole(more)}, in de tabel", ha="left",
                  va="center", color=theme.SOFT)
    theme.key(canvas, _entries(figure, table))
    return canvas


def _mark(axes: Axes, middle: float, line: float, filled: float) -> None:
    """A square: full, half full, or a point where there is nothing."""
    from matplotlib.patches import Rectangle

    left, top = middle - _MARK / 2, line - _MARK / 2
    colour = theme.GROUP_COLOURS[0]
    if not filled:
        axes.plot([middle], [line], marker="o", markersize=1.6, color=theme.GROUP_COLOURS[2],
                  clip_on=False)
        return
    axes.add_patch(Rectangle((left, top), _MARK, _MARK, facecolor="none" if filled < 1 else colour,
                             edgecolor=colour, linewidth=0.8, clip_on=False))
    if filled < 1:
        axes.add_patch(Rectangle((left, top + _MARK * (1 - filled)), _MARK, _MARK * filled,
                                 facecolor=colour, linewidth=0, clip_on=False))


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    counts = []
    for column in _columns(figure, table):
        cells = [row[table.column(column.name)] for row in table.rows]
        sure, perhaps = cells.count(ALL), cells.count(ONE)
        more = f" (en {perhaps} volgens één codeur)" if perhaps else ""
        counts.append(f"{column.nl} {sure}{more}")
    return (f"Overzicht van {len(table.rows)} rijen en {len(counts)} kolommen met vakjes. "
            f"{dutch.ended(figure.title)} {'; '.join(counts)}.")


def _columns(figure: ReportFigure, table: ReportTable) -> tuple[Column, ...]:
    first, last = (table.column(figure.parts[part]) for part in ("first", "last"))
    return table.columns[first:last + 1]


def _words(figure: ReportFigure, table: ReportTable) -> list[str]:
    """The words that occur, in the order of `MARKS`."""
    places = [table.column(column.name) for column in _columns(figure, table)]
    there = {row[place] for row in table.rows for place in places}
    return [word for word in MARKS if word in there]


def _entries(figure: ReportFigure, table: ReportTable) -> dict[str, Artist]:
    """What each mark is."""
    from matplotlib.lines import Line2D

    colour = theme.GROUP_COLOURS[0]
    looks = {1.0: {"fillstyle": "full", "color": colour}, 0.5: {"fillstyle": "bottom"},
             0.0: {"marker": "o", "markersize": 1.6, "color": theme.GROUP_COLOURS[2]}}
    every = {"linestyle": "none", "marker": "s", "markersize": 8.5, "color": colour,
             "markerfacecoloralt": "none"}
    return {_LEGEND.get(word, word): Line2D([], [], **{**every, **looks[MARKS[word]]})
            for word in _words(figure, table)}
