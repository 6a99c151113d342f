"""Tables of the method chapter: the numbers they were given, in the right cells."""

import math

import pandas as pd
import pytest

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.agreement import coder_agreement
from participatiemonitor.estimation.analyses.associations import associations
from participatiemonitor.estimation.analyses.differences import COLUMNS as DIFFERENCE
from participatiemonitor.estimation.analyses.link_model import TERMS, link_model
from participatiemonitor.estimation.results import results_of
from participatiemonitor.presentation.exhibits import method_tables

from .conftest import rows


@pytest.fixture(scope="session")
def found(wave):
    """Three correlations as `associations` gives them."""
    columns = ["question", "option", "group", "feature", "n", "rho", "p", "p_holm", "notable"]
    return pd.DataFrame([
        ("taakvelden", "onderwijs", "sociale_dienst", "klanten", 131, 0.4449, 0.0000004, 0.0123,
         True),
        ("participatievisie", "nee", "sociale_dienst", "klanten", 130, -0.337, 0.00104, 1.0, True),
        ("deelname_wmo", "", "sociale_dienst", "klanten", 60, -0.305, 0.0444, 0.5, True),
    ], columns=columns)


def test_a_correlation_has_its_answer_rho_n_and_both_p_values(found, wave):
    head, *body = rows(method_tables.associations_table(found, wave))
    assert head == ["Vraag", "Antwoord", "ρ", "n", "p", "p (Holm)"]
    education = wave.codebook["taakvelden"].option("onderwijs").nl
    assert body == [
        ["Taakvelden", education, "0,44", "131", "< 0,001", "0,012"],
        ["Participatievisie", "nee", "−0,34", "130", "0,001", "1,000"],
        ["Deelname, vanuit de Wmo", "", "−0,31", "60", "0,044", "0,500"],
    ]


def test_the_columns_are_those_that_associations_gives(found, mini_wave):
    assert list(associations(results_of(mini_wave)).columns) == list(found.columns)


def test_a_difference_has_its_sign_and_no_p_value(wave):
    found = pd.DataFrame([
        ("taakvelden", "wmo", "sd", "aw", -30.5, True), ("koppeling", "ja", "sd", "aw", 12.4, True),
        ("deelname_wmo", "", "sd", "aw", 0.6, True)], columns=list(DIFFERENCE))
    head, *body = rows(method_tables.differences_table(found, wave, "sociale diensten",
                                                       "afdelingen welzijn"))
    assert head == ["Vraag", "Antwoord", "Sociale diensten min afdelingen welzijn, procentpunt"]
    assert [line[2] for line in body] == ["−31", "+12", "+1"]
    assert [line[0] for line in body] == [
        "Taakvelden", "Projecten op het grensvlak", "Deelname, vanuit de Wmo"]
    assert body[0][1] == wave.codebook["taakvelden"].option("wmo").nl
    assert body[2][1] == ""


def test_an_effect_has_its_interval_and_group(estimates):
    effects = pd.DataFrame({"term": ["verdubbeling", "visie"], "n": 130, "effect": [8.7, -5.5],
                            "low": [4.1, -14.6], "high": [13.3, 3.6], "p": [0.0002, 0.59]})
    empty = effects.assign(n=12, effect=math.nan, low=math.nan, high=math.nan, p=math.nan)
    head, *body = rows(method_tables.link_table({
        "sociale diensten": effects, "afdelingen welzijn": empty}))
    assert head == ["Groep", "n", "Kenmerk", "Effect in procentpunt", "95%-interval", "p"]
    assert body == [
        ["Sociale diensten", "130", "Twee keer zoveel bijstandsgerechtigden", "9", "4 tot 13",
         "< 0,001"],
        ["Sociale diensten", "130", "Een vastgestelde participatievisie", "−6", "−15 tot 4",
         "0,590"],
    ]


def test_the_model_of_2011_has_a_row_a_term(estimates):
    model = link_model(estimates, "sociale_dienst")
    _, *body = rows(method_tables.link_table({"sociale diensten": model}))
    assert [line[2] for line in body] == list(map(dutch.capital, TERMS.values()))


def test_agreement_has_a_row_for_every_open_question_with_answers(wave, estimates):
    found = pd.DataFrame([
        ("voordelen", 145, 0.962, 0.8949), ("knelpunten_toelichting", 3, 1.0, math.nan),
        ("redenen_geen_koppeling", 0, math.nan, math.nan),
    ], columns=["question", "answers", "agreement", "kappa"])
    head, *body = rows(method_tables.agreement_table(found, wave))
    assert head == ["Open vraag", "Antwoorden", "Gelijk geoordeeld", "Cohens κ"]
    assert body == [["Voordelen", "145", "96%", "0,89"],
                    ["Toelichting op knelpunten", "3", "100%", "–"]]
    assert len(rows(method_tables.agreement_table(coder_agreement(estimates), wave))) == 1 + 4
