"""Tests of differences: what is hidden stays out, and a large difference is told from none."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyed import results_of
from scipy.stats import hypergeom, norm

from participatiemonitor.estimation.analyses.differences import (
    COLUMNS,
    differences,
    standard_error,
)
from participatiemonitor.estimation.design.intervals import exact_interval
from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Known, Results

BOTH = ("sd", "aw")
# A Wald test errs a little more often than it says.
MOST_WRONG = 0.07
CODES = {"sociale_dienst": "SD", "afdeling_welzijn": "AW"}


@pytest.fixture(scope="session")
def answered(mini_wave):
    """A wave of 200 organisations, of which 50 small and 50 large answer one question.

    ``answered(sd=(10, 40), aw=(25, 25))`` is how many of each give *ja*; the others give *nee*.
    """
    strata = ["klein"] * 100 + ["groot"] * 100
    frame = pd.DataFrame({"name": "", "stratum": pd.Categorical(strata, ["klein", "groot"]),
                          "municipalities": 1, "inhabitants": 1000, "clients": 10},
                         index=pd.Index([f"O-{n}" for n in range(200)], name="organisation"))
    taking_part = [*range(50), *range(100, 150)]

    def make(sd, aw):
        parts = []
        for (group, code), (small, large) in zip(CODES.items(), (sd, aw), strict=True):
            given = (["ja"] * small + ["nee"] * (50 - small)
                     + ["ja"] * large + ["nee"] * (50 - large))
            parts.append(pd.DataFrame({
                "organisation": frame.index[taking_part], "group": group,
                "stratum": frame["stratum"].to_numpy()[taking_part], "beleid": given,
            }, index=[f"{code}-{n}" for n in range(100)]))
        responses = pd.concat(parts)
        responses["stratum"] = pd.Categorical(responses["stratum"], ["klein", "groot"])
        sizes = {name: one.model_copy(update={"organisations": 100})
                 for name, one in mini_wave.info.strata.items()}
        codebook = mini_wave.codebook.model_copy(
            update={"questions": (mini_wave.codebook["beleid"],)})
        return replace(mini_wave, info=mini_wave.info.model_copy(update={"strata": sizes}),
                       codebook=codebook, frame=frame, responses=responses)

    return make


def by_option(found):
    return {row.option: row for row in found.itertuples()}


def test_a_large_difference_is_demonstrable(answered):
    wave = answered((40, 40), (20, 20))
    found = by_option(differences(results_of(wave, protect=False), *BOTH))
    assert found["ja"].difference == pytest.approx(40)
    assert found["nee"].difference == pytest.approx(-40)
    assert found["ja"].demonstrable
    assert found["nee"].demonstrable


@pytest.mark.parametrize("aw", [(25, 25), (24, 25), (28, 24)])
def test_no_difference_and_a_small_one_are_not(answered, aw):
    found = differences(results_of(answered((25, 25), aw), protect=False), *BOTH)
    assert len(found) == 2
    assert not found["demonstrable"].any()


def test_an_answer_that_nobody_gave_is_not_tested(answered):
    wave = answered((25, 25), (25, 25))
    found = by_option(differences(results_of(wave, protect=False), *BOTH))
    assert set(found) == {"ja", "nee"}  # nobody gave *deels*


@pytest.mark.parametrize(("gap", "demonstrable"), [(4, False), (5, False), (6, True), (8, True)])
def test_the_test_is_that_of_wald_after_holms_correction(answered, gap, demonstrable):
    """Both rows have the same p-value, so Holm's correction doubles it."""
    wave = answered((25, 25), (25 - gap, 25 - gap))
    shares = [0.5, 0.5 - gap / 50]
    # Two strata of 100 organisations, 50 answers each: weights are equal, half of the frame.
    errors = [math.sqrt(2 * 0.25 * (1 - 0.5) * share * (1 - share) / 49) for share in shares]
    p = 2 * norm.sf((shares[0] - shares[1]) / math.hypot(*errors))
    assert (2 * p < 0.05) == demonstrable
    found = differences(results_of(wave, protect=False), *BOTH)
    assert list(found["demonstrable"]) == [demonstrable] * 2


def test_a_side_of_none_counts_with_its_interval(answered):
    """Nobody of 50 in a stratum of 100: the interval of the small side ends well above 0."""
    bound = exact_interval(0, 50, 100)[1]
    chances = {}
    for count in range(1, 11):
        share = count / 50
        errors = (math.sqrt(0.5 * share * (1 - share) / 49), bound / norm.isf(0.025))
        chances[count] = 2 * norm.sf(share / math.hypot(*errors))
        found = differences(results_of(answered((0, count), (25, 25)), protect=False),
                            "sd/groot", "sd/klein")
        # Both rows, *ja* and *nee*, have the same p-value.
        assert list(found["demonstrable"]) == [2 * chances[count] < 0.05] * 2
    assert min(chances.values()) < 0.025 < max(chances.values())


def test_a_stratum_in_which_all_answered_has_no_error():
    known = Weighted(0.75, 0.0, 0.75, 0.75)
    assert standard_error(known, 0.2) == standard_error(known, 0.9) == 0
    assert standard_error(Weighted(0.0, 0.0, 0.0, 0.0), 0.3) == 0


def test_binary_noise_is_no_standard_error():
    assert standard_error(Weighted(0.5, 1e-17, 0.4, 0.7), 0.9) == pytest.approx(0.2 / 1.959964)


@given(st.integers(1, 60), st.integers(0, 60), st.floats(0.01, 1), st.booleans())
def test_who_all_answer_alike_are_uncertain_up_to_the_bound_that_faces_the_other_side(
        n, others, other, mirrored):
    """Never certain unless all answered, and less certain with fewer respondents."""
    def error(respondents):
        low, high = exact_interval(0, respondents, 60 + others)
        side = Weighted(1.0, 0.0, 1 - high, 1 - low) if mirrored else Weighted(0.0, 0.0, low, high)
        return standard_error(side, 1 - other if mirrored else other)

    size = 60 + others
    bound = exact_interval(0, n, size)[1]
    assert error(n) == pytest.approx(bound / norm.isf(0.025), abs=1e-9)
    assert (error(n) == 0) == (bound == 0)
    assert error(n) >= error(min(n + 1, size)) - 1e-9
    assert (n < size) or error(n) == 0


@pytest.mark.parametrize("true", [1, 2, 4, 6, 10, 20])
def test_without_a_difference_at_most_one_in_twenty_is_called_one(true):
    """Two strata of 100 and 60 with the same share: all outcomes, each with its chance."""
    sizes, taken = (100, 60), (30, 20)
    totals = (true, round(0.6 * true))
    sides = [[_side(count, n, size) for count in range(n + 1)]
             for size, n in zip(sizes, taken, strict=True)]
    odds = [hypergeom.pmf(np.arange(n + 1), size, total, n)
            for size, n, total in zip(sizes, taken, totals, strict=True)]
    rejected = 0.0
    for one, chance in zip(sides[0], odds[0], strict=True):
        for other, also in zip(sides[1], odds[1], strict=True):
            error = math.hypot(standard_error(one, other.value), standard_error(other, one.value))
            if error and 2 * norm.sf(abs(one.value - other.value) / error) < 0.05:
                rejected += chance * also
    assert rejected <= MOST_WRONG


def _side(count, n, size) -> Weighted:
    share = count / n
    error = math.sqrt((1 - n / size) * share * (1 - share) / (n - 1))
    return Weighted(share, error, *exact_interval(count, n, size))


def test_size_classes_are_compared_too(answered):
    estimates = results_of(answered((5, 45), (25, 25)), protect=False)
    found = by_option(differences(estimates, "sd/groot", "sd/klein"))
    assert found["ja"].difference == pytest.approx(80)
    assert found["ja"].demonstrable
    assert (found["ja"].left, found["ja"].right) == ("sd/groot", "sd/klein")
    apart = differences(estimates, "aw/groot", "aw/klein")
    assert not apart["demonstrable"].any()


def test_hidden_cells_are_not_tested(answered, with_rules):
    """Departments are fewer than a base must be."""
    wave = answered((5, 40), (25, 25))
    few = wave.responses["group"].eq("sociale_dienst") | (np.arange(200) % 50 < 4)
    wave = with_rules(replace(wave, responses=wave.responses[few]), minimum_base=30)
    estimates = results_of(wave)
    pairs = [("sd/groot", "sd/klein"), ("sd", "aw"), ("aw", "sd")]

    def tested(one):
        return {(row.option, row.left, row.right)
                for pair in pairs for row in differences(one, *pair).itertuples()}

    everything = tested(results_of(wave, protect=False))
    hidden = {(option, *sides) for option, *sides in everything
              if {estimates[f"beleid.{option}@{side}"].status for side in sides} != {"ok"}}
    assert ("ja", "sd", "aw") in hidden
    assert ("nee", "aw", "sd") in hidden
    assert tested(estimates) == everything - hidden
    assert ("nee", "sd/groot", "sd/klein") in tested(estimates)


def test_every_tested_answer_of_2011_is_shown(estimates, unprotected):
    pair = ("sd/kleiner", "sd/isd")
    found, everything = differences(estimates, *pair), differences(unprotected, *pair)
    for row in found.itertuples():
        for side in (row.left, row.right):
            group, _, domain = side.partition("/")
            one = estimates[Ref.parse(f"{row.question}.{row.option}@{group}/{domain or 'totaal'}")]
            assert one.status == "ok"
    assert 0 < len(found) < len(everything)


def test_some_differences_of_2011_are_demonstrable_and_others_are_not(estimates):
    found = differences(estimates, *BOTH)
    assert found["demonstrable"].any()
    assert not found["demonstrable"].all()
    # The gaps in who gave an answer that are told from none are no small ones.
    choices = found["question"].map(lambda name: estimates.wave.codebook[name].options != ())
    assert found.loc[found["demonstrable"] & choices, "difference"].abs().min() > 5


@pytest.mark.parametrize("pair", [BOTH, ("sd/kleiner", "sd/g32+g4")])
def test_published_figures_are_all_that_is_needed(estimates, pair):
    """The same without the answers: nobody learns from a test what these figures do not say."""
    found = differences(estimates, *pair)
    sealed = Results(estimates.wave, _no_answers, Known(estimates=dict(estimates.known.estimates)))
    assert differences(sealed, *pair).equals(found)


def _no_answers():
    raise AssertionError("de antwoorden gaan open")


def test_the_table_holds_no_p_values(estimates):
    found = differences(estimates, *BOTH)
    assert tuple(found.columns) == COLUMNS
    assert COLUMNS == ("question", "option", "left", "right", "difference", "demonstrable")
    assert found["demonstrable"].dtype == bool


def test_with_nothing_to_test_the_table_is_empty(answered, with_rules):
    wave = with_rules(answered((25, 25), (25, 25)), minimum_base=1000)
    found = differences(results_of(wave), *BOTH)
    assert found.empty
    assert tuple(found.columns) == COLUMNS
