"""Taking a figure along: its link, its picture and how to cite it, on the clipboard."""

import re

import pytest
from playwright.sync_api import expect

PAGE = "chapters/02-uitvoering"
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const [type] = item.types;
  const content = await item.getType(type);
  return { type, size: content.size, text: type === "text/plain" ? await content.text() : "" };
}"""


@pytest.fixture
def allowed(reader, site):
    """A reader whose clipboard the test may look at, on a page with figures."""
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.goto(site.url(PAGE))
    return reader


def opened(page, name: str = "Downloads"):
    tabs = page.locator(".sd-tab-set").first
    tabs.get_by_text(name, exact=True).click()
    return tabs


def press(place, name: str) -> str:
    """Press a button; return what is told of it."""
    place.get_by_role("button", name=name).click()
    status = place.locator("[role=status]")
    expect(status).not_to_be_empty()
    return status.inner_text()


def test_the_link_leads_to_the_figure(allowed, site):
    tabs = opened(allowed)
    name = tabs.locator("figure").get_attribute("id")
    assert press(tabs, "Kopieer link") == f"De link naar {name.replace('-', ' ')} is gekopieerd."
    copied = allowed.evaluate(READ)["text"]
    assert copied == f"{site.url(PAGE)}#{name}"
    allowed.goto("about:blank")
    allowed.goto(copied)
    assert allowed.locator(f"#{name}").is_visible()


def test_the_picture_is_the_png(allowed, site):
    tabs = opened(allowed)
    assert "is gekopieerd" in press(tabs, "Kopieer figuur")
    copied = allowed.evaluate(READ)
    assert copied["type"] == "image/png"
    assert copied["size"] > 10_000


def test_the_citation_names_figure_book_edition_and_place(allowed, site):
    tabs = opened(allowed)
    assert "bronvermelding" in press(tabs, "Kopieer bronvermelding")
    copied = allowed.evaluate(READ)["text"]
    caption = tabs.locator("figcaption .caption-text").text_content().strip()
    number = tabs.locator("figcaption .caption-number").text_content().strip()
    head = site.book.head
    assert copied.startswith(f"{number}: {caption} In: {head['title']}. {head['subtitle']}. ")
    assert f"enquête van {head['year']}, reconstructie. {site.url(PAGE)}#" in copied
    assert re.search(r"bekeken op \d+ \w+ \d{4}\.$", copied)


def test_a_table_has_no_picture_to_copy(allowed):
    bar = allowed.locator("p.downloads[data-of^=tabel] + p.sharing").first
    assert bar.get_by_role("button").all_inner_texts() == [
        "Kopieer link", "Kopieer bronvermelding"]
    assert "tabel" in press(bar, "Kopieer link")


def test_the_buttons_work_with_keys_and_keep_the_focus(allowed):
    tabs = opened(allowed)
    allowed.keyboard.press("Tab")
    for _ in range(10):
        if allowed.evaluate("document.activeElement.textContent") == "Kopieer link":
            break
        allowed.keyboard.press("Tab")
    allowed.keyboard.press("Enter")
    expect(tabs.locator("[role=status]")).not_to_be_empty()
    assert allowed.evaluate("document.activeElement.textContent") == "Kopieer link"


def test_where_copying_is_not_possible_the_reader_gets_the_text_itself(reader, site):
    reader.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    reader.goto(site.url(PAGE))
    told = press(opened(reader), "Kopieer link")
    assert told.startswith("Kopiëren kan hier niet.")
    assert f"{site.url(PAGE)}#figuur-" in told


def test_where_a_picture_cannot_be_copied_it_is_opened(reader, site):
    reader.add_init_script("delete window.ClipboardItem")
    reader.goto(site.url(PAGE))
    with reader.expect_popup() as popup:
        told = press(opened(reader), "Kopieer figuur")
    assert popup.value.url.endswith(".png")
    assert "geopend" in told


def test_without_scripts_there_are_no_such_buttons(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.url(PAGE))
        assert page.locator(".sharing").count() == 0
        assert page.locator("p.downloads[data-of]").count() > 3
