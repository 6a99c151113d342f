"""A round of real answers with hostile texts in all its free fields, through the whole build.

Beside it a second book is built with harmless texts in the same places; but for its words it must
be the same.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import editing
import nbformat
import openpyxl
import pytest
from bookmaking import YEAR, copy_project
from nbformat.v4 import new_code_cell
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from participatiemonitor.plain_text import csv_cell, one_line, spreadsheet
from participatiemonitor.presentation.exhibits.quotes import LONGEST
from participatiemonitor.project import Project
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.web.serving import open_server

from .inspection import active, contents, plain, skeleton, words
from .poisoning import poison
from .strings import harmless, hostile_strings

pytestmark = pytest.mark.audit
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SECRET = b"4f81d2c09be7a635"
# Besides the quotes that the chapters show: as many as there are.
QUOTES = """\
from participatiemonitor.book.chapter import open_chapter

alles = open_chapter(year)
for vraag in alles.source.wave.codebook.questions:
    if vraag.kind == "open":
        for thema in vraag.option_ids:
            display(alles.quotes(vraag.id, thema, count=1000))
"""


@dataclass(frozen=True)
class Poisoned:
    """A built book, and what was written in the files it is made from, by field."""

    root: Path
    written: dict[str, list[str]]

    @property
    def html(self) -> Path:
        return self.root / "_build" / str(YEAR) / "html"

    def pages(self) -> dict[str, str]:
        return {path.relative_to(self.html).as_posix(): path.read_text("utf-8")
                for path in sorted(self.html.rglob("*.html"))}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("vijandig")
    (made / "geheim.txt").write_bytes(SECRET)
    return made


@pytest.fixture(scope="module")
def books(folder: Path) -> tuple[Poisoned, Poisoned]:
    """The hostile book and the harmless one."""
    texts = hostile_strings(folder / "geheim.txt", folder / "spoor")
    numbers = {text: number for number, text in enumerate(texts)}
    makers: dict[str, Callable[[str], str]] = {
        "boos": str, "braaf": lambda text: harmless(text, numbers[text])}
    with ThreadPoolExecutor() as pool:
        hostile, calm = pool.map(lambda name: _build(folder / name, texts, makers[name]), makers)
    return hostile, calm


def _build(root: Path, texts: list[str], written: Callable[[str], str]) -> Poisoned:
    copy_project(root)
    claims, = root.glob("data/published/*/claims.csv")
    done = poison(root / f"data/waves/{YEAR}", claims, texts, written)
    path = root / "chapters/03-voordelen-en-knelpunten.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(new_code_cell(QUOTES))
    nbformat.write(notebook, path)
    monitor = Path(sys.executable).with_name("monitor")
    built = subprocess.run([monitor, "build", str(YEAR), "--jobs", "1"], cwd=root, text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                           env={**os.environ, "COLUMNS": "100"})
    assert built.returncode == 0, built.stdout
    return Poisoned(root, done)


def test_the_structure_of_every_page_is_that_of_harmless_words(books):
    hostile, calm = (book.pages() for book in books)
    assert hostile.keys() == calm.keys()
    for name, page in hostile.items():
        assert skeleton(page) == skeleton(calm[name]), name


def test_nothing_acts_that_would_not_act_with_harmless_words(books):
    hostile, calm = (book.pages() for book in books)
    for name, page in hostile.items():
        assert _acting(page) == _acting(calm[name]), name


def _acting(page: str) -> list[str]:
    """What acts in a page; a stylesheet holds what the words of pages call for, and is named so."""
    return [re.sub(r"\?v=[0-9a-f]+", "", one) for one in active(page)]


@pytest.mark.parametrize(("field", "page"), [
    ("codebook.yml questions > nl", "chapters/codeboek"),
    ("codebook.yml questions options > nl", "chapters/codeboek"),
    ("codebook.yml scales > nl", "chapters/codeboek"),
    ("codebook.yml figures > nl", ""), ("codebook.yml tables > nl", ""),
    ("codebook.yml questions > short", ""), ("wave.yml > title", ""), ("wave.yml > subtitle", ""),
    ("wave.yml laws > short", ""), ("wave.yml groups > nl", ""), ("wave.yml strata > nl", ""),
    ("wave.yml groups > singular", ""), ("wave.yml margins > nl", "chapters/methode"),
    ("claims.csv statement", "chapters/reproductie"),
    ("claims.csv published", "chapters/reproductie"), ("claims.csv note", "chapters/reproductie"),
])
def test_every_text_stands_on_a_page_as_it_was_written(books, field, page):
    pages = books[0].pages()
    read = words(pages[f"{page}.html"] if page else "".join(pages.values()))
    assert [text for text in books[0].written[field] if plain(text) not in read] == []


def test_every_answer_that_is_short_enough_is_quoted(books):
    read = words(books[0].pages()["chapters/03-voordelen-en-knelpunten.html"])
    given = {text for text in map(one_line, books[0].written["open_answers.csv text"])
             if len(text) <= LONGEST}
    assert len(given) >= 150
    assert [text for text in given if plain(text) not in read] == []


def test_every_answer_that_is_quoted_is_printed(books):
    pdf = PdfReader(books[0].root / f"_build/{YEAR}/monitor-{YEAR}.pdf")
    read = _letters("".join(page.extract_text() for page in pdf.pages))
    # A letter under a heap of marks is read once for each of them.
    given = {text for text in map(one_line, books[0].written["open_answers.csv text"])
             if len(text) <= LONGEST and not any(map(unicodedata.combining, text))}
    assert len(given) >= 150
    assert [text for text in given if _letters(text) not in read] == []


def _letters(text: str) -> str:
    """Plain letters and digits: words are broken in print, and not every sign has a form there."""
    return re.sub("[^A-Za-z0-9]", "", text)


def test_the_workbook_holds_every_question_and_answer(books):
    book = openpyxl.load_workbook(books[0].root / f"_build/{YEAR}/monitor-{YEAR}.xlsx")
    cells = {plain(cell) for sheet in book for row in sheet.iter_rows(values_only=True)
             for cell in row if isinstance(cell, str)}
    for field in ("codebook.yml questions > nl", "codebook.yml questions options > nl"):
        assert [text for text in books[0].written[field]
                if plain(spreadsheet(text)) not in cells] == []
    assert not any(cell.data_type == "f" for sheet in book for row in sheet for cell in row)


def test_the_csv_files_hold_the_answers_and_no_formula(books):
    cells = set()
    for path in books[0].html.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            cells.update(plain(cell) for row in csv.reader(stream) for cell in row)
    written = books[0].written["codebook.yml scales > nl"]
    assert [text for text in written if plain(str(csv_cell(text))) not in cells] == []
    assert [cell for cell in cells if cell[:1] in ("=", "+", "@", "＝")] == []


def test_in_a_browser_nothing_runs_and_nothing_is_asked_of_another_address(books):
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip(f"geen browser gevonden (gezocht: {', '.join(CHROMIUM)})")
    met: list[str] = []
    edition = find_edition(Project(books[0].root), str(YEAR))
    with (open_server(edition, 0) as server, sync_playwright() as playwright,
          playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]) as browser):
        Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/{YEAR}/html/"
        page = browser.new_page()
        page.on("dialog", lambda dialog: (met.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: met.append(request.url)
                if not request.url.startswith((base, "data:")) else None)
        for name in books[0].pages():
            page.goto(f"{base}{name}", wait_until="load")
            assert page.evaluate("typeof window.hostile") == "undefined", name
            assert page.url == f"{base}{name}"
        server.shutdown()
    assert met == []


def test_no_file_was_read_and_no_command_run(books, folder):
    assert not (folder / "spoor").exists()
    for book in books:
        for path in (book.root / "_build").rglob("*"):
            for name, data in contents(path) if path.is_file() else ():
                assert SECRET not in data, name


def test_closed_fields_refuse_what_is_hostile(folder):
    root = folder / "gesloten"
    copy_project(root)
    head, records = editing.cells(root / f"data/waves/{YEAR}/responses.csv")
    records[0]["respondent"] = "<script>x</script>"
    editing.write(root / f"data/waves/{YEAR}/responses.csv", head, records)
    monitor = Path(sys.executable).with_name("monitor")
    done = subprocess.run([monitor, "build", str(YEAR)], cwd=root, text=True, capture_output=True,
                          check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not list((root / "_build").rglob("*.html"))
