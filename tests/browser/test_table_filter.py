"""Narrowing down a long table: with letters, with choices, with keys, on a phone, on paper."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bookmaking import REPOSITORY
from lxml import html
from playwright.sync_api import expect

from participatiemonitor.publishing.web import figure_tables, stacked_tables
from participatiemonitor.publishing.web.built_page import BuiltPage

HEADS = ("Onderdeel", "Onderwerp", "Bron", "Niveau", "Waar het uit bestaat")
ROWS = [("Zoeken", "Café Werk", "Movisie", "hoog"), ("Zoeken", "Buurtcoach", "Movisie", "laag"),
        ("Vinden", "Individuele plaatsing", "Nji", "hoog"),
        ("Vinden", "Vrijwilliger", "Nji", "laag"), ("Vinden", "Maatje", "Movisie", ""),
        ("Vinden", "Eigen kracht", "Nji", "hoog")]
# So many words that on a phone a row becomes a list.
TALK = "Gesprekken thuis, met wie er verder bij het gezin komt en wat die ervan weten te zeggen."


def built() -> str:
    """A page with such a table, finished as those of the book, with its styles and scripts."""
    def line(cells: tuple[str, ...], tag: str) -> str:
        return f"<tr>{''.join(f'<{tag}><p>{cell}</p></{tag}>' for cell in cells)}</tr>"

    table = (f"<table class='document-table filtered table'><thead>{line(HEADS, 'th')}</thead>"
             "<tbody>"
             f"{''.join(line((*row, TALK), 'td') for row in ROWS)}</tbody></table>")
    page = BuiltPage(
        ("<!DOCTYPE html><html lang=nl data-theme=light><head><meta name=viewport "
         "content='width=device-width'><title>Proef</title></head><body><article class=bd-article>"
         f"<div class=pst-scrollable-table-container>{table}</div></article></body></html>"
         ).encode())
    figure_tables.arrange(page)
    stacked_tables.name_cells(page)
    return html.tostring(page.root, doctype="<!DOCTYPE html>", encoding="unicode")


def opened(page, script: bool = True):
    page.set_content(built())
    for style in ("monitor.css", "accessibility.css"):
        page.add_style_tag(path=REPOSITORY / "_static" / style)
    if script:
        # It waits for the page, which is already there.
        page.add_script_tag(path=REPOSITORY / "_static" / "table-filter.js")
        page.evaluate("document.dispatchEvent(new Event('DOMContentLoaded'))")
    return page


@pytest.fixture(params=[1280, 390])
def shown(browser, request):
    with browser.new_context(viewport={"width": request.param, "height": 800}) as context:
        yield opened(context.new_page())


def names(page) -> list[str]:
    return [row.locator("th").inner_text().strip().split(": ")[-1]
            for row in page.locator("tbody tr:not(.row-group)").all() if row.is_visible()]


def told(page) -> str:
    return page.get_by_role("status").inner_text()


def test_the_whole_table_is_there_at_first(shown):
    assert names(shown) == [name for _, name, *_ in ROWS]
    assert told(shown) == "Alle 6 rijen"
    assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize(("typed", "found"), [
    ("cafe", ["Café Werk"]), ("IND plaats", ["Individuele plaatsing"]),
    ("vinden nji laag", ["Vrijwilliger"]), ("zoeken", ["Café Werk", "Buurtcoach"]), ("xyz", [])])
def test_rows_go_while_a_reader_types(shown, typed, found):
    field = shown.get_by_role("searchbox", name="Zoek in de tabel")
    field.press_sequentially(typed)
    assert names(shown) == found
    assert told(shown) == (f"{len(found)} van de 6 rijen" if found else "Geen rijen gevonden")
    field.fill("")
    assert told(shown) == "Alle 6 rijen"


def test_a_heading_goes_with_its_rows(shown):
    shown.get_by_role("searchbox").fill("buurtcoach")
    heads = shown.locator("tr.row-group")
    expect(heads.filter(has_text="Zoeken")).to_be_visible()
    expect(heads.filter(has_text="Vinden")).to_be_hidden()


def test_columns_with_few_values_offer_a_choice(shown):
    assert shown.locator(".table-filter label").count() == 3
    shown.get_by_label("Bron").select_option("Nji")
    assert names(shown) == ["Individuele plaatsing", "Vrijwilliger", "Eigen kracht"]
    shown.get_by_label("Niveau").select_option("hoog")
    assert names(shown) == ["Individuele plaatsing", "Eigen kracht"]
    shown.get_by_label("Bron").select_option("Alles")
    assert told(shown) == "3 van de 6 rijen"


def test_it_works_with_keys(shown):
    shown.keyboard.press("Tab")
    shown.keyboard.type("maatje")
    assert names(shown) == ["Maatje"]
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.closest('label').textContent").startswith("Bron")


def test_paper_has_the_whole_table(shown):
    shown.get_by_role("searchbox").fill("maatje")
    shown.emulate_media(media="print")
    assert names(shown) == [name for _, name, *_ in ROWS]
    expect(shown.locator(".table-filter")).to_be_hidden()


def test_without_a_script_the_whole_table_is_there(browser):
    with browser.new_context() as context:
        page = opened(context.new_page(), script=False)
        assert len(names(page)) == len(ROWS)
        assert page.locator(".table-filter").count() == 0


def test_on_a_phone_a_row_is_a_list_under_its_heading(browser):
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = opened(context.new_page())
        row = page.locator("tbody tr:not(.row-group)").first
        boxes = [cell.bounding_box() for cell in row.locator("th, td").all()]
        assert all(a["y"] < b["y"] for a, b in pairwise(boxes))
        expect(page.locator("tr.row-group").first).to_be_visible()
