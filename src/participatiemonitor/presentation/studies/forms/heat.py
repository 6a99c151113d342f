"""A table of percentages as cells, darker the more: groups by what they are divided over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.grid_cells import draw_cells, percent_columns
from participatiemonitor.studies.report import Cell, ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas

# All columns with percentages are drawn.
PARTS: dict[str, bool] = {}


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw a cell for each percentage of the table."""
    return draw_cells(table, lambda _: theme.GROUP_COLOURS[0])


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """The largest part of each row: all percentages stand in the table beside it."""
    columns = percent_columns(table)
    lines = []
    for row in table.rows:
        known = {place: cell for place in columns
                 if isinstance(cell := row[place], int | float)}
        if known:
            most = max(known, key=lambda place: known[place])
            lines.append(f"{row[0]}: het meest {_head(table, most)}, "
                         f"{_said(row[most], table, most)}")
    return f"Tabel met gekleurde cellen. {dutch.ended(figure.title)} {'; '.join(lines)}."


def _head(table: ReportTable, place: int) -> str:
    return f"bij {table.columns[place].nl}"


def _said(cell: Cell, table: ReportTable, place: int) -> str:
    return cell_text(cell, table.columns[place])
