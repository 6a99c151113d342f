"""A volume as one document for print: cover, colophon, contents and chapters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from bs4 import BeautifulSoup, Tag

from participatiemonitor.publishing.paper.annex import short_title
from participatiemonitor.publishing.paper.blocks import Blocks
from participatiemonitor.publishing.paper.images import Images
from participatiemonitor.publishing.paper.imprint import Imprint, how_to_read
from participatiemonitor.publishing.paper.inlines import Inlines
from participatiemonitor.publishing.paper.letters import Letters
from participatiemonitor.publishing.paper.pieces import Piece, arranged
from participatiemonitor.publishing.paper.places import Places
from participatiemonitor.publishing.paper.source import array, call, string
from participatiemonitor.publishing.paper.tree import classed, named
from participatiemonitor.publishing.paper.volumes import Volume

TEMPLATE = "book.typ"
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
        # It has the title of the book, which is on the cover already.
        volume.chapters[0].h1.string = imprint.head.opening
    places = Places(volume.chapters)
    inlines = Inlines(places, images, letters, volume.name)
    # Of numbered chapters: with the others the contents would be pages long; and of the one
    # chapter that a report of one page has. No title that several chapters have: it tells nothing.
    titles = Counter(one.get_text() for chapter in volume.chapters for one in named(chapter, "h2"))
    telling = {title for title, times in titles.items() if times == 1}
    only = _only(volume)
    text: list[str] = []
    headers: list[list[list[int]]] = []
    for chapter in volume.chapters:
        within = Inlines(places, images, letters, chapter["id"])
        number, title = _title(chapter.h1)
        blocks = Blocks(within, places, telling if number or chapter is only else ())
        opening = Piece(call("chapter", string(chapter["id"]), within.text(number),
                             within.line(title)), leads=True)
        chapter.h1.extract()
        set_pages = arranged([opening, *blocks.write(chapter.children)])
        if chapter is only:
            set_pages = [call("in-place", one) for one in set_pages]
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


def _only(volume: Volume) -> Tag | None:
    """The chapter of a report that is one page."""
    pages = {one["data-page"] for one in volume.chapters}
    return None if volume.name or len(pages) > 1 else volume.chapters[0]


def _properties(volume: Volume, imprint: Imprint, inlines: Inlines) -> dict[str, str]:
    # Not today's date: the same book is the same file on any day.
    day = imprint.head.day
    date = call("datetime", year=str(day.year), month=str(day.month), day=str(day.day))
    told = {"title": imprint.title(volume), "author": imprint.author,
            "description": volume.name or imprint.head.subtitle,
            "running": imprint.running(volume)}
    return {name: inlines.text(text) for name, text in told.items()} | {"date": date}


def _cover(volume: Volume, imprint: Imprint, inlines: Inlines) -> str:
    told = {
        "kind": imprint.head.kind, "title": imprint.head.title,
        "subtitle": volume.name or imprint.head.subtitle,
        "year": imprint.head.corner, "author": imprint.author,
        "motif": "" if volume.name else imprint.head.motif,
    }
    status = "none"
    if imprint.head.status:
        status = inlines.line(BeautifulSoup(imprint.head.status, "html.parser").children)
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
