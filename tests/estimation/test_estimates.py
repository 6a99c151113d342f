"""Estimates, held against a second computation from the csv files and against hand counts."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.estimation import Estimates, Ref, results


@pytest.fixture(scope="session")
def mini_estimates(mini_wave):
    return Estimates(mini_wave)


@pytest.fixture(scope="session")
def table(wave):
    return results(wave)


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
    ("plan.staand@sd", 3, 1, 1 / 3),
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

def test_every_row_of_the_results_is_what_the_csv_files_say(table, oracle):
    for row in table.itertuples():
        expected = oracle.quantity(row.question, (row.option,), row.group, (row.domain,))
        _agree(row, expected)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_nets_and_joined_strata_are_what_the_csv_files_say(estimates, oracle, data):
    question = data.draw(st.sampled_from([name for name, entry in oracle.questions.items()
                                          if entry.get("options")]))
    options = data.draw(st.lists(st.sampled_from(oracle.options(question)), min_size=1,
                                 unique=True))
    group = data.draw(st.sampled_from(oracle.questions[question]["asked"]))
    domains = data.draw(st.one_of(st.just(["totaal"]), st.lists(
        st.sampled_from(oracle.strata), min_size=1, unique=True)))
    ref = Ref(question, "+".join(options), group, "+".join(domains))
    _agree(estimates[ref], oracle.quantity(question, tuple(options), group, tuple(domains)))


def test_a_net_of_a_single_choice_is_the_sum_of_its_options(estimates, wave):
    for question in wave.codebook.questions:
        if question.kind != "single":
            continue
        for pair, group in itertools.product(itertools.combinations(question.option_ids, 2),
                                             question.asked):
            net = estimates[Ref(question.id, "+".join(pair), group)]
            parts = [estimates[Ref(question.id, option, group)] for option in pair]
            assert net.count == sum(part.count for part in parts)
            assert net.n == parts[0].n == parts[1].n


def test_a_net_of_a_multiple_choice_lies_between_its_largest_part_and_their_sum(estimates, wave):
    overlap = False
    for question in wave.codebook.questions:
        if question.kind != "multiple":
            continue
        for pair in itertools.combinations(question.option_ids, 2):
            net = estimates[Ref(question.id, "+".join(pair), "sociale_dienst")].count
            parts = [estimates[Ref(question.id, option, "sociale_dienst")].count
                     for option in pair]
            assert max(parts) <= net <= sum(parts)
            overlap |= net < sum(parts)
    assert overlap


def test_shares_of_a_single_choice_add_up_to_one(table):
    single = table[table["question"].isin(["participatievisie", "wmo_uitvoering", "koppeling"])]
    sums = single.groupby(["question", "group", "domain"])["value"].sum()
    assert sums.to_numpy() == pytest.approx(1)


def test_respondents_who_left_a_question_out_are_not_in_its_base(estimates, wave):
    members = wave.members("sociale_dienst")
    missing = int(members["participatievisie"].isna().sum())
    assert missing > 0
    assert estimates["participatievisie.ja@sd"].n == len(members) - missing


# --- the tidy table --------------------------------------------------------------------------

def test_the_results_have_one_row_a_quantity(table):
    keys = ["wave", "question", "option", "group", "domain"]
    assert list(table.columns) == [*keys, "measure", "n", "count", "value", "status"]
    assert not table.duplicated(keys).any()
    assert (table["wave"] == 2011).all()


def test_the_results_hold_every_question_option_group_and_stratum(table, wave):
    domains = ("totaal", *wave.info.strata)
    expected = {(question.id, option, group, domain)
                for question in wave.codebook.questions for option in question.option_ids or ("",)
                for group in question.asked for domain in domains}
    expected |= {(name, option, group, domain) for name in ("register", "respons")
                 for option in ("organisaties", "gemeenten", "klanten")
                 for group in wave.info.groups for domain in domains}
    found = set(table[["question", "option", "group", "domain"]].itertuples(index=False))
    assert {tuple(row) for row in found} == expected


def test_value_is_count_by_n_and_a_missing_value_has_its_status(table):
    given_answers = table["n"] > 0
    shares = table[given_answers & (table["measure"] != "count")]
    assert shares["value"].to_numpy() == pytest.approx(
        (shares["count"] / shares["n"]).to_numpy())
    assert (table.loc[~given_answers, "status"] == "geen_antwoorden").all()
    assert table.loc[~given_answers, "value"].isna().all()
    assert (table.loc[given_answers, "status"] == "ok").all()
    assert table["n"].dtype.kind == "i"


def test_the_published_response_of_2011(estimates):
    assert estimates["register.gemeenten@sd"].count == 418
    assert estimates["register.klanten@sd"].count == 323140
    assert estimates["respons.organisaties@sd"].count == 133
    assert estimates["respons.organisaties@aw"].count == 62
    assert estimates["respons.gemeenten@sd"].count == 213
    assert round(estimates["respons.klanten@sd"].percent) == 84
    assert round(estimates["respons.ook_andere_groep@aw"].percent) == 90
