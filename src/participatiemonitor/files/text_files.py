"""Text files of any origin: that they are there, are files, of a bearable size and in UTF-8."""

from __future__ import annotations

import stat
from pathlib import Path

from participatiemonitor.files.faults import Fault, InvalidWave


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
    def fault(value: object, expected: str, row: int | None = None) -> InvalidWave:
        return InvalidWave([Fault(path.name, row, None, value, expected, "bestand")])

    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise fault(str(path), "een bestand op deze plaats")
        if found.st_size > largest:
            raise fault(f"{found.st_size} bytes", f"ten hoogste {largest} bytes")
        content = path.read_bytes()
    except FileNotFoundError:
        raise fault(str(path), "een bestand op deze plaats") from None
    except OSError as error:
        raise fault(f"{path}: {error.strerror}", "een bestand dat te lezen is") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise fault(f"byte {error.start}", "tekst in UTF-8", row) from None
