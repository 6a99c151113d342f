"""A page of the web as a chapter on paper: tabs opened, code left out, links made to be read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from copy import copy
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, NavigableString, SoupStrainer, Tag

from participatiemonitor.publishing.accessibility import mark_headers
from participatiemonitor.publishing.contents import Page
from participatiemonitor.publishing.print_figures import with_text
from participatiemonitor.publishing.print_tables import set_tables

# What only works on a screen, or leads to files; the note on the first pages says where those are.
# `alleen-web` is for authors.
LEFT_OUT = (
    *("script", "style", "button", "input", "a.headerlink", "div.toctree-wrapper"),
    *("div.cell_input", "details.hide > summary", ".downloads", ".chapter-cards", ".eyebrow"),
    *(".only-dark", ".alleen-web", "[aria-hidden=true]"),
)
# Looks of drawings in the page, which on the web come from its stylesheet.
LOOKS = {
    ".track": {"fill": "#e4e0d5"},
    ".bar-1": {"fill": "#0b5563"},
    ".bar-2": {"fill": "#e3a23c"},
    "text": {"fill": "#22303a", "font-family": "Source Sans", "font-size": "12"},
}
KEPT_SPANS = frozenset(("footnote", "remark", "caption-number", "caption-text", "label"))
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Inside these a note stands in the text itself; below the page it would be lost or far away.
_NO_FOOTNOTES = ("table", "figure", "dt", *HEADINGS)


def read_chapters(html: Path, pages: Iterable[Page]) -> list[Tag]:
    """Read pages as chapters of one document.

    Parameters
    ----------
    html : pathlib.Path
        Folder with the built pages.
    pages : iterable of Page
        In reading order.

    Returns
    -------
    list of bs4.Tag
        A ``section`` a page, whose id is the short name of the page. Every other id is
        preceded by it, and links between pages lead to these ids.
    """
    by_document = {page.document: page for page in pages}
    chapters = {document: _read(html, page) for document, page in by_document.items()}
    entries = {
        entry["id"]: entry.p
        for chapter in chapters.values()
        for entry in chapter.select(".citation")
    }
    for document, chapter in chapters.items():
        _rewrite_links(chapter, document, by_document, entries)
        _simplify(chapter)
    return list(chapters.values())


def page_of(anchor: str) -> str:
    """Style that tells the stylesheet of which anchor a link prints the page.

    WeasyPrint loses track of an anchor that moves to another page when the stylesheet takes it
    from ``attr(href)``; with a variable it follows.

    Parameters
    ----------
    anchor : str

    Returns
    -------
    str
    """
    return f"--to: '#{anchor}'"


def _read(html: Path, page: Page) -> Tag:
    text = (html / f"{page.document}.html").read_text(encoding="utf-8")
    article = BeautifulSoup(text, "html.parser", parse_only=SoupStrainer("article")).article
    for tag in article.select(", ".join(LEFT_OUT)):
        tag.decompose()
    mark_headers(article)
    for tag in article.select("span.bound, details.hide"):
        tag.unwrap()
    for tag in article.select("details"):
        _open(tag)
    for tag in article.select("div.sd-tab-set"):
        _open_tabs(tag)
    for tag in article.find_all("svg"):
        _describe(tag)
    for tag in reversed(article.select("div.cell, div.panel, section")):
        below = tag.find_all(lambda one: one.name not in HEADINGS, recursive=False)
        if not any(map(_shows, below)):
            tag.decompose()
    for tag in article.select(".std-numref"):
        tag.string = tag.get_text().replace(" ", "\N{NO-BREAK SPACE}")
    set_tables(article)
    folder = posixpath.dirname(page.document)
    for tag in article.find_all("img"):
        if urlsplit(tag["src"]).scheme:
            tag["src"] = with_text(tag["src"])
        else:
            tag["src"] = posixpath.join(folder, tag["src"])
    for tag in article.find_all(id=True):
        if tag.find_parent("svg") is None:  # drawings refer to their own parts
            tag["id"] = f"{page.name}--{tag['id']}"
    article.name, article.attrs = "section", {"class": ["chapter"], "id": page.name}
    # The page's own section says nothing more than the chapter does.
    if own := article.find("section", recursive=False):
        first = own.find("h1", recursive=False)
        first["id"] = own["id"]
        own.unwrap()
    return article


def _open(details: Tag) -> None:
    if (label := details.summary) is not None:
        label.name, label["class"] = "p", ["panel-title"]
    details.name, details["class"] = "div", ["panel"]


def _open_tabs(tabs: Tag) -> None:
    """Set all panels one after another, each under its label; a figure has its caption."""
    number = tabs.select_one("figure .caption-number")
    label = ""
    for part in tabs.find_all(["label", "div"], recursive=False):
        if part.name == "label":
            label = part.get_text(strip=True)
            part.decompose()
        else:
            part["class"] = ["panel"]
            if _shows(part) and part.find("figure") is None:
                title = _new("p", "panel-title")
                title.string = f"{label} bij {number.get_text(strip=True)}" if number else label
                part.insert(0, title)
    tabs["class"] = ["panels"]


def _simplify(chapter: Tag) -> None:
    """Drop elements that say nothing on paper; the fewer there are, the sooner it is laid out."""
    for tag in chapter.find_all("span"):
        plain = KEPT_SPANS.isdisjoint(tag.get("class", []))
        if plain and not tag.has_attr("id") and not tag.has_attr("lang"):
            tag.unwrap()
    for tag in chapter.select("td > p:only-child, th > p:only-child"):
        tag.unwrap()
    chapter.smooth()


def _describe(drawing: Tag) -> None:
    """Give a drawing in the page its looks, and its name where the renderer looks for it."""
    for selector, looks in LOOKS.items():
        for tag in drawing.select(selector):
            tag.attrs.update(looks)
    if drawing.title is None and drawing.has_attr("aria-label"):
        title = Tag(name="title")
        title.string = drawing["aria-label"]
        drawing.insert(0, title)


def _shows(tag: Tag) -> bool:
    return bool(tag.get_text(strip=True)) or tag.find(["img", "svg"]) is not None


def _rewrite_links(
    chapter: Tag, document: str, pages: dict[str, Page], entries: dict[str, Tag]
) -> None:
    cited: set[str] = set()
    here = pages[document].name
    for link in chapter.select("a[href]"):
        parts = urlsplit(link["href"])
        if parts.scheme or parts.netloc:
            _show_address(link)
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(document), unquote(parts.path)))
        target = pages.get(path.removesuffix(".html")) if parts.path else pages[document]
        if target is None:
            _name_file(link, path)
            continue
        anchor = f"{target.name}--{unquote(parts.fragment)}" if parts.fragment else target.name
        link["href"] = f"#{anchor}"
        if anchor in entries:
            if anchor not in cited and not _is_tight(link):
                link.insert_after(_note(map(copy, entries[anchor].contents), link))
            cited.add(anchor)
        elif target.name != here and _needs_page(link):
            link["class"] = ["page-within" if _in_brackets(link) else "page"]
            link["style"] = page_of(anchor)


def _show_address(link: Tag) -> None:
    """Print where a link leads, unless its text is the address."""
    address = link["href"]
    if _bare(link.get_text(strip=True)) != _bare(address):
        link.insert_after(_note(address.removeprefix("mailto:"), link))


def _note(content: str | Iterable[Tag | NavigableString], place: Tag) -> Tag:
    """Make a footnote, or a remark between brackets where footnotes do not work."""
    inline = _is_tight(place)
    made = _new("span", "remark" if inline else "footnote")
    made.extend([content] if isinstance(content, str) else content)
    if inline:
        made.insert(0, " (")
        made.append(")")
    return made


def _name_file(link: Tag, path: str) -> None:
    """Name a file that comes with the pages; paper cannot open it."""
    name = posixpath.basename(path)
    if name not in link.get_text():
        link.insert_after(_note(f"Bestand {name}, in de map downloads bij de webversie.", link))
    link.name, link.attrs = "span", {}


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/") if "://" in address else address.rstrip("/")


def _needs_page(link: Tag) -> bool:
    """Whether to print the page: not in tables, full of numbers already, nor at every term.

    The contents list the pages of numbered figures and tables and of the list of terms.
    """
    return link.find_parent("table") is None and link.select_one(".std-term") is None


def _in_brackets(link: Tag) -> bool:
    """Whether a bracket is open before the link, so that another pair would be one too many."""
    block = link.find_parent(["p", "li", "dd", "figcaption", "div"])
    before = ""
    for text in block.find_all(string=True):
        if link in text.parents:
            break
        before += text
    return before.count("(") > before.count(")")


def _is_tight(place: Tag) -> bool:
    return bool(place.find_parent(_NO_FOOTNOTES) or place.find_parent(class_="citation"))


def _new(name: str, kind: str) -> Tag:
    return Tag(name=name, attrs={"class": [kind]})
