"""What a page says of itself to search engines, and to whoever is sent a link to it."""

from __future__ import annotations

import copy
import posixpath
import textwrap
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from participatiemonitor.plain_text import html as as_html

# Longer descriptions are cut off by those who show them.
LONGEST = 200
# What may hold a paragraph without being the prose of the page.
_NOT_PROSE = ("details, table, figure, li, dd, blockquote, aside, .admonition, .cell, .sd-card, "
              ".sd-tab-set, .citation")


@dataclass(frozen=True)
class Site:
    """What all pages of a book have in common.

    Attributes
    ----------
    name : str
        Of the book.
    summary : str
        Describes a page without prose.
    remark : str
        Stands before each description: *Reconstructie.*, or nothing.
    picture : str
        The picture to show with a link, from the folder of the book.
    alternative : str
        What that picture shows.
    address : str
        Where the book is on the web, with a slash at its end; empty where that is not known.
    """

    name: str
    summary: str
    remark: str
    picture: str
    alternative: str
    address: str = ""


def describe_pages(html: Path, documents: list[str], site: Site) -> None:
    """Write metadata in the head of built pages.

    Parameters
    ----------
    html : pathlib.Path
        Folder with built pages.
    documents : list of str
        The pages of the book: ``chapters/feiten``.
    site : Site
    """
    for document in documents:
        path = html / f"{document}.html"
        text = path.read_text(encoding="utf-8")
        tags = metadata_tags(BeautifulSoup(text, "html.parser"), document, site)
        path.write_text(text.replace("</head>", f"{tags}</head>", 1), encoding="utf-8")


def metadata_tags(page: BeautifulSoup, document: str, site: Site) -> str:
    """The tags for the head of a page, one on a line.

    Parameters
    ----------
    page : bs4.BeautifulSoup
        Not changed.
    document : str
    site : Site

    Returns
    -------
    str
        Without a known address of the site, the address of the picture is relative and none is
        given for the page.
    """
    said = f"{site.remark} {first_prose(page) or site.summary}"
    description = textwrap.shorten(said, LONGEST, placeholder="…")
    if site.address:
        picture = f"{site.address}{site.picture}"
    else:
        picture = posixpath.relpath(site.picture, posixpath.dirname(document) or ".")
    properties = {
        "og:type": "website",
        "og:locale": "nl_NL",
        "og:site_name": site.name,
        "og:title": page_title(page) or site.name,
        "og:description": description,
        **({"og:url": f"{site.address}{document}.html"} if site.address else {}),
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": site.alternative,
    }
    names = {"description": description, "twitter:card": "summary_large_image"}
    lines = [f'<meta name="{name}" content="{as_html(text)}" />' for name, text in names.items()]
    lines += [f'<meta property="{name}" content="{as_html(text)}" />'
              for name, text in properties.items()]
    return "".join(f"    {line}\n" for line in lines)


def page_title(page: BeautifulSoup) -> str:
    """The title of a page as its reader sees it; empty where it has none."""
    title = page.select_one("article h1")
    return _words(title) if title else ""


def first_prose(page: BeautifulSoup) -> str:
    """The first paragraph of prose of a page, with its computed words; empty without prose."""
    paragraphs = (paragraph for paragraph in page.select("article p")
                  if paragraph.css.closest(_NOT_PROSE) is None)
    return next(filter(None, map(_words, paragraphs)), "")


def _words(tag: Tag) -> str:
    """The text of a tag, without the signs for links and notes."""
    kept = copy.copy(tag)
    for sign in kept.select(".headerlink, .footnote-reference"):
        sign.decompose()
    return " ".join(kept.get_text().split())
