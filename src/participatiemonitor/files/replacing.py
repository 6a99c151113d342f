"""Files and folders that are put in place in one move: nobody ever sees half of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from participatiemonitor.errors import InputError


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


def place_files(folder: Path, files: Mapping[str, bytes], *, private: bool = False
                ) -> list[Path]:
    """Write files that are all made already; what else stands in the folder stays.

    Parameters
    ----------
    folder : pathlib.Path
        Made when it is not there.
    files : mapping of str to bytes
        By name.
    private : bool
        Whether nobody but their owner may ever read them.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    InputError
        When it cannot be a folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise InputError(f"{folder}: hier staat een bestand. Verwacht: een map, of een plaats "
                         "waar er een gemaakt kan worden. Kies een andere map.") from None
    for name, content in files.items():
        replace_bytes(folder / name, content, private=private)
    return [folder / name for name in files]


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
