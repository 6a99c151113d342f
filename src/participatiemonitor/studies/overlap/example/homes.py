"""Who live together: 6,250 households of the 7,500 persons, by what each of them uses.

A household uses what any of its members does. So that 48 % of the households use more than one
provision while 36 % of the persons do, users of one provision live with users of another; and table
5 has relatively more households than persons for *huishoudelijke hulp* with *welzijnsvoorziening*,
where a couple has one each. All is in whole numbers, without chance: what is left over in the end
are households with one provision, and a test counts all of it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from participatiemonitor.studies.overlap.example.named import (
    AID,
    BENEFIT,
    COURSE,
    DEBT,
    DISABLED,
    GUIDANCE,
    HELP,
    MENTAL,
    NURSING,
    SOCIAL,
    VOLUNTEERS,
    WELFARE,
    WORKSHOP,
    YOUTH,
    union,
)
from participatiemonitor.studies.overlap.example.persons import (
    COMBINING_HOMES,
    HOMES,
    SINGLE,
    TOP,
    other_persons,
    spread,
    top_persons,
)

Home = tuple[int, ...]
# Of each combination of table 5: couples who both have it; those who live with a user of one of
# its provisions; and households that only have it together, of whom.
_TOP_HOMES: dict[int, tuple[int, Counter[int], Counter[Home]]] = {
    BENEFIT | COURSE: (150, Counter({BENEFIT: 20}), Counter()),
    HELP | NURSING: (12, Counter({HELP: 8}), Counter({(HELP, NURSING): 20})),
    HELP | WELFARE: (6, Counter({HELP: 8}), Counter({(HELP, WELFARE): 36})),
    BENEFIT | SOCIAL | COURSE: (12, Counter({BENEFIT: 4}), Counter()),
    HELP | AID: (3, Counter({HELP: 5}), Counter({(HELP, AID): 20})),
    BENEFIT | COURSE | WORKSHOP: (2, Counter({BENEFIT: 2}),
                                  Counter({(BENEFIT | COURSE, WORKSHOP): 14})),
}
# Households that combine what each of their members uses, and how likely they are.
_UNITED: dict[Home, float] = {
    (BENEFIT, YOUTH): 6, (HELP, YOUTH): 3, (DISABLED, YOUTH): 3, (HELP, GUIDANCE): 4,
    (HELP, BENEFIT): 4, (BENEFIT, DISABLED): 3, (HELP, DISABLED): 2, (BENEFIT, SOCIAL): 2,
    (BENEFIT, MENTAL): 2, (BENEFIT, DEBT): 2, (HELP, VOLUNTEERS): 3, (COURSE, YOUTH): 2,
    (BENEFIT, AID): 2, (AID, NURSING): 2, (YOUTH, SOCIAL): 1, (HELP, SOCIAL): 2, (HELP, MENTAL): 1,
    (HELP, WORKSHOP): 1, (BENEFIT, WELFARE): 1, (AID, YOUTH): 2, (WELFARE, AID): 2,
    (HELP, COURSE): 1, (BENEFIT, GUIDANCE): 1, (BENEFIT, HELP, YOUTH): 2, (BENEFIT, YOUTH, DEBT): 1}
# No more households than this have one of these, well below the 60 of the least of table 5.
_MOST = 40
# Of those with a combination that is not in table 5: couples, and those who live with another user.
_OTHER_COUPLES, _OTHER_BESIDE = 20, 87
_BESIDE = (YOUTH, DISABLED, BENEFIT, HELP, AID)
# Couples, brothers and sisters who use the same one provision.
_ALIKE: dict[int, float] = {HELP: 3, BENEFIT: 3, YOUTH: 2}


def homes() -> list[Home]:
    """The households, each as the masks of its members, in a row without chance."""
    found = _of_table()
    rest = top_persons()
    rest.subtract(mask for home in found.elements() for mask in home if mask in rest)
    others = other_persons()
    for mask, _ in others.most_common(_OTHER_COUPLES):
        found[mask, mask] += 1
        others[mask] -= 2
    row = sorted(others.elements())
    beside = Counter(row[:: len(row) // _OTHER_BESIDE][:_OTHER_BESIDE])
    found.update((mask,) for mask in (others - beside).elements())
    # Who is left of table 5 lives with somebody who uses something else, too.
    found.update(_beside(rest + beside))
    found.update(_united(COMBINING_HOMES - found.total(), found))
    single = Counter(SINGLE)
    single.subtract(mask for home in found.elements() for mask in home if mask in single)
    # One provision: so many more persons than households are left as live with somebody alike.
    alike = spread(single.total() - (HOMES - found.total()), _ALIKE, single)
    found.update({(mask, mask): times for mask, times in alike.items()})
    found.update({(mask,): times - 2 * alike[mask] for mask, times in single.items()})
    return sorted(found.elements())


def _of_table() -> Counter[Home]:
    """The households with a combination of table 5."""
    found: Counter[Home] = Counter()
    for mask, (couples, beside, united) in _TOP_HOMES.items():
        homes = COMBINING_HOMES * TOP[mask][1] // 100
        found[mask,] = homes - couples - beside.total() - united.total()
        found[mask, mask] = couples
        found.update({(mask, bit): times for bit, times in beside.items()})
        found.update(united)
    return found


def _beside(persons: Counter[int]) -> Iterator[Home]:
    """Each of some persons with a user of one provision, so that none is as in table 5."""
    for place, mask in enumerate(sorted(persons.elements())):
        turned = (*_BESIDE[place % len(_BESIDE):], *_BESIDE)
        yield mask, next(bit for bit in turned if not mask & bit and mask | bit not in TOP)


def _united(total: int, found: Counter[Home]) -> Counter[Home]:
    """So many households that combine only together, where others do not have the same yet."""
    having: Counter[int] = Counter()
    for home, times in found.items():
        having[union(home)] += times
    room = {home: _MOST - having[union(home)] for home in _UNITED}
    return spread(total, _UNITED, room)
