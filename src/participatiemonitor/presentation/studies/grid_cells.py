"""A table of percentages drawn as coloured cells with their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.studies.report import PERCENT, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas
    from matplotlib.typing import ColorType

# Inches: a row, and a letter of a name or a head on average.
_ROW, _LETTER = 0.30, 0.075
# Letters and lines of a name, and of a head; a name may be longer beside few columns.
_NAME, _LINES, _HEAD, _HEAD_LINES = 20, 2, 9, 3
_LONG_NAME, _NARROW = 24, 4
# Between cells, in inches, and before those that stand apart.
_GAP, _APART = 0.03, 0.08

Place = tuple[int, int]


def percent_columns(table: ReportTable) -> list[int]:
    """The positions of the columns that are drawn."""
    return [place for place, column in enumerate(table.columns) if column.kind == PERCENT]


def draw_cells(table: ReportTable, colour: Callable[[Place], str], apart: int | None = None,
               above: str = "") -> Canvas:
    """Draw a cell for each percentage.

    Parameters
    ----------
    table : ReportTable
    colour : callable
        Of a cell of 100 %, by its row and its place among the percentages; of less it is paler.
    apart : int, optional
        The column, among the percentages, before which there is a gap.
    above : str, optional
        What the heads of the columns are about.

    Returns
    -------
    matplotlib.figure.Figure
    """
    theme.apply_theme()
    columns = percent_columns(table)
    letters = _NAME if len(columns) > _NARROW else _LONG_NAME
    names = [theme.fitted(str(row[0]), letters, _LINES) for row in table.rows]
    left = min(max(_longest(names), 4) * _LETTER + 0.08, 1.7)
    gap = _APART if apart is not None else 0.0
    width = (theme.WIDTH - left - gap) / len(columns)
    starts = [left + place * width + (gap if apart is not None and place >= apart else 0)
              for place in range(len(columns))]
    heads = [theme.fitted(table.columns[place].nl, max(int(width / _LETTER), _HEAD), _HEAD_LINES)
             for place in columns]
    head = max(one.count("\n") + 1 for one in heads) * theme.LINE
    top = (theme.LINE if above else 0) + 0.04 + head + 0.05
    heights = [max(_ROW, (name.count("\n") + 1) * theme.LINE + 0.06) for name in names]
    canvas, axes = theme.canvas(top + sum(heights))
    axes.set(xlim=(0, theme.WIDTH), ylim=(top + sum(heights), 0), xticks=[], yticks=[])
    axes.text(left, theme.LINE - 0.02, above, ha="left", va="bottom", color=theme.SOFT)
    for start, text in zip(starts, heads, strict=True):
        axes.text(start + (width - _GAP) / 2, top - 0.05, text, ha="center", va="bottom",
                  linespacing=1.1, fontsize=theme.SIZE - 1)
    for number, (row, name, height) in enumerate(zip(table.rows, names, heights, strict=True)):
        axes.text(0, top + height / 2, name, ha="left", va="center", linespacing=1.1)
        for place, (start, column) in enumerate(zip(starts, columns, strict=True)):
            cell = row[column]
            _cell(axes, (start, top, width - _GAP, height - _GAP), colour((number, place)),
                  float(cell) if isinstance(cell, int | float) else 0.0,
                  cell_text(cell, table.columns[column]))
        top += height
    return canvas


def _longest(names: Sequence[str]) -> int:
    return max((len(line) for name in names for line in name.split("\n")), default=0)


def _cell(axes: Axes, box: tuple[float, float, float, float], colour: str, share: float, text: str
          ) -> None:
    from matplotlib.patches import Rectangle

    left, top, width, height = box
    ground = paler(colour, share)
    axes.add_patch(Rectangle((left, top), width, height, facecolor=ground, edgecolor="none"))
    axes.text(left + width / 2, top + height / 2, text, ha="center", va="center",
              color=theme.ink_on(ground) if share else theme.SOFT, fontsize=theme.SIZE - 0.5)


def paler(colour: str, share: float) -> ColorType:
    """Most of the scale for what is small: of a ladder nearly all cells are below a fifth."""
    from matplotlib.colors import to_rgb

    strength = 0.06 + 0.94 * min(max(share, 0.0), 1.0) ** 0.5 if share else 0.04
    red, green, blue = (float(paper + (one - paper) * strength)
                        for paper, one in zip(to_rgb(theme.PAPER), to_rgb(colour), strict=True))
    return red, green, blue
