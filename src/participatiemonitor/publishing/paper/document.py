"""The book as one document for print: cover, colophon, contents and chapters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bs4 import BeautifulSoup, Tag

from participatiemonitor.dutch import capital
from participatiemonitor.presentation.caveats import EDITION, FOOT, PAPER, caveat
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.paper.blocks import Blocks
from participatiemonitor.publishing.paper.images import Images
from participatiemonitor.publishing.paper.inlines import Inlines
from participatiemonitor.publishing.paper.letters import Letters
from participatiemonitor.publishing.paper.pieces import Piece, arranged
from participatiemonitor.publishing.paper.places import Places
from participatiemonitor.publishing.paper.source import array, call, joined, string
from participatiemonitor.publishing.paper.tree import classed, named
from participatiemonitor.survey.names import full_title, over
from participatiemonitor.survey.waveinfo import WaveInfo

TEMPLATE = "book.typ"
# The landing page has the title of the book, which is on the cover already.
OPENING = "In één oogopslag"
_NUMBER = re.compile(r"(\d+)\s+")


@dataclass(frozen=True)
class Imprint:
    """What the cover and the properties of the file tell.

    Attributes
    ----------
    info : WaveInfo
        The head of the wave.
    author : str
    """

    info: WaveInfo
    author: str

    @property
    def kind(self) -> str:
        """What this book is, in a few words."""
        return capital(over(self.info))

    @property
    def edition(self) -> str:
        """Which one it is: the year, and that it is a reconstruction."""
        return f"enquête van {self.info.year}{caveat(EDITION, self.info)}"

    @property
    def running(self) -> str:
        """What stands at the foot of every page."""
        return f"{self.info.title} · {self.edition}{caveat(FOOT, self.info)}"

    @property
    def title(self) -> str:
        """Title of the file."""
        return f"{full_title(self.info)}, {self.edition}"


def compose(
    pages: Sequence[Page], chapters: list[Tag], imprint: Imprint, images: Images, letters: Letters
) -> tuple[str, list[list[list[int]]]]:
    """Join chapters into one document.

    Parameters
    ----------
    pages : sequence of Page
        In reading order, the landing page first.
    chapters : list of bs4.Tag
        What `read_chapters` makes of them.
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
    chapters[0].h1.string = OPENING
    places = Places(chapters)
    inlines = Inlines(places, images, letters, pages[0].name)
    # The sections of the first part only: with those of the appendices it would be pages long.
    detailed = next((page.part for page in pages if page.part), "")
    text: list[str] = []
    headers: list[list[list[int]]] = []
    for page, chapter in zip(pages, chapters, strict=True):
        within = Inlines(places, images, letters, page.name)
        blocks = Blocks(within, places, page.part == detailed)
        number, title = _title(chapter.h1)
        opening = Piece(call("chapter", string(chapter["id"]), within.text(number),
                             within.line(title)), leads=True)
        chapter["data-title"] = chapter.h1.extract().get_text().strip()
        set_pages = arranged([opening, *blocks.write(chapter.children)])
        if language := chapter.get("lang"):
            set_pages = [call("text", one, lang=string(language)) for one in set_pages]
        text += ("pagebreak(weak: true)", *set_pages)
        headers += blocks.row_headers
    lines = (
        f'import "{TEMPLATE}": *',
        call("show: book.with", **_properties(imprint, inlines)),
        _cover(imprint, inlines),
        _colophon(chapters, imprint, inlines),
        _contents(pages, chapters, inlines),
        *text,
    )
    return "\n".join(f"#{line}" for line in lines), headers


def _properties(imprint: Imprint, inlines: Inlines) -> dict[str, str]:
    # Not today's date: the same book is the same file on any day.
    day = imprint.info.reference_date
    date = call("datetime", year=str(day.year), month=str(day.month), day=str(day.day))
    told = {"title": imprint.title, "author": imprint.author,
            "description": imprint.info.subtitle, "running": imprint.running}
    return {name: inlines.text(text) for name, text in told.items()} | {"date": date}


def _cover(imprint: Imprint, inlines: Inlines) -> str:
    told = {
        "kind": imprint.kind, "title": imprint.info.title, "subtitle": imprint.info.subtitle,
        "year": str(imprint.info.year), "author": imprint.author,
        "motif": "Twee reeksen ringen die in elkaar grijpen, één voor elke wet.",
    }
    status = "none"
    if banner := caveat(PAPER, imprint.info):
        status = inlines.line(BeautifulSoup(banner, "html.parser").children)
    return call("cover", **{name: inlines.text(text) for name, text in told.items()},
                status=status)


def _colophon(chapters: list[Tag], imprint: Imprint, inlines: Inlines) -> str:
    """How to read this edition, on the back of the cover."""
    return call("colophon", string("Over deze uitgave"), joined((
        call("par", inlines.text(
            f"{imprint.info.title}, {imprint.edition}. Deze uitgave op papier heeft dezelfde "
            "tekst, figuren en tabellen als het boek op het web, en is uit dezelfde antwoorden "
            "gemaakt.")),
        call("par", joined((
            string("Wie naar een ander hoofdstuk wordt verwezen, leest erbij op welke bladzijde "
                   "dat is. Een bron staat in een voetnoot waar een hoofdstuk haar voor het eerst "
                   "noemt."),
            *_where(chapters, "citation-list", " Alle bronnen staan bij elkaar in de "),
            *_where(chapters, "glossary", " Afkortingen en begrippen staan in de ")))),
        call("par", joined((
            string("De cijfers zijn er ook als bestand, in de map "),
            call("name", string("html/downloads")),
            string(" naast deze PDF: alle schattingen in "),
            call("name", string("results.csv")),
            string(", en de bestanden van een figuur of tabel onder haar nummer. Waar elk getal in "
                   "de tekst op rust, laat de webversie zien.")))),
    )))


def _where(chapters: list[Tag], kind: str, sentence: str) -> tuple[str, ...]:
    found = next((one for one in chapters if classed(one, kind)), None)
    if found is None:
        return ()
    # Its title has no number and no markup: an appendix of this book.
    return (string(sentence), call("to-page", string(found["id"]), string(found["data-title"])),
            string("."))


def _contents(pages: Sequence[Page], chapters: list[Tag], inlines: Inlines) -> str:
    starts = [(part, string(next(group)[1]["id"])) for part, group in
              groupby(zip(pages, chapters, strict=True), key=lambda pair: pair[0].part)]
    ends = [*(start for _, start in starts[1:]), "none"]
    parts = array(array((inlines.text(part), start, end))
                  for (part, start), end in zip(starts, ends, strict=True))
    short = [f"{string(numbered['id'])}: {inlines.text(_caption(numbered))}"
             for chapter in chapters for numbered in named(chapter, "figure", "table")
             if numbered.has_attr("id") and classed(numbered, "caption-number")]
    if not short:
        return call("contents", string("Inhoud"), parts, "none", "(:)")
    return call("contents", string("Inhoud"), parts, string("Figuren en tabellen"), array(short))


def _caption(numbered: Tag) -> str:
    number = classed(numbered, "caption-number")[0].get_text(strip=True)
    # The first sentence is the title; bases and remarks follow it.
    text = "".join(one.get_text() for one in classed(numbered, "caption-text"))
    return f"{number} {' '.join(text.split()).partition('. ')[0].rstrip('.')}"


def _title(heading: Tag) -> tuple[str, list]:
    """Number of a chapter, empty where it has none, and the rest of its title."""
    first = next(heading.children, None)
    found = _NUMBER.match(first) if isinstance(first, str) else None
    if found is None:
        return "", heading.contents
    first.replace_with(first[found.end():])
    return found[1], heading.contents
