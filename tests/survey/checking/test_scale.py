"""Five thousand respondents: within a gigabyte, and in steps that grow with their number."""

from __future__ import annotations

import cProfile
import os
import pstats
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from editing import cells, write
from scaling import scale

from participatiemonitor.project import Project
from participatiemonitor.survey.checking.marked_workbook import marked_workbook
from participatiemonitor.survey.checking.report import csv_table, terminal_text

from .conftest import looked_over

YEAR, SMALL, LARGE = 2016, 4, 22
GIGABYTE = 1_000_000_000
# Calls of functions for each respondent, with the workbook; measured: 4,500.
MOST = 9_000
MODEL = Path(__file__).parents[2] / "data" / "round2016" / "data" / "waves" / str(YEAR)
pytestmark = pytest.mark.audit


def large(root: Path, times: int) -> Project:
    """A project with a round of 230 respondents, so many times."""
    (root / "data" / "waves").mkdir(parents=True)
    (root / "data" / "published").mkdir()
    shutil.copyfile(Path(__file__).parents[3] / "_toc.yml", root / "_toc.yml")
    project = Project(root)
    scale(MODEL, project.wave(YEAR), times)
    return project


def with_decimals(project: Project) -> int:
    """Write ones and noughts of choices with a decimal; how many cells that are."""
    path = project.wave(YEAR) / "responses.csv"
    header, records = cells(path)
    choices = [column for column in header
               if {record[column] for record in records} <= {"", "0", "1"}]
    count = 0
    for record in records:
        for column in choices:
            if record[column]:
                record[column] += ".0"
                count += 1
    write(path, header, records)
    return count


def calls(folder: Path) -> int:
    """Calls of functions that a whole check makes."""
    profile = cProfile.Profile()
    profile.enable()
    found = looked_over(folder)
    terminal_text(YEAR, found)
    csv_table(found)
    marked_workbook(found)
    profile.disable()
    return pstats.Stats(profile).total_calls


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))


@pytest.mark.parametrize("faulty", [False, True])
def test_five_thousand_respondents_are_checked_within_a_gigabyte(tmp_path, faulty):
    project = large(tmp_path / "monitor", LARGE)
    wrong = with_decimals(project) if faulty else 0
    result = subprocess.run(
        [sys.executable, "-c", "from participatiemonitor.cli import main; main()", "wave", "check",
         str(YEAR)], cwd=project.root, preexec_fn=limited, capture_output=True, text=True,
        timeout=300, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}, check=False)
    assert result.returncode == (2 if faulty else 0), result.stderr
    assert len(cells(project.wave(YEAR) / "responses.csv")[1]) >= 5_000
    lines = result.stdout.splitlines()
    assert len(lines) < 60
    if faulty:
        assert any(f"responses.csv, {wrong} cellen in" in line and line.endswith(
            "verwacht: 0 of 1") for line in lines)
    assert (project.build(YEAR) / "controle" / "gemarkeerd.xlsx").stat().st_size > 100_000


def test_steps_grow_with_the_number_of_respondents(tmp_path):
    folders = [large(tmp_path / str(times), times).wave(YEAR) for times in (SMALL, LARGE)]
    small, much = (calls(folder) for folder in folders)
    respondents = len(cells(folders[1] / "responses.csv")[1])
    assert much < MOST * respondents
    assert much / small < 1.3 * LARGE / SMALL
