"""What it takes to reach a cluster: an address, a client, and something that answers."""

from __future__ import annotations

import socket
from typing import Any
from urllib.parse import urlsplit

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.engines.cluster_errors import quiet

SCHEME = "sc://"
# The port of Spark Connect where an address names none; seconds that a server may take to answer.
_PORT, _WAIT = 15002, 10


def client() -> Any:
    """The builder of sessions of Spark's client, which is an extra."""
    try:
        with quiet():
            import pyspark.sql.connect.utils  # noqa: F401
            from pyspark.sql.connect.session import SparkSession
    except ImportError:
        raise InputError("--engine: rekenen op een cluster vraagt een onderdeel dat niet is "
                         "geïnstalleerd. Installeer het met: "
                         "pip install 'participatiemonitor[spark]'") from None
    return SparkSession.builder


def answering(url: str) -> str:
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
