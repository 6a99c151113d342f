"""A reconstruction prints no number that no document printed: read from the built book of 2011.

A digit in running prose, in a caption, a title, an alternative text or the picture that is shared
belongs to a computed word that names its claim, to a year, to a name, or to the number of a
chapter, figure or table. Tables mark what they assume instead; the Methode tab tells the bases.
Pages on documents, where nothing is of this survey, are read in test_deepening.py.
"""

from __future__ import annotations

import csv
import json
import re

import pytest
from bs4 import BeautifulSoup, Tag

from .reading import words

# Numbers about the claims themselves, and those of tables of documents, which test_words.py holds
# against these.
OF_CLAIMS = {"published", "tally", "contradiction_count", "impossible_count"}
OF_TABLES = {"printed", "computed", "rows_of", "contradictions_found", "sample_needed"}
YEAR = r"\b(?:1[89]|20)\d\d[a-z]?\b"
# Names that hold a digit: classes of municipalities, standards, a licence, an ISBN.
NAMES = (r"\bG4\b", r"\bG32\b", r"\bWCAG 2\.\d\b", r"\bPDF/(?:UA-1|A-2a)\b", r"\bCC BY 4\.0\b",
         r"Naamsvermelding 4\.0", r"\bISBN [\d-]+")
NUMBERED = (r"\b(?:Figuur|Figure|Tabel|Table|[Hh]oofdstuk|[Pp]aragraaf|[Cc]hapter|[Ss]ection)\s"
            r"\d+(?:\.\d)?", r"^\d(?:\.\d)?\s")
ALLOWED = re.compile("|".join((YEAR, *NAMES, *NUMBERED)))
# What is no running prose: code, tables and files, what a tab tells of the method, the sources,
# and how long a page takes to read, which is about its words and not about the answers.
ELSEWHERE = ("script, style, pre, code, table, .downloads, .citation-list, .headerlink, "
             ".bibtex-citation, .math, math, .reading-time")
BLOCKS = "p, li, h1, h2, h3, h4, dt, dd, figcaption, .sd-card-title, .admonition-title"


@pytest.fixture(scope="module")
def claims(book) -> dict[str, dict[str, str]]:
    found = {}
    for path in (book.root / "data" / "published").glob("*/claims.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            found |= {row["id"]: row for row in csv.DictReader(stream)}
    return found


@pytest.fixture(scope="module")
def pages(book) -> list[str]:
    """Those on this survey."""
    return [page for page in book.pages if page not in book.deepening]


def prose(article: Tag) -> Tag:
    """A page without what is no running prose."""
    page = BeautifulSoup(str(article), "html.parser")
    for tab in page.select(".sd-tab-set > label"):
        if words(tab) != "Figuur":
            tab.find_next_sibling(class_="sd-tab-content").decompose()
    for tag in page.select(ELSEWHERE):
        tag.decompose()
    return page


def typed(article: Tag) -> list[str]:
    """The digits in running prose that are neither of a word nor of a name."""
    page = prose(article)
    for word in page.select("[data-kind]"):
        word.replace_with("⟦⟧")
    texts = [" ".join(block.get_text().split()) for block in page.select(BLOCKS)
             if block.find(["p", "li"]) is None]
    return [text for text in texts if re.search(r"\d", ALLOWED.sub("", text))]


def of_claims(word: Tag) -> list[str]:
    """The claims that a computed word names, with those of the words in it."""
    def named(args: dict) -> list[str]:
        return [*args.get("claims", ()), *([args["claim"]] if "claim" in args else []),
                *(name for part in args.get("parts", ()) for name in named(part["args"]))]

    return named(json.loads(word.get("data-args", "{}")))


def test_no_digit_in_prose_is_typed(book, pages):
    found = [f"{page}: {text}" for page in pages for text in typed(book.article(page))]
    assert not found, "\n".join(found)


def test_every_computed_number_is_that_of_a_claim(book, pages, claims):
    """The digits of a word stand in what one of its claims printed; so do those of a chart."""
    strange, read = [], 0
    for page in pages:
        for word in prose(book.article(page)).select("[data-kind]"):
            text = ALLOWED.sub("", word.get("aria-label") or word.get_text())
            printed = " ".join(f"{claims[name]['published']} {claims[name]['value']}"
                               for name in of_claims(word))
            numbers = re.findall(r"\d+", text.replace(".", ""))
            read += bool(numbers)
            if word["data-kind"] not in OF_CLAIMS | OF_TABLES and not set(numbers) <= set(
                    re.findall(r"\d+", printed)):
                strange.append(f"{page}: {word['data-kind']} {text!r}")
    assert not strange, "\n".join(strange)
    assert read > 40


def test_a_word_that_was_printed_says_where(book):
    said = [word for page in book.pages for word in book.article(page).select("[data-kind]")
            if of_claims(word)]
    strange = [str(word) for word in said
               if not re.match(r"(Staat in het rapport|Divosa \(2011\)): .*uitspraak ",
                               word.get("data-source", ""))
               and word["data-kind"] != "bars"]
    assert not strange, "\n".join(strange)
    assert len(said) > 150


def test_every_comparison_rank_and_order_has_a_claim(book):
    """What is chosen is known from claims; where none says it, nothing stands there."""
    kinds = {"compare", "leads", "most", "alike", "often", "when"}
    chosen = [(page, word) for page in book.pages
              for word in book.article(page).select("[data-kind]") if word["data-kind"] in kinds]
    without = [f"{page}: {words(word)}" for page, word in chosen
               if words(word) and not of_claims(word)]
    assert not without, "\n".join(without)
    assert len(chosen) > 30


def printed_in(book, figure: str) -> set[str]:
    """The numbers that documents printed of what a figure shows."""
    path = book.build / "downloads" / f"{figure}.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    numbers = {str(round(100 * float(row["value"]))) for row in rows
               if row["value_standing"] == "gepubliceerd"}
    return numbers | {number for row in rows for number in re.findall(r"\d+", row["printed"])}


def test_pictures_tell_no_number_that_was_assumed(book, pages):
    """In their words, in their alternative texts and in the drawings themselves."""
    strange, read = [], 0
    for page in pages:
        for image in book.article(page).select("figure img"):
            figure = image.find_parent("figure")["id"]
            drawing = book.build / ".figures" / f"{figure}.svg"
            letters = BeautifulSoup(drawing.read_bytes(), "xml").find_all("text")
            for text in (image["alt"], *(one.get_text() for one in letters)):
                numbers = set(re.findall(r"\d+", ALLOWED.sub("", text)))
                read += bool(numbers)
                if not numbers <= printed_in(book, figure):
                    strange.append(f"{figure}: {text}")
    assert not strange, "\n".join(strange)
    assert read > 10


def test_a_number_in_a_table_was_printed_or_has_the_mark(book, pages, claims):
    strange, marked = [], 0
    for page in pages:
        for table in book.article(page).select("table[id], table[aria-labelledby]"):
            name = table.get("id") or table["aria-labelledby"].removesuffix("-titel")
            kind, number = name.split("-")
            about = {*book.codebook[{"figuur": "figures", "tabel": "tables"}[kind]][int(number)][
                "questions"], "register"}
            printed = {one for row in claims.values() if row["question"] in about
                       for one in re.findall(r"\d+", f"{row['published']} {row['value']}")}
            cells = [words(cell) for cell in table.select("td")]
            marked += sum("°" in cell for cell in cells)
            strange += [f"{name}: {cell}" for cell in cells if "°" not in cell
                        and not set(re.findall(r"\d+", cell.replace(".", ""))) <= printed]
    assert not strange, "\n".join(strange)
    assert marked > 60


def test_what_is_shared_tells_no_number_that_was_assumed(book, pages, claims):
    known = {number for row in claims.values()
             for number in re.findall(r"\d+", f"{row['published']} {row['value']}")}
    texts = [book.edition.picture.with_suffix(".txt").read_text("utf-8")]
    for page in pages:
        texts += [tag["content"] for tag in book.soup(page).select(
            "meta[name=description], meta[property='og:title'], meta[property='og:description'], "
            "meta[property='og:image:alt']")]
    strange = [text for text in texts
               if not set(re.findall(r"\d+", ALLOWED.sub("", text))) <= known]
    assert not strange, "\n".join(strange)


def test_pages_show_no_interval_of_answers_that_were_drawn(book):
    shown = [page for page in book.pages if page in book.findings
             if re.search(r"\d+–\d+%|95%-interval", words(book.article(page)))]
    assert shown == []


def test_one_line_on_every_page_explains_the_mark(book):
    for page in book.pages:
        banner = book.soup(page).select_one(".bd-header-announcement")
        assert banner is not None, page
        assert "°" in words(banner), page


# --- the measures themselves --------------------------------------------------------------------

@pytest.mark.parametrize(("text", "caught"), [
    ("Van de diensten doet 37% mee.", True), ("Dat zijn er 3.", True),
    ("Sinds 2007 voert de gemeente de wet uit (figuur 3 niet).", True),
    ("In 2011 stond dat in Figuur 3 en paragraaf 2.1.", False),
    ("De G32 en de G4 doen mee.", False), ("De norm WCAG 2.2 geldt.", False),
])
def test_a_typed_digit_is_seen(text, caught):
    article = BeautifulSoup(f"<article><p>{text}</p></article>", "html.parser").article
    assert bool(typed(article)) == caught
