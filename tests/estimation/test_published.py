"""What is published of 2011, held against a second computation from the csv files."""

import itertools
import math

import pandas as pd
import pytest
from oracle import half_up, stratified
from scipy.stats import beta

from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.results import results_of

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


def test_published_weighted_figures_are_in_whole_percents(table, unprotected_table):
    for name, digits in (("weighted", 2), ("weighted_low", 2), ("weighted_high", 2),
                         ("weighted_se", 3)):
        figures = table[name].dropna()
        assert len(figures) > 700
        assert (figures - figures.round(digits)).abs().max() < 1e-12
        assert (unprotected_table[name] - unprotected_table[name].round(digits)).abs().max() > 1e-4


def _parts(estimates, ref, domains):
    """Published counts by size class; none where one is hidden."""
    parts = [estimates[Ref(ref.question, ref.option, ref.group, domain)] for domain in domains]
    return parts if all(part.status == "ok" for part in parts) else []


def _exchanged(counts, bases):
    """The variance that exchanges give, between each two of three classes of a table of two rows.

    Two sweeps make a count one more, or one less, with a chance of .1, and of .25 where any of the
    four counts is two at most; in each sweep a class meets either of the others.
    """
    near = [min(count, n - count) <= 2 for count, n in zip(counts, bases, strict=True)]
    return {(one, other): 2 * 2 * (0.25 if near[one] or near[other] else 0.1) / 2
            for one, other in itertools.combinations(range(3), 2)}


def test_weighted_figures_follow_from_the_published_counts(estimates, wave, oracle, routed):
    """By textbook formulas: of questions to all, with two rows a table."""
    domains = wave.info.publication.domains
    sizes = [oracle.organisations(domain) for domain in domains]
    weights = [size / sum(sizes) for size in sizes]
    seen = 0
    for ref in estimates.refs:
        if ref.domain != ALL or ref.question in {*FRAME, *routed}:
            continue
        parts = _parts(estimates, ref, domains)
        if not parts or wave.codebook[ref.question].kind not in ("multiple", "open"):
            continue
        counts, bases = [part.count for part in parts], [part.n for part in parts]
        value, se = stratified(sizes, counts, bases)
        exchanged = _exchanged(counts, bases)
        noise = sum(variance * (weights[one] / bases[one] - weights[other] / bases[other])**2
                    for (one, other), variance in exchanged.items())
        size = 1 / (sum(weight**2 * (1 - n / size) / n * size / (size - 1) for weight, n, size in
                        zip(weights, bases, sizes, strict=True)) + noise / (value * (1 - value)))
        low, high = beta.ppf([0.025, 0.975], value * size + 0.5, (1 - value) * size + 0.5)
        one = estimates[ref].weighted
        assert [one.value, one.low, one.high] == pytest.approx([value, low, high], abs=0.005 + 1e-9)
        assert one.se == pytest.approx(math.hypot(se, noise**0.5), abs=0.0005 + 1e-9)
        for place, part in enumerate(parts):
            noise = sum(variance for pair, variance in exchanged.items() if place in pair)
            value, se = stratified([sizes[place]], [part.count], [part.n])
            assert part.weighted.value == pytest.approx(value, abs=0.005 + 1e-9)
            assert part.weighted.se == pytest.approx(
                math.hypot(se, noise**0.5 / part.n), abs=0.0005 + 1e-9)
            seen += 1
    assert seen > 60


def test_a_weighted_share_of_a_routed_question_is_over_whom_it_is_about(
        estimates, wave, oracle, routed):
    domains = wave.info.publication.domains
    seen = 0
    for ref in estimates.refs:
        parts = _parts(estimates, ref, domains) if ref.question in routed else []
        if ref.domain != ALL or not parts or parts[0].measure == "mean":
            continue
        weights = [oracle.organisations(domain) / oracle.known(ref.question, ref.group, domain)
                   for domain in domains]
        value = (sum(weight * part.count for weight, part in zip(weights, parts, strict=True))
                 / sum(weight * part.n for weight, part in zip(weights, parts, strict=True)))
        assert estimates[ref].weighted.value == pytest.approx(value, abs=0.005 + 1e-9)
        seen += 1
    assert seen > 10


def test_weighted_means_follow_from_the_published_means(estimates, wave, oracle):
    """How far clients of a class count more than its respondents moves the mean of the latter."""
    domains = wave.info.publication.domains
    clients = [sum(int(row["clients"]) for row in oracle.frame
                   if row["stratum"] in domain.split("+")) for domain in domains]
    seen = 0
    for ref in estimates.refs:
        parts = _parts(estimates, ref, domains)
        if ref.domain == ALL and parts and parts[0].measure == "mean":
            n = sum(part.n for part in parts)
            value = estimates[ref].value + sum(
                (own / sum(clients) - part.n / n) * part.value
                for own, part in zip(clients, parts, strict=True))
            assert estimates[ref].weighted.value == pytest.approx(value, abs=0.005 + 1e-9)
            assert [part.weighted.value for part in parts] == pytest.approx(
                [part.value for part in parts])
            seen += 1
    assert seen > 10
