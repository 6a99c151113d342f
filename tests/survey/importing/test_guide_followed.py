"""The guide for an afternoon, followed: its commands in order, and what it says they answer."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from bookmaking import copy_project
from click.testing import CliRunner
from crosswalking import ROUND, contents, decide
from exporting import to_csv, to_sav, to_xlsx
from guiding import decided, fill_codes, fill_setup, received

from participatiemonitor import cli
from participatiemonitor.project import Project
from participatiemonitor.survey.wave import load_wave

REPOSITORY = Path(__file__).parents[3]
DOCS = REPOSITORY / "docs"
GUIDE = (DOCS / "peiling-in-een-middag.md").read_text("utf-8")
MONITOR, LEFT_OUT = ".venv/bin/monitor ", "…"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```", re.M | re.S)


def steps() -> Iterator[tuple[str, list[str]]]:
    """Each command, with the lines that the guide quotes of its answer."""
    blocks = [(kind, text.replace("\\\n", "")) for kind, text in BLOCK.findall(GUIDE)]
    for place, (kind, text) in enumerate(blocks):
        if kind == "sh":
            *others, last = text.splitlines()
            yield from ((command, []) for command in others)
            following = blocks[place + 1 : place + 2]
            yield last, following[0][1].splitlines() if following[0:1] and \
                following[0][0] == "text" else []


def compare(quoted: list[str], output: str) -> None:
    """The quoted lines stand in the answer, in this order; only … stands for more."""
    answered = iter([line for line in output.splitlines() if line.strip()])
    gap = False
    for line in quoted:
        if line == LEFT_OUT:
            gap = True
            continue
        start = line.removesuffix(f" {LEFT_OUT}")
        for found in answered:
            if found == line or (start != line and found.startswith(start)):
                break
            assert gap, f"handleiding: {line!r}; programma: {found!r}"
        else:
            pytest.fail(f"het programma zegt niet: {line!r}; wel:\n{output}")
        gap = False
    if not gap and quoted:
        assert list(answered) == []


def follow(root: Path, run: Callable[[str], str], source: str = "antwoorden.sav",
           quotes: bool = True) -> None:
    """Follow the guide, and fill in what it says must be filled in."""
    fingerprint = ""
    for command, quoted in steps():
        output = run(command.replace("antwoorden.sav", source)).replace(str(root), LEFT_OUT)
        if quotes:
            compare(quoted, output)
        if "key new" in command:
            (fingerprint,) = re.findall(r"Vingerafdruk: (\w{16})", output)
        elif "wave template" in command:
            fill_setup(root / "opzet-2016.xlsx", fingerprint)
        elif "wave new" in command and "--crosswalk" not in command:
            decide(root / "ontvangen/antwoorden-crosswalk.xlsx", decided).replace(
                root / "ontvangen/antwoorden-crosswalk.xlsx")
        elif "wave code" in command and "--from" not in command:
            for coder in (1, 2):
                fill_codes(root / f"codering-2016-{coder}.xlsx", coder)


def assert_the_round_is_there(root: Path) -> None:
    """The files of the round, but for who keeps the key."""
    made, asked = contents(Project(root).wave(2016)), contents(Project(ROUND).wave(2016))
    for name in ("frame.csv", "responses.csv", "open_answers.csv"):
        assert made[name] == asked[name], name
    wave, example = load_wave(2016, Project(root)), load_wave(2016, Project(ROUND))
    assert wave.codebook == example.codebook
    key = {"key": wave.info.publication.key}
    assert wave.info == example.info.model_copy(update={
        "publication": example.info.publication.model_copy(update=key)})


def export(root: Path, name: str) -> None:
    """Put the answers where the guide has them."""
    (root / "ontvangen").mkdir()
    write = {"sav": to_sav, "xlsx": to_xlsx, "csv": to_csv}[name.partition(".")[2]]
    write(root / "ontvangen" / name, received())


@pytest.mark.parametrize("name", ["antwoorden.sav", "antwoorden.xlsx", "antwoorden.csv"])
def test_following_it_makes_the_round(tmp_path, monkeypatch, name):
    root = tmp_path / "monitor"
    for folder in ("data", "chapters"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for file in ("_toc.yml", "index.ipynb"):
        shutil.copyfile(REPOSITORY / file, root / file)
    export(root, name)
    monkeypatch.chdir(root)

    def run(command: str) -> str:
        if command == "make book" or "monitor serve" in command:
            return ""  # the audit builds
        assert command.startswith(MONITOR)
        result = CliRunner().invoke(cli.main, shlex.split(command.removeprefix(MONITOR)))
        assert not (result.exception and not isinstance(result.exception, SystemExit))
        return result.output

    follow(root, run, name, quotes=name.endswith("sav"))
    assert_the_round_is_there(root)


@pytest.mark.audit
def test_following_it_makes_the_books(tmp_path):
    """In a shell, from the sources alone, up to the pages as they are served."""
    root = copy_project(tmp_path / "monitor")
    # What `make` would install is there already.
    (root / ".venv/bin").mkdir(parents=True)
    (root / ".venv/bin/monitor").symlink_to(Path(sys.executable).parent / "monitor")
    (root / ".venv/.ready").touch()
    export(root, "antwoorden.sav")

    def run(command: str) -> str:
        if "monitor serve" in command:
            assert_served(root, command)
            return ""
        done = subprocess.run(["sh", "-c", command], cwd=root, text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, "COLUMNS": "100"})
        stops = "wave new" in command and "--accept" not in command
        assert done.returncode == (2 if stops else 0), done.stdout
        return done.stdout

    follow(root, run)
    assert_the_round_is_there(root)
    page = (root / "_build/2016/html/chapters/01-beleid-en-organisatie.html").read_text("utf-8")
    assert "Eerdere rondes" in page and 'data-year="2011"' in page


def assert_served(root: Path, command: str) -> None:
    """The pages of both years are there, on a port that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen([*shlex.split(command), "--port", str(port)], cwd=root, text=True,
                          stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        try:
            assert "Het boek staat op" in server.stdout.readline()
            for year in (2011, 2016):
                with urlopen(f"http://127.0.0.1:{port}/{year}/html/index.html") as page:
                    assert page.status == 200
        finally:
            server.terminate()


def test_it_fits_an_afternoon():
    assert len(GUIDE.splitlines()) < 200


def test_its_pictures_are_small_and_described():
    shown = PICTURE.findall(GUIDE)
    assert {path for _, path in shown} == {f"beelden/{path.name}"
                                           for path in (DOCS / "beelden").glob("*.png")}
    for words, path in shown:
        assert len(words) > 40, path
        assert (DOCS / path).stat().st_size < 80_000


def test_it_is_the_first_to_read():
    for guide in ("README.md", "docs/nieuwe-peiling.md", "docs/antwoorden-inlezen.md",
                  "docs/uitwisselen.md"):
        assert "peiling-in-een-middag.md" in (REPOSITORY / guide).read_text("utf-8"), guide
