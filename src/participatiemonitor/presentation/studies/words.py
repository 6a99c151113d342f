"""Words of a study for its prose: a cell of a table, or a text that the data chose."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.studies.report import Report


def value(report: Report, table: str, row: str, column: str) -> Bound:
    """A cell as it stands in its table: ``value("stijgers", "trede 3", "aandeel")``.

    Parameters
    ----------
    report : Report
    table : str
    row : str
        What the first cell of the row says.
    column : str

    Returns
    -------
    Bound

    Raises
    ------
    InputError
        When there is no such cell, or nothing in it.
    """
    shown = report.table(table)
    cell, head = shown.cell(row, column), shown.columns[shown.column(column)]
    if cell is None:
        raise InputError(f"value({table!r}, {row!r}, {column!r}): in deze cel staat geen getal.")
    return Bound(cell_text(cell, head), "value", (), f"{shown.title}: {row}, {head.nl}",
                 {"table": table, "row": row, "column": column})


def text(report: Report, name: str) -> Bound:
    """A text that the data chose: ``text("stijgen")``."""
    return Bound(report.text(name), "text", (), "berekend uit de ingelezen bestanden",
                 {"name": name})


def rows_of(report: Report, table: str) -> Bound:
    """How many rows a table has, in words up to twelve."""
    shown = report.table(table)
    return Bound(dutch.numeral(len(shown.rows)), "rows_of", (), f"geteld in: {shown.title}",
                 {"table": table})
