"""What there is to be found in the book: the text of each section and term, under its heading.

It stands in the place of the index that Sphinx makes, which knows only in which pages a stem is.
The passages are kept as text: `_static/search-page.js` stems them, so that both sides of a search
have one stemmer, and what it shows of them is there without asking for a page, also on a disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml.html import HtmlElement

from participatiemonitor.publishing.policy import INDEX
from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.prose import classes, text_of

# Address, heading, title of the page, text.
Passage = tuple[str, str, str, str]
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMES = {"section", "script", "style", "pre", *_HEADINGS}
_CLASSES = {"headerlink", "sd-tab-label", "downloads", "reading-time", "sd-stretched-link",
            "glossary"}


def passages(page: BuiltPage, name: str) -> Iterator[Passage]:
    """The passages of a page, in order.

    Parameters
    ----------
    page : BuiltPage
    name : str
        Of its file, from the folder of the book: ``chapters/feiten.html``.

    Yields
    ------
    tuple of str
    """
    for article in page.of_class("bd-article"):
        title = ""
        for section in article.iter("section"):
            heading = next(section.iterchildren(*_HEADINGS), None)  # a name may stand before it
            if heading is not None and section.get("id"):
                headed = text_of(heading, _is_no_text)
                title = title or headed
                yield f"{name}#{section.get('id')}", headed, title, text_of(section, _is_no_text)
        for term in article.iterfind(".//dl[@class]/dt[@id]"):
            meaning = term.getnext()
            if meaning is not None and "glossary" in classes(term.getparent()):
                yield (f"{name}#{term.get('id')}", text_of(term, _is_no_text), title,
                       text_of(meaning, _is_no_text))


def write_index(html: Path, found: Iterable[Passage]) -> None:
    """Write the passages where the page to search on looks for them.

    Parameters
    ----------
    html : pathlib.Path
        Folder of the book.
    found : iterable of tuple of str
        As `passages` gives them.
    """
    content = json.dumps(list(found), ensure_ascii=False, separators=(",", ":"))
    (html / INDEX).write_text(f"Search.setIndex({content})\n", "utf-8")


def _is_no_text(element: HtmlElement) -> bool:
    return element.tag in _NAMES or not _CLASSES.isdisjoint(classes(element))
