"""What holds for every page: accessible, Dutch, alone on the network, and nothing overflows."""

import re

import pytest
from bookmaking import YEAR

from .conftest import PAGES
from .visits import ENLARGED, PHONE, SCREENSHOTS, WIDE, visit

# English in the interface of Sphinx, its themes and their scripts; none of it is also Dutch.
ENGLISH = re.compile(
    r"\b(the|and|for|with|this|that|from|you|your|are|not|by|to|click|search|show|hide|toggle|"
    r"next|previous|page|pages|skip|content|contents|theme|dark|settings|source|warning|built|"
    r"created|loading|copy|close|expand|collapse|matches|results|found|finished|please|error|"
    r"version|navigation|section|edit|back|jump|see|et al|announcement|unknown|documentation|"
    r"table of|link to|index of)\b", re.IGNORECASE)
# Names that hold such a word.
NAMES = re.compile(r"\bCC BY\b|\b[\w-]+\.(csv|xlsx|pdf|svg|png)\b")

every_page = pytest.mark.parametrize("page", PAGES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_page
def test_axe_finds_nothing(visits, page, scheme):
    assert visits(page).violations[scheme] == []


@every_page
def test_the_console_is_silent(visits, page):
    assert visits(page).complaints == []


@every_page
def test_no_other_host_is_asked_for_anything(visits, page):
    assert visits(page).outside == []


@every_page
def test_everything_that_is_asked_for_is_there(visits, page):
    assert visits(page).failed == []


@every_page
def test_all_that_is_shown_or_spoken_is_dutch(visits, page):
    texts = (NAMES.sub("", text) for text in visits(page).texts)
    assert [text for text in texts if ENGLISH.search(text)] == []


@pytest.mark.parametrize("width", [WIDE, PHONE, ENLARGED])
@every_page
def test_nothing_makes_the_page_wider_than_the_window(visits, page, width):
    assert visits(page).overflow[width] <= 0


@every_page
def test_screenshots_are_kept(visits, page):
    visits(page)
    name = page.rpartition("/")[2]
    for width in (WIDE, PHONE):
        for scheme in ("light", "dark"):
            assert (SCREENSHOTS / str(YEAR) / f"{name}-{width}-{scheme}.png").stat().st_size > 5_000


def test_all_this_holds_of_a_round_of_real_answers(browser, later_site):
    for page in (*later_site.book.pages, "search", "404"):
        met = visit(browser, later_site, page)
        texts = (NAMES.sub("", text) for text in met.texts)
        assert (met.violations, met.complaints, met.outside, met.failed) == (
            {"light": [], "dark": []}, [], [], []), page
        assert max(met.overflow.values()) <= 0, page
        assert [text for text in texts if ENGLISH.search(text)] == []


def test_light_and_dark_differ(visits):
    visits("index")
    assert ((SCREENSHOTS / str(YEAR) / f"index-{WIDE}-light.png").read_bytes()
            != (SCREENSHOTS / str(YEAR) / f"index-{WIDE}-dark.png").read_bytes())
