"""Whole-number noise: what it keeps, how far it goes, and what it depends on."""

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure import noise
from participatiemonitor.estimation.disclosure.noise import (
    MOST,
    OPEN,
    SWEEPS,
    is_loose,
    perturbed,
)

TABLES = {"yes or no": [[20, 9, 14], [30, 12, 8]], "single": [[20, 8, 9], [4, 9, 7], [0, 1, 5]],
          "two classes": [[9, 3], [4, 8], [1, 6], [7, 2]], "six": [[9, 3, 5, 2, 8, 4], [2, 3] * 3]}


def drawn(counts, keys, subject=b"who is where", moved=()):
    counts = np.array(counts)
    return np.array([perturbed(counts, b"key %d" % key, subject, moved) for key in range(keys)])


@pytest.mark.parametrize("name", TABLES)
def test_totals_are_kept_and_no_count_moves_by_more_than_two_or_below_nought(name):
    counts, found = np.array(TABLES[name]), drawn(TABLES[name], 200)
    assert (found.sum(axis=1) == counts.sum(axis=0)).all()
    assert (found.sum(axis=2) == counts.sum(axis=1)).all()
    assert found.min() >= 0
    assert abs(found - counts).max() == MOST
    assert all(is_loose(one) for one in found)


def test_far_from_the_ends_the_noise_is_nought_on_average_and_small():
    counts = np.array(TABLES["yes or no"])
    found = drawn(counts, 2000) - counts
    assert abs(found.mean(axis=0)).max() < 4 * np.sqrt(2 * SWEEPS * OPEN / 2000)
    assert found.var(axis=0) == pytest.approx(2 * SWEEPS * OPEN, rel=0.15)


def test_near_an_end_noise_is_larger_and_pulls_away_from_it():
    counts = np.array([[0, 8, 12], [30, 12, 18]])
    found = drawn(counts, 2000) - counts
    assert 0.5 < found[:, 0, 0].mean() < 0.75  # the method chapter: somewhat more than half of one
    assert found[:, 0, 0].min() == 0
    assert np.allclose(found.sum(axis=2), 0)
    one = drawn([[1, 8, 11], [30, 12, 18]], 2000)[:, 0, 0] - 1
    assert one.var() > 1.2 * 2 * SWEEPS * OPEN


def test_noise_is_the_same_for_the_same_key_and_subject_only():
    counts = np.array(TABLES["yes or no"])
    first = drawn(counts, 30)
    assert (drawn(counts, 30) == first).all()
    assert (drawn(counts, 30, b"another") != first).any()
    assert len({one.tobytes() for one in first}) > 5


@pytest.mark.parametrize("moved", [(1, -1, 0), (-2, 1, 1), (2, 0, -2)])
def test_a_routed_table_takes_over_the_noise_of_its_base(moved):
    counts = np.array(TABLES["yes or no"])
    found = drawn(counts, 100, moved=moved)
    assert (found.sum(axis=1) == counts.sum(axis=0) + moved).all()
    assert (found.sum(axis=2) == counts.sum(axis=1)).all()
    assert abs(found - counts).max() <= MOST


@pytest.mark.parametrize("counts", [
    [[6, 0, 0, 0, 0, 0], [20, 5, 5, 5, 5, 5]], [[4, 4, 4], [9, 0, 0], [7, 0, 0], [5, 0, 0]],
    [[5, 0, 0, 0], [0, 6, 0, 0], [0, 0, 7, 0], [0, 0, 0, 5]], [[5, 0, 0], [20, 6, 7]]])
def test_that_all_are_in_one_class_is_no_reason_to_publish_nothing(counts):
    assert all(found is not None for found in drawn(counts, 10))


def test_a_table_with_too_little_room_is_drawn_again(monkeypatch):
    tight = np.array([[5, 0, 0], [20, 6, 7]])
    assert not is_loose(tight)
    monkeypatch.setattr(noise, "ROOM", 0)
    assert any((one == tight).all() for one in drawn(tight, 200))
