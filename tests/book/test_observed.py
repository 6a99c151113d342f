"""The same chapters over a year of real answers, of which nothing was published before."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from bookmaking import YEAR as OTHER
from bookmaking import Book
from pypdf import PdfReader

from .test_built_book import PAGES, broken_links, leaks, words

LEFT_OUT = "chapters/reproductie"
KEPT = [page for page in PAGES if page != LEFT_OUT]
# What is true of a reconstruction, and of no year of real answers.
DRAWN = re.compile(r"reconstruct|reproductie|getrokken|nagemaakt|verzonnen|bedacht|aangenomen|"
                   r"tegenspraak", re.IGNORECASE)


def test_without_a_year_the_newest_wave_is_built_and_the_other_left_alone(observed: Book):
    assert (observed.html / "index.html").is_file()
    other = observed.root / "_build" / str(OTHER)
    files = {path.relative_to(other).as_posix(): path.read_text(encoding="utf-8")
             for path in other.rglob("*") if path.is_file()}
    assert files == {"html/index.html": "van 2011", "chapters/feiten.ipynb": "van 2011"}


def test_every_chapter_is_built_but_the_one_that_needs_claims(observed: Book):
    assert {page for page in PAGES if (observed.html / f"{page}.html").is_file()} == set(KEPT)
    executed = {path.stem for path in (observed.build / "chapters").glob("*.ipynb")}
    assert executed == {Path(page).name for page in KEPT}


@pytest.mark.parametrize("page", KEPT)
def test_no_page_speaks_of_a_reconstruction(observed: Book, page):
    """The whole page: its head, menu, banner, captions, hidden code and attributes included."""
    assert DRAWN.findall(str(observed.soup(page))) == []


@pytest.mark.parametrize("page", KEPT)
def test_every_link_leads_somewhere(observed: Book, page):
    assert broken_links(observed, page) == []


@pytest.mark.parametrize("page", KEPT)
def test_no_missing_value_shows_through(observed: Book, page):
    assert leaks(observed, page) == []


def test_the_year_is_that_of_the_wave(observed: Book):
    landing = words(observed.article("index"))
    assert f"peiling {observed.year}" in landing
    assert f"peiling {OTHER}" not in landing
    assert observed.soup("index").find("a", href=f"downloads/monitor-{observed.year}.xlsx")
    for page in KEPT:
        assert f"data/waves/{OTHER}" not in str(observed.soup(page)), page


def test_what_the_monitor_of_2011_took_from_elsewhere_is_cited_from_it(observed: Book):
    spans = observed.soup("chapters/01-beleid-en-organisatie").select("[data-kind=published]")
    assert [span.get_text() for span in spans] == ["vier", "drie", "200 miljoen", "250",
                                                   "een derde"]
    assert all(span["data-source"].startswith("Divosa (2011), uitspraak ") for span in spans)


def test_figures_name_their_n_and_nothing_else_of_the_answers(observed: Book):
    caption = words(observed.soup("chapters/03-voordelen-en-knelpunten").select_one("figcaption"))
    assert re.search(r"sociale diensten n = \d+", caption, re.IGNORECASE)


def test_files_say_that_it_is_an_observation(observed: Book):
    with (observed.build / "results.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {(row["source"], row["value_standing"], row["weighted_standing"]) for row in rows} == {
        (str(observed.year), "observed", "observed")}
    book = openpyxl.load_workbook(observed.build / f"monitor-{observed.year}.xlsx", read_only=True)
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True)
             for cell in row if cell is not None]
    assert not [cell for cell in cells if DRAWN.search(cell)]
    assert any(str(observed.year) in cell for cell in cells)


def test_the_book_on_paper_says_so_too(observed: Book):
    reader = PdfReader(observed.build / f"monitor-{observed.year}.pdf")
    text = "".join(page.extract_text() for page in reader.pages)
    assert DRAWN.findall(text) == []
    assert f"peiling {observed.year}" in text
    assert reader.metadata.title.endswith(f"peiling {observed.year}")


def test_the_check_says_that_there_is_nothing_to_check(observed: Book):
    monitor = Path(sys.executable).with_name("monitor")
    done = subprocess.run([monitor, "check", str(observed.year)], cwd=observed.root,
                          capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Over {observed.year} valt niets na te gaan" in done.stdout


def test_a_page_that_is_left_out_cannot_be_asked_for(observed: Book):
    monitor = Path(sys.executable).with_name("monitor")
    done = subprocess.run([monitor, "build", str(observed.year), "--only", "reproductie"],
                          cwd=observed.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Onbekend hoofdstuk: reproductie" in done.stderr
