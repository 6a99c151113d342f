"""Times and chances from intensities, against msm and by drawing towns."""

from dataclasses import replace

import numpy as np
import pytest
from ladders import RATES, irregular_town

from participatiemonitor.studies.ladder.courses import (
    expected,
    rising,
    rising_difference,
    stays,
    until_leaving,
)
from participatiemonitor.studies.ladder.exponentials import chances
from participatiemonitor.studies.ladder.intensities import fit
from participatiemonitor.studies.ladder.panel import neighbours, panel, still_there
from participatiemonitor.studies.ladder.steps import Steps, steps

SETS = [("cav", 3, True), ("cav_seen", 3, False), ("psor", 3, False), ("ladder", 4, True),
        ("ladder_still", 4, True)]
TOWN = RATES[:3, [0, 1, 2, 6]]
FIRST = np.datetime64("2010-01-01")


@pytest.fixture(scope="module")
def fitted(golden, panel_steps):
    """A fit to what msm was run on, with the errors that msm has."""

    def make(name, rungs, exact):
        rows = golden("rates").query("set == @name")
        allowed = np.zeros((rungs, rungs + 1), bool)
        allowed[rows["origin"] - 1, rows["target"] - 1] = True
        found = fit(panel(panel_steps(name, rungs), exact=exact), allowed)
        return replace(found, robust=found.model)

    return make


def of_rungs(rows, rungs):
    """A fit to steps of 30 days, each of another person."""
    origin, target = np.array(rows).T
    return fit(panel(Steps(np.arange(len(rows)), origin, target, np.full(len(rows), FIRST),
                           np.full(len(rows), 30.0), rungs)))


@pytest.mark.parametrize(("name", "rungs", "exact"), SETS)
def test_times_are_those_of_msm(golden, fitted, name, rungs, exact):
    found, rows = fitted(name, rungs, exact), golden("times").query("set == @name")
    on_rung = stays(found)
    for part, column in ((on_rung.values, "stay"), (on_rung.low, "stay_low"),
                         (on_rung.high, "stay_high"), (until_leaving(found).values, "until")):
        np.testing.assert_allclose(part, rows[column], rtol=1e-5)


@pytest.mark.parametrize(("name", "rungs", "exact"), SETS)
def test_chances_are_those_of_msm(golden, fitted, name, rungs, exact):
    rows = golden("chances").query("set == @name")
    found = chances(fitted(name, rungs, exact).rates, np.array([1.5]))[0]
    np.testing.assert_allclose(found[rows["origin"] - 1, rows["target"] - 1], rows["chance"],
                               rtol=1e-5, atol=1e-9)


def test_errors_are_slopes_times_errors_of_logarithms(fitted):
    """By the delta method with slopes taken numerically, one intensity at a time."""
    found, standing = fitted("cav", 3, True), np.array([.5, .3, .2])
    told = [lambda one: np.log(until_leaving(one).values),
            lambda one: np.array([rising(one, 2.0, standing).value])]
    errors = [np.log(until_leaving(found).high / until_leaving(found).low) / (2 * 1.959963985),
              np.array([rising(found, 2.0, standing).se])]
    for what, error in zip(told, errors, strict=True):
        slopes = np.stack([(what(replace(found, rates=found.rates + 1e-6 * found.turned(place)))
                            - what(found)) / 1e-6 for place in range(len(found.origin))], axis=1)
        np.testing.assert_allclose(np.sqrt(np.diag(slopes @ found.robust @ slopes.T)), error,
                                   rtol=1e-4)


def test_who_stands_higher_is_counted_by_hand(fitted):
    found = fitted("ladder", 4, True)
    over_time = chances(found.rates, np.array([1.0]))[0]
    value = .25 * (over_time[0, 1:4].sum() + over_time[1, 2:4].sum() + over_time[2, 3])
    assert rising(found, 1.0, np.full(4, .25)).value == pytest.approx(value)


def test_known_intensities_times_and_shares_are_covered():
    rng, towns = np.random.default_rng(16), 40
    rates = np.vstack([TOWN, np.zeros(4)])
    rates -= np.diag(rates.sum(axis=1))
    until = 365 * np.linalg.solve(-rates[:3, :3], np.ones(3))
    higher = np.triu(chances(rates, np.array([1.0]))[0, :3, :3], 1).sum() / 3
    inside, single = [], []
    for _ in range(towns):
        town = irregular_town(rng, 250, rates=TOWN)
        found = fit(panel(steps(town), still_there(town)))
        times, share = until_leaving(found), rising(found, 365.0, np.full(3, 1 / 3))
        inside.append([*(times.low <= until) & (until <= times.high),
                       share.low <= higher <= share.high])
        logs, truth = (np.log(one[found.origin, found.target])
                       for one in (found.rates, rates / 365))
        single.append(abs(logs - truth) < 1.959964 * np.sqrt(np.diag(found.robust)))
    assert np.mean(inside) > 0.9
    assert 0.9 < np.mean(single) < 0.99


def test_a_difference_knows_who_is_in_both():
    town = irregular_town(np.random.default_rng(17), 800, rates=TOWN)
    taken, standing = steps(town), np.full(3, 1 / 3)
    halfway = np.datetime64("2012-01-01")
    early, late = (fit(panel(taken.where(part))) for part in (
        taken.start < halfway, taken.start >= halfway))
    found = rising_difference(early, late, 365.0, standing)
    sides = [rising(one, 365.0, standing) for one in (early, late)]
    assert found.value == pytest.approx(sides[1].value - sides[0].value)
    assert found.low < found.value < found.high
    same = rising_difference(early, early, 365.0, standing)
    assert same.value == 0
    # The same persons twice differ by nothing at all, but for the factor of few persons.
    assert same.se < 0.1 * sides[0].se


def test_where_nobody_leaves_there_is_no_end():
    found = of_rungs([(0, 1), (1, 0), *[(0, 0), (1, 1)] * 3] * 20, 2)
    assert until_leaving(found).endless.all()
    assert np.isinf(until_leaving(found).high).all()
    assert not stays(found).endless.any()


def test_a_rung_that_nobody_goes_from_has_no_end_and_one_unseen_is_not_known():
    found = of_rungs([(0, 1), (0, 0), (0, 3), (1, 1)] * 20, 3)
    assert stays(found).endless.tolist() == [False, True, False]
    assert np.isnan(stays(found).values[2])
    assert until_leaving(found).endless.tolist() == [True, True, False]
    assert np.isnan(until_leaving(found).values[2])


def test_expected_steps_are_as_many_as_were_seen_and_jumps_stand_out():
    town = irregular_town(np.random.default_rng(18), 1500, rates=TOWN)
    counted = panel(steps(town), still_there(town))
    seen, found = expected(counted, fit(counted))
    np.testing.assert_allclose(seen.sum(axis=1), found.sum(axis=1))
    assert (((seen - found)**2 / found).sum()) < 20
    jumping = TOWN.copy()
    jumping[0, 2] = 0.6
    town = irregular_town(np.random.default_rng(19), 1500, visits=4, rates=jumping)
    counted = panel(steps(town), still_there(town))
    seen, found = expected(counted, fit(counted))
    assert seen[0, 2] > 1.3 * found[0, 2]
    allowed = neighbours(counted)
    allowed[0, 2] = True
    with_jumps = fit(counted, allowed)
    assert with_jumps.deviance < fit(counted).deviance - 100
    assert 365 * with_jumps.rates[0, 2] == pytest.approx(0.6, rel=0.2)
