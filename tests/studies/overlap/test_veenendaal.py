"""What was published of Veenendaal, reproduced from the lists of the example, and as it is told."""

import hashlib

import numpy as np
import pytest

from participatiemonitor.studies.overlap.example.named import KINDS, NAMES
from participatiemonitor.studies.overlap.example_key import PSEUDONYMS
from participatiemonitor.studies.overlap.groups.told import told_groups
from participatiemonitor.studies.overlap.inputs import read_inputs
from participatiemonitor.studies.overlap.register import PERSONS, THROUGH
from participatiemonitor.studies.overlap.results.patterns import PROVISION, patterns_of
from participatiemonitor.studies.overlap.results.results import results_of
from participatiemonitor.studies.persons.key import folder_key

from ..breaking import example
from . import veenendaal

every_unit = pytest.mark.parametrize("unit", veenendaal.UNITS)
# That of the example, and others: the noise of none may lead away.
KEYS = ["", *(f"sleutel {number}" for number in range(9))]


@pytest.fixture(scope="module")
def given():
    """The example as the study reads it."""
    return read_inputs(example("overlap"), pseudonyms=PSEUDONYMS)


def key_of(name):
    """A key of a folder."""
    return hashlib.sha256(name.encode()).digest() if name else folder_key(example("overlap"))


@pytest.fixture(scope="module", params=KEYS)
def told(request, given):
    """What is told of it with a key."""
    return results_of(given.register, given.counted, {}, key_of(request.param))


@every_unit
def test_what_is_counted_is_what_was_published(given, repository, unit):
    published = veenendaal.published(repository.root, unit)
    found = given.register.histograms[unit, given.counted.day]
    uses = found.uses(len(NAMES))
    several = uses.sum(axis=1) > 1
    combining = found.count[several].sum()
    assert 100 * combining / found.count.sum() == pytest.approx(published["meer"], abs=.5)
    for row, names in veenendaal.COMBINATIONS.items():
        these = (uses == [name in names for name in NAMES]).all(axis=1)
        assert 100 * found.count[these].sum() / combining == pytest.approx(published[row], abs=.5)


@every_unit
def test_what_is_told_is_within_one_point(told, repository, unit):
    published = veenendaal.published(repository.root, unit)
    found = told.overlaps[unit, PROVISION]
    assert abs(found.uses.total.share_several.percent - published.pop("meer")) <= 1
    shares = {frozenset(NAMES[place] for place in one.kinds): one.share.percent
              for one in found.combinations.most}
    first = list(shares)[:6]
    assert set(first) == {frozenset(names) for names in veenendaal.COMBINATIONS.values()}
    for row, names in veenendaal.COMBINATIONS.items():
        assert abs(shares[frozenset(names)] - published[row]) <= 1, row


def test_three_groups_are_found_as_there(given, told):
    day, provisions = given.counted.day, given.counted.provisions
    patterns = patterns_of(given.register.histograms[PERSONS, day], provisions, PROVISION, PERSONS)
    found = told_groups(patterns, told.overlaps[PERSONS, PROVISION].told, given.groups, key_of(""))
    first, second, third = found.groups
    drawn = [{bit.bit_length() - 1 for bit in bits} for bits in KINDS]
    for group, kinds in zip(found.groups, drawn, strict=True):
        assert set(group.marks) and set(group.marks) <= kinds
    # The second is almost as large as the first, the third small, and most in it use one.
    assert 0.8 < second.users.count / first.users.count <= 1
    assert third.users.count < first.users.count / 2
    assert third.several.percent < 25


def test_who_is_linked_only_through_a_third_is_counted(given):
    register = given.register
    ways = {pair.suppliers: pair for pair in register.pairs}
    assert ways["Zorgkantoor", "Welzijnsorganisatie"].way == THROUGH
    assert ways["Zorgkantoor", "Welzijnsorganisatie"].through.count > 100
    assert register.through.count > 300
    assert (register.homeless.count, register.moved.count, register.ambiguous) == (0, 6, 2)
    wrong = np.array([sum(one.failed.values()) for one in register.entered])
    assert (wrong > 0).all() and wrong.sum() < 40
