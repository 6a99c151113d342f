"""Which profiles somebody can fit together, by their rules alone.

Nobody fits both men and women of 50 and older, whoever is in a file. What combinations there can be
is known to who reads the rules; of all of these it must stay hidden whether nobody fits them, or
one or two persons do. They are found by holding the rules against every kind of client that they
tell apart: on each side of each number, of each word that they name and of one that they do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, combinations, pairwise, product
from math import prod

import numpy as np
import pandas as pd

from participatiemonitor.studies.demand.profiles import Flags, Profile, match
from participatiemonitor.studies.demand.rules import BARRIERS, FIELDS, NUMBERS, comparisons

# The most kinds of clients that are tried.
_MOST = 300_000
# A word that no rule names, as rules hold words without blanks at their ends.
_OTHER = " "


def possible_patterns(profiles: Sequence[Profile]) -> Flags:
    """The combinations of profiles that somebody can fit.

    Parameters
    ----------
    profiles : sequence of Profile

    Returns
    -------
    ndarray of bool, shape (m, p)
        Where rules tell apart too many kinds of clients to try, none and all of the profiles: as
        much as every combination says together.
    """
    values: dict[str, set[float | str]] = {field: set() for field in FIELDS}
    for profile in profiles:
        for one in comparisons(profile.rule):
            values[one.field].update(one.values)
    numbers = sorted(one for one in values[BARRIERS] if isinstance(one, float))
    words = [str(one) for one in values[BARRIERS] if isinstance(one, str)]
    extra = int(numbers[-1]) + 2 if numbers else 1
    if prod((2 ** len(words) * extra, *(2 * len(values[field]) + 1 for field in FIELDS
                                        if field != BARRIERS))) > _MOST:
        return np.array([[False] * len(profiles), [True] * len(profiles)])
    kinds: dict[str, Sequence[object]] = {
        field: _numbers(values[field]) if field in NUMBERS else [*values[field], _OTHER]
        for field in FIELDS if field != BARRIERS}
    kinds[BARRIERS] = [(*named, *(f"{_OTHER}{place}" for place in range(more)))
                       for named in _subsets(words) for more in range(extra)]
    frame = pd.DataFrame(list(product(*kinds.values())), columns=list(kinds))
    return np.unique(match(frame, profiles).sure, axis=0)


def _numbers(values: Iterable[float | str]) -> list[float]:
    """Each number, one between each two, and one at either side of all."""
    found = sorted(float(one) for one in values)
    if not found:
        return [0.0]
    between = [(low + high) / 2 for low, high in pairwise(found)]
    # Ages and durations are no less than nought.
    below = [found[0] / 2] if found[0] > 0 else []
    return [*below, *found, *between, found[-1] + 1]


def _subsets(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return chain.from_iterable(combinations(words, size) for size in range(len(words) + 1))
