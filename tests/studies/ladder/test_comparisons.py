"""Two periods, and a group with a project and without, side by side."""

from dataclasses import replace

import numpy as np
import pytest
from ladders import regular_town

from participatiemonitor.errors import InputError
from participatiemonitor.studies.ladder.comparisons import compare, started
from participatiemonitor.studies.ladder.steps import Steps, regular_steps, regularity, steps
from participatiemonitor.studies.ladder.transitions import FELL, LEAVING, ROSE, STAYED, moves

CHANCES = np.array([[.65, .2, .05, .1], [.2, .5, .2, .1], [.1, .25, .5, .15]])
# Of persons who hardly move.
STILL = np.array([[.9, .02, .0, .08], [.03, .87, .02, .08], [.0, .02, .9, .08]])
FIRST = np.datetime64("2010-01-01")


def later(taken):
    """Which steps come after the second of a person."""
    first = np.searchsorted(taken.person, taken.person)
    return np.arange(len(taken)) - first > 1


def test_differences_are_those_of_r(golden, golden_steps):
    rows = golden("differences").set_index("case")
    even = golden_steps.person % 2 == 0
    after = later(golden_steps)
    for case, second in (("groups", even), ("periods", after)):
        found = compare(golden_steps.where(~second), golden_steps.where(second))
        rose = found.differences[ROSE]
        assert rose.value == pytest.approx(rows["value"][case])
        # R has one factor for how many persons there are, not one for each side.
        assert rose.se == pytest.approx(rows["se"][case], rel=0.01)
    assert found.both == len(np.intersect1d(golden_steps.person[after],
                                            golden_steps.person[~after]))


def test_all_four_differences_add_up_to_nought(golden_steps):
    even = golden_steps.person % 2 == 0
    found = compare(golden_steps.where(~even), golden_steps.where(even))
    assert sum(one.value for one in found.differences) == pytest.approx(0)
    assert [*range(len(found.differences))] == [ROSE, STAYED, FELL, LEAVING]
    assert (found.first.counts + found.second.counts == moves(golden_steps).counts).all()


def test_the_same_steps_do_not_differ(golden_steps):
    found = compare(golden_steps, golden_steps)
    assert all(one.value == 0 and one.p == 1 for one in found.differences)
    # Nearly nothing is left of the error when all persons are in both.
    assert found.differences[ROSE].se < 0.15 * found.first.errors[0, ROSE]


def test_intervals_of_a_difference_cover_persons_who_are_in_both():
    """Persons who rise by chances of their own, as often in a second period as in a first."""
    rng, towns, inside, apart = np.random.default_rng(20), 400, 0, 0
    for _ in range(towns):
        person = np.repeat(np.arange(80), 6)
        rose = rng.random(480) < np.repeat(rng.beta(0.5, 1, 80), 6)
        taken = Steps(person, rose * 0, rose * 1, np.full(480, FIRST), np.ones(480), 2)
        second = np.tile([False] * 3 + [True] * 3, 80)
        sides = taken.where(~second), taken.where(second)
        found = compare(*sides).differences[ROSE]
        inside += found.low <= 0 <= found.high
        # As if these were other persons.
        others = replace(sides[1], person=sides[1].person + 80)
        found = compare(sides[0], others).differences[ROSE]
        apart += found.low <= 0 <= found.high
    assert 0.93 < inside / towns < 0.98
    assert apart / towns > 0.99


def test_intervals_of_a_difference_cover_groups():
    rng, towns, inside = np.random.default_rng(21), 300, 0
    for _ in range(towns):
        lively = rng.random(150) < 0.5
        each = np.where(lively[:, None, None], CHANCES, STILL)
        town = regular_town(rng, each, 150, waves=5)
        taken = steps(town)
        kept = regular_steps(town, taken, regularity(taken))
        member = kept.person % 2 == 0
        found = compare(kept.where(~member), kept.where(member)).differences[STAYED]
        inside += found.low <= 0 <= found.high
    assert 0.93 < inside / towns < 0.985


def test_a_step_belongs_to_the_period_in_which_it_begins(golden_steps):
    town = regular_town(np.random.default_rng(21), CHANCES, 50)
    taken = steps(town)
    cut = np.datetime64("2011-01-01")
    early = started(taken, town.day.min(), cut)
    late = started(taken, cut, town.end)
    assert len(early) + len(late) == len(taken)
    assert early.start.max() < cut <= late.start.min()


def test_an_empty_side_is_refused(golden_steps):
    nobody = golden_steps.where(golden_steps.person < 0)
    one = golden_steps.where(golden_steps.person == 1)
    for sides, which in (((nobody, golden_steps), "eerste"), ((golden_steps, one), "tweede")):
        with pytest.raises(InputError, match=f"{which} groep of periode is te klein"):
            compare(*sides)
