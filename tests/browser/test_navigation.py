"""Finding one's way: links, menus, tabs, folds, downloads; with a mouse, a finger and keys."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

FIGURES = "chapters/02-uitvoering"


def path(page) -> str:
    return unquote(page.url.partition("#")[0].partition("?")[0])


# --- from page to page --------------------------------------------------------------------------

def test_next_leads_through_the_whole_book_in_order(reader, site):
    walked = [path(reader)]
    while reader.locator("a.right-next").count():
        with reader.expect_navigation():
            reader.locator("a.right-next").click()
        walked.append(path(reader))
    assert walked == [site.url(page) for page in site.book.pages]


def test_the_menu_leads_to_every_page_and_says_where_the_reader_is(reader, site):
    links = reader.locator(".bd-docs-nav a.reference").evaluate_all("all => all.map(a => a.href)")
    assert [link.partition("#")[0] for link in links] == [
        site.url(page) for page in site.book.pages[1:]]
    with reader.expect_navigation():
        reader.locator(".bd-docs-nav a.reference").last.click()
    assert reader.locator(".bd-docs-nav [aria-current=page]").count() == 1
    assert path(reader) == site.url(site.book.pages[-1])


def test_a_phone_has_the_menu_behind_a_button_and_gives_the_focus_back(phone):
    button = phone.locator("button.primary-toggle")
    menu = phone.locator("#pst-primary-sidebar-modal")
    assert not menu.is_visible()
    button.focus()
    phone.keyboard.press("Enter")
    assert menu.is_visible()
    assert menu.locator("a.reference").first.is_visible()
    phone.keyboard.press("Escape")
    assert not menu.is_visible()
    assert button.evaluate("button => button === document.activeElement")
    button.tap()
    menu.locator("a.reference").first.tap()
    phone.wait_for_url("**/chapters/*.html")


# --- tabs and folds -----------------------------------------------------------------------------

def test_a_tab_shows_its_panel_and_hides_the_others(reader, site):
    reader.goto(site.url(FIGURES))
    tabs = reader.locator(".sd-tab-set").first
    panels = tabs.locator("> .sd-tab-content")
    assert panels.nth(0).is_visible()
    tabs.get_by_text("Tabel", exact=True).first.click()
    assert [panels.nth(place).is_visible() for place in range(2)] == [False, True]
    assert panels.nth(1).locator("table").is_visible()


def test_arrow_keys_walk_through_the_tabs(reader, site):
    reader.goto(site.url(FIGURES))
    tabs = reader.locator(".sd-tab-set").first
    panels = tabs.locator("> .sd-tab-content")
    tabs.locator("> input").first.focus()
    reader.keyboard.press("ArrowRight")
    assert panels.nth(1).is_visible()
    assert not panels.nth(0).is_visible()
    reader.keyboard.press("ArrowLeft")
    assert panels.nth(0).is_visible()
    assert tabs.get_attribute("aria-label").startswith("Figuur ")


def test_a_table_that_is_too_wide_can_be_scrolled_with_keys(phone, site):
    phone.goto(site.url("chapters/methode"))
    wide = [box for box in phone.locator(".pst-scrollable-table-container").all()
            if box.evaluate("box => box.scrollWidth > box.clientWidth")]
    assert wide
    for table in wide:
        expect(table).to_have_attribute("tabindex", "0")


def test_a_row_of_a_wide_table_of_words_is_a_list_on_a_phone(phone, site):
    phone.goto(site.url("chapters/reproductie"))
    fold = phone.locator("section > details").first
    fold.locator("summary").tap()
    table = fold.locator(".pst-scrollable-table-container")
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
    cells = table.locator("tbody tr").first.locator("td:visible")
    tops = [cell.bounding_box()["y"] for cell in cells.all()]
    assert len(tops) > 3
    assert tops == sorted(set(tops))


def test_in_the_table_of_a_figure_both_groups_fit_on_a_phone(phone, site):
    phone.goto(site.url(FIGURES))
    too_wide = []
    for tabs in phone.locator(".sd-tab-set").all():
        tabs.get_by_text("Tabel", exact=True).first.tap()
        box = tabs.locator(".pst-scrollable-table-container").first
        too_wide += [box.evaluate("box => box.scrollWidth - box.clientWidth")]
    assert len(too_wide) > 3
    assert set(too_wide) == {0}


def test_a_section_that_folds_is_open_for_who_follows_a_link_to_it(reader, site):
    reader.goto(site.url("chapters/reproductie"))
    folds = reader.locator("section > details")
    section = folds.nth(1).locator("xpath=..")
    assert folds.count() > 10
    assert not section.locator("table").is_visible()
    reader.goto(f"{site.url('chapters/reproductie')}#{section.get_attribute('id')}")
    assert section.locator("table").is_visible()
    assert not folds.nth(0).evaluate("fold => fold.open")
    reader.reload()
    assert section.locator("table").is_visible()
    section.locator("summary").press("Enter")
    assert not section.locator("table").is_visible()


def test_the_code_of_a_figure_is_on_its_methods_tab(reader, site):
    reader.goto(site.url(FIGURES))
    tabs = reader.locator(".sd-tab-set").first
    code = tabs.locator("pre")
    assert not code.is_visible()
    tabs.get_by_text("Methode", exact=True).first.click()
    assert re.search(r"\nm = open_chapter\(\d{4}\)\nm\.figure\(\d+\)\s*$", code.inner_text())


# --- keys ---------------------------------------------------------------------------------------

def test_the_first_tab_stop_skips_to_the_text(reader):
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    reader.keyboard.press("Enter")
    assert reader.evaluate("location.hash") == "#main-content"


def test_the_focus_is_always_to_be_seen(reader, site):
    reader.goto(site.url(FIGURES))
    unseen = []
    for _ in range(60):
        reader.keyboard.press("Tab")
        unseen += reader.evaluate("""() => {
          const focused = document.activeElement;
          const drawn = focused.matches(".sd-tab-set > input") ? focused.nextElementSibling
            : focused;
          const style = getComputedStyle(drawn);
          const box = drawn.getBoundingClientRect();
          const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
          return seen ? [] : [drawn.outerHTML.slice(0, 100)];
        }""")
    assert unseen == []


# --- light and dark -----------------------------------------------------------------------------

def test_the_choice_of_dark_is_spoken_and_kept(reader, site):
    button = reader.locator(".theme-switch-button").first
    assert button.get_attribute("aria-label") == "Licht of donker: zoals het systeem"
    button.focus()
    reader.keyboard.press("Enter")
    assert button.get_attribute("aria-label") == "Licht of donker: donker"
    background = "getComputedStyle(document.body).backgroundColor"
    dark = reader.evaluate(background)
    assert max(map(int, re.findall(r"\d+", dark)[:3])) < 80
    reader.goto(site.url("chapters/methode"))
    assert reader.evaluate(background) == dark


def test_who_wants_less_motion_gets_none(browser, site):
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(site.url("index"))
        moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((tag) => {
          const style = getComputedStyle(tag);
          return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
        }).length""")
    assert moving == 0


# --- downloads and wrong addresses --------------------------------------------------------------

def test_every_download_on_every_page_is_there(reader, site):
    for page in site.book.pages:
        for link in site.book.soup(page).select("a[href*='downloads/']"):
            address = reader.evaluate("([href, base]) => new URL(href, base).href",
                                      [link["href"], site.url(page)])
            answer = reader.request.get(address)
            assert answer.ok, address
            assert len(answer.body()) > 100, address


def test_a_download_opens(reader, site):
    page = next(page for page in site.book.pages
                if site.book.soup(page).select("a[href$='results.csv']"))
    reader.goto(site.url(page))
    with reader.expect_download() as started:
        reader.locator("a[href$='results.csv']").first.click()
    assert started.value.path().read_bytes() == (site.book.build / "results.csv").read_bytes()


@pytest.mark.parametrize("address", ["weg.html", "chapters/weg.html", "een/twee/drie/weg"])
def test_a_wrong_address_gives_a_page_that_leads_back(reader, site, address):
    missing = []
    reader.on("response", lambda response: missing.append(response.url)
              if response.status == 404 else None)
    answer = reader.goto(f"{site.base}/{address}", wait_until="networkidle")
    assert answer.status == 404
    assert reader.locator("h1").inner_text().startswith("Deze pagina is er niet")
    assert reader.evaluate("document.styleSheets.length") > 3
    assert missing == [answer.url]
    # Whatever the depth, it offers all there is, and the way back.
    links = reader.locator("#chapters a").evaluate_all("all => all.map(a => a.href)")
    assert links == [site.url(page) for page in site.book.pages[1:]]
    assert reader.locator("#nearest").inner_text() == ""
    reader.locator("article form input").fill("verkokering")
    with reader.expect_navigation():
        reader.keyboard.press("Enter")
    assert path(reader) == site.url("search")
    reader.go_back()
    with reader.expect_navigation():
        reader.get_by_role("link", name="naar het begin van het boek").click()
    assert path(reader) == site.url("index")


@pytest.mark.parametrize(("address", "page"), [
    ("chapters/uitvoering.html", "chapters/02-uitvoering"),
    ("02-uitvoering", "chapters/02-uitvoering"), ("een/twee/Metode.htm", "chapters/methode"),
    ("fieten.html", "chapters/feiten"), ("chapters/conclusies", "chapters/04-conclusie")])
def test_a_wrong_address_gives_the_page_that_was_probably_meant(reader, site, address, page):
    reader.goto(f"{site.base}/{address}")
    told = reader.locator("#nearest")
    assert told.get_attribute("role") == "status"
    assert told.inner_text().startswith("Zocht u misschien ")
    with reader.expect_navigation():
        told.get_by_role("link").click()
    assert path(reader) == site.url(page)
