"""Steps from registration to registration, and whether dates are regular."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ladders import irregular_town, regular_town

from participatiemonitor.errors import InputError
from participatiemonitor.studies.ladder.registrations import registrations
from participatiemonitor.studies.ladder.steps import (
    ENOUGH,
    TOLERANCE,
    regular_steps,
    regularity,
    steps,
)
from participatiemonitor.studies.ladder.transitions import matrix

CHANCES = np.array([[.6, .2, .05, .15], [.2, .5, .2, .1], [.05, .15, .5, .3]])


def registered(rows, rungs=3):
    person, day, state = np.array(rows).T
    return registrations(person, np.datetime64("2010-01-01") + day.astype("timedelta64[D]"),
                         state, rungs)


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 30)), min_size=1))
def test_steps_are_those_of_a_loop(seen):
    rows = [(person, day, (person + day) % 3 + 1) for person, day in sorted(seen)]
    taken = steps(registered(rows))
    expected = [(one[2] - 1, other[2] - 1, other[1] - one[1])
                for one, other in pairwise(rows) if one[0] == other[0]]
    assert list(zip(taken.origin, taken.target, taken.gap, strict=True)) == expected


def test_half_years_are_regular_and_random_dates_are_not():
    rng = np.random.default_rng(2)
    regular = regularity(steps(regular_town(rng, CHANCES, 300)))
    assert regular.regular
    assert regular.usual == pytest.approx(182, abs=2)
    assert not regularity(steps(irregular_town(rng, 200))).regular


def test_who_misses_one_measurement_in_six_leaves_dates_regular():
    town = regular_town(np.random.default_rng(3), CHANCES, 400)
    kept = np.random.default_rng(4).random(len(town.person)) > 1 / 6
    kept |= town.state == 3
    found = regularity(steps(registrations(
        town.person[kept], town.day[kept], town.state[kept] + 1, 3)))
    assert ENOUGH < found.share < 0.9
    assert found.regular


def test_the_edges_of_what_is_near():
    rows = [(0, 0, 1), (0, 100, 1), (0, 200, 1), (0, 325, 1), (0, 400, 1), (0, 526, 1)]
    town = registered([*rows, (1, 0, 1), (1, 125, 4)])
    taken = steps(town)
    found = regularity(taken)
    assert (found.usual, found.share, found.gaps) == (100, 4 / 5, 5)
    assert found.regular
    kept = regular_steps(town, taken, found)
    assert kept.gap.tolist() == [100, 100, 125, 75, 125]
    assert TOLERANCE == 0.25


@pytest.mark.parametrize(("left", "end", "counts"), [
    (30, 76, True), (30, 74, False), (126, 400, False)])
def test_leaving_counts_where_staying_could_have_been_seen(left, end, counts):
    rows = [(0, day, 1) for day in range(-300, 1, 100)] + [(1, 0, 1), (1, left, 4)]
    town = registered([*rows, (2, max(end, left), 1)])
    kept = regular_steps(town, steps(town), regularity(steps(town)))
    assert kept.left.any() == (counts and end >= left)


def test_the_last_weeks_do_not_make_leaving_faster():
    rng = np.random.default_rng(5)
    town = regular_town(rng, CHANCES, 20_000, waves=4)
    # The file ends four weeks after the last wave, with those who left in these weeks.
    last = town.day[town.state < 3].max()
    here = np.flatnonzero((town.day > last - 31) & (town.state < 3))
    gone = here[rng.random(len(here)) < 28 / 182 * CHANCES[town.state[here], 3]]
    more = registrations(
        np.concatenate([town.person, town.person[gone]]),
        np.concatenate([town.day, np.full(len(gone), last + 28)]),
        np.concatenate([town.state, np.full(len(gone), 3)]) + 1, 3)
    taken = steps(more)
    kept = regular_steps(more, taken, regularity(taken))
    found, naive = matrix(kept), matrix(taken)
    assert abs(found.values - CHANCES).max() < 0.012
    assert (naive.values[:, 3] - CHANCES[:, 3] > 0.003).all()


def test_one_date_each_is_refused():
    with pytest.raises(InputError, match="niemand staat twee keer"):
        regularity(steps(registered([(0, 0, 1), (1, 0, 2), (1, 9, 4)])))
