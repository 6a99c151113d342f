"""What a computed word rests on: for who points, taps, uses keys or listens."""

import pytest
from playwright.sync_api import expect

PAGE = "chapters/01-beleid-en-organisatie"
NAME = "Herkomst van de getallen in de tekst"
# A text that was left unsaid has nothing to explain.
SAID = "span.bound[data-source]:not(:empty)"
# What a browser adds to the words on the page, and so what a screen reader reads out.
WRITTEN = "word => getComputedStyle(word, '::after').content"
NOT = "none"


@pytest.fixture
def words(site) -> list[str]:
    """The explanation of each computed word of the page, in order."""
    return [word["data-source"] for word in site.book.soup(PAGE).select(SAID)]


def written(page) -> list[str]:
    return page.locator(f".bd-article {SAID}").evaluate_all(f"all => all.map({WRITTEN})")


def test_a_button_writes_out_what_every_word_rests_on(reader, site, words):
    reader.goto(site.url(PAGE))
    button = reader.get_by_role("button", name=NAME)
    assert set(written(reader)) == {NOT}
    button.focus()
    reader.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert len(words) > 20
    for shown, word in zip(written(reader), words, strict=True):
        assert word.replace('"', '\\"') in shown
    reader.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert set(written(reader)) == {NOT}


def test_who_points_at_a_word_sees_what_it_rests_on_and_nobody_hears_it_unasked(reader, site):
    reader.goto(site.url(PAGE))
    word = reader.locator(f".bd-article p {SAID}").first
    assert word.get_attribute("title") is None
    word.hover()
    expect(word).to_have_attribute("title", word.get_attribute("data-source"))
    reader.mouse.move(0, 0)
    assert word.get_attribute("title") is None


def test_the_choice_holds_for_the_other_pages(reader, site):
    reader.goto(site.url(PAGE))
    reader.get_by_role("button", name=NAME).click()
    reader.goto(site.url("chapters/feiten"))
    assert NOT not in written(reader)


def test_a_tap_explains_one_word_and_fits_on_a_phone(phone, site):
    phone.goto(site.url(PAGE))
    word = phone.locator(f".bd-article p {SAID}").first
    word.tap()
    assert sum(shown != NOT for shown in written(phone)) == 1
    assert word.evaluate(WRITTEN) != NOT
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    word.tap()
    assert set(written(phone)) == {NOT}


def test_a_page_without_computed_words_has_no_such_button(reader, site):
    page = "chapters/colofon"
    assert not site.book.soup(page).select("article span.bound")
    reader.goto(site.url(page))
    assert reader.get_by_role("button", name=NAME).count() == 0


@pytest.mark.parametrize("wide", [True, False])
def test_a_reader_of_all_explanations_sees_no_page_wider_than_the_window(
    reader, phone, site, wide
):
    page = reader if wide else phone
    page.get_by_role("button", name=NAME).click()
    too_wide = []
    for name in site.book.pages:
        page.goto(site.url(name))
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        too_wide += [(name, over)] if over > 0 else []
    assert too_wide == []
