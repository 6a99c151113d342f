"""Whatever stands in the files of a round: it is looked over, and judged as a build judges it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.checking.inspection import inspect_round
from participatiemonitor.survey.checking.marked_workbook import marked_workbook
from participatiemonitor.survey.checking.report import csv_table, terminal_text

MINI = Path(__file__).parents[2] / "data" / "mini"
YEAR = 2009
FILES = ("wave.yml", "codebook.yml", "frame.csv", "responses.csv", "open_answers.csv")
PIECES = st.sampled_from([b"", b",", b"\n", b'"', b";", b"\t", b"\xff", b"99", b"=1", b"[", b"{",
                          b": ", b"- ", b"'", b"nan", b"ja", b"taken", b"sociale_dienst", b"\x00"])


@pytest.fixture(scope="session")
def changed(tmp_path_factory):
    """The round of five respondents with some bytes of some files replaced."""

    def make(changes) -> Project:
        root = tmp_path_factory.getbasetemp() / "nagekeken"
        shutil.rmtree(root, ignore_errors=True)
        project = Project(Path(shutil.copytree(MINI, root)))
        for name, start, length, piece in changes:
            path = project.wave(YEAR) / name
            content = path.read_bytes()
            place = start % (len(content) + 1)
            path.write_bytes(content[:place] + piece + content[place + length:])
        return project

    return make


def sound(project: Project) -> bool:
    """Whether a build takes the round."""
    try:
        load_answered(YEAR, project)
    except InputError:
        return False
    return True


@given(st.lists(st.tuples(st.sampled_from(FILES), st.integers(0, 10_000), st.integers(0, 30),
                          PIECES), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_round_has_faults_when_a_build_refuses_it_and_only_then(changed, changes):
    project = changed(changes)
    found = inspect_round(YEAR, project)
    assert bool(found.errors) != sound(project)
    assert terminal_text(YEAR, found).replace("\n", "").isprintable()
    assert csv_table(found)
    assert marked_workbook(found)
