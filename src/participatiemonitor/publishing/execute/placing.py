"""A place for what the codebook numbers and no chapter calls: after the section that it names.

A section is named by what its heading starts with, *2.4* of ``## 2.4 Partners``, or by the page it
is: *methode*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from participatiemonitor.publishing.notebooks import PLACED
from participatiemonitor.publishing.page_list import Page

# A heading, after the name that other places call it by.
_HEADING = re.compile(r"(?:\([\w-]+\)=\n)?(?P<depth>#+)[ ]+(?P<section>\S+)")
_ANY_HEADING = re.compile(r"^#+[ ]+(\S+)", re.MULTILINE)


def sections(notebook: NotebookNode, page: Page) -> Iterator[str]:
    """The sections of a page that a figure can be for."""
    yield page.name
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield from (name for name in _ANY_HEADING.findall(cell.source) if name[0].isdigit())


def place(notebook: NotebookNode, page: Page, calls: dict[str, list[str]]) -> None:
    """Show exhibits after the last cell of their sections.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Changed in place.
    page : Page
    calls : dict of str to list of str
        By section, as `Edition.unplaced` has them; those of other pages are left.
    """
    cells = notebook.cells
    for section, listed in calls.items():
        if (end := _end(cells, section, page)) is not None:
            cells[end:end] = [
                new_code_cell(f"m.{call}", metadata={"tags": [PLACED, "remove-input"]})
                for call in listed]


def _end(cells: list[NotebookNode], section: str, page: Page) -> int | None:
    """Where a section ends, as a position among cells; None where it is of another page."""
    depth = 1 if section == page.name else 0
    for index, cell in enumerate(cells):
        heading = _HEADING.match(cell.source) if cell.cell_type == "markdown" else None
        if heading is None:
            continue
        if depth and len(heading["depth"]) <= depth and heading["section"] != section and index:
            return index
        if heading["section"] == section:
            depth = len(heading["depth"])
    return len(cells) if depth else None
