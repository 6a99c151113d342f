"""HTML that says more than what docutils writes: heads of rows, and roles."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from participatiemonitor.presentation.documents.grids import PART
from participatiemonitor.presentation.documents.tables import DOCUMENT

# Class that myst-parser gives to a cell with a number in it.
_NUMBER = "text-right"


def _label_columns(group: nodes.tgroup) -> int:
    """How many columns say what a row is about: those before the first number, or the first.

    None without a head. In a table of a document a column of words is no name of its rows.
    """
    heads = [part[0] for part in group if isinstance(part, nodes.thead)]
    if heads and DOCUMENT in group.parent["classes"]:
        return 2 if heads[0][0].astext() == PART else 1
    numbers = [place for head in heads for place, cell in enumerate(head)
               if _NUMBER in cell["classes"]]
    return max([len(heads), *numbers[:1]])


def _open_cell(translator: Any, node: nodes.entry) -> None:
    row = node.parent
    group = row.parent.parent
    column = row.index(node)
    attributes: dict[str, Any] = {}
    if isinstance(row.parent, nodes.thead):
        attributes = {"classes": ["head"], "scope": "col"}
    elif column < _label_columns(group) and node.astext().strip():
        attributes = {"scope": "row"}
    for name, span in (("morerows", "rowspan"), ("morecols", "colspan")):
        if name in node:
            attributes[span] = node[name] + 1
    tag = "th" if "scope" in attributes else "td"
    translator.body.append(translator.starttag(node, tag, "", **attributes))
    translator.context.append(f"</{tag}>\n")


def _open_table(translator: Any, node: nodes.table) -> None:
    """A table in a box that scrolls, as the theme has it; the box takes the focus."""
    type(translator).visit_table(translator, node)
    box = 'class="pst-scrollable-table-container"'
    translator.body[-2] = translator.body[-2].replace(box, f'{box} role="group" aria-label="Tabel"')


def _open_source(translator: Any, node: nodes.citation) -> None:
    """An entry in the list that docutils makes of sources; the role it gives them is obsolete."""
    type(translator).visit_citation(translator, node)
    translator.body[-1] = translator.body[-1].replace("doc-biblioentry", "listitem")


# What opens and closes the elements of a node, where it differs; None where it does not.
VISITORS = {
    nodes.entry: (_open_cell, None),
    nodes.table: (_open_table, None),
    nodes.citation: (_open_source, None),
}
