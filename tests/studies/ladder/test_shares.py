"""Shares of steps and how certain they are, against R and by drawing many towns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ladders import regular_town

from participatiemonitor.studies.ladder.shares import shares, wilson
from participatiemonitor.studies.ladder.steps import regular_steps, regularity, steps
from participatiemonitor.studies.ladder.transitions import matrix, moves, moves_by_rung

CHANCES = np.array([[.65, .2, .05, .1], [.2, .5, .2, .1], [.1, .25, .5, .15]])


def test_errors_and_intervals_of_cells_are_those_of_r(golden, golden_steps):
    found = matrix(golden_steps)
    for row in golden("cells").itertuples():
        cell = row.origin - 1, row.target - 1
        assert found.values[cell] == pytest.approx(row.share, rel=1e-12)
        assert found.errors[cell] == pytest.approx(row.se, rel=1e-10)
        assert found.low[cell] == pytest.approx(row.low, rel=1e-7)
        assert found.high[cell] == pytest.approx(row.high, rel=1e-7)


def test_the_interval_of_wilson_and_of_goodman(golden):
    for row in golden("wilson").itertuples():
        low, high = wilson(np.array(row.count / row.size), np.array(row.size), row.level)
        assert (low, high) == (pytest.approx(row.low, abs=1e-9), pytest.approx(row.high, abs=1e-9))


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2), st.integers(0, 3)), max_size=40))
def test_shares_hold_together(rows):
    person, row, column = np.array(rows, int).reshape(-1, 3).T
    found = shares(person, row, column, (3, 4))
    assert found.counts.sum() == len(rows)
    for place in range(3):
        here = row == place
        assert found.persons[place] == len(set(person[here]))
        if not here.any():
            assert np.isnan(found.values[place]).all()
            continue
        assert found.values[place].sum() == pytest.approx(1)
        assert (found.low[place] <= found.values[place]).all()
        assert (found.values[place] <= found.high[place]).all()
    assert ((found.low >= 0) & (found.high <= 1)).all()


def test_as_many_copies_of_each_step_of_a_person_tell_no_more(golden_steps):
    one = matrix(golden_steps)
    again = shares(np.tile(golden_steps.person, 5), np.tile(golden_steps.origin, 5),
                   np.tile(golden_steps.target, 5), (3, 4))
    np.testing.assert_allclose(again.errors, one.errors)
    # They do not even where nobody went: there the row says how little they tell.
    assert again.high[0, 2] > 0.7 * one.high[0, 2]


def covered(rng, towns, draw):
    inside, naive = np.zeros((3, 4)), np.zeros((3, 4))
    for _ in range(towns):
        town = regular_town(rng, draw(), 150, waves=5)
        taken = steps(town)
        found = matrix(regular_steps(town, taken, regularity(taken)))
        low, high = wilson(found.values, found.steps[:, None].astype(float))
        inside += (found.low <= CHANCES) & (found.high >= CHANCES)
        naive += (low <= CHANCES) & (high >= CHANCES)
    return inside / towns, naive / towns


def test_intervals_cover_where_persons_are_alike():
    inside, naive = covered(np.random.default_rng(6), 300, lambda: CHANCES)
    assert inside.min() > 0.93
    assert inside.mean() < 0.98
    # A chain without memory: it makes no difference then that steps are of one person.
    assert naive.min() > 0.92


@pytest.mark.parametrize("persons", [8, 20, 60])
def test_a_person_who_stays_put_makes_steps_less_certain(persons):
    """Half of the persons never move, so that who was seen once says what comes next."""
    rng = np.random.default_rng(7)
    inside, naive, towns = 0, 0, 400
    person = np.repeat(np.arange(persons), 6)
    for _ in range(towns):
        stays = np.repeat(rng.random(persons) < 0.5, 6)
        column = np.where(stays, 0, rng.integers(2, size=len(person)))
        found = shares(person, person * 0, column, (1, 2))
        low, high = wilson(found.values, np.array(float(len(person))))
        inside += found.low[0, 0] <= 0.75 <= found.high[0, 0]
        naive += low[0, 0] <= 0.75 <= high[0, 0]
    assert inside / towns > 0.93
    assert naive / towns < 0.9


def test_moves_add_up_over_rungs(golden_steps):
    whole, parts = moves(golden_steps), moves_by_rung(golden_steps)
    assert (parts.counts.sum(axis=0) == whole.counts[0]).all()
    table = matrix(golden_steps).counts
    assert whole.counts[0].tolist() == [np.triu(table[:, :3], 1).sum(), np.trace(table[:, :3]),
                                        np.tril(table[:, :3], -1).sum(), table[:, 3].sum()]
