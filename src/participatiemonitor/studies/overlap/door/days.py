"""Days as offices and programs write them."""

from __future__ import annotations

import datetime as dt

import polars as pl

from participatiemonitor.studies.overlap.door.cells import repaired

EXPECTED = "een datum, zoals 2012-03-31 of 31-3-2012"
# The first day on which anybody who lives was born.
BEGIN = dt.date(1880, 1, 1)
# Day 0 of Excel, from March 1900 on.
_ZERO = dt.date(1899, 12, 30)
_TIME = r"[T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$"


def read_days(texts: pl.Series) -> pl.Series:
    """Days; null of what is none.

    Parameters
    ----------
    texts : Series of str
        As ``2012-03-31``, ``31-3-2012``, ``31/3/2012``, ``20120331``, or as the five digits by
        which Excel counts days; with a time or without.

    Returns
    -------
    Series of date
        From the year 1880 on, or the day that stands for no end.
    """
    return repaired(texts, _iso, _as_iso)


def read_births(texts: pl.Series) -> pl.Series:
    """Days on which somebody may have been born, as ISO writes them; null of what is none."""
    days = read_days(texts)
    return days.set(~days.is_between(BEGIN, dt.date(2100, 1, 1)), None).dt.strftime("%Y-%m-%d")


def _iso(texts: pl.Series) -> pl.Series:
    days = texts.str.to_date("%Y-%m-%d", strict=False, cache=False)
    early = (days < BEGIN).fill_null(False)
    return days.set(early, None) if early.any() else days


def _as_iso(texts: pl.Series) -> pl.Series:
    """As ISO writes them; null of what has another form."""
    texts = texts.str.strip_chars().str.strip_suffix(".0").str.replace(_TIME, "")
    parts = texts.str.extract_groups(r"^(?:(\d{1,2})[-/.](\d{1,2})[-/.])(\d{4})$").struct.unnest()
    plain = texts.str.extract_groups(r"^(\d{4})[-/]?(\d{2})[-/]?(\d{2})$").struct.unnest()
    serial = texts.str.extract(r"^(\d{5})$").cast(pl.Int64)
    dutch = _joined(parts["3"], parts["2"].str.zfill(2), parts["1"].str.zfill(2))
    iso = _joined(plain["1"], plain["2"], plain["3"])
    counted = (pl.Series([_ZERO]) + pl.Series(serial * 86_400_000, dtype=pl.Duration("ms"))
               ).cast(pl.Date).dt.strftime("%Y-%m-%d")
    return pl.select(pl.coalesce(dutch, iso, counted)).to_series()


def _joined(year: pl.Series, month: pl.Series, day: pl.Series) -> pl.Series:
    return year + "-" + month + "-" + day
