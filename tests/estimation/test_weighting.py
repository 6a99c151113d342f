"""Weighted estimates of a group: strata that are joined, domains, rounding."""

import math
from dataclasses import replace

import numpy as np
import pytest

from participatiemonitor.estimation.design.intervals import (
    effective_size,
    exact_interval,
    share_interval,
)
from participatiemonitor.estimation.design.weighting import NOTHING, GroupDesign, Weighted

SD, AW = "sociale_dienst", "afdeling_welzijn"


@pytest.fixture(scope="module")
def services(wave):
    return GroupDesign(wave, SD)


@pytest.fixture(scope="module")
def departments(wave):
    return GroupDesign(wave, AW)


def codes(wave, group):
    return wave.members(group)["stratum"].to_numpy(str)


def estimate(design, values, here, domain, resolved=None, asked=None, kind="single") -> Weighted:
    values, here = np.asarray(values, float), np.asarray(here, bool)
    resolved = np.ones(len(values), bool) if resolved is None else resolved
    asked = here if asked is None else asked
    return design.estimate(values, here, resolved, asked, domain=domain, kind=kind)


# --- the strata of the design ----------------------------------------------------------------

def test_strata_with_two_respondents_or_more_stand_apart(services):
    assert services.strata == ("kleiner", "isd", "g32", "g4")
    assert services.design.sizes.tolist() == [232, 34, 31, 4]
    assert services.unions == ("g32+g4",)


def test_a_stratum_with_one_respondent_is_joined_with_its_domain(wave, departments):
    assert (codes(wave, AW) == "g4").sum() == 1
    assert departments.strata == ("kleiner", "isd", "g32+g4")
    assert departments.design.sizes.tolist() == [232, 34, 35]
    assert departments.unions == ()


def test_a_stratum_without_respondents_counts_with_its_domain(wave):
    rest = wave.responses[~((wave.responses["group"] == AW) & (wave.responses["stratum"] == "g4"))]
    design = GroupDesign(replace(wave, responses=rest), AW)
    assert design.strata == ("kleiner", "isd", "g32+g4")
    n = (rest["group"] == AW).sum()
    assert estimate(design, np.ones(n), np.ones(n), "totaal").value == pytest.approx(1)


# --- totals and domains ----------------------------------------------------------------------

def test_a_total_weighs_each_stratum_by_its_organisations(wave, services):
    strata = codes(wave, SD)
    found = estimate(services, strata == "kleiner", np.ones(len(strata)), "totaal")
    assert found.value == pytest.approx(232 / 301)
    assert found.se == pytest.approx(0, abs=1e-12)  # known from the frame


def test_a_domain_is_not_weighted_within(wave, services):
    strata = codes(wave, SD)
    rng = np.random.default_rng(1)
    values = (rng.random(len(strata)) < 0.4).astype(float)
    for domain in ("kleiner", "isd", "g32+g4"):
        here = np.isin(strata, domain.split("+"))
        found = estimate(services, values, here, domain)
        n, size = here.sum(), {"kleiner": 232, "isd": 34, "g32+g4": 35}[domain]
        share = values[here].mean()
        assert found.value == pytest.approx(share)
        assert found.se == pytest.approx(
            math.sqrt((1 - n / size) * share * (1 - share) / (n - 1)))
        assert (found.low, found.high) == exact_interval(int(values[here].sum()), n, size)


def test_a_stratum_that_answered_in_full_is_known_exactly(wave, services):
    strata = codes(wave, SD)
    here = strata == "g4"
    assert here.sum() == 4
    values = np.where(np.cumsum(here) <= 3, 1.0, 0.0)
    found = estimate(services, values, here, "g4")
    assert (found.value, found.se, found.low, found.high) == (0.75, 0, 0.75, 0.75)


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_shares_of_none_and_all_have_an_interval_on_one_side(wave, services, value):
    n = len(codes(wave, SD))
    found = estimate(services, np.full(n, value), np.ones(n), "totaal")
    assert value in (found.low, found.high)
    assert 0.005 < found.high - found.low < 0.05


def test_where_routing_decides_the_number_of_organisations_is_estimated(wave, services):
    """Of the isd's, 20 of the 25 of whom it is known were asked: 27.2 of 34; 18 answered."""
    strata = codes(wave, SD)
    isd = np.flatnonzero(strata == "isd")
    here, asked, resolved = (np.zeros(len(strata), bool), np.zeros(len(strata), bool),
                             np.ones(len(strata), bool))
    here[isd[:18]], asked[isd[:20]] = True, True
    resolved[isd[18:20]] = resolved[isd[25:]] = False
    values = np.zeros(len(strata))
    values[isd[:7]] = 1
    found = estimate(services, values, here, "isd", resolved, asked)
    size = effective_size(np.array([27.2]), np.array([18]))
    assert size == pytest.approx(18 * 26.2 / 9.2)  # as many as would be needed of an endless frame
    assert (found.low, found.high) == pytest.approx(
        tuple(map(float, share_interval(np.array(7 / 18), size))))
    everybody = estimate(services, values, strata == "isd", "isd")
    assert (everybody.low, everybody.high) == exact_interval(7, 27, 34)


def test_percentages_are_weighted_by_clients(wave, services):
    members = wave.members(SD)
    clients = wave.frame["clients"].loc[members["organisation"]].to_numpy()
    strata, values = codes(wave, SD), np.random.default_rng(2).random(len(members))
    sizes = {"kleiner": 232 / 76, "isd": 34 / 27, "g32": 31 / 26, "g4": 1.0}
    weights = np.array([sizes[one] for one in strata]) * clients
    found = estimate(services, values, np.ones(len(values)), "totaal", kind="percentage")
    assert found.value == pytest.approx((weights * values).sum() / weights.sum())
    assert found.low < found.value < found.high


@pytest.mark.parametrize("domain", ["totaal", "isd", "g32+g4"])
def test_a_mean_of_numbers_has_a_standard_error_and_no_interval(wave, services, domain):
    strata = codes(wave, SD)
    here = np.isin(strata, domain.split("+")) | (domain == "totaal")
    found = estimate(services, np.where(strata == "kleiner", 2, 5), here, domain, kind="number")
    assert found.value == pytest.approx(5 - 3 * 232 / 301 if domain == "totaal" else 5)
    assert found.se == pytest.approx(0, abs=1e-9)
    assert np.isnan([found.low, found.high]).all()


def test_an_empty_domain_has_no_numbers(wave, services):
    n = len(codes(wave, SD))
    found = estimate(services, np.ones(n), np.zeros(n), "isd")
    assert np.isnan([found.value, found.se, found.low, found.high]).all()


# --- rounding --------------------------------------------------------------------------------

def test_figures_are_in_whole_percents_and_errors_in_tenths_halves_up():
    assert Weighted(0.125, 0.0345, 0.0701, 0.2251).rounded() == Weighted(0.13, 0.035, 0.07, 0.23)


def test_what_does_not_exist_stays_so():
    assert np.isnan(list(vars(NOTHING.rounded()).values())).all()
