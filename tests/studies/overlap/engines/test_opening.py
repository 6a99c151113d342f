"""Engines that cannot be opened, and those that cannot go on: what a user is told."""

from __future__ import annotations

import datetime as dt
import shutil
import socket
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.studies.overlap.counting.counted import link_and_count
from participatiemonitor.studies.overlap.engines.opening import open_engine
from participatiemonitor.studies.overlap.register import PERSONS, Counted
from participatiemonitor.studies.overlap.suppliers import Entered

from ..lists import Row, provisions, pseudonym, written

pytestmark = pytest.mark.usefixtures("main_module")
DAY = dt.date(2012, 3, 31)
# Persons in a list, of whom the table takes some 60 MB; less than that and what counting takes.
MANY, LITTLE = 1_000_000, 80_000_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Entered:
    path = tmp_path_factory.mktemp("many") / "lijst.parquet"
    half = "CAST(hash(range // 2 + {}) >> 1 AS bigint)"
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT {half.format(0)} AS number_hi, {half.format(10**9)} AS number_lo, "
            "CAST(NULL AS bigint) AS name_hi, CAST(NULL AS bigint) AS name_lo, "
            f"{half.format(10**10)} AS home_hi, {half.format(10**11)} AS home_lo, "
            "CAST(range % 20 AS smallint) AS provision, 'wijk ' || range // 2 % 9 AS area, "
            f"CAST(NULL AS date) AS since, CAST(NULL AS date) AS until FROM range({2 * MANY})) "
            f"TO '{path}' (FORMAT parquet)")
    return Entered("a", path, 2 * MANY, True, False, True)


def counted(url: str | None, store: Path, entered: Entered, memory: int | None = None,
            temporary: str | None = None, left: list[Path] | None = None):
    with open_engine(url, store, memory) as engine:
        if memory:
            # Each thread takes memory of its own.
            engine.connection.execute("SET threads = 2")
        if temporary:
            engine.connection.execute(f"SET max_temp_directory_size = '{temporary}'")
        register = link_and_count(engine, [entered], Counted(provisions(20), DAY, None))
        if left is not None:
            left += [file for file in store.rglob("*") if file.is_file()]
    return register


def rows(register):
    return {key: [getattr(one, name).tolist() for name in ("area", "words", "count", "identity")]
            for key, one in register.histograms.items()}


def test_where_memory_is_too_small_it_goes_on_on_disk(many: Entered, tmp_path: Path) -> None:
    usual = counted(None, tmp_path, many)
    assert usual.histograms[PERSONS, DAY].count.sum() == MANY
    spilled: list[Path] = []
    assert rows(counted(None, tmp_path, many, LITTLE, left=spilled)) == rows(usual)
    assert spilled and not list(tmp_path.iterdir())


def test_too_little_memory(many: Entered, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="te weinig geheugen") as error:
        counted(None, tmp_path, many, 6_000_000)
    assert "SELECT" not in str(error.value) and error.value.__cause__ is None


def test_a_disk_that_is_full(many: Entered, tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"schijf is vol.*--store"):
        counted(None, tmp_path, many, LITTLE, temporary="1MB")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_what_the_disk_says_is_told(tmp_path: Path) -> None:
    with open_engine(None, tmp_path) as engine, pytest.raises(RunError, match="schijf is vol"):
        engine._run("COPY (SELECT range AS a FROM range(10000000)) TO '/dev/full' (FORMAT parquet)")


def test_a_list_that_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "lijst.parquet"
    path.write_bytes(b"PAR1 secret PAR1")
    with pytest.raises(RunError) as error:
        counted(None, tmp_path, Entered("a", path, 1, True, False, False))
    assert "secret" not in str(error.value) and str(tmp_path) not in str(error.value)


def test_any_sign_in_the_name_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "map [1] *?'; DROP"
    folder.mkdir()
    other = tmp_path / "map 1 *?'; DROP"
    other.mkdir()
    person = pseudonym("number", 1)
    entered = written("a", [Row(person, None, None, 0)], folder / "lijst.parquet")
    shutil.copy(entered.path, other)
    register = counted(None, folder, entered)
    assert register.persons["a"].count == 1
    parts = written("a", [Row(person, None, None, 0)] * 3, folder / "deel", files=3)
    assert counted(None, folder, parts).persons["a"].count == 1


@pytest.mark.parametrize("url", ["", "localhost:15002", "http://localhost", "spark://host:7077"])
def test_an_address_that_is_none(url: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--engine.*sc://computer:15002"):
        open_engine(url, tmp_path)


@pytest.mark.parametrize("url", ["sc://", "sc://:15002", "sc://host:port", "sc://[::"])
def test_an_address_without_a_computer(url: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--engine"), open_engine(url, tmp_path):
        pass


def test_nothing_answers(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"sc://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(InputError, match="antwoordt niets") as error, \
                open_engine(f"{url}/;token=geheim", tmp_path):
            pass
    assert "geheim" not in str(error.value)


def test_something_else_answers(tmp_path: Path) -> None:
    def hang_up(server: socket.socket) -> None:
        while True:
            try:
                server.accept()[0].close()
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=hang_up, args=(server,), daemon=True).start()
        with pytest.raises(InputError, match="geen Spark Connect"), \
                open_engine(f"sc://127.0.0.1:{server.getsockname()[1]}", tmp_path):
            pass


def test_what_it_takes_is_not_installed(tmp_path: Path, monkeypatch) -> None:
    for name in [one for one in sys.modules if one.split(".")[0] == "pyspark"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(InputError, match=r"participatiemonitor\[spark\]"), \
            open_engine("sc://localhost", tmp_path):
        pass
