"""What a page says of itself to search engines, and to whoever is sent a link to it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from docutils import nodes
from lxml.html import fragment_fromstring

from participatiemonitor.plain_text import html

# Longer descriptions are cut off by those who show them.
LONGEST = 200


def meta_tags(
    page: str, doctree: nodes.document, edition: dict[str, str], pathto: Callable[..., str]
) -> str:
    """Describe a page.

    Parameters
    ----------
    page : str
        ``chapters/feiten``.
    doctree : docutils.nodes.document
        With its references resolved.
    edition : dict of str to str
        What all pages have in common: ``name`` of the book; ``summary``, which describes a page
        without prose; ``remark`` before each description; ``picture`` to show with a link, from
        the folder of the book, and what it shows, ``alternative``; ``address`` of the book on the
        web, with a slash at its end, or empty.
    pathto : callable
        Makes an address in the book relative to the page.

    Returns
    -------
    str
        Elements for the head. Without an address of the book, that of the picture is relative,
        and none is given for the page.
    """
    address, picture = edition["address"], edition["picture"]
    said = f"{edition['remark']} {first_prose(doctree) or edition['summary']}"
    description = textwrap.shorten(said, LONGEST, placeholder="…")
    title = doctree.next_node(nodes.title)
    tags: dict[str, Any] = {
        "description": description,
        "twitter:card": "summary_large_image",
        "og:type": "website",
        "og:locale": "nl_NL",
        "og:site_name": edition["name"],
        "og:title": edition["name"] if title is None else _words(title),
        "og:description": description,
        **({"og:url": f"{address}{page}.html"} if address else {}),
        "og:image": f"{address}{picture}" if address else pathto(picture, resource=True),
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": edition["alternative"],
    }
    return "".join(f'\n    <meta {"property" if name.startswith("og:") else "name"}="{name}" '
                   f'content="{html(text)}">' for name, text in tags.items())


def first_prose(doctree: nodes.document) -> str:
    """The first paragraph of the running text, with its computed words; empty without any."""
    paragraphs = (_words(paragraph) for paragraph in doctree.findall(nodes.paragraph)
                  if isinstance(paragraph.parent, nodes.section))
    return next(filter(None, paragraphs), "")


def _words(element: nodes.Element) -> str:
    """The text of an element, without the signs of notes."""
    pieces = (
        fragment_fromstring(node.astext(), create_parent=True).text_content()
        if isinstance(node.parent, nodes.raw) else node.astext()
        for node in element.findall(nodes.Text)
        if not isinstance(node.parent, nodes.footnote_reference)
    )
    return " ".join("".join(pieces).split())
