"""Intensities by maximum likelihood, against msm, a slow oracle and known towns."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ladders import RATES, irregular_town
from scipy.linalg import expm
from scipy.optimize import approx_fprime

from participatiemonitor.errors import InputError
from participatiemonitor.studies.ladder.intensities import fit
from participatiemonitor.studies.ladder.likelihood import Likelihood
from participatiemonitor.studies.ladder.panel import neighbours, panel, still_there
from participatiemonitor.studies.ladder.registrations import registrations
from participatiemonitor.studies.ladder.steps import Steps, steps

# Of R's msm, and whether leaving is dated.
SETS = [("cav", 3, True), ("cav_seen", 3, False), ("psor", 3, False), ("ladder", 4, True),
        ("ladder_still", 4, True)]
TOWN = RATES[:3, [0, 1, 2, 6]]


def allowed_of(rows, rungs):
    found = np.zeros((rungs, rungs + 1), bool)
    found[rows["origin"] - 1, rows["target"] - 1] = True
    return found


def slow(taken, intensities, exact):
    """The logarithm of how likely each step is, one at a time."""
    rungs, found = taken.rungs, []
    for origin, target, gap in zip(taken.origin, taken.target, taken.gap, strict=True):
        after = expm(intensities * gap)[origin]
        if target > rungs:
            likely = after[:rungs].sum()
        elif target == rungs and exact:
            likely = after[:rungs] @ intensities[:rungs, rungs]
        else:
            likely = after[target]
        found.append(np.log(likely))
    return np.array(found)


def logs_of(fitted):
    return np.log(fitted.rates[fitted.origin, fitted.target])


@pytest.mark.parametrize(("name", "rungs", "exact"), SETS)
def test_estimates_and_errors_are_those_of_msm(golden, panel_steps, name, rungs, exact):
    expected = golden("rates").query("set == @name")
    allowed = allowed_of(expected, rungs)
    fitted = fit(panel(panel_steps(name, rungs), exact=exact), allowed)
    assert (fitted.origin + 1).tolist() == expected["origin"].tolist()
    assert (fitted.target + 1).tolist() == expected["target"].tolist()
    np.testing.assert_allclose(logs_of(fitted), expected["log_rate"], rtol=1e-6)
    np.testing.assert_allclose(np.sqrt(np.diag(fitted.model)), expected["se"], rtol=1e-5)
    deviance, = golden("fits").query("set == @name")["deviance"]
    assert fitted.deviance == pytest.approx(deviance, rel=1e-10)


# In psor persons are first seen again two states on, and leaving stands for the last state.
@pytest.mark.parametrize(("name", "rungs", "exact"), [one for one in SETS if one[0] != "psor"])
def test_neighbours_are_what_msm_was_told(golden, panel_steps, name, rungs, exact):
    found = neighbours(panel(panel_steps(name, rungs), exact=exact))
    expected = allowed_of(golden("rates").query("set == @name"), rungs)
    assert (found == expected).all()


@pytest.mark.parametrize("exact", [True, False])
def test_likelihood_slope_and_scores_are_those_of_single_steps(panel_steps, exact):
    taken = panel_steps("ladder_still", 4)
    taken = taken.where(np.arange(len(taken)) < 150)
    counted = panel(taken, exact=exact)
    likelihood = Likelihood(counted, *np.nonzero(neighbours(counted)))
    logs = np.random.default_rng(11).normal(-1.5, 0.5, len(likelihood.origin))
    single = slow(taken, likelihood.intensities(logs), exact)
    value, slope = likelihood.value_and_slope(logs)
    assert value == pytest.approx(single.sum(), rel=1e-12)
    assert likelihood.value(logs) == value
    np.testing.assert_allclose(slope, approx_fprime(logs, likelihood.value, 1e-6), rtol=1e-3,
                               atol=1e-3)
    np.testing.assert_allclose(counted.counts @ likelihood.scores(logs), slope, rtol=1e-10)


def test_robust_errors_are_those_of_persons_drawn_again():
    """Persons who differ: half of them move four times as fast."""
    rng = np.random.default_rng(12)
    towns = [steps(irregular_town(rng, 60, 3, rates=rates)) for rates in (TOWN, 4 * TOWN)]
    towns[1] = Steps(towns[1].person + 100, *(getattr(towns[1], name) for name in (
        "origin", "target", "start", "gap")), 3)
    taken = Steps(*(np.concatenate([getattr(town, name) for town in towns]) for name in (
        "person", "origin", "target", "start", "gap")), 3)
    # In months, so that there are few different gaps and a fit takes no time.
    taken = replace(taken, gap=np.ceil(taken.gap / 30))
    fitted = fit(panel(taken))
    persons = np.unique(taken.person)
    places = [np.flatnonzero(taken.person == person) for person in persons]
    drawn = []
    for _ in range(200):
        chosen = rng.integers(len(persons), size=len(persons))
        again = fit(panel(taken.where(np.concatenate([places[one] for one in chosen]))))
        drawn.append(np.log(-np.diagonal(again.rates)[:3]))
    total = -np.diagonal(fitted.rates)[:3]
    parts = np.zeros((3, len(fitted.origin)))
    parts[fitted.origin, np.arange(len(fitted.origin))] = (
        fitted.rates[fitted.origin, fitted.target] / total[fitted.origin])
    robust, model = (np.sqrt(np.diag(parts @ covariance @ parts.T))
                     for covariance in (fitted.robust, fitted.model))
    np.testing.assert_allclose(robust, np.std(drawn, axis=0), rtol=0.2)
    assert (robust > model).all()


def test_leaving_from_one_rung_by_hand():
    """Nine of twenty left: so many by all time together, the error of a Poisson count."""
    rng = np.random.default_rng(26)
    gap, left = rng.integers(1, 500, 20).astype(float), np.arange(20) < 9
    counted = panel(Steps(np.arange(20), np.zeros(20, int), np.where(left, 1, 2),
                          np.full(20, np.datetime64("2010-01-01")), gap, 1))
    fitted = fit(counted)
    assert fitted.rates[0, 1] == pytest.approx(9 / gap.sum())
    assert fitted.model[0, 0] == pytest.approx(1 / 9)
    # By person what was seen less what was expected; over nine, and for twenty persons.
    surprise = left - gap * 9 / gap.sum()
    assert fitted.robust[0, 0] == pytest.approx((surprise**2).sum() / 81 * 20 / 19)
    assert fitted.deviance == pytest.approx(-2 * (9 * np.log(9 / gap.sum()) - 9))


def test_leaving_is_too_fast_if_nothing_is_said_of_who_is_still_there():
    town = irregular_town(np.random.default_rng(14), 4000, visits=1, rates=TOWN)
    told, silent = (fit(panel(*parts)) for parts in (
        [steps(town), still_there(town)], [steps(town)]))
    truth = TOWN[:, 3] / 365
    np.testing.assert_allclose(told.rates[:3, 3], truth, rtol=0.15)
    assert (silent.rates[:3, 3] > 1.15 * truth).all()


def test_who_is_still_there_is_who_did_not_leave():
    days = np.datetime64("2010-01-01") + np.array([0, 5, 0, 9, 0, 20]).astype("timedelta64[D]")
    town = registrations(np.array([1, 1, 2, 2, 3, 3]), days, np.array([1, 2, 1, 7, 1, 3]))
    found = still_there(town)
    assert (found.person.tolist(), found.origin.tolist()) == ([0], [1])
    assert (found.target.tolist(), found.gap.tolist()) == ([7], [15.0])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6), st.integers(1, 900)),
                min_size=1, max_size=25))
def test_every_step_that_was_seen_has_a_chance(rows):
    """Also one from the lowest rung to the highest: it passed the others unseen."""
    origin, target, gap = np.array(rows).T
    start = np.full(len(rows), np.datetime64("2010-01-01"))
    counted = panel(Steps(np.arange(len(rows)), origin, target, start, gap.astype(float), 6))
    likelihood = Likelihood(counted, *np.nonzero(neighbours(counted)))
    assert np.isfinite(likelihood.value(np.full(len(likelihood.origin), -5.0)))
    try:
        fitted = fit(counted)
    except InputError:
        return
    assert np.isfinite(fitted.deviance)
    np.testing.assert_allclose(fitted.rates.sum(axis=1), 0, atol=1e-12)


def test_one_goes_past_a_rung_on_which_nobody_stood():
    origin, target = np.array([[0, 2], [2, 0], [2, 3], [0, 0], [2, 2]] * 4).T
    counted = panel(Steps(np.arange(20), origin, target, np.full(20, np.datetime64("2010-01-01")),
                          np.full(20, 30.0), 3))
    found = neighbours(counted)
    assert [*zip(*np.nonzero(found), strict=True)] == [(0, 2), (2, 0), (2, 3)]
    assert fit(counted).seen.tolist() == [True, False, True]


def test_a_move_that_nothing_speaks_for_has_no_intensity(panel_steps):
    """Nobody of these patients gets better, so that allowing for it changes nothing."""
    taken = panel_steps("psor", 3)
    allowed = neighbours(panel(taken, exact=False))
    without = fit(panel(taken, exact=False), allowed)
    more = allowed.copy()
    more[1, 0] = True
    with_more = fit(panel(taken, exact=False), more)
    assert with_more.deviance == pytest.approx(without.deviance)
    assert with_more.rates[1, 0] == 0
    np.testing.assert_allclose(with_more.rates, without.rates)


def test_what_is_too_unlikely_to_be_a_number_is_turned_back_from(panel_steps):
    counted = panel(panel_steps("ladder_still", 4))
    likelihood = Likelihood(counted, *np.nonzero(neighbours(counted)))
    value, slope = likelihood.value_and_slope(np.full(len(likelihood.origin), 9.0))
    assert value == likelihood.value(np.full(len(likelihood.origin), 9.0)) == -np.inf
    assert not slope.any()


def test_gaps_of_a_day_and_of_ten_years_go_together():
    """Who moves in one day of five would leave a thousand times in ten years, but half do not."""
    rows = [(0, 1, 1), (1, 0, 1), *[(0, 0, 1), (1, 1, 1)] * 4, (0, 0, 4000), (1, 1, 4000),
            (0, 2, 1), (1, 2, 3000)]
    origin, target, gap = np.array(rows * 10).T
    fitted = fit(panel(Steps(np.arange(140), origin, target,
                             np.full(140, np.datetime64("2010-01-01")), gap.astype(float), 2)))
    assert fitted.rates[0, 1] == pytest.approx(0.25, rel=0.2)
    assert fitted.rates[:2, 2].max() < 0.01


@pytest.mark.parametrize(("rows", "allowed", "says"), [
    ([(0, 0), (1, 1)], None, "niemand ging"),
    ([(0, 2), (1, 1)], [(0, 1)], "verklaren niet elke stap")])
def test_what_cannot_be_fitted_is_refused(rows, allowed, says):
    origin, target = np.array(rows).T
    counted = panel(Steps(np.arange(len(rows)), origin, target,
                          np.full(len(rows), np.datetime64("2010-01-01")),
                          np.full(len(rows), 30.0), 3))
    if allowed is not None:
        moves = np.zeros((3, 4), bool)
        moves[tuple(np.array(allowed).T)] = True
        allowed = moves
    with pytest.raises(InputError, match=says):
        fit(counted, allowed)


def test_what_steps_do_not_tell_is_refused():
    """Two moves back and forth, and dates so far apart that only their ratio shows."""
    origin, target = np.array([(0, 1), (0, 0), (1, 0), (1, 1)] * 50).T
    far = panel(Steps(np.arange(200), origin, target, np.full(200, np.datetime64("2010-01-01")),
                      np.full(200, 9000.0), 2))
    with pytest.raises(InputError, match="niet te zeggen hoe snel"):
        fit(far)


def test_kinds_of_steps_are_counted_once():
    town = irregular_town(np.random.default_rng(15), 40)
    taken = steps(town)
    counted = panel(taken)
    assert counted.counts.sum() == len(taken)
    kinds = [*zip(counted.times[counted.time], counted.origin, counted.target, strict=True)]
    assert all(one < other for one, other in pairwise(kinds))
    assert [kinds[kind] for kind in counted.kind] == [
        *zip(taken.gap, taken.origin, taken.target, strict=True)]
    np.testing.assert_allclose(counted.exposure, [taken.gap[taken.origin == rung].sum()
                                                  for rung in range(6)])
