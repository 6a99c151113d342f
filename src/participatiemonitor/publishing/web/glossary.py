"""Terms: linked where the glossary of the round has them, and plain text where it has not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from nbformat import NotebookNode

from participatiemonitor.plain_text import markdown, one_line
from participatiemonitor.publishing.execute.roles import roles

_TITLED = re.compile(r"(.*?)\s*<([^<]*)>", re.DOTALL)


def terms(notebooks: Iterable[NotebookNode]) -> set[str]:
    """The terms that the glossaries of a book explain, in small letters.

    Parameters
    ----------
    notebooks : iterable of nbformat.NotebookNode
        Executed, with names filled in.

    Returns
    -------
    set of str
    """
    return {one_line(line.partition(" : ")[0]).lower()
            for notebook in notebooks for text in _texts(notebook)
            for token in MarkdownIt().parse(text)
            if token.type == "fence" and token.info.strip() == "{glossary}"
            for line in token.content.splitlines() if re.match(r"[^\s:]", line)}


def link_terms(notebook: NotebookNode, known: set[str]) -> None:
    """Make plain text of the terms that no glossary has.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Changed in place.
    known : set of str
        What `terms` found.
    """
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts, end = [], 0
            for role in roles(cell.source, "term"):
                titled = _TITLED.fullmatch(role.text)
                title, term = titled.groups() if titled else (role.text, role.text)
                if one_line(term).lower() not in known:
                    parts += [cell.source[end:role.start], markdown(title)]
                    end = role.end
            cell.source = "".join((*parts, cell.source[end:]))


def _texts(notebook: NotebookNode) -> Iterator[str]:
    """What a notebook says: what its author wrote, and what its cells show."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield cell.source
        for output in cell.get("outputs", ()):
            yield from filter(None, [output.get("data", {}).get("text/markdown")])
