"""A cluster over Spark Connect: Spark itself, or another that speaks it such as Sail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.studies.overlap.engines.cluster_errors import quiet, told
from participatiemonitor.studies.overlap.engines.connecting import answering, client

# How often is tried again where it does not, each time after a longer pause: when it is opened,
# about a second in all; later, three minutes.
_OPENING, _GOING_ON = 3, 8
_STORE = ("Het cluster leest niet wat hier is geschreven. Kies met --store een map die deze "
          "computer en alle computers van het cluster onder hetzelfde pad zien.")


class Cluster:
    """A session on a cluster behind the protocol of an engine.

    Parameters
    ----------
    session : pyspark.sql.SparkSession
    store : pathlib.Path
        A folder that the cluster sees at the same path.
    """

    def __init__(self, session: Any, store: Path) -> None:
        self.session = session
        self._store = store

    def register(self, name: str, paths: Sequence[Path]) -> None:
        """Give parquet files, or folders of them, a name as one table."""
        files = [file for path in paths for file in _files(path)]
        with told():
            self.session.read.parquet(*(file.as_uri() for file in files)) \
                .createOrReplaceTempView(name)
            # A server that does not find a file may take it for an empty one.
            [found] = self.session.sql(f"SELECT count(*) AS n FROM {name}").toArrow()["n"]
        if found.as_py() != sum(pq.read_metadata(file).num_rows for file in files):
            raise RunError(_STORE)

    def put(self, name: str, table: pa.Table) -> None:
        """Give a small table a name."""
        with told():
            if len(table):
                frame = self.session.createDataFrame(table)
            else:  # A table without rows is not taken.
                one = pa.Table.from_pylist([{}], table.schema)
                frame = self.session.createDataFrame(one).limit(0)
            frame.createOrReplaceTempView(name)

    def view(self, name: str, sql: str) -> None:
        """Give a query a name; it is computed wherever it is used."""
        with told():
            self.session.sql(sql).createOrReplaceTempView(name)

    def keep(self, name: str, sql: str) -> None:
        """Compute a query once, and give what comes of it a name."""
        kept = (self._store / f"{name}.parquet").as_uri()
        with told():
            frame = self.session.sql(sql)
            frame.write.mode("overwrite").parquet(kept)
            # Of a query without rows there may be no file that says what its columns are.
            self.session.read.schema(frame.schema).parquet(kept).createOrReplaceTempView(name)

    def rows(self, sql: str) -> pa.Table:
        """Compute a query of which the answer is small."""
        with told():
            return self.session.sql(sql).toArrow()


@contextmanager
def cluster(url: str, store: Path) -> Iterator[Cluster]:
    """Open a session on a cluster.

    Parameters
    ----------
    url : str
        As in ``sc://computer:15002``.
    store : pathlib.Path
        A folder that the cluster sees at the same path.

    Yields
    ------
    Cluster

    Raises
    ------
    InputError
        If nothing answers there, or Spark's client is not installed.
    """
    builder = client()
    place = answering(url)
    from pyspark.sql.connect.client.retries import DefaultPolicy
    try:
        session = builder.remote(url).create()
        session.client.set_retry_policies([DefaultPolicy(max_retries=_OPENING)])
        with quiet():
            session.sql("SELECT 1 AS n").toArrow()
        session.client.set_retry_policies([DefaultPolicy(max_retries=_GOING_ON)])
    except Exception:
        # Whatever speaks there, in which way it fails is up to it.
        raise InputError(f"--engine: op {place} antwoordt iets, maar geen Spark Connect. Vraag de "
                         "beheerder naar het adres en de poort.") from None
    try:
        yield Cluster(session, store.resolve())
    finally:
        session.client.close()


def _files(path: Path) -> list[Path]:
    whole = path.resolve()
    return sorted(whole.glob("*.parquet")) if whole.is_dir() else [whole]
