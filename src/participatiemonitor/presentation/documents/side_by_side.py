"""Shares that documents give of different people, drawn beside each other on one scale."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from participatiemonitor.documents.overviews import GUESSED, LINKED, UNSOURCED, Overview, Told
from participatiemonitor.presentation.documents.overview_words import KINDS
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.drawing import titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

_COLOURS = {LINKED: theme.GROUP_COLOURS[0], GUESSED: theme.GROUP_COLOURS[1],
            UNSOURCED: theme.SOFT}
_TRACK = theme.GROUP_COLOURS[2]
# In hundredths: where the room ends.
_ROOM = 112
# The room of the heading of a part, and what is left under it, in inches.
_HEADING, _UNDER = 0.30, 0.04
# Of names that take several lines: what they take, and how close they are in the typeface.
_LINE, _SPACING = 1.2 * theme.LINE, 0.9
_POINT: dict[str, Any] = {"marker": "o", "markersize": 6.5, "linestyle": "none"}


def draw_shares(shown: Overview) -> Canvas:
    """Draw them under their finding: a row a share, under the heading of whom it is a share.

    Parameters
    ----------
    shown : Overview

    Returns
    -------
    matplotlib.figure.Figure
    """
    from matplotlib.lines import Line2D

    theme.apply_theme()
    rows = [(head.part or "", theme.fitted(f"… {head.nl}", theme.NAME_WIDTH, theme.NAME_LINES),
             one)
            for row, head in shown.head.rows.items() for one in shown.of(row)]
    parts = [(part, list(those)) for part, those in groupby(rows, key=lambda one: one[0])]
    height = sum(_height(name) for _, name, _ in rows) + len(parts) * _HEADING
    canvas, axes = theme.canvas(height)
    top = 0.0
    for part, those in parts:
        top += _HEADING
        axes.text(0, top - _UNDER, f"{part} …", ha="left", va="bottom",
                  fontfamily=theme.SEMIBOLD)
        for _, name, one in those:
            under = top + (name.count("\n") + 1) * _LINE
            axes.text(0, under - 0.01, name, ha="left", va="bottom", linespacing=_SPACING)
            _draw_share(axes, under + theme.BAR / 2, one)
            top += _height(name)
    # Beside the first line, where all of them end.
    first = _HEADING + (rows[0][1].count("\n") + 1) * _LINE + theme.BAR / 2
    axes.text(101, first, "100%", ha="left", va="center", fontsize=theme.SIZE - 1,
              color=theme.SOFT)
    axes.set(xlim=(0, _ROOM), ylim=(height, 0), xticks=[], yticks=[])
    kinds = dict.fromkeys(one.kind for _, _, one in rows)
    theme.key(canvas, {KINDS[kind]: Line2D([], [], color=_COLOURS[kind], **_POINT)
                       for kind in kinds})
    return titled(canvas, shown.head.title)


def _height(name: str) -> float:
    return (name.count("\n") + 1) * _LINE + theme.BAR + 0.06


def _draw_share(axes: Axes, middle: float, one: Told) -> None:
    """A point, or a bar from the one end of a range to the other, on a line from 0 to 100%."""
    axes.plot([0, 100], [middle, middle], color=_TRACK, linewidth=1.2, zorder=0,
              solid_capstyle="butt")
    limits, colour = one.limits, _COLOURS[one.kind]
    if limits is None:
        return
    if limits.value is None:
        axes.barh(middle, limits.high - limits.low, left=limits.low, height=theme.BAR * 0.5,
                  color=colour)
        end = limits.high
    else:
        axes.plot([limits.value], [middle], color=colour, clip_on=False, **_POINT)
        end = limits.value + 1.2
    label = theme.fitted(one.published, theme.GROUP_WIDTH, 1)
    axes.text(end + 1.4, middle, label, ha="left", va="center",
              bbox={"boxstyle": "square,pad=0.1", "facecolor": theme.PAPER, "edgecolor": "none"})
