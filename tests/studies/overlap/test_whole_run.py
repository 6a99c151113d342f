"""A whole run on lists of an office: what stood anywhere, and what stands there afterwards."""

import os
import re
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from pypdf import PdfReader

from participatiemonitor.studies.overlap.example_key import PSEUDONYMS

from ..projects import create

SOURCE = "studies/overlap/voorbeeld"
pytestmark = pytest.mark.audit
POSTCODE, NUMBER = re.compile(rb"[1-9][0-9]{3} ?[A-Za-z]{2}\b"), re.compile(rb"[0-9]{9}")


class Kept:
    """Keeps every file that comes to stand in some folders, also when it is removed again."""

    def __init__(self, folder, *watched):
        self.folder, self.watched, self.known = folder, watched, {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self):
        self.folder.mkdir()
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        self._thread.join()
        self._look()

    def _watch(self):
        while not self._ended.is_set():
            self._look()
            time.sleep(0.002)

    def _look(self):
        for watched in self.watched:
            for folder, _, names in os.walk(watched):
                for name in names:
                    self._keep(Path(folder, name))

    def _keep(self, path):
        try:
            number = os.lstat(path).st_ino
            if number not in self.known:
                os.link(path, self.folder / str(number), follow_symlinks=False)
                self.known[number] = str(path)
        except FileNotFoundError:  # gone between two looks
            return


def written(folder):
    """Names and numbers as they stand in the lists, however these write them."""
    numbers, surnames, postcodes = set(), set(), set()
    for path in folder.iterdir():
        text = _text(path)
        numbers |= set(NUMBER.findall(text))
        postcodes |= {code.replace(b" ", b"").upper() for code in POSTCODE.findall(text)}
        surnames |= {word.lower() for word in re.findall(rb"[A-Za-z]{9,}", text)
                     if word.lower().endswith((b"laan", b"stee", b"berg", b"kamp", b"woud"))}
    return numbers, surnames, postcodes


def _text(path):
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, read_only=True)
        return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row
                         ).encode()
    if path.suffix == ".parquet":
        return pl.read_parquet(path).write_csv().encode()
    return path.read_bytes()


def contents(path):
    """All that can be read in a file; of what is packed, what is in it."""
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from map(packed.read, packed.namelist())
    elif path.read_bytes()[:5] == b"%PDF-":
        yield "\n".join(page.extract_text() for page in PdfReader(path).pages).encode()


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The report of the example; every file there was; all that was said; what must be unseen."""
    folder = tmp_path_factory.mktemp("run")
    root, temporary = folder / "project", folder / "tmp"
    create(root, "overlap", "data/published/divosa2012")
    temporary.mkdir()
    identifiers = written(root / SOURCE / "lijsten")
    # No watcher sees these: they are the user's own.
    with Kept(folder / "kept", root / "_build", temporary) as kept:
        done = subprocess.run(
            [Path(sys.executable).with_name("monitor"), "study", "overlap", "--from", SOURCE],
            cwd=root, capture_output=True, check=False,
            env={**os.environ, "MONITOR_PSEUDONYMS": PSEUDONYMS, "TMPDIR": str(temporary)})
    assert done.returncode == 0, done.stderr.decode()
    return root, kept, done.stdout + done.stderr, identifiers


def test_the_lists_hold_what_is_looked_for(run):
    numbers, surnames, postcodes = run[3]
    assert len(numbers) > 5000
    assert len(surnames) > 20
    assert len(postcodes) > 100


def test_no_file_of_the_run_holds_anybody(run):
    _, kept, said, (numbers, surnames, postcodes) = run
    lists = [path for path in kept.known.values() if path.endswith(".parquet")]
    assert lists, "the lists with pseudonyms were there for a while, and were seen"
    pieces = [(path, piece) for number, path in kept.known.items()
              for piece in contents(kept.folder / str(number))]
    for path, piece in [*pieces, ("what was said", said)]:
        assert PSEUDONYMS.encode() not in piece, path
        # Random numbers and images hold any nine digits now and then, and texts never should.
        if not path.endswith((".parquet", ".png", ".woff2", ".pdf", ".xlsx", ".ttf")):
            assert not numbers & set(NUMBER.findall(piece)), path
        lower = piece.lower()
        assert not [name for name in surnames if name in lower], path
        if not path.endswith((".parquet", ".png", ".woff2", ".pdf", ".xlsx", ".js", ".map")):
            found = {code.replace(b" ", b"").upper() for code in POSTCODE.findall(piece)}
            assert not postcodes & found, path


def test_pseudonyms_are_gone_afterwards(run):
    root, *_ = run
    assert not [*(root / "_build").rglob("*.parquet")]
    assert not [*(root / "_build").rglob(".versleuteld-*")]
