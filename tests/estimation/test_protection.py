"""What may be shown of a wave: the rules as a reader of the monitor meets them."""

import io
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.results import results_of

HIDDEN = "te_weinig"
SD, AW = "sociale_dienst", "afdeling_welzijn"
FIGURES = ["n", "count", "value", "weighted_se", "weighted_low", "weighted_high", "weighted",
           "status"]


@pytest.fixture(scope="module")
def open_estimates(wave):
    return results_of(wave, protect=False)


@pytest.fixture(scope="module")
def table(estimates):
    written = estimates.table().to_csv(index=False)
    return pd.read_csv(io.StringIO(written), keep_default_na=False,
                       na_values={name: [""] for name in (*FIGURES[:-1], "weighted_step")})


@pytest.fixture(scope="module")
def answers(table):
    return table[~table["question"].isin(["register", "respons"])]


def with_answers(wave, question: str, group: str, given: dict[str, list]):
    """The wave with other answers to a single choice: a list for each stratum, None where none."""
    responses = wave.responses.copy()
    responses[question] = responses[question].astype(object)
    for stratum, values in given.items():
        mine = responses.index[(responses["group"] == group) & (responses["stratum"] == stratum)]
        values = values + [None] * (len(mine) - len(values))
        responses.loc[mine, question] = pd.Series(values[:len(mine)], index=mine, dtype=object)
    return replace(wave, responses=responses)


def numbers(wave, question: str, group: str, given: dict[str, list]):
    """The wave with other answers to a question without options; None where none."""
    responses = wave.responses.copy()
    for stratum in wave.info.strata:
        mine = responses.index[(responses["group"] == group) & (responses["stratum"] == stratum)]
        values = [float("nan") if one is None else one for one in given.get(stratum, [])]
        responses.loc[mine, question] = (values + [np.nan] * len(mine))[:len(mine)]
    return replace(wave, responses=responses)


# --- the file that is published --------------------------------------------------------------

def test_the_results_have_their_columns_and_no_gap_where_the_status_is_ok(table):
    assert set(FIGURES) <= set(table.columns)
    shown = table[table["status"] == "ok"]
    assert shown[["n", "count", "value"]].notna().all(axis=None)
    assert set(table["status"]) <= {"ok", HIDDEN, "geen_antwoorden", "niet_gevraagd"}
    hidden = table[table["status"] != "ok"]
    assert hidden[[name for name in FIGURES if name.startswith(("value", "weighted"))]
                  ].isna().all(axis=None)


def test_hidden_rows_have_no_count_and_no_base_that_is_small(answers, wave):
    hidden = answers[answers["status"] == HIDDEN]
    assert len(hidden) > 100
    assert hidden["count"].isna().all()
    assert (hidden["n"].isna() | (hidden["n"] >= wave.info.publication.minimum_base)).all()


def test_no_row_shows_a_small_count_or_base_that_is_not_public_already(answers, wave):
    rules = wave.info.publication
    public = {Ref.parse(text) for text in rules.already_public}
    shown = answers[(answers["status"] == "ok") & (answers["measure"] == "share")]
    small = shown[(shown["n"] < rules.minimum_base)
                  | shown["count"].between(1, rules.minimum_cell - 1)]
    assert {Ref(row.question, row.option, row.group, row.domain)
            for row in small.itertuples()} <= public
    # Of an item, those who did not give it are a cell too.
    items = shown[[wave.codebook[name].kind != "single" for name in shown["question"]]]
    without = items[(items["n"] - items["count"]).between(1, rules.minimum_cell - 1)]
    assert without.empty


def test_within_a_domain_the_weighted_share_is_the_share(answers, wave):
    shown = answers[(answers["status"] == "ok") & (answers["domain"] != ALL)]
    shares = shown[shown["measure"] == "share"]
    assert len(shares) > 100
    assert (shares["weighted"] - shares["value"]).abs().max() <= 0.005 + 1e-9
    means = shown[shown["measure"] == "mean"]
    assert means["weighted"].between(0, 1).all()  # these count clients


def test_results_by_size_class_are_of_the_publication_domains_only(answers, wave):
    assert set(answers["domain"]) == {ALL, *wave.info.publication.domains}


# --- strata and unions -----------------------------------------------------------------------

@pytest.mark.parametrize("group", [SD, AW])
@pytest.mark.parametrize("part", ["g4", "g32", "kleiner+g4", "isd+g32"])
def test_a_part_of_a_domain_is_never_shown(estimates, wave, group, part):
    for question in wave.codebook.questions:
        if group in question.asked:
            for option in question.option_ids or ("",):
                assert estimates[Ref(question.id, option, group, part)].status in (
                    HIDDEN, "geen_antwoorden")


def test_a_union_of_domains_is_shown_when_its_parts_are(estimates, wave):
    seen = set()
    for question in wave.codebook.questions:
        for group in question.asked:
            for option in question.option_ids or ("",):
                parts = [estimates[Ref(question.id, option, group, one)]
                         for one in ("kleiner", "isd")]
                union = estimates[Ref(question.id, option, group, "kleiner+isd")]
                if union.status != "geen_antwoorden" and all(one.n for one in parts):
                    assert (union.status == "ok") == all(one.status == "ok" for one in parts)
                    seen.add(union.status)
                if union.status == "ok":
                    assert np.isnan(union.weighted.value)  # it would tell more than its parts
    assert seen == {"ok", HIDDEN}


# --- nets ------------------------------------------------------------------------------------

def test_a_net_with_a_hidden_part_is_hidden(estimates, wave):
    seen = 0
    for question in wave.codebook.questions:
        for group in question.asked:
            for one, other in zip(question.option_ids, question.option_ids[1:], strict=False):
                for domain in (ALL, *wave.info.publication.domains):
                    parts = [estimates[Ref(question.id, option, group, domain)]
                             for option in (one, other)]
                    net = estimates[Ref(question.id, f"{one}+{other}", group, domain)]
                    if any(part.status == HIDDEN for part in parts):
                        assert net.status == HIDDEN
                        seen += 1
                    if net.status == "ok":
                        assert np.isnan(net.weighted.value)
    assert seen > 100


def test_all_but_the_exclusive_item_are_hidden_with_it(wave, estimates):
    """The rest of a hidden exclusive item is the base less that item."""
    seen = 0
    for question in wave.codebook.questions:
        if question.kind != "multiple" or not question.exclusive:
            continue
        rest = "+".join(one for one in question.option_ids if one != question.exclusive)
        for group in question.asked:
            for domain in (ALL, *wave.info.publication.domains):
                alone = estimates[Ref(question.id, question.exclusive, group, domain)]
                if alone.status == HIDDEN:
                    assert estimates[Ref(question.id, rest, group, domain)].status == HIDDEN
                    seen += 1
    assert seen > 3


# --- one question ----------------------------------------------------------------------------

def test_a_small_cell_takes_a_second_domain_with_it(wave):
    changed = with_answers(wave, "start_projecten", SD, {
        "kleiner": ["ja"] * 20 + ["nee"] * 15, "isd": ["ja"] * 10 + ["nee"] * 2,
        "g32": ["ja"] * 12 + ["nee"] * 6, "g4": ["ja", "nee"]})
    shown = results_of(changed)
    status = {domain: shown[Ref("start_projecten", "nee", SD, domain)].status
              for domain in (ALL, "kleiner", "isd", "g32+g4")}
    assert status == {ALL: "ok", "kleiner": "ok", "isd": HIDDEN, "g32+g4": HIDDEN}
    assert shown[Ref("start_projecten", "ja", SD, "isd")].status == HIDDEN
    raw = results_of(changed, protect=False)
    assert raw[Ref("start_projecten", "nee", SD, "isd")].count == 2


def test_what_was_published_before_is_shown(estimates, open_estimates, wave):
    small = 0
    for text in wave.info.publication.already_public:
        one = estimates[text]
        assert one.status == "ok"
        assert one.count == open_estimates[text].count
        small += one.count < wave.info.publication.minimum_cell
    assert small


def test_a_small_total_that_was_not_published_is_hidden(wave, with_rules):
    shut = results_of(with_rules(wave, already_public=()))
    hidden = [text for text in wave.info.publication.already_public
              if shut[text].status == HIDDEN]
    assert len(hidden) > 3


def test_unprotected_everything_is_shown_to_the_full(open_estimates, wave):
    found = open_estimates.table()
    assert HIDDEN not in set(found["status"])
    shown = found[(found["status"] == "ok") & (found["measure"] != "count")
                  & ~found["question"].isin(["register", "respons"])]
    assert shown["weighted"].notna().all()
    assert (shown["weighted_step"] == 0).all()
    assert (shown["weighted"] * 100 % 1).between(0.01, 0.99).mean() > 0.5


# --- means -----------------------------------------------------------------------------------

def _status_of_barriers(wave, given):
    """Where a mean of the clients' barriers is shown, when all of them have the same answers."""
    for option in wave.codebook["belemmeringen"].option_ids:
        wave = numbers(wave, f"belemmeringen__{option}", SD, given)
    shown = results_of(wave)
    return {domain: shown[Ref("belemmeringen", "geen", SD, domain)].status
            for domain in (ALL, "kleiner", "isd", "g32+g4")}


def test_a_mean_of_few_takes_the_smallest_other_domain_with_it(wave):
    assert _status_of_barriers(wave, {
        "kleiner": [5.0] * 20, "isd": [7.0] * 3, "g32": [4.0] * 9, "g4": [8.0] * 2}) == {
            ALL: "ok", "kleiner": "ok", "isd": HIDDEN, "g32+g4": HIDDEN}


def test_where_the_hidden_means_would_be_nothing_a_third_domain_is_hidden(wave):
    assert _status_of_barriers(wave, {
        "kleiner": [5.0] * 20, "isd": [0.0] * 3, "g32": [0.0] * 9, "g4": [0.0] * 2}) == {
            ALL: "ok", "kleiner": HIDDEN, "isd": HIDDEN, "g32+g4": HIDDEN}


# --- questions that tell of each other -------------------------------------------------------

def test_a_question_and_what_it_is_the_highest_of_are_hidden_in_the_same_domains(
        estimates, wave):
    seen = 0
    for question in wave.codebook.questions:
        if not question.derived or not question.derived.highest:
            continue
        for group in question.asked:
            for domain in wave.info.publication.domains:
                hidden = []
                for name in (question.id, *question.derived.highest):
                    rows = [estimates[Ref(name, option, group, domain)]
                            for option in question.option_ids]
                    # What nobody answered in any of the hidden domains may stay.
                    hidden.append(all(row.status == HIDDEN or row.count == 0 for row in rows)
                                  and any(row.status == HIDDEN for row in rows))
                assert len(set(hidden)) == 1, (question.id, group, domain)
                seen += hidden[0]
    assert seen > 3


def test_where_the_routing_is_hidden_the_routed_question_is_too(estimates, wave):
    seen = 0
    for question in wave.codebook.questions:
        for source, options in question.when.items():
            entry = wave.codebook[source]
            if entry.kind != "single":
                continue
            outside = [one for one in entry.option_ids if one not in options]
            for group in question.asked:
                for domain in wave.info.publication.domains:
                    if any(estimates[Ref(source, one, group, domain)].status == HIDDEN
                           for one in outside):
                        for option in question.option_ids or ("",):
                            one = estimates[Ref(question.id, option, group, domain)]
                            assert (one.status, one.n) == (HIDDEN, None)
                            seen += 1
    assert seen > 20


def test_weighted_totals_are_coarse_or_absent_where_they_would_tell(answers):
    totals = answers[(answers["status"] == "ok") & (answers["domain"] == ALL)]
    steps = set(totals["weighted_step"])
    assert {0.01, 0.05, 0.10, 0.20} <= steps
    rounded = totals[totals["weighted"].notna() & (totals["weighted_step"] > 0)]
    for name in ("weighted", "weighted_low", "weighted_high"):
        parts = rounded[name] / rounded["weighted_step"]
        assert (parts - parts.round()).abs().max() < 1e-6
    coarse = rounded[(rounded["weighted_step"] > 0.01)]
    assert coarse["weighted_se"].isna().all()
