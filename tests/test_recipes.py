"""Each recipe of the page for who changes the monitor works, and what it says goes wrong does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
from book.reading import words
from book.review.reviewer import Reviewer
from book.review.word import Word
from bookmaking import BIN, REPOSITORY, Book, alone, copy_project
from editing import cells, edit, replace
from observing import YEAR, observe
from recipes import PAGE, Step, answer, faults_of, read_recipes

from participatiemonitor.project import Project

RECIPES = read_recipes(REPOSITORY)
OPTIONS = ["vast", "vast", "soms", "nooit"]


def copied(folder) -> Book:
    """A copy of the project with a wave of real answers."""
    root = folder / "monitor"
    copy_project(root)
    observe(Project(root))
    return Book(root, YEAR)


def made_before(book: Book, folder) -> Book:
    """A copy of a book that a test may spoil."""
    shutil.copytree(book.root, folder / "monitor", ignore=shutil.ignore_patterns("libraries"))
    return Book(folder / "monitor", book.year)


def carry_out(book: Book, *titles: str) -> None:
    for step in (step for title in titles for step in RECIPES[title]):
        step.carry_out(book.root, book.year)
    if "Een vraag" in titles:
        answer(book.wave / "responses.csv", "overleg", OPTIONS)


def monitor(book: Book, *arguments: str) -> subprocess.CompletedProcess:
    """Run the command on the code of the copy."""
    return subprocess.run([BIN / "monitor", *arguments], cwd=book.root, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                          env={**os.environ, "PYTHONPATH": str(book.root / "src")})


def after_all(book: Book) -> Book:
    """The book after all recipes, one after the other."""
    carry_out(book, *RECIPES)
    done = monitor(book, "build", str(book.year))
    assert done.returncode == 0, done.stdout
    return book


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Book:
    """After all recipes, of a project with one round and no documents."""
    book = alone(tmp_path_factory.mktemp("recepten"))
    (book.root / "data" / "published").mkdir()
    return after_all(book)


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Book:
    """After all recipes, of the project as it is, with a wave of real answers."""
    return after_all(copied(tmp_path_factory.mktemp("recepten")))


@pytest.fixture(scope="module", params=["small", pytest.param("whole", marks=pytest.mark.audit)])
def changed(request) -> Book:
    return request.getfixturevalue(request.param)


def test_there_are_six_recipes_and_each_has_steps():
    assert len(RECIPES) == 6
    assert all(RECIPES.values())


def test_every_file_and_folder_that_is_named_is_there():
    """Also those of the map in the README; what a recipe makes is not there yet."""
    made = {step.path for steps in RECIPES.values() for step in steps
            if step.place == "nieuw bestand"}
    tops = (REPOSITORY, REPOSITORY / "src" / "participatiemonitor")
    for page in (PAGE, "README.md"):
        text = (REPOSITORY / page).read_text(encoding="utf-8")
        named = {name for name in re.findall(r"`([\w.-]+/[\w./*-]*)`", text)
                 if not name.startswith(("_build", "html", "downloads", ".venv"))}
        assert len(named) >= 8
        for name in named - made:
            name = name.replace("JAAR", "2011")
            assert any(list(top.glob(name.rstrip("/"))) for top in tops), f"{page}: {name}"


def test_a_question_is_estimated_and_explained(changed):
    rows = [row for row in changed.results if row["question"] == "overleg"]
    assert {row["option"] for row in rows} == set(OPTIONS)
    names = [words(code) for code in changed.soup("chapters/codeboek").select("tbody code")]
    assert "overleg" in names


def test_a_sentence_says_what_the_answers_say(changed):
    reviewer = Reviewer(changed.wave, changed.build / "results.csv")
    said = [Word.on_page(element) for element
            in changed.soup("chapters/02-uitvoering").select("[data-kind]")
            if "overleg." in element.get("data-refs", "")]
    assert [(word.kind, word.outcome) for word in said] == [("who", None), ("compare", "same")]
    for word in said:
        reviewer.check(word)


def test_a_text_for_one_round_is_a_box_with_words_that_are_computed(request, changed):
    box = changed.soup("chapters/04-conclusie").find(id="kader-overleg")
    assert words(box.select_one(".admonition-title")) == "Maandagochtend in Voorbeeldstad"
    said = Word.on_page(box.select_one("[data-kind]"))
    assert said.kind == "who"
    # Each project has answers of its own.
    half = {"small": "Ongeveer de helft", "whole": "De helft"}[
        request.node.callspec.params["changed"]]
    assert said.text.startswith(f"{half} van de gemeenten")
    Reviewer(changed.wave, changed.build / "results.csv").check(said)


def test_a_form_makes_a_figure_with_everything_to_it(changed):
    page = changed.soup("chapters/03-voordelen-en-knelpunten")
    figure = page.find(id="figuur-13")
    # Numbered as in the codebook, and without the cell that shows it.
    assert figure.select_one(".caption-number").get_text(strip=True) == "Figuur 13"
    assert not page.select(".cell_input")
    assert figure.img["alt"].startswith("Stippen. Overleg is er vooral op vaste momenten. ")
    downloads = changed.html / "downloads"
    assert all((downloads / f"figuur-13.{kind}").stat().st_size > 500
               for kind in ("csv", "xlsx", "svg", "png"))


def test_a_colour_is_changed_in_figures_and_pages(changed):
    step, = RECIPES["De kleuren"]
    colour = step.text.split('"')[1]
    drawing = (changed.html / "downloads" / "figuur-1.svg").read_text(encoding="utf-8")
    sheets = "".join(path.read_text(encoding="utf-8") for path in changed.html.rglob("*.css"))
    assert colour in drawing
    assert colour in sheets


def test_a_source_is_quoted_with_where_it_says_so(changed):
    said, = (element for element in changed.soup("chapters/02-uitvoering").select("[data-kind]")
             if element["data-kind"] == "published" and "VB-1" in element["data-args"])
    assert said.get_text() == "40%"
    assert said["data-source"].startswith("Voorbeeld (2012)")


def test_a_table_of_a_source_is_quoted_and_can_be_taken_along(changed):
    said = [element for element
            in changed.soup("chapters/03-voordelen-en-knelpunten").select("[data-kind=printed]")
            if "voorbeeld2012" in element["data-args"]]
    assert [one.get_text() for one in said] == ["30%", "meer dan de helft"]
    assert all(one["data-source"].startswith("Voorbeeld (2012), tabel 1") for one in said)
    assert (changed.html / "downloads" / "voorbeeld2012-overleg.csv").is_file()


# --- what goes wrong ----------------------------------------------------------------------------

def without_column(book: Book) -> None:
    for step in RECIPES["Een vraag"]:
        step.carry_out(book.root, book.year)


def unknown_answer(book: Book) -> None:
    carry_out(book, "Een vraag")
    path = book.wave / "responses.csv"
    edit(path, cells(path)[1][0]["respondent"], overleg="misschien")


def no_such_option(book: Book) -> None:
    sentence(book, '{m}`share("overleg.altijd@sd")`')


def no_word(book: Book) -> None:
    sentence(book, '{m}`aandeel("overleg.vast@sd")`')


def no_claim(book: Book) -> None:
    """Of 2011 no document says how many there are."""
    say(book, '{m}`share("financiering_wmo.subsidies@sd")`')


def no_place(book: Book) -> None:
    (book.wave / "editorial").mkdir()
    (book.wave / "editorial" / "overleg.md").write_text("Tekst.\n", encoding="utf-8")


def no_prose(book: Book) -> None:
    carry_out(book, "Een vraag", "Een tekst voor één peiling")
    replace(book.wave / "editorial" / "kader-overleg.md", "beide afdelingen",
            "<b>beide</b> afdelingen")


def says_too_much(book: Book) -> None:
    carry_out(book, "Een vraag", "Een vorm van figuur")
    replace(book.wave / "codebook.yml", "Overleg is er vooral", "Driekwart heeft overleg")


def no_such_claim(book: Book) -> None:
    say(book, '{m}`published("VB-2")`')


def no_such_row(book: Book) -> None:
    say(book, '{m}`printed("voorbeeld2012.overleg.middel.aandeel")`')


def no_such_cell(book: Book) -> None:
    carry_out(book, "Een bron")
    replace(book.root / "data/published/voorbeeld2012/tables/overleg.csv",
            "groot,aandeel,,50,,woord,meer dan de helft,,,,\n", "")


def sentence(book: Book, text: str) -> None:
    carry_out(book, "Een vraag")
    say(book, text)


def say(book: Book, text: str) -> None:
    Step("chapters/02-uitvoering.ipynb", "een Markdown-cel onderaan", text).carry_out(
        book.root, book.year)


def form_not_listed(book: Book) -> None:
    carry_out(book, "Een vraag")
    for step in RECIPES["Een vorm van figuur"]:
        if not step.path.endswith("forms.py"):
            step.carry_out(book.root, book.year)


def name_taken(book: Book) -> None:
    carry_out(book, "Een bron")
    path = book.root / "data" / "published" / "divosa2011" / "claims.csv"
    replace(path, f"\n{cells(path)[1][0]['id']},", "\nVB-1,")


FAULTS = [("Een vraag", 0, without_column), ("Een vraag", 1, unknown_answer),
          ("Een zin", 0, no_such_option), ("Een zin", 1, no_word), ("Een zin", 2, no_claim),
          ("Een tekst voor één peiling", 0, no_place), ("Een tekst voor één peiling", 1, no_prose),
          ("Een vorm van figuur", 0, form_not_listed), ("Een vorm van figuur", 1, says_too_much),
          ("Een bron", 0, name_taken), ("Een bron", 1, no_such_claim),
          ("Een bron", 2, no_such_row), ("Een bron", 3, no_such_cell)]
# What a chapter says only when it is executed is spoilt in a book that was made: of 2011, or after
# all recipes. Then no more is made again than for a reader of the page.
MADE = {no_claim: "book", no_such_claim: "small", no_such_row: "small"}


def test_every_message_that_a_recipe_quotes_is_tried():
    quoted = {(title, place) for title in RECIPES
              for place in range(len(faults_of(REPOSITORY, title)))}
    assert quoted == {(title, place) for title, place, _ in FAULTS}


@pytest.mark.parametrize(("title", "place", "spoil"), FAULTS,
                         ids=[spoil.__name__ for *_, spoil in FAULTS])
def test_what_a_recipe_says_goes_wrong_is_said(request, tmp_path, title, place, spoil):
    made = request.getfixturevalue(MADE[spoil]) if spoil in MADE else None
    book = made_before(made, tmp_path) if made else copied(tmp_path)
    spoil(book)
    done = monitor(book, "build", str(book.year), "--only", "02-uitvoering")
    assert done.returncode in (1, 2)
    said = " ".join(done.stdout.split())
    assert faults_of(REPOSITORY, title)[place] in said, said
    assert "Traceback" not in said
