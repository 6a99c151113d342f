"""Agreement of the two coders, held against a kappa worked out by hand."""

import csv
import math
from dataclasses import replace
from fractions import Fraction

import pandas as pd
import pytest

from participatiemonitor.estimation.analyses.agreement import COLUMNS, coder_agreement
from participatiemonitor.estimation.results import results_of


@pytest.fixture
def coded(mini_wave):
    """The mini wave with other codings: ``coded([("geld", "geld tijd"), …])``."""

    def make(pairs):
        table = pd.DataFrame({
            "respondent": [f"R-{number}" for number in range(len(pairs))],
            "question": "toelichting", "text": "x",
            "themes": [tuple(first.split()) for first, _ in pairs],
            "themes_second": [tuple(second.split()) for _, second in pairs],
        })
        return replace(mini_wave, open_answers=table)

    return make


def only(wave):
    row, = coder_agreement(results_of(wave)).itertuples()
    assert row.question == "toelichting"
    return row


def test_kappa_is_agreement_beyond_chance(coded):
    # Decisions on geld and tijd of five answers: 4 times both, 3 times neither, 1 time only the
    # first coder, 2 times only the second. The first says yes to 5 of 10, the second to 6 of 10:
    # by chance they agree in 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
    found = only(coded([("geld tijd", "geld tijd"), ("geld", "tijd"), ("tijd", "geld tijd"),
                        ("geld", "geld"), ("", "")]))
    assert found.answers == 5
    assert found.agreement == pytest.approx(0.7)
    assert found.kappa == pytest.approx((0.7 - 0.5) / (1 - 0.5))


def test_coders_who_always_agree_have_kappa_one(coded):
    found = only(coded([("geld", "geld"), ("tijd", "tijd"), ("", "")]))
    assert (found.agreement, found.kappa) == (1, pytest.approx(1))


def test_coders_who_always_differ_have_a_negative_kappa(coded):
    found = only(coded([("geld", "tijd"), ("tijd", "geld")]))
    assert (found.agreement, found.kappa) == (0, pytest.approx(-1))


@pytest.mark.parametrize("pairs", [
    [("geld tijd", "geld")], [("geld", "geld tijd")], [("", "geld")], [("", "")],
    [("geld tijd", "geld tijd")],
])
def test_a_coder_who_decides_all_the_same_has_no_kappa(coded, pairs):
    assert math.isnan(only(coded(pairs)).kappa)


def test_without_answers_there_is_nothing_to_agree_on(coded):
    assert coder_agreement(results_of(coded([]))).empty


def test_fewer_answers_than_a_base_must_have_say_nothing_of_the_coders(coded, with_rules):
    wave = with_rules(coded([("geld", "geld"), ("tijd", "tijd")]), minimum_base=2)
    assert len(coder_agreement(results_of(wave))) == 1
    assert coder_agreement(results_of(with_rules(wave, minimum_base=3))).empty


def test_kappa_of_2011_is_what_the_csv_file_says(estimates, repository, oracle):
    with (repository.wave(2011) / "open_answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = coder_agreement(estimates)
    assert list(table.columns) == list(COLUMNS)
    assert list(table["question"]) == [name for name, entry in oracle.questions.items()
                                       if entry["kind"] == "open"]
    assert table["answers"].sum() == len(rows)
    for found in table.itertuples():
        given = [row for row in rows if row["question"] == found.question]
        decisions = [(theme in row["themes"].split(), theme in row["themes_second"].split())
                     for row in given for theme in oracle.options(found.question)]
        size = len(decisions)
        agreed = Fraction(sum(one == other for one, other in decisions), size)
        first = Fraction(sum(one for one, _ in decisions), size)
        second = Fraction(sum(other for _, other in decisions), size)
        chance = first * second + (1 - first) * (1 - second)
        assert found.agreement == pytest.approx(float(agreed))
        assert found.kappa == pytest.approx(float((agreed - chance) / (1 - chance)))
        assert 0.8 < found.kappa < 1  # the second coder overlooks a tenth
