"""Tables of the method chapter: the numbers they were given, in the right cells."""

import math

import pandas as pd
import pytest

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.associations import associations
from participatiemonitor.estimation.analyses.differences import COLUMNS as DIFFERENCE
from participatiemonitor.estimation.analyses.link_model import TERMS
from participatiemonitor.estimation.results import Known, Results, results_of
from participatiemonitor.presentation.exhibits import method_tables

from .conftest import rows


@pytest.fixture(scope="session")
def knowing(estimates):
    """Results of 2011 with outcomes of analyses that are known already."""
    return lambda analyses: Results(estimates.wave, estimates.open_door, Known(analyses=analyses))


@pytest.fixture(scope="session")
def found():
    """Three correlations as `associations` gives them."""
    columns = ["question", "option", "group", "feature", "n", "rho", "p", "p_holm", "notable"]
    return pd.DataFrame([
        ("taakvelden", "onderwijs", "sociale_dienst", "klanten", 131, 0.4449, 0.0000004, 0.0123,
         True),
        ("participatievisie", "nee", "sociale_dienst", "klanten", 130, -0.337, 0.00104, 1.0, True),
        ("deelname_wmo", "", "sociale_dienst", "klanten", 60, -0.305, 0.0444, 0.5, True),
    ], columns=columns)


def test_a_correlation_has_its_answer_rho_n_and_both_p_values(found, wave, knowing):
    """The strongest first; not those of another feature, or that the rule leaves out."""
    others = [found.assign(feature="inwoners"), found.assign(notable=False)]
    source = knowing({("associations",): pd.concat([found.iloc[::-1], *others])})
    shown = method_tables.associations_table(source, "sociale_dienst", "klanten", 3)
    head, *body = rows(shown.text)
    two = method_tables.associations_table(source, "sociale_dienst", "klanten", 2)
    assert rows(two.text) == [head, *body[:2]]
    none = method_tables.associations_table(source, "afdeling_welzijn", "klanten", 3)
    assert none.text == "Geen enkel verband voldoet aan de regel."
    assert head == ["Vraag", "Antwoord", "ρ", "n", "p", "p (Holm)"]
    education = wave.codebook["taakvelden"].option("onderwijs").nl
    assert body == [
        ["Taakvelden", education, "0,44", "131", "< 0,001", "0,012"],
        ["Participatievisie", "nee", "−0,34", "130", "0,001", "1,000"],
        ["Deelname, vanuit de Wmo", "", "−0,31", "60", "0,044", "0,500"],
    ]


def test_the_columns_are_those_that_associations_gives(found, mini_wave):
    assert list(associations(results_of(mini_wave)).columns) == list(found.columns)


def test_a_difference_has_its_sign_and_no_p_value(wave, knowing):
    found = pd.DataFrame([
        ("taakvelden", "wmo", "sd", "aw", -30.5, True), ("koppeling", "ja", "sd", "aw", 12.4, True),
        ("deelname_wmo", "", "sd", "aw", 0.6, True), ("koppeling", "nee", "sd", "aw", 9, False),
    ], columns=list(DIFFERENCE))
    source = knowing({("differences", "sd", "aw/g32+g4"): found,
                      ("differences", "aw", "sd"): found.iloc[3:]})
    head, *body = rows(method_tables.differences_table(source, "sd", "aw/g32+g4").text)
    assert head == ["Vraag", "Antwoord",
                    "Sociale diensten min afdelingen welzijn (G32 en G4), procentpunt"]
    none = method_tables.differences_table(source, "aw", "sd")
    assert none.text == "Geen enkel verschil is aantoonbaar."
    assert [line[2] for line in body] == ["−31", "+12", "+1"]
    assert [line[0] for line in body] == [
        "Taakvelden", "Projecten op het grensvlak", "Deelname, vanuit de Wmo"]
    assert body[0][1] == wave.codebook["taakvelden"].option("wmo").nl
    assert body[2][1] == ""


def test_an_effect_has_its_interval_and_group(knowing):
    effects = pd.DataFrame({"term": ["verdubbeling", "visie"], "n": 130, "effect": [8.7, -5.5],
                            "low": [4.1, -14.6], "high": [13.3, 3.6], "p": [0.0002, 0.59]})
    empty = effects.assign(n=12, effect=math.nan, low=math.nan, high=math.nan, p=math.nan)
    source = knowing({("link_model", "sociale_dienst"): effects,
                      ("link_model", "afdeling_welzijn"): empty})
    head, *body = rows(method_tables.link_table(source).text)
    assert head == ["Groep", "n", "Kenmerk", "Effect in procentpunt", "95%-interval", "p"]
    assert body == [
        ["Sociale diensten", "130", "Twee keer zoveel bijstandsgerechtigden", "9", "4 tot 13",
         "< 0,001"],
        ["Sociale diensten", "130", "Een vastgestelde participatievisie", "−6", "−15 tot 4",
         "0,590"],
    ]


def test_the_model_of_2011_has_a_row_a_term(estimates):
    _, *body = rows(method_tables.link_table(estimates).text)
    services = [line[2] for line in body if line[0] == "Sociale diensten"]
    assert services == list(map(dutch.capital, TERMS.values()))


def test_agreement_has_a_row_for_every_open_question_with_answers(knowing, estimates):
    found = pd.DataFrame([
        ("voordelen", 145, 0.962, 0.8949), ("knelpunten_toelichting", 3, 1.0, math.nan),
        ("redenen_geen_koppeling", 0, math.nan, math.nan),
    ], columns=["question", "answers", "agreement", "kappa"])
    source = knowing({("coder_agreement",): found})
    head, *body = rows(method_tables.agreement_table(source).text)
    assert head == ["Open vraag", "Antwoorden", "Gelijk geoordeeld", "Cohens κ"]
    assert body == [["Voordelen", "145", "96%", "0,89"],
                    ["Toelichting op knelpunten", "3", "100%", "–"]]
    assert len(rows(method_tables.agreement_table(estimates).text)) == 1 + 4
