"""Searching: Dutch words, Dutch answers."""

import re

import pytest
from playwright.sync_api import expect

# One and many of a word; who looks for the one also wants the many.
PAIRS = [("antwoord", "antwoorden"), ("dienst", "diensten"), ("figuur", "figuren"),
         ("knelpunt", "knelpunten"), ("partner", "partners"), ("project", "projecten"),
         ("visie", "visies"), ("wet", "wetten"), ("budget", "budgetten"), ("doel", "doelen")]


def results(page) -> list[str]:
    # The theme does not show the heading; the script changes it when it is done.
    expect(page.locator("#search-results > h2")).to_have_text("Zoekresultaten")
    links = page.locator("#search-results ul.search > li > a")
    return links.evaluate_all("all => all.map(a => new URL(a.href).pathname)")


def search(page, site, words: str) -> list[str]:
    page.goto(f"{site.url('search')}?q={words}")
    return results(page)


def test_a_word_typed_in_the_dialog_is_found_with_its_context(reader):
    reader.keyboard.press("Control+k")
    field = reader.locator("#pst-search-dialog input")
    assert field.is_visible()
    field.fill("verkokering")
    field.press("Enter")
    reader.wait_for_url("**/search.html?q=verkokering")
    assert "/chapters/03-voordelen-en-knelpunten.html" in results(reader)
    reader.wait_for_selector("#search-results p.context")
    summaries = reader.locator("#search-results p.context").all_inner_texts()
    assert any("verkokering" in text.lower() for text in summaries)
    assert not any("open_chapter(" in text for text in summaries)


def test_escape_closes_the_dialog(reader):
    reader.keyboard.press("Control+k")
    reader.keyboard.press("Escape")
    assert not reader.locator("#pst-search-dialog").is_visible()


def test_stems_are_dutch(reader, site):
    """Pages that have only the other form of a word are found all the same."""
    words = {page: set(re.findall(r"\w+", site.book.soup(page).article.get_text().lower()))
             for page in site.book.pages}
    tried = 0
    for one, many in PAIRS:
        only_many = [page for page, said in words.items() if many in said and one not in said]
        if only_many:
            tried += 1
            found = search(reader, site, one)
            assert all(f"/{page}.html" in found for page in only_many), (one, only_many)
    assert tried >= 2


@pytest.mark.parametrize(("words", "said"), [
    ("gemeente", r"Gevonden pagina's: \d+\."),
    ("xyzzy", r"Niets gevonden\. Controleer de spelling of probeer een ander woord\."),
])
def test_the_outcome_is_told_in_dutch_and_spoken(reader, site, words, said):
    search(reader, site, words)
    assert re.fullmatch(said, reader.locator(".search-summary").inner_text())
    status = reader.locator("#search-status")
    assert status.get_attribute("role") == "status"
    expect(status).to_have_text(re.compile(said))


def test_the_words_are_marked_on_the_page_that_was_found(reader, site):
    search(reader, site, "verkokering")
    with reader.expect_navigation():
        reader.locator("#search-results ul.search > li > a").first.click()
    reader.locator("span.highlighted").first.wait_for(state="attached")
    assert reader.get_by_text("Verberg de gevonden woorden").is_visible()
