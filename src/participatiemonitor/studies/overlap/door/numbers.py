"""The burgerservicenummer: nine digits that pass the eleven-test."""

from __future__ import annotations

import polars as pl

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
    return repaired(texts, _clean, lambda rest: rest.str.strip_chars().str.strip_suffix(".0")
                    .str.replace_all(r"[\s.]", ""))


def _clean(texts: pl.Series) -> pl.Series:
    number = texts.cast(pl.Int64, strict=False)
    length = texts.str.len_bytes()
    good = (number > 0) & length.is_between(8, 9) & eleven(number) & ~texts.str.starts_with("+")
    digits = texts.str.zfill(9) if (length == 8).any() else texts
    return digits.set(~good.fill_null(False), None)


def eleven(number: pl.Series) -> pl.Series:
    """Whether numbers of nine digits pass the eleven-test: weights 9 to 2, and -1 for the last."""
    total = -(number % 10)
    rest = number // 10
    for weight in range(2, 10):
        total += rest % 10 * weight
        rest = rest // 10
    return total % 11 == 0
