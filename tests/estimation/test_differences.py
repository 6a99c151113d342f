"""Tests of differences: what is hidden stays out, and a large difference is told from none."""

import math
from dataclasses import replace

import pandas as pd
import pytest
from scipy.stats import norm

from participatiemonitor.estimation.analyses.differences import COLUMNS, differences
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import results_of

BOTH = ("sd", "aw")
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
    found = by_option(differences(results_of(answered((40, 40), (20, 20))), *BOTH))
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
    found = by_option(differences(results_of(answered((25, 25), (25, 25))), *BOTH))
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


def test_size_classes_are_compared_too(answered):
    estimates = results_of(answered((5, 45), (25, 25)), protect=False)
    found = by_option(differences(estimates, "sd/groot", "sd/klein"))
    assert found["ja"].difference == pytest.approx(80)
    assert found["ja"].demonstrable
    assert (found["ja"].left, found["ja"].right) == ("sd/groot", "sd/klein")
    apart = differences(estimates, "aw/groot", "aw/klein")
    assert not apart["demonstrable"].any()


def test_hidden_cells_are_not_tested(answered, with_rules):
    wave = with_rules(answered((1, 24), (25, 25)), minimum_base=5, minimum_cell=3)
    estimates = results_of(wave)
    pairs = [("sd/groot", "sd/klein"), ("sd", "aw"), ("aw", "sd")]

    def tested(one):
        return {(row.option, row.left, row.right)
                for pair in pairs for row in differences(one, *pair).itertuples()}

    everything = tested(results_of(wave, protect=False))
    hidden = {(option, *sides) for option, *sides in everything
              if "te_weinig" in [estimates[f"beleid.{option}@{side}"].status for side in sides]}
    assert ("ja", "sd/groot", "sd/klein") in hidden
    assert tested(estimates) == everything - hidden
    assert ("nee", "sd", "aw") in tested(estimates)
    assert ("nee", "aw", "sd") in tested(estimates)


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
