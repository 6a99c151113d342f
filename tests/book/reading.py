"""How the tests read a built page."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from bs4 import Tag

from .conftest import Book

RECONSTRUCTION = re.compile(r"\bReconstructie\b")


def words(soup: Tag) -> str:
    """All text, with single spaces."""
    return " ".join(soup.get_text().split())


def exhibits(book: Book) -> dict[str, list[tuple[Tag, Tag]]]:
    """Every numbered figure and table of a book by its label: the element and its caption."""
    places: dict[str, list[tuple[Tag, Tag]]] = {}
    for page in book.pages:
        for caption in book.soup(page).select("figure figcaption, table caption"):
            number = caption.select_one(".caption-number")
            if number is not None:
                label = number.get_text(strip=True)
                places.setdefault(label, []).append((caption.parent, caption))
    return places


def leaks(book: Book, page: str) -> list[str]:
    """Signs of a value that is not there, in what a page says."""
    article = book.article(page)
    for code in article.select("pre, code"):
        code.decompose()
    texts = [words(article), *(tag["alt"] for tag in article.find_all("img"))]
    signs = (r"\bnan\b", r"\bNone\b", r"\bonbekend%", r"\binf\b", r"\{glue", r"\{m\}", r"⟦",
             r"\{\{")
    return [sign for sign in signs
            if any(re.search(sign, one, re.IGNORECASE if sign == r"\bnan\b" else 0)
                   for one in texts)]


def broken_links(book: Book, page: str) -> list[str]:
    """Addresses on a page, of the book itself, where there is nothing.

    Those of other rounds, which need not have been made, are held in test_rounds.py.
    """
    broken = []
    here = book.html / f"{page}.html"
    for tag in book.soup(page).find_all(["a", "img", "link", "script"], attrs={"data-year": None}):
        address = tag.get("href") or tag.get("src")
        parts = urlsplit(address or "data:")
        if parts.scheme or parts.netloc:
            continue
        target = (here.parent / unquote(parts.path)).resolve() if parts.path else here
        place = unquote(parts.fragment) if target.suffix == ".html" else ""
        if not target.is_file() or (place and place not in book.ids(
                str(target.relative_to(book.html).with_suffix("")))):
            broken.append(address)
    return broken
