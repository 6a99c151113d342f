"""What a page says of itself to search engines, and to whoever is sent a link to it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from itertools import accumulate, takewhile
from typing import Any

from docutils import nodes
from lxml.html import fragment_fromstring

from participatiemonitor.plain_text import html

# Longer descriptions are cut off by those who show them.
LONGEST = 200
# Of these, what the remark of an edition takes at most: a user may have a lot to remark.
_REMARK = 100
# Section that says in short what is in a page.
IN_SHORT = "In het kort"
_ENDS = re.compile(r"[.?!][”’)]*$")
_BETWEEN = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Þ0-9“‘])")


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
        What all pages have in common: ``name`` of the book, and its short one, ``title``;
        ``summary``, which describes a page without prose; ``remark`` before each description;
        ``picture`` to show with a link, from the folder of the book, or empty, and what it shows,
        ``alternative``; ``address`` of the book on the web, with a slash at its end, or empty.
    pathto : callable
        Makes an address in the book relative to the page.

    Returns
    -------
    str
        Elements for the head. Without an address of the book, that of the picture is relative,
        and none is given for the page.
    """
    address, picture = edition["address"], edition["picture"]
    remark = f"{shortened(edition['remark'], _REMARK)} ".lstrip()
    said = first_prose(doctree) or edition["summary"]
    description = f"{remark}{shortened(said, LONGEST - len(remark))}"
    heading = doctree.next_node(nodes.title)
    tags: dict[str, Any] = {
        "description": description,
        "twitter:card": "summary_large_image" if picture else "summary",
        "og:type": "website",
        "og:locale": "nl_NL",
        "og:site_name": edition["name"],
        "og:title": page_title("" if heading is None else _words(heading), edition),
        "og:description": description,
        **({"og:url": f"{address}{page}.html"} if address else {}),
    }
    if picture:
        tags |= {
            "og:image": f"{address}{picture}" if address else pathto(picture, resource=True),
            "og:image:type": "image/png",
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": edition["alternative"],
        }
    return "".join(f'\n    <meta {"property" if name.startswith("og:") else "name"}="{name}" '
                   f'content="{html(text)}">' for name, text in tags.items())


def page_title(heading: str, edition: dict[str, str]) -> str:
    """What a page is called where it stands among others: with the book it is from.

    Parameters
    ----------
    heading : str
        The title on the page; empty where there is none.
    edition : dict of str to str
        As of `meta_tags`.

    Returns
    -------
    str
        The name of the book for the page that is called like it.
    """
    title = edition["title"]
    return edition["name"] if heading in ("", title) else f"{heading} – {title}"


def first_prose(doctree: nodes.document) -> str:
    """The paragraph that says what is in a page, with its computed words; empty without any."""
    # The first of the section *In het kort*, or else of the running text, that ends like a
    # sentence.
    short = (section for section in doctree.findall(nodes.section)
             if section[0].astext() == IN_SHORT)
    paragraphs = (text for part in (*short, doctree) for text in _paragraphs(part))
    return next(filter(_ENDS.search, paragraphs), "")


def shortened(text: str, room: int) -> str:
    """The whole sentences that fit; of a first one that does not, the words."""
    first, *more = _BETWEEN.split(text)
    grown = accumulate(more, "{} {}".format, initial=first)
    fitting = list(takewhile(lambda said: len(said) <= room, grown))
    return fitting[-1] if fitting else textwrap.shorten(text, room, placeholder="…")


def _paragraphs(part: nodes.Element) -> Iterator[str]:
    return (_words(paragraph) for paragraph in part.findall(nodes.paragraph)
            if isinstance(paragraph.parent, nodes.section))


def _words(element: nodes.Element) -> str:
    """The text of an element, without the signs of notes."""
    pieces = (
        fragment_fromstring(node.astext(), create_parent=True).text_content()
        if isinstance(node.parent, nodes.raw) else node.astext()
        for node in element.findall(nodes.Text)
        if not isinstance(node.parent, nodes.footnote_reference)
    )
    return " ".join("".join(pieces).split())
