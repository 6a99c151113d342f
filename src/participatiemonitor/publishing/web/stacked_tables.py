"""Wide tables, of words or of many columns, to be read on a telephone: there a row is a list.

`_static/monitor.css` sets the cells of these tables under each other, each after the name of its
column. It does so on narrow screens only; a table stays a table.
"""

from __future__ import annotations

import sys

from lxml.html import HtmlElement

from participatiemonitor.presentation.documents.tables import DOCUMENT
from participatiemonitor.publishing.web.built_page import BuiltPage

STACKED, HEAD = "stacked", "data-head"
# With so many columns of words, each is too narrow to read.
_COLUMNS = 5
# Those of documents already with fewer, by the letters in their longest cell.
_FEWER = ((60, 3), (20, 4))
# And with so many also those with numbers beside each other, which would run out of sight.
_MANY_COLUMNS = 7
# Of a cell with a number.
_NUMBER = "text-right"


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
        if len(heads) < _least(table):
            continue
        table.set("class", f"{table.get('class', '')} {STACKED}".strip())
        for row in table.iterfind("tbody/tr"):
            if "row-group" in row.get("class", ""):
                continue
            for cell, head in zip(row, heads, strict=True):
                if cell.text_content().strip():
                    cell.set(HEAD, head)


def _least(table: HtmlElement) -> int:
    """With how many columns a table is too wide; of numbers elsewhere none is."""
    document = DOCUMENT in table.get("class", "").split()
    numbers = max((len(row.find_class(_NUMBER)) for row in table.iterfind("tbody/tr")), default=0)
    if numbers and not document:
        return sys.maxsize
    if numbers > 1:
        return _MANY_COLUMNS
    if not document:
        return _COLUMNS
    longest = max((len(cell.text_content()) for cell in table.iterfind("tbody/tr/*")), default=0)
    return next((columns for letters, columns in _FEWER if longest > letters), _COLUMNS)
