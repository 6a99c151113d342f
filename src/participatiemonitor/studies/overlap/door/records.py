"""The records of a csv file, counted in its bytes: whether each has as many cells as the header.

Readers that are quick fill up a short record in silence, and its cells may then be in the wrong
columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BREAK, _QUOTE = 10, 34
# Bytes of a record; what is longer are quotes that do not end.
LONGEST = 1_000_000


class NoText(Exception):
    """Bytes that are no text in UTF-8.

    Attributes
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
        rest += part
        while skipped and b"\n" in rest:
            _checked(rest[:(cut := rest.index(b"\n") + 1)])
            rest, skipped = rest[cut:], skipped - 1
        if not skipped:
            found, rest = _counted(found, rest, delimiter, width)
        if len(rest) > LONGEST:
            break
    _checked(rest)
    if rest and not skipped:
        found, rest = _counted(found, rest + b"\n", delimiter, width)
    return Records(found.count, found.ragged, found.first, found.cells, bool(rest))


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
    whole = content[:ends[-1] + 1]
    _checked(whole)
    cells = np.flatnonzero(between[:len(whole)])
    if not _all_alike(ends, cells, width - 1):
        found = _ragged(found, whole, ends, cells, delimiter, width)
    return (Records(found.count + len(ends), found.ragged, found.first, found.cells),
            content[len(whole):])


def _all_alike(ends: NDArray[np.intp], cells: NDArray[np.intp], between: int) -> bool:
    """Whether each record has just so many delimiters, as nearly all files are."""
    if len(cells) != len(ends) * between:
        return False
    if not between:
        return True
    first, last = cells[::between], cells[between - 1::between]
    return bool((last < ends).all() and (first[1:] > ends[:-1]).all())


def _ragged(found: Records, content: bytes, ends: NDArray[np.intp], cells: NDArray[np.intp],
            delimiter: str, width: int) -> Records:
    each = np.diff(np.searchsorted(cells, ends), prepend=0) + 1
    begins = np.concatenate([[0], ends[:-1] + 1])
    blank = f"{delimiter} \t\r\n\"".encode()
    for place in np.flatnonzero(each != width):
        record = content[begins[place]:ends[place]]
        held = len(record.rstrip(blank))
        inside = int(np.searchsorted(cells, begins[place] + held)
                     - np.searchsorted(cells, begins[place]))
        if not held or (each[place] > width > inside):
            continue
        first = (found.first, found.cells) if found.ragged else (
            found.count + int(place), int(each[place]))
        found = Records(found.count, found.ragged + 1, *first)
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
