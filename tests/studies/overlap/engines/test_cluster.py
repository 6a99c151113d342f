"""The same on a cluster as embedded and by hand, in however many parts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.studies.overlap.counting.counted import link_and_count
from participatiemonitor.studies.overlap.engines import cluster
from participatiemonitor.studies.overlap.engines.opening import open_engine
from participatiemonitor.studies.overlap.register import Counted

from ..conftest import served
from ..linking.test_counted import check, registers
from ..lists import Row, provisions, pseudonym, written

pytestmark = pytest.mark.usefixtures("main_module")
DAY = dt.date(2012, 3, 31)


@settings(deadline=None, max_examples=25,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(registers())
@pytest.mark.parametrize(("partitions", "files"), [(1, 1), (4, 3)])
def test_as_by_hand(sail: str, partitions: int, files: int, register) -> None:
    check(sail, *register, files=files, partitions=partitions)


def test_a_table_without_rows_has_its_columns(sail: str, tmp_path: Path) -> None:
    with open_engine(sail, tmp_path) as engine:
        engine.put("leeg", pa.table({"a": pa.array([], pa.int64())}))
        engine.keep("bewaard", "SELECT a + 1 AS b FROM leeg")
        assert engine.rows("SELECT b FROM bewaard").column_names == ["b"]
        assert engine.rows("SELECT b FROM bewaard").num_rows == 0


def test_what_the_cluster_does_not_see(sail: str, tmp_path: Path, monkeypatch) -> None:
    # It reads elsewhere than this computer, where nothing is.
    entered = written("a", [Row(pseudonym("number", 1), None, None, 0)], tmp_path / "a.parquet")
    counted = Counted(provisions(1), DAY, None)
    files = cluster._files

    class Elsewhere(type(tmp_path)):
        def as_uri(self):
            return super().as_uri().replace("a.parquet", "elders.parquet")

    monkeypatch.setattr(cluster, "_files", lambda path: [Elsewhere(one) for one in files(path)])
    with open_engine(sail, tmp_path) as engine, pytest.raises(
            RunError, match="leest niet wat hier is geschreven") as error:
        link_and_count(engine, [entered], counted)
    assert str(tmp_path) not in str(error.value)


def test_a_store_that_the_cluster_cannot_write(sail: str, tmp_path: Path) -> None:
    entered = written("a", [Row(pseudonym("number", 1), None, None, 0)], tmp_path / "a.parquet")
    with open_engine(sail, Path("/proc/bestaat/niet")) as engine, \
            pytest.raises(RunError, match="--store") as error:
        link_and_count(engine, [entered], Counted(provisions(1), DAY, None))
    assert "SELECT" not in str(error.value) and error.value.__cause__ is None


def test_a_cluster_that_stops(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(cluster, "_GOING_ON", 1)
    with served() as (url, server), open_engine(url, tmp_path) as engine:
        assert engine.rows("SELECT 1 AS n")["n"].to_pylist() == [1]
        server.kill()
        with pytest.raises(RunError, match="het cluster antwoordt niet meer"):
            engine.rows("SELECT 1 AS n")


def test_likely_is_for_the_embedded_engine(sail: str, tmp_path: Path) -> None:
    entered = written("a", [Row(None, pseudonym("name", 1), None, 0)], tmp_path / "a.parquet")
    with open_engine(sail, tmp_path) as engine, pytest.raises(InputError, match="--engine"):
        link_and_count(engine, [entered], Counted(provisions(1), DAY, None), likely=True)
