"""The line above a bar: its name, and at the end of the line what is written beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor.presentation.exhibits import theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Of the height of letters: so that lines of a name are as far apart as `theme.LINE`.
_SPACING = 0.95
# Inches: from the top of a line to where its letters stand.
_FOOT = theme.LINE - 0.045


def named_row(axes: Axes, top: float, name: str, label: str) -> None:
    """Write a name and a label above a bar, on axes in inches from the top, 100 wide.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
    top : float
        Where the first line begins.
    name : str
        Of one line or several; the label stands on the last.
    label : str
    """
    # A line that goes through all bars goes behind words.
    ground = {"boxstyle": "square,pad=0.1", "facecolor": theme.PAPER, "edgecolor": "none"}
    last = top + name.count("\n") * theme.LINE + _FOOT
    axes.text(0, last, name, ha="left", va="baseline", linespacing=_SPACING, bbox=ground)
    axes.text(100, last, label, ha="right", va="baseline", color=theme.SOFT, bbox=ground)
