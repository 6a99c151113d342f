"""From one survey round to the same place in another: with a mouse, a finger and keys."""

import pytest
from bookmaking import LATER, YEAR

from .test_every_page import ENGLISH, NAMES
from .visits import visit

PAGE = "chapters/02-uitvoering"
# In the middle of that chapter: a section whose heading names a law, and one in it whose heading
# stands in the chapter twice.
HERE, THERE = "projecten-vanuit-de-wwb", "projecten-vanuit-de-participatiewet"
AGAIN = "wie-het-betaalt-1"


@pytest.fixture
def other(rounds_site):
    """The address of a page of the other round."""
    return lambda page: rounds_site.url(page).replace(f"/{YEAR}/html/", f"/{LATER}/html/")


def read(page, address: str, section: str, further: int = 0) -> None:
    """Scroll to a section, or somewhat further."""
    page.goto(address)
    page.evaluate("([id, further]) => { document.getElementById(id).scrollIntoView();"
                  " scrollBy(0, further); }", [section, further])


def in_sight(page, section: str) -> bool:
    return page.evaluate("""(id) => {
      const { top } = document.getElementById(id).getBoundingClientRect();
      return top >= 0 && top < innerHeight / 4;
    }""", section)


@pytest.mark.parametrize(("here", "there", "further"),
                         [(HERE, THERE, 0), (AGAIN, AGAIN, 0), (AGAIN, AGAIN, 300)])
def test_a_click_in_the_middle_of_a_chapter_lands_at_the_same_section(reader, rounds_site, other,
                                                                     here, there, further):
    read(reader, rounds_site.url(PAGE), here, further)
    reader.locator(".rounds summary").click()
    with reader.expect_navigation():
        reader.get_by_role("link", name=str(LATER), exact=True).click()
    assert reader.url == f"{other(PAGE)}#{there}"
    assert in_sight(reader, there)
    # And back, with nothing but the address to go by.
    reader.locator(".rounds summary").click()
    with reader.expect_navigation():
        reader.get_by_role("link", name=str(YEAR), exact=True).click()
    assert reader.url == f"{rounds_site.url(PAGE)}#{here}"
    assert in_sight(reader, here)


def test_a_finger_lands_there_too(phone, rounds_site, other):
    read(phone, rounds_site.url(PAGE), HERE)
    phone.locator(".rounds summary").tap()
    with phone.expect_navigation():
        phone.locator(".rounds a").tap()
    assert phone.url == f"{other(PAGE)}#{THERE}"
    assert in_sight(phone, THERE)
    phone.go_back()
    assert not phone.locator(".rounds a").is_visible()


def test_so_do_keys_and_the_text_stays_where_it_is(reader, rounds_site, other):
    read(reader, rounds_site.url(PAGE), HERE)
    place = reader.evaluate("scrollY")
    reader.locator(".primary-toggle").focus()
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.textContent") == f"Enquête {YEAR}"
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.dataset.year") == str(LATER)
    reader.keyboard.press("Escape")
    assert not reader.locator(".rounds a").is_visible()
    assert reader.evaluate("document.activeElement.localName") == "summary"
    assert reader.evaluate("scrollY") == place
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    with reader.expect_navigation():
        reader.keyboard.press("Enter")
    assert reader.url == f"{other(PAGE)}#{THERE}"


def test_the_menu_closes_for_who_goes_on(reader, rounds_site):
    reader.goto(rounds_site.url(PAGE))
    link = reader.locator(".rounds a")
    reader.locator(".rounds summary").click()
    assert link.is_visible()
    reader.locator("article h1").click()
    assert not link.is_visible()
    reader.locator(".rounds summary").click()
    reader.keyboard.press("Tab")
    reader.keyboard.press("Tab")
    assert not link.is_visible()


def test_from_the_top_of_a_page_the_way_is_to_the_top(reader, rounds_site, other):
    reader.goto(rounds_site.url(PAGE))
    reader.locator(".rounds summary").click()
    with reader.expect_navigation():
        reader.locator(".rounds a").click()
    assert reader.url == other(PAGE)


def test_a_page_of_one_round_alone_leads_to_where_the_other_begins(reader, rounds_site, other):
    read(reader, rounds_site.url("chapters/voorwoord"), "dubbele-winst")
    reader.locator(".rounds summary").click()
    link = reader.locator(".rounds a")
    assert link.inner_text().split() == [str(LATER), "voorpagina"]
    with reader.expect_navigation():
        link.click()
    assert reader.url == other("index")


def test_a_section_of_one_round_alone_leads_to_the_page(reader, rounds_site, other):
    """In *Methodologische verantwoording* an editor told how things were done in 2011."""
    read(reader, rounds_site.url("chapters/methode"), "hoe-de-monitor-van-2011-te-werk-ging")
    reader.locator(".rounds summary").click()
    with reader.expect_navigation():
        reader.locator(".rounds a").click()
    assert reader.url.partition("#")[0] == other("chapters/methode")
    assert "2011" not in reader.url.partition("#")[2]


def test_without_a_script_and_without_a_server_the_way_is_to_the_page(browser, rounds):
    start = (rounds[0].html / f"{PAGE}.html").as_uri()
    for scripts, section in ((False, ""), (True, f"#{THERE}")):
        with browser.new_context(java_script_enabled=scripts, reduced_motion="reduce") as context:
            page = context.new_page()
            page.goto(f"{start}#{HERE}")
            page.locator(".rounds summary").click()
            with page.expect_navigation():
                page.locator(".rounds a").click()
            there = (rounds[1].html / f"{PAGE}.html").as_uri()
            assert page.url == f"{there}{section}"


def test_the_root_leads_to_the_round_that_was_asked_for(reader, rounds_site):
    reader.goto(rounds_site.base.removesuffix(f"{YEAR}/html"))
    assert reader.url == rounds_site.url("index")


def test_a_wrong_address_gives_a_page_of_the_round_it_is_in(reader, other):
    answer = reader.goto(other("chapters/weg"))
    assert answer.status == 404
    assert reader.locator(".rounds summary").inner_text().split() == ["Enquête", str(LATER)]
    reader.locator(".rounds summary").click()
    with reader.expect_navigation():
        reader.locator(".rounds a").click()
    assert reader.url.endswith(f"/{YEAR}/html/index.html")


def test_the_menu_holds_what_every_page_holds(browser, rounds_site):
    for page in ("index", PAGE, "404"):
        met = visit(browser, rounds_site, page)
        assert (met.complaints, met.outside, met.failed) == ([], [], [])
        assert met.violations == {"light": [], "dark": []}
        assert max(met.overflow.values()) <= 0
        assert [text for text in met.texts if ENGLISH.search(NAMES.sub("", text))] == []


def test_a_project_of_one_round_has_no_menu(reader):
    assert reader.locator(".rounds, [data-year]").count() == 0
