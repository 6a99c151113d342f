"""Rounds side by side: each book speaks of its own round, and of others in marked places alone."""

import re
from pathlib import Path

import pytest
from bookmaking import LATER, YEAR

from participatiemonitor.presentation.exhibits.earlier_rounds import MARK

from .paper import EMPTY
from .reading import words

CHAPTER = "chapters/eerdere-rondes"
SOURCES, TAB = "chapters/literatuur", "Eerdere rondes"


@pytest.fixture(scope="session", params=[
    "rounds", pytest.param("three_rounds", marks=pytest.mark.audit)])
def together(request):
    """The books of one project, the oldest first."""
    return request.getfixturevalue(request.param)


def own(book, page, article=None):
    """What a page says of its own round: without the tabs and the links to others."""
    article = article or book.article(page)
    for tab in article.select(".sd-tab-set"):
        for label in tab.select(".sd-tab-label"):
            if label.get_text(strip=True) == TAB:
                label.find_next_sibling("div").decompose()
                label.decompose()
    for place in article.select(f".{MARK}"):
        pytest.fail(f"{page}: {place.get_text()[:80]} staat niet op een tabblad {TAB}")
    # Nor how long it takes to read with these.
    for other in article.select("[data-year], .reading-time"):
        other.decompose()
    return words(article)


def without_documents(book, page):
    """A page without what leads to pages on documents, which a project need not have."""
    article = book.article(page)
    there = {f"{Path(one).name}.html" for one in book.deepening} | {
        f"monitor-{book.year}-verdieping.pdf"}
    for link in article.select("a[href]"):
        if not link.decomposed and link["href"].partition("#")[0].rpartition("/")[2] in there:
            link.find_parent(["p", "li", "div"]).decompose()
    return article


def test_each_page_leads_to_the_other_rounds(together):
    years = [str(book.year) for book in together]
    for book in together:
        for page in book.pages:
            found = [one["data-year"] for one in book.soup(page).select("[data-year]")]
            assert sorted(set(found)) == [year for year in years if year != str(book.year)], page


def test_the_first_book_says_what_it_says_alone(together, book):
    assert together[0].year == YEAR
    assert together[0].pages == book.pages
    for page in book.pages:
        assert together[0].article(page).select(f".{MARK}") == []
        assert own(together[0], page) == own(book, page), page


def test_a_later_book_speaks_of_others_in_marked_places_alone(together, later):
    second = next(book for book in together if book.year == LATER)
    # Alone it has no documents.
    assert [page for page in second.pages
            if page != CHAPTER and page not in second.deepening] == later.pages
    for page in later.pages:
        assert later.article(page).select(f".{MARK}") == []
        if page != SOURCES:
            said = own(second, page, without_documents(second, page))
            assert said == own(later, page), page
    # The chapter on rounds before, and those on documents, cite sources of their own.
    listed = {entry["id"] for entry in second.article(SOURCES).select(".citation")}
    alone = {entry["id"] for entry in later.article(SOURCES).select(".citation")}
    cited = {link["href"].partition("#")[2] for page in (CHAPTER, *second.deepening)
             for link in second.article(page).select(".bibtex-citation a")}
    assert alone < listed <= alone | cited


def test_each_figure_of_a_later_book_has_a_tab_with_the_rounds_before(together):
    newest = together[-1]
    before = [str(book.year) for book in together[:-1]]
    shown = 0
    for page in newest.pages:
        for tab in newest.article(page).select(f".sd-tab-set:has(figure) .{MARK}"):
            shown += 1
            heads = [head.get_text(strip=True) for head in tab.select("thead th")]
            years = [head for head in heads if re.fullmatch(r"\d{4}", head)]
            assert set(years) <= {*before, str(newest.year)}
            assert not heads or years[-1] == str(newest.year)
    assert shown >= 10


@pytest.mark.parametrize("volume", ["", "-tabellen"])
def test_no_page_of_the_newest_book_is_for_a_third_empty_but_where_a_chapter_ends(
        together, printed, volume):
    newest = together[-1]
    pages = printed(newest.build / f"monitor-{newest.year}{volume}.pdf")
    assert {page: part for page, part in pages.emptiness.items() if part > EMPTY} == {}


def test_the_chapter_names_each_round_before(together):
    newest = together[-1]
    text = words(newest.article(CHAPTER))
    for book in together[:-1]:
        assert str(book.year) in text
    assert CHAPTER not in together[0].pages
