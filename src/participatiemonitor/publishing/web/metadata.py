"""What a page says of itself to search engines, and to whoever is sent a link to it."""

from __future__ import annotations

import posixpath
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml.etree import SubElement
from lxml.html import HtmlElement

from participatiemonitor.publishing.web.built_page import BuiltPage

# Longer descriptions are cut off by those who show them.
LONGEST = 200
# What may hold a paragraph without being the prose of the page.
_NOT_PROSE = {"details", "table", "figure", "li", "dd", "blockquote", "aside"}
_NOT_PROSE_CLASSES = {"admonition", "cell", "sd-card", "sd-tab-set", "citation"}
_SIGNS = {"headerlink", "footnote-reference"}


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


def describe(page: BuiltPage, document: str, site: Site) -> None:
    """Write metadata in the head of a page.

    Parameters
    ----------
    page : BuiltPage
        Changed in place.
    document : str
        The page: ``chapters/feiten``.
    site : Site
    """
    names, properties = metadata(page, document, site)
    for name, text in names.items():
        SubElement(page.root.head, "meta", name=name, content=text)
    for name, text in properties.items():
        SubElement(page.root.head, "meta", property=name, content=text)


def metadata(
    page: BuiltPage, document: str, site: Site
) -> tuple[dict[str, str], dict[str, str]]:
    """Compose the metadata of a page.

    Parameters
    ----------
    page : BuiltPage
        Not changed.
    document : str
    site : Site

    Returns
    -------
    names : dict of str to str
    properties : dict of str to str
        Without a known address of the site, the address of the picture is relative and none is
        given for the page.
    """
    said = f"{site.remark} {first_prose(page) or site.summary}"
    description = textwrap.shorten(said, LONGEST, placeholder="…")
    if site.address:
        picture = f"{site.address}{site.picture}"
    else:
        picture = posixpath.relpath(site.picture, PurePosixPath(document).parent)
    names = {"description": description, "twitter:card": "summary_large_image"}
    return names, {
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


def page_title(page: BuiltPage) -> str:
    """The title of a page as its reader sees it; empty where it has none."""
    title = page.root.find(".//article//h1")
    return "" if title is None else _words(title)


def first_prose(page: BuiltPage) -> str:
    """The first paragraph of prose of a page, with its computed words; empty without prose."""
    paragraphs = (_words(paragraph) for paragraph in page.root.iterfind(".//article//p")
                  if not any(map(_is_not_prose, paragraph.iterancestors())))
    return next(filter(None, paragraphs), "")


def _is_not_prose(element: HtmlElement) -> bool:
    classes = element.get("class", "").split()
    return element.tag in _NOT_PROSE or not _NOT_PROSE_CLASSES.isdisjoint(classes)


def _words(element: HtmlElement) -> str:
    """The text of an element, without the signs for links and notes."""

    def texts(element: HtmlElement) -> Iterator[str]:
        if _SIGNS.isdisjoint(element.get("class", "").split()):
            yield element.text or ""
            for child in element.iterchildren("*"):
                yield from texts(child)
                yield child.tail or ""

    return " ".join("".join(texts(element)).split())
