"""Files of any origin: that they are there, are files, of a bearable size, and text in UTF-8."""

from __future__ import annotations

import stat
from pathlib import Path

from participatiemonitor.files.faults import invalid_file


def read_bytes(path: Path, largest: int) -> bytes:
    """Read a file.

    Parameters
    ----------
    path : pathlib.Path
    largest : int
        Bytes the file may have.

    Returns
    -------
    bytes

    Raises
    ------
    InvalidWave
        When there is no such file, it is none (a folder, a pipe), it cannot be read or is too
        large.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise invalid_file(path.name, str(path), "een bestand op deze plaats")
        if found.st_size > largest:
            raise invalid_file(path.name, f"{found.st_size} bytes", f"ten hoogste {largest} bytes")
        return path.read_bytes()
    except FileNotFoundError:
        raise invalid_file(path.name, str(path), "een bestand op deze plaats") from None
    except OSError as error:
        raise invalid_file(path.name, f"{path}: {error.strerror}",
                           "een bestand dat te lezen is") from None


def read_text(path: Path, largest: int) -> str:
    """Read a text file.

    Parameters
    ----------
    path : pathlib.Path
    largest : int
        Bytes the file may have.

    Returns
    -------
    str
        Without a byte order mark; line ends as they are.

    Raises
    ------
    InvalidWave
        When there is no such file, it is none (a folder, a pipe), it cannot be read, is too large
        or is not in UTF-8.
    """
    content = read_bytes(path, largest)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise invalid_file(path.name, f"byte {error.start}", "tekst in UTF-8", row) from None
