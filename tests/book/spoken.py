"""The computed words of the built books, each beside the place where its author put it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bs4 import Tag

from .conftest import Book
from .prose import roles
from .review.claimed import Claimed
from .review.reviewer import Reviewer
from .review.word import Word


@dataclass(frozen=True)
class Spoken:
    """A computed word or small chart on a page."""

    page: str
    role: str
    word: Word
    element: Tag

    def __str__(self) -> str:
        return f"{self.page} {self.role}: {self.word.text}"


@cache
def reviewer(book: Book) -> Reviewer:
    kind = Claimed if book.head["status"] == "reconstructie" else Reviewer
    return kind(book.wave, book.build / "results.csv")


@cache
def spoken(book: Book, page: str) -> list[Spoken]:
    """The computed words of a page, in order."""
    elements = book.article(page).select("[data-kind]")
    written = roles(book.cells(page))
    assert len(elements) == len(written), \
        f"{page}: {len(elements)} woorden, {len(written)} in de tekst"
    return [Spoken(page, role, Word.on_page(element), element)
            for role, element in zip(written, elements, strict=True)]


def all_spoken(book: Book, pages: list[str] | None = None) -> list[Spoken]:
    """The computed words of some pages, or of all."""
    return [one for page in pages or book.pages for one in spoken(book, page)]


def sentence_before(element: Tag) -> str:
    """What a reader has read of the sentence when they come to a word."""
    block = element.find_parent(["p", "li"])
    before = [text for text in element.find_all_previous(string=True) if block in text.parents]
    return re.split(r"[.:;?!]\s", "".join(reversed(before)))[-1]
