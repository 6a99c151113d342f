"""The ids of the sections of a page, as they follow from its manuscript.

Headings hold names of a round, and Sphinx makes ids of headings: *Projecten vanuit de Wwb* is
another section than *Projecten vanuit de Participatiewet*, to a browser. To a reader it is the
same: the same heading of the same cell. A round need not be built for its ids to be known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from docutils.nodes import fully_normalize_name, make_id
from markdown_it.token import Token

from participatiemonitor.errors import InputError
from participatiemonitor.publishing.edition import Edition
from participatiemonitor.publishing.editorial import prose_parser
from participatiemonitor.publishing.execute.manuscript import manuscript
from participatiemonitor.publishing.notebooks import EDITORIAL
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.web.page_sources import fill_in
from participatiemonitor.survey.names import names

# Cell, and heading in that cell, both from 0.
Place = tuple[int, int]
_TITLE = "h1"


def section_ids(page: Page, edition: Edition) -> dict[Place, str]:
    """The ids of the sections that an author of the notebook gave a heading.

    Parameters
    ----------
    page : Page
    edition : Edition
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
        fill_in(notebook, page, names(edition.wave))
    except InputError:
        return {}
    parser, times = prose_parser(), Counter[str]()
    found = {}
    for cell_number, cell in enumerate(notebook.cells):
        if cell.cell_type != "markdown":
            continue
        headings = _headings(parser.parse(cell.source))
        for number, (tag, text) in enumerate(headings):
            name = make_id(fully_normalize_name(text or ""))
            if not name:
                continue
            # As docutils does, told so in `participatiemonitor.publishing.sphinx.extension`.
            again = f"-{times[name]}" if times[name] else ""
            times[name] += 1
            if tag != _TITLE and EDITORIAL not in cell.metadata:
                found[cell_number, number] = f"{name}{again}"
    return found


def _headings(tokens: list[Token]) -> Iterator[tuple[str, str | None]]:
    """The headings of sections, and what each says; None where only the answers tell."""
    for token, content in pairwise(tokens):
        if token.type == "heading_open" and token.level == 0:
            yield token.tag, _text(content.children or ())


def _text(pieces: Iterable[Token]) -> str | None:
    said = ""
    for piece in pieces:
        if piece.type == "myst_role" and piece.meta["name"] != "term":
            return None
        said += " " if piece.type == "softbreak" else piece.content
    return said
