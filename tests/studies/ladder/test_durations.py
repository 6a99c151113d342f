"""Times from a matrix, against R, by hand and by drawing persons again."""

import numpy as np
import pytest
from ladders import regular_town

from participatiemonitor.studies.ladder.durations import ending, stays, until_leaving, visits
from participatiemonitor.studies.ladder.shares import Shares
from participatiemonitor.studies.ladder.steps import Steps, regular_steps, regularity, steps
from participatiemonitor.studies.ladder.transitions import matrix

CHANCES = np.array([[.65, .2, .05, .1], [.2, .5, .2, .1], [.1, .25, .5, .15]])


def taken(rows, rungs):
    person, origin, target = np.array(rows).T
    start = np.full(len(rows), np.datetime64("2010-01-01"))
    return Steps(person, origin - 1, target - 1, start, np.ones(len(rows)), rungs)


def test_times_are_those_of_markovchain(golden, golden_steps):
    chances, expected = matrix(golden_steps), golden("absorption")
    np.testing.assert_allclose(stays(chances).values, expected["stay"], rtol=1e-12)
    np.testing.assert_allclose(until_leaving(golden_steps, chances).values, expected["until"],
                               rtol=1e-12)
    np.testing.assert_allclose(visits(chances).sum(axis=1), expected["until"], rtol=1e-12)


def test_a_ladder_of_two_rungs_by_hand():
    """From 1: half stay, half rise. From 2: half leave, a quarter fall, a quarter stay."""
    steps_taken = taken([(0, 1, 1), (1, 1, 2), (2, 2, 3), (3, 2, 3), (4, 2, 1), (5, 2, 2)], 2)
    chances = matrix(steps_taken)
    assert stays(chances).values == pytest.approx([2, 4 / 3])
    # t1 = 2 + t2 and t2 = 4/3 + t1 / 3.
    assert until_leaving(steps_taken, chances).values == pytest.approx([5, 3])
    np.testing.assert_allclose(visits(chances), [[3, 2], [1, 2]])
    assert until_leaving(steps_taken, chances).times(182.5).values == pytest.approx([912.5, 547.5])


def test_errors_are_those_of_persons_drawn_again(golden_steps):
    rng, persons = np.random.default_rng(8), np.unique(golden_steps.person)
    places = [np.flatnonzero(golden_steps.person == person) for person in persons]
    drawn = []
    for _ in range(1500):
        chosen = np.concatenate([places[one] for one in rng.integers(len(persons),
                                                                     size=len(persons))])
        drawn.append(np.log(visits(matrix(golden_steps.where(chosen))).sum(axis=1)))
    found = until_leaving(golden_steps, matrix(golden_steps))
    error = np.log(found.high / found.low) / (2 * 1.959964)
    np.testing.assert_allclose(error, np.std(drawn, axis=0), rtol=0.08)


def test_intervals_of_times_cover():
    rng, towns = np.random.default_rng(9), 300
    truth = np.linalg.inv(np.eye(3) - CHANCES[:, :3]).sum(axis=1)
    inside, stayed = np.zeros(3), np.zeros(3)
    for _ in range(towns):
        town = regular_town(rng, CHANCES, 150, waves=5)
        every = steps(town)
        kept = regular_steps(town, every, regularity(every))
        chances = matrix(kept)
        found, on_rung = until_leaving(kept, chances), stays(chances)
        inside += (found.low <= truth) & (truth <= found.high)
        stay = 1 / (1 - np.diagonal(CHANCES))
        stayed += (on_rung.low <= stay) & (stay <= on_rung.high)
    assert (inside / towns).min() > 0.92
    assert (stayed / towns).min() > 0.92


def test_where_nobody_leaves_time_has_no_end():
    """Rung 3 keeps all who come there; from rung 1 one comes there, from rung 2 never."""
    steps_taken = taken([(0, 1, 3), (1, 1, 4), (2, 2, 2), (3, 2, 4), (4, 3, 3), (5, 3, 3)], 3)
    found = until_leaving(steps_taken, matrix(steps_taken))
    assert found.values.tolist() == [np.inf, 2, np.inf]
    assert found.endless.tolist() == [True, False, True]
    assert np.isnan(found.low[[0, 2]]).all()
    assert 0 < found.low[1] < 2 < found.high[1] < np.inf
    on_rung = stays(matrix(steps_taken))
    assert on_rung.endless.tolist() == [False, False, True]
    assert 1 < on_rung.low[2] < np.inf


def test_nothing_is_told_of_what_was_not_seen():
    """Nobody was seen after rung 2, which rung 1 may lead to, and rung 3 may not."""
    steps_taken = taken([(0, 1, 2), (1, 1, 1), (2, 3, 4), (3, 3, 3)], 3)
    found = until_leaving(steps_taken, matrix(steps_taken))
    assert np.isnan(found.values[:2]).all()
    assert found.values[2] == pytest.approx(2)
    assert not found.endless.any()
    assert np.isnan(stays(matrix(steps_taken)).high[1])


def test_ends_are_found_over_any_number_of_rungs():
    rng = np.random.default_rng(10)
    for _ in range(200):
        chain, leaving = rng.random((5, 5)) < 0.3, rng.random(5) < 0.3
        ends, unknown = ending(chain, leaving, np.zeros(5, bool))
        weights = chain + 0.0
        total = weights.sum(axis=1) + leaving
        weights[total == 0, np.flatnonzero(total == 0)] = 1
        total[total == 0] = 1
        after = np.linalg.matrix_power(weights / total[:, None], 100_000).sum(axis=1)
        assert (ends == (after < 1e-6)).all()
        assert not unknown.any()


def test_a_matrix_needs_no_steps_to_be_told_of():
    chances = Shares(np.ones((1, 2), int), np.array([2]), np.array([[.5, .5]]), np.ones((1, 2)),
                     np.array([[.1, .1]]), np.array([[1., 1.]]))
    assert stays(chances).high[0] == np.inf
