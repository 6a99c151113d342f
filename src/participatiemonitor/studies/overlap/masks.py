"""Masks in words, as columns of SQL: a bit for each of as many things as there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from participatiemonitor.studies.overlap.provisions import WORD, words_of

# Of what a mask is: columns p0, p1, … hold provisions, and s0, s1, … suppliers.
PROVISIONS, SUPPLIERS = "p", "s"


def words(kind: str, size: int) -> tuple[str, ...]:
    """Names of the columns of a mask of so many things."""
    return tuple(f"{kind}{word}" for word in range(words_of(size)))


def bit(place: int, size: int) -> tuple[int, ...]:
    """The words in which one thing of so many has its bit."""
    return tuple(1 << place % WORD if word == place // WORD else 0
                 for word in range(words_of(size)))


def bits(kind: str, size: int) -> pa.Table:
    """A table of one row for each of so many things, with its place and its words."""
    columns = zip(*(bit(place, size) for place in range(size)), strict=True)
    return pa.table({"place": pa.array(range(size), pa.int16()),
                     **{name: pa.array(column, pa.int64())
                        for name, column in zip(words(kind, size), columns, strict=True)}})


def places(mask: Sequence[int]) -> list[int]:
    """The places that have a bit in a mask."""
    return [word * WORD + place for word, value in enumerate(mask)
            for place in range(WORD) if value >> place & 1]


def whole(table: pa.Table, names: Iterable[str]) -> np.ndarray:
    """Some columns of a table of whole numbers, as an array with a row for each of its rows."""
    return np.column_stack([table[name].to_numpy().astype(np.int64) for name in names])
