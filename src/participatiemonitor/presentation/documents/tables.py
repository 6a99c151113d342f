"""A table of a document: as printed, and beside it what does not follow from its own numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.presentation.documents.grids import grid
from participatiemonitor.presentation.documents.notes import notes
from participatiemonitor.presentation.markdown import (
    Block,
    directive,
    file_links,
    folded,
    joined,
)

# Classes of these tables; the pages and _static/table-filter.js know them by these.
DOCUMENT, FILTERED = "document-table", "filtered"


def document_table(checked: CheckedDocuments, document: str, table: str,
                   columns: Sequence[str] | None = None,
                   rows: Sequence[str] | None = None, *, fold: bool = False) -> Block:
    """A table of a document: ``document_table("divosa2005", "t42")``.

    Parameters
    ----------
    checked : CheckedDocuments
    document, table : str
    columns, rows : sequence of str, optional
        Those that are shown, in this order; all when left out. A table is shown whole once a book.
    fold : bool, optional
        Whether it stands behind its title, for the few readers who need it.

    Returns
    -------
    Block
    """
    shown = checked.table(document, table)
    across = _chosen("kolom", shown.head.columns, columns)
    down = _chosen("rij", shown.head.rows, rows)
    part = [*(columns or ()), *(rows or ())]
    name = "-".join(["tabel", document, table, *part])
    # Who is shown a few rows has nothing to look for.
    kinds = f"{DOCUMENT} {FILTERED}" if shown.head.filter and rows is None else DOCUMENT
    title = dutch.capital(shown.head.nl)
    source = markdown(dutch.ended(dutch.capital(checked.source(document, table))))
    caption = source if fold else Markup(f"**{markdown(title)}.** {source}")
    body = directive("table", caption, grid(checked, document, table, across, down),
                     name=name, **{"class": kinds})
    # A csv has the whole table, however much of it is shown.
    whole = joined([body, *notes(checked, document, table, across, down),
                    file_links(f"{document}-{table}", "csv")])
    return Block(folded(title, whole) if fold else whole)


def _chosen(word: str, known: Iterable[str], asked: Sequence[str] | None) -> list[str]:
    known = list(known)
    if asked is None:
        return known
    if unknown := [name for name in asked if name not in known]:
        raise InputError(f"{word} {unknown[0]!r} is er niet. Verwacht: een van "
                         f"{', '.join(known)}.")
    return list(asked)
