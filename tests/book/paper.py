"""How the tests read the PDFs of the books."""

import re
from pathlib import Path

import pytest
from pdf_tags import elements
from pypdf import PdfReader

PLACES = range(2, 4)  # the pages of the contents, from 0


def path_of(book) -> Path:
    return book.build / f"monitor-{book.year}.pdf"


def subject(book) -> str:
    """What the book says it is about, on every page."""
    return f"enquête van {book.year}{', reconstructie' if book.is_drawn else ''}"


@pytest.fixture(scope="session")
def pdf(either) -> PdfReader:
    return PdfReader(path_of(either))


@pytest.fixture(scope="session")
def lines(pdf) -> list[list[str]]:
    """The lines of each page."""
    return [[" ".join(line.split()) for line in page.extract_text().splitlines()]
            for page in pdf.pages]


@pytest.fixture(scope="session")
def texts(lines) -> list[str]:
    """What stands on each page, on one line."""
    return [" ".join(" ".join(page).split()) for page in lines]


@pytest.fixture(scope="session")
def bookmarks(pdf) -> list[tuple[int, str, int]]:
    """Level, title and page (from 1) of each bookmark."""

    def flat(items, level=1):
        for item in items:
            if isinstance(item, list):
                yield from flat(item, level + 1)
            else:
                page = pdf.get_destination_page_number(item) + 1
                yield level, " ".join(item.title.split()), page

    return list(flat(pdf.outline))


@pytest.fixture(scope="session")
def tags(pdf) -> list:
    """The structure elements, in reading order."""
    return elements(pdf)


@pytest.fixture(scope="session")
def listed(lines) -> dict[str, int]:
    """Page by entry of the contents."""
    entries = filter(None, (re.fullmatch(r"(.+?) (?:\. )+(\d+)", line)
                            for place in PLACES for line in lines[place]))
    return {entry[1]: int(entry[2]) for entry in entries}


def letters(text: str) -> str:
    """Without what hyphenation and line ends change."""
    return re.sub(r"[\W_]", "", text).casefold()


def titles(book) -> list[str]:
    def title(page):
        heading = book.article(page).h1
        for mark in heading.select(".headerlink"):
            mark.decompose()
        return " ".join(heading.get_text().split())

    return ["In één oogopslag", *(title(page) for page in book.pages[1:])]
