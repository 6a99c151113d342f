"""A place for what the codebook numbers and no chapter calls: after the section that it names.

A section is named by the number that its heading starts with, *2.4* of ``## 2.4 Partners`` in the
chapter with the title ``# 2 Uitvoering``, or by the page it is: *methode*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from participatiemonitor.publishing.execute.rehearsal import opens_chapter
from participatiemonitor.publishing.notebooks import PLACED
from participatiemonitor.publishing.page_list import Page

# What heads exhibits of a section that has subsections before them.
APART = "Ook gevraagd"
# A heading that opens a cell, after the name that other places call it by.
_HEADING = re.compile(r"(?:\([\w-]+\)=\n)?(?P<depth>#+)[ ]+(?P<first>\S+)")


def sections(notebook: NotebookNode, page: Page) -> list[str]:
    """The sections of a page that a figure can be for, the page itself last.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    page : Page

    Returns
    -------
    list of str
        None of a page without the face of a chapter, which can show none.
    """
    if not opens_chapter(notebook):
        return []
    headings = [found["first"] for cell in notebook.cells if cell.cell_type == "markdown"
                and (found := _HEADING.match(cell.source))]
    number = headings[0] if headings and headings[0].isdigit() else None
    own = [name for name in headings if number and re.fullmatch(rf"{number}(?:\.\d+)*", name)]
    return [*dict.fromkeys(own), page.name]


def place(notebook: NotebookNode, page: Page, calls: Mapping[str, Sequence[str]]) -> None:
    """Show exhibits after the last cell of their sections.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Changed in place.
    page : Page
    calls : mapping of str to sequence of str
        By section, as `RoundEdition.unplaced` has them; those of other pages are left.
    """
    for section in sections(notebook, page):
        if section in calls:
            end, heading = _end(notebook.cells, section)
            shown = [new_code_cell(f"m.{call}", metadata={"tags": [PLACED, "remove-input"]})
                     for call in calls[section]]
            above = [new_markdown_cell(heading, metadata={"tags": [PLACED]})] * bool(heading)
            notebook.cells[end:end] = [*above, *shown]


def _end(cells: Sequence[NotebookNode], section: str) -> tuple[int, str]:
    """Where a section ends, as a position among cells; one that is no heading is the whole page.

    With the heading that parts what is put there from the last of its subsections; empty where it
    has none.
    """
    headings = {index: found for index, cell in enumerate(cells) if cell.cell_type == "markdown"
                and (found := _HEADING.match(cell.source))}
    start = next((index for index, found in headings.items() if found["first"] == section),
                 min(headings, default=0))
    depth = len(headings[start]["depth"]) if headings else 1
    end = next((index for index, found in headings.items()
                if index > start and len(found["depth"]) <= depth), len(cells))
    deeper = "#" * (depth + 1)
    parted = any(re.search(f"^{deeper} ", cell.source, re.MULTILINE) for cell in cells[start:end]
                 if cell.cell_type == "markdown")
    return end, f"{deeper} {APART}" * parted
