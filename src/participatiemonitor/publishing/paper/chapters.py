"""Pages of the web as chapters on paper: code left out, only what can be printed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, SoupStrainer, Tag

from participatiemonitor.errors import RunError
from participatiemonitor.presentation.palette import COLOURS
from participatiemonitor.publishing.page_list import DEEPENING, NOWHERE, REPORT, TABLES, Page
from participatiemonitor.publishing.paper.annex import part_tabs
from participatiemonitor.publishing.paper.links import BESIDE, DEEPER, HEADINGS, rewrite_links
from participatiemonitor.publishing.paper.tables import set_tables
from participatiemonitor.publishing.paper.tree import classed, named, tags

# What only works on a screen, or leads to files.
# `alleen-web` is for authors.
_NAMES_LEFT_OUT = frozenset(("script", "style", "button", "input"))
_CLASSES_LEFT_OUT = frozenset((
    "headerlink", "toctree-wrapper", "cell_input", "downloads", "chapter-cards", "eyebrow",
    "subtitle",
    "only-dark", "alleen-web",
))
_BEHIND = "De cijfers bij de figuren"
# Looks of drawings in the page, which on the web come from its stylesheet.
_LOOKS = {
    "track": {"fill": COLOURS["print"]["track"]},
    "bar-1": {"fill": COLOURS["print"]["deep"]},
    "bar-2": {"fill": COLOURS["print"]["amber"]},
    "text": {"fill": COLOURS["print"]["ink"], "font-family": "Source Sans 3", "font-size": "12"},
}
# What shows nothing when there is nothing in it.
_HOLDERS = frozenset(("section", "div", "span", "p", "details", "a", *HEADINGS))
KEPT_SPANS = frozenset(("footnote", "remark", "caption-number", "caption-text", "label"))


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
    read = [(page, _parse(html, page)) for page in by_document.values() if page.paper != NOWHERE]
    behind = [(page, annex) for page, article in read if page.paper in (REPORT, DEEPENING)
              if (annex := part_tabs(article)) is not None]
    report = [(page, _chapter(article, page, page.name, page.part)) for page, article in read
              if page.paper == REPORT]
    tables = [(page, _chapter(annex, page, f"{page.name}--{TABLES}", _BEHIND))
              for page, annex in behind]
    tables += [(page, _chapter(article, page, page.name, page.part)) for page, article in read
               if page.paper == TABLES]
    # A volume of one part has no headings of parts.
    deeper = [(page, _chapter(article, page, page.name, "")) for page, article in read
              if page.paper == DEEPENING]
    entries = {entry["id"]: entry.p for _, chapter in report
               for entry in classed(chapter, "citation")}
    for volume in (report, tables, deeper):
        held = {tag["id"] for _, chapter in volume for tag in (chapter, *tags(chapter))
                if tag.has_attr("id")}
        for page, chapter in volume:
            rewrite_links(chapter, page.document, by_document, entries, held)
            _simplify(chapter)
    named_volumes = (("", report), (BESIDE, tables), *([(DEEPER, deeper)] if deeper else []))
    return [Volume(name, [chapter for _, chapter in volume]) for name, volume in named_volumes]


def _parse(html: Path, page: Page) -> Tag:
    text = (html / f"{page.document}.html").read_text("utf-8")
    article = BeautifulSoup(text, "lxml", parse_only=SoupStrainer("article")).article
    for tag in article.find_all(_is_left_out):
        tag.decompose()
    return article


def _chapter(article: Tag, page: Page, name: str, part: str) -> Tag:
    part_tabs(article)
    for tag in named(article, "details"):
        _open(tag)
    for tag in classed(article, "bound"):
        tag.unwrap()
    for tag in named(article, "svg"):
        _describe(tag)
    for tag in reversed(tags(article)):
        parts = tag.find_all(lambda part: part.name not in HEADINGS, recursive=False)
        if _may_be_empty(tag) and not any(map(_shows, parts)):
            tag.decompose()
    for tag in classed(article, "std-numref"):
        tag.string = tag.get_text().replace(" ", "\N{NO-BREAK SPACE}")
    set_tables(article)
    for tag in named(article, "img"):
        if not urlsplit(tag["src"]).scheme:
            tag["src"] = posixpath.join(posixpath.dirname(page.document), tag["src"])
    for tag in tags(article):
        if tag.has_attr("id") and tag.find_parent("svg") is None:  # drawings refer to own parts
            tag["id"] = f"{page.name}--{tag['id']}"
    article.name, article.attrs = "section", {"class": ["chapter"], "id": name, "data-part": part,
                                           "data-page": page.name}
    title = article.h1
    if title is None:
        raise RunError(
            f"Pagina {page.name}: er is geen titel. Verwacht: een eerste cel die begint met een "
            "kop, zoals: # Feiten."
        )
    # The page's own section says nothing more than the chapter does.
    if title.parent is not article and title.parent.has_attr("id"):
        title["id"] = title.parent["id"]
        if language := title.parent.get("lang"):
            article["lang"] = language
        title.parent.unwrap()
    article["data-title"] = title.get_text().strip()
    return article


def _is_left_out(tag: Tag) -> bool:
    return (
        tag.name in _NAMES_LEFT_OUT
        or not _CLASSES_LEFT_OUT.isdisjoint(tag.get("class", ()))
        or tag.get("aria-hidden") == "true"
    )


def _open(details: Tag) -> None:
    if (label := details.summary) is not None:
        for line in named(label, "p"):
            line.unwrap()
        label.name, label["class"] = "p", ["panel-title"]
    details.name, details["class"] = "div", ["panel"]


def _simplify(chapter: Tag) -> None:
    """Drop elements that say nothing on paper."""
    for tag in tags(chapter):
        alone = tag.name == "p" and tag.parent.name in ("td", "th") \
            and len(tag.parent.find_all(True, recursive=False)) == 1
        plain = KEPT_SPANS.isdisjoint(tag.get("class", ())) and {"id", "lang"}.isdisjoint(tag.attrs)
        if alone or (tag.name == "span" and plain):
            tag.unwrap()
    chapter.smooth()


def _describe(drawing: Tag) -> None:
    """Give a drawing in the page its looks, and its name as its title."""
    for tag in tags(drawing):
        for kind in (tag.name, *tag.get("class", ())):
            tag.attrs.update(_LOOKS.get(kind, {}))
    if drawing.title is None and drawing.has_attr("aria-label"):
        title = Tag(name="title")
        title.string = drawing["aria-label"]
        drawing.insert(0, title)


def _may_be_empty(tag: Tag) -> bool:
    """Whether it is there for what is in it: a part of a page, but not the page itself."""
    if tag.name == "section":
        return tag.parent.name != "article"
    return not {"cell", "panel"}.isdisjoint(tag.get("class", ()))


def _shows(tag: Tag) -> bool:
    return bool(tag.get_text(strip=True)) or any(
        one.name not in _HOLDERS for one in (tag, *tags(tag)))
