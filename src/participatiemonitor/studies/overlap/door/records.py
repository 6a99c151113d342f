"""The records of a csv file, counted in its bytes: whether each has as many cells as the header.

Readers that are quick fill up a short record in silence, and its cells may then be in the wrong
columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

_BREAK, _QUOTE = 10, 34
# Bytes of a record; what is longer are quotes that do not end.
LONGEST = 1_000_000


class NoText(Exception):
    """Bytes that are no text in UTF-8.

    Parameters
    ----------
    content : bytes
        The part of the file in which they are.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.content = content


@dataclass(frozen=True)
class Records:
    """What was counted.

    Attributes
    ----------
    count : int
    ragged : int
        Those that have another number of cells.
    first, cells : int
        The first of these, from 0, and how many cells it has.
    open : bool
        Whether a record does not end, as quotes in it do not.
    """

    count: int = 0
    ragged: int = 0
    first: int = 0
    cells: int = 0
    open: bool = False


def count_records(parts: Iterable[bytes], delimiter: str, width: int, skipped: int) -> Records:
    """Count the cells of each record.

    Parameters
    ----------
    parts : iterable of bytes
        The file in pieces of any length.
    delimiter : str
    width : int
        Cells that a record should have.
    skipped : int
        Lines above the first record.

    Returns
    -------
    Records
        Without those that are empty; cells that are too many count where they hold anything.

    Raises
    ------
    NoText
    """
    found, rest = Records(), b""
    for part in parts:
        content = rest + part
        while skipped and b"\n" in content:
            _checked(content[:(cut := content.index(b"\n") + 1)])
            content, skipped = content[cut:], skipped - 1
        if skipped:
            rest = content
            continue
        found, rest = _counted(found, content, delimiter, width)
        if len(rest) > LONGEST:
            break
    _checked(rest)
    if rest and not skipped:
        found, rest = _counted(found, rest + b"\n", delimiter, width)
    return replace(found, open=bool(rest))


def _counted(found: Records, content: bytes, delimiter: str, width: int) -> tuple[Records, bytes]:
    """Count the records that are whole, and give back what is left."""
    signs = np.frombuffer(content, dtype=np.uint8)
    breaks, between = signs == _BREAK, signs == ord(delimiter)
    if b'"' in content:
        outside = ~np.logical_xor.accumulate(signs == _QUOTE)
        breaks &= outside
        between &= outside
    ends = np.flatnonzero(breaks)
    if not len(ends):
        return found, content
    cut = int(ends[-1]) + 1
    _checked(content[:cut])
    begins = np.concatenate([[0], ends[:-1] + 1])
    each = np.add.reduceat(between[:cut], begins, dtype=np.uint32) + 1
    wrong = [(int(place), int(begins[place]), int(ends[place]))
             for place in np.flatnonzero(each != width)]
    found = _ragged(found, content, between, width, delimiter, wrong)
    return replace(found, count=found.count + len(ends)), content[cut:]


def _ragged(found: Records, content: bytes, between: NDArray[np.bool_], width: int,
            delimiter: str, records: Iterable[tuple[int, int, int]]) -> Records:
    """Look at records of another length: by their number, begin and end."""
    blank = f"{delimiter} \t\r\n\"".encode()
    for number, first, last in records:
        held = len(content[first:last].rstrip(blank))
        cells = int(np.count_nonzero(between[first:last])) + 1
        filled = int(np.count_nonzero(between[first:first + held])) + 1
        if held and (cells < width or filled > width):
            where = (found.first, found.cells) if found.ragged else (found.count + number, cells)
            found = replace(found, ragged=found.ragged + 1, first=where[0], cells=where[1])
    return found


def _checked(content: bytes) -> None:
    """Raise where this is no text."""
    if b"\0" in content:
        raise NoText(content)
    if not content.isascii():
        try:
            content.decode()
        except UnicodeDecodeError:
            raise NoText(content) from None
