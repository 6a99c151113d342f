"""Identifiers reach no file, no log and no message, whatever kinds of lists there are."""

import gc
import logging
import os
import subprocess
import sys
import tempfile
import threading
import traceback
from pathlib import Path

import polars as pl
import pytest

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.studies.overlap.door.door import pseudonymise
from studies.overlap.door.lists import HEADS, KEY, PROVISIONS, ROW, SECOND, listed, write
from studies.overlap.door.test_door import variants
from studies.overlap.door.unseen import assert_unseen, found_in


class Watch(threading.Thread):
    """Looks at folders while something runs, and keeps what ever stood in them."""

    def __init__(self, *folders):
        super().__init__(daemon=True)
        self.folders, self.seen, self.wrong, self.ended = folders, set(), [], threading.Event()

    def look(self):
        """Read every file that is there."""
        for folder in self.folders:
            for path in folder.rglob("*"):
                try:
                    content = path.read_bytes() if path.is_file() else b""
                except OSError:
                    continue
                self.seen.add(path.name)
                self.wrong += [(path.name, one) for one in found_in(content)]

    def run(self):
        """Look again and again."""
        while not self.ended.wait(0.002):
            self.look()

    def __exit__(self, *_):
        self.ended.set()
        self.join()
        self.look()

    def __enter__(self):
        self.start()
        return self


def test_the_search_finds_what_is_searched(tmp_path):
    """In text, and in files of every kind in which it stands as it is."""
    for name in ("a.csv", "a.parquet"):
        content = write(tmp_path / name, [ROW]).read_bytes()
        assert {"111222333", "zijlstra", "7419rx"} <= set(found_in(content)), name
    assert found_in("Mevrouw Zijlstra") and found_in("zijlstra".encode("utf-16-le"))


@pytest.mark.parametrize("parts", [False, True])
def test_no_identifier_leaves_the_door(tmp_path, monkeypatch, capfd, caplog, parts):
    """Neither in the store or a temporary file, while it runs or later, nor in what is said."""
    given, store, temporary = (tmp_path / name for name in ("lijsten", "store", "tmp"))
    for folder in (given, store, temporary):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    for name in ("TMPDIR", "TEMP", "TMP", "POLARS_TEMP_DIR"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.chdir(temporary)
    caplog.set_level(logging.DEBUG)
    lists = [listed(path) for path in variants(given)]
    lists.append(listed(write(given / "many.csv", [ROW, SECOND] * 100_000)))
    rows = [ROW, SECOND, (*ROW[:1], "é", *ROW[2:])] * 30_000
    lists.append(listed(write(given / "old.csv", rows, encoding="cp1252")))
    with Watch(store, temporary) as watch:
        entered = pseudonymise(lists, PROVISIONS, KEY, store, parts=parts)
    assert watch.seen == {one.path.name for one in entered}
    assert not watch.wrong
    for one in entered:
        rows = pl.read_parquet(one.path)
        assert len(rows)
        for column in rows.columns:
            assert_unseen("\n".join(map(str, rows[column].unique().to_list())))
    seen = capfd.readouterr()
    assert not seen.out + seen.err
    assert_unseen(caplog.text + repr(entered))
    assert KEY not in caplog.text + repr(entered)
    assert all(KEY.encode() not in path.read_bytes() for path in store.iterdir())


def test_not_even_in_what_went_wrong(tmp_path):
    """The whole chain of exceptions holds nothing of the list, nor of what a library says of it."""
    path = tmp_path / "a.csv"
    path.write_text(f"{';'.join(HEADS)}\n{';'.join(ROW)}\n".replace("van der", '"van" der'),
                    encoding="utf-8")
    with pytest.raises(InputError) as caught:
        pseudonymise([listed(path)], PROVISIONS, KEY, tmp_path)
    told = "".join(traceback.format_exception(caught.value))
    assert_unseen(told)
    assert "rijen die niet te lezen zijn" in told and "PolarsError" not in told


def test_a_store_that_cannot_be_written(tmp_path):
    """It is said, as a run that failed."""
    path = write(tmp_path / "a.csv", [ROW])
    with pytest.raises(RunError, match="store"):
        pseudonymise([listed(path)], PROVISIONS, KEY, tmp_path / "store")
    gc.collect()
    assert [one.name for one in Path(tmp_path).iterdir()] == ["a.csv"]


_FULL = """
import resource, sys
from pathlib import Path
from studies.overlap.door.lists import KEY, PROVISIONS, listed
from participatiemonitor.errors import MonitorError
from participatiemonitor.studies.overlap.door.door import pseudonymise
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    pseudonymise([listed(Path(sys.argv[1]))], PROVISIONS, KEY, Path(sys.argv[2]))
except MonitorError as error:
    print(error.exit_code, error)
"""


def test_a_disk_that_is_full(tmp_path):
    """It is said, nothing is left, and nothing of the list is told."""
    store, path = tmp_path / "store", write(tmp_path / "a.csv", [ROW, SECOND] * 20_000)
    store.mkdir()
    ended = subprocess.run([sys.executable, "-c", _FULL, str(path), str(store)],
                           capture_output=True, text=True, timeout=120, check=False,
                           env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    assert ended.stdout.startswith(f"1 {store / '00.parquet'}: "), ended.stderr
    assert not list(store.iterdir())
    assert_unseen(ended.stdout + ended.stderr)
