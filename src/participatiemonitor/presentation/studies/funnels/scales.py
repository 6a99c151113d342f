"""The scales of a funnel: sizes by how many times, values from the least to the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.funnels.points import Floats, Points
from participatiemonitor.studies.report import PERCENT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Letters on the line under the drawing, and how much room is left over and under what is drawn.
_LETTERS, _ROOM = 66, 0.06
_ROUND = (1, 2, 5)
# The part of the points that are smallest.
_SMALL = 0.25
# The fewest marks between which a reader can tell sizes.
_MARKS = 3


def show_scales(axes: Axes, points: Points, sizes: Floats) -> None:
    """Draw the scales, with what they are of.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
    points : Points
    sizes : ndarray of float
        From the smallest to the largest that is drawn.
    """
    from matplotlib.ticker import MaxNLocator

    # Of the smallest the limits may run out of sight: else nobody sees the others.
    usual = points.size >= np.quantile(points.size, _SMALL)
    far = [points.least, points.most, *(limit[usual] for limit in points.limits.values())]
    low, high = min(map(np.min, far)), max(map(np.max, far))
    room = _ROOM * (high - low)
    bottom, top = max(low - room, -room / 2), min(high + room, points.ceiling + room / 2)
    axes.set(xscale="log", xlim=(sizes[0], sizes[-1]), ylim=(bottom, top))
    marks = size_marks(float(points.size.min()), float(points.size.max()))
    axes.set_xticks(marks, [_text(mark) for mark in marks])
    axes.set_xticks([], minor=True)
    steps = [step for step in MaxNLocator(5).tick_values(bottom, top)
             if max(bottom, 0) <= step <= min(top, points.ceiling)]
    axes.set_yticks(steps, value_marks(steps, points.value_head.kind))
    axes.tick_params(length=3, width=0.6, color=theme.SOFT, labelcolor=theme.SOFT, bottom=True,
                     left=True, labelsize=theme.SIZE - 1, pad=2)
    for side in ("left", "bottom"):
        axes.spines[side].set(visible=True, color=theme.SOFT, linewidth=0.6)
    axes.set_xlabel(theme.fitted(points.size_head.nl, _LETTERS, 1), color=theme.SOFT,
                    fontsize=theme.SIZE - 0.5, loc="left", labelpad=3)


def size_marks(low: float, high: float) -> list[float]:
    """Round sizes within a range, one, two and five times a power of ten; else its ends.

    Parameters
    ----------
    low, high : float
        Above nought.

    Returns
    -------
    list of float
    """
    first, last = (int(np.floor(np.log10(end))) for end in (low, high))
    marks = [step * 10.0**power for power in range(first, last + 1) for step in _ROUND
             if low / 1.1 <= step * 10.0**power <= high * 1.2]
    wide = [mark for mark in marks if str(mark).lstrip("0.").startswith("1")]
    if len(marks) > 2 * _MARKS + 1 and len(wide) >= _MARKS:
        return wide
    return marks if len(marks) >= _MARKS else sorted({low, high})


def value_marks(steps: list[float], kind: str) -> list[str]:
    """Values as text, with as many decimals as it takes to tell them apart."""
    for digits in range(4):
        said = [dutch.percent(step, digits) if kind == PERCENT else dutch.decimal(step, digits)
                for step in steps]
        if len({*said}) == len(said) and all(
                abs(dutch.half_up(step * scale, digits) - step * scale) < 1e-9
                for step in steps for scale in (100 if kind == PERCENT else 1,)):
            break
    return said


def _text(size: float) -> str:
    return dutch.whole(size) if size == np.floor(size) else dutch.decimal(size)
