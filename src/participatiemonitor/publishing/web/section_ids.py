"""The ids of the sections of a page, as they follow from its manuscript.

Headings hold names of a round, and Sphinx makes ids of headings: *Projecten vanuit de Wwb* is
another section than *Projecten vanuit de Participatiewet*, to a browser. To a reader it is the
same: the same heading of the same cell. A round need not be built for its ids to be known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from docutils.nodes import fully_normalize_name, make_id
from markdown_it.token import Token

from participatiemonitor.errors import InputError
from participatiemonitor.publishing.editorial import prose_parser
from participatiemonitor.publishing.execute.manuscript import manuscript
from participatiemonitor.publishing.notebooks import ADDED, EDITORIAL, authored_cell
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.round_edition import RoundEdition
from participatiemonitor.publishing.web.page_sources import fill_in

# The number of a cell, a heading as its author wrote it, and how often it stood there before.
Place = tuple[int, str, int]
# As the parser calls them.
_TITLE, _TARGET = "h1", "myst_target"


@dataclass(frozen=True)
class Heading:
    """The level of a heading, as ``h2``, its Markdown, and the id of its section, where known."""

    tag: str
    text: str
    id: str | None


def section_ids(page: Page, edition: RoundEdition) -> dict[Place, str]:
    """The ids of the sections that an author of the notebook gave a heading.

    Parameters
    ----------
    page : Page
    edition : RoundEdition
        The round that the page is of.

    Returns
    -------
    dict of tuple to str
        By place in the notebook, which is the same in each round. Without the page as a whole,
        what an editor wrote for the round alone, and headings that hold a computed word; empty
        where the notebook does not fit the round, which its own build reports.
    """
    try:
        notebook = manuscript(page, edition)
        written = [cell.source for cell in notebook.cells]
        fill_in(notebook, page, edition.head.names)
    except InputError:
        return {}
    own = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "markdown"]
    filled = headings(notebook.cells[index].source for index in own)
    found: dict[Place, str] = {}
    for index, there in zip(own, filled, strict=True):
        metadata = notebook.cells[index].metadata
        if EDITORIAL in metadata or not ADDED.isdisjoint(metadata.get("tags", ())):
            continue
        number, times = authored_cell(index, notebook.cells), Counter[str]()
        (here,) = headings([written[index]])
        for heading, title in zip(there, here, strict=True):
            if heading.tag != _TITLE and heading.id:
                found[number, title.text, times[title.text]] = heading.id
            times[title.text] += 1
    return found


def headings(sources: Iterable[str]) -> Iterator[list[Heading]]:
    """The headings in each of the pieces of Markdown that make a page.

    Parameters
    ----------
    sources : iterable of str
        With names filled in.

    Yields
    ------
    list of Heading
    """
    parser, taken = prose_parser(), _Names()
    for source in sources:
        found = []
        for tag, text, said in _named(parser.parse(source)):
            name = make_id(fully_normalize_name(said or ""))
            known = taken.id(name) if name else None
            if tag != _TARGET:
                found.append(Heading(tag, text, known))
        yield found


class _Names:
    """Ids as docutils gives them, told so in `participatiemonitor.publishing.sphinx.extension`."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._again = Counter[str]()

    def id(self, name: str) -> str:
        """The id of what is called so: its name, and a number where that was taken."""
        found = name
        while found in self._taken:
            self._again[name] += 1
            found = f"{name}-{self._again[name]}"
        self._taken.add(found)
        return found


def _named(tokens: list[Token]) -> Iterator[tuple[str, str, str | None]]:
    """Headings of sections and targets, and what they say; None where only the answers tell."""
    for token, content in pairwise([*tokens, None]):
        if token.type == "heading_open" and token.level == 0:
            yield token.tag, content.content, _text(content.children or ())
        elif token.type == _TARGET:
            yield token.type, token.content, token.content


def _text(pieces: Iterable[Token]) -> str | None:
    said = ""
    for piece in pieces:
        if piece.type == "myst_role" and piece.meta["name"] != "term":
            return None
        said += " " if piece.type == "softbreak" else piece.content
    return said
