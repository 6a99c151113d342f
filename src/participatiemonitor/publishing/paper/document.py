"""A volume as one document for print: cover, colophon, contents and chapters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from bs4 import BeautifulSoup, Tag

from participatiemonitor.presentation.caveats import PAPER, caveat
from participatiemonitor.publishing.paper.annex import short_title
from participatiemonitor.publishing.paper.blocks import Blocks
from participatiemonitor.publishing.paper.chapters import Volume
from participatiemonitor.publishing.paper.images import Images
from participatiemonitor.publishing.paper.imprint import Imprint, how_to_read
from participatiemonitor.publishing.paper.inlines import Inlines
from participatiemonitor.publishing.paper.letters import Letters
from participatiemonitor.publishing.paper.pieces import Piece, arranged
from participatiemonitor.publishing.paper.places import Places
from participatiemonitor.publishing.paper.source import array, call, string
from participatiemonitor.publishing.paper.tree import classed, named

TEMPLATE = "book.typ"
# The landing page has the title of the book, which is on the cover already.
_OPENING = "In één oogopslag"
_NUMBER = re.compile(r"(\d+)\s+")


def compose(
    volume: Volume, volumes: Sequence[Volume], imprint: Imprint, images: Images, letters: Letters
) -> tuple[str, list[list[list[int]]]]:
    """Join chapters into one document.

    Parameters
    ----------
    volume : Volume
    volumes : sequence of Volume
        All, as `read_volumes` gives them.
    imprint : Imprint
    images : Images
    letters : Letters

    Returns
    -------
    source : str
        Typst source, which imports `TEMPLATE`.
    row_headers : list
        For each table, in reading order, which cells head their rows; see `grids.row_headers`.

    Raises
    ------
    RunError
        When something in a chapter cannot be printed.
    """
    if not volume.name:
        volume.chapters[0].h1.string = _OPENING
    places = Places(volume.chapters)
    inlines = Inlines(places, images, letters, volume.name)
    # Of numbered chapters: with the others the contents would be pages long. And no title that
    # several chapters have: it tells nothing.
    titles = Counter(one.get_text() for chapter in volume.chapters for one in named(chapter, "h2"))
    telling = {title for title, times in titles.items() if times == 1}
    text: list[str] = []
    headers: list[list[list[int]]] = []
    for chapter in volume.chapters:
        within = Inlines(places, images, letters, chapter["id"])
        number, title = _title(chapter.h1)
        blocks = Blocks(within, places, telling if number else ())
        opening = Piece(call("chapter", string(chapter["id"]), within.text(number),
                             within.line(title)), leads=True)
        chapter.h1.extract()
        set_pages = arranged([opening, *blocks.write(chapter.children)])
        if language := chapter.get("lang"):
            set_pages = [call("text", one, lang=string(language)) for one in set_pages]
        text += ("pagebreak(weak: true)", *set_pages)
        headers += blocks.row_headers
    lines = (
        f'import "{TEMPLATE}": *',
        call("show: book.with", **_properties(volume, imprint, inlines)),
        _cover(volume, imprint, inlines),
        call("colophon", string("Over deze uitgave"),
             how_to_read(volume, volumes, imprint, inlines)),
        _contents(volume.chapters, inlines),
        *text,
    )
    return "\n".join(f"#{line}" for line in lines), headers


def _properties(volume: Volume, imprint: Imprint, inlines: Inlines) -> dict[str, str]:
    # Not today's date: the same book is the same file on any day.
    day = imprint.info.reference_date
    date = call("datetime", year=str(day.year), month=str(day.month), day=str(day.day))
    told = {"title": imprint.title(volume), "author": imprint.author,
            "description": volume.name or imprint.info.subtitle,
            "running": imprint.running(volume)}
    return {name: inlines.text(text) for name, text in told.items()} | {"date": date}


def _cover(volume: Volume, imprint: Imprint, inlines: Inlines) -> str:
    told = {
        "kind": imprint.kind, "title": imprint.info.title,
        "subtitle": volume.name or imprint.info.subtitle,
        "year": str(imprint.info.year), "author": imprint.author,
        "motif": "" if volume.name else
                 "Twee reeksen ringen die in elkaar grijpen, één voor elke wet.",
    }
    status = "none"
    if banner := caveat(PAPER, imprint.info):
        status = inlines.line(BeautifulSoup(banner, "html.parser").children)
    return call("cover", **{name: inlines.text(text) for name, text in told.items()},
                status=status)


def _contents(chapters: list[Tag], inlines: Inlines) -> str:
    starts = [(part, string(next(group)["id"])) for part, group in
              groupby(chapters, key=lambda chapter: chapter["data-part"])]
    ends = [*(start for _, start in starts[1:]), "none"]
    parts = array(array((inlines.text(part), start, end))
                  for (part, start), end in zip(starts, ends, strict=False))
    short = [f"{string(numbered['id'])}: {inlines.text(short_title(numbered))}"
             for chapter in chapters for numbered in named(chapter, "figure", "table")
             if numbered.has_attr("id") and classed(numbered, "caption-number")]
    if not short:
        return call("contents", string("Inhoud"), parts, "none", "(:)")
    return call("contents", string("Inhoud"), parts, string("Figuren en tabellen"), array(short))


def _title(heading: Tag) -> tuple[str, list]:
    """Number of a chapter, empty where it has none, and the rest of its title."""
    first = next(heading.children, None)
    found = _NUMBER.match(first) if isinstance(first, str) else None
    if found is None:
        return "", heading.contents
    first.replace_with(first[found.end():])
    return found[1], heading.contents
