"""What is published of 2011, held against a second computation from the csv files."""

import itertools
import math

import pandas as pd
import pytest
from keyed import results_of
from oracle import half_up

from participatiemonitor.estimation.refs import ALL, Ref

FRAME = ("register", "respons")
NUMBERS = ["count", "value", "weighted_se", "weighted_low", "weighted_high", "weighted"]
NOISE = 2  # what a count by size class may be off


def _without_numbers(row):
    return all(math.isnan(getattr(row, name)) for name in NUMBERS)


def test_every_total_is_what_the_csv_files_say_or_the_class_of_that(table, oracle):
    printed = oracle.head["publication"]["already_public"]
    seen = []
    for row in table[(table["domain"] == ALL) & ~table["question"].isin(FRAME)].itertuples():
        expected = oracle.of(row)
        ends = row.count_low, row.count_high
        assert (row.n, row.count_noise) == (expected.n, 0)
        seen.append((row.measure, row.status))
        if row.measure == "mean":
            assert row.status == "ok"
            assert math.isnan(row.count)  # the sum of the answers would tell more than the mean
            assert row.value == pytest.approx(half_up(expected.percent) / 100)
        elif f"{row.question}.{row.option}@{row.group}" in printed:
            assert (row.status, row.count) == ("ok", expected.count)
        elif expected.count <= 2:
            assert (row.status, *ends) == ("hooguit_twee", 0, 2)
            assert _without_numbers(row)
        elif expected.count >= expected.n - 2:
            assert (row.status, *ends) == ("op_hooguit_twee_na_alle", row.n - 2, row.n)
            assert _without_numbers(row)
        else:
            assert (row.status, *ends) == ("ok", row.count, row.count)
            assert row.count == expected.count
    assert len(seen) > 250
    assert set(seen) == {("share", "ok"), ("share", "hooguit_twee"), ("mean", "ok")}


def test_every_count_by_size_class_is_within_its_noise_of_what_the_csv_files_say(
        table, oracle, routed):
    moved = []
    for row in table[(table["domain"] != ALL) & ~table["question"].isin(FRAME)].itertuples():
        expected = oracle.of(row)
        loose = NOISE if row.question in routed else 0
        if not pd.isna(row.n):
            assert row.n >= 10
            assert abs(row.n - expected.n) <= loose
        if expected.n < 10 - loose:
            assert row.status == "te_weinig"
        if row.status == "te_weinig":
            assert _without_numbers(row)
        elif row.measure == "mean":
            assert math.isnan(row.count)
            assert abs(row.value - float(expected.value)) <= 1.5 / expected.n + 0.005 + 1e-9
            assert 100 * row.value == pytest.approx(round(100 * row.value))
        else:
            assert (row.status, row.count_noise) == ("ok", NOISE)
            assert row.count_low == row.count == row.count_high
            assert row.value == row.count / row.n
            moved.append(row.count - expected.count)
    assert len(moved) > 400
    assert set(moved) == {-2, -1, 0, 1, 2}


def test_size_classes_add_up_to_the_total(table, wave):
    counted = table[(table["measure"] == "share") & (table["status"] == "ok")]
    sums = 0
    for _, rows in counted.groupby(["question", "option", "group"]):
        parts = rows[rows["domain"] != ALL]
        if len(parts) == len(wave.info.publication.domains):
            total = rows[rows["domain"] == ALL].iloc[0]
            assert (parts["count"].sum(), parts["n"].sum()) == (total["count"], total["n"])
            sums += 1
    assert sums > 100


def test_of_a_class_nothing_else_is_shown(table):
    keys = ["question", "option", "group"]
    classes = table[table["status"] == "hooguit_twee"]
    parts = table[table["domain"] != ALL].merge(classes[keys], on=keys)
    assert len(parts) == 3 * len(classes) > 0
    assert (parts["status"] == "te_weinig").all()


def test_joined_size_classes_have_the_noise_of_those_that_are_left(estimates):
    for group in ("sociale_dienst", "afdeling_welzijn"):
        total, *parts, joined, left, everywhere = (
            estimates[Ref("koppeling", "ja", group, domain)] for domain in
            (ALL, "kleiner", "isd", "kleiner+isd", "g32+g4", "kleiner+isd+g32+g4"))
        assert joined.count == total.count - left.count
        assert joined.n == total.n - left.n
        assert joined.noise == left.noise == NOISE
        assert (everywhere.count, everywhere.n, everywhere.noise) == (total.count, total.n, 0)
        if parts[1].status == "ok":  # has ten answers
            assert joined.count == sum(part.count for part in parts)


def test_a_net_of_answers_that_go_together_is_hidden_with_any_class_in_it(estimates, wave):
    seen = 0
    for question in wave.codebook.questions:
        for pair, group in itertools.product(itertools.combinations(question.option_ids, 2),
                                             question.asked):
            parts = [estimates[Ref(question.id, option, group)].status for option in pair]
            if "hooguit_twee" in parts:
                assert question.kind != "single"
                assert estimates[Ref(question.id, "+".join(pair), group)].status == "te_weinig"
                seen += 1
    assert seen > 0


def test_a_published_net_of_a_single_choice_is_the_sum_of_its_options(estimates, wave):
    seen = 0
    for question in (one for one in wave.codebook.questions if one.kind == "single"):
        for pair, group, domain in itertools.product(
                itertools.combinations(question.option_ids, 2), question.asked,
                wave.info.publication.domains):
            parts = [estimates[Ref(question.id, option, group, domain)] for option in pair]
            if all(part.status == "ok" for part in parts):
                net = estimates[Ref(question.id, "+".join(pair), group, domain)]
                assert net.count == sum(part.count for part in parts) or net.status != "ok"
                seen += net.status == "ok"
    assert seen > 50


def test_another_key_draws_other_noise_and_the_same_totals(wave, table):
    assert results_of(wave).table().equals(table)
    other = results_of(wave, b"another key").table()
    exact = (table["domain"] == ALL) | table["question"].isin(FRAME)
    told = ["n", "count", "count_low", "count_high", "value", "status"]
    assert other.loc[exact, told].equals(table.loc[exact, told])
    both = ~exact & (table["status"] == "ok") & (other["status"] == "ok")
    assert (other.loc[both, "count"] != table.loc[both, "count"]).mean() > 0.2


def test_what_is_small_has_no_numbers(mini_wave):
    table = results_of(mini_wave).table()
    answers = table[~table["question"].isin(FRAME) & (table["measure"] == "share")]
    assert set(answers["status"]) == {"te_weinig", "geen_antwoorden"}
    assert (answers["count"].isna() | (answers["n"] == 0)).all()


def test_of_a_class_is_told_between_which_counts_it_lies(strict):
    answered = {"werk": 80, "geen": 60}
    tables = [strict({"zorg": few, **answered}, {"zorg": 100 - few, **answered})
              for few in (0, 1, 2)]
    for shown in tables:
        few, nearly = shown["taken.zorg@sd"], shown["taken.zorg@aw"]
        assert (few.n, few.status, few.between) == (100, "hooguit_twee", (0, 2))
        assert few.limits == (0, 0.02)
        assert (nearly.n, nearly.status) == (100, "op_hooguit_twee_na_alle")
        assert (nearly.between, nearly.limits) == ((98, 100), (0.98, 1))
        for one in (few, nearly):
            assert all(map(math.isnan, (one.count, one.value, one.weighted.value)))
    # Which of the three it is shows nowhere. As text, because no number is not equal to itself.
    refs = [f"taken.{option}@{group}{domain}" for option, group, domain in itertools.product(
        ("zorg", "werk", "geen"), ("sd", "aw"), ("", "/klein", "/groot"))]
    assert len({repr([shown[ref] for ref in refs]) for shown in tables}) == 1


def test_a_total_of_fewer_respondents_than_the_wave_allows_is_hidden_with_its_base(
        mini_wave, with_rules):
    strict = with_rules(mini_wave, minimum_base=3)
    for protect, told in ((True, (None, "te_weinig")), (False, (2, "ok"))):
        one = results_of(strict, protect=protect)["beleid.ja@sd"]
        assert (one.n, one.status) == told
