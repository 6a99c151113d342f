"""Link and count without an engine: dictionaries, one row after the other."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from participatiemonitor.studies.overlap.histogram import Histogram
from participatiemonitor.studies.overlap.register import Register

from .lists import Row

Lists = Sequence[tuple[str, Sequence[Row]]]


def _cell(persons) -> tuple[int, int]:
    who = 0
    for _, low in persons:
        who ^= low
    return len(persons), who


def _active(row: Row, day: dt.date) -> bool:
    return not (row.since and row.since > day) and not (row.until and row.until < day)


def by_hand(lists: Lists, day: dt.date, earlier: dt.date | None) -> dict[str, object]:
    """Everything of a register that is counted, with cells as (count, identity)."""
    suppliers = list(dict.fromkeys(name for name, _ in lists))
    numbers = defaultdict(set)
    for _, rows in lists:
        for row in rows:
            if row.number and row.name:
                numbers[row.name].add(row.number)
    asked = {row.name for _, rows in lists for row in rows if not row.number and row.name}

    def person(row):
        known = numbers[row.name] if not row.number else ()
        return row.number or (next(iter(known)) if len(known) == 1 else row.name)

    linked = [(name, person(row), row) for name, rows in lists for row in rows
              if row.number or row.name]
    holds = defaultdict(set)
    for name, who, row in linked:
        if row.number:
            holds[name, who].add(("number", row.number))
        if row.name:
            holds[name, who].add(("name", row.name))
    found: dict[str, object] = {"ambiguous": sum(len(numbers[name]) > 1 for name in asked)}
    here = {name: {who for by, who, row in linked if by == name and _active(row, day)}
            for name in suppliers}
    found["persons"] = {name: _cell(here[name]) for name in suppliers}
    found["pairs"], anywhere = {}, set()
    for one, two in combinations(suppliers, 2):
        both = here[one] & here[two]
        through = {who for who in both if not holds[one, who] & holds[two, who]}
        anywhere |= through
        found["pairs"][one, two] = (_cell(both), _cell(through))
    found["through"] = _cell(anywhere)
    for unit_day in filter(None, (day, earlier)):
        found["personen", unit_day], found["huishoudens", unit_day], homeless, moved = _masks(
            [(who, row) for _, who, row in linked if _active(row, unit_day)])
        if unit_day == day:
            found["homeless"], found["moved"] = _cell(homeless), _cell(moved)
    return found


def _masks(rows):
    uses, areas, homes = defaultdict(set), defaultdict(set), defaultdict(set)
    for who, row in rows:
        uses[who].add(row.provision)
        areas[who] |= {row.area} - {None}
        homes[who] |= {row.home} - {None}
    home_uses, home_areas = defaultdict(set), defaultdict(set)
    for who in uses:
        if homes[who]:
            home = min(homes[who], key=lambda halves: halves[1])
            home_uses[home] |= uses[who]
            home_areas[home] |= set(sorted(areas[who])[:1])
    return (_histogram(uses, areas), _histogram(home_uses, home_areas),
            {who for who in uses if not homes[who]}, {who for who in uses if len(areas[who]) > 1})


def _histogram(uses, areas):
    units = defaultdict(set)
    for who, provisions in uses.items():
        units[min(areas[who], default=None), frozenset(provisions)].add(who)
    return {key: _cell(persons) for key, persons in units.items()}


def in_words(register: Register, size: int) -> dict[str, object]:
    """A register in the same form."""
    def pair(cell):
        return cell.count, cell.identity

    found = {"ambiguous": register.ambiguous, "through": pair(register.through),
             "homeless": pair(register.homeless), "moved": pair(register.moved),
             "persons": {name: pair(cell) for name, cell in register.persons.items()},
             "pairs": {one.suppliers: (pair(one.both), pair(one.through))
                       for one in register.pairs}}
    for key, histogram in register.histograms.items():
        found[key] = _units(histogram, size)
    return found


def _units(histogram: Histogram, size: int):
    found = {}
    for area, uses, count, who in zip(histogram.area, histogram.uses(size), histogram.count,
                                      histogram.identity, strict=True):
        key = (None if area < 0 else histogram.areas[area],
               frozenset(place for place in range(size) if uses[place]))
        assert key not in found
        found[key] = int(count), int(who)
    return found
