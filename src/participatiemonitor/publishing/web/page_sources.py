"""An executed notebook as the source of a page: names filled in, and no output but our own.

Names in double braces are filled in where an author wrote them, in prose. Outputs hold what
respondents wrote; in those braces are braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nbformat import NotebookNode

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.plain_text import markdown, terminal
from participatiemonitor.presentation.markdown import MAKER
from participatiemonitor.publishing.execute.gathering import with_words
from participatiemonitor.publishing.notebooks import authored_cell
from participatiemonitor.publishing.page_list import Page

_NAME = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
# What `glue` keeps of a piece of prose; it shows nothing by itself.
_GLUED = "application/papermill.record/"
_SHOWN = 60


def check_names(notebook: NotebookNode, page: Page, known: Iterable[str]) -> None:
    """See that every name in double braces is one that can be filled in.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        As its author wrote it, its words gathered.
    page : Page
    known : iterable of str

    Raises
    ------
    InputError
        Names notebook, cell and name.
    """
    known = sorted(known)
    for index, cell in enumerate(notebook.cells):
        prose = with_words(index, notebook) if cell.cell_type == "markdown" else ""
        for braces in _NAME.finditer(prose):
            if braces[1].strip() not in known:
                where = authored_cell(index, notebook.cells)
                raise InputError(
                    f"{page.document}.ipynb, cel {where}: {terminal(braces[0][:_SHOWN])!r}; "
                    f"verwacht tussen dubbele accolades: een van {', '.join(known)}.")


def fill_in(notebook: NotebookNode, names: Mapping[str, str]) -> None:
    """Fill in the names in the prose of a notebook, as text, and the words in its sentences.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Changed in place; `check_names` has seen it.
    names : mapping of str to str
    """
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            cell.source = _NAME.sub(lambda braces: markdown(names[braces[1].strip()]),
                                    with_words(index, notebook))


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
                    where = authored_cell(index, notebook.cells)
                    raise RunError(
                        f"{page.document}.ipynb, cel {where}: uitvoer van de soort {kind}, die "
                        "dit boek niet kent. Toon haar met de functies van de monitor, of als "
                        "gewone tekst met print().")


def _is_ours(kind: str, output: NotebookNode) -> bool:
    if kind == "text/markdown":
        return output.metadata.get(kind) == MAKER
    return kind == "text/plain" or kind.startswith(_GLUED)
