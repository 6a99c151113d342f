"""The book, really built: of 2011, on very different answers, and of years of real answers.

The fixtures are for `book` and `browser` alike; tests/conftest.py passes them on.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest
import yaml
from book.turning import turn
from bs4 import BeautifulSoup
from differing import add, drop, drop_options, offer
from filelock import FileLock
from linking import all_but_two_link
from observing import KEY, bring_key, observe
from observing import YEAR as OBSERVED
from oracle import Oracle
from rounds import SECOND as LATEST
from rounds import observe_second

from participatiemonitor.project import Project
from participatiemonitor.publishing.execute.manuscript import manuscript
from participatiemonitor.publishing.round_edition import RoundEdition, find_edition
from participatiemonitor.reconstruction.simulation import simulate_wave

REPOSITORY = Path(__file__).parents[1]
YEAR = 2011
# A round that is the only one of its project: tests/data/round2016/README.md.
LATER = 2016
BIN = Path(sys.executable).parent
_NOT_COPIED = (".git", ".venv", "_build", "__pycache__", ".hypothesis", ".*_cache", "*.egg-info")


def contents(root: Path) -> dict[str, list[str]]:
    """The documents of ``_toc.yml`` by part of the book, the landing page under its own name."""
    listed = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    return {listed["root"]: [listed["root"]],
            **{part["caption"]: [chapter["file"] for chapter in part["chapters"]]
               for part in listed["parts"]}}


CONTENTS = [page for part in contents(REPOSITORY).values() for page in part]


@dataclass(eq=False)
class Book:
    """A project with its book, as the files tell it.

    A page is named by its document in ``_toc.yml`` (``chapters/feiten``).
    """

    root: Path
    year: int = YEAR
    _soups: dict[str, BeautifulSoup] = field(default_factory=dict, repr=False)
    _ids: dict[str, set[str]] = field(default_factory=dict, repr=False)

    @property
    def build(self) -> Path:
        return self.root / "_build" / str(self.year)

    @property
    def html(self) -> Path:
        return self.build / "html"

    @property
    def libraries(self) -> Path:
        """Folder with what the loader wrote down while the book was built."""
        return self.root / "libraries"

    @property
    def wave(self) -> Path:
        return self.root / "data" / "waves" / str(self.year)

    @cached_property
    def pages(self) -> list[str]:
        """What was made of the contents, in reading order."""
        return [page for part in contents(self.root).values() for page in part
                if (self.html / f"{page}.html").is_file()]

    @cached_property
    def findings(self) -> list[str]:
        """The pages that tell what came out: all but the appendices and those on documents."""
        *parts, _ = contents(self.root).values()
        return [page for part in parts for page in part
                if page in self.pages and page not in self.deepening]

    @cached_property
    def deepening(self) -> list[str]:
        """The pages on other documents, of which no word depends on the answers."""
        return [page for page in self.pages
                if self._told(page).get("needs", "").startswith("document:")]

    def _told(self, page: str) -> dict:
        """What a chapter says of itself."""
        notebook = json.loads((self.root / f"{page}.ipynb").read_text(encoding="utf-8"))
        return notebook["metadata"].get("monitor", {})

    @cached_property
    def head(self) -> dict:
        """What ``wave.yml`` says of the wave."""
        return yaml.safe_load((self.wave / "wave.yml").read_text(encoding="utf-8"))

    @cached_property
    def codebook(self) -> dict:
        """Figures, tables and questions, as ``codebook.yml`` has them."""
        return yaml.safe_load((self.wave / "codebook.yml").read_text(encoding="utf-8"))

    @cached_property
    def edition(self) -> RoundEdition:
        """The sources of the book."""
        return find_edition(Project(self.root), str(self.year))

    @property
    def is_drawn(self) -> bool:
        """Whether its answers are a reconstruction."""
        return self.head["status"] == "reconstructie"

    @cached_property
    def results(self) -> list[dict[str, str]]:
        """The published estimates."""
        with (self.build / "results.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    @cached_property
    def oracle(self) -> Oracle:
        """A second computation of its quantities."""
        return Oracle(self.wave)

    def soup(self, page: str) -> BeautifulSoup:
        """A whole built page; not to be changed."""
        if page not in self._soups:
            text = (self.html / f"{page}.html").read_text(encoding="utf-8")
            self._soups[page] = BeautifulSoup(text, "html.parser")
        return self._soups[page]

    def ids(self, page: str) -> set[str]:
        """What an address can lead to on a page."""
        if page not in self._ids:
            self._ids[page] = {tag["id"] for tag in self.soup(page).find_all(id=True)}
        return self._ids[page]

    def article(self, page: str) -> BeautifulSoup:
        """What a page says, in a copy of its own."""
        own = BeautifulSoup("", "html.parser")
        own.append(copy(self.soup(page).article))
        return own

    def cells(self, page: str) -> list[dict]:
        """Cells of the notebook as it was written for this round."""
        (found,) = [one for one in self.edition.pages if one.document == page]
        return manuscript(found, self.edition).cells


def copy_project(root: Path) -> Path:
    """Copy the project as it is in git, without what was made in it and without a key of its own.

    The keys of examples are everybody's.
    """
    shutil.copytree(REPOSITORY, root, ignore=shutil.ignore_patterns(*_NOT_COPIED))
    (root / KEY.name).unlink(missing_ok=True)
    return root


def _copy(folder: Path, year: int = YEAR) -> Book:
    return Book(copy_project(folder / "monitor"), year)


def _build(book: Book, *arguments: str) -> Book:
    book.libraries.mkdir()
    done = subprocess.run([BIN / "monitor", "build", *arguments], cwd=book.root, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                          env={**os.environ, "COLUMNS": "100", "LD_DEBUG": "files",
                               "LD_DEBUG_OUTPUT": str(book.libraries / "process")})
    assert done.returncode == 0, done.stdout
    return book


def _shared(folder: Path, make: Callable[[Path], Book], year: int = YEAR) -> Book:
    """The book in a folder; of several processes that want it, one makes it and the rest wait."""
    made = folder / "made"
    with FileLock(folder.with_suffix(".lock")):
        if made.exists():
            return Book(folder / "monitor", year)
        book = make(folder)
        made.touch()
    return book


def _turned(folder: Path) -> Book:
    book = _copy(folder, OBSERVED)
    turn(book.root / "data" / "waves" / str(YEAR) / "reconstruction")
    simulate_wave(Project(book.root), YEAR)
    observe(Project(book.root))
    return _build(book, str(OBSERVED))


def _observed(folder: Path) -> Book:
    book = _copy(folder, OBSERVED)
    observe(Project(book.root))
    # Stands for a book of the other year that was made before.
    for name in ("html/index.html", "chapters/feiten.ipynb"):
        path = book.root / "_build" / str(YEAR) / name
        path.parent.mkdir(parents=True)
        path.write_text("van 2011", encoding="utf-8")
    return _build(book)


def _linked(folder: Path) -> Book:
    book = _copy(folder, OBSERVED)
    observe(Project(book.root))
    all_but_two_link(Project(book.root), OBSERVED)
    return _build(book, str(OBSERVED))


def alone(folder: Path) -> Book:
    """A project with one round, nothing made yet, of which nothing else is told."""
    book = _copy(folder, LATER)
    shutil.rmtree(book.root / "data/waves")
    shutil.rmtree(book.root / "data/published")
    shutil.copytree(REPOSITORY / f"tests/data/round{LATER}/data", book.root / "data",
                    dirs_exist_ok=True)
    bring_key(Project(book.root))
    return book


def _later(folder: Path) -> Book:
    return _build(alone(folder), str(LATER))


# Of a figure, in prose alone, in the summary and on the front page, open, of a table.
DROPPED = {
    "taakvelden": "de taakvelden", "individuele_voorzieningen": "individuele voorzieningen",
    "deelname_wmo": "deelname aan projecten vanuit de Wmo", "voordelen": "de voordelen",
    "belemmeringen": "belemmeringen voor uitstroom",
}


def _ask_fewer(book: Book) -> None:
    drop(book.wave, LATER, **DROPPED)


# A question that no chapter knows, with a figure; an option that came, and two that went.
NEW = {
    "id": "wijkteams", "kind": "single", "section": "2.4", "known": "source",
    "asked": ["sociale_dienst", "afdeling_welzijn"], "nl": "Werkt uw gemeente met wijkteams?",
    "en": "Are there neighbourhood teams?", "short": "wijkteams",
    "options": [{"id": "overal", "nl": "ja, overal", "en": "yes, everywhere"},
                {"id": "deels", "nl": "ja, in een deel van de wijken", "en": "yes, in part"},
                {"id": "nee", "nl": "nee", "en": "no"}]}
SHOWN = {"section": "2.4", "form": "stacked", "questions": ["wijkteams"],
         "nl": "Gemeenten met wijkteams"}


def _ask_more(book: Book) -> None:
    add(book.wave, NEW, 13, SHOWN, lambda row: ("overal", "deels", "nee")[row % 3])
    drop_options(book.wave, LATER, "knelpunten", verkokering="verkokering")
    drop_options(book.wave, LATER, "redenen_geen_koppeling", maatwerk="maatwerk")
    offer(book.wave, "partners", {"id": "scholen", "nl": "basisscholen", "en": "schools"})


def _differing(folder: Path, *changes: Callable[[Book], None]) -> Book:
    book = alone(folder)
    for change in changes:
        change(book)
    return _build(book, str(LATER))


def _rounds(folder: Path, book: Book) -> Book:
    made = _copy(folder, LATER)
    shutil.copytree(REPOSITORY / f"tests/data/round{LATER}/data", made.root / "data",
                    dirs_exist_ok=True)
    bring_key(Project(made.root))
    shutil.copytree(book.build, made.root / "_build" / str(YEAR))
    return _build(made, "--all")


def _three(folder: Path, two: Book) -> Book:
    shutil.copytree(two.root, folder / "monitor", ignore=shutil.ignore_patterns("libraries"))
    made = Book(folder / "monitor", LATEST)
    observe_second(Project(made.root))
    return _build(made, "--all")


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A temporary folder that is the same for every process of this run."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def book(common: Path) -> Book:
    """The book of 2011."""
    return _shared(common / "book", lambda folder: _build(_copy(folder), str(YEAR)))


@pytest.fixture(scope="session")
def turned(common: Path) -> Book:
    """The same chapters over real answers that turn most findings round."""
    return _shared(common / "turned", _turned, OBSERVED)


@pytest.fixture(scope="session")
def observed(common: Path) -> Book:
    """The same chapters over a year of real answers that no document reports on: the newest."""
    return _shared(common / "observed", _observed, OBSERVED)


@pytest.fixture(scope="session")
def linked(common: Path) -> Book:
    """The same chapters over a year in which all but two of a group link the acts."""
    return _shared(common / "linked", _linked, OBSERVED)


@pytest.fixture(scope="session")
def later(common: Path) -> Book:
    """The same chapters over the only round of a project, of which nothing else is told."""
    return _shared(common / "later", _later, LATER)


@pytest.fixture(scope="session")
def fewer(common: Path) -> Book:
    """The book of that round where it did not ask some of the questions."""
    return _shared(common / "fewer", lambda folder: _differing(folder, _ask_fewer), LATER)


@pytest.fixture(scope="session")
def added(common: Path) -> Book:
    """The book of that round where it asked a new question, and offered other options."""
    return _shared(common / "added", lambda folder: _differing(folder, _ask_more), LATER)


@pytest.fixture(scope="session")
def differing(common: Path) -> Book:
    """The book of that round where both are so."""
    return _shared(common / "differing",
                   lambda folder: _differing(folder, _ask_fewer, _ask_more), LATER)


@pytest.fixture(scope="session")
def rounds(common: Path, book: Book) -> tuple[Book, ...]:
    """The books of one project with two rounds, the oldest first.

    That of 2011 was made before there was another.
    """
    newest = _shared(common / "rounds", lambda folder: _rounds(folder, book), LATER)
    return Book(newest.root, YEAR), newest


@pytest.fixture(scope="session")
def three_rounds(common: Path, rounds: tuple[Book, ...]) -> tuple[Book, ...]:
    """The same project with another round of answers, the newest."""
    newest = _shared(common / "three", lambda folder: _three(folder, rounds[1]), LATEST)
    return Book(newest.root, YEAR), Book(newest.root, LATER), newest
