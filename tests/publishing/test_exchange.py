"""`monitor wave export`: what it writes, where, and that answers only leave when asked for."""

import csv
import json
import shutil
import stat
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from survey.exchange.conftest import DATA

from participatiemonitor import cli, wave_cli
from participatiemonitor.project import Project
from participatiemonitor.publishing.exchange import MAKERS

REPOSITORY = Path(__file__).parents[2]
MADE = {"xlsform.xlsx", "limesurvey.txt", "limesurvey-crosswalk.csv",
        "formulier-sociale_dienst.pdf", "formulier-afdeling_welzijn.pdf", "ddi-codebook.xml",
        "ddi-lifecycle.xml", "datapackage.json"}
ANSWERS = {"antwoorden.sav", "antwoorden-crosswalk.csv", "frame.csv", "responses.csv",
           "open_answers.csv"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with the reconstruction of 2011 and the observed round of 2016, entered."""
    shutil.copytree(REPOSITORY / "data" / "waves" / "2011", tmp_path / "data" / "waves" / "2011")
    shutil.copytree(DATA / "round2016" / "data", tmp_path / "data", dirs_exist_ok=True)
    for name in ("_toc.yml", "_config.yml"):
        shutil.copy(REPOSITORY / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def export(*arguments: str):
    return CliRunner().invoke(cli.main, ("wave", "export", *arguments))


def test_all_of_it_in_its_own_folder(project):
    done = export("2016")
    folder = project.build(2016) / "uitwisseling"
    assert done.exit_code == 0, done.output
    assert {path.name for path in folder.iterdir()} == MADE
    assert set(done.output.splitlines()) == {f"Geschreven: {folder / name}" for name in MADE}
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert export("2016").exit_code == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first


def test_no_answer_of_a_respondent_without_asking(project):
    assert export("2016", "--to", "uit").exit_code == 0
    whole = b"".join(path.read_bytes() for path in Path("uit").iterdir())
    with (project.wave(2016) / "open_answers.csv").open(encoding="utf-8", newline="") as stream:
        texts = {row["text"] for row in csv.DictReader(stream)}
    with (project.wave(2016) / "responses.csv").open(encoding="utf-8", newline="") as stream:
        codes = {row["respondent"] for row in csv.DictReader(stream)}
    assert not [text for text in texts | codes if text.encode() in whole]


@pytest.mark.parametrize(("year", "told"), [
    ("2016", "de antwoorden van respondenten, zonder afscherming. Geef ze alleen aan wie ze mag "
             "zien, en zet ze niet op het web"),
    ("2011", "de nagemaakte antwoorden, die niemand heeft gegeven")])
def test_answers_with_a_warning_for_their_owner_alone(project, year, told):
    done = export(year, "--answers", "--only", "datapakket", "--to", "uit")
    assert done.exit_code == 0, done.output
    assert {path.name for path in Path("uit").iterdir()} == {"datapackage.json", *ANSWERS}
    assert done.stderr == ("Let op: in antwoorden.sav, antwoorden-crosswalk.csv, "
                           f"frame.csv, responses.csv en open_answers.csv staan {told}.\n")
    for name in ANSWERS:
        assert stat.S_IMODE((Path("uit") / name).stat().st_mode) == 0o600
    described = json.loads(Path("uit/datapackage.json").read_text("utf-8"))
    assert {one["path"] for one in described["resources"]} < ANSWERS


def test_only_what_is_asked_for_and_what_was_there_stays(project):
    Path("uit").mkdir()
    Path("uit/eigen.txt").write_text("van mij")
    assert export("2011", "--to", "uit", "--only", "ddi", "--only", "xlsform").exit_code == 0
    assert {path.name for path in Path("uit").iterdir()} == {
        "eigen.txt", "ddi-codebook.xml", "ddi-lifecycle.xml", "xlsform.xlsx"}


def test_the_names_to_choose_from():
    choice = next(one.type for one in wave_cli.export.params if one.name == "only")
    assert isinstance(choice, click.Choice) and tuple(choice.choices) == tuple(MAKERS)


@pytest.mark.parametrize(("arguments", "told"), [
    (("2016", "--only", "iets"), "'iets' kan hier niet; kies uit 'xlsform', "),
    (("2030",), "Er is geen peiling 2030"),
    (("2016", "--to", "_toc.yml"), "_toc.yml: hier staat een bestand. Verwacht: een map"),
    (("2016", "--to", "_toc.yml/uit"), "hier staat een bestand"),
])
def test_what_cannot_be(project, arguments, told):
    done = export(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not (project.root / "_build").exists()


def test_a_round_without_answers_has_a_questionnaire(project):
    for name in ("responses.csv", "open_answers.csv"):
        (project.wave(2016) / name).unlink()
    assert export("2016", "--to", "uit").exit_code == 0
    assert {path.name for path in Path("uit").iterdir()} == MADE
    done = export("2016", "--answers", "--to", "anders")
    assert done.exit_code == 2 and "responses.csv" in done.stderr
    assert not Path("anders").exists()


def test_nothing_is_written_of_a_round_with_faults(project):
    path = project.wave(2016) / "responses.csv"
    path.write_text(path.read_text("utf-8").replace("staand_beleid", "vast", 1), "utf-8")
    done = export("2016", "--answers", "--to", "uit")
    assert done.exit_code == 2 and "responses.csv" in done.stderr
    assert not Path("uit").exists()
