"""The part of the book on documents: its pages, their tables and the files of these."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from dataclasses import astuple
from itertools import chain
from pathlib import Path

import pytest
import yaml
from bookmaking import REPOSITORY, contents
from bs4 import Tag

from .reading import words
from .review.contradictions import FAILS, FITS, HOLDS, verdicts
from .review.documents import Cell, Documents
from .review.rounding import FAR

PAGES = contents(REPOSITORY)["Verdieping"]
# How signs stand in tables: degrees from double minus up, and what is no number.
DEGREES = dict(zip(("-2", "-1", "0", "1", "2"), ("−−", "−", "+/−", "+", "++"), strict=True))
SIGNS = {"leeg": "", "onbekend": "onbekend", "streepje": "–", "nvt": "n.v.t."}
# What a program for spreadsheets would take for a formula is kept text by a sign before it.
FORMULA = re.compile(r"'(?=[-=+@])")

every_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(scope="module")
def documents() -> Documents:
    return Documents(REPOSITORY / "data/published")


@pytest.fixture(scope="module")
def names() -> dict[str, str]:
    """What readers call each document."""
    return {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))["name"]
            for path in (REPOSITORY / "data/published").glob("*/document.yml")}


def links(article: Tag) -> list[str]:
    """The files that a page offers."""
    return [tag["href"] for tag in article.select("a[href]") if "/downloads/" in tag["href"]]


def exhibits(book, page: str, documents: Documents) -> list[tuple[Tag, str, str]]:
    """The tables and figures of documents on a page, with whose they are.

    Of names that begin alike the longest is meant. What a page puts together from several tables
    has a name of its own.
    """
    found = []
    for tag in book.soup(page).article.select(
            "table[id^=tabel-], figure[id^=figuur-], .sd-tab-set table"):
        name = tag.get("id") or tag["aria-labelledby"]
        whose = [(document, table) for document in documents
                 for table in sorted(documents[document], key=len, reverse=True)
                 if re.match(rf"\w+-{document}-{table.replace('_', '-')}(?:-|$)", name)]
        found += [(tag, *one) for one in whose[:1]]
    return found


def spoken(book) -> set[tuple[str, str]]:
    """The tables that a computed word of the book rests on."""
    args = (json.loads(tag["data-args"]) for page in book.pages
            for tag in book.soup(page).article.select("[data-kind][data-args]"))
    texts = chain.from_iterable((value for value in one.values() if isinstance(value, str))
                                for one in args)
    return {(document, table) for text in texts
            for document, table in re.findall(r"\b([a-z]\w*)\.([a-z]\w*)\b", text)}


def test_every_table_of_a_document_is_shown_or_spoken_of(book, documents):
    used = spoken(book) | {(document, table) for page in book.pages
                           for _, document, table in exhibits(book, page, documents)}
    assert [f"{document}.{table}" for document, tables in documents.items() for table in tables
            if (document, table) not in used] == []


@every_page
def test_a_page_begins_in_short(book, page):
    first, *_ = book.soup(page).article.select("h2, h3")
    assert (first.name, words(first).rstrip("#")) == ("h2", "In het kort")
    bullets = first.parent.select("li")
    assert 3 <= len(bullets) <= 5
    assert first.parent.find_all(["h3", "table", "figure"]) == []


@every_page
def test_every_file_that_is_offered_is_there(book, page):
    here = (book.html / page).parent
    assert [link for link in links(book.soup(page).article)
            if not (here / link).resolve().is_file()] == []


def test_the_csv_of_a_table_has_the_cells_of_its_data(book, documents):
    offered = {Path(link).name for page in PAGES for link in links(book.soup(page).article)}
    read = 0
    for document, tables in documents.items():
        for name, table in tables.items():
            file = f"{document}-{name}.csv"
            with (book.html / "downloads" / file).open(encoding="utf-8", newline="") as stream:
                lines = [{column: FORMULA.sub("", cell, count=1) for column, cell in line.items()}
                         for line in csv.DictReader(stream)]
            assert {(line["document"], line["table"]) for line in lines} == {(document, name)}
            places = [(line["row"], line["column"]) for line in lines]
            assert places == [(row, column) for row in table.head["rows"]
                              for column in table.head["columns"]], file
            for place, line in zip(places, lines, strict=True):
                cell, head = table.cells[place].line, table.head
                assert [line["row_label"], line["column_label"]] == [
                    head["rows"][place[0]]["nl"], head["columns"][place[1]]["nl"]], file
                texts = {one: cell[one] for one in ("flag", "published", "note")}
                assert {one: line[one] for one in texts} == texts, (file, place)
                assert line["section"] == (cell["section"] or head["section"]), (file, place)
                assert [number(line[one]) for one in ("value", "low", "high")] == [
                    number(cell[one]) for one in ("value", "low", "high")], (file, place)
            read += file in offered
    assert read > 50


def number(text: str) -> float | None:
    return float(text) if text else None


@every_page
def test_a_table_shows_what_was_printed(book, documents, page):
    """Cell by cell, with what follows from other numbers beside it."""
    for table, document, name in exhibits(book, page, documents):
        if table.name == "figure":
            continue
        found = documents[document][name]
        with (book.html / f"downloads/{document}-{name}.csv").open(encoding="utf-8") as stream:
            follows = {(line["row"], line["column"]): FORMULA.sub("", line["follows"], count=1)
                       for line in csv.DictReader(stream)}
        columns = [chosen(words(cell), found.head["columns"]) for cell in table.select("thead th")]
        down = iter(found.head["rows"])
        for line in table.select("tbody tr:not(.row-group)"):
            label, *cells = line.select("th, td")
            row = next(row for row in down if same(words(label), found.head["rows"][row]["nl"]))
            for column, cell in zip(columns[1:], cells, strict=True):
                text, _, other = words(cell).partition("≠ ")
                assert same(text, sign(found.cells[row, column])), (name, row, column)
                assert other == follows[row, column], (name, row, column)


def chosen(label: str, heads: dict[str, dict]) -> str | None:
    return next((name for name, head in heads.items() if same(label, head["nl"])), None)


def same(one: str, other: str) -> bool:
    """The same words, whether or not they begin a sentence."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def sign(cell: Cell) -> str:
    """How a cell stands in a table."""
    if cell.line["flag"] in SIGNS:
        return SIGNS[cell.line["flag"]]
    if cell.unit == "graad" and cell.line["value"]:
        return DEGREES[cell.line["value"]]
    return cell.line["published"]


@every_page
def test_a_table_of_a_document_says_its_source(book, documents, names, page):
    """In its caption, or in that of its figure; and the section, which readers look for there."""
    for tag, document, name in exhibits(book, page, documents):
        shown = tag if tag.get("id") else tag.find_parent(class_="sd-tab-set")
        caption = words(shown.find(["caption", "figcaption"]))
        assert names[document] in caption, name
        assert documents[document][name].head["section"] in caption, name


@pytest.mark.parametrize("name", sorted(
    path.stem for path in (REPOSITORY / "data/published").glob("*.yml")))
def test_an_overview_of_documents_has_each_line_with_where_it_stands(book, documents, names, name):
    with (REPOSITORY / f"data/published/{name}.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    table, = (found for page in PAGES for found in book.soup(page).article.select(
        f"#tabel-documenten-{name}"))
    rows = [words(row) for row in table.select("tbody tr:not(.row-group)")]
    assert len(rows) == len(lines)
    for line, row in zip(lines, rows, strict=True):
        document = line["document"] or line["cell"].partition(".")[0]
        assert (names[document] if document else "Algemeen bekend") in row
        printed = (documents.cell(line["cell"]).line["published"] if line["cell"]
                   else line["published"])
        assert printed in row and line["note"] in row


def test_what_was_recomputed_is_so_when_it_is_recomputed_again(book, documents):
    """Each number that follows from others: between which ends it lies, and whether it can be."""
    with (book.html / "downloads/nagerekend.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    assert Counter((line["document"], line["table"], line["check"], line["row"], line["verdict"])
                   for line in lines) == Counter(map(astuple, verdicts(documents)))
    for line in lines:
        if line["cell"]:
            least, most = documents.cell(line["cell"]).ends
            assert float(line["printed_low"] or -FAR) == pytest.approx(float(least)), line
            assert float(line["printed_high"] or FAR) == pytest.approx(float(most)), line


def test_reproduction_counts_what_holds_of_each_document(book, documents, names):
    found = Counter((one.document, one.outcome) for one in verdicts(documents))
    counts = {}
    for document in documents:
        each = [found[document, outcome] for outcome in (HOLDS, FITS, FAILS)]
        counts[names[document]] = [sum(each), *each]
    tally = next(table for table in book.soup("chapters/reproductie").article.select("table")
                 if "Nagerekend" in words(table.tr))
    lines = [[words(cell) for cell in row.select("th, td")] for row in tally.select("tbody tr")]
    assert {name: [int(one.replace(".", "")) for one in numbers]
            for name, *numbers in lines} == counts
