"""The inventories of what documents say: where this book holds it, or why it does not.

One a document, from its cover to its colophon. What holds a row is a claim, a table, a row or a
cell in the data of that document, or a place in the book.
"""

import csv
import re
from collections import Counter
from itertools import groupby
from pathlib import Path

import pytest
from bookmaking import REPOSITORY

from .review.documents import Documents

INVENTORIES = sorted((REPOSITORY / "docs/inventory").glob("*.csv"))
PUBLISHED = REPOSITORY / "data/published"
COLUMNS = ["section", "says", "kind", "holds", "left_out"]
KINDS = {"finding", "argument", "voice", "number", "plan", "fact"}
# What each document consists of, in its order; sections within these may be named as well.
SECTIONS = {document: sections.split("|") for document, sections in {
    "divosa2005": "titelblad|voorwoord|inhoud|1|2.1|2.2|2.3|2.4|3|3.1|3.2|3.3|3.4|4|4.1|4.2.1|4.3|"
                  "4.4|5|5.1|5.2|5.3|6|6.1|6.2|6.3|6.4|6.5|samenvatting|bijlage 1|bijlage 2|"
                  "bronnen",
    "divosa2011": "omslag|dankwoord|inhoud|voorwoord|analyse|feiten|inleiding|1|1.1|1.2|1.3|2|2.1|"
                  "2.2|2.3|2.4|2.5|3|3.1|3.2|conclusie|methode|begrippenlijst|literatuur|colofon",
    "divosa2012": "voorwoord|inleiding|1|1.1|1.2|1.3|1.4|1.5|1.6|1.7|1.8|1.9|1.10|1.11|1.12|1.13|2|"
                  "2.1|2.2|2.3|2.4|2.5|2.6|2.7|3|3.1|3.2|3.3|3.4|3.5|3.6|4.1|4.2|bijlage|"
                  "achterkant",
    "movisie2016": "Kop|Inleiding|Hoe doen gemeenten het in dit opzicht?|"
                   "Houden wijkteams zich bezig met werk?|Wat valt jullie op?|"
                   "Zien jullie vernieuwende trends?|Wat doet Movisie voor gemeenten?|"
                   "Welke aanpak werkt goed?|Cijfers Werk en Inkomen in sociale wijkteams",
    "verweyjonker2010": "inleiding|leeswijzer|vraag 1|vraag 2|vraag 3|vraag 4|vraag 5|vraag 6|"
                        "vraag 7|vraag 8|vraag 9|vraag 10",
}.items()}


@pytest.fixture(scope="module", params=INVENTORIES, ids=lambda path: path.stem)
def inventory(request) -> Path:
    return request.param


@pytest.fixture
def rows(inventory) -> list[dict[str, str]]:
    return read(inventory)


@pytest.fixture(scope="module")
def documents() -> Documents:
    return Documents(PUBLISHED)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def is_anchor(name: str) -> bool:
    return ".html#" in name


def data_names(rows: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Names of claims, tables, rows and cells, each behind its section."""
    return [(row["section"], name) for row in rows for name in row["holds"].split()
            if not is_anchor(name)]


def claims_of(document: str) -> dict[str, dict[str, str]]:
    path = PUBLISHED / document / "claims.csv"
    return {row["id"]: row for row in read(path)} if path.exists() else {}


def test_every_document_has_one():
    assert [path.stem for path in INVENTORIES] == sorted(
        path.parent.name for path in PUBLISHED.glob("*/document.yml"))


def test_the_document_is_gone_through_from_front_to_back(inventory, rows):
    """Each of its sections once; what has a number ascends."""
    sections = [section for section, _ in groupby(row["section"] for row in rows)]
    assert [name for name, times in Counter(sections).items() if times > 1] == []
    wanted = SECTIONS[inventory.stem]
    assert [section for section in sections if section in wanted] == wanted
    numbered = [section for section in sections if section[0].isdigit()]
    assert numbered == sorted(numbered, key=last_number)


def last_number(section: str) -> tuple[int, ...]:
    """The numbers of a section; what is about several, as *2–4*, stands behind the last."""
    *others, last = re.split("[–-]", section)
    return (*map(int, last.split(".")), *([10_000] if others else []))


def test_every_row_says_something_and_is_held_or_left_out_for_a_reason(rows):
    assert list(rows[0]) == COLUMNS
    wrong = [row for row in rows if not row["says"] or row["kind"] not in KINDS
             or bool(row["holds"]) == bool(row["left_out"])]
    assert wrong == []
    assert [text for text, times in Counter((row["section"], row["says"]) for row in rows).items()
            if times > 1] == []


def test_what_holds_a_row_is_in_the_data_of_its_document(inventory, rows, documents):
    """A claim, a table, a row of it, or a cell with something in it."""
    known = set(claims_of(inventory.stem))
    for name, table in documents.get(inventory.stem, {}).items():
        known |= {name, *(f"{name}.{row}" for row in table.head["rows"])}
        known |= {f"{name}.{row}.{column}" for (row, column), cell in table.cells.items()
                  if cell.line["published"]}
    assert [f"{section}: {name}" for section, name in data_names(rows) if name not in known] == []


def test_a_row_is_held_by_claims_of_its_section_and_every_claim_holds_one(inventory, rows):
    claims, named = claims_of(inventory.stem), data_names(rows)
    assert [name for section, name in named
            if name in claims and claims[name]["section"] != section] == []
    assert set(claims) <= {name for _, name in named}


def test_every_table_of_the_document_holds_a_row(inventory, rows, documents):
    named = {name.partition(".")[0] for _, name in data_names(rows)}
    assert sorted(set(documents.get(inventory.stem, ())) - named) == []


def test_every_anchor_leads_to_a_place_in_the_book(rows, book):
    broken = []
    for row in rows:
        for name in filter(is_anchor, row["holds"].split()):
            page, _, place = name.partition(".html#")
            if page not in book.pages or book.soup(page).find(id=place) is None:
                broken.append(f"{name}: {row['says']}")
    assert broken == []
