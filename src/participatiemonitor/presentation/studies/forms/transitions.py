"""From which rung to which: cells with percentages, coloured by rising, staying, falling, leaving.

Rows are where persons stood. Columns with percentages are where they stand later, in the same
order, and then, if it is told, leaving.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.grid_cells import (
    Place,
    draw_cells,
    percent_columns,
)
from participatiemonitor.studies.report import ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas

PARTS: dict[str, bool] = {}
_ROSE, _STAYED, _FELL, _LEFT = "hoger", "zelfde trede", "lager", "uitgestroomd"


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw the matrix, under it what the colours are."""
    from matplotlib.patches import Patch

    rungs = len(table.rows)
    teal, amber, sand = theme.GROUP_COLOURS
    colours = {_ROSE: teal, _STAYED: sand, _FELL: amber, _LEFT: theme.SOFT}
    leaving = len(percent_columns(table)) > rungs

    def colour(place: Place) -> str:
        return colours[_kind(place, rungs)]

    canvas = draw_cells(table, colour, rungs if leaving else None, "staat later op")
    theme.key(canvas, {name: Patch(facecolor=shade) for name, shade in colours.items()
                       if leaving or name != _LEFT})
    return canvas


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """Of each row who stays, rises, falls and leaves: all percentages stand in the table."""
    columns, rungs = percent_columns(table), len(table.rows)
    lines = []
    for number, row in enumerate(table.rows):
        sums: dict[str, float] = {}
        for place, column in enumerate(columns):
            cell = row[column]
            if isinstance(cell, int | float):
                kind = _kind((number, place), rungs)
                sums[kind] = sums.get(kind, 0.0) + cell
        head = table.columns[columns[0]]
        parts = [f"{cell_text(sums[kind], head)} {kind}"
                 for kind in (_STAYED, _ROSE, _FELL, _LEFT) if kind in sums]
        lines.append(f"van {row[0]}: {', '.join(parts)}")
    return f"Tabel met gekleurde cellen. {dutch.ended(figure.title)} {'; '.join(lines)}."


def _kind(place: Place, rungs: int) -> str:
    row, column = place
    if column >= rungs:
        return _LEFT
    return _STAYED if row == column else _ROSE if column > row else _FELL
