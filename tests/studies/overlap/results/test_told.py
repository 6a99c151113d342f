"""The door: what is told has the noise of its cells, and nothing else comes out."""

from __future__ import annotations

import numpy as np
import pytest

from participatiemonitor.studies.overlap.results.patterns import GRAINS, PROVISION, patterns_of
from participatiemonitor.studies.overlap.results.tables import tables_of
from participatiemonitor.studies.overlap.results.told import COMMON, ToldTables, told_of
from participatiemonitor.studies.persons.cells import LEAST, SPREAD

from .people import Person, histogram_of, provisions_of

PROVISIONS = provisions_of("aabcd", "wwzjz")
KEYS = [bytes([number]) * 32 for number in range(60)]


def _persons(size: int = 3000, areas: int = 4, seed: int = 1) -> list[Person]:
    rng = np.random.default_rng(seed)
    likely = np.array([0.4, 0.3, 0.3, 0.2, 0.1])
    return [Person(int(rng.integers(-2**63, 2**63 - 1)), int(rng.integers(-1, areas)),
                   frozenset(np.flatnonzero(rng.random(5) < likely).tolist()))
            for _ in range(size)]


def _patterns(persons: list[Person], grain: str = PROVISION, areas: int = 4,
              provisions=PROVISIONS):
    return patterns_of(histogram_of(persons, areas, len(provisions)), provisions, grain,
                       "personen")


def _arrays(told: ToldTables) -> list[np.ndarray]:
    return [told.total, told.users, told.both, told.pair, np.array(told.within)]


@pytest.mark.parametrize("grain", GRAINS)
def test_all_that_is_told_has_noise(grain):
    given = _patterns(_persons(), grain)
    exact = tables_of(given)
    counts = [exact.total, exact.kinds, exact.both, exact.pair, exact.within]
    noise = [np.concatenate([(told - true.counts)[true.counts > 30].ravel() for told, true
                             in zip(_arrays(told_of(given, key)), counts, strict=True)])
             for key in KEYS]
    # By key, so that each cell has a column: each has the noise, none has none.
    spread = np.array(noise).std(axis=0)
    assert spread.min() > SPREAD / 2 and spread.mean() == pytest.approx(SPREAD, rel=0.06)
    assert abs(np.mean(noise)) < SPREAD / 4


def test_what_is_told_does_not_depend_on_names_or_order():
    persons = _persons()
    first = told_of(_patterns(persons), KEYS[0])
    turned = [4, 2, 0, 3, 1]
    again = told_of(
        _patterns([Person(one.number, 3 - one.area if one.area >= 0 else -1,
                          frozenset(turned.index(place) for place in one.uses))
                   for one in reversed(persons)],
                  provisions=tuple(PROVISIONS[place] for place in turned)), KEYS[0])
    assert (again.total[[0, 4, 3, 2, 1]] == first.total).all()
    assert (again.users[[0, 4, 3, 2, 1]] == first.users[:, turned]).all()
    assert (again.pair == first.pair[turned]).all() and again.within == first.within
    both = first.both + first.both.transpose(0, 2, 1)
    other = again.both + again.both.transpose(0, 2, 1)
    assert (other[0] == both[0][np.ix_(turned, turned)]).all()
    one, other = ({tuple(names[pattern].tolist()): count for pattern, count
                   in zip(told.patterns, told.exact.tolist(), strict=True)}
                  for told, names in ((first, np.arange(5)), (again, np.array(turned))))
    assert {tuple(sorted(name)): count for name, count in other.items()} == one


def test_a_scheme_of_one_provision_is_told_as_that_provision():
    by_provision, by_scheme = (told_of(_patterns(_persons(), grain), KEYS[0]) for grain in GRAINS)
    # Schemes a (of two provisions), b, c, d; provisions 2, 3, 4 are those of b, c and d.
    assert (by_scheme.users[:, 1:] == by_provision.users[:, 2:]).all()
    assert (by_scheme.both[:, 1:, 1:] == by_provision.both[:, 2:, 2:]).all()
    assert (by_scheme.alone[1:] == by_provision.alone[2:]).all()
    assert (by_scheme.total[:, 0] == by_provision.total[:, 0]).all()


def test_equal_persons_in_two_roles_are_not_seen_to_be_equal():
    """All who use the first use the second as well: the counts differ, by their noise."""
    persons = [Person(number**7 + 17, 0, frozenset({0, 1})) for number in range(1, 200)]
    told = [told_of(_patterns(persons), key) for key in KEYS]
    differ = np.array([one.users[0, 0] - one.both[0, 0, 1] for one in told])
    assert (differ != 0).mean() > 0.8 and abs(differ.mean()) < 2


def test_of_small_areas_nothing_is_told():
    persons = [one for one in _persons() if one.area != 2] + [
        Person(3**number, 2, frozenset({0, 1})) for number in range(1, 11)]
    told = told_of(_patterns(persons), KEYS[0])
    assert told.shown == (0, 1, 3)
    assert not any(array[3].any() for array in (told.total, told.users, told.both, told.by_area))
    assert min(told.total[place + 1, 0] for place in told.shown) >= LEAST


def test_a_single_area_is_all_together_and_is_not_told_twice():
    persons = [Person(one.number, 0, one.uses) for one in _persons(500)]
    assert told_of(_patterns(persons, areas=1), KEYS[0]).shown == ()


def test_patterns_are_told_by_how_frequent_they_are_told():
    told = told_of(_patterns(_persons()), KEYS[0])
    assert (np.diff(told.exact) <= 0).all() and told.exact.min() > 2
    several = told.patterns.sum(axis=1) > 1
    assert told.common.tolist() == np.flatnonzero(several)[:COMMON].tolist()
    assert told.by_area.shape == (5, len(told.common))


@pytest.mark.parametrize("grain", GRAINS)
def test_nobody_at_all(grain):
    told = told_of(_patterns([], grain), KEYS[0])
    assert not told.total.any() and not len(told.exact) and told.shown == ()
