"""Tables in Typst source."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import Tag

from participatiemonitor.publishing.paper.source import array, call, truth
from participatiemonitor.publishing.paper.tree import named

# From this many columns on the type is a little smaller.
_MANY = 5
# Figures and intervals stand on one line; a longer text at the right does not.
_ONE_LINE = 30
# Characters of a cell whose row is kept on one page; a longer one might not fit on any.
_WHOLE = 500


def table_source(table: Tag, out: str, content: Callable[[Tag], str]) -> str:
    """Write a table.

    Parameters
    ----------
    table : bs4.Tag
    out : str
        How far it reaches out: ``held``, ``upright`` or ``turned``.
    content : callable
        Gives the source of what is in a cell.

    Returns
    -------
    str
    """
    rows = _rows(table)
    count = max(sum(_span(cell, "colspan") for cell in cells) for _, cells in rows)
    widths = table.get("data-widths", "").split() or ["1"] * count
    heads, body = [], []
    for row, cells in rows:
        in_head = row.parent.name == "thead"
        whole = all(len(cell.get_text()) <= _WHOLE for cell in cells)
        (heads if in_head else body).append(
            [_cell(cell, in_head, whole, content) for cell in cells])
    return call(
        "set-table",
        *(cell for row in body for cell in row),
        size="8pt" if count >= _MANY else "8.5pt",
        short=truth(table.has_attr("data-short")),
        out=out,
        columns=array(f"{width}fr" for width in widths),
        align=array(_alignment(rows, place) for place in range(count)),
        head=array(map(array, heads)),
    )


def row_headers(table: Tag) -> list[list[int]]:
    """Which cells head their rows: their places, for each row below the head."""
    return [
        [place for place, cell in enumerate(cells) if cell.name == "th"]
        for row, cells in _rows(table) if row.parent.name != "thead"
    ]


def _rows(table: Tag) -> list[tuple[Tag, list[Tag]]]:
    """Each row with its cells; not those of a table within it."""
    return [(row, row.find_all(["th", "td"], recursive=False)) for row in named(table, "tr")
            if row.find_parent("table") is table]


def _cell(cell: Tag, in_head: bool, whole: bool, content: Callable[[Tag], str]) -> str:
    inner = content(cell)
    if in_head:
        inner = call("head", inner)
    elif "text-right" in cell.get("class", ()) and len(cell.get_text()) <= _ONE_LINE:
        inner = call("box", inner)
    spans = {name: _span(cell, name) for name in ("colspan", "rowspan")}
    settings = {name: str(span) for name, span in spans.items() if span > 1}
    if not whole:
        settings["breakable"] = "true"
    return call("table.cell", inner, **settings) if settings else inner


def _span(cell: Tag, name: str) -> int:
    told = cell.get(name, "1")
    return int(told) if re.fullmatch("[1-9][0-9]?", told) else 1


def _alignment(rows: list[tuple[Tag, list[Tag]]], place: int) -> str:
    """How most of a column is set: as its last cell."""
    last = rows[-1][1]
    kinds = last[place].get("class", ()) if place < len(last) else ()
    return next((side for side in ("right", "center") if f"text-{side}" in kinds), "left")
