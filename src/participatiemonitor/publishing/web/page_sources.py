"""An executed notebook as the source of a page: names filled in, and no output but our own.

Names in double braces are filled in where an author wrote them, in prose. Outputs hold what
respondents wrote; in those braces are braces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.plain_text import markdown, terminal
from participatiemonitor.presentation.markdown import MAKER, SECTIONS
from participatiemonitor.publishing.execute.gathering import with_words
from participatiemonitor.publishing.execute.roles import roles
from participatiemonitor.publishing.notebooks import whereabouts
from participatiemonitor.publishing.page_list import Page

_NAME = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_MARKDOWN = "text/markdown"
# What `glue` keeps of a piece of prose; it shows nothing by itself.
_GLUED = "application/papermill.record/"
_SHOWN = 60


def fill_in(notebook: NotebookNode, page: Page, names: Mapping[str, str]) -> None:
    """Fill in the names in the prose of a notebook, as text, and the words in its sentences.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Its words gathered; changed in place.
    page : Page
    names : mapping of str to str

    Raises
    ------
    InputError
        When a name in double braces is not one of these; names notebook, cell and name.
    """
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "markdown":
            continue
        text = with_words(index, notebook)
        terms = [range(role.start, role.end) for role in roles(text, "term")]

        def text_of(braces: re.Match[str], index: int = index, terms: list[range] = terms) -> str:
            if (name := braces[1].strip()) not in names:
                raise InputError(
                    f"{whereabouts(page.document, index, notebook.cells)}: "
                    f"{terminal(braces[0][:_SHOWN])!r}; verwacht tussen dubbele accolades: een van "
                    f"{', '.join(sorted(names))}.")
            # What a role holds is text already.
            held = any(braces.start() in term for term in terms)
            return names[name].replace("`", "’") if held else markdown(names[name])

        cell.source = _NAME.sub(text_of, text)


def place_sections(notebook: NotebookNode) -> None:
    """Put what has headings among the prose, where these are headings of the page.

    Comes last: what it holds of data is text that nothing is to be filled in.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Executed and filled in; changed in place.
    """
    for place, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", ()):
            if output.get("metadata", {}).get(_MARKDOWN) == SECTIONS:
                notebook.cells[place] = new_markdown_cell(output.data[_MARKDOWN])


def check_outputs(notebook: NotebookNode, page: Page) -> None:
    """See that a notebook shows only what this book knows how to show safely.

    That is plain text, Markdown by `participatiemonitor.presentation.markdown.Block`, and what was
    glued to be bound in prose. Anything else, a data frame as HTML say, could hold an answer as
    markup.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Executed.
    page : Page

    Raises
    ------
    RunError
        Names notebook, cell and kind of output.
    """
    for index, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", ()):
            for kind in output.get("data", ()):
                if not _is_ours(kind, output):
                    raise RunError(
                        f"{whereabouts(page.document, index, notebook.cells)}: uitvoer van de "
                        f"soort {kind}, die dit boek niet kent. Toon haar met de functies van "
                        "de monitor, of als gewone tekst met print().")


def _is_ours(kind: str, output: NotebookNode) -> bool:
    if kind == _MARKDOWN:
        return output.metadata.get(kind) in (MAKER, SECTIONS)
    return kind == "text/plain" or kind.startswith(_GLUED)
