"""Agreement of the two coders, held against a kappa worked out by hand."""

import csv
from dataclasses import replace
from fractions import Fraction

import pandas as pd
import pytest
from keyed import results_of

from participatiemonitor.estimation.analyses.agreement import (
    COLUMNS,
    coder_agreement,
    decisions,
)


@pytest.fixture
def coded(hundred):
    """A wave of a hundred with these codings: ``coded([("geld", "geld tijd"), …])``."""

    def make(pairs, aw=5):
        """The last `aw` of them are of departments."""
        services = len(pairs) - aw
        table = pd.DataFrame({
            "respondent": [f"SD-{number}" for number in range(services)]
            + [f"AW-{number}" for number in range(aw)],
            "question": "toelichting", "text": "x",
            "themes": [tuple(first.split()) for first, _ in pairs],
            "themes_second": [tuple(second.split()) for _, second in pairs],
        })
        return replace(hundred({"zorg": 100}, {"zorg": 100}), open_answers=table)

    return make


def only(wave):
    row, = coder_agreement(results_of(wave, protect=False)).itertuples()
    assert row.question == "toelichting"
    return row


# Decisions on geld and tijd of five answers: 4 times both, 3 times neither, 1 time only the first
# coder, 2 times only the second. The first says yes to 5 of 10, the second to 6 of 10: by chance
# they agree in 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
FIVE = [("geld tijd", "geld tijd"), ("geld", "tijd"), ("tijd", "geld tijd"), ("geld", "geld"),
        ("", "")]


def test_decisions_are_counted_over_all_pairs_of_an_answer_and_a_theme(coded):
    both = ["geld", "tijd"]
    table = decisions(coded(FIVE), "toelichting", {"sociale_dienst": both,
                                                   "afdeling_welzijn": both})
    assert table.tolist() == [[3, 2], [1, 4]]
    # The last three are of departments, of which only money counts.
    table = decisions(coded(FIVE, aw=3), "toelichting", {"sociale_dienst": both,
                                                         "afdeling_welzijn": ["geld"]})
    assert table.tolist() == [[1, 2], [1, 3]]


def test_kappa_is_agreement_beyond_chance(coded):
    found = only(coded(4 * FIVE))
    assert found.answers == 20
    assert (found.agreement, found.kappa) == (0.7, 0.4)  # (0.7 - 0.5) / (1 - 0.5)


def test_whole_percents_and_hundredths_are_told(coded):
    # 26 of 30 decisions agree; by chance 0.5 * 18 / 30 + 0.5 * 12 / 30 = 0.5.
    found = only(coded([("geld tijd", "geld tijd")] * 7 + [("geld", "geld tijd")]
                       + [("", "")] * 5 + [("", "geld tijd")] + [("", "geld")]))
    assert (found.agreement, found.kappa) == (0.87, 0.73)


def test_coders_who_always_agree_have_kappa_one(coded):
    found = only(coded([("geld", "geld"), ("tijd", "tijd")] * 5))
    assert (found.agreement, found.kappa) == (1, 1)


def test_coders_who_always_differ_have_a_negative_kappa(coded):
    found = only(coded([("geld", "tijd"), ("tijd", "geld")] * 5))
    assert (found.agreement, found.kappa) == (0, -1)


@pytest.mark.parametrize("pairs", [
    [("geld tijd", "geld")] * 20, [("geld", "geld tijd")] * 20, [("", "geld")] * 20,
    [("", "")] * 20, [("geld tijd", "geld tijd")] * 20,
    [("geld", "geld")] * 9, [("geld", "geld")] * 9 + [("", "geld")],
])
def test_fewer_than_ten_decisions_on_a_side_say_nothing_of_the_coders(coded, pairs):
    assert coder_agreement(results_of(coded(pairs))).empty


def test_a_theme_that_is_not_told_of_a_group_does_not_count(coded):
    """Of the departments two voice tijd: whether the coders agree on these is not told."""
    given = [("geld", "geld"), ("tijd", "tijd")] * 12
    departments = [("geld", "geld")] * 4 + [("tijd", "")] * 2 + [("", "")] * 3
    found, = coder_agreement(results_of(coded(given + departments, aw=9))).itertuples()
    assert (found.answers, found.agreement, found.kappa) == (33, 1, 1)


def test_without_answers_there_is_nothing_to_agree_on(coded):
    found = coder_agreement(results_of(coded([], aw=0)))
    assert found.empty
    assert tuple(found.columns) == COLUMNS


@pytest.mark.parametrize(("departments", "rows"), [(6, 0), (7, 1), (18, 1), (19, 0)])
def test_the_number_of_answers_does_not_tell_the_hidden_base_of_a_group(
        coded, with_rules, departments, rows):
    pairs = [("geld", "geld"), ("tijd", "tijd")] * 13
    wave = with_rules(coded(pairs[:25], aw=departments), minimum_base=7)
    assert len(coder_agreement(results_of(wave))) == rows


def test_kappa_of_2011_is_what_the_csv_file_says(estimates, repository, oracle):
    with (repository.wave(2011) / "open_answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = coder_agreement(estimates)
    groups = {"SD": "sociale_dienst", "AW": "afdeling_welzijn"}
    assert list(table.columns) == list(COLUMNS)
    assert list(table["question"]) == [name for name, entry in oracle.questions.items()
                                       if entry["kind"] == "open"]
    assert table["answers"].sum() == len(rows)
    for found in table.itertuples():
        given = [row for row in rows if row["question"] == found.question]
        coded = [(theme in row["themes"].split(), theme in row["themes_second"].split())
                 for row in given for theme in oracle.options(found.question)
                 if estimates[f"{found.question}.{theme}@{groups[row['respondent'][:2]]}"].status
                 == "ok"]
        size = len(coded)
        agreed = Fraction(sum(one == other for one, other in coded), size)
        first = Fraction(sum(one for one, _ in coded), size)
        second = Fraction(sum(other for _, other in coded), size)
        chance = first * second + (1 - first) * (1 - second)
        assert found.agreement == pytest.approx(round(float(agreed), 2))
        assert found.kappa == pytest.approx(round(float((agreed - chance) / (1 - chance)), 2))
        assert 0.8 < found.kappa < 1  # the second coder overlooks a tenth
