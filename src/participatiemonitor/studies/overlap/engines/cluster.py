"""A cluster over Spark Connect: Spark itself, or another that speaks it such as Sail."""

from __future__ import annotations

import socket
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

from participatiemonitor.errors import InputError, RunError

SCHEME = "sc://"
# The port of Spark Connect where an address names none; seconds that a server may take to answer.
_PORT, _WAIT = 15002, 10
# How often is tried again where it does not, each time after a longer pause: when it is opened,
# about a second in all; later, three minutes.
_OPENING, _GOING_ON = 3, 8


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
        files = [file for path in paths for file in _files(path)]
        with told():
            self.session.read.parquet(*(file.as_uri() for file in files)) \
                .createOrReplaceTempView(name)
            # A server that does not find a file may take it for an empty one.
            [found] = self.session.sql(f"SELECT count(*) AS n FROM {name}").toArrow()["n"]
        if found.as_py() != sum(pq.read_metadata(file).num_rows for file in files):
            raise RunError(_STORE)

    def put(self, name: str, table: pa.Table) -> None:
        with told():
            if len(table):
                frame = self.session.createDataFrame(table)
            else:  # A table without rows is not taken.
                one = pa.Table.from_pylist([{}], table.schema)
                frame = self.session.createDataFrame(one).limit(0)
            frame.createOrReplaceTempView(name)

    def view(self, name: str, sql: str) -> None:
        with told():
            self.session.sql(sql).createOrReplaceTempView(name)

    def keep(self, name: str, sql: str) -> None:
        kept = (self._store / f"{name}.parquet").as_uri()
        with told():
            frame = self.session.sql(sql)
            frame.write.mode("overwrite").parquet(kept)
            # Of a query without rows there may be no file that says what its columns are.
            self.session.read.schema(frame.schema).parquet(kept).createOrReplaceTempView(name)

    def rows(self, sql: str) -> pa.Table:
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
    builder = _builder()
    place = _answers(url)
    from pyspark.sql.connect.client.retries import DefaultPolicy
    try:
        session = builder.remote(url).create()
        session.client.set_retry_policies([DefaultPolicy(max_retries=_OPENING)])
        with _quiet():
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


_STORE = ("Het cluster leest niet wat hier is geschreven. Kies met --store een map die deze "
          "computer en alle computers van het cluster onder hetzelfde pad zien.")


@contextmanager
def told() -> Iterator[None]:
    """Tell what a cluster cannot do in words of ours: its own may hold values and paths.

    Raises
    ------
    RunError
    """
    import grpc
    from pyspark.errors import PySparkException
    try:
        with _quiet():
            yield
    except (grpc.RpcError, PySparkException) as error:
        code = getattr(error, "getGrpcStatusCode", getattr(error, "code", lambda: None))()
        if code == grpc.StatusCode.UNAVAILABLE:
            raise RunError("Het tellen is gestopt: het cluster antwoordt niet meer. Controleer of "
                           "het draait en genoeg geheugen heeft, en probeer het opnieuw.") from None
        raise RunError(f"Het tellen is gestopt: het cluster kon een stap niet uitvoeren "
                       f"({type(error).__name__}). Staat --store in een map die het cluster ook "
                       "ziet, is daar ruimte, en heeft het genoeg geheugen?") from None


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        # That it does not know all of pandas 3, of which nothing is used here; and that it gave up,
        # which the error says.
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas",
                                FutureWarning)
        warnings.filterwarnings("ignore", r"\[RETRIES_EXCEEDED\]", UserWarning)
        yield


def _builder() -> Any:
    try:
        with _quiet():
            import pyspark.sql.connect.utils  # noqa: F401
            from pyspark.sql.connect.session import SparkSession
    except ImportError:
        raise InputError("--engine: rekenen op een cluster vraagt een onderdeel dat niet is "
                         "geïnstalleerd. Installeer het met: "
                         "pip install 'participatiemonitor[spark]'") from None
    return SparkSession.builder


def _answers(url: str) -> str:
    """Where a server answers; its client would go on trying for minutes where none does.

    Parameters
    ----------
    url : str

    Returns
    -------
    str
        Host and port, without what else an address may hold, such as a token.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or _PORT
    except ValueError:
        host = None
    if not host:
        raise InputError(f"--engine: in het adres staat geen computer. Verwacht: "
                         f"{SCHEME}computer:{_PORT}")
    place = f"{host}:{port}"
    try:
        socket.create_connection((host, port), _WAIT).close()
    except OSError:
        raise InputError(f"--engine: op {place} antwoordt niets. Controleer het adres en of het "
                         "cluster draait.") from None
    return place


def _files(path: Path) -> list[Path]:
    whole = path.resolve()
    return sorted(whole.glob("*.parquet")) if whole.is_dir() else [whole]
