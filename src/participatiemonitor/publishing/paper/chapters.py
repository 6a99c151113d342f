"""Pages of the web as chapters on paper: code left out, only what can be printed."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, SoupStrainer, Tag

from participatiemonitor.errors import RunError
from participatiemonitor.presentation.palette import COLOURS
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.paper.annex import part_tabs
from participatiemonitor.publishing.paper.links import HEADINGS
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


def read_article(html: Path, page: Page) -> Tag:
    """What a page says, without what only works on a screen."""
    text = (html / f"{page.document}.html").read_text("utf-8")
    article = BeautifulSoup(text, "lxml", parse_only=SoupStrainer("article")).article
    for tag in article.find_all(_is_left_out):
        tag.decompose()
    return article


def chapter_of(article: Tag, page: Page, name: str, part: str) -> Tag:
    """Make a chapter of what a page says, or of a part of it.

    Parameters
    ----------
    article : bs4.Tag
        Changed in place.
    page : Page
        What it is from: its short name precedes every id.
    name : str
        The id of the chapter.
    part : str
        The part of the volume it is in.

    Returns
    -------
    bs4.Tag
        A ``section`` with its title in plain words (``data-title``), its part (``data-part``) and
        the page it is made from (``data-page``).

    Raises
    ------
    RunError
        When it has no title.
    """
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


def simplify(chapter: Tag) -> None:
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
