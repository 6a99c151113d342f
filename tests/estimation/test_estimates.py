"""Results, held against a second computation from the csv files and against hand counts."""

import itertools
import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyed import results_of

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.refs import Ref

NUMBERS = ["count", "value", "weighted_se", "weighted_low", "weighted_high", "weighted"]


def _agree(one, expected):
    assert one.n == expected.n, one
    assert one.count == pytest.approx(float(expected.count)), one
    if expected.value is None:
        assert math.isnan(one.value)
    else:
        assert one.value == pytest.approx(float(expected.value)), one


# --- by hand ---------------------------------------------------------------------------------

@pytest.mark.parametrize(("ref", "n", "count", "value"), [
    ("beleid.ja@sd", 2, 1, 1 / 2),  # the third service left it out
    ("beleid.ja+deels@aw", 2, 2, 1),
    ("taken.zorg@sd", 3, 2, 2 / 3),
    ("taken.zorg+werk@sd", 3, 2, 2 / 3),  # any of them: one ticked both
    ("taken.zorg+werk@aw", 1, 1, 1),
    ("klanten.jong@sd", 2, 0.4, 0.20),  # mean of 10 and 30%
    ("klanten.jong+ziek@sd", 2, 1.0, 0.50),
    ("ladder.hoog@sd/klein", 2, 0.7, 0.35),
    ("bereik@sd", 2, 0.065, 0.0325),
    ("plan.staand@sd", 2, 1, 1 / 2),  # of SD-3 a plan is missing that could be staand
    ("actief.ja@sd", 3, 2, 2 / 3),
    ("toelichting.geld@sd", 2, 2, 1),
    ("toelichting.geld+tijd@aw", 1, 1, 1),
    ("register.organisaties@sd", 4, 4, 4),
    ("register.gemeenten@sd", 6, 6, 6),  # known for the country, not the sum of the frame
    ("register.gemeenten@sd/klein", 4, 4, 4),
    ("register.inwoners@aw/groot", 200000, 200000, 200000),
    ("respons.organisaties@sd", 4, 3, 3 / 4),
    ("respons.klanten@sd", 1000, 700, 0.7),
    ("respons.gemeenten@aw/klein+groot", 5, 3, 3 / 5),
    ("respons.ook_andere_groep@aw", 2, 1, 1 / 2),
])
def test_the_small_wave_counts_as_by_hand(mini_estimates, ref, n, count, value):
    one = mini_estimates[ref]
    assert (one.n, one.status) == (n, "ok")
    assert one.count == pytest.approx(count)
    assert one.value == pytest.approx(value)


@pytest.mark.parametrize(("ref", "status"), [
    ("beleid.ja@sd/groot", "geen_antwoorden"),
    ("bereik@aw", "geen_antwoorden"),
    ("toelichting.geld@sd/groot", "geen_antwoorden"),
    ("klanten.jong@aw", "niet_gevraagd"),
])
def test_without_answers_there_is_no_value(mini_estimates, ref, status):
    one = mini_estimates[ref]
    assert (one.n, one.count, one.status) == (0, 0, status)
    assert math.isnan(one.value)


def test_measures(mini_estimates):
    assert mini_estimates["beleid.ja@sd"].measure == "share"
    assert mini_estimates["bereik@sd"].measure == "mean"
    assert mini_estimates["register.organisaties@sd"].measure == "count"


@pytest.mark.parametrize(("ref", "named", "known"), [
    ("beleed.ja@sd", "beleed", "beleid"),
    ("beleid.soms@sd", "soms", "deels"),
    ("beleid@sd", "''", "deels"),
    ("bereik.ja@sd", "'ja'", "er zijn: geen"),
    ("beleid.ja@wijkteam", "wijkteam", "afdeling_welzijn"),
    ("beleid.ja", "beide", "sociale_dienst"),
    ("beleid.ja@sd/middel", "middel", "groot"),
    ("beleid.ja@sd/totaal+klein", "totaal", "groot"),
    ("respons.fietsen@sd", "fietsen", "gemeenten"),
])
def test_an_unknown_part_is_an_error_that_names_the_known_ones(mini_estimates, ref, named, known):
    with pytest.raises(InputError) as caught:
        mini_estimates[ref]
    assert named in str(caught.value)
    assert known in str(caught.value)
    assert caught.value.exit_code == 2


# --- against the second computation ----------------------------------------------------------

def test_every_unprotected_row_is_what_the_csv_files_say(unprotected_table, oracle):
    assert set(unprotected_table["status"]) <= {"ok", "geen_antwoorden"}
    for row in unprotected_table.itertuples():
        _agree(row, oracle.of(row))


def test_who_took_part_is_never_hidden(table, unprotected_table):
    frame = table["question"].isin(["register", "respons"])
    assert frame.sum() == 60
    assert (table.loc[frame, "status"] == "ok").all()
    assert table[frame].equals(unprotected_table[frame])


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_nets_and_joined_strata_are_what_the_csv_files_say(estimates, unprotected, oracle, data):
    question = data.draw(st.sampled_from([name for name, entry in oracle.questions.items()
                                          if entry.get("options")]))
    options = data.draw(st.lists(st.sampled_from(oracle.options(question)), min_size=1,
                                 unique=True))
    group = data.draw(st.sampled_from(oracle.questions[question]["asked"]))
    domains = data.draw(st.one_of(st.just(["totaal"]), st.lists(
        st.sampled_from(oracle.strata), min_size=1, unique=True)))
    ref = Ref(question, "+".join(options), group, "+".join(domains))
    expected = oracle.quantity(question, tuple(options), group, tuple(domains))
    _agree(unprotected[ref], expected)
    assert unprotected[ref].status == ("ok" if expected.n else "geen_antwoorden")
    one = estimates[ref]
    if one.measure == "mean" or one.status == "te_weinig":
        return
    if one.between:
        assert one.between[0] <= expected.count <= one.between[1]
        assert math.isnan(one.count)
    else:
        assert abs(one.count - expected.count) <= one.noise
        assert one.noise == (0 if domains == ["totaal"] else one.noise)


@pytest.mark.parametrize("domain", ["g32", "g4", "kleiner+g4", "isd+g32"])
def test_a_stratum_that_is_part_of_a_domain_is_only_seen_unprotected(
    estimates, unprotected, oracle, domain
):
    for group in ("sociale_dienst", "afdeling_welzijn"):
        ref = Ref("koppeling", "ja", group, domain)
        expected = oracle[str(ref)]
        assert (estimates[ref].status, estimates[ref].n) == ("te_weinig", None)
        assert expected.n > 0
        _agree(unprotected[ref], expected)


def test_a_net_of_a_single_choice_is_the_sum_of_its_options(unprotected, wave):
    for question in wave.codebook.questions:
        if question.kind != "single":
            continue
        for pair, group in itertools.product(itertools.combinations(question.option_ids, 2),
                                             question.asked):
            net = unprotected[Ref(question.id, "+".join(pair), group)]
            parts = [unprotected[Ref(question.id, option, group)] for option in pair]
            assert net.count == sum(part.count for part in parts)
            assert net.n == parts[0].n == parts[1].n


def test_a_net_of_a_multiple_choice_lies_between_its_largest_part_and_their_sum(
    unprotected, wave
):
    overlap = False
    for question in wave.codebook.questions:
        if question.kind != "multiple":
            continue
        for pair in itertools.combinations(question.option_ids, 2):
            net = unprotected[Ref(question.id, "+".join(pair), "sociale_dienst")].count
            parts = [unprotected[Ref(question.id, option, "sociale_dienst")].count
                     for option in pair]
            assert max(parts) <= net <= sum(parts)
            overlap |= net < sum(parts)
    assert overlap


def test_shares_of_a_single_choice_add_up_to_one(table, unprotected_table):
    names, keys = ["participatievisie", "wmo_uitvoering", "koppeling"], ["question", "group",
                                                                         "domain"]
    single = unprotected_table[unprotected_table["question"].isin(names)]
    assert single.groupby(keys)["value"].sum().to_numpy() == pytest.approx(1)
    single = table[table["question"].isin(names)]
    whole = single.groupby(keys)["value"].sum(min_count=1, skipna=False).dropna()
    assert whole.to_numpy() == pytest.approx(1)
    assert len(whole) >= 6


def test_respondents_who_left_a_question_out_are_not_in_its_base(estimates, wave):
    members = wave.members("sociale_dienst")
    missing = int(members["participatievisie"].isna().sum())
    assert missing > 0
    assert estimates["participatievisie.ja@sd"].n == len(members) - missing


# --- the tidy table --------------------------------------------------------------------------

def test_the_results_have_one_row_a_quantity(table):
    keys = ["source", "question", "option", "group", "domain"]
    assert list(table.columns) == [
        *keys, "measure", "n", "count", "count_low", "count_high", "count_noise", "value",
        "value_standing", "printed", "weighted", "weighted_se", "weighted_low", "weighted_high",
        "weighted_standing", "status"]
    assert not table.duplicated(keys).any()
    assert (table["source"].astype(str) == "2011").all()


def test_of_a_reconstruction_all_is_assumed_and_of_other_answers_all_is_observed(
        table, mini_estimates):
    for made, standing in ((table, "assumed"), (mini_estimates.table(), "observed")):
        assert set(made["value_standing"]) == set(made["weighted_standing"]) == {standing}


@pytest.mark.parametrize("which", ["table", "unprotected_table"])
def test_the_results_hold_every_question_option_group_and_domain(request, which, wave):
    table = request.getfixturevalue(which)
    # Answers by publication domain, register and response by stratum.
    domains = ("totaal", "kleiner", "isd", "g32+g4")
    strata = ("totaal", "kleiner", "isd", "g32", "g4")
    expected = {(question.id, option, group, domain)
                for question in wave.codebook.questions for option in question.option_ids or ("",)
                for group in question.asked for domain in domains}
    expected |= {(name, option, group, domain) for name in ("register", "respons")
                 for option in ("organisaties", "gemeenten", "klanten")
                 for group in wave.info.groups for domain in strata}
    found = set(table[["question", "option", "group", "domain"]].itertuples(index=False))
    assert {tuple(row) for row in found} == expected


@pytest.mark.parametrize("which", ["table", "unprotected_table"])
def test_value_is_count_by_n_and_a_missing_value_has_its_status(request, which):
    table = request.getfixturevalue(which)
    shown = table["status"] == "ok"
    shares = table[shown & table["count"].notna() & (table["measure"] != "count")]
    assert len(shares) > 500
    assert shares["value"].to_numpy() == pytest.approx(
        (shares["count"] / shares["n"]).to_numpy(float))
    assert table.loc[shown, ["n", "value"]].notna().all(axis=None)
    assert table.loc[~shown, "value"].isna().all()
    assert table["n"].dtype.kind == "i"
    assert all(table[name].dtype.kind == "f" for name in (*NUMBERS, "count_low", "count_high"))
    assert table["count_noise"].dtype.kind == "i"
    assert set(table["status"]) == (
        {"ok", "te_weinig", "hooguit_twee"} if which == "table" else {"ok"})
    assert (table["count_noise"] > 0).any() == (which == "table")


@pytest.mark.parametrize("which", ["estimates", "unprotected"])
def test_every_row_is_the_estimate_of_its_quantity(request, which):
    estimates = request.getfixturevalue(which)
    for row in estimates.table().itertuples():
        one = estimates[Ref(row.question, row.option, row.group, row.domain)]
        weighted = one.weighted
        base = None if pd.isna(row.n) else row.n
        assert (row.measure, base, row.count_noise, row.status) == (
            one.measure, one.n, one.noise, one.status)
        assert [row.count, row.count_low, row.count_high, row.value, row.weighted_se,
                row.weighted_low, row.weighted_high, row.weighted] == pytest.approx(
            [one.count, *(one.between or [one.count] * 2), one.value, weighted.se, weighted.low,
             weighted.high, weighted.value], nan_ok=True, abs=0, rel=0)


@pytest.mark.parametrize("which", ["table", "unprotected_table"])
def test_an_interval_holds_its_weighted_share(request, which):
    table = request.getfixturevalue(which)
    rows = table[table["weighted"].notna()]
    assert len(rows) > 700
    assert (rows["weighted_low"] <= rows["weighted"] + 1e-9).all()
    assert (rows["weighted"] <= rows["weighted_high"] + 1e-9).all()
    assert rows["weighted_low"].between(0, 1).all()
    assert rows["weighted_high"].between(0, 1).all()


@pytest.mark.parametrize(("ref", "value", "se"), [
    # Two of the three small organisations answered, and the large one: weights 1.5, 1.5 and 1.
    ("taken.zorg@sd", 3 / 4, 0),
    ("taken.werk@sd", 1.5 / 4, 0.375 / math.sqrt(3)),
    # Percentages of clients count by clients: 100, 150 and 450 of these organisations.
    ("klanten.jong@sd", (100 * 0.1 + 150 * 0.3) / 250, None),
    ("bereik@sd", (1.5 * 100 * 0.02 + 450 * 0.045) / (1.5 * 100 + 450), None),
])
def test_the_small_wave_is_weighted_as_by_hand(mini_wave, ref, value, se):
    weighted = results_of(mini_wave, protect=False)[ref].weighted
    assert weighted.value == pytest.approx(value)
    if se is not None:
        assert weighted.se == pytest.approx(se)


def test_the_published_response_of_2011(estimates):
    assert estimates["register.gemeenten@sd"].count == 418
    assert estimates["register.klanten@sd"].count == 323140
    assert estimates["respons.organisaties@sd"].count == 133
    assert estimates["respons.organisaties@aw"].count == 62
    assert estimates["respons.gemeenten@sd"].count == 213
    assert round(estimates["respons.klanten@sd"].percent) == 84
    assert round(estimates["respons.ook_andere_groep@aw"].percent) == 90
