"""What goes together: of each row the part that is in each column as well, darker the more.

Rows and columns are the same things, so that a column has the number that stands before its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.grid_cells import paler
from participatiemonitor.studies.report import Cell, ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# The columns with percentages stand beside each other: the first and the last.
PARTS = {"first": True, "last": True}
# Inches: the room of names, the most and the least that a cell is high, a line of a name, and what
# is between cells.
_NAMES, _HIGH, _LOW, _LINE, _GAP = 1.62, 0.34, 0.17, 0.15, 0.02
_LETTERS, _LINES = 25, 2
# Inches of width from which a number fits in a cell, and below which it is smaller.
_FITS, _ROOMY = 0.15, 0.30
# Of the strongest pairs so many are told to who does not see them.
_TOLD = 6


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw a square of cells, names before them and their numbers above."""
    theme.apply_theme()
    first, last = _columns(figure, table)
    size = len(table.rows)
    width = (theme.WIDTH - _NAMES) / max(last - first + 1, 1)
    names = [theme.fitted(str(row[0]), _LETTERS, _LINES) for row in table.rows]
    lines = max((name.count("\n") + 1 for name in names), default=1)
    height = min(max(width, _LOW, lines * _LINE + 0.03), _HIGH)
    top = theme.LINE + 0.04
    canvas, axes = theme.canvas(top + size * height)
    axes.set(xlim=(0, theme.WIDTH), ylim=(top + size * height, 0), xticks=[], yticks=[])
    axes.text(_NAMES - 0.08, top - 0.04, "gebruikt ook (%)", ha="right", va="bottom",
              color=theme.SOFT, fontsize=theme.SIZE - 2)
    small = theme.SIZE - (1 if width >= _ROOMY else 3)
    for number in range(size):
        middle = top + (number + 0.5) * height
        axes.text(0.15, middle, str(number + 1), ha="right", va="center", color=theme.SOFT,
                  fontsize=theme.SIZE - 2)
        axes.text(0.21, middle, names[number], ha="left", va="center", linespacing=1.0,
                  fontsize=theme.SIZE - 2)
        axes.text(_NAMES + (number + 0.5) * width, top - 0.04, str(number + 1), ha="center",
                  va="bottom", color=theme.SOFT, fontsize=theme.SIZE - 2)
        for place in range(last - first + 1):
            box = (_NAMES + place * width, top + number * height, width - _GAP, height - _GAP)
            _draw_cell(axes, box, table.rows[number][first + place], small)
    return canvas


def _draw_cell(axes: Axes, box: tuple[float, float, float, float], cell: Cell, size: float
               ) -> None:
    from matplotlib.patches import Rectangle

    if cell is None:
        return
    left, top, width, height = box
    share = float(cell) if isinstance(cell, int | float) else 0.0
    ground = paler(theme.GROUP_COLOURS[0], share)
    axes.add_patch(Rectangle((left, top), width, height, facecolor=ground, edgecolor="none"))
    if share and width >= _FITS:
        axes.text(left + width / 2, top + height / 2, dutch.whole(100 * share), ha="center",
                  va="center", color=theme.ink_on(ground), fontsize=size)


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """The strongest pairs: all percentages stand in the table beside it."""
    first, last = _columns(figure, table)
    pairs = [(cell, row[0], other[0]) for row in table.rows
             for place, other in zip(range(first, last + 1), table.rows, strict=True)
             if isinstance(cell := row[place], int | float)]
    strongest = sorted(pairs, key=lambda pair: -pair[0])[:_TOLD]
    said = "; ".join(f"van {name}: {cell_text(cell, table.columns[first])} ook {other}"
                     for cell, name, other in strongest)
    size = dutch.numeral(len(table.rows))
    return (f"Vierkant van {size} bij {size} gekleurde cellen, met percentages. "
            f"{dutch.ended(figure.title)} Het sterkst: {said or 'niets'}.")


def _columns(figure: ReportFigure, table: ReportTable) -> tuple[int, int]:
    first, last = (table.column(figure.parts[part]) for part in PARTS)
    return first, last
