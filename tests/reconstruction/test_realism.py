"""Answers that could have happened: people who agree with a colleague, with themselves, and say
round numbers. Measured on the published draw and on others."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from participatiemonitor.survey.answered import load_answered

WAYS = {"koppeling_wmo": ("leefbaarheid", "diensten", "vrijwilligers"),
        "koppeling_wwb": ("werkervaring", "alfahulp", "dagbesteding")}


@pytest.fixture(scope="module", params=[None, 1, 2, 3, 7], ids="seed {}".format)
def drawn(request, redraw):
    """The wave as it is published, and as other seeds draw it."""
    return load_answered(2011, redraw(request.param))


def _agreement(wave, answers):
    """Cohen's kappa over the municipalities whose two departments answered; how many these are."""
    table = wave.responses.assign(said=answers).dropna(subset="said")
    pairs = table.pivot(index="organisation", columns="group", values="said").dropna()
    codes = pd.Categorical(pairs.to_numpy().ravel()).codes.reshape(-1, 2)
    counts = np.zeros((codes.max() + 1,) * 2)
    np.add.at(counts, tuple(codes.T), 1)
    return cohens_kappa(counts, return_results=False), len(pairs)


@pytest.mark.parametrize(("fact", "fewest"), [
    ("participatievisie", 45), ("start_projecten", 10), ("wmo_budget__eigen_dienst", 45),
    ("wmo_budget__ander_onderdeel", 45)])
def test_both_departments_of_a_municipality_agree_on_facts_as_colleagues_do(drawn, fact, fewest):
    kappa, pairs = _agreement(drawn, drawn.responses[fact])
    assert pairs >= fewest
    assert 0.4 <= kappa <= 0.8


def test_both_departments_agree_on_the_whole_answer_about_the_budget(drawn):
    ticked = drawn.indicators("wmo_budget").dropna().astype(int).astype(str)
    answers = ticked.agg("".join, axis=1).reindex(drawn.responses.index)
    assert 0.4 <= _agreement(drawn, answers)[0] <= 0.8


def _said_no(wave, group):
    """Who said no to each of the six ways, one column a way."""
    ways = [f"{act}_{way}" for act, all_of_it in WAYS.items() for way in all_of_it]
    return wave.members(group)[ways].dropna().eq("nee")


def _scalability(items):
    """Loevinger's H: 1 when the items are a perfect scale, 0 when they have nothing in common."""
    errors, chance = 0.0, 0.0
    order = items[items.mean().sort_values().index].to_numpy(bool)
    for harder in range(order.shape[1]):
        for easier in range(harder + 1, order.shape[1]):
            errors += (order[:, harder] & ~order[:, easier]).mean()
            chance += order[:, harder].mean() * (~order[:, easier]).mean()
    return 1 - errors / chance


@pytest.mark.parametrize("group", ["sociale_dienst", "afdeling_welzijn"])
def test_no_is_not_a_perfect_scale(drawn, group):
    items = _said_no(drawn, group)
    assert 0.3 < _scalability(items) < 0.8
    # Between the two acts: what the published figures leave free.
    acts = pd.DataFrame({act: items[[f"{act}_{way}" for way in ways]].all(axis=1)
                         for act, ways in WAYS.items()})
    assert _scalability(acts) < 0.7


def test_no_to_one_way_from_the_wmo_is_not_always_no_to_the_others(drawn):
    """The published figures leave room for a few only: 30% says no to each, 70% does not to all."""
    for group in drawn.info.groups:
        items = _said_no(drawn, group).iloc[:, :3]
        assert (items.any(axis=1) & ~items.all(axis=1)).any()


@pytest.mark.parametrize("question", ["belemmeringen", "participatieladder"])
def test_percentages_of_managers_spread_and_are_mostly_round(drawn, question):
    answers = drawn.indicators(question).dropna()
    assert answers.std().between(12, 18).all(), answers.std()
    assert 0.75 < (answers.to_numpy() % 5 == 0).mean() < 1


def test_no_barrier_concerns_clients_who_have_none(drawn):
    answers = drawn.indicators("belemmeringen").dropna()
    assert (answers.drop(columns="geen").max(axis=1) + answers["geen"] <= 100).all()


@pytest.mark.parametrize("group", ["sociale_dienst", "afdeling_welzijn"])
@pytest.mark.parametrize("question", ["deelname_wmo", "deelname_wwb"])
def test_a_running_project_mostly_has_participants(drawn, question, group):
    answers = drawn.members(group)[question].dropna()
    assert (answers > 0).mean() >= 0.8


@pytest.mark.parametrize("group", ["sociale_dienst", "afdeling_welzijn"])
def test_who_carries_out_the_whole_wmo_has_it_as_a_field_and_mostly_a_budget(drawn, group):
    whole = drawn.members(group)
    whole = whole[whole["wmo_uitvoering"] == "hele"]
    assert whole["taakvelden__wmo"].dropna().eq(1).all()
    assert whole["wmo_budget__eigen_dienst"].dropna().mean() >= 0.8


def test_who_carries_out_the_whole_wmo_does_not_name_few_tasks_as_a_reason(drawn):
    reasons = drawn.indicators("redenen_geen_koppeling")["weinig_wmo_taken"]
    assert reasons.eq(1).any()
    assert not (reasons.eq(1) & drawn.responses["wmo_uitvoering"].eq("hele")).any()


@pytest.mark.parametrize(("theme", "ticked"), [
    ("geldstromen", "schotten"), ("meetbaarheid", "resultaten"), ("werkwijzen", "verkokering"),
    ("belemmeringen", "inzetbaarheid")])
def test_an_explanation_is_mostly_of_what_was_ticked(drawn, theme, ticked):
    themes = drawn.indicators("knelpunten_toelichting")[theme]
    explained = drawn.responses.loc[themes.eq(1), f"knelpunten__{ticked}"]
    assert explained.mean() > drawn.responses[f"knelpunten__{ticked}"].mean()


def test_no_organisation_has_the_name_of_a_city(drawn):
    """Inhabitants and clients are drawn; beside a name they would pass for real ones."""
    assert drawn.frame["name"].eq("").all()
