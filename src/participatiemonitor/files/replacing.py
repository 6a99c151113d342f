"""Files and folders that are put in place in one move: nobody ever sees half of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def replace_text(path: Path, text: str, *, private: bool = False) -> None:
    """Write a text file in one move; see `replace_bytes`."""
    replace_bytes(path, text.encode(), private=private)


def replace_bytes(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file in one move.

    Parameters
    ----------
    path : pathlib.Path
    content : bytes
    private : bool
        Whether nobody but its owner may ever read it.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        if private:
            temporary.touch(0o600)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk does not say where
        raise
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """Fill a folder, which takes the place of another when all of it is there.

    Parameters
    ----------
    target : pathlib.Path

    Yields
    ------
    pathlib.Path
        An empty folder beside `target`; gone again when filling it failed.
    """
    fresh = target.with_name(f".{target.name.removeprefix('.')}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
        swap_folder(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def swap_folder(new: Path, target: Path) -> None:
    """Put a complete folder in the place of another.

    Parameters
    ----------
    new : pathlib.Path
        On the same file system as `target`.
    target : pathlib.Path
    """
    old = target.with_name(f"{target.name}.old")
    restore_folder(target)
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def restore_folder(target: Path) -> None:
    """Undo a swap that was cut off between its two moves.

    Parameters
    ----------
    target : pathlib.Path
    """
    old = target.with_name(f"{target.name}.old")
    if old.exists() and not target.exists():
        old.rename(target)
