"""Open an engine: the embedded one, or a cluster at an address."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.engines.cluster import SCHEME, cluster
from participatiemonitor.studies.overlap.engines.embedded import embedded
from participatiemonitor.studies.overlap.engines.engine import Engine


def open_engine(url: str | None, store: Path,
                memory: int | None = None) -> AbstractContextManager[Engine]:
    """Open an engine for as long as a run takes.

    Parameters
    ----------
    url : str or None
        Of a cluster, ``sc://host:port``; None for the engine that is embedded here.
    store : pathlib.Path
        A folder of this run only; what does not fit into memory goes there, and stays for who
        made the folder to remove. A cluster has to see it at the same path.
    memory : int or None
        Bytes that the embedded engine may use; by default 3 GB, or 60 % of what there is.

    Returns
    -------
    context manager of Engine

    Raises
    ------
    InputError
        If the address is not one, nothing answers there, or what it takes is not installed.
    """
    if url is None:
        return embedded(store, memory)
    if not url.startswith(SCHEME):
        raise InputError(f"--engine: verwacht een adres als {SCHEME}computer:15002 van een "
                         "cluster dat Spark Connect spreekt. Laat --engine weg om op deze "
                         "computer te rekenen.")
    return cluster(url, store)
