"""The inventory of what the monitor of 2011 says: where this book holds it, or why it does not."""

import csv
from collections import Counter

import pytest
from bookmaking import REPOSITORY
from editing import cells

INVENTORY = REPOSITORY / "docs/inventory/divosa2011.csv"
COLUMNS = ["section", "says", "kind", "holds", "left_out"]
KINDS = {"finding", "argument", "voice", "number", "plan", "fact"}
# From cover to colophon.
SECTIONS = ["omslag", "dankwoord", "inhoud", "voorwoord", "analyse", "feiten", "inleiding", "1",
            "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "3", "3.1", "3.2",
            "conclusie", "methode", "begrippenlijst", "literatuur", "colofon"]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with INVENTORY.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def claims() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in cells(REPOSITORY / "data/published/divosa2011/claims.csv")[1]}


def is_anchor(name: str) -> bool:
    return ".html#" in name


def test_every_section_of_the_document_is_gone_through_in_order(rows):
    assert list(rows[0]) == COLUMNS
    assert list(dict.fromkeys(row["section"] for row in rows)) == SECTIONS


def test_every_row_says_something_and_is_held_or_left_out_for_a_reason(rows):
    wrong = [row for row in rows if not row["says"] or row["kind"] not in KINDS
             or bool(row["holds"]) == bool(row["left_out"])]
    assert wrong == []
    assert [text for text, times in Counter((row["section"], row["says"]) for row in rows).items()
            if times > 1] == []


def test_a_row_is_held_by_claims_of_its_section_and_every_claim_holds_one(rows, claims):
    named = [(row["section"], name) for row in rows for name in row["holds"].split()
             if not is_anchor(name)]
    assert [name for _, name in named if name not in claims] == []
    assert [(section, name) for section, name in named
            if claims[name]["section"] != section] == []
    assert {name for _, name in named} == set(claims)


def test_every_anchor_leads_to_a_place_in_the_book(rows, book):
    broken = []
    for row in rows:
        for name in filter(is_anchor, row["holds"].split()):
            page, _, place = name.partition(".html#")
            if page not in book.pages or book.soup(page).find(id=place) is None:
                broken.append(f"{name}: {row['says']}")
    assert broken == []
