"""Steps as they may be told: what comes out of the door goes through the same functions."""

from dataclasses import replace

import numpy as np
import pytest
from ladders import irregular_town

from participatiemonitor.studies.ladder.comparisons import compare
from participatiemonitor.studies.ladder.intensities import fit
from participatiemonitor.studies.ladder.panel import panel, still_there
from participatiemonitor.studies.ladder.registrations import registrations
from participatiemonitor.studies.ladder.steps import steps
from participatiemonitor.studies.ladder.told import regrouped, told_steps
from participatiemonitor.studies.ladder.told_moves import told_moves
from participatiemonitor.studies.ladder.transitions import matrix, moves

KEY = b"key"


@pytest.fixture(scope="module")
def town():
    return irregular_town(np.random.default_rng(1), 400)


def test_the_matrix_of_told_steps_is_the_published_one(town):
    taken = steps(town)
    told = told_steps(taken, town.people, KEY)
    assert told.groups == tuple((rung,) for rung in range(6)) and told.leaving
    found = matrix(told.steps)
    assert (found.counts == told.published.counts).all()
    true = matrix(taken).counts
    assert (found.counts.sum(axis=1) == true.sum(axis=1)).all()
    assert (found.counts.sum(axis=0) == true.sum(axis=0)).all()
    assert (found.counts != true).mean() > 0.3
    assert told.published.rows[0] == "trede 1"
    assert told.published.columns[-1] == "uitstroom"
    assert moves(told.steps).counts.sum() == len(taken)


def test_rungs_with_few_persons_are_told_with_their_neighbours(town):
    taken = steps(town)
    few = taken.where((taken.origin > 0) & (taken.target != 0))
    told = told_steps(few, town.people, KEY)
    assert told.groups[0] == (0, 1)
    assert told.published.rows[0] == "trede 1 en trede 2"
    assert told.steps.rungs == 5
    assert set(np.unique(told.steps.target)) == set(range(6))
    assert (matrix(told.steps).counts == told.published.counts).all()


def test_leaving_of_few_persons_is_left_out(town):
    taken = steps(town)
    leavers = np.flatnonzero(taken.left)
    few = taken.where(~taken.left | np.isin(np.arange(len(taken)), leavers[:9]))
    told = told_steps(few, town.people, KEY)
    assert not told.leaving and not told.steps.left.any()
    assert len(told.steps) == len(few) - 9
    assert told.published.columns[-1] == "trede 6"


def test_nothing_is_told_of_a_handful_of_persons(town):
    taken = steps(town)
    assert told_steps(taken.where(taken.person < 8), town.people, KEY) is None
    assert told_steps(taken.where(taken.person < 0), town.people, KEY) is None
    assert told_moves(taken, taken.person < 8, town.people, ("met", "zonder"), KEY) is None


def test_groups_are_compared_by_the_published_counts(town):
    taken = steps(town)
    member = taken.person % 3 == 0
    told = told_moves(taken, member, town.people, ("met", "zonder"), KEY)
    found = compare(told.first, told.second)
    published = told.published
    assert told.kinds == ((0,), (1,), (2,), (3,))
    assert found.first.counts.tolist() == [published.counts[0].tolist()]
    assert found.second.counts.tolist() == [published.counts[1].tolist()]
    true = [moves(taken.where(one)).counts[0] for one in (member, ~member)]
    assert (sum(true) == published.counts.sum(axis=0)).all()
    assert published.counts[0].sum() == true[0].sum()
    assert found.both == 0


def test_few_who_fell_are_told_with_who_stayed_and_few_who_left_not_at_all(town):
    taken = steps(town)
    member = taken.person % 3 == 0
    fell = np.flatnonzero(taken.target < taken.origin)
    few = ~np.isin(np.arange(len(taken)), fell[9:])
    told = told_moves(taken.where(few), member[few], town.people, ("met", "zonder"), KEY)
    assert told.kinds == ((0,), (1, 2), (3,))
    assert told.published.columns[1] == "gebleven en gedaald"
    assert not (compare(told.first, told.second).first.counts[0][2])
    left = np.flatnonzero(taken.left)
    few = ~np.isin(np.arange(len(taken)), left[9:])
    told = told_moves(taken.where(few), member[few], town.people, ("met", "zonder"), KEY)
    assert told.kinds == ((0,), (1,), (2,))
    assert not told.first.left.any()
    assert not told.second.left.any()


def test_intensities_are_fitted_to_what_is_told(town):
    taken = steps(town)
    told = told_steps(taken, town.people, KEY)
    fitted = fit(panel(told.steps, regrouped(still_there(town), told.groups)))
    plain = fit(panel(taken, still_there(town)))
    pairs = np.stack([fitted.origin, fitted.target], axis=1).tolist()
    common = [place for place, pair in enumerate(zip(plain.origin, plain.target, strict=True))
              if list(pair) in pairs]
    logs = [np.log(one.rates[plain.origin[common], plain.target[common]])
            for one in (plain, fitted)]
    errors = np.sqrt(np.diag(plain.robust))[common]
    assert np.sqrt(np.mean(((logs[0] - logs[1]) / errors) ** 2)) < 1


def test_the_last_rung_of_who_is_still_there_is_that_of_its_group(town):
    groups = ((0, 1), (2,), (3, 4, 5))
    found, true = regrouped(still_there(town), groups), still_there(town)
    assert found.rungs == 3 and set(found.target) == {4}
    assert (found.origin == np.array([0, 0, 1, 2, 2, 2])[true.origin]).all()


def test_one_person_more_draws_anew_and_the_same_persons_do_not(town):
    taken = steps(town)
    counts = told_steps(taken, town.people, KEY).published.counts
    again = registrations(town.people[town.person], town.day, town.state + 1)
    assert (told_steps(steps(again), again.people, KEY).published.counts == counts).all()
    one = np.flatnonzero(~taken.left)[0]
    target = taken.target.copy()
    target[one] = (target[one] + 1) % 6
    other = replace(taken, target=target)
    noise = counts - matrix(taken).counts
    assert (told_steps(other, town.people, KEY).published.counts - matrix(other).counts != noise
            ).any()
