"""Files that are broken, something else, or made to attack: one message each, in time and memory.

Each is read by the command itself, in a process that may have one gigabyte.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from survey.importing.broken import spss_files, structures, texts, workbooks

SECONDS, BYTES = 10, 1_000_000_000
LEAST = 80


def inspect(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command, in a process that may have one gigabyte, and how long it took at most."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", "from participatiemonitor.cli import main; main()",
         "wave", "inspect", *map(str, arguments)],
        capture_output=True, encoding="utf-8", check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES)))
    assert time.monotonic() - began < SECONDS
    return done


def refused(expected: str, *arguments: str | Path) -> None:
    """The command refuses with one message, which says what is expected of it."""
    done = inspect(*arguments)
    assert done.returncode == 2, done.stderr
    assert re.match(r"(1 fout|[0-9]+ fouten) in de gegevens:\n", done.stderr), done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert re.search(expected, done.stderr), done.stderr
    assert re.fullmatch(r"[\n\x20-\x7e\xa0-\U0010ffff]*", done.stderr), "stuurt een terminal"


def every(folder: Path) -> list[texts.Broken]:
    return [*spss_files.broken(folder), *workbooks.broken(), *texts.broken()]


def test_what_is_broken_here_is_sound_without_the_fault(tmp_path):
    """Otherwise the tests would refuse for another reason than they say."""
    for name, content in (
        ("heel.sav", spss_files.sound(tmp_path)),
        ("heel.zsav", spss_files.sound(tmp_path, compressed=True)),
        ("heel.xlsx", workbooks.SOUND), ("excel.xlsx", workbooks.SHARED),
        ("heel.csv", structures.ANSWERS),
    ):
        (tmp_path / name).write_bytes(content)
        assert inspect(tmp_path / name).returncode == 0
    (tmp_path / "heel.lss").write_text(structures.SOUND)
    assert "Is er beleid?" in inspect(tmp_path / "heel.csv").stdout


@pytest.mark.parametrize(("files", "name"), [
    (workbooks, "formules.xlsx"), (workbooks, "samengevoegd.xlsx"), (texts, "rijen te kort.csv")])
def test_a_broken_file_is_one_message(files, name, tmp_path):
    content, expected = next(rest for found, *rest in files.broken() if found == name)
    (tmp_path / name).write_bytes(content)
    refused(expected, tmp_path / name)


def test_what_is_no_file_is_one_message(tmp_path):
    os.mkfifo(tmp_path / "pijp.csv")
    (tmp_path / "nergens.csv").symlink_to(tmp_path / "weg.csv")
    (tmp_path / "kring.csv").symlink_to(tmp_path / "kring.csv")
    for path in (tmp_path, tmp_path / "weg.sav", tmp_path / "pijp.csv", tmp_path / "nergens.csv",
                 tmp_path / "kring.csv", Path("/dev/zero"), tmp_path / ("x" * 300)):
        refused("een bestand op deze plaats|te lezen", path)


@pytest.mark.audit
def test_every_broken_file_is_one_message(tmp_path):
    files = every(tmp_path)
    assert len(files) >= LEAST
    assert len({name for name, *_ in files}) == len(files)
    for name, content, expected in files:
        path = tmp_path / name
        path.write_bytes(content)
        try:
            refused(expected, path)
        except AssertionError as error:
            raise AssertionError(f"{name}: {error}") from error
        path.unlink()


@pytest.mark.audit
@pytest.mark.parametrize("name", [name for name, *_ in structures.broken()])
def test_every_broken_structure_is_one_message(name, tmp_path):
    content, expected = {found: rest for found, *rest in structures.broken()}[name]
    (tmp_path / "antwoorden.csv").write_bytes(structures.ANSWERS)
    (tmp_path / "antwoorden.lss").write_bytes(content)
    refused(expected, tmp_path / "antwoorden.csv")


@pytest.mark.audit
def test_no_overwritten_file_ends_in_anything_but_a_message(tmp_path):
    """Some bytes do not matter; at some the reader crashes, and that is a message too."""
    endings = set()
    for content in spss_files.overwritten(tmp_path):
        (tmp_path / "kapot.sav").write_bytes(content)
        done = inspect(tmp_path / "kapot.sav")
        assert "Traceback" not in done.stderr
        endings.add(done.returncode)
    assert endings == {0, 2}
