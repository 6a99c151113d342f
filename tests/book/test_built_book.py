"""The built books, of 2011 and of a year of real answers, as a reader and a reviewer find them."""

import json
import re
import subprocess
from collections import Counter
from copy import copy
from itertools import pairwise
from pathlib import Path

from bookmaking import BIN, CONTENTS
from editing import cells
from phrases import whole

from .reading import RECONSTRUCTION, broken_links, leaks, words
from .spoken import reviewer, spoken


def fits(book, page: str) -> bool:
    """Whether there is anything to tell on a page.

    Before 2011 there was no round; of the other round nothing but the answers is there, and the
    documents that are about no round.
    """
    notebook = json.loads((book.root / f"{page}.ipynb").read_text(encoding="utf-8"))
    need = notebook["metadata"].get("monitor", {}).get("needs")
    if need and need.startswith("document:"):
        return (book.root / "data" / "published" / need.removeprefix("document:")).is_dir()
    return need is None or (need == "earlier") != book.is_drawn


# --- what was made ------------------------------------------------------------------------------

def test_every_chapter_is_there_but_those_that_have_nothing_to_tell_of(either):
    expected = [page for page in CONTENTS if fits(either, page)]
    assert either.pages == expected
    executed = {path.stem for path in (either.build / "chapters").glob("*.ipynb")}
    assert executed == {Path(page).name for page in expected}
    assert ("chapters/reproductie" in expected) == either.is_drawn


def test_the_results_can_be_downloaded_and_are_all_estimates(either):
    results = (either.build / "results.csv").read_bytes()
    assert (either.html / "downloads" / "results.csv").read_bytes() == results
    assert {row["question"] for row in either.results} == {
        "register", "respons", *either.oracle.questions}


def test_the_results_are_what_the_answers_say(either):
    """Totals to the last respondent, means in whole percents, size classes within their noise."""
    wrong, seen = [], Counter()
    for row in either.results:
        if row["status"] != "ok":
            continue
        total = row["domain"] == "totaal" or row["question"] in ("register", "respons")
        one = either.oracle.quantity(row["question"], tuple(row["option"].split("+")),
                                     row["group"], tuple(row["domain"].split("+")))
        seen[row["measure"], total] += 1
        if row["measure"] == "mean":
            # Of a size class, what its respondents answered is within what one of them can move.
            far = 0.005 if total else 1.5 / one.n + 0.005
            same = abs(float(row["value"]) - one.value) <= far + 1e-9 and not row["count"]
        else:
            noise = int(row["count_noise"])
            same = (abs(float(row["count"]) - one.count) <= noise + 1e-6
                    and abs(int(row["n"]) - one.n) <= noise and (noise == 0) == total
                    and abs(float(row["value"]) - float(row["count"]) / (
                            int(row["n"]) if row["measure"] == "share" else 1)) < 1e-8)
        if not same:
            wrong.append(row)
    assert wrong == []
    assert min(seen["share", True], seen["share", False]) > 200
    assert min(seen["mean", True], seen["mean", False]) > 10


def test_no_cell_of_an_executed_notebook_failed_or_complained(either):
    for page in either.pages:
        path = either.build / "chapters" / f"{Path(page).name}.ipynb"
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                assert output["output_type"] != "error", page
                assert output.get("name") != "stderr", output["text"]


def test_a_chapter_runs_by_itself_under_papermill(either, tmp_path):
    out = tmp_path / "out.ipynb"
    done = subprocess.run([BIN / "papermill", "chapters/inleiding.ipynb", out, "-p", "year",
                           str(either.year)], cwd=either.root, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr
    assert str(either.year) in out.read_text(encoding="utf-8")


# --- every page ---------------------------------------------------------------------------------

def test_no_output_is_an_empty_box(either):
    """As of quotes where nobody may be quoted."""
    for page in either.pages:
        assert all(words(box) for box in either.soup(page).select(".cell_output pre")), page


def test_a_chapter_tells_how_long_it_takes_to_read(either):
    """Under its title; the landing page and what one looks things up in do not."""
    told = {page: words(line) for page in either.pages
            for line in either.soup(page).select("h1 + p.reading-time")}
    assert {"chapters/01-beleid-en-organisatie", "chapters/methode"} <= told.keys()
    assert told.keys().isdisjoint({"index", "chapters/codeboek", "chapters/begrippenlijst"})
    assert all(re.fullmatch(r"Leestijd \d+ minuten", text) for text in told.values())


def test_everything_a_page_says_in_a_section_can_be_found_by_it(either):
    text = (either.html / "searchindex.js").read_text(encoding="utf-8")
    found = {address: (heading, said) for address, heading, _, said in
             json.loads(text.removeprefix("Search.setIndex(").removesuffix(")\n"))}
    for page in either.pages:
        for tag in either.article(page).select("section[id]"):
            section = copy(tag)
            for other in section.select("section, .headerlink, .downloads, .reading-time, dl, svg"):
                other.extract()
            for end in section.select("br"):
                end.replace_with(" ")
            heading, said = found.pop(f"{page}.html#{section['id']}")
            assert heading == words(section.find(re.compile("^h[1-6]$")))
            assert [line for line in map(words, section.find_all("p")) if line not in said] == []
    assert found
    assert all("#term-" in address for address in found)

def test_a_shared_link_shows_well(either):
    for page in either.pages:
        tags = {tag["property"]: tag["content"]
                for tag in either.soup(page).head.select("meta[property]")}
        article = words(either.article(page))
        title, _, book = tags["og:title"].partition(" – ")
        assert title in article
        assert either.head["title"] in (book, title)
        assert either.soup(page).title.get_text() == tags["og:title"]
        description = tags["og:description"].removeprefix("Reconstructie. ")
        assert (description != tags["og:description"]) == either.is_drawn, page
        assert len(description) > 40
        assert description.rstrip("…") in article  # it is prose of this very page
        assert description[-1] in ".?!”’)…"
        assert ((either.html / page).parent / tags["og:image"]).resolve().is_file()


def test_the_banner_is_on_every_page_of_a_reconstruction_and_leads_to_the_method(either):
    for page in either.pages:
        banner = either.soup(page).select_one(".bd-header-announcement")
        if not either.is_drawn:
            assert banner is None, page
            continue
        assert RECONSTRUCTION.search(words(banner))
        if page == "chapters/methode":
            assert banner.a["href"] == "#"
        else:
            target = (either.html / page).parent / banner.a["href"]
            assert target.resolve() == (either.html / "chapters" / "methode.html").resolve()


def test_no_missing_value_shows_through(either):
    assert {page: signs for page in either.pages if (signs := leaks(either, page))} == {}


def test_every_internal_link_leads_somewhere(either):
    assert {page: links for page in either.pages if (links := broken_links(either, page))} == {}


def test_a_page_has_one_title_and_no_level_is_skipped(either):
    for page in either.pages:
        headings = either.soup(page).article.select("h1, h2, h3, h4, h5, h6")
        levels = [int(tag.name[1]) for tag in headings]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), page


def test_respondents_are_quoted_where_they_answered_and_nobody_is_in_a_reconstruction(either):
    quotes = [quote for page in either.pages
              for quote in either.soup(page).select(".cell_output blockquote")]
    assert len(quotes) == 0 if either.is_drawn else len(quotes) >= 15


# --- the appendices -----------------------------------------------------------------------------

def test_reproduction_lists_every_claim_with_its_verdict(book):
    claims = [row for path in sorted(book.root.glob("data/published/*/claims.csv"))
              for row in cells(path)[1]]
    shown: dict[str, set[str]] = {}
    for row in book.soup("chapters/reproductie").article.select("tbody tr"):
        texts = [words(cell) for cell in row.find_all(["th", "td"])]
        if len(texts) == 7:  # the tables of contradictions and of the tally have fewer columns
            shown.setdefault(texts[0], set()).add(texts[5])
    assert set(shown) == {claim["id"] for claim in claims}
    assert all(len(verdicts) == 1 for verdicts in shown.values())
    # As a second reading of the claims has it.
    assert {name for name, verdict in shown.items() if verdict == {"klopt"}} == set(
        reviewer(book).said.met)
    tally = {span["data-args"]: span.get_text()
             for span in book.soup("chapters/reproductie").select("span[data-kind=tally]")}
    for args, number in tally.items():
        status = json.loads(args)["status"]
        assert number == whole(sum(verdict == {status} for verdict in shown.values())), status


def test_analyses_are_told_of_answers_that_respondents_gave(either):
    """Of a reconstruction they would only repeat what was assumed."""
    analyses = {"associated", "link_effect", "raking_shift", "weighting_shift"}
    told = analyses & {one.word.kind for one in spoken(either, "chapters/methode")}
    assert told == (set() if either.is_drawn else analyses)


def test_the_codebook_page_lists_every_question(either):
    names = {words(code) for code in either.soup("chapters/codeboek").article.select("tbody code")}
    assert set(either.oracle.questions) <= names


def test_the_book_says_which_year_it_is_of(either):
    told = re.findall(r"enquête van (\d{4})", words(either.article("index")))
    assert set(told) == {str(either.year)}
    assert either.soup("index").find("a", href=f"downloads/monitor-{either.year}.xlsx")
