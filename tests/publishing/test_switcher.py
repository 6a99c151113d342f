"""The menu that leads to the same page in other rounds."""

import json
from pathlib import Path

import pytest
from lxml import html

from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.switcher import OtherRound, add_switcher, lead_on

from .conftest import YEAR, notebook, text
from .rounds_of import add_round

PAGE = (b"<!DOCTYPE html><html><head><title>x</title></head><body>"
        b'<div class="header-article-items__start"></div><article></article></body></html>')
OTHERS = (OtherRound("2020", frozenset({"index.html", "chapters/feiten.html", "search.html"}),
                     {"index.html": {}, "chapters/feiten.html": {"wwb": "participatiewet"}}),
          OtherRound("2011", frozenset({"index.html", "search.html"}), {"index.html": {}}))


def menu(name: str, others=OTHERS) -> BuiltPage:
    page = BuiltPage(PAGE)
    add_switcher(page, name, "2016", others)
    return page


def links(page: BuiltPage) -> list[tuple[str, str, str, str | None]]:
    return [(link.get("data-year"), link.get("href"), link.text_content(),
             link.get("data-sections")) for link in page.root.iterfind(".//nav//a")]


def test_each_other_round_has_a_link_to_the_same_page_or_to_where_it_begins():
    assert links(menu("chapters/feiten.html")) == [
        ("2020", "../../../2020/html/chapters/feiten.html", "2020", '{"wwb":"participatiewet"}'),
        ("2011", "../../../2011/html/index.html", "2011 voorpagina", None)]
    assert links(menu("index.html")) == [("2020", "../../2020/html/index.html", "2020", None),
                                         ("2011", "../../2011/html/index.html", "2011", None)]
    assert [link[1] for link in links(menu("search.html"))] == [
        "../../2020/html/search.html", "../../2011/html/search.html"]
    # A wrong address is wrong there too.
    assert [link[1] for link in links(menu("404.html"))] == [
        "../../2020/html/index.html", "../../2011/html/index.html"]


def test_the_menu_is_named_and_says_which_round_this_is():
    root = menu("chapters/feiten.html").root
    (nav,) = root.iter("nav")
    assert nav.get("aria-label")
    assert nav.find("details/summary").text_content() == "Enquête 2016"
    assert "header-article-items__start" in nav.getparent().getparent().classes
    assert [script.get("src") for script in root.iter("script")] == ["../_static/rounds.js?v=0"]


def test_where_there_is_one_round_nothing_is_added():
    assert html.tostring(menu("index.html", ()).root) == html.tostring(BuiltPage(PAGE).root)


@pytest.fixture
def two(project):
    """A project of two rounds whose pages and headings differ."""
    (project.root / "chapters" / "feiten.ipynb").write_text(notebook(
        text("# Feiten\n\n## Over de {{ bijstandswet }}"), text("{editorial}`extra`"),
        text("## Slot")))
    methode = notebook(text("# Methode\n\n## Slot")).replace(
        '"kernelspec"', '"monitor": {"needs": "editorial:extra"}, "kernelspec"', 1)
    (project.root / "chapters" / "methode.ipynb").write_text(methode)
    wave = add_round(project, 2016, ("short: Wwb", "short: Participatiewet"))
    (wave / "editorial").mkdir()
    (wave / "editorial" / "extra.md").write_text("## Slot\n\nAnders.")
    return project


def test_pages_and_sections_of_the_other_round_are_told_from_its_manuscripts(two):
    (there,) = lead_on(find_edition(two, str(YEAR)))
    assert there.id == "2016"
    assert there.pages == {"index.html", "chapters/feiten.html", "chapters/methode.html",
                           "search.html"}
    assert there.sections["chapters/feiten.html"] == {
        "over-de-wwb": "over-de-participatiewet", "slot": "slot-1"}
    (back,) = lead_on(find_edition(two, "2016"))
    assert back.pages == {"index.html", "chapters/feiten.html", "search.html"}
    assert back.sections["chapters/feiten.html"] == {
        "over-de-participatiewet": "over-de-wwb", "slot-1": "slot"}


def test_a_round_that_cannot_be_built_is_not_led_to(two):
    (two.wave(2016) / "wave.yml").write_text("year: 2016\n")
    assert lead_on(find_edition(two, str(YEAR))) == ()


def made(result):
    """Names of what a run reports as made."""
    return {line.split()[1] for line in result.output.splitlines() if line.startswith("  ✓")}


def test_what_another_round_decides_renews_the_head_of_the_pages_and_no_more(built, monitor):
    pages = built.build(YEAR) / "html"
    alone = (pages / "index.html").read_bytes()
    assert b"rounds" not in alone
    assert not (pages / "_static" / "rounds.js").exists()
    assert b".rounds" not in (pages / "_static" / "monitor.css").read_bytes()

    add_round(built, 2016)
    result = monitor(built, "build", str(YEAR))
    assert result.exit_code == 0, result.output
    assert made(result) == {"afwerking", "website"}
    assert "dat van 2016, dat nog niet is gemaakt" in result.output
    page = (pages / "index.html").read_bytes()
    assert b'data-year="2016"' in page
    assert (pages / "_static" / "rounds.js").is_file()
    assert b".rounds" in (pages / "_static" / "monitor.css").read_bytes()
    assert made(monitor(built, "build", str(YEAR))) == set()

    # What changes no page of this round changes no site.
    head = built.wave(2016) / "wave.yml"
    head.write_text(head.read_text() + "\n")
    assert made(monitor(built, "build", str(YEAR))) == {"afwerking"}
    assert (pages / "index.html").read_bytes() == page

    head.unlink()
    assert made(monitor(built, "build", str(YEAR))) == {"afwerking", "website"}
    assert (pages / "index.html").read_bytes() == alone


def test_all_rounds_are_built_and_lead_to_each_other(built, monitor):
    add_round(built, 2016)
    result = monitor(built, "build", "--all")
    assert result.exit_code == 0, result.output
    first, second = result.output.split("Meting van 2016")
    for year, said in ((YEAR, first), (2016, second)):
        assert f"Het boek staat in {built.build(year)}/html/index.html" in said
        assert "Niet getoonde uitkomsten: 3" in said
    assert "nog niet" not in result.output
    for year, other in ((YEAR, 2016), (2016, YEAR)):
        for path in (built.build(year) / "html").rglob("*.html"):
            root = html.parse(path).getroot()
            if path.name == "404.html":
                assert root.find(".//nav//a[@data-year]").get("href") == f"/{other}/html/index.html"
                continue
            (link,) = root.iterfind(".//a[@data-year]")
            there = (path.parent / link.get("href")).resolve()
            assert there == Path(str(path).replace(f"/{year}/html/", f"/{other}/html/"))
            assert there.is_file()
            for section in json.loads(link.get("data-sections", "{}")).values():
                assert f'<section id="{section}">' in there.read_text("utf-8")
    # Of which nothing is made again.
    assert made(monitor(built, "build", "--all")) == set()
