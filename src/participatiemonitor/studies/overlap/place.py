"""Where lists with pseudonyms are while they are counted: a folder that is gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX, _HELD = ".versleuteld-", ".bezet"


@contextmanager
def place_for_lists(store: Path | None) -> Iterator[Path]:
    """A new folder that only its owner can read; afterwards it is gone, whatever happened.

    Parameters
    ----------
    store : pathlib.Path or None
        Where to make it; None for where the machine keeps such things. What a run left that was
        killed, is removed first.

    Yields
    ------
    pathlib.Path
    """
    within = Path(tempfile.gettempdir()) if store is None else store
    within.mkdir(parents=True, exist_ok=True)
    _clear(within)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=within))
    try:
        with FileLock(folder / _HELD):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear(within: Path) -> None:
    """Remove the folders of which no process holds the lock."""
    for folder in within.glob(f"{_PREFIX}*"):
        if not os.access(folder / _HELD, os.W_OK):
            continue
        try:
            with FileLock(folder / _HELD, blocking=False):
                pass
        except Timeout:
            continue
        shutil.rmtree(folder, ignore_errors=True)
