"""Rows of a drawing with their names: beside them where all are short, else above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.studies.report import ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# Letters that fit beside a row, and the width of one in inches, on average.
_SHORT, _LETTER = 18, 0.072
_STEP = theme.BAR + 0.10


@dataclass(frozen=True)
class NamedRows:
    """Where rows are.

    Attributes
    ----------
    canvas : matplotlib.figure.Figure
    axes : matplotlib.axes.Axes
        From 0 to 100 in width, in inches from the top down.
    left : float
        Where the room right of the names begins, in hundredths of the width.
    middles : tuple of float
        The height of each row.
    """

    canvas: Canvas
    axes: Axes
    left: float
    middles: tuple[float, ...]


def named_rows(table: ReportTable, head: str = "") -> NamedRows:
    """Make room for a row for each of a table, and write their names.

    Parameters
    ----------
    table : ReportTable
    head : str, optional
        What the rows are about, above them.

    Returns
    -------
    NamedRows
    """
    theme.apply_theme()
    texts = [str(row[0]) for row in table.rows]
    beside = all(len(text) <= _SHORT for text in texts)
    names = [theme.fitted(text, _SHORT if beside else theme.NAME_WIDTH,
                          1 if beside else theme.NAME_LINES) for text in texts]
    left = max((len(name) for name in names), default=0) * _LETTER + 0.08 if beside else 0.0
    top = theme.LINE + 0.04 if head else 0.0
    tops, middles = [], []
    for name in names:
        above = 0.0 if beside else (name.count("\n") + 1) * theme.LINE
        tops.append(top + above)
        middles.append(top + above + theme.BAR / 2 + 0.02)
        top += above + _STEP + (0.0 if beside else 0.04)
    canvas, axes = theme.canvas(max(top, theme.LINE))
    axes.set(xlim=(0, 100), ylim=(max(top, theme.LINE), 0), xticks=[], yticks=[])
    start = 100 * left / theme.WIDTH
    if head:
        axes.text(start, theme.LINE - 0.02, theme.fitted(head, theme.NAME_WIDTH, 1), ha="left",
                  va="bottom", color=theme.SOFT)
    for name, under, middle in zip(names, tops, middles, strict=True):
        axes.text(0, middle if beside else under - 0.01, name, ha="left",
                  va="center" if beside else "bottom", linespacing=1.2)
    return NamedRows(canvas, axes, start, tuple(middles))
