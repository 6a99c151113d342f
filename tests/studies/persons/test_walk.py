"""The walk: what it keeps, that it is as likely forth as back, and what it depends on."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.estimation.disclosure.draws import Draws
from participatiemonitor.studies.persons.walk import AMOUNT, possible, spread, walked

from .lattice import Lattice

LADDER = np.array([
    [31, 9, 2, 0, 0, 0, 5], [6, 44, 12, 3, 0, 0, 4], [1, 9, 50, 14, 5, 1, 6],
    [0, 2, 8, 37, 11, 4, 8], [0, 0, 3, 6, 28, 9, 9], [0, 0, 0, 1, 3, 19, 12]])


GOLDEN = [[31, 9, 2, 0], [7, 44, 11, 3], [0, 9, 51, 14], [0, 2, 8, 37]]


def walks(counts, size, subject=b"who is where"):
    return np.array([walked(np.array(counts), Draws(b"key %d" % number, subject))
                     for number in range(size)])


@given(st.integers(2, 5), st.integers(2, 5), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_totals_are_kept_and_nothing_is_below_nought(rows, columns, random):
    counts = np.array([[random.choice([0, 0, 1, 2, 5, 40]) for _ in range(columns)]
                       for _ in range(rows)])
    counts[:, 0] += columns
    counts[0] += rows
    found = walked(counts, Draws(b"key", random.randbytes(4)))
    assert (found.sum(axis=0) == counts.sum(axis=0)).all()
    assert (found.sum(axis=1) == counts.sum(axis=1)).all()
    assert found.min() >= 0


@pytest.mark.parametrize("rows, columns", [
    ((5, 9), (4, 10)), ((6, 8), (3, 4, 7)), ((5, 6, 7), (4, 5, 9)), ((4, 5, 4), (3, 10))])
def test_a_walk_is_as_likely_forth_as_back(rows, columns):
    lattice = Lattice(rows, columns)
    assert abs(lattice.step - lattice.step.T).max() < 1e-12
    forth = lattice.after(np.eye(len(lattice.tables)))
    assert np.allclose(forth, forth.T, atol=1e-12)
    assert np.allclose(forth.sum(axis=1), 1)


@pytest.mark.parametrize("counts", [
    [[0, 5], [9, 1]], [[4, 2, 0], [6, 1, 5]], [[5, 0, 0], [0, 4, 0], [0, 0, 6]],
    [[3, 0], [1, 6], [2, 2], [0, 4]]])
def test_outcomes_are_as_frequent_as_the_chances_say(counts):
    counts, size = np.array(counts), 3000
    lattice = Lattice(tuple(counts.sum(axis=1)), tuple(counts.sum(axis=0)))
    start = (lattice.tables == counts).all(axis=(1, 2)).astype(float)
    expected = size * lattice.after(start)
    drawn = Counter(one.tobytes() for one in walks(counts, size))
    found = np.array([drawn[table.tobytes()] for table in lattice.tables])
    likely = expected > 5
    rest = [part[~likely].sum() for part in (found, expected)]
    deviation = ((found - expected)[likely] ** 2 / expected[likely]).sum()
    assert found.sum() == size
    assert deviation < likely.sum() + 4 * np.sqrt(2 * likely.sum())
    assert abs(rest[0] - rest[1]) < 5 * np.sqrt(rest[1] + 1)


def test_between_large_counts_the_noise_is_nought_on_average_and_small():
    counts = np.full((3, 4), 100)
    noise = walks(counts, 2000) - counts
    assert abs(noise.mean(axis=0)).max() < 4 * np.sqrt(AMOUNT / 2000)
    assert noise.var(axis=0) == pytest.approx(AMOUNT, rel=0.15)


def test_of_a_ladder_one_count_in_twenty_moves_by_more_than_two():
    moved = abs(walks(LADDER, 200) - LADDER)
    assert 0.03 < (moved > 2).mean() < 0.07
    assert (moved > 5).mean() < 0.005


def test_the_noise_is_the_same_for_the_same_key_and_subject_only():
    first = walks(LADDER, 10)
    assert (walks(LADDER, 10) == first).all()
    assert (walks(LADDER, 10, b"another") != first).any(axis=(1, 2)).all()


def test_the_noise_never_changes():
    """A folder that is told again after years must get the same noise."""
    assert walked(LADDER[:4, :4], Draws(b"key", b"a subject")).tolist() == GOLDEN


def test_what_may_have_been_is_the_same_for_the_same_published_table():
    tables = possible(LADDER, 20)
    assert (possible(LADDER, 20) == tables).all()
    assert (tables.sum(axis=2) == LADDER.sum(axis=1)).all()
    rose = spread(LADDER, lambda table: np.triu(table[:, :6], 1).sum(), 20)
    assert rose == np.std([np.triu(table[:, :6], 1).sum() for table in tables]) > 0
