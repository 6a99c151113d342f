"""The command itself: what it says, writes and ends with."""

from __future__ import annotations

import csv
import stat

import nbformat
import pytest
from click.testing import CliRunner, Result
from editing import edit, replace
from openpyxl import load_workbook

from participatiemonitor import cli
from participatiemonitor.project import Project

from .conftest import YEAR, looked_over


@pytest.fixture
def book(project: Project) -> Project:
    """The project with a page that has a place for an editorial file."""
    nbformat.write(nbformat.v4.new_notebook(cells=[
        nbformat.v4.new_markdown_cell("# Begin"),
        nbformat.v4.new_markdown_cell("{editorial}`context`")]), project.root / "index.ipynb")
    (project.wave(YEAR) / "editorial").mkdir()
    return project


def check(project: Project, year: int = YEAR) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.root)
        return CliRunner().invoke(cli.main, ["wave", "check", str(year)])


def test_a_clean_round_ends_with_nought(project):
    result = check(project)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Peiling 2014: geen fouten en geen waarschuwingen.\n")


def test_warnings_alone_end_with_nought_and_say_how_many(project, folder):
    edit(folder / "frame.csv", "K-3", name="Den\xa0Helder")
    result = check(project)
    assert result.exit_code == 0
    assert result.stdout.startswith("Peiling 2014: geen fouten en 1 waarschuwing.\n")


def test_faults_in_all_files_are_told_in_one_run_and_end_with_two(book, folder):
    replace(folder / "wave.yml", "title: Kleine peiling", "title: ''")
    replace(folder / "codebook.yml", "short: projecten", "short: ' '")
    edit(folder / "frame.csv", "K-1", clients="3.000")
    edit(folder / "responses.csv", "SD-K-2", beleid="soms")
    edit(folder / "open_answers.csv", "SD-K-3", quotable="misschien")
    for name, text in (("context.md", "<b>vet</b>\n"), ("nergens.md", "Tekst.\n"),
                       ("Slecht.md", "Tekst.\n"), ("bytes.md", b"\xff")):
        path = folder / "editorial" / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    result = check(book)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    files = ("wave.yml", "codebook.yml", "frame.csv", "responses.csv", "open_answers.csv",
             "editorial/context.md", "editorial/nergens.md", "editorial/Slecht.md",
             "editorial/bytes.md")
    assert result.stdout.startswith(f"Peiling 2014: {len(files)} fouten")
    for name in files:
        assert f"  {name}" in result.stdout
    controle = book.build(YEAR) / "controle"
    with (controle / "bevindingen.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["bestand"] for row in csv.DictReader(stream)
                if row["ernst"] == "fout"} == set(files)
    sheet = load_workbook(controle / "gemarkeerd.xlsx")["Bevindingen"]
    assert {row[4].value for row in sheet.iter_rows(min_row=4) if row[0].value == "fout"} == set(
        files)


def test_what_is_written_is_for_its_owner_and_replaced_each_time(project, folder):
    edit(folder / "responses.csv", "SD-K-2", beleid="soms")
    assert check(project).exit_code == 2
    files = sorted((project.build(YEAR) / "controle").iterdir())
    assert [path.name for path in files] == ["bevindingen.csv", "gemarkeerd.xlsx"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    before = [path.read_bytes() for path in files]
    edit(folder / "responses.csv", "SD-K-2", beleid="ja")
    assert check(project).exit_code == 0
    assert all(path.read_bytes() != old for path, old in zip(files, before, strict=True))
    assert sorted((project.build(YEAR) / "controle").iterdir()) == files


def test_data_stay_as_they_were(project, folder):
    edit(folder / "responses.csv", "SD-K-2", beleid="soms")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    check(project)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_year_without_a_round_names_those_there_are(project):
    result = check(project, 2015)
    assert result.exit_code == 2
    assert result.stderr == ("Er is geen peiling 2015: data/waves/2015 ontbreekt. "
                             "Peilingen die er zijn: 2014.\n")


@pytest.mark.parametrize("year", [2011, 2016])
def test_the_rounds_of_this_project_have_true_warnings_only(year, repository, tmp_path):
    """Some left a question out, and one was answered by nobody of a group: both are true."""
    folder = repository.wave(2011) if year == 2011 else (
        repository.root / "tests/data/round2016/data/waves/2016")
    found = looked_over(folder)
    assert found.errors == []
    assert {one.kind for one in found.warnings} <= {"itemnonrespons", "vraag-zonder-antwoord"}
