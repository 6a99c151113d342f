"""The book as one document for print: cover, colophon, contents and chapters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bs4 import Tag

from participatiemonitor.plain_text import html as escape
from participatiemonitor.publishing.contents import Page
from participatiemonitor.publishing.print_chapter import page_of, read_chapters
from participatiemonitor.survey.waveinfo import WaveInfo

STYLESHEET = Path(__file__).with_name("print.css")
# The landing page has the title of the book, which is on the cover already.
OPENING = "In één oogopslag"


@dataclass(frozen=True)
class Imprint:
    """What the cover and the properties of the file tell.

    Parameters
    ----------
    info : WaveInfo
        The head of the wave.
    author : str
    status : str or None
        HTML that says what kind of answers these are, None for observed ones.
    """

    info: WaveInfo
    author: str
    status: str | None

    @property
    def laws(self) -> str:
        """The two laws of the monitor."""
        return f"{self.info.laws.assistance.short} en {self.info.laws.support.short}"

    @property
    def kind(self) -> str:
        """What this book is, in a few words."""
        return f"De levende monitor over {self.laws}"

    @property
    def edition(self) -> str:
        """Which one it is: the year, and that it is a reconstruction."""
        return f"peiling {self.info.year}" + (", reconstructie" if self.status else "")

    @property
    def running(self) -> str:
        """What stands at the foot of every page."""
        return f"{self.info.title} · {self.edition}"


def print_document(html: Path, pages: list[Page], imprint: Imprint) -> str:
    """Join the built pages into one document for print.

    Parameters
    ----------
    html : pathlib.Path
        Folder with the built pages; addresses of images count from here.
    pages : list of Page
        In reading order, the landing page first.
    imprint : Imprint

    Returns
    -------
    str
        HTML, with its stylesheet in it.
    """
    chapters = read_chapters(html, pages)
    chapters[0].h1.string = OPENING
    for chapter in chapters:
        _set_apart_number(chapter.h1)
    title = f"{imprint.info.title} – {imprint.kind[0].lower()}{imprint.kind[1:]}, {imprint.edition}"
    return "\n".join((
        '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">',
        f"<title>{escape(title)}</title>",
        f'<meta name="author" content="{escape(imprint.author)}">',
        f'<meta name="description" content="{escape(imprint.info.subtitle)}">',
        '<meta name="generator" content="participatiemonitor">',
        f"<style>{STYLESHEET.read_text(encoding='utf-8')}</style></head><body>",
        _cover(imprint),
        _colophon(chapters, imprint),
        _contents(pages, chapters),
        *map(str, chapters),
        "</body></html>",
    ))


def _cover(imprint: Imprint) -> str:
    status = f'<p class="status">{imprint.status}</p>' if imprint.status else ""
    return f"""
<section class="cover">
{_motif()}
<p class="kind">{escape(imprint.kind)}</p>
<p class="title" data-running="{escape(imprint.running)}">{escape(imprint.info.title)}</p>
<p class="subtitle">{escape(imprint.info.subtitle)}</p>
<p class="year">{imprint.info.year}</p>
<div class="foot">{status}<p class="author">{escape(imprint.author)}</p></div>
</section>"""


def _motif() -> str:
    """Two sets of rings, one for each law, and where they meet."""
    def rings(centre: int, colour: str) -> str:
        return "".join(
            f'<circle cx="{centre}" cy="300" r="{radius}" fill="none" stroke="{colour}" '
            'stroke-width="5"/>'
            for radius in range(20, 241, 20)
        )

    return (
        '<svg class="motif" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 600" role="img">'
        "<title>Twee reeksen ringen die in elkaar grijpen, één voor elke wet.</title>"
        f'{rings(260, "#7fb3b8")}{rings(500, "#e3a23c")}</svg>'
    )


def _colophon(chapters: list[Tag], imprint: Imprint) -> str:
    """How to read this edition, on the back of the cover."""
    sources = _where(chapters, ".citation-list", "Alle bronnen staan bij elkaar in de {}.")
    terms = _where(chapters, "dl.glossary", "Afkortingen en begrippen staan in de {}.")
    return f"""
<section class="colophon">
<p class="heading">Over deze uitgave</p>
<p>{escape(imprint.info.title)}, {imprint.edition}. Deze uitgave op papier heeft dezelfde tekst,
figuren en tabellen als het boek op het web, en is er in dezelfde gang mee gemaakt.</p>
<p>Wie naar een ander hoofdstuk wordt verwezen, leest erbij op welke bladzijde dat is. Een bron
staat in een voetnoot waar een hoofdstuk haar voor het eerst noemt. {sources} {terms}</p>
<p>De cijfers zijn er ook als bestand, in de map <span class="file">html/downloads</span> naast deze
PDF: alle schattingen in <span class="file">results.csv</span>, en de bestanden van een figuur of
tabel onder haar nummer. Hoe elk getal is berekend, laat de webversie zien.</p>
</section>"""


def _where(chapters: list[Tag], selector: str, sentence: str) -> str:
    found = next((one for one in chapters if one.select_one(selector)), None)
    if found is None:
        return ""
    return sentence.format(_link(found["id"], found.h1.get_text(), "page"))


def _contents(pages: list[Page], chapters: list[Tag]) -> str:
    # The sections of the first part only: with those of the appendices it would be pages long.
    detailed = next((page.part for page in pages if page.part), "")
    parts = []
    for part, group in groupby(zip(pages, chapters, strict=True), key=lambda pair: pair[0].part):
        heading = f'<p class="part">{escape(part)}</p>' if part else ""
        entries = "".join(_chapter_entry(one, part == detailed) for _, one in group)
        parts.append(f"{heading}<ol>{entries}</ol>")
    listed = "".join(
        _caption_entry(number.parent)
        for kind in ("figure", "table")
        for chapter in chapters
        for number in chapter.select(f"{kind}[id] .caption-number")
    )
    numbered = f"<h2>Figuren en tabellen</h2><ol>{listed}</ol>" if listed else ""
    return f"""
<section class="contents"><h1 id="inhoud">Inhoud</h1>
{"".join(parts)}
<div class="numbered">{numbered}</div>
</section>"""


def _chapter_entry(chapter: Tag, detailed: bool) -> str:
    sections = "".join(
        _entry(section["id"], section.h2.get_text())
        for section in chapter.find_all("section", id=True)
        if detailed and section.find("h2", recursive=False)
    )
    below = f"<ol>{sections}</ol>" if sections else ""
    return _entry(chapter["id"], chapter.h1.get_text(), below)


def _caption_entry(caption: Tag) -> str:
    number = caption.select_one(".caption-number").get_text(strip=True)
    # The first sentence is the title; bases and remarks follow it.
    title = caption.select_one(".caption-text").get_text().partition(". ")[0].rstrip(".")
    return _entry(caption.find_parent(["figure", "table"])["id"], f"{number}  {title}")


def _entry(anchor: str, text: str, below: str = "") -> str:
    return f"<li>{_link(anchor, text, 'entry')}{below}</li>"


def _link(anchor: str, text: str, kind: str) -> str:
    link = Tag(name="a", attrs={"class": kind, "href": f"#{anchor}", "style": page_of(anchor)})
    link.string = text.strip()
    return str(link)


def _set_apart_number(heading: Tag) -> None:
    """Give the number of a chapter an element of its own."""
    text = heading.get_text()
    if found := re.match(r"(\d+) ", text):
        heading.string = text.removeprefix(found[0])
        number = Tag(name="span", attrs={"class": ["number"]})
        number.string = found[0]
        heading.insert(0, number)
