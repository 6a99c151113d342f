"""What documents printed in their tables as csv, a file a table, for who computes on."""

from __future__ import annotations

import pandas as pd

from participatiemonitor.documents.printed.tables import Place, PrintedDocument, PrintedTable
from participatiemonitor.presentation.documents.checked import CheckedDocuments

COLUMNS = ("document", "table", "row", "column", "row_label", "column_label", "value", "low",
           "high", "flag", "published", "follows", "section", "note")


def file_name(document: PrintedDocument, table: PrintedTable) -> str:
    """The file of a table in the folder of downloads."""
    return f"{document.id}-{table.id}.csv"


def printed_table(document: PrintedDocument, table: PrintedTable,
                  checked: CheckedDocuments) -> pd.DataFrame:
    """A table of a document, one row a cell.

    Parameters
    ----------
    document : PrintedDocument
    table : PrintedTable
        One of its tables.
    checked : CheckedDocuments

    Returns
    -------
    pandas.DataFrame
        With the columns `COLUMNS`. Numbers are in the unit of their column, percentages as 41; a
        range that is open to one side has one end only, and words have none. ``follows`` is what
        follows from other numbers, where that is something else than what was printed.
    """
    head = table.head
    rows = [(document.id, table.id, cell.row, cell.column, head.rows[cell.row].nl,
             head.columns[cell.column].nl, cell.value, cell.low, cell.high, cell.flag,
             cell.published, _follows(checked, Place(document, table, cell)),
             cell.section or head.section, cell.note)
            for cell in table.cells.values()]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(
        {"value": float, "low": float, "high": float})


def _follows(checked: CheckedDocuments, place: Place) -> str:
    return "; ".join(one.text for one in checked.instead.get(str(place), ()))
