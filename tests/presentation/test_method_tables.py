"""Tables of the method chapter: the numbers they were given, in the right cells."""

import math

import pandas as pd
import pytest

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.associations import COLUMNS as ASSOCIATION
from participatiemonitor.estimation.analyses.associations import associations
from participatiemonitor.estimation.analyses.differences import COLUMNS as DIFFERENCE
from participatiemonitor.estimation.analyses.link_model import TERMS, link_model
from participatiemonitor.estimation.results import Known, Results
from participatiemonitor.presentation.exhibits import method_tables

from .conftest import rows


@pytest.fixture(scope="session")
def knowing(estimates):
    """Results of 2011 with outcomes of analyses that are known already."""
    return lambda analyses: Results(estimates.wave, estimates.open_door, Known(analyses=analyses))


@pytest.fixture(scope="session")
def found():
    """Three correlations as `associations` gives them."""
    return pd.DataFrame([
        ("deelname_wmo", "", "sociale_dienst", "klanten", 60, "matig negatief", True, True),
        ("taakvelden", "onderwijs", "sociale_dienst", "klanten", 131, "sterk positief", True, True),
        ("participatievisie", "nee", "sociale_dienst", "klanten", 130, "matig negatief", True,
         True),
    ], columns=list(ASSOCIATION))


def test_a_correlation_has_its_answer_its_band_and_n(found, wave, knowing):
    """Strong ones first; not those of another feature, or that do not survive correction."""
    others = [found.assign(feature="inwoners"), found.assign(survives=False)]
    source = knowing({("associations",): pd.concat([found, *others])})
    head, *body = rows(method_tables.associations_table(source, "sociale_dienst", "klanten").text)
    none = method_tables.associations_table(source, "afdeling_welzijn", "klanten")
    assert none.text == "Geen enkel verband blijft over."
    assert head == ["Vraag", "Antwoord", "Verband", "n"]
    education = wave.codebook["taakvelden"].option("onderwijs").nl
    assert body == [
        ["Taakvelden", education, "sterk positief", "131"],
        ["Deelname, vanuit de Wmo", "–", "matig negatief", "60"],
        ["Participatievisie", "nee", "matig negatief", "130"],
    ]


def test_the_correlations_of_2011_have_a_row_each(estimates):
    found = associations(estimates)
    found = found[found["survives"] & found["feature"].eq("klanten")]
    for group in estimates.wave.info.groups:
        _, *body = rows(method_tables.associations_table(estimates, group, "klanten").text)
        assert len(body) == found["group"].eq(group).sum() > 0
        strong = [line[2].split()[0] == "sterk" for line in body]
        assert strong == sorted(strong, reverse=True)


def test_a_difference_has_its_sign_and_no_p_value(wave, knowing):
    found = pd.DataFrame([
        ("taakvelden", "wmo", "sd", "aw", -30.5, True), ("koppeling", "ja", "sd", "aw", 12.4, True),
        ("deelname_wmo", "", "sd", "aw", 0.6, True), ("koppeling", "nee", "sd", "aw", 9, False),
    ], columns=list(DIFFERENCE))
    source = knowing({("differences", "sd", "aw/grootste"): found,
                      ("differences", "aw", "sd"): found.iloc[3:]})
    head, *body = rows(method_tables.differences_table(source, "sd", "aw/grootste").text)
    assert head == ["Vraag", "Antwoord",
                    "Sociale diensten min afdelingen welzijn (G32 en G4), procentpunt"]
    none = method_tables.differences_table(source, "aw", "sd")
    assert none.text == "Geen enkel verschil is aantoonbaar."
    assert [line[2] for line in body] == ["−31", "+12", "+1"]
    assert [line[0] for line in body] == [
        "Taakvelden", "Projecten op het grensvlak", "Deelname, vanuit de Wmo"]
    assert body[0][1] == wave.codebook["taakvelden"].option("wmo").nl
    assert body[2][1] == "–"


def test_an_effect_has_its_interval_and_group(knowing):
    effects = pd.DataFrame({"term": ["verdubbeling", "visie"], "n": 130, "effect": [9.0, -6.0],
                            "low": [4.0, -15.0], "high": [13.0, 4.0],
                            "demonstrable": [True, False]})
    empty = effects.assign(n=12, effect=math.nan, low=math.nan, high=math.nan)
    source = knowing({("link_model", "sociale_dienst"): effects,
                      ("link_model", "afdeling_welzijn"): empty})
    head, *body = rows(method_tables.link_table(source).text)
    assert head == ["Groep", "n", "Kenmerk", "Effect in procentpunt", "95%-interval",
                    "Aantoonbaar"]
    assert body == [
        ["Sociale diensten", "130", "Twee keer zoveel bijstandsgerechtigden", "9", "4 tot 13",
         "ja"],
        ["Sociale diensten", "130", "Een vastgestelde participatievisie", "−6", "−15 tot 4",
         "nee"],
    ]


def test_the_model_of_2011_has_a_row_a_term_that_is_in_it(estimates):
    _, *body = rows(method_tables.link_table(estimates).text)
    services = [line[2] for line in body if line[0] == "Sociale diensten"]
    terms = link_model(estimates, "sociale_dienst").dropna()["term"]
    assert services == [dutch.capital(TERMS[term]) for term in terms]
    assert services


def test_agreement_has_a_row_for_every_open_question_with_answers(knowing, estimates):
    found = pd.DataFrame([
        ("voordelen", 145, 0.96, 0.89), ("knelpunten_toelichting", 30, 1.0, 1.0),
    ], columns=["question", "answers", "agreement", "kappa"])
    source = knowing({("coder_agreement",): found})
    head, *body = rows(method_tables.agreement_table(source).text)
    assert head == ["Open vraag", "Antwoorden", "Gelijk geoordeeld", "Cohens κ"]
    assert body == [["Voordelen", "145", "96%", "0,89"],
                    ["Toelichting op knelpunten", "30", "100%", "1,00"]]
    assert len(rows(method_tables.agreement_table(estimates).text)) == 1 + 4
