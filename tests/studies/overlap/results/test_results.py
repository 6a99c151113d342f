"""What is computed of told counts, beside calculations by hand; and all of it for a register."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.studies.overlap.register import (
    BY_NUMBER,
    HOMES,
    NOT,
    PERSONS,
    Counted,
    Pair,
    Register,
)
from participatiemonitor.studies.overlap.results.changes import changes_of
from participatiemonitor.studies.overlap.results.combinations import combinations_of
from participatiemonitor.studies.overlap.results.matrix import matrix_of
from participatiemonitor.studies.overlap.results.patterns import (
    GRAINS,
    PROVISION,
    SCHEME,
    Kind,
    patterns_of,
)
from participatiemonitor.studies.overlap.results.results import results_of
from participatiemonitor.studies.overlap.results.stricter import Outcome, stricter_of
from participatiemonitor.studies.overlap.results.told import ToldTables, told_of
from participatiemonitor.studies.overlap.results.uses import average, uses_of
from participatiemonitor.studies.overlap.results.weights import weights_of
from participatiemonitor.studies.persons.cells import Cell, Share, Told

from ..registers import PROVISIONS, histogram
from .people import Person, histogram_of, provisions_of

KEY = b"k" * 32
DAY, EARLIER = dt.date(2012, 3, 31), dt.date(2011, 3, 31)


def _told() -> ToldTables:
    """Three kinds: 100 of 400 use more than one. Two areas of three are shown.

    By exact pattern: a 180, b 60, c 58, ab 70, ac 20 and abc 8; bc a class.
    """
    both = np.zeros((4, 3, 3), np.int64)
    both[0] = [[0, 78, 28], [0, 0, 8], [0, 0, 0]]
    both[1] = [[0, 40, 0], [0, 0, 4], [0, 0, 0]]
    patterns = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [1, 1, 1]], bool)
    kinds = (Kind("a", frozenset({"werk"}), 1.0), Kind("b", frozenset({"werk"}), 2.0),
             Kind("c", frozenset({"zorg"}), 1.0))
    return ToldTables(
        PERSONS, kinds, ("noord", "oost", "zuid"), (0, 2),
        np.array([[400, 100, 0], [200, 50, 0], [0, 0, 0], [150, 40, 4]]),
        np.array([[280, 140, 88], [130, 80, 9], [0, 0, 0], [120, 70, 0]]),
        both, np.array([90, 70, 22]), 72, patterns, np.array([180, 70, 60, 58, 20, 8]),
        np.array([1, 4, 5]), np.array([[70, 20, 8], [30, 0, 0], [0, 0, 0], [20, 6, 25]]))


def test_uses_by_hand():
    uses = uses_of(_told())
    assert uses.total.users == Told(400) and uses.total.share_several == Share(25)
    # More than three is a class: 2 of 400 is .5 %.
    assert uses.total.share_many == Share(1, at_most=True)
    assert uses.total.average == pytest.approx((280 + 140 + 88) / 400)
    assert [one.area for one in uses.areas] == ["noord", "zuid"] and uses.left_out == 1
    # 4 of 150 is 2.7 %; c is a class, of 1 on 150 users: (120 + 70 + 1) / 150.
    assert uses.areas[1].share_many == Share(3)
    assert uses.areas[1].average == pytest.approx(191 / 150)
    assert [(one.users.count, one.alone.count, one.pair.count, one.more) for one in uses.kinds] == [
        (280, 180, 90, 10), (140, 60, 70, 10), (88, 58, 22, 8)]
    assert uses.kinds[0].share == Share(70)


def test_an_average_that_classes_make_unsure_is_not_told():
    # Each class is of 0 to 2: four of them on 40 users make .1 either way, and five more.
    one = np.ones(5)
    assert average(np.array([40, 0, 0, 0, 0]), one, Told(40)) == pytest.approx(44 / 40)
    assert average(np.array([40, 0, 0, 0, 0, 0]), np.ones(6), Told(40)) is None
    assert average(np.array([29, 9, 9, 9, 9]), one, Told(29)) is None
    # What a class weighs more than the mean of 1.5 is as much more unsure: 6 of at most 6.
    heavy = np.array([0.5, 1.0, 1.5, 2.0, 2.5])
    assert average(np.array([40, 9, 0, 0, 0]), heavy, Told(40)) == pytest.approx(35 / 40)
    assert average(np.array([40, 9, 0, 0, 0]), heavy, Told(39)) is None


def test_the_matrix_by_hand():
    matrix = matrix_of(_told())
    # Who use a and anything else: 280 - 180 of 280, 35.7 %.
    assert [row.other for row in matrix.rows] == [Share(36), Share(57), Share(34)]
    pairs = {(one.kind, one.also): one for one in matrix.pairs}
    assert len(pairs) == 6
    # 78 of 280 is 27.9 %, of 140 55.7 %.
    assert (pairs[0, 1].share, pairs[1, 0].share) == (Share(28), Share(56))
    assert pairs[2, 1].both == Told(8)
    # In noord c has 9 users: no row; a with c is a class: no pair.
    assert [(row.area, row.kind) for row in matrix.area_rows] == [
        ("noord", 0), ("noord", 1), ("zuid", 0), ("zuid", 1)]
    assert [(one.area, one.kind, one.also, one.share) for one in matrix.area_pairs] == [
        ("noord", 0, 1, Share(31)), ("noord", 1, 0, Share(50)), ("noord", 1, 2, Share(5))]


@given(st.integers(0, 2**32))
@settings(max_examples=20, deadline=None)
def test_who_use_something_else_are_no_fewer_than_who_use_one_other(seed):
    rng = np.random.default_rng(seed)
    rows = [(tuple(np.flatnonzero(rng.random(4) < 0.5).tolist()) or (0,), int(rng.integers(0, 40)))
            for _ in range(8)]
    merged = {places: sum(count for other, count in rows if other == places) for places, _ in rows}
    told = told_of(patterns_of(histogram([*merged.items()]), PROVISIONS, PROVISION, PERSONS),
                   rng.bytes(32))
    found = matrix_of(told)
    for row in found.rows:
        largest = max((pair.share.percent for pair in found.pairs
                       if pair.kind == row.kind and pair.share and not pair.share.at_most),
                      default=0)
        assert row.other is None or row.other.percent >= largest


def test_combinations_by_hand():
    found = combinations_of(_told())
    assert [(one.kinds, one.users.count, one.share, one.across) for one in found.most] == [
        ((0, 1), 70, Share(70), False), ((0, 2), 20, Share(20), True),
        ((0, 1, 2), 8, Share(8), True)]
    assert found.most_within == found.most[:1] and found.most_across == found.most[1:]
    assert (found.share_within, found.share_across) == (Share(72), Share(28))
    assert [one.area for one in found.areas] == ["noord", "zuid"]
    # Of zuid abc is the most frequent, of 25 out of 40; of noord two are classes.
    assert [(one.kinds, one.share) for one in found.areas[1].most] == [
        ((0, 1, 2), Share(63)), ((0, 1), Share(50)), ((0, 2), Share(15))]
    assert len(found.areas[0].most) == 1


def test_weights_by_hand():
    weights = weights_of(_told())
    # 280 + 2 x 140 + 88 is 648 of 400 users; by themselves 180 + 2 x 60 + 58, 358 of it.
    assert weights.average == pytest.approx(648 / 400)
    assert weights.combining == Share(45) and not weights.equal


def test_stricter_by_hand():
    one, other = stricter_of(_told(), {0: 0.5, 2: 0.9})
    # 140 lose a: 180 use it only, 90 with one other, 10 with more.
    # At random 90 leave and 45 no longer combine: 55 of 310. First those with it only: 100 of 260.
    # First those with one other: all 90, then 10 with more, then 40 by itself: 10 of 360.
    assert (one.lose, one.several) == (140, Outcome(25, 18, 3, 38))
    # Of the 140 users of b 78 use a: 39 at random; all of them may lose it, or none.
    assert one.others[0].kind == 1 and one.others[0].also == Outcome(56, 28, 0, 56)
    # 9 lose c, of whom 58 use it only, 22 with one other, 8 with more: at random 97.8 of 394.1;
    # alone first 100 of 391.2; with one other first 91.2 of 400.
    assert (other.lose, other.several) == (9, Outcome(25, 25, 23, 26))
    assert [found.kind for found in other.others] == [0, 1]


def test_the_bounds_of_a_stricter_access_hold_whoever_loses_it():
    told, rng = _told(), np.random.default_rng(3)
    for keeps in (0.2, 0.5, 0.8, 0.95):
        for kind in range(3):
            [one] = stricter_of(told, {kind: keeps})
            groups = np.repeat([0, 1, 2], [told.alone[kind], told.pair[kind],
                                           told.users[0, kind] - told.alone[kind]
                                           - told.pair[kind]])
            for _ in range(100):
                weights = rng.random(3) ** 8 + 1e-9
                order = rng.permutation(len(groups))
                order = order[np.argsort(rng.random(len(groups)) / weights[groups[order]])]
                lost = np.bincount(groups[order[:one.lose]], minlength=3)
                after = 100 * (100 - lost[1]) / (400 - lost[0])
                assert one.several.low - 1 <= after <= one.several.high + 1


def test_without_a_wish_each_provision_is_stricter():
    assert [(one.kind, one.keeps) for one in stricter_of(_told(), {})] == [
        (0, 0.9), (1, 0.9), (2, 0.9)]


def test_of_few_users_nothing_is_said():
    told = _told()
    told.users[0, 2] = 29
    [one] = stricter_of(told, {2: 0.5})
    assert one.several is None and one.others == ()


def test_changes_are_told_beyond_noise_only():
    before, after = _told(), _told()
    after = replace(after, users=after.users.copy(), both=after.both.copy(),
                    total=after.total.copy())
    # Noise of two cells has a standard deviation of 5.1: 14 and more is told, 13 is not.
    after.users[0] = [294, 127, 0]
    after.both[0] = [[0, 78, 0], [0, 0, 30], [0, 0, 0]]
    after.total[0] = [400, 140, 3]
    changes = changes_of(before, after)
    # From 88 to a class, which may be two.
    assert [one.difference for one in changes.kinds] == [14, None, -86]
    assert [(one.kind, one.also, one.both.difference) for one in changes.pairs] == [
        (0, 1, None), (0, 2, -26), (1, 2, 22)]
    assert changes.users.difference is None and changes.several.difference == 40
    # From 25 to 35 %: noise and rounding make 4.5 points.
    assert (changes.share_several.before, changes.share_several.points) == (Share(25), 10)


def _register(provisions) -> Register:
    rng = np.random.default_rng(5)
    persons = [Person(int(rng.integers(-2**63, 2**63 - 1)), int(rng.integers(0, 3)),
                      frozenset(np.flatnonzero(rng.random(4) < 0.45).tolist()))
               for _ in range(4000)]
    now, then = (histogram_of(some, 3, 4) for some in (persons, persons[:2500]))
    cell, nobody = Cell(1000, 77), Cell(0, 0)
    return Register((), {"A": Cell(2000, 5), "B": Cell(18, 6), "C": Cell(1500, 9)},
                    (Pair(("A", "C"), BY_NUMBER, cell, nobody), Pair(("A", "B"), NOT, nobody,
                                                                     nobody)),
                    0, nobody, {(PERSONS, DAY): now, (PERSONS, EARLIER): then}, cell, nobody)


def test_everything_of_a_register_within_a_point_of_what_it_is():
    provisions = provisions_of("aabc", "wwzj")
    register = _register(provisions)
    found = results_of(register, Counted(provisions, DAY, EARLIER), {}, KEY)
    assert set(found.overlaps) == {(PERSONS, grain) for grain in GRAINS}
    one = found.overlaps[PERSONS, PROVISION]
    histogram = register.histograms[PERSONS, DAY]
    uses = histogram.uses(4)
    users, several = (histogram.count[uses.sum(axis=1) > least].sum() for least in (0, 1))
    assert one.uses.total.share_several.percent == pytest.approx(100 * several / users, abs=1)
    assert one.changes is not None and one.changes.users.difference > 1000
    assert one.weights is not None and len(one.stricter) == 4
    scheme = found.overlaps[PERSONS, SCHEME]
    assert scheme.weights is None and scheme.stricter == () and len(scheme.told.kinds) == 3
    assert (HOMES, PROVISION) not in found.overlaps
    first, second = found.links.pairs
    assert first.shares[0].percent == pytest.approx(50, abs=1) and second.shares == (None, None)
    assert found.links.moved.few
