"""Parts by which persons without a number are linked, as pseudonyms of their own."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.door import pseudonyms
from participatiemonitor.studies.overlap.door.entering import Asked

# Columns of a list that came in, by the parts that are made of them.
PARTS = ("surname", "sound", "initial", "day", "month", "year", "place")


def parted(asked: Asked) -> Iterator[pl.Expr]:
    """The columns ``part_*``; null where a list does not have it.

    Parameters
    ----------
    asked : Asked

    Yields
    ------
    Expr
    """
    made = _made() if asked.named else {}
    for part in PARTS:
        if part in made:
            text = pl.lit(f"{part}:") + made[part]
            yield pseudonyms.digest(text, asked.key).str.head(32).alias(f"part_{part}")
        else:
            yield pl.lit(None, dtype=pl.String).alias(f"part_{part}")


def _made() -> dict[str, pl.Expr]:
    surname, born = pl.col("surname"), pl.col("born")
    sound = surname.map_batches(_sounds, return_dtype=pl.String, is_elementwise=True)
    return {"surname": surname, "sound": sound, "initial": pl.col("initial"),
            "day": born.str.slice(8, 2), "month": born.str.slice(5, 2), "year": born.str.head(4),
            "place": pl.col("postcode") + " " + pl.col("house")}


def _sounds(names: pl.Series) -> pl.Series:
    """The phonetic codes of names; each different name is coded once."""
    try:
        from jellyfish import metaphone
    except ImportError:
        raise InputError("Om personen zonder nummer op kans te koppelen is het pakket jellyfish "
                         "nodig. Installeer het met: pip install participatiemonitor[splink]"
                         ) from None
    codes = {name: metaphone(name) for name in names.unique().drop_nulls()}
    return names.replace_strict(codes, default=None, return_dtype=pl.String)
