"""What the door is given, beside a count of persons one by one."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.results.patterns import (
    GRAINS,
    PROVISION,
    Cells,
    Patterns,
    patterns_of,
)
from participatiemonitor.studies.overlap.results.tables import of_areas, tables_of
from participatiemonitor.studies.persons.cells import Cell

from .people import (
    Person,
    counted,
    histogram_of,
    provisions_of,
    registers,
)

AREAS = 3
# More than a word holds: users of the last ones are in another word.
MANY = provisions_of("abcd" * 16 + "ef", "wzj" * 22)
FEW = provisions_of("aabccd", "wwzjjz")


def _uses(one: Person, provisions: tuple[Provision, ...], grain: str) -> frozenset[str]:
    return frozenset(provisions[place].name if grain == PROVISION else provisions[place].scheme
                     for place in one.uses)


def _same(cells: Cells, place: tuple[int, ...], cell: Cell) -> None:
    assert Cell(int(cells.counts[place]), int(cells.identities[place])) == cell, place


def _given(persons: list[Person], provisions: tuple[Provision, ...], grain: str) -> Patterns:
    return patterns_of(histogram_of(persons, AREAS, len(provisions)), provisions, grain,
                       "personen")


@pytest.mark.parametrize("grain", GRAINS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(persons=registers(len(FEW), AREAS))
def test_every_cell_is_who_is_in_it(persons, grain):
    given_ = _given(persons, FEW, grain)
    tables, names = tables_of(given_), [kind.name for kind in given_.kinds]
    of = {one.name if grain == PROVISION else one.scheme: one.domain for one in FEW}
    if grain != PROVISION:
        # The first scheme is of one domain, and so are the others.
        assert [len(kind.domains) for kind in given_.kinds] == [1, 1, 1, 1]
    used = [(one, _uses(one, FEW, grain)) for one in persons]
    for place in range(AREAS + 1):
        there = [(one, uses) for one, uses in used if not place or one.area == place - 1]
        for column, least in enumerate((1, 2, 4)):
            _same(tables.total, (place, column),
                  counted([one for one, uses in there if len(uses) >= least]))
        for kind, name in enumerate(names):
            _same(tables.kinds, (place, kind),
                  counted([one for one, uses in there if name in uses]))
        for (kind, name), (also, other) in combinations(enumerate(names), 2):
            _same(tables.both, (place, kind, also),
                  counted([one for one, uses in there if {name, other} <= uses]))
            _same(tables.both, (place, also, kind), Cell(0, 0))
    for kind, name in enumerate(names):
        _same(tables.pair, (kind,),
              counted([one for one, uses in used if name in uses and len(uses) == 2]))
    _same(tables.within, (), counted([one for one, uses in used if len(uses) > 1
                                      and len({of[name] for name in uses}) == 1]))


@pytest.mark.parametrize("grain", GRAINS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(persons=registers(len(MANY), AREAS))
def test_exact_patterns_are_each_there_once(persons, grain):
    given_ = _given(persons, MANY, grain)
    tables = tables_of(given_)
    names = np.array([kind.name for kind in given_.kinds])
    found = [frozenset(names[pattern].tolist()) for pattern in tables.patterns]
    assert len(set(found)) == len(found)
    used = [(one, _uses(one, MANY, grain)) for one in persons]
    assert set(found) == {uses for _, uses in used} - {frozenset()}
    by_area = of_areas(given_, tables.patterns)
    for place, pattern in enumerate(found):
        who = [one for one, uses in used if uses == pattern]
        _same(tables.exact, (place,), counted(who))
        for area in range(AREAS):
            _same(by_area, (area + 1, place), counted([one for one in who if one.area == area]))


def test_a_scheme_of_two_domains_is_across_by_itself_with_another():
    provisions = provisions_of("aab", "wzw")
    persons = [Person(1, 0, frozenset({0, 2})), Person(2, 0, frozenset({0, 1})),
               Person(4, 0, frozenset({1, 2}))]
    by_provision, by_scheme = (
        tables_of(patterns_of(histogram_of(persons, 1, 3), provisions, grain, "personen"))
        for grain in GRAINS)
    # Of the provisions the first and the third are of one domain; of the schemes a is of two.
    assert (by_provision.within.counts, by_provision.within.identities) == (1, 1)
    assert by_scheme.within.counts == 0
    # Who uses both provisions of a scheme uses one scheme.
    assert by_scheme.total.counts[0].tolist() == [3, 2, 0]


def test_nobody_is_counted_as_nobody():
    tables = tables_of(_given([], FEW, PROVISION))
    assert not tables.total.counts.any() and not len(tables.patterns)
