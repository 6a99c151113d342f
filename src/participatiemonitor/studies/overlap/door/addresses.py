"""Addresses as they are compared: postcode, number of the house and what is added to it."""

from __future__ import annotations

import polars as pl

from participatiemonitor.studies.overlap.door.cells import repaired

_POSTCODE = r"^[1-9][0-9]{3}[A-Z]{2}$"


def read_postcodes(texts: pl.Series) -> pl.Series:
    """Postcodes as four digits and two capitals; null of what is none."""
    return repaired(texts, lambda some: some.set(~some.str.contains(_POSTCODE), None),
                    lambda rest: rest.str.replace_all(r"[\s-]", "").str.to_uppercase())


def read_houses(texts: pl.Series) -> pl.Series:
    """The numbers of houses, without what is added; null where there is none."""
    return repaired(texts, _house, lambda rest: rest.str.extract(r"^\s*([0-9]{1,5})(?:[^0-9]|$)"))


def read_additions(texts: pl.Series) -> pl.Series:
    """What is added to a number of a house, as capitals and digits: of ``12 a-2`` it is A2."""
    if texts.cast(pl.Int64, strict=False).null_count() == texts.null_count():
        return pl.select(pl.when(texts.is_not_null()).then(pl.lit(""))).to_series()
    return additions(texts.str.strip_chars().str.strip_suffix(".0").str.replace("^[0-9]+", ""))


def additions(texts: pl.Series) -> pl.Series:
    """What stands in a column of its own, as capitals and digits."""
    return texts.str.to_uppercase().str.strip_suffix(".0").str.replace_all("[^A-Z0-9]", "")


def _house(texts: pl.Series) -> pl.Series:
    number = texts.cast(pl.Int64, strict=False)
    good = number.is_between(1, 99_999)
    if good.sum() == len(texts) - texts.null_count() and not (texts < "1").any():
        return texts
    return number.set(~good, None).cast(pl.String)
