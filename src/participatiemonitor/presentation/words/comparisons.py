"""Words for how quantities differ; of what is hidden nothing is said."""

from __future__ import annotations

import math

from participatiemonitor import dutch
from participatiemonitor.documents.said import NOTABLE
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import gaps, pairs, word

# What is told within limits may be more or less often: within how many points that is, in words.
WITHIN = {8.0: "ongeveer even vaak", 20.0: "niet veel vaker of minder vaak"}
# What stands where the difference is hidden, does not exist, or may be larger than that.
NO_OFTEN = "in onbekende mate vaker of minder vaak"
# What both groups are said to do where what is true of one is not true of the other.
MIXED_OFTEN = "niet in beide groepen vaker of minder vaak"
# From much more often to much less often, as documents write it too.
DEGREES = ("veel vaker", "vaker", "iets vaker", "even vaak", "iets minder vaak", "minder vaak",
           "veel minder vaak")


def often(source: Results, left: str, right: str) -> Bound:
    """How the first compares with the second: *veel vaker*, *even vaak*, *iets minder vaak*.

    The smallest of the differences that there may be in one direction is worded: of those in both
    groups, where both are meant, and of those that a quantity told within limits leaves open.
    Where only one group differs, or each in its own direction, it is `MIXED_OFTEN`; where the
    limits leave the direction open, what `WITHIN` says of the largest difference. In a
    reconstruction it is the word of the document.

    Parameters
    ----------
    source : Results
    left, right : str

    Returns
    -------
    Bound
    """
    compared = pairs(source, left, right)
    quotes = [source.quoted_degree(one.ref, other.ref) for one, other in compared]
    found = [one for pair in compared for one in pair]
    return word(source, "often", degree(gaps(source, compared), quotes), found, quotes=quotes)


def degree(found: list[tuple[float, float]], quotes: list[Quote | None]) -> str:
    """The word for some differences, in percentage points, or a document's for each of them."""
    printed = {quote.printed for quote in quotes if quote}
    if len(printed) == 1 and printed <= set(DEGREES):
        return printed.pop()
    if any(math.isnan(low) for low, _ in found):
        return NO_OFTEN
    if all(math.isinf(low) or math.isinf(high) for low, high in found):
        # A document said which is more, and not by how much.
        ways = {high > 0 for _, high in found}
        return MIXED_OFTEN if len(ways) > 1 else "vaker" if ways.pop() else "minder vaak"
    directions = {tuple(map(_direction, gap)) for gap in found}
    sizes = sorted((size for gap in found for size in gap), key=abs)
    if any(low != high for low, high in directions):
        return next((words for most, words in WITHIN.items() if abs(sizes[-1]) < most), NO_OFTEN)
    return MIXED_OFTEN if len(directions) > 1 else dutch.often(sizes[0] / 100, 0)


def _direction(gap: float) -> int:
    """Which way a difference goes: 1, −1, or 0 where it is not notable."""
    return 0 if abs(gap) < NOTABLE else 1 if gap > 0 else -1
