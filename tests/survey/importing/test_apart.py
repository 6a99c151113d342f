"""A file is read in a process of its own: what comes back, and what happens when it ends."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.survey.importing import apart
from participatiemonitor.survey.importing.reading import receive
from participatiemonitor.survey.importing.received import Missing, Received, Variable

TEXTS = st.text(max_size=6)


@given(st.lists(st.builds(
    Variable, TEXTS, TEXTS, st.lists(TEXTS, min_size=3, max_size=3).map(tuple),
    st.dictionaries(TEXTS, TEXTS, max_size=3),
    st.lists(st.builds(Missing, TEXTS, TEXTS), max_size=2).map(tuple)), max_size=4).map(tuple))
def test_what_crosses_between_processes_stays_what_it_is(variables):
    received = Received(Path("x"), "csv", variables, 3, 2, ("tekens: UTF-8",))
    assert apart.unpacked(Path("x"), json.loads(json.dumps(apart.packed(received)))) == received


@pytest.mark.parametrize("path", ["antwoorden.xlsx", "antwoorden.sav", "antwoorden"])
def test_the_content_says_what_a_file_is_and_not_its_name(path, tmp_path):
    (tmp_path / path).write_text("org;a\nG1;1\n")
    assert receive(tmp_path / path).kind == "csv"


def test_a_reader_that_dies_is_a_message(tmp_path, monkeypatch):
    """As the reader of SPSS files does on some broken ones."""
    reader = tmp_path / "python"
    reader.write_text(f"#!/bin/sh\nkill -{signal.SIGSEGV.value} $$\n")
    reader.chmod(0o755)
    monkeypatch.setattr(apart.sys, "executable", str(reader))
    with pytest.raises(InputError, match="waarop het leesprogramma stukloopt"):
        receive(tmp_path / "antwoorden.sav")


def test_a_reader_that_goes_on_is_stopped(tmp_path, monkeypatch):
    reader = tmp_path / "python"
    reader.write_text("#!/bin/sh\nexec sleep 60\n")
    reader.chmod(0o755)
    monkeypatch.setattr(apart.sys, "executable", str(reader))
    monkeypatch.setattr(apart, "SECONDS", 0.05)
    with pytest.raises(InputError, match="niet binnen de tijd"):
        receive(tmp_path / "antwoorden.sav")


def test_a_fault_of_the_program_itself_is_not_blamed_on_the_file(tmp_path, monkeypatch):
    reader = tmp_path / "python"
    reader.write_text("#!/bin/sh\necho Traceback >&2\nexit 1\n")
    reader.chmod(0o755)
    monkeypatch.setattr(apart.sys, "executable", str(reader))
    with pytest.raises(RuntimeError, match="Traceback"):
        receive(tmp_path / "antwoorden.sav")


def test_the_reader_leaves_no_process_behind(tmp_path):
    (tmp_path / "a.csv").write_text("org;a\nG1;1\n")
    receive(tmp_path / "a.csv")
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
