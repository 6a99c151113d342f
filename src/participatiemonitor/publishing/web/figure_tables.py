"""The tables beside figures and of documents, so that they fit on a phone.

A question, a group or a part heads its rows once, and what was weighted stands behind a switch,
which works without a script.
"""

from __future__ import annotations

from itertools import groupby

from lxml.builder import E
from lxml.html import HtmlElement

from participatiemonitor.presentation.documents.grids import ITEM, PART
from participatiemonitor.presentation.exhibits.in_words import (
    ANSWER,
    GROUP,
    QUESTION,
    WEIGHTED,
)
from participatiemonitor.publishing.web.built_page import BuiltPage

SHOW = "Toon gewogen percentages"


def arrange(page: BuiltPage) -> None:
    """Arrange the tables of the figures of a page.

    Parameters
    ----------
    page : BuiltPage
        Changed in place.
    """
    for place, box in enumerate(page.of_class("pst-scrollable-table-container")):
        table = box.find("table")
        heads = [head.text_content().strip() for head in table.findall("thead/tr/th")]
        if any(head.endswith(WEIGHTED) for head in heads):
            _hide_weighted(table, heads)
            name = f"gewogen-{place}"
            box.addprevious(E.label(E.input(type="checkbox", id=name), f" {SHOW}",
                                    {"class": "weighted-switch", "for": name}))
        if heads[:2] in ([QUESTION, ANSWER], [GROUP, ANSWER], [PART, ITEM]):
            _group_rows(table)


def _hide_weighted(table: HtmlElement, heads: list[str]) -> None:
    """Name the cells that _static/monitor.css shows only when asked."""
    for row in table.iter("tr"):
        for cell, head in zip(row, heads, strict=True):
            if head.endswith(WEIGHTED):
                cell.set("class", f"{cell.get('class', '')} weighted".strip())


def _group_rows(table: HtmlElement) -> None:
    """Put the rows of a question, a group or a part under one head; those of none before it."""
    head = table.find("thead/tr")
    head.remove(head[0])
    body = table.find("tbody")
    for question, rows in groupby(list(body), lambda row: row[0].text_content().strip()):
        attributes = {"scope": "rowgroup", "colspan": str(len(head))}
        group = E.tbody()
        if question:
            group.append(E.tr(E.th(question, attributes), {"class": "row-group"}))
        for row in rows:
            row.remove(row[0])
            if row[0].tag == "td":  # of a table of words, where the first column was the head
                row[0].tag = "th"
                row[0].set("scope", "row")
            group.append(row)
        body.addprevious(group)
    body.drop_tree()
