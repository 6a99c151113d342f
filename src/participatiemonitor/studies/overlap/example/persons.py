"""How many of 7,500 using persons use exactly what.

Of 66,000 inhabitants 7,500 using persons are an assumption: the document does not say how many
there were in Veenendaal. In Zaanstad 24 % of the households used a provision. Of the some 26,400
households that a town of this size has, that is some 6,300. With 6,250 using households and 7,500
using persons, 1.2 in each, 36 % and 48 % and each of the percentages of table 5 are whole numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from participatiemonitor.studies.overlap.example.named import (
    AID,
    BENEFIT,
    COURSE,
    DAYTIME,
    DEBT,
    DISABLED,
    GUIDANCE,
    HELP,
    KINDS,
    MENTAL,
    NURSING,
    SOCIAL,
    VOLUNTEERS,
    WELFARE,
    WORKSHOP,
    YOUTH,
    together,
)

Kind = TypeVar("Kind")
PERSONS, HOMES = 7_500, 6_250
COMBINING, COMBINING_HOMES = PERSONS * 36 // 100, HOMES * 48 // 100
# The combinations of table 5: shares in percents of persons and of homes who combine.
TOP = {
    BENEFIT | COURSE: (29, 19),
    HELP | NURSING: (6, 5),
    HELP | WELFARE: (5, 5),
    BENEFIT | SOCIAL | COURSE: (4, 3),
    HELP | AID: (3, 3),
    BENEFIT | COURSE | WORKSHOP: (2, 2),
}
# Who use one provision.
SINGLE = Counter({
    HELP: 1_440, AID: 260, WELFARE: 150, NURSING: 140, GUIDANCE: 97, DAYTIME: 80, VOLUNTEERS: 70,
    BENEFIT: 1_400, COURSE: 100, SOCIAL: 80, WORKSHOP: 80, MENTAL: 60, DEBT: 60,
    YOUTH: 500, DISABLED: 283})
# How many of those with another combination are of each kind.
_OTHERS = (760, 500, 117)
# None of the others comes near the least of table 5, which is 54 persons.
_MOST = 36
_LIKELY = {HELP: 6, AID: 3, WELFARE: 2, NURSING: 3, GUIDANCE: 2, DAYTIME: 2, VOLUNTEERS: 1,
           BENEFIT: 7, COURSE: 4, SOCIAL: 3, WORKSHOP: 1, MENTAL: 2, DEBT: 2}
_FAMILIES = {
    YOUTH | DISABLED: 36, YOUTH | DEBT: 14, YOUTH | SOCIAL: 12, YOUTH | VOLUNTEERS: 8,
    YOUTH | GUIDANCE: 9, YOUTH | MENTAL: 6, DISABLED | DAYTIME: 14, DISABLED | GUIDANCE: 9,
    DISABLED | WORKSHOP: 5, YOUTH | DISABLED | GUIDANCE: 4}


def top_persons() -> Counter[int]:
    """Persons with each combination of table 5."""
    return Counter({mask: COMBINING * share // 100 for mask, (share, _) in TOP.items()})


def other_persons() -> Counter[int]:
    """Persons with each other combination."""
    found: Counter[int] = Counter(_FAMILIES)
    for total, bits in zip(_OTHERS, KINDS[:2], strict=False):
        shares = {mask: _likely(mask) / 9 ** size for size in (2, 3, 4, 5)
                  for mask in together(bits, size) if mask not in TOP}
        found.update(spread(total, shares, dict.fromkeys(shares, _MOST)))
    return found


def _likely(mask: int) -> float:
    likely = 1.0
    for bit, times in _LIKELY.items():
        likely *= times if mask & bit else 1
    return likely


def spread(total: int, shares: Mapping[Kind, float], room: Mapping[Kind, int]) -> Counter[Kind]:
    """Spread a total by shares, in whole numbers.

    Parameters
    ----------
    total : int
        No more than there is room for.
    shares : mapping
    room : mapping of int
        No more than this of each.

    Returns
    -------
    Counter
    """
    found: Counter[Kind] = Counter()
    for _ in range(total):
        # The next goes to who has least beside its share, the first of equals.
        found[min((one for one in shares if found[one] < room[one]),
                  key=lambda one: (found[one] + 1) / shares[one])] += 1
    return found
