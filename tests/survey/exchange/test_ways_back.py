"""There and back: what was exported becomes the same wave by the crosswalk that goes with it."""

import csv
import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from crosswalking import contents, empty_project, expected, setup_folder, wave_new

from participatiemonitor import cli
from participatiemonitor.survey.exchange.limesurvey_codes import TICKED, codes
from participatiemonitor.survey.exchange.questionnaire import GROUP, ORGANISATION
from participatiemonitor.survey.exchange.ways_back import LIMESURVEY, SPSS

from .conftest import DATA

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def project(tmp_path, monkeypatch):
    made = empty_project(tmp_path / "monitor")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def sent(tmp_path, project, monkeypatch) -> Path:
    """What an office sends that has the round: all of the export, in a folder."""
    office = tmp_path / "kantoor"
    shutil.copytree(DATA / "round2016" / "data", office / "data")
    for name in ("_toc.yml", "_config.yml"):
        shutil.copy(REPOSITORY / name, office)
    with monkeypatch.context() as there:
        there.chdir(office)
        done = CliRunner().invoke(cli.main, ["wave", "export", "2016", "--answers", "--to",
                                             str(tmp_path / "verzonden"), "--only", "limesurvey"])
    assert done.exit_code == 0, done.output
    return tmp_path / "verzonden"


def test_the_spss_file_becomes_the_same_round(project, sent, tmp_path):
    done = wave_new("--from", sent / "antwoorden.sav", "--setup", setup_folder(tmp_path / "opzet"),
                    "--crosswalk", sent / SPSS)
    assert done.exit_code == 0, done.output
    assert contents(project.wave(2016)) == expected()


def test_an_export_of_limesurvey_becomes_the_same_round(project, sent, tmp_path, later_wave):
    export = tmp_path / "results-survey123456.csv"
    answered(export, later_wave)
    done = wave_new("--from", export, "--setup", setup_folder(tmp_path / "opzet"),
                    "--crosswalk", sent / LIMESURVEY)
    assert done.exit_code == 0, done.output
    assert contents(project.wave(2016)) == expected()


def answered(path: Path, wave) -> None:
    """Write the answers of a round as LimeSurvey exports them: codes of questions and answers."""
    given = codes(wave)
    texts = {(row.respondent, row.question): row.text for row in wave.open_answers.itertuples()}
    rows = []
    for number, (respondent, answers) in enumerate(wave.responses.iterrows(), start=1):
        row = {"id": number, "submitdate": "2016-02-03 10:11:12", "lastpage": 5,
               "startlanguage": "nl", "seed": 1_000 + number,
               given.questions[ORGANISATION]: answers[ORGANISATION],
               given.questions[GROUP]: given.answers[GROUP, answers[GROUP]]}
        for question in wave.codebook.questions:
            code = given.questions[question.id]
            if question.kind == "open":
                row[code] = texts.get((respondent, question.id), "")
            elif question.kind == "single":
                row[code] = given.answers.get((question.id, answers[question.id]), "")
            elif not question.options:
                row[code] = number_text(answers[question.id])
            else:
                for option, column in zip(question.option_ids, question.columns, strict=True):
                    row[f"{code}[{given.parts[question.id, option]}]"] = (
                        TICKED * (answers[column] == 1) if question.kind == "multiple"
                        else number_text(answers[column]))
        rows.append(row)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(rows)


def number_text(value: float) -> str:
    """As LimeSurvey stores numbers: ten digits behind the point."""
    return "" if pd.isna(value) else f"{value:.10f}"
