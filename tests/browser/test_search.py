"""Searching: Dutch words, Dutch answers, a passage at a time."""

import re

import pytest
from playwright.sync_api import expect

# One and many of a word; who looks for the one also wants the many.
PAIRS = [("antwoord", "antwoorden"), ("dienst", "diensten"), ("figuur", "figuren"),
         ("knelpunt", "knelpunten"), ("partner", "partners"), ("project", "projecten"),
         ("visie", "visies"), ("wet", "wetten"), ("budget", "budgetten"), ("doel", "doelen")]
LINKS = "#search-results ul.search > li > a"


def results(page) -> list[str]:
    expect(page.locator("#search-results > h2")).to_have_text("Zoekresultaten")
    return page.locator(LINKS).evaluate_all(
        "all => all.map(a => a.href.replace(new URL('.', location.href).href, '/'))")


def search(page, site, words: str) -> list[str]:
    page.goto(f"{site.url('search')}?q={words}")
    return results(page)


def said(page) -> str:
    return page.locator("#search-status").inner_text()


def test_a_word_typed_in_the_dialog_is_found_with_its_context(reader):
    reader.keyboard.press("Control+k")
    field = reader.locator("#pst-search-dialog input")
    assert field.is_visible()
    field.fill("verkokering")
    field.press("Enter")
    reader.wait_for_url("**/search.html?q=verkokering")
    assert results(reader)[0] == "/chapters/03-voordelen-en-knelpunten.html#verkokering"
    summaries = reader.locator("#search-results p.context").all_inner_texts()
    assert [text for text in summaries if "verkoker" not in text.lower()] == []
    assert not any("open_chapter(" in text for text in summaries)
    marked = reader.locator("#search-results p.context .highlighted").all_inner_texts()
    assert "verkokering" in marked
    assert {word[:8].lower() for word in marked} == {"verkoker"}


def test_escape_closes_the_dialog(reader):
    reader.keyboard.press("Control+k")
    reader.keyboard.press("Escape")
    assert not reader.locator("#pst-search-dialog").is_visible()


def test_a_result_is_a_heading_in_its_chapter_and_leads_there(reader, site):
    search(reader, site, "verkokering")
    link = reader.locator(LINKS).first
    chapter = site.book.soup("chapters/03-voordelen-en-knelpunten").h1.contents[0]
    assert link.inner_text() == f"Verkokering in {chapter}"
    with reader.expect_navigation():
        link.click()
    heading = reader.get_by_role("heading", name="Verkokering")
    assert 0 <= heading.bounding_box()["y"] < 400


def test_a_term_of_the_glossary_is_a_result_of_its_own(reader, site):
    assert search(reader, site, "nuggers")[0] == "/chapters/begrippenlijst.html#term-Nuggers"


def test_stems_are_dutch(reader, site):
    """Pages that have only the other form of a word are found all the same."""
    words = {}
    for page in site.book.pages:
        article = site.book.article(page)
        for hidden in article.select(".sd-stretched-link, pre"):
            hidden.extract()
        words[page] = set(re.findall(r"\w+", article.get_text(" ").lower()))
    tried = 0
    for one, many in PAIRS:
        only_many = [page for page, said in words.items() if many in said and one not in said]
        if only_many:
            found = {address.partition("#")[0] for address in search(reader, site, one)}
            if "passen" not in said(reader):  # else not all that were found are shown
                tried += 1
                assert [page for page in only_many if f"/{page}.html" not in found] == [], one
    assert tried >= 1


@pytest.mark.parametrize(("typed", "meant"), [
    ("partcipatie", "participatie"), ("verkokerring", "verkokering"),
    ("knelpnut", "knelpunt"), ("vrijwilligre", "vrijwilliger")])
def test_one_typing_error_is_forgiven_and_said(reader, site, typed, meant):
    found = search(reader, site, typed)
    assert re.match(f"Gezocht is op “{meant}(en|s)?”\\. ", said(reader))
    assert found == search(reader, site, meant)


def test_all_words_have_to_be_there_where_they_can(reader, site):
    both = search(reader, site, "geld schotten")
    assert both
    for context in reader.locator("#search-results p.context").all_inner_texts():
        assert "gel" in context.lower() or "schot" in context.lower()
    assert set(both) < {*search(reader, site, "schotten"), *both}
    assert "Niets gevonden" not in (search(reader, site, "verkokering xyzzyqq"), said(reader))[1]


@pytest.mark.parametrize(("words", "told"), [
    ("verkokering", r"\d+ passages gevonden\."),
    ("gemeente", r"\d+ passages gevonden\. Dit zijn de 50 die het best passen\."),
    ("xyzzyqq", r"Niets gevonden\. Controleer de spelling of probeer een ander woord\."),
])
def test_the_outcome_is_told_in_dutch_and_spoken(reader, site, words, told):
    found = search(reader, site, words)
    status = reader.locator("#search-status")
    assert status.get_attribute("role") == "status"
    assert re.fullmatch(told, said(reader))
    assert len(found) <= 50


def test_what_is_typed_stays_text(reader, site):
    search(reader, site, "%3Cimg src=x onerror=document.title=1%3E")
    assert reader.locator("#search-results img").count() == 0
    assert reader.locator(".bd-search-container input").input_value().startswith("<img")


def test_only_the_index_is_asked_for(reader, site):
    asked = []
    reader.on("request", lambda request: asked.append(request.url))
    search(reader, site, "verkokering")
    reader.wait_for_load_state("networkidle")
    pages = [url for url in asked if url.partition("?")[0].endswith(".html")]
    assert pages == [f"{site.url('search')}?q=verkokering"]


def test_the_words_are_marked_on_the_page_that_was_found(reader, site):
    search(reader, site, "verkokering")
    with reader.expect_navigation():
        reader.locator(LINKS).first.click()
    reader.locator("span.highlighted").first.wait_for(state="attached")
    assert reader.get_by_text("Verberg de gevonden woorden").is_visible()
