"""How columns of text are normalised: what is clean already is only looked at."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

Normal = Callable[[pl.Series], pl.Series]


def normal(column: str, rule: Normal, dtype: type[pl.DataType] = pl.String) -> pl.Expr:
    """An expression that normalises a column by a rule that looks at each cell by itself."""
    return pl.col(column).map_batches(rule, return_dtype=dtype, is_elementwise=True)


def filled(texts: pl.Series) -> pl.Series:
    """Texts that show anything, null where one does not.

    Parameters
    ----------
    texts : Series

    Returns
    -------
    Series
        Where none is empty or begins with a blank, which sort before other signs, as they were.
    """
    if not (texts < "!").any():
        return texts
    texts = texts.str.strip_chars()
    return texts.set(texts == "", None)


def recoded(texts: pl.Series, code: Callable[[str], object], dtype: type[pl.DataType]) -> pl.Series:
    """Read each different text once, where there are few."""
    distinct = texts.unique().drop_nulls()
    codes = pl.Series([code(text) for text in distinct], dtype=dtype)
    return codes.gather(texts.cast(pl.Enum(distinct)).to_physical())


def repaired(texts: pl.Series, clean: Normal, repair: Normal) -> pl.Series:
    """Read texts, and those that cannot be read once more after a repair.

    Parameters
    ----------
    texts : Series
    clean : callable
        Reads texts; null of what it cannot read.
    repair : callable
        Makes other texts of these.

    Returns
    -------
    Series
    """
    found = clean(texts)
    rest = (found.is_null() & texts.is_not_null()).arg_true()
    if not len(rest):
        return found
    return found.scatter(rest, clean(repair(texts.gather(rest))))


def letters(texts: pl.Series) -> pl.Series:
    """In capitals without accents."""
    if texts.str.contains("[^ -~]").any():
        texts = texts.str.normalize("NFKD").str.replace_all(r"\p{M}", "")
        return texts.str.to_uppercase().str.replace_many(_LETTERS)
    return texts.str.to_uppercase()


# Letters that are no letter with an accent.
_LETTERS = {"Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Æ": "AE", "Œ": "OE", "Þ": "TH", "ẞ": "SS"}
