"""The face of notebooks: every function of a topic, with what it is about filled in."""

import inspect

import pytest
from bs4 import BeautifulSoup

from participatiemonitor.book.chapter import SHOWN, Chapter
from participatiemonitor.book.words import WORDS


@pytest.mark.parametrize("name", sorted(WORDS | SHOWN))
def test_a_chapter_has_every_public_function_with_its_own_documentation(mini_words, name):
    method, function = getattr(mini_words, name), (WORDS | SHOWN)[name]
    first, *rest = inspect.signature(function).parameters.values()
    assert list(inspect.signature(method).parameters.values()) == rest
    assert method.__self__ is getattr(mini_words, first.name)
    assert method.__doc__
    assert getattr(Chapter, name) is function


def test_words_and_what_is_shown_have_names_of_their_own():
    assert WORDS.keys().isdisjoint(SHOWN)
    assert {"share", "published", "tally", "bars"} <= WORDS.keys()
    assert {"figure", "quotes", "book_files", "claims_table"} <= SHOWN.keys()
    assert not {"each", "word", "joined"} & {*WORDS, *SHOWN}  # what topics share


def test_the_landing_page_offers_the_files_of_its_own_year(mini_words):
    links = BeautifulSoup(mini_words.book_files().text, "html.parser").find_all("a")
    assert [link["href"] for link in links] == [
        "downloads/monitor-2009.pdf", "downloads/monitor-2009-tabellen.pdf",
        "downloads/monitor-2009.xlsx", "downloads/results.csv"]
    links += BeautifulSoup(mini_words.deepening_file().text, "html.parser").find_all("a")
    assert links[-1]["href"] == "downloads/monitor-2009-verdieping.pdf"
    assert all(link.has_attr("download") and link.get_text() for link in links)
