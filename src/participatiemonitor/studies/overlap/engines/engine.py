"""What an engine does: tables of parquet files, and SQL that both kinds of engine understand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pyarrow as pa


class Engine(Protocol):
    """A place where SQL runs. Names of tables are the caller's, and of the code: never of data."""

    def register(self, name: str, paths: Sequence[Path]) -> None:
        """Give parquet files, or folders of them, a name as one table."""

    def put(self, name: str, table: pa.Table) -> None:
        """Give a small table a name."""

    def view(self, name: str, sql: str) -> None:
        """Give a query a name; it is computed wherever it is used."""

    def keep(self, name: str, sql: str) -> None:
        """Compute a query once, and give what comes of it a name."""

    def rows(self, sql: str) -> pa.Table:
        """Compute a query of which the answer is small."""
