"""Results, held against a second computation from the csv files and against hand counts."""

import itertools
import math
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import COLUMNS, Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import results_of


@pytest.fixture(scope="session")
def mini_estimates(mini_wave):
    return results_of(mini_wave)


@pytest.fixture(scope="session")
def table(estimates):
    return estimates.table()


@pytest.fixture(scope="session")
def unprotected_table(unprotected):
    return unprotected.table()


NUMBERS = ["count", "value", "weighted_se", "weighted_low", "weighted_high", "weighted"]


def _hidden(one, n):
    """Nothing but a number of answers that is not small itself may be there."""
    assert one.status == "te_weinig"
    assert pd.isna(one.n) or one.n == n >= 5
    if isinstance(one, Estimate):
        one = SimpleNamespace(**dict(zip(COLUMNS, one.row(""), strict=True)))
    assert all(math.isnan(getattr(one, name)) for name in NUMBERS), one


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

def _expected(oracle, row):
    return oracle.quantity(row.question, (row.option,), row.group, tuple(row.domain.split("+")))


def test_every_unprotected_row_is_what_the_csv_files_say(unprotected_table, oracle):
    assert set(unprotected_table["status"]) <= {"ok", "geen_antwoorden"}
    for row in unprotected_table.itertuples():
        _agree(row, _expected(oracle, row))


def test_every_row_of_the_results_is_what_the_csv_files_say_or_has_no_numbers(table, oracle):
    shown = 0
    for row in table.itertuples():
        expected = _expected(oracle, row)
        if row.status == "te_weinig":
            _hidden(row, expected.n)
        else:
            assert row.status == ("ok" if expected.n else "geen_antwoorden")
            _agree(row, expected)
            shown += row.status == "ok"
    assert len(table) / 4 < shown < len(table)


def test_hidden_rows_have_no_numbers(table):
    hidden = table[table["status"] == "te_weinig"]
    assert len(hidden) > 50
    assert hidden[NUMBERS].isna().all(axis=None)
    shown = table[table["status"] == "ok"]
    assert shown[["count", "value"]].notna().all(axis=None)


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
    if estimates[ref].status == "te_weinig":
        _hidden(estimates[ref], expected.n)
    else:
        _agree(estimates[ref], expected)
        assert estimates[ref].status == ("ok" if expected.n else "geen_antwoorden")


@pytest.mark.parametrize("domain", ["g32", "g4", "kleiner+g4", "isd+g32"])
def test_a_stratum_that_is_part_of_a_domain_is_only_seen_unprotected(
    estimates, unprotected, oracle, domain
):
    for group in ("sociale_dienst", "afdeling_welzijn"):
        ref = Ref("koppeling", "ja", group, domain)
        expected = oracle[str(ref)]
        _hidden(estimates[ref], expected.n)
        assert expected.n > 0
        _agree(unprotected[ref], expected)


def test_a_net_with_a_hidden_option_is_hidden(estimates, wave):
    seen = 0
    for question in wave.codebook.questions:
        for pair, group in itertools.product(itertools.combinations(question.option_ids, 2),
                                             question.asked):
            parts = [estimates[Ref(question.id, option, group)].status for option in pair]
            if "te_weinig" in parts:
                assert estimates[Ref(question.id, "+".join(pair), group)].status == "te_weinig"
                seen += 1
    assert seen > 0


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
    assert len(whole) >= 6  # nothing of the totals is hidden


def test_respondents_who_left_a_question_out_are_not_in_its_base(estimates, wave):
    members = wave.members("sociale_dienst")
    missing = int(members["participatievisie"].isna().sum())
    assert missing > 0
    assert estimates["participatievisie.ja@sd"].n == len(members) - missing


# --- the tidy table --------------------------------------------------------------------------

def test_the_results_have_one_row_a_quantity(table):
    keys = ["source", "question", "option", "group", "domain"]
    assert list(table.columns) == [
        *keys, "measure", "n", "count", "value", "value_standing", "printed", "weighted",
        "weighted_se", "weighted_low", "weighted_high", "weighted_step", "weighted_standing",
        "status"]
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
    hidden = table["status"] == "te_weinig"
    given_answers = (table["n"] > 0) & ~hidden
    shares = table[given_answers & (table["measure"] != "count")]
    assert shares["value"].to_numpy() == pytest.approx(
        (shares["count"] / shares["n"]).to_numpy())
    assert (table.loc[~given_answers & ~hidden, "status"] == "geen_antwoorden").all()
    assert table.loc[~given_answers, "value"].isna().all()
    assert (table.loc[given_answers, "status"] == "ok").all()
    assert table["n"].dtype.kind == "i"
    assert all(table[name].dtype.kind == "f" for name in (*NUMBERS, "weighted_step"))
    assert hidden.any() == (which == "table")


@pytest.mark.parametrize("which", ["estimates", "unprotected"])
def test_every_row_is_the_estimate_of_its_quantity(request, which):
    estimates = request.getfixturevalue(which)
    for row in estimates.table().itertuples():
        one = estimates[Ref(row.question, row.option, row.group, row.domain)]
        weighted = one.weighted
        base = None if pd.isna(row.n) else row.n
        assert (row.measure, base, row.weighted_step, row.status) == (
            one.measure, one.n, weighted.step, one.status)
        assert [row.count, row.value, row.weighted_se, row.weighted_low, row.weighted_high,
                row.weighted] == pytest.approx(
            [one.count, one.value, weighted.se, weighted.low, weighted.high, weighted.value],
            nan_ok=True, abs=0, rel=0)


def test_an_interval_holds_its_weighted_share(unprotected_table):
    rows = unprotected_table[unprotected_table["weighted_low"].notna()]
    assert len(rows) > 800
    assert (rows["weighted_low"] <= rows["weighted"] + 1e-9).all()
    assert (rows["weighted"] <= rows["weighted_high"] + 1e-9).all()
    assert rows["weighted_low"].between(0, 1).all()
    assert rows["weighted_high"].between(0, 1).all()
    assert (unprotected_table["weighted_step"] == 0).all()


def test_published_weighted_shares_are_the_unprotected_ones_rounded(table, unprotected_table):
    shown = table["weighted"].notna()
    assert set(table.loc[shown, "weighted_step"]) == {0.01, 0.05, 0.10, 0.20, 0.25}
    for name in ("weighted", "weighted_low", "weighted_high"):
        given = shown & table[name].notna()
        step = table.loc[given, "weighted_step"]
        gap = table.loc[given, name] - unprotected_table.loc[given, name]
        # Coarse intervals are rounded outwards, all else to the nearest.
        outwards = {"weighted_low": -1, "weighted_high": 1}.get(name, 0) * (step > 0.01)
        assert ((gap - outwards * step / 2).abs() <= step / 2 + 1e-9).all()
        steps = table.loc[given, name] / table.loc[given, "weighted_step"]
        assert (steps - steps.round()).abs().max() < 1e-6
    # A standard error would undo a coarse rounding.
    assert table.loc[shown & (table["weighted_step"] > 0.01), "weighted_se"].isna().all()
    assert table.loc[shown & (table["weighted_step"] == 0.01), "weighted_se"].notna().all()


def test_every_shown_total_has_a_weighted_figure_beside_it(table):
    totals = table[(table["domain"] == "totaal") & (table["status"] == "ok")
                   & ~table["question"].isin(["register", "respons"])]
    assert len(totals) > 200
    figures = ["weighted", "weighted_low", "weighted_high", "weighted_step"]
    assert totals[figures].notna().all(axis=None)


def test_the_table_is_protected_unless_the_owner_asks_for_all(mini_wave, with_rules):
    strict = with_rules(mini_wave, minimum_base=3)
    assert (results_of(strict).table()["status"] == "te_weinig").any()
    assert not (results_of(strict, protect=False).table()["status"] == "te_weinig").any()


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
