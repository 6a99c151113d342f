"""Kernels forked from a process that has imported the heavy libraries; see ``kernel_server``.

Linux only: on macOS libraries crash after a fork, and Windows has none. There, and where nobody
asked for such a process, a kernel is one of its own, as usual.
"""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO

import psutil

from participatiemonitor.publishing.execute import kernel_server

_COMMAND = [sys.executable, "-m", "ipykernel_launcher"]


class ForkedKernel(psutil.Process):
    """What ``jupyter_client`` wants to know of a process, here of somebody else's child."""

    stdin = stdout = stderr = None

    def poll(self) -> int | None:
        """Return nothing for as long as it runs."""
        ended = not self.is_running() or self.status() == psutil.STATUS_ZOMBIE
        return 0 if ended else None

    wait = poll


class _Server:
    """The process that forks; it starts when kernels will be asked for."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._requests: IO[str]
        self._forked = False

    def start(self) -> None:
        with self._turn:
            if self._process:
                return
            ours, theirs = socket.socketpair()
            with ours, theirs:
                self._requests = ours.makefile("rw", encoding="utf-8")
                self._process = subprocess.Popen(
                    [sys.executable, kernel_server.__file__, str(theirs.fileno())],
                    stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()], start_new_session=True,
                )

    def fork(self, **request: object) -> int:
        self.start()
        self._forked = True
        try:
            with self._turn:
                print(json.dumps(request), file=self._requests, flush=True)
                return int(self._requests.readline())
        except (ConnectionError, ValueError) as error:  # the latter of an answer that is empty
            message = "het proces dat rekenprocessen start, is uitgevallen"
            raise RuntimeError(message) from error

    def close(self) -> None:
        if self._process:
            # A request that a killed process did not take is still on its way out.
            with contextlib.suppress(ConnectionError):
                self._requests.close()
            if not self._forked:
                # It may still be importing, for kernels that will not come.
                self._process.kill()
            self._process.wait()


_server: _Server | None = None


@contextmanager
def forked_kernels() -> Iterator[None]:
    """Let kernels be forked; at the end none is left, nor anything that one started."""
    global _server
    _server = _Server() if sys.platform == "linux" else None
    try:
        yield
    finally:
        if _server:
            _server.close()
        _server = None


def warm_up() -> None:
    """Have the libraries imported while something else is done."""
    if _server:
        _server.start()


def fork(command: list[str], cwd: str, env: dict[str, str], opened: Sequence[str] = ()
         ) -> ForkedKernel | None:
    """Fork a kernel.

    Parameters
    ----------
    command : list of str
        That would start it otherwise.
    cwd : str
    env : dict of str to str
    opened : sequence of str, optional
        Modules that it will import.

    Returns
    -------
    ForkedKernel or None
        None where this kernel has to be started by the command.

    Raises
    ------
    RuntimeError
        When the server is not there any more.
    """
    if _server is None or command[: len(_COMMAND)] != _COMMAND:
        return None
    return ForkedKernel(_server.fork(command=command, cwd=cwd, env=env, opened=opened))
