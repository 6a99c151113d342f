"""Books of rounds that differ: nothing is said of what was not asked, and all else is there."""

import csv
import re

import openpyxl
import pytest
from bookmaking import DROPPED
from pypdf import PdfReader

from .reading import broken_links, leaks, words
from .test_any_year import (
    test_no_heading_and_no_paragraph_is_empty as no_paragraph_is_empty,
)
from .test_any_year import test_no_heading_stands_over_nothing as no_heading_stands_over_nothing
from .test_any_year import test_no_table_is_empty as no_table_is_empty

NOT_ASKED = re.compile(r"De vraag naar ([^.]+) is in deze enquête niet gesteld\.")

# Lines that are no sentences.
ASIDE = {"downloads", "subtitle", "eyebrow", "reading-time"}


FEWER, ADDED = (pytest.param(name, marks=pytest.mark.audit) for name in ("fewer", "added"))


@pytest.fixture(scope="module", params=["differing", FEWER, ADDED])
def either(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module", params=["differing", FEWER])
def less(request):
    """A book of a round that did not ask everything."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module", params=["differing", ADDED])
def more(request):
    """A book of a round that asked what is new."""
    return request.getfixturevalue(request.param)


def text(book, page):
    return words(book.article(page))


def captions(book):
    """Number and name of each numbered figure and table of the chapters, in reading order."""
    return [(int(tag.select_one(".caption-number").get_text().split()[1]), tag["id"])
            for page in book.pages for tag in book.article(page).select("figure[id], table[id]")
            if tag.select_one(".caption-number")]


def test_pages_have_no_empty_places(either):
    no_table_is_empty(either)
    no_heading_and_paragraphs = (no_paragraph_is_empty, no_heading_stands_over_nothing)
    for check in no_heading_and_paragraphs:
        check(either)
    for page in either.pages:
        assert not leaks(either, page), page
        assert not broken_links(either, page), page


def test_sentences_are_whole(either):
    """No line starts in the middle of a sentence, ends in it, or announces what is gone."""
    for page in either.findings:
        article = either.article(page)
        for tag in article.select("section > p, section > ul > li, section > ol > li"):
            said = words(tag)
            if said and ASIDE.isdisjoint(tag.get("class", [])):
                assert re.search(r"[.:!?”)’]$", said), (page, said[-80:])
                assert not re.match(r"[a-z,;]", said) or tag.name == "li", (page, said[:80])
                follows = tag.find_next_sibling()
                assert not said.endswith(":") or follows is not None, (page, said)


def test_every_figure_has_the_number_that_the_codebook_gives(either, later):
    found = captions(either)
    assert all(name.endswith(f"-{number}") for number, name in found)
    dropped = {"figuur-1", "tabel-1"} if either.codebook.get("dropped") else set()
    new = {"figuur-13"} if 13 in either.codebook["figures"] else set()
    assert {name for _, name in found} == {name for _, name in captions(later)} - dropped | new


def test_where_a_figure_was_one_sentence_says_that_nothing_was_asked(less):
    found = {page: NOT_ASKED.findall(text(less, page)) for page in less.pages}
    assert {page: about for page, about in found.items() if about} == {
        "chapters/01-beleid-en-organisatie": ["de taakvelden"],
        "chapters/02-uitvoering": ["belemmeringen voor uitstroom"],
        "chapters/03-voordelen-en-knelpunten": ["de voordelen"]}


def test_nothing_else_is_said_of_what_was_not_asked(less):
    for page in less.pages:
        refs = {ref for tag in less.soup(page).select("[data-refs]")
                for ref in tag["data-refs"].split()}
        assert not {ref.partition(".")[0].partition("@")[0] for ref in refs} & set(DROPPED), page
    front = text(less, "index")
    assert "wordt bereikt" not in front and "doet het, met vast beleid" in front
    assert "bereikt" not in text(less, "chapters/samenvatting")
    assert "take part" not in text(less, "chapters/summary")
    assert "individuele voorzieningen toe" not in text(less, "chapters/01-beleid-en-organisatie")
    assert "taakvelden" not in text(less, "chapters/codeboek")


def test_files_hold_what_was_asked(less):
    assert not {row["question"] for row in less.results} & set(DROPPED)
    sheets = openpyxl.load_workbook(less.build / "monitor-2016.xlsx").sheetnames
    assert "Figuur 1" not in sheets and "Tabel 1" not in sheets and "Figuur 2" in sheets
    assert not list((less.html / "downloads").glob("figuur-1.*"))


def test_a_new_question_has_a_figure_with_all_that_figures_have(more):
    article = more.article("chapters/02-uitvoering")
    panels = article.select_one("#figuur-13").find_parent(class_="sd-tab-set")
    assert [words(label) for label in panels.select(".sd-tab-label")] == [
        "Figuur", "Tabel", "Naar grootte", "Methode", "Downloads"]
    assert "Werkt uw gemeente met wijkteams?" in words(panels)
    heading = panels.find_previous("h3")
    assert words(heading).startswith("Ook gevraagd")
    assert words(heading.find_previous("h2")).startswith("2.4")
    for kind in ("csv", "xlsx", "svg", "png"):
        assert (more.html / f"downloads/figuur-13.{kind}").is_file()
    with (more.html / "downloads/figuur-13.csv").open(encoding="utf-8") as stream:
        assert {row["answer"] for row in csv.DictReader(stream)} == {
            "ja, overal", "ja, in een deel van de wijken", "nee"}
    sheets = openpyxl.load_workbook(more.build / "monitor-2016.xlsx").sheetnames
    assert sheets[sheets.index("Figuur 12") + 1] == "Figuur 13"


def test_it_is_on_paper_too(more):
    report = " ".join(page.extract_text() for page in
                      PdfReader(more.build / "monitor-2016.pdf").pages)
    assert "Figuur 13 Gemeenten met wijkteams" in " ".join(report.split())


def test_options_that_are_gone_are_not_spoken_of_and_new_ones_are_shown(more):
    chapter = text(more, "chapters/03-voordelen-en-knelpunten")
    assert "ervaren verkokering" not in chapter and "lopen tegen knelpunten aan" in chapter
    cards = [words(card) for card in more.article("chapters/samenvatting").select(".sd-card")]
    assert any(card.startswith("Schotten") for card in cards)
    assert not any(card.startswith("Verkokering") for card in cards)
    shown = more.article("chapters/02-uitvoering").select_one("#figuur-9")
    assert "basisscholen" in words(shown.find_parent(class_="sd-tab-set")).casefold()
