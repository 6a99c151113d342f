"""The grid of a table of a document: its rows under their headings, and its printed cells."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.documents.cells import cell_markup
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.presentation.markdown import pipe_table

# What heads the columns that name a row; the pages know them by these words.
PART, ITEM = "Onderdeel", "Onderwerp"
_WORDS = ("tekst", "graad")


def grid(checked: CheckedDocuments, document: str, table: str, columns: Sequence[str],
         rows: Sequence[str]) -> Markup:
    """The printed cells, a row a row of the document.

    Parameters
    ----------
    checked : CheckedDocuments
    document, table : str
    columns, rows : sequence of str

    Returns
    -------
    Markup
    """
    shown = checked.table(document, table)
    head = shown.head
    parts = any(head.rows[row].part for row in rows)
    lines = [[*([head.rows[row].part or ""] if parts else []), _named(head.rows[row].nl,
                                                                     head.rows[row].total),
              *(cell_markup(shown.cells[row, column], head.columns[column].unit,
                            checked.instead.get(f"{document}.{table}.{row}.{column}", ()))
                for column in columns)] for row in rows]
    named = [PART, ITEM] if parts else [ITEM]
    right = [place for place, column in enumerate(columns, start=len(named))
             if head.columns[column].unit not in _WORDS]
    return pipe_table([*named, *(dutch.capital(head.columns[column].nl) for column in columns)],
                      lines, right)


def _named(text: str, total: bool) -> Markup:
    name = markdown(dutch.capital(text))
    return Markup(f"**{name}**") if total else name
