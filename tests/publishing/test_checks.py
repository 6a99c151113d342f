"""What stops a build before anything is made: real answers without the key of the office."""

import subprocess
import sys
from pathlib import Path

import pytest
from bookmaking import copy_project
from observing import KEY, YEAR, observe

from participatiemonitor.estimation.disclosure.key import new_key
from participatiemonitor.project import Project

MONITOR = Path(sys.executable).with_name("monitor")


@pytest.fixture(scope="module")
def keyless(tmp_path_factory) -> Project:
    """The whole project with a wave of real answers, whose key is kept elsewhere."""
    project = Project(tmp_path_factory.mktemp("zonder") / "monitor")
    copy_project(project.root)
    observe(project)
    (project.root / KEY.name).unlink()
    return project


def refused(project: Project, command: str) -> str:
    done = subprocess.run([MONITOR, command, str(YEAR)], cwd=project.root, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not list(project.build(YEAR).rglob("*.ipynb"))
    assert not (project.build(YEAR) / "results.csv").exists()
    return done.stderr


@pytest.mark.parametrize("command", ["build", "check"])
def test_without_the_key_real_answers_are_not_opened(keyless, command):
    assert "monitor key new" in refused(keyless, command)


@pytest.mark.parametrize("command", ["build", "check"])
def test_with_another_key_they_are_not_opened(keyless, command, monkeypatch, tmp_path):
    monkeypatch.setenv("MONITOR_KEY", str(tmp_path / "andere.txt"))
    _, key = new_key(keyless)
    message = refused(keyless, command)
    assert "uitmiddelen" in message
    assert key.hex()[:20] not in message
