"""The burgerservicenummer: nine digits that pass the eleven-test."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from participatiemonitor.studies.overlap.door.cells import repaired


def read_numbers(texts: pl.Series) -> pl.Series:
    """Numbers as nine digits; null of what is none.

    Parameters
    ----------
    texts : Series of str
        With or without blanks and dots; of nine digits, or eight where a nought in front got lost.

    Returns
    -------
    Series of str
    """
    return repaired(texts, _clean, lambda rest: rest.str.strip_suffix(".0")
                    .str.replace_all(r"[\s.]", ""))


def eleven(numbers: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Whether numbers of nine digits pass the eleven-test: weights 9 to 2, and -1 for the last."""
    total = _HIGH[numbers // 100_000] + _LOW[numbers % 100_000]
    passed: NDArray[np.bool_] = total % 11 == 0
    return passed


def _weighted(size: int, weights: tuple[int, ...]) -> NDArray[np.int16]:
    """The weighted sums of the digits of all numbers up to a size; the last weight comes first."""
    numbers = np.arange(size)
    sums = sum(numbers // 10**place % 10 * weight for place, weight in enumerate(weights))
    return np.asarray(sums, dtype=np.int16)


# Of the first four digits and of the last five, as looking up is quicker than dividing nine times.
_HIGH, _LOW = _weighted(10_000, (6, 7, 8, 9)), _weighted(100_000, (-1, 2, 3, 4, 5))


def _clean(texts: pl.Series) -> pl.Series:
    number = texts.cast(pl.Int32, strict=False)
    length = texts.str.len_bytes()
    if not number.null_count() and (length == 9).all() and (number > 99_999_999).all():
        passed = eleven(number.to_numpy())
        return texts if passed.all() else texts.set(pl.Series(~passed), None)
    number = number.fill_null(0).clip(0, 999_999_999)
    good = (pl.Series(eleven(number.to_numpy())) & (number > 0) & length.is_between(8, 9)
            & ~texts.str.starts_with("+"))
    return texts.str.zfill(9).set(~good.fill_null(False), None)
