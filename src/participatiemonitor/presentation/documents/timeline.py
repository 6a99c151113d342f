"""Laws and plans through the years, drawn: what documents announced, and what came."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from participatiemonitor.documents.moments import moment
from participatiemonitor.documents.overviews import COMMON, DROPPED, PLANNED, Overview, Told
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.documents.overview_words import KINDS
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.drawing import titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# A document appeared some time in its year.
_MIDDLE = 0.5
# Years left and right of the first and the last; the right one holds the word at the last mark.
_BEFORE, _AFTER = 0.3, 1.3
# In inches: the room of the years above the rows, and between one row and the next.
_HEAD, _BETWEEN = 0.27, 0.10
_LINE_COLOUR = theme.GROUP_COLOURS[2]
_RING: dict[str, Any] = {"marker": "o", "markersize": 8.5, "markerfacecolor": theme.PAPER,
         "markeredgecolor": theme.GROUP_COLOURS[0], "markeredgewidth": 1.5}
_DOT: dict[str, Any] = {"marker": "o", "markersize": 4.5, "color": theme.GROUP_COLOURS[0]}
_COMMON_DOT: dict[str, Any] = {"marker": "s", "markersize": 4.5, "color": theme.SOFT}
_CROSS: dict[str, Any] = {"marker": "x", "markersize": 5, "color": theme.INK,
                          "markeredgewidth": 1.6}
_SIGNS = {"gepland, zegt een document": _RING, "ingevoerd, zegt een document": _DOT,
          f"ingevoerd, {COMMON}": _COMMON_DOT, KINDS[DROPPED]: _CROSS}


def draw_timeline(shown: Overview) -> Canvas:
    """Draw it under its finding: a law a row, a plan a line from its document to its date.

    Parameters
    ----------
    shown : Overview

    Returns
    -------
    matplotlib.figure.Figure
    """
    from matplotlib.lines import Line2D

    theme.apply_theme()
    rows = [(theme.fitted(head.nl, theme.NAME_WIDTH, theme.NAME_LINES),
             shown.of(row, PLANNED), [one for one in shown.of(row) if one.kind != PLANNED])
            for row, head in shown.head.rows.items() if shown.of(row)]
    years = [_moment(one.published) for one in shown.told if one.kind != DROPPED]
    years += [start for one in shown.told if one.kind == PLANNED
              and (start := _start(one)) is not None]
    first, last = math.floor(min(years)), math.ceil(max(years))
    heights = [(name.count("\n") + 1) * theme.LINE + max(1, len(plans)) * theme.BAR + _BETWEEN
               for name, plans, _ in rows]
    height = _HEAD + sum(heights)
    canvas, axes = theme.canvas(height)
    axes.set(xlim=(first - _BEFORE, last + _AFTER), ylim=(height, 0), xticks=[], yticks=[])
    _draw_years(axes, first, last, height)
    top = _HEAD
    for deep, (name, plans, ends) in zip(heights, rows, strict=True):
        under = top + (name.count("\n") + 1) * theme.LINE
        _name(axes, first - _BEFORE, under, name)
        _draw_row(axes, under + theme.BAR / 2, plans, ends)
        top += deep
    theme.key(canvas, {name: Line2D([], [], linestyle="none", **sign)
                       for name, sign in _SIGNS.items()})
    return titled(canvas, shown.head.title)


def _draw_years(axes: Axes, first: int, last: int, height: float) -> None:
    """A line a year, and above every second one which it is."""
    for year in range(first, last + 1):
        axes.plot([year, year], [theme.LINE, height], color=_LINE_COLOUR, linewidth=0.5, zorder=0)
    for year in range(first, last + 1, 2):
        axes.text(year, theme.LINE - 0.03, str(year), ha="center", va="bottom",
                  fontsize=theme.SIZE - 1, color=theme.SOFT)


def _start(plan: Told) -> float | None:
    """When the document of a plan appeared, as far as its name tells."""
    year = moment(plan.where)
    return None if year is None else year + _MIDDLE


def _moment(text: str) -> float:
    if (found := moment(text)) is None:
        raise InputError(f"{text!r}: hier staat geen jaar in om te tekenen.")
    return found


def _name(axes: Axes, left: float, under: float, name: str) -> None:
    """The name of a law, clear of the lines of the years."""
    axes.text(left, under - 0.01, name, ha="left", va="bottom", linespacing=1.2,
              bbox={"boxstyle": "square,pad=0.05", "facecolor": theme.PAPER, "edgecolor": "none"})


def _draw_row(axes: Axes, middle: float, plans: list[Told], ends: list[Told]) -> None:
    """A line a plan, and on the last one what came of it."""
    place, planned = middle, 0.0
    for number, plan in enumerate(plans):
        place, planned = middle + number * theme.BAR, _moment(plan.published)
        if (start := _start(plan)) is not None:
            axes.plot([start, planned], [place, place], color=theme.GROUP_COLOURS[0],
                      linewidth=1.1, zorder=1)
            axes.plot([start], [place], marker="|", markersize=6, color=theme.GROUP_COLOURS[0])
        axes.plot([planned], [place], linestyle="none", zorder=2, **_RING)
    for end in ends:
        dropped = end.kind == DROPPED
        when = planned if dropped else _moment(end.published)
        sign = _CROSS if dropped else _COMMON_DOT if end.where == COMMON else _DOT
        axes.plot([when], [place], linestyle="none", zorder=3, **sign)
        text = KINDS[DROPPED] if dropped else str(math.floor(when))
        axes.text(when + 0.28, place, text, ha="left", va="center", fontsize=theme.SIZE - 1)
