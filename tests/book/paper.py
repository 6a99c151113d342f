"""How the tests read the PDFs of the books."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from functools import cache, cached_property, partial
from pathlib import Path

import pymupdf
import pytest
from filelock import FileLock
from pdf_tags import elements
from pypdf import PdfReader

BESIDE, DEEPER = "Tabellen en verantwoording", "Verdieping"
# What part of a page may be empty.
EMPTY = 1 / 3
# Dots an inch at which pages are looked at, the lightest ink, and what of the top and the foot is
# left out: running heads, numbers and margins.
_DPI, _INK, _MARGIN = 36, 200, 20 / 25.4


class Printed:
    """One volume, as who leafs through it finds it.

    What is read of it is kept in a folder, where other processes find it.
    """

    def __init__(self, path: Path, kept: Path) -> None:
        self.path, self.pdf, self._kept = path, PdfReader(path), kept

    @cached_property
    def lines(self) -> list[list[str]]:
        """The lines of each page."""
        self._kept.mkdir(exist_ok=True)
        content = hashlib.sha256(self.path.read_bytes()).hexdigest()
        kept = self._kept / f"{content}.json"
        with FileLock(kept.with_suffix(".lock")):
            if not kept.exists():
                read = [[" ".join(line.split()) for line in page.extract_text().splitlines()]
                        for page in self.pdf.pages]
                kept.write_text(json.dumps(read), encoding="utf-8")
        return json.loads(kept.read_text(encoding="utf-8"))

    @cached_property
    def texts(self) -> list[str]:
        """What stands on each page, on one line."""
        return [" ".join(" ".join(page).split()) for page in self.lines]

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level, title and page (from 1) of each bookmark."""

        def flat(items, level=1):
            for item in items:
                if isinstance(item, list):
                    yield from flat(item, level + 1)
                else:
                    page = self.pdf.get_destination_page_number(item) + 1
                    yield level, " ".join(item.title.split()), page

        return list(flat(self.pdf.outline))

    @cached_property
    def begins(self) -> dict[str, int]:
        """The page on which each chapter begins, the contents first."""
        return {title: page for level, title, page in self.bookmarks if level == 1}

    @cached_property
    def contents(self) -> range:
        """The pages of the contents, from 0."""
        first, following, *_ = self.begins.values()
        return range(first - 1, following - 1)

    @cached_property
    def listed(self) -> dict[str, int]:
        """Page by entry of the contents."""
        entries = filter(None, (re.fullmatch(r"(.+?) (?:\. )+(\d+)", line)
                                for place in self.contents for line in self.lines[place]))
        return {entry[1]: int(entry[2]) for entry in entries}

    @cached_property
    def tags(self) -> list:
        """The structure elements, in reading order."""
        return elements(self.pdf)

    @cached_property
    def turned(self) -> set[int]:
        """The pages that lie sideways."""
        return {number for number, page in enumerate(self.pdf.pages, start=1)
                if page.mediabox.width > page.mediabox.height}

    @cached_property
    def emptiness(self) -> dict[int, float]:
        """Of each page the largest part, from side to side, on which nothing stands.

        Not of the cover and the page behind it, nor of the last page of a chapter or before
        pages that lie the other way.
        """
        ends = {page - 1 for page in self.begins.values()} | {len(self.pdf.pages)}
        ends |= {page for page in range(1, len(self.pdf.pages))
                 if (page in self.turned) != (page + 1 in self.turned)}
        with pymupdf.open(self.path) as document:
            return {number: _emptiness(page) for number, page in enumerate(document, start=1)
                    if number > 2 and number not in ends}


def _emptiness(page: pymupdf.Page) -> float:
    seen = page.get_pixmap(dpi=_DPI, colorspace=pymupdf.csGRAY)
    margin = round(_MARGIN * _DPI)
    longest = run = 0
    for row in range(margin, seen.height - margin):
        start = row * seen.stride
        run = 0 if min(seen.samples[start:start + seen.width]) < _INK else run + 1
        longest = max(longest, run)
    return longest / (seen.height - 2 * margin)


@pytest.fixture(scope="session")
def printed(common) -> Callable[[Path], Printed]:
    """A volume by its path, opened once."""
    return cache(partial(Printed, kept=common / "printed"))


@pytest.fixture(scope="session")
def report(either, printed) -> Printed:
    return printed(either.build / f"monitor-{either.year}.pdf")


@pytest.fixture(scope="session")
def tables(either, printed) -> Printed:
    return printed(either.build / f"monitor-{either.year}-tabellen.pdf")


@pytest.fixture(scope="session")
def deepening(either, printed) -> Printed:
    return printed(either.build / f"monitor-{either.year}-verdieping.pdf")


@pytest.fixture(scope="session", params=["report", "tables", "deepening"])
def volume(request, report, tables, deepening) -> Printed:
    return {"report": report, "tables": tables, "deepening": deepening}[request.param]


def subject(book) -> str:
    """What the book says it is about, on every page."""
    return f"enquête van {book.year}{', reconstructie' if book.is_drawn else ''}"


def letters(text: str) -> str:
    """Without what hyphenation and line ends change."""
    return re.sub(r"[\W_]", "", text).casefold()


def printed_in(book, paper: str) -> list[str]:
    """The pages that are printed in the report, in another volume or not at all."""
    def told(page):
        notebook = json.loads((book.root / f"{page}.ipynb").read_text(encoding="utf-8"))
        return notebook["metadata"].get("monitor", {}).get("paper", "report")

    return [page for page in book.pages if told(page) == paper]


def title(book, page) -> str:
    heading = book.article(page).h1
    for mark in heading.select(".headerlink"):
        mark.decompose()
    return " ".join(heading.get_text().split())


def titles(book) -> list[str]:
    """The chapters of the report."""
    return ["In één oogopslag", *(title(book, page) for page in printed_in(book, "report")[1:])]


def name_of(volume) -> str:
    """What a volume is called; nothing of the report."""
    return {"tabellen": BESIDE, "verdieping": DEEPER}.get(volume.path.stem.split("-")[-1], "")
