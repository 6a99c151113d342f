"""Words in the sentence: calls on the face of a chapter, in the prose where they are read.

An author writes ``{m}`share("wmo_uitvoering.hele@sd")``` in a sentence. Before a notebook is
executed, the calls of each Markdown cell are gathered in a code cell of their own before it, which
is not on the page; a word that a sentence starts with gets its capital. When pages are made, the
bound word takes the place of the call.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import terminal
from participatiemonitor.publishing.execute.roles import Role, roles
from participatiemonitor.publishing.notebooks import (
    EDITORIAL,
    GATHERED,
    authored_cell,
    whereabouts,
)
from participatiemonitor.publishing.page_list import Page

_ROLE = "m"
_LONGEST = 80
# What makes a word one that a sentence starts with.
_STARTING = ".starting()"


def gathered(notebook: NotebookNode, page: Page, words: Mapping[str, Callable[..., Any]]
             ) -> NotebookNode:
    """Put the words of each Markdown cell in a code cell of their own before it.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        As its author wrote it; changed in place.
    page : Page
    words : mapping of str to callable
        Those that its sentences may call, by name.

    Returns
    -------
    nbformat.NotebookNode
        The same notebook.

    Raises
    ------
    InputError
        When something is no call of one of the words with fixed values; names notebook, cell
        and text.
    """
    cells = []
    for index, cell in enumerate(notebook.cells):
        lines = []
        for place, role in enumerate(_words(cell), start=1):
            try:
                call = _checked(role, words)
            except (SyntaxError, ValueError, TypeError, KeyError, RecursionError,
                    MemoryError) as error:
                raise InputError(
                    f"{whereabouts(page.document, index, notebook.cells)}: "
                    f"{terminal(cell.source[role.start:role.end][:_LONGEST])}; "
                    'verwacht een enkele aanroep met vaste waarden, zoals {m}`share("x.ja@sd")`, '
                    f"van een van: {', '.join(sorted(words))}.") from error
            number = authored_cell(index, notebook.cells)
            lines.append(f"    {_name(number, place)}=m.{call},\n")
        if lines:
            origin = {EDITORIAL: slot} if (slot := cell.metadata.get(EDITORIAL)) else {}
            told = {"tags": [GATHERED, "remove-cell"], **origin}
            cells.append(new_code_cell(f"m.say(\n{''.join(lines)})", metadata=told))
        cells.append(cell)
    notebook.cells = cells
    return notebook


def with_words(index: int, notebook: NotebookNode) -> str:
    """The prose of a cell, with the name of what was gathered in the place of each call."""
    cell = notebook.cells[index]
    parts, end = [], 0
    for place, role in enumerate(_words(cell), start=1):
        name = _name(authored_cell(index, notebook.cells), place)
        parts += [cell.source[end:role.start], f"{{glue:}}`{name}`"]
        end = role.end
    return "".join((*parts, cell.source[end:]))


def failing_word(cell: NotebookNode, traceback: list[str]) -> str:
    """The call at which an error arose, as a line of its own; nothing in other cells."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(traceback))
    line = re.search(r"Cell In\[\d+\], line (\d+)", text)
    if line is None or GATHERED not in cell.metadata.get("tags", ()):
        return ""
    _, _, call = cell.source.splitlines()[int(line[1]) - 1].partition("=m.")
    return f"{{{_ROLE}}}`{call.removesuffix(',').removesuffix(_STARTING)}`\n"


def _words(cell: NotebookNode) -> Iterator[Role]:
    """The calls in a Markdown cell, in order."""
    if cell.cell_type == "markdown":
        yield from roles(cell.source, _ROLE)


def _checked(role: Role, words: Mapping[str, Callable[..., Any]]) -> str:
    """The call in a role, where it is one of a word, with values as the word takes them."""
    text = role.text.replace("\n", " ").strip()
    call = ast.parse(text, mode="eval").body
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
        raise ValueError(text)
    values = map(ast.literal_eval, call.args)
    named = {str(one.arg): ast.literal_eval(one.value) for one in call.keywords}
    signature = inspect.signature(words[call.func.id])
    signature.bind(None, *values, **named)
    # A small chart has no capital.
    starting = _STARTING if role.starts and signature.return_annotation == "Bound" else ""
    return f"{ast.get_source_segment(text, call) or text}{starting}"


def _name(cell: int, place: int) -> str:
    return f"woord_{cell}_{place}"
