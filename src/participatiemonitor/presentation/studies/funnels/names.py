"""Names beside points, where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.funnels.points import Floats, Points

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# The most names, and letters in one; who reads on finds all of them in the table.
_NAMES, _LETTERS = 10, 24
# Points: the size and the mean width of a letter, the height of a line and the room to a point.
_SIZE = theme.SIZE - 1.5
_WIDTH, _LINE, _GAP = 0.52 * _SIZE, 1.15 * _SIZE, 5.0
_DOT = 3.0


def write_names(axes: Axes, points: Points) -> None:
    """Name the points that lie outside the limits, the most exceptional first.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        With its scales set.
    points : Points

    Notes
    -----
    A name goes right of its point, else away from the target, or left of it: where it does not
    meet another name or a point that lies outside. Where none is free it is left out.
    """
    from matplotlib.patheffects import Normal, Stroke

    named = points.outward[:_NAMES]
    middles = np.column_stack([points.size, (points.least + points.most) / 2])
    dots = axes.transData.transform(middles) * 72 / axes.figure.dpi
    corners = [float(end) * 72 / axes.figure.dpi for end in axes.bbox.extents]
    taken = [(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y in dots[points.outward]]
    for place in named:
        name = theme.fitted(points.names[place], _LETTERS, 1)
        for x, y, align in _places(dots[place], middles[place, 1] > points.target):
            width = _WIDTH * len(name)
            left = x - width * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
            found = (left, y - _LINE / 2, left + width, y + _LINE / 2)
            if _inside(found, corners) and not any(_meet(found, other) for other in taken):
                taken.append(found)
                drawn = axes.annotate(
                    name, (x - corners[0], y - corners[1]), xycoords="axes points", ha=align,
                    va="center", fontsize=_SIZE, color=theme.INK,
                    fontfamily=theme.SEMIBOLD if points.marked[place] else theme.REGULAR)
                # Seen over the lines of the limits.
                drawn.set_path_effects([Stroke(linewidth=2.4, foreground=theme.PAPER), Normal()])
                break


def _places(dot: Floats, above: bool) -> list[tuple[float, float, str]]:
    x, y = map(float, dot)
    away = _LINE * (0.85 if above else -0.85)
    return [(x + _GAP, y, "left"), (x, y + away, "center"), (x - _GAP, y, "right"),
            (x + _GAP, y + away, "left"), (x - _GAP, y + away, "right")]


def _inside(box: tuple[float, ...], around: Sequence[float]) -> bool:
    return (box[0] >= around[0] and box[1] >= around[1] and box[2] <= around[2]
            and box[3] <= around[3])


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
