"""Rank correlations of answers with features of organisations, computed a second time."""

import math
from dataclasses import replace
from fractions import Fraction

import pytest

from participatiemonitor.estimation.analyses.associations import associations
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import results_of

STRATA = ["kleiner", "isd", "g32", "g4"]
FEATURES = {
    "klanten": lambda row: int(row["clients"]),
    "inwoners": lambda row: int(row["inhabitants"]),
    "grootteklasse": lambda row: STRATA.index(row["stratum"]),
    "intergemeentelijk": lambda row: int(row["stratum"] == "isd"),
}


@pytest.fixture(scope="session")
def table(estimates):
    return associations(estimates)


def ranks(values):
    """Ranks from 1; equal values share the mean of their ranks."""
    order = sorted(values)
    first = {value: order.index(value) for value in set(values)}
    return [first[value] + (order.count(value) + 1) / 2 for value in values]


def correlation(one, other):
    """Pearson's coefficient, from its definition."""
    means = [sum(values) / len(values) for values in (one, other)]
    devs = [[value - mean for value in values]
            for values, mean in zip((one, other), means, strict=True)]
    products = sum(a * b for a, b in zip(*devs, strict=True))
    return products / math.sqrt(sum(a * a for a in devs[0]) * sum(b * b for b in devs[1]))


@pytest.mark.parametrize(("question", "option", "group"), [
    ("participatievisie", "nee", "sociale_dienst"),
    ("taakvelden", "onderwijs", "afdeling_welzijn"),
    ("deelname_wmo", "", "sociale_dienst"),
    ("belemmeringen", "opleiding", "sociale_dienst"),
    ("voordelen", "kostenbesparing", "afdeling_welzijn"),
    ("koppeling", "ja", "sociale_dienst"),
])
@pytest.mark.parametrize("feature", FEATURES)
def test_rho_is_the_correlation_of_ranks(table, oracle, question, option, group, feature):
    sizes = {row["organisation"]: FEATURES[feature](row) for row in oracle.frame}
    pairs = []
    for row in oracle.responses:
        answer = oracle.answer(row, question) if row["group"] == group else None
        if answer is not None:
            value = answer[option] if isinstance(answer, dict) else Fraction(option in answer)
            pairs.append((float(value), sizes[row["organisation"]]))
    one, other = (ranks(values) for values in zip(*pairs, strict=True))
    found, = table[(table["question"] == question) & (table["option"] == option)
                   & (table["group"] == group) & (table["feature"] == feature)].itertuples()
    assert found.n == len(pairs)
    assert found.rho == pytest.approx(correlation(one, other))


def test_the_rule_of_the_monitor(table):
    notable = (table["rho"].abs() >= 0.30) & (table["p"] < 0.05)
    assert (table["notable"] == notable).all()
    assert notable.any()
    assert not notable.all()
    assert ((table["rho"].abs() >= 0.30) & ~notable).any()  # strong, but by few answers


def test_correction_for_many_tests_only_raises_p_and_keeps_the_order(table):
    assert (table["p_holm"] >= table["p"] - 1e-12).all()
    for _, part in table.groupby("group"):
        ordered = part.sort_values("p")
        assert ordered["p_holm"].is_monotonic_increasing
        assert ordered["p_holm"].iloc[0] == pytest.approx(
            min(1, len(part) * ordered["p"].iloc[0]))


def test_what_everybody_or_nobody_says_has_no_correlation(table):
    assert table["rho"].notna().all()
    keys = ["question", "option", "group", "feature"]
    assert not table.duplicated(keys).any()


@pytest.mark.parametrize("minimum_cell", [3, 15])
def test_hidden_items_are_left_out_and_all_others_are_there(wave, with_rules, minimum_cell):
    questions = tuple(wave.codebook[name] for name in ("participatievisie", "taakvelden"))
    wave = replace(wave, codebook=wave.codebook.model_copy(update={"questions": questions}))
    wave = with_rules(wave, minimum_cell=minimum_cell, already_public=())
    estimates = results_of(wave)

    def items(found):
        return set(found[["question", "option", "group"]].itertuples(index=False, name=None))

    table = associations(estimates)
    everything = items(associations(results_of(wave, protect=False)))
    hidden = {item for item in everything if estimates[Ref(*item)].status == "te_weinig"}
    assert 0 < len(hidden) < len(everything)
    assert items(table) == everything - hidden
    assert (table.groupby(["question", "option", "group"]).size() == len(FEATURES)).all()


def test_a_feature_that_all_organisations_share_is_left_out(mini_wave):
    assert not any(one.intermunicipal for one in mini_wave.info.strata.values())
    assert set(associations(results_of(mini_wave))["feature"]) == {
        "inwoners", "klanten", "grootteklasse"}
