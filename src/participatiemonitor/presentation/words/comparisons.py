"""Words for how quantities differ; of what is hidden nothing is said."""

from __future__ import annotations

from itertools import chain

from participatiemonitor import dutch
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import gaps, pairs, unknown, word

# Differences smaller than this, in percentage points, are not worded as differences.
NOTABLE = 2.0
# What is told within limits may be more or less often: within how many points that is, in words.
WITHIN = {8.0: "ongeveer even vaak", 20.0: "niet veel vaker of minder vaak"}
# What stands where the difference is hidden, does not exist, or may be larger than that.
NO_OFTEN = "in onbekende mate vaker of minder vaak"
# What both groups are said to do where what is true of one is not true of the other.
MIXED_OFTEN = "niet in beide groepen vaker of minder vaak"
# From much more often to much less often; what cannot be said comes last.
DEGREES = ("veel vaker", "vaker", "iets vaker", "even vaak", "iets minder vaak", "minder vaak",
           "veel minder vaak", *WITHIN.values(), MIXED_OFTEN, NO_OFTEN)


def often(source: Results, left: str, right: str) -> Bound:
    """How the first compares with the second: *veel vaker*, *even vaak*, *iets minder vaak*.

    The smallest of the differences that there may be in one direction is worded: of those in both
    groups, where both are meant, and of those that a quantity told within limits leaves open.
    Where only one group differs, or each in its own direction, it is `MIXED_OFTEN`; where the
    limits leave the direction open, what `WITHIN` says of the largest difference.

    Parameters
    ----------
    source : Results
    left, right : str

    Returns
    -------
    Bound
    """
    compared = pairs(source, left, right)
    found = [one for pair in compared for one in pair]
    directions = {tuple(map(_direction, gap)) for gap in gaps(compared)}
    sizes = sorted(chain(*gaps(compared)), key=abs)
    if unknown(found):
        text = NO_OFTEN
    elif any(low != high for low, high in directions):
        text = next((words for most, words in WITHIN.items() if abs(sizes[-1]) < most), NO_OFTEN)
    elif len(directions) > 1:
        text = MIXED_OFTEN
    else:
        text = dutch.often(sizes[0] / 100, 0)
    return word(source, "often", text, found)


def often_each(source: Results, compared: dict[str | Bound, tuple[str, str]]) -> Bound:
    """Several comparisons, those of one degree together: *a en b iets vaker, en c even vaak*.

    Parameters
    ----------
    source : Results
    compared : dict of str or Bound to pair of str
        What is compared in the reader's words, with its two quantities as `often` takes them.

    Returns
    -------
    Bound
    """
    words = {name: often(source, left, right) for name, (left, right) in compared.items()}
    clauses = [f"{dutch.enumeration(names)} {degree}" for degree in DEGREES if (
        names := [str(name) for name, bound in words.items() if bound.text == degree])]
    found = [source[ref] for bound in words.values() for ref in bound.refs]
    named = tuple(name for name in compared if isinstance(name, Bound))
    return word(source, "often_each", "; ".join(clauses) if len(clauses) > 2
                else ", en ".join(clauses), found, named,
                compared=[[str(name), *map(str, bound.refs)] for name, bound in words.items()])


def _direction(gap: float) -> int:
    """Which way a difference goes: 1, −1, or 0 where it is not notable."""
    return 0 if abs(gap) < NOTABLE else 1 if gap > 0 else -1
