"""Parts by which persons without a number are linked, as pseudonyms of their own."""

from __future__ import annotations

from importlib.util import find_spec

import polars as pl

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap import form
from participatiemonitor.studies.overlap.door import pseudonyms
from participatiemonitor.studies.overlap.door.cells import recoded
from participatiemonitor.studies.overlap.door.entering import Asked

# Columns of a list that came in, by the parts that are made of them.
PARTS = ("surname", "sound", "initial", "day", "month", "year", "place")


# The columns of a list of which each is made.
_NEEDED = {"place": (form.POSTCODE, form.HOUSE), "initial": (form.INITIALS,),
           **dict.fromkeys(("surname", "sound"), (form.SURNAME,)),
           **dict.fromkeys(("day", "month", "year"), (form.BORN,))}


def parted(asked: Asked) -> list[pl.Expr]:
    """The columns ``part_*``; null where a list does not have it.

    Parameters
    ----------
    asked : Asked

    Returns
    -------
    list of Expr

    Raises
    ------
    InputError
        When what makes phonetic codes is not installed.
    """
    if find_spec("jellyfish") is None:
        raise InputError("Om personen zonder nummer op kans te koppelen is het pakket jellyfish "
                         "nodig. Installeer het met: pip install participatiemonitor[splink]")
    texts = _texts()
    return [(pseudonyms.digest(pl.lit(f"{part}:") + texts[part], asked.key).str.head(
        pseudonyms.SHORT) if asked.columns.issuperset(_NEEDED[part]) else
        pl.lit(None, dtype=pl.String)).alias(f"part_{part}") for part in PARTS]


def _texts() -> dict[str, pl.Expr]:
    surname, born = pl.col("surname"), pl.col("born")
    sound = surname.map_batches(_sounds, return_dtype=pl.String, is_elementwise=True)
    return {"surname": surname, "sound": sound, "initial": pl.col("initial"),
            "day": born.str.slice(8, 2), "month": born.str.slice(5, 2), "year": born.str.head(4),
            "place": pl.col("postcode") + " " + pl.col("house")}


def _sounds(names: pl.Series) -> pl.Series:
    """The phonetic codes of names."""
    from jellyfish import metaphone

    return recoded(names, metaphone, pl.String)
