"""Headers of rows in the tags of a PDF: Typst names those of columns only.

Its function for them, ``pdf.header-cell``, is not yet within reach of the Python package.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, NameTree, Object, ObjectStreamMode, Pdf


def name_row_headers(content: bytes, tables: list[list[list[int]]]) -> bytes:
    """Tag cells as headers of their rows, and tell the other cells of the row.

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
    with Pdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot
        names: dict[str, Object] = {}
        found = _elements(root, Name.Table)
        for number, (table, rows) in enumerate(zip(found, tables, strict=True)):
            # A head with no rows below it is tagged as if it were such a row.
            body = _body(table) if rows else ()
            for row, (cells, places) in enumerate(zip(body, rows, strict=True)):
                heads = {f"rij {number}.{row}.{place}": cells[place] for place in places}
                for name, head in heads.items():
                    head.S, head.ID = Name.TH, name
                    _attributes(head).Scope = Name.Row
                for cell in cells:
                    if cell.S == Name.TD:
                        _attributes(cell).Headers.extend(heads)
                names |= heads
        if names:
            if "/IDTree" not in root:
                root.IDTree = NameTree.new(pdf).obj
            NameTree(root.IDTree).update(names)
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return made.getvalue()


def _attributes(cell: Object) -> Object:
    """What the tags say of a cell as a cell; the other attributes are of its looks."""
    listed = cell.get("/A", Array())
    one = next((one for one in listed if one["/O"] == Name.Table), None)
    if one is None:
        one = Dictionary(O=Name.Table)
        listed.append(one)
        cell.A = listed
        one = cell.A[-1]
    if "/Headers" not in one:
        one.Headers = Array()
    return one


def _elements(root: Object, kind: Name) -> Iterator[Object]:
    """The elements of a kind below one, in reading order."""
    for child in _children(root):
        if child["/S"] == kind:
            yield child
        yield from _elements(child, kind)


def _body(table: Object) -> Iterator[list[Object]]:
    """The cells of each row below the head; without a head the rows are in no part of their own."""
    for part in _children(table):
        if part["/S"] == Name.TR:
            yield list(_children(part))
        elif part["/S"] == Name.TBody:
            yield from map(list, map(_children, _children(part)))


def _children(element: Object) -> Iterator[Object]:
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
