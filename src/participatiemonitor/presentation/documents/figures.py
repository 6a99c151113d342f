"""The figure of a table of a document on the page; the build draws it."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.presentation.documents.grids import grid
from participatiemonitor.presentation.documents.notes import notes
from participatiemonitor.presentation.documents.pictures import picture
from participatiemonitor.presentation.markdown import Block, directive, file_links, joined, tabs


def document_figure(checked: CheckedDocuments, document: str, table: str) -> Block:
    """The figure of a table: the drawing, its numbers, and files of it.

    Parameters
    ----------
    checked : CheckedDocuments
    document, table : str

    Returns
    -------
    Block

    Raises
    ------
    InputError
        When nothing of the table is drawn.
    """
    shown = picture(checked, document, table)
    head = checked.table(document, table).head
    if shown is None or head.figure is None:
        raise InputError(f"tabel {table!r} van {document} heeft geen figuur. Verwacht: figure: in "
                         f"{table}.yml.")
    dots = " Een open rondje is wat uit andere getallen volgt." if shown.marked else ""
    drawing = directive("figure", f"/downloads/{shown.name}.svg",
                        f"{shown.title}. {dutch.ended(dutch.capital(shown.source))}{dots}",
                        name=shown.name, alt=shown.describe())
    across, down = list(head.figure.columns), list(head.rows)
    numbers = joined([grid(checked, document, table, across, down),
                      *notes(checked, document, table, across, down)])
    files = joined([file_links(shown.name, "svg", "png"), file_links(f"{document}-{table}", "csv")])
    return Block(tabs(("Figuur", drawing), ("Tabel", numbers), ("Downloads", files)))
