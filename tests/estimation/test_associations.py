"""Rank correlations of answers with features of organisations, computed a second time."""

import math
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from keyed import results_of
from scipy.stats import spearmanr

from participatiemonitor.estimation.analyses.associations import (
    COLUMNS,
    associations,
    band,
    correlations,
)
from participatiemonitor.estimation.refs import Ref

FEATURES = {
    "klanten": lambda row: int(row["clients"]),
    "inwoners": lambda row: int(row["inhabitants"]),
}
# Domains in the order of wave.yml, and which of them are inter-municipal.
DOMAINS = {"grootteklasse": {"kleiner": 0, "isd": 1, "g32+g4": 2},
           "intergemeentelijk": {"kleiner": 0, "isd": 1, "g32+g4": 0}}
KEYS = ["question", "option", "group", "feature"]


@pytest.fixture(scope="session")
def exact(estimates):
    return correlations(estimates)


@pytest.fixture(scope="session")
def bare(unprotected):
    return correlations(unprotected)


@pytest.fixture(scope="session")
def table(estimates):
    return associations(estimates)


def ranks(values):
    """Ranks from 1; equal values share the mean of their ranks."""
    order = sorted(values)
    first = {value: order.index(value) for value in set(values)}
    return [first[value] + (order.count(value) + 1) / 2 for value in values]


def correlation(pairs):
    """Pearson's coefficient of the ranks of pairs, from its definition."""
    one, other = (ranks(values) for values in zip(*pairs, strict=True))
    means = [sum(values) / len(values) for values in (one, other)]
    devs = [[value - mean for value in values]
            for values, mean in zip((one, other), means, strict=True)]
    products = sum(a * b for a, b in zip(*devs, strict=True))
    return products / math.sqrt(sum(a * a for a in devs[0]) * sum(b * b for b in devs[1]))


def row_of(table, *key):
    row, = table[(table[KEYS] == list(key)).all(axis=1)].itertuples()
    return row


@pytest.mark.parametrize(("question", "option", "group"), [
    ("participatievisie", "nee", "sociale_dienst"),
    ("taakvelden", "onderwijs", "afdeling_welzijn"),
    ("belemmeringen", "fysiek", "sociale_dienst"),
    ("belemmeringen", "opleiding", "sociale_dienst"),
    ("taakvelden", "onderwijs", "afdeling_welzijn"),
    ("koppeling", "ja", "sociale_dienst"),
])
@pytest.mark.parametrize("feature", FEATURES)
def test_without_noise_rho_with_a_number_is_the_correlation_of_ranks(
        bare, oracle, question, option, group, feature):
    sizes = {row["organisation"]: FEATURES[feature](row) for row in oracle.frame}
    pairs = []
    for row in oracle.responses:
        answer = oracle.answer(row, question) if row["group"] == group else None
        if answer is not None:
            value = answer[option] if isinstance(answer, dict) else Fraction(option in answer)
            pairs.append((float(value), sizes[row["organisation"]]))
    found = row_of(bare, question, option, group, feature)
    assert found.n == len(pairs)
    assert found.rho == pytest.approx(correlation(pairs))
    p = spearmanr(*zip(*pairs, strict=True)).pvalue
    assert found.p == pytest.approx(p)


@pytest.mark.parametrize(("question", "option"), [
    ("taakvelden", "onderwijs"), ("koppeling", "ja"), ("wmo_uitvoering", "geen")])
@pytest.mark.parametrize("feature", DOMAINS)
def test_rho_with_the_size_class_is_that_of_the_published_counts(
        exact, estimates, question, option, feature):
    pairs = []
    for domain, value in DOMAINS[feature].items():
        one = estimates[Ref(question, option, "sociale_dienst", domain)]
        given = round(one.count)
        pairs += [(1, value)] * given + [(0, value)] * (one.n - given)
    found = row_of(exact, question, option, "sociale_dienst", feature)
    assert found.rho == pytest.approx(correlation(pairs))
    assert found.n == estimates[f"{question}.{option}@sd"].n


def test_a_share_has_its_correlations_where_its_counts_by_size_class_follow(table, estimates):
    """One that is hidden is the total less the others. An amount has no counts."""
    for key, found in table.groupby(KEYS[:3]):
        share = estimates[Ref(*key)].measure == "share"
        assert not share or hidden_classes(estimates, key) < 2
        assert set(found["feature"]) == {*FEATURES, *(DOMAINS if share else ())}
    assert len(table[table["feature"].isin(DOMAINS)]) > 20


def hidden_classes(estimates, key):
    return sum(estimates[Ref(*key, domain)].status == "te_weinig"
               for domain in estimates.wave.info.publication.domains)


@pytest.mark.parametrize(("rho", "name"), [
    (0, "geen"), (-0.0999, "geen"), (0.1, "zwak positief"), (-0.2999, "zwak negatief"),
    (0.3, "matig positief"), (-0.4999, "matig negatief"), (0.5, "sterk positief"),
    (-1, "sterk negatief"),
])
def test_bands_begin_at_their_bounds(rho, name):
    assert band(rho) == name


def test_the_rule_of_the_monitor(table, exact):
    notable = (exact["rho"].abs() >= 0.30) & (exact["p"] < 0.05)
    assert (table["notable"] == notable).all()
    assert (table["survives"] == (notable & (exact["p_holm"] < 0.05))).all()
    assert (table["band"] == exact["rho"].map(band)).all()
    for column in ("notable", "survives"):
        assert table[column].any()
        assert not table[column].all()
    assert table["notable"].sum() > table["survives"].sum()


def test_correction_for_many_tests_only_raises_p_and_keeps_the_order(exact):
    assert (exact["p_holm"] >= exact["p"] - 1e-12).all()
    for _, part in exact.groupby("group"):
        ordered = part.sort_values("p")
        assert ordered["p_holm"].is_monotonic_increasing
        assert ordered["p_holm"].iloc[0] == pytest.approx(
            min(1, len(part) * ordered["p"].iloc[0]))


def test_bands_are_published_and_no_coefficients_in_an_order_that_tells_nothing(table, wave):
    assert tuple(table.columns) == COLUMNS
    assert set(table["band"].str.split().str[0]) == {"geen", "zwak", "matig", "sterk"}
    assert table.select_dtypes("float").empty
    assert not table.duplicated(KEYS).any()
    order = [question.id for question in wave.codebook.questions]
    assert table["question"].map(order.index).is_monotonic_increasing


@pytest.mark.parametrize(("ticks", "there"), [
    ({"zorg": 10, "werk": 90}, {"zorg", "werk"}), ({"zorg": 9, "werk": 91}, set()),
    ({"zorg": 50, "werk": 100}, {"zorg"}),
])
def test_an_item_has_ten_respondents_on_either_side(hundred, ticks, there):
    found = associations(results_of(measured(hundred(ticks, None)), protect=False))
    assert set(found["option"]) == there


@pytest.mark.parametrize(("respondents", "there"), [(50, True), (49, False)])
def test_an_item_has_fifty_answers(hundred, respondents, there):
    wave = measured(hundred({"zorg": 15}, None))
    short = wave.responses.groupby("group", observed=True).head(respondents)
    found = associations(results_of(replace(wave, responses=short), protect=False))
    assert ("zorg" in set(found["option"])) == there


@pytest.mark.parametrize(("amounts", "there"), [(10, True), (9, False)])
def test_an_amount_has_ten_different_values(hundred, amounts, there):
    wave = measured(hundred(None, None))
    given = np.resize(np.arange(amounts, dtype=float), len(wave.responses))
    responses = wave.responses.assign(klanten__jong=given, klanten__ziek=given)
    found = associations(results_of(replace(wave, responses=responses), protect=False))
    assert (set(found["question"]) == {"klanten"}) == there


def measured(wave):
    """The wave of a hundred with organisations of different sizes."""
    sizes = np.arange(1, len(wave.frame) + 1)
    frame = wave.frame.assign(inhabitants=1000 * sizes, clients=sizes[::-1])
    columns = {name: pd.Series(None, wave.responses.index, dtype=object)
               for question in wave.codebook.questions for name in question.columns
               if name not in wave.responses}
    questions = tuple(wave.codebook[name] for name in ("taken", "klanten"))
    return replace(wave, frame=frame, responses=wave.responses.assign(**columns),
                   codebook=wave.codebook.model_copy(update={"questions": questions}))


def test_hidden_items_are_left_out_and_all_others_are_there(wave, with_rules):
    wave = with_rules(wave, minimum_base=20, already_public=())
    estimates = results_of(wave)

    def items(found):
        return set(found[KEYS[:3]].itertuples(index=False, name=None))

    everything = items(associations(results_of(wave, protect=False)))
    hidden = {item for item in everything if (one := estimates[Ref(*item)]).status != "ok"
              or (one.measure == "share" and hidden_classes(estimates, item) > 1)}
    assert 0 < len(hidden) < len(everything)
    assert items(associations(estimates)) == everything - hidden


def test_a_feature_that_all_organisations_share_is_left_out(hundred):
    wave = measured(hundred({"zorg": 40}, None))
    assert not any(one.intermunicipal for one in wave.info.strata.values())
    found = associations(results_of(wave, protect=False))
    assert set(found["feature"]) == {"inwoners", "klanten", "grootteklasse"}
