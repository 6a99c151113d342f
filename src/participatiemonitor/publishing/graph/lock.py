"""One build at a time in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from participatiemonitor import plain_text
from participatiemonitor.errors import RunError
from participatiemonitor.files.replacing import replace_text


@contextmanager
def exclusive(folder: Path, command: str) -> Iterator[None]:
    """Keep other processes out of a folder for as long as this one works in it.

    The operating system keeps the lock and ends it with the process, however that ends.

    Parameters
    ----------
    folder : pathlib.Path
        Made when it is not there.
    command : str
        What is being done, for whoever finds the folder in use: ``monitor build 2011``.

    Raises
    ------
    RunError
        When another process has the folder; says which.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock, holder = FileLock(folder / ".lock"), folder / ".holder"
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise RunError(_in_use(folder, holder)) from None
    try:
        now = datetime.now().astimezone()
        replace_text(
            holder,
            f"proces {os.getpid()}, sinds {now:%H:%M:%S} op {now:%d-%m-%Y}, met: {command}",
        )
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _in_use(folder: Path, holder: Path) -> str:
    try:
        who = plain_text.terminal(holder.read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:  # it has only just begun, or has just ended
        who = "een ander proces"
    return (
        f"{folder}: hier wordt al gewerkt, door {who}\n"
        "Wacht tot dat klaar is, of stop het, en probeer het opnieuw."
    )
