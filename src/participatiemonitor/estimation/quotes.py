"""What a document said of a quantity, where a text repeats that in place of a number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quote:
    """The document's own words.

    Attributes
    ----------
    printed : str
        The number or the word of quantity, as printed: *een kleine 30%*; empty where nothing is
        said of the quantity at all.
    claim : str
        Name of the claim.
    document : str
        What a reader knows the document by.
    count : int or None
        A number of respondents, where that is what was printed.
    shared : bool
        Whether it is said of each group in the same words.
    """

    printed: str = ""
    claim: str = ""
    document: str = ""
    count: int | None = None
    shared: bool = False


NOTHING = Quote()
