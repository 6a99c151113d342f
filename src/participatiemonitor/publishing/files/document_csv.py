"""The tables of documents as csv files: one row a cell, as printed, and what does not hold."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from participatiemonitor.presentation.documents.checked import CheckedDocuments

COLUMNS = ("part", "row", "column", "unit", "published", "value", "low", "high", "flag",
           "recomputed", "read", "section", "quantity", "note")


def tidy_tables(checked: CheckedDocuments) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each table of each document, with the name of its file.

    Parameters
    ----------
    checked : CheckedDocuments

    Yields
    ------
    name : str
    table : pandas.DataFrame
        In the reader's words; numbers as they are in the data, percentages as 41.
    """
    for document, one in checked.printed.items():
        for name, table in one.tables.items():
            head, rows = table.head, []
            for cell in table.cells.values():
                place = f"{document}.{name}.{cell.row}.{cell.column}"
                instead = "; ".join(other.text for other in checked.instead.get(place, ()))
                row, column = head.rows[cell.row], head.columns[cell.column]
                rows.append((row.part or "", row.nl, column.nl, column.unit, cell.published,
                             cell.value, cell.low, cell.high, cell.flag, instead, cell.read,
                             cell.section or head.section, cell.quantity, cell.note))
            yield f"{document}-{name}", pd.DataFrame(rows, columns=list(COLUMNS)).astype(
                {number: float for number in ("value", "low", "high")})
