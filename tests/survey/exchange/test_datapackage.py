"""The data package: Frictionless finds the files of each round good, and bad ones bad."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import editing
import frictionless
import pytest

from participatiemonitor.project import Project
from participatiemonitor.survey.exchange.datapackage import FILE, datapackage

from .drawn import codebook, question

REPOSITORY = Path(__file__).parents[3]
ROUNDS = {"wave": REPOSITORY, "later_wave": REPOSITORY / "tests/data/round2016",
          "mini_wave": REPOSITORY / "tests/data/mini"}
TABLES = ("frame.csv", "responses.csv", "open_answers.csv")


def package(request, name: str, folder: Path) -> Path:
    """The files of a round with the description beside them."""
    wave = request.getfixturevalue(name)
    for table in TABLES:
        shutil.copy(Project(ROUNDS[name]).wave(wave.year) / table, folder)
    (folder / FILE).write_bytes(datapackage(wave, folder))
    return folder / FILE


def errors(path: Path) -> list[tuple]:
    """What Frictionless finds: table, field and kind."""
    report = frictionless.validate(str(path))
    assert not report.errors and not report.warnings
    return [(task.place, getattr(error, "field_name", None), error.type)
            for task in report.tasks for error in task.errors]


@pytest.mark.parametrize("name", ROUNDS)
def test_the_files_of_a_round_are_good(request, name, tmp_path):
    path = package(request, name, tmp_path)
    assert errors(path) == []
    described = json.loads(path.read_text("utf-8"))
    for resource in described["resources"]:
        header, _ = editing.cells(tmp_path / resource["path"])
        assert [field["name"] for field in resource["schema"]["fields"]] == header


@pytest.mark.parametrize(("table", "key", "change", "kind"), [
    ("responses.csv", "SD-1", {"beleid": "misschien"}, "constraint-error"),
    ("responses.csv", "SD-1", {"taken__zorg": "2"}, "constraint-error"),
    ("responses.csv", "SD-1", {"bereik": "101"}, "constraint-error"),
    ("responses.csv", "SD-1", {"bereik": "veel"}, "type-error"),
    ("responses.csv", "SD-1", {"group": "anders"}, "constraint-error"),
    ("responses.csv", "SD-1", {"organisation": "nergens"}, "foreign-key"),
    ("open_answers.csv", "SD-1", {"respondent": "niemand"}, "foreign-key"),
    ("open_answers.csv", "SD-1", {"themes": "geld zon"}, "constraint-error"),
    ("open_answers.csv", "SD-1", {"quotable": "soms"}, "constraint-error"),
    ("frame.csv", "A", {"clients": "0"}, "constraint-error"),
    ("frame.csv", "A", {"stratum": "reus"}, "constraint-error"),
])
def test_what_does_not_fit_is_found(request, table, key, change, kind, tmp_path):
    path = package(request, "mini_wave", tmp_path)
    header, rows = editing.cells(tmp_path / table)
    row = next((row for row in rows if row[header[0]] == key), rows[0])
    (column,) = change
    row.update(change)
    editing.write(tmp_path / table, header, rows)
    found = errors(path)
    assert (table, kind) in {(place, found_kind) for place, _, found_kind in found}
    assert {field for _, field, found_kind in found if found_kind == kind} <= {column, None}


@pytest.mark.parametrize("name", ROUNDS)
def test_the_same_bytes_each_time(request, name, tmp_path):
    made = package(request, name, tmp_path).read_bytes()
    assert package(request, name, tmp_path).read_bytes() == made


def test_answers_of_respondents_have_no_open_licence(request, tmp_path):
    for name, free in (("wave", True), ("later_wave", False)):
        described = json.loads(package(request, name, tmp_path).read_text("utf-8"))
        assert ("licenses" in described) == free


def test_hostile_texts_are_words(hostile):
    described = json.loads(datapackage(hostile, Project(REPOSITORY).wave(2011)))
    titles = {field["title"] for resource in described["resources"]
              for field in resource["schema"]["fields"]}
    assert {one.nl for one in hostile.codebook.questions if one.kind == "single"
            and not one.derived} <= titles
    assert frictionless.Package.from_descriptor(described).resource_names == [
        "frame", "responses", "open_answers"]


def test_a_round_without_open_questions(mini_wave):
    book = codebook(question("een", "single", ("a", "b")))
    folder = Project(ROUNDS["mini_wave"]).wave(2009)
    described = json.loads(datapackage(replace(mini_wave, codebook=book), folder))
    frictionless.Package.from_descriptor(described)


def test_a_register_with_predecessors(request, tmp_path):
    path = package(request, "mini_wave", tmp_path)
    header, rows = editing.cells(tmp_path / "frame.csv")
    editing.write(tmp_path / "frame.csv", [*header, "predecessors"],
                  [{**row, "predecessors": ""} for row in rows])
    wave = request.getfixturevalue("mini_wave")
    path.write_bytes(datapackage(wave, tmp_path))
    assert errors(path) == []
