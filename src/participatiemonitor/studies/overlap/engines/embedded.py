"""The embedded engine: DuckDB in this process, which goes on on disk where memory is too small."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import psutil
import pyarrow as pa

from participatiemonitor.errors import RunError

# Bytes at most, and the part of the computer's memory at most.
_MEMORY, _PART = 3_000_000_000, 0.6


class Embedded:
    """DuckDB behind the protocol of an engine."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def register(self, name: str, paths: Sequence[Path]) -> None:
        files = ", ".join(_quoted(path) for path in paths)
        self._run(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{files}])")

    def put(self, name: str, table: pa.Table) -> None:
        # Copied, as a table that is only named is read anew, and by one thread, at each use.
        with told():
            self.connection.register("handed", table)
            self.connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM handed")
            self.connection.unregister("handed")

    def view(self, name: str, sql: str) -> None:
        self._run(f"CREATE TEMP VIEW {name} AS {sql}")

    def keep(self, name: str, sql: str) -> None:
        self._run(f"CREATE TEMP TABLE {name} AS {sql}")

    def rows(self, sql: str) -> pa.Table:
        with told():
            return self.connection.sql(sql).to_arrow_table()

    def _run(self, sql: str) -> None:
        with told():
            self.connection.execute(sql)


@contextmanager
def embedded(store: Path, memory: int | None = None) -> Iterator[Embedded]:
    """Open the embedded engine.

    Parameters
    ----------
    store : pathlib.Path
        Where it puts what does not fit into memory; its own folder there goes when it closes.
    memory : int or None
        Bytes that it may use.

    Yields
    ------
    Embedded
    """
    if memory is None:
        memory = min(_MEMORY, int(_PART * psutil.virtual_memory().total))
    with told():
        connection = duckdb.connect(":memory:", config={
            "memory_limit": f"{memory}B", "temp_directory": str(store / "uitwijk"),
            "preserve_insertion_order": False,
            # Nothing is fetched: what it needs is built in.
            "autoinstall_known_extensions": False, "autoload_known_extensions": False,
            "allow_community_extensions": False})
        connection.execute("SET enable_progress_bar = false")
    try:
        yield Embedded(connection)
    finally:
        connection.close()


@contextmanager
def told() -> Iterator[None]:
    """Tell what the engine cannot do in words of ours: its own may hold values and paths.

    Raises
    ------
    RunError
    """
    try:
        yield
    except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException):
        raise  # of a query that is wrong, which is ours to mend
    except duckdb.Error as error:
        raise RunError(_reason(error)) from None


def _reason(error: duckdb.Error) -> str:
    text = str(error)
    if re.search(r"max_temp_directory_size|No space left|disk quota", text, re.IGNORECASE):
        return ("Het tellen is gestopt: de schijf is vol. Maak ruimte op de schijf van --store, of "
                "kies met --store een map op een schijf met meer ruimte.")
    if isinstance(error, duckdb.OutOfMemoryException) or "temp_directory" in text:
        return ("Het tellen is gestopt: er is te weinig geheugen. Sluit andere programma's, of "
                "reken op een cluster (--engine sc://computer:15002).")
    if isinstance(error, duckdb.IOException | duckdb.PermissionException):
        return ("Het tellen is gestopt: lezen of schrijven in de map van --store is mislukt. "
                "Controleer de schijf en de rechten.")
    return f"Het tellen is gestopt door een fout in de rekenmachine ({type(error).__name__})."


def _quoted(path: Path) -> str:
    """The name of a file as text in SQL, in which no sign stands for others.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    str
    """
    escaped = re.sub(r"([\[*?])", r"[\1]", str(path)).replace("'", "''")
    return f"'{escaped}/*.parquet'" if path.is_dir() else f"'{escaped}'"
