"""The model of who makes a link: its effects in 2011, and where there is no model."""

import warnings
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from keyed import results_of
from oracle import half_up
from scipy.stats import norm

from participatiemonitor.estimation.analyses import link_model as module
from participatiemonitor.estimation.analyses.link_model import (
    COLUMNS,
    TERMS,
    average_effects,
    link_data,
    link_model,
)
from participatiemonitor.estimation.analyses.told import as_told
from participatiemonitor.estimation.refs import Ref

GOLDEN = Path(__file__).parent / "golden"
GROUPS = ("sociale_dienst", "afdeling_welzijn")


@pytest.fixture
def changed(wave):
    """The wave of 2011 with other answers on linking, all shown: ``changed(lambda clients: …)``."""

    def make(linked):
        responses = wave.responses.copy()
        clients = wave.frame["clients"].loc[responses["organisation"]].to_numpy()
        responses["koppeling"] = np.where(linked(clients), "ja", "nee")
        return results_of(replace(wave, responses=responses), protect=False)

    return make


def without_effects(model: pd.DataFrame) -> bool:
    return bool(model[["effect", "low", "high"]].isna().all(axis=None)
                and not model["demonstrable"].any())


@pytest.fixture
def open_minded(wave):
    """The wave of 2011 with a vision for half of the respondents, whatever they do."""
    responses = wave.responses.copy()
    vision = pd.Series(np.resize(["ja", "nee"], len(responses)), responses.index, dtype=object)
    responses["participatievisie"] = vision.where(responses["participatievisie"].notna())
    return replace(wave, responses=responses)


@pytest.mark.parametrize("group", GROUPS)
def test_in_2011_larger_organisations_more_often_make_a_link(estimates, group):
    model = link_model(estimates, group)
    assert tuple(model.columns) == COLUMNS
    assert list(model["term"]) == list(TERMS)
    effects = model.dropna().set_index("term")
    assert effects.loc["verdubbeling", "effect"] > 0
    # Of the few departments it cannot be shown.
    assert effects.loc["verdubbeling", "demonstrable"] == (group == GROUPS[0])
    assert (effects["low"] < effects["effect"]).all()
    assert (effects["effect"] < effects["high"]).all()
    points = effects[["effect", "low", "high"]]
    assert (points == points.round()).all(axis=None)
    assert 1 < points.abs().max().max() < 100  # percentage points


@pytest.mark.parametrize("group", GROUPS)
def test_respondents_with_all_variables_known_are_in_it(estimates, wave, group):
    members = wave.members(group)
    known = members["koppeling"].notna() & members["participatievisie"].notna()
    assert (link_model(estimates, group)["n"] == known.sum()).all()
    assert known.sum() < len(members)


def test_effects_intervals_and_p_agree_with_r():
    data = pd.read_csv(GOLDEN / "link_model.csv").astype(float)
    found = average_effects(data["outcome"], data[["amount", "first", "second"]])
    expected = pd.read_csv(GOLDEN / "link_model_results.csv").set_index("term")
    assert list(found.index) == list(expected.index)
    assert found.to_numpy() == pytest.approx(expected.to_numpy(), rel=1e-6)


def test_effects_are_average_effects_with_their_robust_errors(open_minded):
    """A second computation: Newton's method, changes of the chances, and HC1 by their gradients."""
    wave, estimates = open_minded, results_of(open_minded)
    members = wave.members("sociale_dienst")
    members = members[members["koppeling"].notna() & members["participatievisie"].notna()]
    frame = wave.frame.loc[members["organisation"]]
    terms = np.column_stack([
        np.ones(len(members)), np.log2(frame["clients"]),
        members["participatievisie"].eq("ja")]).astype(float)
    linked = members["koppeling"].eq("ja").to_numpy(float)
    weights = np.zeros(3)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-terms @ weights))
        slope = chance * (1 - chance)
        weights += np.linalg.solve(terms.T @ (terms * slope[:, None]), terms.T @ (linked - chance))

    def effects(at):
        def mean(place, value):
            changed = terms.copy()
            changed[:, place] = value
            return (1 / (1 + np.exp(-changed @ at))).mean()

        chance = 1 / (1 + np.exp(-terms @ at))
        return 100 * np.array([(chance * (1 - chance)).mean() * at[1], mean(2, 1) - mean(2, 0)])

    gradient = np.array([(effects(weights + unit) - effects(weights - unit)) / 2e-5
                         for unit in 1e-5 * np.eye(3)])
    scores = terms * (linked - chance)[:, None]
    bread = np.linalg.inv(terms.T @ (terms * slope[:, None]))
    n = len(members)
    covariance = n / (n - 3) * bread @ scores.T @ scores @ bread
    errors = np.sqrt(np.diag(gradient.T @ covariance @ gradient))
    expected = effects(weights)
    bounds = [expected - norm.ppf(0.975) * errors, expected + norm.ppf(0.975) * errors]
    found = average_effects(*link_data(estimates, "sociale_dienst"))
    assert list(found.index) == list(TERMS)
    assert 100 * found["effect"].to_numpy() == pytest.approx(expected, rel=1e-4)
    for column, bound in zip(("low", "high"), bounds, strict=True):
        assert 100 * found[column].to_numpy() == pytest.approx(bound, rel=1e-4)
    assert found["p"].to_numpy() == pytest.approx(2 * norm.sf(abs(expected / errors)), rel=1e-3)
    told = link_model(estimates, "sociale_dienst")
    assert told[["effect", "low", "high"]].to_numpy().T.tolist() == [
        [half_up(Fraction(one)) for one in row] for row in (expected, *bounds)]


@pytest.mark.parametrize(("low", "high", "told"), [
    (0.006, 0.1, [1, 10, True]), (0.004, 0.1, [0, 10, False]), (-0.1, -0.006, [-10, -1, True])])
def test_an_effect_is_demonstrable_when_its_interval_as_told_leaves_out_nought(
        changed, monkeypatch, low, high, told):
    """A bound of 0.4 is told as 0."""
    monkeypatch.setattr(module, "average_effects", lambda outcome, terms: pd.DataFrame({
        "effect": (low + high) / 2, "low": low, "high": high, "p": 0.01}, index=list(TERMS)))
    model = link_model(changed(lambda clients: np.arange(len(clients)) % 2 == 0), "sociale_dienst")
    assert model[["low", "high", "demonstrable"]].to_numpy().tolist() == [told] * len(TERMS)


@pytest.mark.parametrize(("few", "left"), [(3, True), (2, False)])
@pytest.mark.parametrize(("linked", "vision"), [("ja", "ja"), ("ja", "nee"), ("nee", "nee"),
                                                ("nee", "ja")])
def test_the_vision_is_in_it_with_three_respondents_in_each_combination(
        open_minded, few, left, linked, vision):
    responses = open_minded.responses.copy()
    members = responses.index[responses["group"].eq("sociale_dienst")
                              & responses["participatievisie"].notna()]
    responses["koppeling"] = pd.Series(np.resize(["ja", "ja", "nee", "nee"], len(responses)),
                                       responses.index, dtype=object)
    here = responses.loc[members, ["koppeling", "participatievisie"]]
    same = members[here.eq([linked, vision]).all(axis=1)]
    other = {"ja": "nee", "nee": "ja"}[vision]
    responses.loc[same[few:], "participatievisie"] = other
    results = results_of(replace(open_minded, responses=responses), protect=False)
    model = link_model(results, "sociale_dienst")
    assert ("visie" in set(model.dropna()["term"])) == left
    assert "verdubbeling" in set(model.dropna()["term"])


@pytest.mark.parametrize(("few", "effects"), [(3, True), (2, False), (0, False)])
@pytest.mark.parametrize("others", ["ja", "nee"])
def test_of_fewer_than_three_who_do_otherwise_there_are_no_effects(wave, few, effects, others):
    responses = wave.responses.copy()
    members = responses.index[responses["group"].eq("sociale_dienst")
                              & responses["participatievisie"].notna()]
    responses["koppeling"] = others
    responses.loc[members[:few], "koppeling"] = {"ja": "nee", "nee": "ja"}[others]
    model = link_model(
        results_of(replace(wave, responses=responses), protect=False), "sociale_dienst")
    assert without_effects(model) != effects
    assert list(model["term"]) == list(TERMS)
    assert (model["n"] > 100).all() == effects


@pytest.mark.parametrize("bound", [100, 150, 200, 300, 500, 700, 1000, 2000, 5000])
@pytest.mark.parametrize("group", GROUPS)
def test_where_size_decides_all_there_are_no_effects_and_no_warnings(changed, group, bound):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        model = link_model(changed(lambda clients: clients > bound), group)
    assert without_effects(model)
    assert said == []


def test_few_respondents_give_no_effects(wave):
    responses = wave.responses.groupby("group", observed=True).head(19)
    results = results_of(replace(wave, responses=responses), protect=False)
    model = link_model(results, "sociale_dienst")
    assert model["n"].between(10, 19).all()
    assert without_effects(model)


@pytest.mark.parametrize("vision", ["ja", "nee"])
def test_a_variable_that_is_the_same_for_all_is_left_out(wave, vision):
    responses = wave.responses.assign(participatievisie=pd.Series(
        vision, wave.responses.index, dtype=object))
    results = results_of(replace(wave, responses=responses), protect=False)
    model = link_model(results, "sociale_dienst")
    assert list(model.dropna()["term"]) == ["verdubbeling"]


def test_where_its_outcome_or_its_base_is_hidden_so_is_the_model(wave, with_rules):
    model = link_model(results_of(with_rules(wave, minimum_base=150)), "afdeling_welzijn")
    assert without_effects(model)
    assert (model["n"] == 0).all()


def test_size_has_no_more_of_the_outcome_than_the_published_counts(estimates):
    """Of departments the noise moved a count: some respondents count as a part."""
    outcome, _ = link_data(estimates, "afdeling_welzijn")
    told, _ = as_told(estimates, estimates.door.bare, Ref.parse("koppeling.ja@afdeling_welzijn"))
    assert (outcome == told[outcome.index]).all()
    assert outcome.between(0, 1).all()
    assert not outcome.isin([0, 1]).all()
