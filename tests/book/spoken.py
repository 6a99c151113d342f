"""The computed words of the built books, each beside the place where its author put it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bs4 import Tag

from .conftest import Book
from .prose import roles
from .review.choices import UNKNOWN
from .review.claimed import Claimed
from .review.differences import NO_OFTEN
from .review.quantities import NO_BAR, NO_BASE, NO_COUNT, NO_PART
from .review.reviewer import Reviewer
from .review.word import Word, Wrong

NEUTRAL = (NO_BAR, NO_BASE, NO_COUNT, NO_OFTEN, NO_PART)
# What is counted on the page itself or has, as a table, a test of its own.
ELSEWHERE = ("tally", "contradiction_count")


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


def fault(book: Book, word: Word) -> str:
    """What is wrong with a word; empty where nothing is."""
    try:
        reviewer(book).check(word)
    except Wrong as wrong:
        return str(wrong)
    return ""


def reviewed(book: Book) -> list[Spoken]:
    """The words of which the reviewer knows what they must say."""
    return [one for one in all_spoken(book) if one.word.kind not in ELSEWHERE]


def is_silent(word: Word) -> bool:
    """Whether a word, or one within it, says nothing; *te weinig* is also in names of answers."""
    return (word.outcome == UNKNOWN or word.text == NO_BASE
            or any(text in word.text for text in NEUTRAL if text != NO_BASE))
