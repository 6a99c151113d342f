"""HTML that says more than what docutils writes: the heads of rows.

A Sphinx extension.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

# Class that myst-parser gives to a cell with a number in it.
_NUMBER = "text-right"


def _label_columns(group: nodes.tgroup) -> int:
    """How many columns say what a row is about: those before the first number, or the first."""
    head = next((row for part in group.findall(nodes.thead) for row in part), ())
    numbers = [place for place, cell in enumerate(head) if _NUMBER in cell["classes"]]
    return max(1, numbers[0]) if numbers else 1


def _open_cell(translator: Any, node: nodes.entry) -> None:
    row = node.parent
    group = row.parent.parent
    column = row.index(node)
    attributes: dict[str, Any] = {}
    if isinstance(row.parent, nodes.thead):
        attributes = {"classes": ["head"], "scope": "col"}
    elif column < _label_columns(group) and node.astext().strip() and _has_head(group):
        attributes = {"scope": "row"}
    for name, span in (("morerows", "rowspan"), ("morecols", "colspan")):
        if name in node:
            attributes[span] = node[name] + 1
    tag = "th" if "scope" in attributes else "td"
    translator.body.append(translator.starttag(node, tag, "", **attributes))
    translator.context.append(f"</{tag}>\n")


def _has_head(group: nodes.tgroup) -> bool:
    return any(isinstance(part, nodes.thead) for part in group)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx.

    Parameters
    ----------
    app : sphinx.application.Sphinx

    Returns
    -------
    dict
        What Sphinx may do with this extension.
    """
    app.add_node(nodes.entry, override=True, html=(_open_cell, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
