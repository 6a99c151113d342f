"""The door: what comes out of it, and that asking otherwise gives nothing new."""

import time
from dataclasses import replace

import numpy as np
import pytest

from participatiemonitor.studies.persons.published import publish, publish_kinds, with_noise
from participatiemonitor.studies.persons.tables import PersonTable

from .people import alone, people_of, shuffled
from .test_walk import LADDER

KEY = b"key"


def published(table, key=KEY):
    return publish(table, alone(len(table.rows)), alone(len(table.columns)), key)


def test_totals_are_exact_and_counts_have_noise():
    found = published(people_of(LADDER))
    assert (found.counts.sum(axis=0) == LADDER.sum(axis=0)).all()
    assert (found.counts.sum(axis=1) == LADDER.sum(axis=1)).all()
    assert (found.counts != LADDER).sum() > 10
    assert (found.percentages == np.round(found.percentages)).all()
    assert (found.totals == np.floor(100 * LADDER.sum(axis=0) / LADDER.sum() + 0.5)).all()


def test_the_same_persons_have_the_same_noise_whatever_they_are_called_and_however_they_stand():
    table, counts = people_of(LADDER), published(people_of(LADDER)).counts
    assert (published(shuffled(table, 1)).counts == counts).all()
    turned = PersonTable(table.person, table.column, table.row, table.columns, table.rows)
    assert (published(turned).counts == counts.T).all()
    order, sides = np.random.default_rng(2).permutation(6), np.random.default_rng(3).permutation(7)
    moved = replace(table, row=np.argsort(order)[table.row], column=np.argsort(sides)[table.column])
    assert (published(moved).counts == counts[np.ix_(order, sides)]).all()


@pytest.mark.parametrize("other", ["key", "person", "place"])
def test_another_key_and_other_persons_have_other_noise(other):
    table, key = people_of(LADDER), b"another" if other == "key" else KEY
    if other == "person":
        table = replace(table, person=np.where(table.person == "K000007", "K9", table.person))
    counts = LADDER.copy()
    if other == "place":
        # Two persons change places: another table with the same totals.
        counts[:2, :2] += [[-1, 1], [1, -1]]
        table = people_of(counts)
    assert (published(table, key).counts - counts != published(people_of(LADDER)).counts - LADDER
            ).any()


def test_what_is_computed_of_persons_has_the_published_counts():
    table = people_of(LADDER)
    found = published(table)
    assert (replace(table, column=found.column).counts == found.counts).all()
    assert (found.row == table.row).all()
    # No more are moved than must be.
    assert (found.column != table.column).sum() == abs(found.counts - LADDER).sum() / 2
    again = shuffled(table, 4)
    moved = dict(zip(again.person, published(again).column, strict=True))
    assert [moved[name] for name in table.person] == found.column.tolist()


def test_the_noise_is_done_to_any_other_table_without_a_key():
    table = people_of(LADDER)
    moved = [with_noise(table.row, table.column, LADDER.shape, number) for number in range(40)]
    counts = np.array([replace(table, column=one).counts for one in moved])
    assert (counts.sum(axis=1) == LADDER.sum(axis=0)).all()
    assert (counts.sum(axis=2) == LADDER.sum(axis=1)).all()
    assert (moved[3] == with_noise(table.row, table.column, LADDER.shape, 3)).all()
    assert abs(counts - LADDER).mean() == pytest.approx(
        np.mean([abs(published(table, b"%d" % key).counts - LADDER).mean() for key in range(40)]),
        rel=0.15)
    assert (moved[0] != published(table).column).any()


def test_rows_and_columns_are_told_together():
    found = publish(people_of(LADDER), ((0, 1), (2, 3, 4), (5,)), ((0, 1), (2, 3, 4), (5,), (6,)),
                    KEY)
    assert found.rows == ("rij 0 en rij 1", "rij 2, rij 3 en rij 4", "rij 5")
    assert found.counts.sum(axis=1).tolist() == [
        LADDER[:2].sum(), LADDER[2:5].sum(), LADDER[5].sum()]
    assert found.column.max() == 3


def test_kinds_of_few_persons_are_one_row_and_one_column():
    counts = [[20, 9, 1, 3], [8, 12, 0, 5], [2, 3, 0, 4], [3, 1, 0, 5], [9, 8, 1, 7]]
    found = publish_kinds(people_of(counts), KEY)
    assert found.rows == ("rij 0", "rij 1", "rij 4", "rij 2 en rij 3")
    assert found.columns == ("kolom 0", "kolom 1", "kolom 2 en kolom 3")
    assert found.counts.sum(axis=1).tolist() == [33, 25, 25, 18]
    assert found.counts.sum(axis=0).tolist() == [42, 33, 26]
    assert publish_kinds(people_of([[4, 3], [2, 5]]), KEY) is None


@pytest.mark.parametrize("counts", [
    [[1, 0, 0], [10, 9, 8]],    # fewer persons than columns
    [[9, 1], [9, 0], [9, 0]],   # fewer persons than rows
    np.ones((9, 9), int)])    # more rows than there may be
def test_of_too_few_persons_nothing_is_told(counts):
    assert published(people_of(counts)) is None
    assert publish(people_of(LADDER), None, alone(7), KEY) is None


def test_who_is_there_more_often_starts_and_ends_once():
    table = PersonTable(np.array(["b", "a", "b", "b"]), np.array([0, 1, 2, 2]),
                        np.array([1, 0, 0, 2]), ("x", "y", "z"), ("x", "y", "z"))
    assert table.starts.tolist() == [1, 1, 0]
    assert table.ends.tolist() == [1, 0, 1]
    assert table.counts.sum() == 4


def test_two_hundred_thousand_registrations_take_seconds():
    rng = np.random.default_rng(6)
    person = np.array([f"P{number:06}" for number in rng.integers(0, 40_000, 200_000)])
    table = PersonTable(person, rng.integers(0, 6, 200_000), rng.integers(0, 7, 200_000),
                        tuple("123456"), tuple("123456u"))
    began = time.perf_counter()
    assert published(table) is not None
    taken = time.perf_counter() - began
    print(f"{taken:.2f} s")
    assert taken < 6
