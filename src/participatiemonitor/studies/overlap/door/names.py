"""Surnames and initials as they are compared, however an office writes them."""

from __future__ import annotations

import polars as pl

from participatiemonitor.studies.overlap.door.cells import letters

# Words in front of a surname, and what offices make of them.
PREFIXES = ("VAN", "VON", "VOM", "DE", "DER", "DEN", "DEM", "DES", "HET", "T", "S", "TE", "TEN",
            "TER", "TOT", "TOE", "OP", "IN", "AAN", "BIJ", "UIT", "OVER", "ONDER", "VOOR",
            "D", "L", "LA", "LE", "LES", "DU", "DI", "DA", "DAL", "DEL", "DELLA", "DOS", "DAS",
            "EL", "AL", "ZU", "ZUM", "ZUR", "V", "VD", "VDR", "VDN")
_PREFIX = "(?:" + "|".join(PREFIXES) + ")"
# At the end only with a blank in front, so that two surnames with a hyphen stay together.
_BEFORE = rf"^[^A-Z]*(?:{_PREFIX}[^A-Z-]+|[EA]L-)+([A-Z])"
_AFTER = rf"([A-Z])(?:[\s,]+{_PREFIX})+[^A-Z]*$"


def read_surnames(texts: pl.Series) -> pl.Series:
    """Surnames as letters, without prefixes and what stands after a comma.

    Parameters
    ----------
    texts : Series of str

    Returns
    -------
    Series of str
        Two surnames with a hyphen are one; null where no letter is left.
    """
    names = letters(texts).str.replace(r"([A-Z][^,]*),.*", "$1")
    if names.str.contains("[^A-Z]").any():
        names = names.str.replace(_AFTER, "$1").str.replace(_BEFORE, "$1")
        names = names.str.replace_all("[^A-Z]", "")
    return names.set(names == "", None)


def read_initials(texts: pl.Series) -> pl.Series:
    """The first letter of initials or a first name; null where there is none."""
    return letters(texts).str.extract("([A-Z])")
