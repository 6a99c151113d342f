"""A figure of a table of a document, drawn: bars by row, and dots where a number does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor.presentation.documents.pictures import Bar, Picture
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.drawing import titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# In hundredths of the longest bar: where the room ends, and how wide a letter is.
_ROOM, _LETTER = 112, 1.45
_PRINTED, _FOUND = "gedrukt", "volgt uit andere getallen"
# A scale of percentages runs to 100 where one is more than this.
_HALF = 50


def draw_picture(shown: Picture) -> Canvas:
    """Draw it under its finding.

    Parameters
    ----------
    shown : Picture

    Returns
    -------
    matplotlib.figure.Figure
    """
    theme.apply_theme()
    names = [theme.fitted(name, theme.NAME_WIDTH, theme.NAME_LINES) for name, _ in shown.rows]
    heights = [(name.count("\n") + 1) * theme.LINE + len(bars) * theme.BAR + 0.14
               for name, (_, bars) in zip(names, shown.rows, strict=True)]
    canvas, axes = theme.canvas(max(sum(heights), theme.LINE))
    least, unit = _scale(shown)
    top = 0.0
    for place, (name, height, (_, bars)) in enumerate(zip(names, heights, shown.rows,
                                                          strict=True)):
        under = top + (name.count("\n") + 1) * theme.LINE
        axes.text(least / unit, under - 0.01, name, ha="left", va="bottom", linespacing=1.2)
        for number, bar in enumerate(bars):
            column = bar.column if len(bars) > 1 and place == 0 else ""
            _draw_bar(axes, bar, under + (number + 0.5) * theme.BAR + 0.02,
                      theme.GROUP_COLOURS[number], unit, column)
        top += height
    axes.set(xlim=(least / unit, _ROOM), ylim=(max(top, theme.LINE), 0), xticks=[], yticks=[])
    if shown.marked:
        _key(canvas)
    return titled(canvas, shown.title)


def _scale(shown: Picture) -> tuple[float, float]:
    """Where the axis begins, and how much is a hundredth of its length."""
    values = [value for _, bars in shown.rows for bar in bars
              for value in (bar.length, *bar.dots) if value is not None]
    least, most = min([0.0, *values]), max([0.0, *values])
    if shown.unit == "procent" and _HALF < most < 100:
        most = 100.0
    return least, (most or 1.0) / 100


def _draw_bar(axes: Axes, bar: Bar, middle: float, colour: str, unit: float, column: str) -> None:
    """The bar, the dots on it, and behind it what was printed."""
    length = (bar.length or 0) / unit
    drawn, = axes.barh(middle, length, height=theme.BAR * 0.92, color=colour)
    dots = [value / unit for value in bar.dots]
    axes.plot(dots, [middle] * len(dots), "o", markersize=5.5, markerfacecolor=theme.PAPER,
              markeredgecolor=theme.INK, markeredgewidth=1.3, clip_on=False, linestyle="none")
    named = theme.fitted(column, theme.GROUP_WIDTH, 1) if column else ""
    label = theme.fitted(f"{bar.label} ({named})" if named else bar.label, theme.NAME_WIDTH, 1)
    end = max([0, length, *(dot + 1.5 for dot in dots)])
    room = _LETTER * len(label)
    if end + 1.2 + room <= _ROOM:
        axes.text(end + 1.2, middle, label, ha="left", va="center")
    else:  # in the bar, left of its end and of a dot near it
        before = min([length, *(dot - 2 for dot in dots if dot > room)])
        theme.write_over(axes, (before - 1.4, middle), label, drawn, "right")


def _key(canvas: Canvas) -> None:
    """Explain the dots, under the bars."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    dot = Line2D([], [], marker="o", linestyle="none", markersize=5.5,
                 markerfacecolor=theme.PAPER, markeredgecolor=theme.INK, markeredgewidth=1.3)
    theme.key(canvas, {_PRINTED: Patch(facecolor=theme.SOFT), _FOUND: dot})
