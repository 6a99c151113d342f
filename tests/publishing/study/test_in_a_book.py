"""The example of a study in the book of a round: computed once, drawn where a chapter shows it."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.opening import STORED
from participatiemonitor.publishing.asked import Shown, examples_shown
from participatiemonitor.publishing.execute.manuscript import manuscript
from participatiemonitor.publishing.execute.parameters import bind
from participatiemonitor.publishing.files.downloads import write_downloads
from participatiemonitor.publishing.results import write_example
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.steps import book_steps
from participatiemonitor.studies.examples import compute_example, open_example

from ..conftest import code, notebook, text
from .conftest import KEY, NAME, SETUP, VOTES

YEAR = "2009"
STEP, FIGURE = f"werkstudie {NAME}", f'm.study_figure("{NAME}", "aandelen")'


@pytest.fixture
def project(mini, there):
    """A project with the example of a study, which one of its chapters shows."""
    (mini.root / "_toc.yml").write_text(
        "format: jb-book\nroot: index\nparts:\n  - caption: De monitor\n    chapters:\n"
        "      - file: chapters/met\n      - file: chapters/zonder\n")
    (mini.root / "chapters").mkdir()
    (mini.root / "index.ipynb").write_text(notebook(text("# Begin")))
    (mini.root / "chapters/met.ipynb").write_text(notebook(
        text(f'# Met\n\n{{m}}`study_text("{NAME}", "meest")`'), code(FIGURE)))
    (mini.root / "chapters/zonder.ipynb").write_text(notebook(text("# Zonder")))
    folder = mini.root / "studies" / NAME / "voorbeeld"
    for within in ("lijsten", ".stil"):
        (folder / within).mkdir(parents=True)
    for name, content in (("stemmen.csv", VOTES), ("opzet.csv", SETUP), ("LEESMIJ.md", "Verzonnen"),
                          ("sleutel.txt", f"{KEY}\n"), (".verborgen", "x"), (".stil/a.csv", "x"),
                          ("lijsten/een.csv", "a\n1\n")):
        (folder / name).write_text(content)
    mini.build(YEAR).mkdir(parents=True)
    return mini


def files(project):
    """The files for download of the study."""
    edition = find_edition(project, YEAR)
    write_downloads(edition)
    return {path.name: path.read_bytes() for path in (edition.folder / "downloads").iterdir()
            if path.name.startswith("studie-")}


def steps(project):
    """The steps of the book, by name."""
    edition = find_edition(project, YEAR)
    edition = replace(edition, parameters=bind(list(edition.pages), int(YEAR), ()))
    return {step.name: step for step in book_steps(edition)}


# --- what is made of it -------------------------------------------------------------------------

def test_what_a_chapter_shows_can_be_downloaded(project):
    assert files(project).keys() == {
        "studie-tally-aandelen.svg", "studie-tally-aandelen.png", "studie-tally-keuzes.csv",
        "studie-tally-voorbeeld.zip", "studie-tally-invoer.xlsx"}
    assert (find_edition(project, YEAR).folder / ".figures/studie-tally-aandelen.svg").is_file()


def test_made_again_the_bytes_are_the_same_wherever_the_project_is(project, tmp_path):
    elsewhere = type(project)(shutil.copytree(project.root, tmp_path / "ergens" / "anders"))
    assert files(project) == files(elsewhere)


def test_the_csv_has_the_numbers_of_the_report(project):
    rows = csv.DictReader(io.StringIO(files(project)["studie-tally-keuzes.csv"].decode()))
    assert [(row["keuze"], row["aantal"]) for row in rows][:2] == [("ja", "60"), ("nee", "40")]


def test_the_archive_is_the_folder_without_its_key(project):
    with zipfile.ZipFile(io.BytesIO(files(project)["studie-tally-voorbeeld.zip"])) as packed:
        assert packed.namelist() == [f"tally-voorbeeld/{name}" for name in (
            "LEESMIJ.md", "lijsten/een.csv", "opzet.csv", "stemmen.csv")]
        assert packed.read("tally-voorbeeld/stemmen.csv").decode() == VOTES
    assert not [name for name, content in files(project).items() if KEY.encode() in content]


def test_the_empty_workbook_is_that_of_the_study(project):
    book = load_workbook(io.BytesIO(files(project)["studie-tally-invoer.xlsx"]))
    assert {"opzet", "stemmen"} <= set(book.sheetnames)


def test_what_was_computed_is_read_and_not_computed_again(project, monkeypatch):
    edition = find_edition(project, YEAR)
    write_example(edition, NAME)
    first = edition.example(NAME).read_bytes()
    write_example(edition, NAME)
    assert edition.example(NAME).read_bytes() == first
    assert KEY.encode() not in first
    computed = compute_example(NAME, project)
    monkeypatch.setenv(STORED, str(edition.example(NAME).parent))
    (project.root / "studies" / NAME / "voorbeeld" / "stemmen.csv").write_text("stuk")
    assert open_example(NAME, project) == computed
    assert computed.about.remark == "Voorbeeld: deze stemmen zijn verzonnen."
    assert [one.name for one in computed.asks] == ["opzet", "stemmen"]


# --- when ---------------------------------------------------------------------------------------

def test_who_shows_it_waits_for_it_and_nobody_else_does(project):
    found = steps(project)
    made, = found[STEP].makes
    waiting = {name for name, step in found.items() if made in step.needs}
    assert waiting == {"met", "downloads"}


def test_it_is_computed_anew_when_its_files_change(project):
    def state():
        return [need.state() for need in steps(project)[STEP].needs if hasattr(need, "state")]

    before = state()
    (project.wave(int(YEAR)) / "open_answers.csv").write_text("anders")
    assert state() == before
    (project.root / "studies" / NAME / "voorbeeld" / "stemmen.csv").write_text("anders")
    assert state() != before


def test_a_project_without_studies_has_a_book_all_the_same(project):
    shutil.rmtree(project.root / "studies")
    edition = find_edition(project, YEAR)
    assert (edition.studies, edition.examples) == ((), ())
    assert STEP not in steps(project)
    assert files(project) == {}


def test_an_example_that_no_chapter_shows_is_not_computed(project):
    (project.root / "chapters/met.ipynb").write_text(notebook(text("# Met")))
    assert STEP not in steps(project)


def test_an_example_with_faults_is_told_of(project):
    (project.root / "studies" / NAME / "voorbeeld" / "stemmen.csv").write_text("keuze\nja\n")
    with pytest.raises(InputError, match=r"stemmen\.csv"):
        write_example(find_edition(project, YEAR), NAME)


# --- which --------------------------------------------------------------------------------------

def test_what_chapters_show_is_read_from_their_text(tmp_path):
    path = tmp_path / "een.ipynb"
    broken = tmp_path / "stuk.ipynb"
    broken.write_text('m.study_figure("elements", "x") [')
    path.write_text(notebook(
        text('{m}`study_value("ladder", "stijgers", "x", "deel")` '
             '{m}`study_text("demand", "kort")`'),
        code("m.study_figure('ladder', 'stijgers')\nm.study_table( \"ladder\",\n \"over-gangen\")"
             '\nm.study_figure("ladder", "stijgers")\nm.study_start("indicators")')))
    assert examples_shown([path, broken, tmp_path / "weg"]) == (
        Shown("demand"), Shown("indicators"), Shown("ladder", ("stijgers",), ("over-gangen",)))


def test_a_cell_on_a_study_is_left_out_where_its_example_is_not(project):
    def sources():
        edition = find_edition(project, YEAR)
        return [cell.source for cell in manuscript(edition.pages[1], edition).cells[2:]]

    cell = code(FIGURE, f"only-study-{NAME}")
    (project.root / "chapters/met.ipynb").write_text(notebook(text("# Met"), cell))
    assert sources() == [FIGURE]
    shutil.rmtree(project.root / "studies")
    assert sources() == [""]
    (project.root / "chapters/met.ipynb").write_text(notebook(
        text("# Met"), code("1", "only-study-../x")))
    with pytest.raises(InputError, match="only-study- met die van een werkstudie"):
        sources()
