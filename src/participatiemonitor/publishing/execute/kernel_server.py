"""A process that has imported the heavy libraries, and from which kernels are forked.

Started by its path, with the number of a socket as its only argument. A request is a line of
JSON: the command, the folder and the environment of a kernel; the answer is its process id. When
the other end of the socket closes, however that comes about, all kernels are killed with whatever
they started.

Of this project, only what notebooks open is imported here, when the first of them is to run.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
from collections.abc import Iterable
from typing import Any

# What every chapter comes to import.
_LIBRARIES = (
    *("ipykernel.kernelapp", "ipykernel.debugger", "psutil", "sqlite3", "myst_nb.ext.glue"),
    *("charset_normalizer", "yaml", "pydantic.types", "pydantic.functional_validators"),
    *("pandas", "pyarrow.pandas_compat"),
)


def serve(build: socket.socket) -> dict[str, Any]:
    """Fork a kernel for each request; returns in those kernels only.

    Parameters
    ----------
    build : socket.socket

    Returns
    -------
    dict
        The request.
    """
    kernels: list[int] = []
    with build, build.makefile("rw", encoding="utf-8") as stream:
        for line in stream:
            request: dict[str, Any] = json.loads(line)
            import_all(request.pop("opened"))
            if kernel := os.fork():
                kernels.append(kernel)
                continue
            # A session of its own: a signal reaches a kernel and what it started, nothing else.
            os.setsid()
            print(os.getpid(), file=stream, flush=True)
            return request
    # Only now: the number of a kernel that ended earlier is its own until it is waited for.
    for kernel in kernels:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(kernel, signal.SIGKILL)
        os.waitpid(kernel, 0)
    sys.exit()


def import_all(names: Iterable[str]) -> None:
    """Import modules for all kernels to come; one that fails will tell so in its kernel.

    Parameters
    ----------
    names : iterable of str
    """
    missing = [name for name in names if name not in sys.modules]
    for name in missing:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    if missing:
        gc.collect()
        gc.freeze()


def run_kernel(command: list[str], cwd: str, env: dict[str, str]) -> None:
    """Be the kernel that the command would have started.

    Parameters
    ----------
    command : list of str
        ``python -m ipykernel_launcher`` and its arguments.
    cwd : str
    env : dict of str to str
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(cwd)
    os.environ.update(env)
    sys.argv = [*command[2:], f"--IPKernelApp.parent_handle={os.getppid()}"]
    # It happened when this was imported, once for all kernels.
    sys.modules["numpy"].random.seed()
    sys.modules["ipykernel.kernelapp"].launch_new_instance()


if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the folder of this file
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the build
    import_all(_LIBRARIES)
    run_kernel(**serve(socket.socket(fileno=int(sys.argv[1]))))
