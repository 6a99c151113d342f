"""The same chapters over a year of real answers, of which nothing was published before."""

import re
import subprocess
from pathlib import Path

import openpyxl
import pytest
from bookmaking import BIN, CONTENTS, Book
from bookmaking import YEAR as OTHER

from participatiemonitor.studies.catalogue import STUDIES

from .test_studies import remark

# What is true of a reconstruction, and of no year of real answers.
DRAWN = re.compile(r"reconstruct|reproductie|\bgetrokken|nagemaakt|verzonnen|bedacht|aangenomen|"
                   r"tegenspraak", re.IGNORECASE)


def test_without_a_year_the_newest_wave_is_built_and_the_other_left_alone(observed: Book):
    assert (observed.html / "index.html").is_file()
    other = observed.root / "_build" / str(OTHER)
    files = {path.relative_to(other).as_posix(): path.read_text(encoding="utf-8")
             for path in other.rglob("*") if path.is_file()}
    assert files == {"html/index.html": "van 2011", "chapters/feiten.ipynb": "van 2011"}


def test_no_page_speaks_of_a_reconstruction(observed: Book):
    """The whole page: its head, menu, banner, captions, hidden code and attributes included.

    A page on documents may use these words of what they say.
    """
    for page in observed.pages:
        whole = str(observed.soup(page))
        if page in observed.deepening:
            whole = whole.replace(str(observed.soup(page).article), "")
        assert DRAWN.findall(whole) == [], page


def test_no_page_leads_to_the_answers_of_the_other_year(observed: Book):
    for page in observed.pages:
        assert f"data/waves/{OTHER}" not in str(observed.soup(page)), page


def test_no_word_is_that_of_a_document(observed: Book):
    words = [word for page in observed.pages if page not in observed.deepening
             for word in observed.article(page).select("[data-kind]")]
    assert len(words) > 200
    assert not [str(word) for word in words if '"claims"' in word.get("data-args", "")
                or "uitspraak" in word.get("data-source", "")]


def test_files_say_that_it_is_an_observation(observed: Book):
    marks = {(row["source"], row["value_standing"], row["weighted_standing"])
             for row in observed.results}
    assert marks == {(str(observed.year), "observed", "observed")}
    book = openpyxl.load_workbook(observed.build / f"monitor-{observed.year}.xlsx", read_only=True)
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True)
             for cell in row if cell is not None]
    assert not [cell for cell in cells if DRAWN.search(cell)]
    assert any(str(observed.year) in cell for cell in cells)


@pytest.mark.parametrize("volume", ["", "-tabellen"])
def test_the_book_on_paper_says_so_too(observed: Book, printed, volume):
    paper = printed(observed.build / f"monitor-{observed.year}{volume}.pdf")
    text = " ".join(paper.texts)
    for study in STUDIES:  # the numbers behind figures of examples say what these are
        text = text.replace(remark(study), "")
    assert DRAWN.findall(text) == []
    assert f"enquête van {observed.year}" in text
    assert paper.pdf.metadata.title.endswith(f"enquête van {observed.year}")


def test_the_check_says_that_there_is_nothing_to_check(observed: Book):
    done = subprocess.run([BIN / "monitor", "check", str(observed.year)], cwd=observed.root,
                          capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Over {observed.year} valt niets na te gaan" in done.stdout


def test_a_page_that_is_left_out_cannot_be_asked_for(observed: Book):
    left_out = Path(next(page for page in CONTENTS if page not in observed.pages)).name
    done = subprocess.run([BIN / "monitor", "build", str(observed.year), "--only", left_out],
                          cwd=observed.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"Onbekend hoofdstuk: {left_out}" in done.stderr
