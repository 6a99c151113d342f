"""The tables of documents on the pages of the book itself: looked through, on a phone, on paper."""

from __future__ import annotations

import pymupdf
import pytest
from bookmaking import REPOSITORY, contents

from .visits import AXE, UNFOLD, axe

PAGES = contents(REPOSITORY)["Verdieping"]
FILTERED = "table.filtered"
# What is folded away cannot be looked through; on paper it is open.
OPEN = """() => document.querySelectorAll("details").forEach((fold) => { fold.open = true; })"""
# The first cell of each row, but for those behind a figure: of that only the figure is printed.
FIRST = """tables => tables.filter((table) => !table.closest(".sd-tab-set")).flatMap((table) =>
  [...table.tBodies].flatMap((body) => [...body.rows].map((row) => row.cells[0].textContent)))"""

every_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(params=["reader", "phone"])
def either_reader(request):
    return request.getfixturevalue(request.param)


def rows(table):
    return table.locator("tbody tr:not(.row-group)")


def bar_of(table):
    return table.locator("xpath=ancestor::div[contains(@class, 'pst-scrollable')]"
                         "/preceding-sibling::div[contains(@class, 'table-filter')]")


def squeezed(text: str) -> str:
    """Without spaces and hyphens, which lines on paper break and add."""
    return "".join(text.split()).replace("-", "").replace("\N{SOFT HYPHEN}", "")


def test_some_tables_can_be_looked_through(reader, site):
    found = 0
    for page in PAGES:
        reader.goto(site.url(page))
        found += reader.locator(FILTERED).count()
    assert found >= 10


@every_page
def test_each_has_one_search_that_finds_its_last_row(either_reader, site, page):
    either_reader.goto(site.url(page))
    either_reader.evaluate(OPEN)
    names = set()
    for table in either_reader.locator(FILTERED).all():
        bar, total = bar_of(table), rows(table).count()
        assert bar.count() == 1
        names.add(bar.get_attribute("aria-label"))
        assert bar.get_by_role("status").inner_text() == f"Alle {total} rijen"
        last = rows(table).last.locator("th").first.inner_text().split(": ")[-1]
        bar.get_by_role("searchbox").fill(last)
        assert rows(table).last.is_visible()
        assert rows(table).filter(visible=True).count() < total
    assert len(names) == either_reader.locator(FILTERED).count()
    assert either_reader.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@every_page
def test_axe_finds_nothing_in_a_table_that_is_looked_through(either_reader, site, page):
    either_reader.goto(site.url(page))
    either_reader.evaluate(UNFOLD)
    either_reader.wait_for_timeout(400)  # the theme measures again a moment later
    for bar in either_reader.locator(".table-filter").all():
        bar.get_by_role("searchbox").fill("xyz")
    assert axe(either_reader, AXE) == []


@every_page
def test_paper_has_every_row_of_every_table_whatever_was_looked_for(reader, site, page):
    reader.goto(site.url(page))
    told = reader.locator("article table").evaluate_all(FIRST)
    closed = reader.locator("article details:not([open])").count()
    for bar in reader.locator(".table-filter").filter(visible=True).all():
        bar.get_by_role("searchbox").fill("xyz")
    paper = pymupdf.open("pdf", reader.pdf(format="A4", prefer_css_page_size=True))
    text = squeezed(" ".join(sheet.get_text() for sheet in paper))
    assert [one for one in told if squeezed(one) not in text] == []
    for sheet in paper:
        for left, _, right, *_ in sheet.get_text("words"):
            assert left >= 40
            assert right <= sheet.rect.width - 40
    assert reader.locator("article details:not([open])").count() == closed

