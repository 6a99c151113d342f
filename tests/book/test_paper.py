"""What the books on paper hold, for who reads them and for who has them read aloud."""

import re
from itertools import pairwise

from numbered import FIGURES
from pdf_tags import cells, heads, scope

from .paper import letters

# --- what is printed ----------------------------------------------------------------------------

def test_every_panel_is_printed_but_downloads_and_code_are_not(texts):
    whole = " ".join(texts)
    for number in FIGURES:
        assert whole.count(f"Tabel bij Figuur {number} ") == 1
        assert whole.count(f"Methode bij Figuur {number} ") == 1
    assert "Download als" not in whole
    assert "open_chapter(" not in whole


def test_tables_repeat_their_head_on_every_page(tags):
    tables = [one for one in tags if one["/S"] == "/Table"]
    assert len(tables) > 30
    for table in tables:
        assert any(row.get_object()["/S"] == "/THead" for row in table["/K"])


def test_headers_of_tables_say_what_they_are_headers_of(tags):
    scopes = {}
    for one in tags:
        for part, cell in cells(one) if one["/S"] == "/Table" else ():
            if cell["/S"] == "/TH":
                scopes.setdefault(part, []).append(scope(cell))
    assert len(scopes["/TBody"]) > 200
    assert {name: set(found) for name, found in scopes.items()} == {
        "/THead": {"/Column"}, "/TBody": {"/Row"}}


def test_sources_of_a_chapter_stand_in_its_footnotes(either, bookmarks, texts):
    begins = [page for level, _, page in bookmarks if level == 1][1:]
    entries = {entry["id"]: entry.p.get_text()
               for entry in either.article("chapters/literatuur").select(".citation")}
    checked = 0
    for place, page in enumerate(either.pages[:-2]):
        chapter = letters(" ".join(texts[begins[place] - 1:begins[place + 1] - 1]))
        cited = {link["href"].partition("#")[2]
                 for link in either.article(page).select("p .bibtex-citation a")}
        for source in cited:
            assert letters(entries[source]) in chapter, (page, source)
            checked += 1
    assert checked >= 15


def test_addresses_are_printed(either, texts):
    whole = letters(" ".join(texts))
    for page in either.pages:
        for link in either.article(page).select("a.external"):
            assert letters(link["href"].partition("://")[2]) in whole


# --- for who has it read aloud ------------------------------------------------------------------

def test_figures_have_the_description_they_have_on_the_web(either, tags):
    on_paper = [one.get("/Alt", "") for one in tags if one["/S"] == "/Figure"]
    assert all(len(text) > 5 for text in on_paper)
    on_the_web = [image["alt"] for page in either.pages
                  for image in either.article(page).select("figure img")]
    assert len(on_the_web) == len(FIGURES)
    assert [text for text in on_paper if text in on_the_web] == on_the_web


def test_headings_skip_no_level(either, tags):
    levels = [int(one["/S"][2]) for one in tags if re.fullmatch(r"/H\d", one["/S"])]
    assert levels.count(1) == 1 + len(either.pages)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_cells_of_tables_know_their_heads(tags):
    assert sum(one["/S"] == "/TH" for one in tags) > 300
    columns_and_rows = [len(heads(cell)) for cell in tags if cell["/S"] == "/TD"]
    assert min(columns_and_rows) >= 1
    assert columns_and_rows.count(2) > len(columns_and_rows) / 2


def test_links_are_described(pdf):
    links = [one.get_object() for page in pdf.pages for one in page.get("/Annots", [])]
    assert all(link.get("/Contents") for link in links)
