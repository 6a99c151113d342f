"""A round whose making is cut off: the data are as they were, or hold all of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from crosswalking import ROUND, TRUE, contents, empty_project, expected, setup_folder
from exporting import exported, to_csv

from participatiemonitor.project import Project
from participatiemonitor.publishing.graph.lock import exclusive

RUN = "import sys; from participatiemonitor.cli import main; main()"


@pytest.fixture
def order(tmp_path):
    project = empty_project(tmp_path / "monitor")
    source = to_csv(tmp_path / "a.csv", exported(Project(ROUND), 2016))
    return project, [sys.executable, "-c", RUN, "wave", "new", "2016", "--from", str(source),
                     "--setup", str(setup_folder(tmp_path / "opzet")), *TRUE]


def start(project, command):
    return subprocess.Popen(command, cwd=project.root, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, text=True, env=os.environ)


def whole_or_nothing(project):
    """Whether the data are as before, or hold the whole round; a folder apart may remain."""
    found = contents(project.root / "data")
    return found in ({}, {f"waves/2016/{name}": text for name, text in expected().items()})


@pytest.mark.parametrize("how", [
    signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.audit), signal.SIGKILL])
def test_nothing_is_half_written(order, how):
    project, command = order
    apart = project.build(2016) / ".invoer"
    running = start(project, command)
    while not apart.exists() and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(how)
    _, said = running.communicate(timeout=60)
    assert running.returncode != 0
    assert "Traceback" not in said
    assert whole_or_nothing(project)
    if how == signal.SIGINT:
        assert running.returncode == 130
        assert not apart.exists()
    assert subprocess.run(command, cwd=project.root, capture_output=True, check=False,
                          env=os.environ).returncode == 0
    assert contents(project.root / "data") == {
        f"waves/2016/{name}": text for name, text in expected().items()}
    assert not apart.exists()


@pytest.mark.audit
def test_at_no_moment_is_anything_half_written(order):
    project, command = order
    began = time.monotonic()
    subprocess.run(command, cwd=project.root, capture_output=True, check=True, env=os.environ)
    needed = time.monotonic() - began
    for part in range(1, 31):
        shutil.rmtree(project.wave(2016), ignore_errors=True)
        running = start(project, command)
        time.sleep(needed * part / 28)
        running.kill()
        running.communicate(timeout=60)
        assert whole_or_nothing(project), part


def test_nothing_is_done_while_another_command_works_on_the_round(order):
    project, command = order
    with exclusive(project.build(2016), "monitor build 2016"):
        done = subprocess.run(command, cwd=project.root, capture_output=True, text=True,
                              check=False, env=os.environ)
    assert done.returncode == 1
    assert "hier wordt al gewerkt" in done.stderr
    assert contents(project.root / "data") == {}
