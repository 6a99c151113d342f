"""What a computed word rests on: for who points, taps, uses keys or listens."""

import pytest
from playwright.sync_api import expect

PAGE = "chapters/01-beleid-en-organisatie"
NAME = "Herkomst van de getallen in de tekst"
# A text that was left unsaid has nothing to explain.
SAID = "span.bound[data-source]:not(:empty)"
WORDS = f".bd-article {SAID}"


def words(page):
    """Computed words in paragraphs, which are no part of a link."""
    return page.locator(f".bd-article p {SAID}")


def press(page, word, *, tap: bool = False) -> None:
    """In its first line: a word may run over two, and its box then holds other words."""
    word.evaluate("word => word.scrollIntoView({ block: 'center' })")
    place = word.evaluate("""word => {
      const { left, top } = word.getClientRects()[0];
      return [left + 3, top + 8];
    }""")
    (page.touchscreen.tap if tap else page.mouse.click)(*place)


def lines(word) -> list[str]:
    said = word.get_attribute("data-source").split("; ")
    return [line[:1].upper() + line[1:] for line in said]


def shown(page):
    return page.locator("#herkomst:popover-open")


def explanation(page) -> list[str]:
    return [line[:1].upper() + line[1:]
            for line in shown(page).locator("> span").all_text_contents()]


def test_a_click_opens_what_a_word_rests_on_and_another_closes_it(reader, site):
    reader.goto(site.url(PAGE))
    first, second = words(reader).nth(0), words(reader).nth(1)
    expect(shown(reader)).to_have_count(0)
    press(reader, first)
    assert explanation(reader) == lines(first)
    press(reader, second)
    assert explanation(reader) == lines(second)
    press(reader, second)
    expect(shown(reader)).to_have_count(0)


def test_words_of_amount_can_be_told_at_rest(reader, site):
    reader.goto(site.url(PAGE))
    word = reader.locator(f"{WORDS}[data-kind=who]").first
    assert word.evaluate("word => getComputedStyle(word).textDecorationLine") == "underline"
    seen = word.evaluate("word => getComputedStyle(word).textDecorationColor")
    assert not seen.endswith((", 0)", "/ 0)"))


def test_nobody_hears_or_meets_it_unasked(reader, site):
    reader.goto(site.url(PAGE))
    assert reader.locator(f"{WORDS}:is([title], [role], [tabindex])").count() == 0


def test_a_button_lets_keys_come_to_every_word(reader, site):
    reader.goto(site.url(PAGE))
    button = reader.get_by_role("button", name=NAME)
    button.focus()
    reader.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert reader.locator(f"{WORDS}[role=button][tabindex='0']").count() > 20
    word, after = words(reader).nth(0), words(reader).nth(1)
    word.focus()
    reader.keyboard.press("Enter")
    assert explanation(reader) == lines(word)
    assert reader.evaluate("document.activeElement.id") == "herkomst"
    reader.keyboard.press("Escape")
    expect(shown(reader)).to_have_count(0)
    assert word.evaluate("word => word === document.activeElement")
    after.focus()
    reader.keyboard.press(" ")
    reader.keyboard.press("Tab")
    expect(shown(reader)).to_have_count(0)
    button.click()
    assert reader.locator(f"{WORDS}[tabindex]").count() == 0


def test_the_choice_holds_for_the_other_pages(reader, site):
    reader.goto(site.url(PAGE))
    reader.get_by_role("button", name=NAME).click()
    reader.goto(site.url("chapters/feiten"))
    assert reader.locator(f"{WORDS}[tabindex='0']").count() > 5


def test_a_tap_explains_one_word_and_fits_on_a_phone(phone, site):
    phone.goto(site.url(PAGE))
    for place in range(words(phone).count()):
        press(phone, words(phone).nth(place), tap=True)
        box = shown(phone).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    press(phone, words(phone).last, tap=True)
    expect(shown(phone)).to_have_count(0)


def test_a_page_without_computed_words_has_no_such_button(reader, site):
    page = "chapters/colofon"
    assert not site.book.soup(page).select("article span.bound")
    reader.goto(site.url(page))
    assert reader.get_by_role("button", name=NAME).count() == 0


@pytest.mark.parametrize("wide", [True, False])
def test_a_word_in_a_card_is_explained_once_it_is_asked_for(reader, phone, site, wide):
    page = reader if wide else phone
    page.get_by_role("button", name=NAME).click()
    word = page.locator(f".sd-card {SAID}").first
    word.click()
    assert explanation(page) == lines(word)
    assert page.url == site.url("index")
