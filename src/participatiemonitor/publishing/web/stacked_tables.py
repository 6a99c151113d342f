"""Wide tables of words, so that they can be read on a telephone: there a row is a list.

`_static/monitor.css` sets the cells of these tables under each other, each after the name of its
column. It does so on narrow screens only; a table stays a table.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from participatiemonitor.presentation.documents.tables import DOCUMENT
from participatiemonitor.publishing.web.built_page import BuiltPage

STACKED, HEAD = "stacked", "data-head"
# With so many columns of words, each is too narrow to read.
_COLUMNS = 5
# Those of documents already with fewer, by the letters in their longest cell.
_FEWER = ((60, 3), (20, 4))


def name_cells(page: BuiltPage) -> None:
    """Write in each cell that says something, in wide tables of words, what its column is called.

    Parameters
    ----------
    page : BuiltPage
        Changed in place.
    """
    for box in page.of_class("pst-scrollable-table-container"):
        table = box.find("table")
        heads = [head.text_content().strip() for head in table.findall("thead/tr/th")]
        if len(heads) < _least(table) or table.find_class("text-right"):
            continue
        table.set("class", f"{table.get('class', '')} {STACKED}".strip())
        for row in table.iterfind("tbody/tr"):
            if "row-group" in row.get("class", ""):
                continue
            for cell, head in zip(row, heads, strict=True):
                if cell.text_content().strip():
                    cell.set(HEAD, head)


def _least(table: HtmlElement) -> int:
    """With how many columns a table is too wide."""
    if DOCUMENT not in table.get("class", "").split():
        return _COLUMNS
    longest = max((len(cell.text_content()) for cell in table.iterfind("tbody/tr/*")), default=0)
    return next((columns for letters, columns in _FEWER if longest > letters), _COLUMNS)
