"""The parts of a figure of a study, row by row: numbers to draw, and the same in words."""

from __future__ import annotations

from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.studies.report import Cell, Column, ReportFigure, ReportTable

Row = tuple[Cell, ...]


def part_number(row: Row, table: ReportTable, figure: ReportFigure, part: str) -> float | None:
    """A number; None where it is not told."""
    found = _part(row, table, figure, part)
    return float(found[0]) if found and isinstance(found[0], int | float) else None


def part_text(row: Row, table: ReportTable, figure: ReportFigure, part: str) -> str:
    """The same as readers see it; empty where nothing is told."""
    found = _part(row, table, figure, part)
    return cell_text(*found) if found and found[0] is not None else ""


def part_head(table: ReportTable, figure: ReportFigure, part: str) -> str:
    """What stands above the column of a part."""
    return table.columns[table.column(figure.parts[part])].nl


def _part(row: Row, table: ReportTable, figure: ReportFigure, part: str
          ) -> tuple[Cell, Column] | None:
    if part not in figure.parts:
        return None
    place = table.column(figure.parts[part])
    return row[place], table.columns[place]
