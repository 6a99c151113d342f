"""What stands under a table of a document: what it means, its signs, and faults of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from participatiemonitor import dutch
from participatiemonitor.documents.printed.cells import PrintedCell
from participatiemonitor.documents.printed.tables import PrintedTable
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.documents.cells import SIGN, meanings
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.presentation.markdown import folded, joined

_DIFFERS = (f"Na {SIGN} staat wat uit andere getallen volgt: dat is niet wat het document drukte.")


def notes(checked: CheckedDocuments, document: str, table: str, columns: Sequence[str],
          rows: Sequence[str]) -> Iterator[Markup]:
    """What stands under a table: what it means, its signs, and faults of reading.

    Parameters
    ----------
    checked : CheckedDocuments
    document, table : str
    columns, rows : sequence of str
        Those that are shown.

    Yields
    ------
    Markup
    """
    shown = checked.table(document, table)
    cells = [shown.cells[row, column] for row in rows for column in columns]
    marked = any(f"{document}.{table}.{cell.row}.{cell.column}" in checked.instead
                 for cell in cells)
    told = [shown.head.note or "", _DIFFERS * marked,
            meanings((cell, shown.head.columns[cell.column].unit) for cell in cells)]
    if lines := [line for line in told if line]:
        yield joined(lines, " ")
    if remarks := list(_remarks(shown, cells)):
        number = len(remarks)
        name = "Opmerking bij één cel" if number == 1 else f"Opmerkingen bij {number} cellen"
        yield folded(name, joined(remarks, "\n"))


def _remarks(table: PrintedTable, cells: Iterable[PrintedCell]) -> Iterator[Markup]:
    """A line a cell with a remark, or with a fault of who read the document by machine."""
    for cell in cells:
        if not cell.note:
            continue
        place = f"{table.head.rows[cell.row].nl}, {table.head.columns[cell.column].nl}"
        # What stands in quotes is what was read, and no more readable for its escapes.
        read = f" (gelezen als “{markdown(cell.read)}”)" if cell.read else ""
        note = markdown(dutch.ended(dutch.capital(cell.note)))
        yield Markup(f"- **{markdown(dutch.capital(place))}**{read}: {note}")
