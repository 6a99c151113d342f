"""An independent checker finds no error in any page: the Nu Html Checker of the W3C.

It is the package vnu-jar of npm, and runs on Java: ``npm install --global vnu-jar``. Where its jar
is elsewhere, the environment variable ``VNU_JAR`` says so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from bookmaking import Book

JAR = Path("vnu-jar", "build", "dist", "vnu.jar")


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command of the checker; asked for before the book, which is not built in vain."""
    java, npm = shutil.which("java"), shutil.which("npm")
    if java is None:
        pytest.skip("Java ontbreekt; zonder wordt de HTML niet gekeurd")
    if (jar := os.environ.get("VNU_JAR")) is None and npm is not None:
        root = subprocess.run([npm, "root", "--global"], capture_output=True, text=True, check=True)
        jar = str(Path(root.stdout.strip()) / JAR)
    if jar is None or not Path(jar).is_file():
        pytest.skip("vnu-jar ontbreekt; installeer het met: npm install --global vnu-jar "
                    "(of zeg met VNU_JAR waar vnu.jar staat)")
    return [java, "-jar", jar, "--format", "json", "--stdout"]


def _errors(checker: list[str], paths: list[Path]) -> list[str]:
    done = subprocess.run([*checker, *map(str, paths)], capture_output=True, text=True, check=False)
    return [f"{message['url']}, {message.get('lastLine')}: {message['message']}"
            for message in json.loads(done.stdout)["messages"] if message["type"] != "info"]


def test_the_checker_finds_an_error_where_there_is_one(checker, tmp_path):
    page = tmp_path / "fout.html"
    page.write_text("<!DOCTYPE html><html lang=nl><title>x</title>"
                    "<details><summary><p>x</p></summary></details>")
    assert len(_errors(checker, [page])) == 1


def test_no_page_has_an_error(checker, book: Book):
    pages = sorted(path for path in book.html.rglob("*.html")
                   if path.relative_to(book.html).parts[0] != "_static")
    assert len(pages) == len(book.pages) + 2  # the one to search, and the one for wrong addresses
    assert _errors(checker, pages) == []


def test_no_style_sheet_has_an_error(checker, book: Book):
    assert _errors([*checker, "--css"], sorted(book.html.rglob("*.css"))) == []
