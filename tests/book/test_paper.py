"""What the books on paper hold, for who reads them and for who has them read aloud."""

import re
from itertools import pairwise

from numbered import FIGURES, TABLES
from pdf_tags import cells, heads, scope

from .paper import letters, printed_in

# What only a screen can do.
ON_A_SCREEN = re.compile(r"\b(aan)?tik(t|ken)?\b|\baanwijst\b|\bWijs\b|\bknop\b|\bklik|"
                         r"\btabblad|\bblad Methode|\b[Dd]ownload")

# --- what is printed ----------------------------------------------------------------------------

def test_figures_are_in_the_report_and_what_lies_behind_them_in_the_tables(report, tables):
    text, behind = " ".join(report.texts), " ".join(tables.texts)
    assert "Gevraagd aan:" not in text
    assert behind.count("Wie de vraag niet beantwoordde, telt niet mee") >= len(FIGURES)
    sections = [name for level, name, _ in tables.bookmarks if level == 2]
    for number in FIGURES:
        assert sum(name.startswith(f"Figuur {number} ") for name in sections) == 1
    drawn = [one for one in tables.tags if one["/S"] == "/Figure"]
    assert len(drawn) == 0
    numbered = [one for one in report.tags if one["/S"] == "/Table"]
    assert len(numbered) >= len(TABLES)


def test_drawings_of_themes_stand_in_the_report_and_their_tables_in_the_other_volume(
        either, report, tables):
    described = [one.get("/Alt") for one in report.tags if one["/S"] == "/Figure"]
    drawings = [image for page in printed_in(either, "report")
                for image in either.article(page).select(".sd-tab-set img")
                if image.find_parent("figure") is None]
    assert bool(drawings) != either.is_drawn
    for drawing in drawings:
        assert drawing["alt"] in described
        heading = drawing.find_parent("section").find(["h2", "h3"]).get_text().rstrip("#")
        assert heading in {name for level, name, _ in tables.bookmarks if level == 2}
    # A drawing may come to stand pages on, and its title says what the heading said.
    alone = {name for _, name, _ in report.bookmarks if name.endswith("op een rij")}
    assert bool(alone) == either.is_drawn


def test_nothing_is_printed_that_only_a_screen_can_do(volume):
    found = [(number, text[max(0, one.start() - 60):one.end() + 30])
             for number, text in enumerate(volume.texts, start=1)
             for one in ON_A_SCREEN.finditer(text)]
    assert found == []
    assert "open_chapter(" not in " ".join(volume.texts)


def test_tables_repeat_their_head_on_every_page(tables):
    found = [one for one in tables.tags if one["/S"] == "/Table"]
    assert len(found) > 15
    for table in found:
        assert any(row.get_object()["/S"] == "/THead" for row in table["/K"])


def test_headers_of_tables_say_what_they_are_headers_of(tables):
    scopes = {}
    for one in tables.tags:
        for part, cell in cells(one) if one["/S"] == "/Table" else ():
            if cell["/S"] == "/TH":
                scopes.setdefault(part, []).append(scope(cell))
    assert len(scopes["/TBody"]) > 100
    assert {name: set(found) for name, found in scopes.items()} == {
        "/THead": {"/Column"}, "/TBody": {"/Row"}}


def test_sources_of_a_chapter_stand_in_its_footnotes(either, report):
    entries = {entry["id"]: entry.p.get_text()
               for entry in either.article("chapters/literatuur").select(".citation")}
    pages = printed_in(either, "report")
    begins = list(report.begins.values())[1:]
    checked = 0
    for place, page in enumerate(pages[:-1]):
        chapter = letters(" ".join(report.texts[begins[place] - 1:begins[place + 1] - 1]))
        cited = {link["href"].partition("#")[2]
                 for link in either.article(page).select("p .bibtex-citation a")}
        for source in cited:
            assert letters(entries[source]) in chapter, (page, source)
            checked += 1
    assert checked >= 15


def test_addresses_are_printed(either, report, tables):
    for paper, volume in (("report", report), ("tables", tables)):
        whole = letters(" ".join(volume.texts))
        for page in printed_in(either, paper):
            for link in either.article(page).select("a.external"):
                assert letters(link["href"].partition("://")[2]) in whole


# --- for who has it read aloud ------------------------------------------------------------------

def test_figures_have_the_description_they_have_on_the_web(either, report):
    on_paper = [one.get("/Alt", "") for one in report.tags if one["/S"] == "/Figure"]
    assert all(len(text) > 5 for text in on_paper)
    on_the_web = [image["alt"] for page in printed_in(either, "report")
                  for image in either.article(page).select("figure img")]
    assert len(on_the_web) == len(FIGURES)
    assert [text for text in on_paper if text in on_the_web] == on_the_web


def test_figures_of_other_documents_have_it_too(either, deepening):
    on_paper = [one.get("/Alt", "") for one in deepening.tags if one["/S"] == "/Figure"]
    on_the_web = [image["alt"] for page in printed_in(either, "deepening")
                  for image in either.article(page).select("figure img")]
    assert [text for text in on_paper if text in on_the_web] == on_the_web


def test_addresses_in_the_third_volume_are_printed(either, deepening):
    whole = letters(" ".join(deepening.texts))
    for page in printed_in(either, "deepening"):
        for link in either.article(page).select("a.external"):
            assert letters(link["href"].partition("://")[2]) in whole


def test_headings_skip_no_level(volume):
    levels = [int(one["/S"][2]) for one in volume.tags if re.fullmatch(r"/H\d", one["/S"])]
    assert levels.count(1) == len(volume.begins)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_cells_of_tables_know_their_heads(tables):
    assert sum(one["/S"] == "/TH" for one in tables.tags) > 200
    columns_and_rows = [len(heads(cell)) for cell in tables.tags if cell["/S"] == "/TD"]
    assert min(columns_and_rows) >= 1
    assert columns_and_rows.count(2) > len(columns_and_rows) / 2


def test_links_are_described(volume):
    links = [one.get_object() for page in volume.pdf.pages for one in page.get("/Annots", [])]
    assert all(link.get("/Contents") for link in links)
