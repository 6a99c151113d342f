"""Words in the sentence: calls on the face of a chapter, in the prose where they are read.

An author writes ``{m}`share("wmo_uitvoering.hele@sd")``` in a sentence. Before a notebook is
executed, the calls of each Markdown cell are gathered in a code cell of their own before it, which
is not on the page. When pages are made, the bound word takes the place of the call.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from participatiemonitor.book.words import WORDS
from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import terminal
from participatiemonitor.publishing.notebooks import GATHERED, authored_cell
from participatiemonitor.publishing.page_list import Page

_ROLE = "{m}"
# A sign that stands for itself; a piece of code, after `{m}` a call; or a call without its code.
_PIECE = re.compile(
    r"\\.|(?:\{m\})?(?<!`)(?P<ticks>`+)(?!`)(?P<text>.+?)(?<!`)(?P=ticks)(?!`)|\{m\}", re.S)
_LONGEST = 80


def gathered(notebook: NotebookNode, page: Page) -> NotebookNode:
    """Put the words of each Markdown cell in a code cell of their own before it.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        As its author wrote it; changed in place.
    page : Page

    Returns
    -------
    nbformat.NotebookNode
        The same notebook.

    Raises
    ------
    InputError
        When something is no call of one of the `WORDS` with fixed values; names notebook, cell
        and text.
    """
    cells = []
    for number, cell in enumerate(notebook.cells, start=1):
        lines = []
        for place, role in enumerate(_roles(cell), start=1):
            try:
                call = _checked((role["text"] or "").replace("\n", " ").strip())
            except (SyntaxError, ValueError, TypeError, KeyError, RecursionError,
                    MemoryError) as error:
                raise InputError(
                    f"{page.document}.ipynb, cel {number}: {terminal(role[0][:_LONGEST])}; "
                    'verwacht een enkele aanroep met vaste waarden, zoals {m}`share("x.ja@sd")`, '
                    f"van een van: {', '.join(sorted(WORDS))}.") from error
            lines.append(f"    {_name(number, place)}=m.{call},\n")
        if lines:
            tags = {"tags": [GATHERED, "remove-cell"]}
            cells.append(new_code_cell(f"m.say(\n{''.join(lines)})", metadata=tags))
        cells.append(cell)
    notebook.cells = cells
    return notebook


def with_words(index: int, notebook: NotebookNode) -> str:
    """The prose of a cell, with the name of what was gathered in the place of each call."""
    cell = notebook.cells[index]
    parts, end = [], 0
    for place, role in enumerate(_roles(cell), start=1):
        name = _name(authored_cell(index, notebook.cells), place)
        parts += [cell.source[end:role.start()], f"{{glue:}}`{name}`"]
        end = role.end()
    return "".join((*parts, cell.source[end:]))


def failing_word(cell: NotebookNode, traceback: list[str]) -> str:
    """The call at which an error arose, as a line of its own; nothing in other cells."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(traceback))
    line = re.search(r"Cell In\[\d+\], line (\d+)", text)
    if line is None or GATHERED not in cell.metadata.get("tags", ()):
        return ""
    _, _, call = cell.source.splitlines()[int(line[1]) - 1].partition("=m.")
    return f"{_ROLE}`{call.removesuffix(',')}`\n"


def _roles(cell: NotebookNode) -> Iterator[re.Match[str]]:
    """The calls in a Markdown cell, in order."""
    if cell.cell_type == "markdown":
        ends = [line.end() for line in re.finditer(r"\r\n?|\n", cell.source)]
        starts = [0, *ends, len(cell.source)]
        for first, last in _prose(cell.source):
            for found in _PIECE.finditer(cell.source, starts[first], starts[last]):
                if found[0].startswith(_ROLE):
                    yield found


def _prose(markdown: str, before: int = 0) -> Iterator[tuple[int, int]]:
    """The lines of headings, paragraphs and items, in directives as well; not those of code."""
    for token in MarkdownIt().parse(markdown):
        first, last = token.map or (0, 0)
        if token.type == "inline":
            yield before + first, before + last
        elif token.type == "fence" and re.match(r"\{(?!code)", token.info):
            yield from _prose(token.content, before + first + 1)


def _checked(text: str) -> str:
    """The call in a text, where it is one of a word, with values as the word takes them."""
    call = ast.parse(text, mode="eval").body
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
        raise ValueError(text)
    values = map(ast.literal_eval, call.args)
    named = {str(one.arg): ast.literal_eval(one.value) for one in call.keywords}
    inspect.signature(WORDS[call.func.id]).bind(None, *values, **named)
    return ast.get_source_segment(text, call) or text


def _name(cell: int, place: int) -> str:
    return f"woord_{cell}_{place}"
