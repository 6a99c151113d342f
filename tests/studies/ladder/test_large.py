"""A file of 200,000 registrations takes seconds."""

import time

import numpy as np
import pandas as pd
import pytest
from ladders import RATES, irregular_town, regular_town

from participatiemonitor.studies.ladder import courses, durations
from participatiemonitor.studies.ladder.balance import balance
from participatiemonitor.studies.ladder.comparisons import compare
from participatiemonitor.studies.ladder.exponentials import chances
from participatiemonitor.studies.ladder.intensities import fit
from participatiemonitor.studies.ladder.panel import panel, still_there
from participatiemonitor.studies.ladder.registrations import registrations
from participatiemonitor.studies.ladder.steps import regular_steps, regularity, steps
from participatiemonitor.studies.ladder.transitions import matrix, moves

REGISTRATIONS, SECONDS = 200_000, 30


@pytest.fixture(scope="module")
def regular():
    """Registrations of a town that measures each half year, as a file has them."""
    rates = np.vstack([RATES, np.zeros(7)])
    half_year = chances(rates - np.diag(rates.sum(axis=1)), np.array([0.5]))[0, :6]
    return unordered(regular_town(np.random.default_rng(23), half_year, 52_000))


@pytest.fixture(scope="module")
def irregular():
    """Registrations of a town that measures at any time, as a file has them."""
    return unordered(irregular_town(np.random.default_rng(24), 2500), 14)


def unordered(town, copies=1):
    names = np.concatenate([town.people[town.person] + 100_000 * one for one in range(copies)])
    order = np.random.default_rng(25).permutation(len(names))
    return names[order], np.tile(town.day, copies)[order], np.tile(town.state, copies)[order] + 1


def test_regular_dates(regular):
    begin = time.process_time()
    town = registrations(*regular)
    taken = steps(town)
    kept = regular_steps(town, taken, regularity(taken))
    table = matrix(kept)
    moves(kept)
    durations.stays(table)
    until = durations.until_leaving(kept, table)
    member = np.arange(len(town.people)) % 3 == 0
    compare(kept.where(~member[kept.person]), kept.where(member[kept.person]))
    balance(pd.DataFrame({"rung": town.first.astype(str), "name": town.people}), member)
    assert len(town.person) > REGISTRATIONS
    assert time.process_time() - begin < SECONDS / 3
    assert np.isfinite(until.values).all()


def test_irregular_dates(irregular):
    begin = time.process_time()
    town = registrations(*irregular)
    taken = steps(town)
    assert not regularity(taken).regular
    counted = panel(taken, still_there(town))
    fitted = fit(counted)
    courses.stays(fitted)
    until = courses.until_leaving(fitted)
    courses.expected(counted, fitted)
    assert len(town.person) > REGISTRATIONS
    assert time.process_time() - begin < SECONDS
    assert np.isfinite(until.values).all()
