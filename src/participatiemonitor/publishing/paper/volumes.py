"""The volumes that pages are printed in: which chapters each has, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bs4 import Tag

from participatiemonitor.publishing.page_list import DEEPENING, NOWHERE, REPORT, TABLES, Page
from participatiemonitor.publishing.paper.annex import part_tabs
from participatiemonitor.publishing.paper.chapters import chapter_of, read_article, simplify
from participatiemonitor.publishing.paper.links import BESIDE, DEEPER, rewrite_links
from participatiemonitor.publishing.paper.tree import classed, tags

_BEHIND = "De cijfers bij de figuren"


@dataclass(frozen=True)
class Volume:
    """The report, the volume with what it rests on, or the one with what others published.

    Attributes
    ----------
    name : str
        `links.BESIDE` or `links.DEEPER`, or empty for the report.
    chapters : list of bs4.Tag
        A ``section`` each, with its title in plain words (``data-title``), the part of the volume
        it is in (``data-part``) and the page it is made from (``data-page``).
    """

    name: str
    chapters: list[Tag]


def read_volumes(html: Path, pages: Iterable[Page]) -> list[Volume]:
    """Read pages as chapters of the documents they are printed in.

    Parameters
    ----------
    html : pathlib.Path
        Folder with the built pages.
    pages : iterable of Page
        In reading order.

    Returns
    -------
    list of Volume
        The report: its chapters go by the short name of their page; every other id is preceded by
        that, and links between pages lead to these ids. The tables: first what lies behind the
        figures of each page of the other volumes, under the ids of those. And the deepening, where
        any page is printed there.

    Raises
    ------
    RunError
        When a page has no title.
    """
    by_document = {page.document: page for page in pages}
    read = _read(html, by_document)
    behind = [(page, annex) for page, article in read if page.paper in (REPORT, DEEPENING)
              if (annex := part_tabs(article)) is not None]
    report = [(page, chapter_of(article, page, page.name, page.part)) for page, article in read
              if page.paper == REPORT]
    tables = [(page, chapter_of(annex, page, f"{page.name}--{TABLES}", _BEHIND))
              for page, annex in behind]
    tables += [(page, chapter_of(article, page, page.name, page.part)) for page, article in read
               if page.paper == TABLES]
    # A volume of one part has no headings of parts.
    deeper = [(page, chapter_of(article, page, page.name, "")) for page, article in read
              if page.paper == DEEPENING]
    entries = _sources(report)
    for volume in (report, tables, deeper):
        _link(volume, by_document, entries)
    named_volumes = (("", report), (BESIDE, tables), *([(DEEPER, deeper)] if deeper else []))
    return [Volume(name, [chapter for _, chapter in volume]) for name, volume in named_volumes]


def read_volume(html: Path, pages: Iterable[Page]) -> list[Volume]:
    """Read pages as the chapters of one document, which has no volumes beside it.

    Parameters
    ----------
    html : pathlib.Path
        Folder with the built pages.
    pages : iterable of Page
        In reading order.

    Returns
    -------
    list of Volume
        One: the pages, as in `read_volumes`, and at the end of each what lies behind its figures.

    Raises
    ------
    RunError
        When a page has no title.
    """
    by_document = {page.document: page for page in pages}
    volume = []
    for page, article in _read(html, by_document):
        behind = part_tabs(article)
        volume.append((page, chapter_of(article, page, page.name, page.part)))
        if behind is not None:
            behind.h1.string = _BEHIND
            for tag in tags(behind):  # links are to the figures themselves
                tag.attrs.pop("id", None)
            volume.append((page, chapter_of(behind, page, f"{page.name}--{TABLES}", page.part)))
    _link(volume, by_document, _sources(volume))
    return [Volume("", [chapter for _, chapter in volume])]


def _read(html: Path, by_document: dict[str, Page]) -> list[tuple[Page, Tag]]:
    """The pages that are printed."""
    printed = (page for page in by_document.values() if page.paper != NOWHERE)
    return [(page, read_article(html, page)) for page in printed]


def _sources(volume: list[tuple[Page, Tag]]) -> dict[str, Tag]:
    """The sources of the bibliography, by id."""
    return {entry["id"]: entry.p for _, chapter in volume for entry in classed(chapter, "citation")}


def _link(volume: list[tuple[Page, Tag]], by_document: dict[str, Page], entries: dict[str, Tag]
          ) -> None:
    """Let the links in a volume lead to places in it, and drop what says nothing on paper."""
    held = {tag["id"] for _, chapter in volume for tag in (chapter, *tags(chapter))
            if tag.has_attr("id")}
    for page, chapter in volume:
        rewrite_links(chapter, page.document, by_document, entries, held)
        simplify(chapter)
