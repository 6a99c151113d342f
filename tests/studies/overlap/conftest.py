"""A cluster of one computer: a Sail server, which speaks Spark Connect."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def served() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server of its own, and where it answers."""
    if not importlib.util.find_spec("pysail") or not importlib.util.find_spec("pyspark"):
        pytest.skip("pysail is not installed (participatiemonitor[spark])")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "pysail", "spark", "server", "--ip",
                               "127.0.0.1", "--port", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            assert server.poll() is None, "the server stopped"
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(.1)
        yield f"sc://127.0.0.1:{port}", server
    finally:
        # Not asked to stop: that may wait for sessions that are open.
        server.kill()
        server.wait()


@pytest.fixture(scope="session")
def sail() -> Iterator[str]:
    with served() as (url, _):
        yield url
