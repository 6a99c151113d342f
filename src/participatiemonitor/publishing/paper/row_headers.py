"""Headers of rows in the tags of a PDF: Typst names those of columns only.

Its function for them, ``pdf.header-cell``, is not yet within reach of the Python package.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name


def name_row_headers(content: bytes, tables: list[list[list[int]]]) -> bytes:
    """Tag cells as headers of their rows.

    Parameters
    ----------
    content : bytes
        A tagged PDF.
    tables : list
        For each of its tables, in reading order, and each row below the head: the places of
        the cells that head it.

    Returns
    -------
    bytes
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = _elements(pdf.Root.StructTreeRoot, Name.Table)
        for table, rows in zip(found, tables, strict=True):
            for row, places in zip(_body(table), rows, strict=True):
                cells = list(_children(row))
                for place in places:
                    cells[place].S = Name.TH
                    cells[place].A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _body(table: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The rows of a table below its head; without a head they are not in a part of their own."""
    for part in _children(table):
        if part.S == Name.TR:
            yield part
        elif Name.TBody == part.S:
            yield from _children(part)


def _elements(root: pikepdf.Object, kind: pikepdf.Name) -> Iterator[pikepdf.Dictionary]:
    """The elements of a kind below one, in reading order."""
    for child in _children(root):
        if child.get("/S") == kind:
            yield child
        yield from _elements(child, kind)


def _children(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
