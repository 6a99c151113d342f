"""What was published, held against the answers."""

import csv
import math
import re
from functools import partial

import pytest
from editing import edit, replace
from keyed import results_of
from telling import telling, telling_taken

from participatiemonitor.documents import verdicts as verdicts_module
from participatiemonitor.documents.claim_checks import reference_faults
from participatiemonitor.documents.claims import COLUMNS, criterion_text, read_claims
from participatiemonitor.documents.verdicts import check_claims, report
from participatiemonitor.estimation.estimates import REASONS, Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.files.faults import InvalidWave

from .conftest import CONTRADICTIONS

HOLDS, FAILS, CONFLICT, EXTERNAL, UNTESTED, UNSHOWN = (
    "klopt", "wijkt af", "tegenspraak in de bron", "andere bron", "niet te toetsen",
    "niet te tonen")


bare = partial(results_of, protect=False)


@pytest.fixture(scope="session")
def claims(repository):
    return read_claims(repository.published / "divosa2011/claims.csv")


@pytest.fixture(scope="session")
def verdicts(claims, unprotected):
    return check_claims(claims, unprotected)


@pytest.fixture
def written(tmp_path):
    """Write claims about *taken* of the sociale diensten, unless told otherwise."""

    def write(*rows):
        path = tmp_path / "claims_2009.csv"
        with path.open("w", newline="") as stream:
            writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
            writer.writeheader()
            for number, row in enumerate(rows, start=1):
                usual = {"id": f"T-{number}", "group": "sociale_dienst", "domain": "totaal",
                         "question": "taken", "option": "zorg", "basis": "survey",
                         "published": "zoveel", "section": "1", "statement": "Zoveel."}
                writer.writerow({**usual, **row})
        return path

    return write


@pytest.fixture
def status(written, hundred):
    """The verdict on one claim: ``status(row, sd={"zorg": 44}, aw={})``."""

    def check(row, sd, aw):
        verdict, = check_claims(read_claims(written(row)), bare(hundred(sd, aw)))
        return verdict.status

    return check


BOTH = {"group": "beide"}


@pytest.mark.parametrize(("row", "sd", "aw", "expected"), [
    # exact: a whole percentage
    ({"type": "exact", "relation": "=", "value": "44"}, {"zorg": 44}, {}, HOLDS),
    ({"type": "exact", "relation": "=", "value": "44"}, {"zorg": 45}, {}, FAILS),
    ({"type": "exact", "relation": "=", "value": "44"}, {"zorg": 43}, {}, FAILS),
    ({"type": "exact", "relation": "=", "value": "44", "n": "100"}, {"zorg": 44}, {}, HOLDS),
    ({"type": "exact", "relation": "=", "value": "44", "n": "99"}, {"zorg": 44}, {}, FAILS),
    ({"type": "exact", "relation": "=", "value": "44"}, None, {}, FAILS),
    # band: from low up to, not including, high
    ({"type": "band", "relation": "in", "low": "40", "high": "45"}, {"zorg": 40}, {}, HOLDS),
    ({"type": "band", "relation": "in", "low": "40", "high": "45"}, {"zorg": 44}, {}, HOLDS),
    ({"type": "band", "relation": "in", "low": "40", "high": "45"}, {"zorg": 45}, {}, FAILS),
    ({"type": "band", "relation": "in", "low": "40", "high": "45"}, {"zorg": 39}, {}, FAILS),
    ({"type": "band", "relation": "in", "low": "40", "high": "45", **BOTH},
     {"zorg": 41}, {"zorg": 44}, HOLDS),
    ({"type": "band", "relation": "in", "low": "40", "high": "45", **BOTH},
     {"zorg": 41}, {"zorg": 45}, FAILS),
    # open where a bound is left out
    ({"type": "band", "relation": "in", "low": "90"}, {"zorg": 100}, {}, HOLDS),
    ({"type": "band", "relation": "in", "low": "90"}, {"zorg": 89}, {}, FAILS),
    ({"type": "band", "relation": "in", "high": "50"}, {"zorg": 0}, {}, HOLDS),
    ({"type": "band", "relation": "in", "high": "50"}, {"zorg": 50}, {}, FAILS),
    ({"type": "band", "relation": "above", "low": "50"}, {"zorg": 51}, {}, HOLDS),
    ({"type": "band", "relation": "above", "low": "50"}, {"zorg": 50}, {}, FAILS),
    ({"type": "band", "relation": "above", "low": "0"}, {"zorg": 0}, {}, FAILS),
    # rank among the options, the exclusive one left out
    ({"type": "rank", "relation": "rank", "value": "1"}, {"zorg": 31, "werk": 30, "geen": 60},
     {}, HOLDS),
    ({"type": "rank", "relation": "rank", "value": "1"}, {"zorg": 30, "werk": 31}, {}, FAILS),
    ({"type": "rank", "relation": "rank", "value": "2"}, {"zorg": 30, "werk": 31}, {}, HOLDS),
    ({"type": "rank", "relation": "rank", "value": "1"}, {"zorg": 30, "werk": 30}, {}, HOLDS),
    ({"type": "rank", "relation": "rank", "value": "2"}, {"zorg": 30, "werk": 30}, {}, FAILS),
    ({"type": "rank", "relation": "rank", "value": "1", **BOTH},
     {"zorg": 31, "werk": 30}, {"zorg": 30, "werk": 31}, FAILS),
    # comparison: any difference, unless bounds are given
    ({"type": "comparison", "relation": "more", "versus": "@afdeling_welzijn"},
     {"zorg": 31}, {"zorg": 30}, HOLDS),
    ({"type": "comparison", "relation": "more", "versus": "@afdeling_welzijn"},
     {"zorg": 30}, {"zorg": 30}, FAILS),
    ({"type": "comparison", "relation": "less", "versus": "@afdeling_welzijn"},
     {"zorg": 29}, {"zorg": 30}, HOLDS),
    ({"type": "comparison", "relation": "less", "versus": "@afdeling_welzijn"},
     {"zorg": 31}, {"zorg": 30}, FAILS),
    ({"type": "comparison", "relation": "more", "low": "20", "versus": "@afdeling_welzijn"},
     {"zorg": 51}, {"zorg": 30}, HOLDS),
    ({"type": "comparison", "relation": "more", "low": "20", "versus": "@afdeling_welzijn"},
     {"zorg": 49}, {"zorg": 30}, FAILS),
    ({"type": "comparison", "relation": "more", "low": "20", "versus": "@afdeling_welzijn"},
     {"zorg": 50}, {"zorg": 30}, HOLDS),
    ({"type": "comparison", "relation": "more", "high": "8", "versus": "@afdeling_welzijn"},
     {"zorg": 37}, {"zorg": 30}, HOLDS),
    ({"type": "comparison", "relation": "more", "high": "8", "versus": "@afdeling_welzijn"},
     {"zorg": 38}, {"zorg": 30}, FAILS),
    ({"type": "comparison", "relation": "more", "high": "8", "versus": "@afdeling_welzijn"},
     {"zorg": 30}, {"zorg": 30}, FAILS),
    ({"type": "comparison", "relation": "less", "low": "20", "versus": "@afdeling_welzijn"},
     {"zorg": 10}, {"zorg": 30}, HOLDS),
    ({"type": "comparison", "relation": "less", "low": "20", "versus": "@afdeling_welzijn"},
     {"zorg": 11}, {"zorg": 30}, FAILS),
    ({"type": "comparison", "relation": "similar", "high": "10",
      "versus": "@afdeling_welzijn"}, {"zorg": 39}, {"zorg": 30}, HOLDS),
    ({"type": "comparison", "relation": "similar", "high": "10",
      "versus": "@afdeling_welzijn"}, {"zorg": 21}, {"zorg": 30}, HOLDS),
    ({"type": "comparison", "relation": "similar", "high": "10",
      "versus": "@afdeling_welzijn"}, {"zorg": 20}, {"zorg": 30}, FAILS),
    ({"type": "comparison", "relation": "more", "versus": ".werk", **BOTH},
     {"zorg": 31, "werk": 30}, {"zorg": 3, "werk": 2}, HOLDS),
    ({"type": "comparison", "relation": "more", "versus": ".werk", **BOTH},
     {"zorg": 31, "werk": 30}, {"zorg": 2, "werk": 3}, FAILS),
    ({"type": "comparison", "relation": "more", "versus": "/groot", "domain": "klein"},
     {"zorg": (20, 10)}, {}, HOLDS),
    # count: respondents, or the base
    ({"type": "count", "relation": "=", "value": "3"}, {"zorg": 3}, {}, HOLDS),
    ({"type": "count", "relation": "=", "value": "3"}, {"zorg": 4}, {}, FAILS),
    ({"type": "count", "relation": "n", "value": "100"}, {"zorg": 3}, {}, HOLDS),
    ({"type": "count", "relation": "n", "value": "99"}, {"zorg": 3}, {}, FAILS),
    # a net of options
    ({"type": "exact", "relation": "=", "value": "30", "option": "zorg+werk"},
     {"zorg": 30, "werk": 20}, {}, HOLDS),
])
def test_a_claim_holds_or_fails_at_its_bounds(status, row, sd, aw, expected):
    assert status(row, sd, aw) == expected


@pytest.mark.parametrize("row", [
    {"type": "exact", "relation": "=", "value": "2"},
    {"type": "exact", "relation": "=", "value": "3"},
    {"type": "band", "relation": "in", "low": "0", "high": "100"},
    {"type": "band", "relation": "in_all", "low": "0", "high": "100"},
    {"type": "rank", "relation": "rank", "value": "1"},
    {"type": "comparison", "relation": "less", "versus": ".werk"},
    {"type": "count", "relation": "=", "value": "2"},
    {"type": "count", "relation": "=", "value": "1"},
    # the hidden side of a comparison
    {"type": "comparison", "relation": "more", "versus": ".zorg", "option": "werk"},
    {"type": "comparison", "relation": "similar", "high": "99", "versus": "@sd",
     "group": "afdeling_welzijn"},
    # one of both groups
    {"type": "band", "relation": "in", "low": "0", "high": "100", **BOTH},
    {"type": "exact", "relation": "=", "value": "99", **BOTH},
    {"type": "comparison", "relation": "more", "versus": ".werk", **BOTH},
])
def test_a_claim_on_a_hidden_number_is_neither_confirmed_nor_denied(written, mini_wave, row):
    told = telling_taken(mini_wave, {"zorg": None, "werk": 40}, {"zorg": 50, "werk": 40})
    verdict, = check_claims(read_claims(written(row)), told)
    assert (verdict.status, verdict.computed) == (UNSHOWN, "te weinig antwoorden")


OPEN = (UNSHOWN, "te weinig antwoorden")


@pytest.mark.parametrize(("told", "value", "verdict"), [
    ((0, 2), "1", (HOLDS, "plaats 1")), ((98, 100), "1", (FAILS, "plaats 2")),
    ((39, 41), "1", OPEN), ((39, 41), "3", (FAILS, "plaats 1 tot 2")), (None, "1", OPEN),
    (40, "1", (HOLDS, "plaats 1"))])
def test_a_rank_is_told_where_the_limits_leave_no_doubt(written, mini_wave, told, value, verdict):
    row = {"type": "rank", "relation": "rank", "value": value, "option": "werk"}
    estimates = telling_taken(mini_wave, {"zorg": told, "werk": 40}, {})
    found, = check_claims(read_claims(written(row)), estimates)
    assert (found.status, found.computed) == verdict


@pytest.mark.parametrize(("row", "told", "verdict"), [
    ({"type": "exact", "relation": "=", "value": "1"}, (0, 2), OPEN),
    ({"type": "exact", "relation": "=", "value": "3"}, (0, 2), (FAILS, "hooguit 2%")),
    ({"type": "count", "relation": "=", "value": "99"}, (98, 100), OPEN),
    ({"type": "count", "relation": "=", "value": "97"}, (98, 100), (FAILS, "98 tot 100")),
    ({"type": "count", "relation": "n", "value": "100"}, (98, 100), (HOLDS, "100")),
    ({"type": "band", "relation": "in", "low": "9", "high": "12"}, (9, 11),
     (HOLDS, "9 tot 11%")),
    ({"type": "band", "relation": "in", "low": "9", "high": "11"}, (9, 11), OPEN),
    ({"type": "band", "relation": "above", "low": "90"}, (98, 100), (HOLDS, "minstens 98%")),
    ({"type": "comparison", "relation": "more", "versus": ".werk"}, (98, 100),
     (HOLDS, "minstens 98% tegenover 40%")),
    ({"type": "comparison", "relation": "less", "versus": ".werk"}, (39, 41), OPEN),
])
def test_a_claim_on_a_class_is_judged_where_its_limits_decide(written, mini_wave, row, told,
                                                               verdict):
    estimates = telling_taken(mini_wave, {"zorg": told, "werk": 40}, {})
    found, = check_claims(read_claims(written(row)), estimates)
    assert (found.status, found.computed) == verdict


@pytest.mark.parametrize(("row", "status", "computed"), [
    ({"type": "exact", "relation": "=", "value": "32"}, HOLDS, "30%, met ruis"),
    ({"type": "exact", "relation": "=", "value": "33"}, FAILS, "30%, met ruis"),
    ({"type": "count", "relation": "=", "value": "28"}, HOLDS, "30, met ruis"),
    ({"type": "count", "relation": "n", "value": "102"}, HOLDS, "100, met ruis"),
    ({"type": "count", "relation": "n", "value": "103"}, FAILS, "100, met ruis"),
    ({"type": "exact", "relation": "=", "value": "30", "n": "97"}, FAILS, "30%, met ruis"),
    ({"type": "comparison", "relation": "more", "versus": ".werk"}, HOLDS,
     "30% tegenover 33%, met ruis"),
    ({"type": "comparison", "relation": "more", "versus": ".werk", "low": "2"}, FAILS,
     "30% tegenover 33%, met ruis"),
])
def test_a_claim_on_a_number_with_noise_holds_where_it_may_have_held_without(
        written, mini_wave, row, status, computed):
    told = telling(mini_wave, noise=2, taken__zorg__klein=30, taken__werk__klein=33)
    found, = check_claims(read_claims(written({"domain": "klein", **row})), told)
    assert (found.status, found.computed) == (status, computed)


@pytest.mark.parametrize(("value", "high", "verdict"), [
    (0.45, "45", (HOLDS, "45%")), (0.46, "45", (FAILS, "46%")), (0.447, "45", (HOLDS, "45%")),
    (0.451, "45", (FAILS, "45%")), (0.01, "1", (HOLDS, "1%"))])
def test_a_claim_on_a_mean_holds_where_it_does_before_rounding(written, mini_wave, value, high,
                                                              verdict):
    row = {"type": "band", "relation": "in", "high": high, "question": "klanten", "option": "jong"}
    told = telling(mini_wave)
    ref = Ref("klanten", "jong", "sociale_dienst")
    told.known.estimates[ref] = Estimate(ref, "mean", 89, math.nan, value)
    found, = check_claims(read_claims(written(row)), told)
    assert (found.status, found.computed) == verdict


def test_a_hidden_claim_excuses_no_other(written, mini_wave):
    rows = [{"type": "exact", "relation": "=", "value": "44", "option": "werk",
             "conflicts": "T-2"},
            {"type": "exact", "relation": "=", "value": "2", "conflicts": "T-1"}]
    told = telling_taken(mini_wave, {"zorg": None, "werk": 40}, {})
    found = check_claims(read_claims(written(*rows)), told)
    assert [one.status for one in found] == [FAILS, UNSHOWN]


@pytest.mark.parametrize("sd", [None, {"zorg": 30}])
def test_a_comparison_with_who_did_not_answer_does_not_hold(written, hundred, sd):
    row = {"type": "comparison", "relation": "more", "versus": "@afdeling_welzijn"}
    verdict, = check_claims(read_claims(written(row)), results_of(hundred(sd, None)))
    assert (verdict.status, verdict.computed) == (FAILS, "ontbreekt")


def test_a_claim_on_what_was_not_asked_does_not_hold(written, mini_wave):
    row = {"type": "exact", "relation": "=", "value": "20", "question": "klanten",
           "option": "jong", "group": "afdeling_welzijn"}
    verdict, = check_claims(read_claims(written(row)), results_of(mini_wave))
    assert (verdict.status, verdict.computed) == (FAILS, "niet gevraagd")


def test_a_band_may_be_about_all_members_also_those_who_were_not_asked(written, hundred):
    row = {"type": "band", "relation": "in_all", "low": "25", "high": "26"}
    wave = hundred({"zorg": 25}, {})
    asked = wave.responses.index[:50]
    wave.responses.loc[wave.responses.index[50:100],
                       ["taken__zorg", "taken__werk", "taken__geen"]] = math.nan
    assert len(asked) == 50  # 25 of the 50 who answered, 25 of all 100
    verdict, = check_claims(read_claims(written(row)), bare(wave))
    assert (verdict.status, verdict.computed) == (HOLDS, "25,0%")


def test_a_claim_that_the_document_contradicts_does_not_count_as_failing(written, hundred):
    rows = [{"type": "exact", "relation": "=", "value": "44", "conflicts": "T-2"},
            {"type": "exact", "relation": "=", "value": "45", "conflicts": "T-1"},
            {"type": "exact", "value": "45", "basis": "external"},
            {"type": "exact", "value": "45", "basis": "untested"}]
    found = check_claims(read_claims(written(*rows)), bare(hundred({"zorg": 44}, {})))
    assert [one.status for one in found] == [HOLDS, CONFLICT, EXTERNAL, UNTESTED]


def test_where_neither_of_two_contradicting_claims_holds_both_fail(written, hundred):
    rows = [{"type": "exact", "relation": "=", "value": "44", "conflicts": "T-2"},
            {"type": "exact", "relation": "=", "value": "45", "conflicts": "T-1"}]
    found = check_claims(read_claims(written(*rows)), bare(hundred({"zorg": 40}, {})))
    assert [one.status for one in found] == [FAILS, FAILS]


VERSUS = {"type": "comparison", "versus": "@afdeling_welzijn"}
BAND = {"type": "band", "relation": "in"}


@pytest.mark.parametrize(("row", "expected"), [
    ({"type": "exact", "relation": "=", "value": "44"}, "afgerond 44%"),
    ({"type": "exact", "relation": "=", "value": "44", "n": "89"}, "afgerond 44% van 89"),
    ({"type": "count", "relation": "=", "value": "1234"}, "precies 1.234"),
    ({"type": "count", "relation": "n", "value": "89"}, "n = 89"),
    ({"type": "rank", "relation": "rank", "value": "2"}, "plaats 2"),
    ({**BAND, "low": "67.5", "high": "72.5"}, "67,5 tot 72,5%"),
    ({**BAND, "low": "90"}, "ten minste 90%"),
    ({**BAND, "high": "40.5"}, "minder dan 40,5%"),
    ({"type": "band", "relation": "above", "low": "50"}, "meer dan 50%"),
    ({"type": "band", "relation": "above", "low": "0"}, "komt voor"),
    ({"type": "band", "relation": "in_all", "low": "90"}, "ten minste 90% van de hele groep"),
    ({**VERSUS, "relation": "more"}, "meer"),
    ({**VERSUS, "relation": "less"}, "minder"),
    ({**VERSUS, "relation": "more", "low": "20"}, "ten minste 20 procentpunten meer"),
    ({**VERSUS, "relation": "more", "high": "8"}, "meer, minder dan 8 procentpunten"),
    ({**VERSUS, "relation": "similar", "high": "10"}, "minder dan 10 procentpunten verschil"),
    ({"type": "exact", "value": "40", "basis": "external"}, "–"),
    ({"type": "band", "basis": "untested"}, "–"),
])
def test_how_a_claim_is_tested_is_written_in_few_words(written, row, expected):
    claim, = read_claims(written(row))
    assert criterion_text(claim) == expected


def test_all_faults_of_a_file_are_reported(written):
    path = written(
        {"id": "A", "type": "exact", "relation": "=", "value": "veel"},
        {"id": "A", "type": "precies", "relation": "="},
        {"type": "band", "relation": "=", "low": "1"},
        {"type": "comparison", "relation": "more"},
        {"type": "count", "relation": "=", "value": "1", "n": "12.5", "conflicts": "B T-5"},
        {"type": "exact", "relation": "=", "value": "1", "basis": "gerucht"},
        {"type": "band", "relation": "in", "published": ""},
        {"type": "band", "relation": "above", "high": "3"},
        {"type": "comparison", "relation": "similar", "versus": "@aw"},
    )
    with pytest.raises(InvalidWave) as caught:
        read_claims(path)
    found = {(fault.row, fault.column, fault.value) for fault in caught.value.faults}
    assert found == {
        (2, "id", "A"), (2, "value", "veel"), (3, "id", "A"), (3, "type", "precies"),
        (4, "relation", "="), (5, "versus", ""), (6, "n", "12.5"), (6, "conflicts", "B"),
        (6, "conflicts", "T-5"), (7, "basis", "gerucht"), (8, "published", ""), (8, "low", ""),
        (9, "low", ""), (9, "high", "3"), (10, "high", ""),
    }


EXACT = {"type": "exact", "relation": "=", "value": "44"}


@pytest.mark.parametrize(("row", "column", "value"), [
    *(({**EXACT, "value": cell}, "value", cell)
      for cell in ("4_4", "٤٤", "1e1", "nan", "44.5", "101", "-1", "9" * 16)),
    *(({"type": "rank", "relation": "rank", "value": cell}, "value", cell)
      for cell in ("0", "1.5", "1000")),
    *(({**BAND, "low": cell, "high": "50"}, "low", cell) for cell in ("inf", "-1", "1,5", "0x1")),
    ({**BAND, "low": "50", "high": "50"}, "high", "50"),
    ({**BAND, "low": "50", "high": "40"}, "high", "40"),
    ({**BAND, "low": "50", "value": "4"}, "value", "4"),
    ({**EXACT, "low": "4"}, "low", "4"),
    ({**EXACT, "versus": "@aw"}, "versus", "@aw"),
    *(({**EXACT, "n": cell}, "n", cell) for cell in ("0", "1.000", "²", "999999999999")),
    ({**EXACT, "id": "T 1"}, "id", "T 1"),
    ({**EXACT, "id": "T\u200b1"}, "id", "T\u200b1"),
    ({**EXACT, "section": "\u200b"}, "section", "\u200b"),
    ({**EXACT, "statement": ""}, "statement", ""),
    ({**EXACT, "statement": "a\x1b[31m"}, "statement", "U+001B"),
    ({**EXACT, "note": "een\ntwee"}, "note", "U+000A"),
    ({**EXACT, "basis": "external", "value": "veel"}, "value", "veel"),
])
def test_a_cell_that_is_no_claim_is_a_fault_with_its_row_and_column(written, row, column, value):
    with pytest.raises(InvalidWave) as caught:
        read_claims(written(row))
    fault, = caught.value.faults
    assert (fault.row, fault.column, fault.value) == (2, column, value)


MORE = {"type": "comparison", "relation": "more"}


@pytest.mark.parametrize(("row", "column", "value"), [
    ({**EXACT, "question": "andere"}, "question", "andere"),
    ({**EXACT, "option": "zorg+slaap"}, "option", "slaap"),
    ({**EXACT, "option": ""}, "option", ""),
    ({**EXACT, "option": "zorg+zorg"}, "option", "zorg+zorg"),
    ({**EXACT, "group": "wijkteam"}, "group", "wijkteam"),
    ({**EXACT, "group": ""}, "group", ""),
    ({**EXACT, "domain": "middel"}, "domain", "middel"),
    ({**EXACT, "domain": "klein+totaal"}, "domain", "totaal"),
    ({**EXACT, "domain": "klein+klein"}, "domain", "klein+klein"),
    ({**EXACT, "question": "respons", "option": "wijken"}, "option", "wijken"),
    ({**EXACT, "question": "register", "option": "ook_andere_groep"}, "option",
     "ook_andere_groep"),
    ({"type": "rank", "relation": "rank", "value": "1", "question": "respons",
      "option": "organisaties"}, "question", "respons"),
    ({"type": "band", "relation": "in_all", "low": "1", "question": "respons",
      "option": "organisaties"}, "question", "respons"),
    ({**MORE, "versus": "andere.zorg"}, "versus", "question andere"),
    ({**MORE, "versus": ".slaap"}, "versus", "option slaap"),
    ({**MORE, "versus": "@beide"}, "versus", "group beide"),
    ({**MORE, "versus": "/middel"}, "versus", "domain middel"),
    ({**MORE, "versus": "@sd"}, "versus", "taken.zorg@sociale_dienst"),
    ({**MORE, "versus": ".werk@sd", **BOTH}, "versus", "taken.werk@sociale_dienst"),
])
def test_what_a_claim_is_about_must_be_in_the_wave(written, mini_wave, row, column, value):
    claims = read_claims(written(row))
    fault, = reference_faults("claims_2009.csv", claims, mini_wave)
    assert (fault.row, fault.column, fault.value) == ("T-1", column, value)


def test_everything_the_claims_of_2011_are_about_is_in_the_wave(claims, wave):
    assert reference_faults("claims_2011.csv", claims, wave) == []


def test_around_three_hundred_claims_are_listed_and_named_once(claims):
    assert len(claims) > 300
    assert len({claim.id for claim in claims}) == len(claims)


def test_every_claim_about_the_survey_resolves_to_a_quantity(claims, verdicts):
    for claim, verdict in zip(claims, verdicts, strict=True):
        assert (claim.basis == "survey") == (claim.ref is not None)
        assert (claim.basis == "external") == (verdict.status == EXTERNAL)
        assert (claim.basis == "untested") == (verdict.status == UNTESTED)
        assert not any(reason in verdict.computed for reason in REASONS.values()), claim.id


def test_a_claim_that_is_not_tested_says_why(claims):
    assert [claim.id for claim in claims if claim.basis == "untested" and not claim.note] == []


def test_exactly_the_claims_that_cannot_hold_do_not(verdicts):
    assert [one.claim.id for one in verdicts if one.status == FAILS] == []
    assert {one.claim.id for one in verdicts if one.status == CONFLICT} == {
        "I-04", "1.3-16", "2.4-07", "C-03", "C-04", "T2-12", "G-01"}


NUMBERS = {"een kwart": 25, "een vijfde": 20, "vier op de vijf": 80, "driekwart": 75,
           "de helft": 50, "zeven op de tien": 70}
# A phrase of the document and its test, as data/README.md has them; the first that fits counts.
RULES = [
    ("bijna alle|vrijwel elke", "ten minste 90%"),
    ("grote meerderheid", "ten minste 65%"),
    ("ruime meerderheid", "ten minste 60%"),
    ("iets vaker", "meer, minder dan 8 procentpunten"),
    ("veel vaker", "ten minste 20 procentpunten meer"),
    ("geen opvallende verschillen", "minder dan 10 procentpunten verschil"),
    ("minder vaak|relatief weinig|vaker|nog minder|minder|lager|hoog|zwaar", "meer|minder"),
    ("vooral|het meest|meest genoemd|het grootste|belangrijkste|op één", "plaats 1|meer"),
    ("tweede", "plaats 2"),
    ("meestal niet", "minder dan 50%"),
    ("de meeste|in de meeste gevallen|meestal", "meer dan 50%"),
    ("vaak( nadruk| centraal)?|nadruk|veel gebruikt|groot", "ten minste 20%"),
    ("sommige|andere|soms|in sommige gevallen", "5 tot 50%"),
    ("opvallend weinig|weinig tot geen|nog klein|klein deel|alleen kleinschalig",
     "minder dan 10%"),
    ("zonder getal|niet alle", "komt voor"),
    ("nog geen procent", "minder dan 1%"),
]
ROUNDED = [
    (r"(?:klein: )?maximaal (.*)", None, 0.5), (r"(?:.* )?(\d+) tot (\d+)%", 0.5, 0.5),
    ("(?:ongeveer|rond de) (.*)", 2.5, 2.5), ("ruim (.*)", 0, 5), ("bijna (.*)", 5, 0),
    ("een kleine (.*)", 3, 0), ("(70%|" + "|".join(NUMBERS) + ")", 2.5, 2.5),
]


def _as_the_rules_say(claim) -> bool:
    phrase, test = claim.published, criterion_text(claim).removesuffix(" van de hele groep")
    for words, tests in RULES:
        if re.fullmatch(words, phrase):
            return test in tests.split("|")
    for pattern, below, above in ROUNDED:
        found = re.fullmatch(pattern, phrase)
        if found and claim.type != "exact":
            low, high = (NUMBERS.get(one) or float(one.removesuffix("%"))
                         for one in (found[1], found[found.lastindex]))
            return (claim.low, claim.high) == (None if below is None else low - below, high + above)
    if claim.type == "exact":
        return phrase == f"{claim.value:.0f}%"
    counts = {"één": 1, "twee": 2, "drie": 3, "vier": 4}
    stated = counts.get(phrase) or phrase.removeprefix("n=")
    return claim.type == "count" and stated in (claim.value, f"{claim.value:.0f}")


def test_every_phrase_is_tested_by_the_rules_or_says_why_not(claims):
    survey = [claim for claim in claims if claim.basis == "survey"]
    otherwise = {claim.id for claim in survey if not _as_the_rules_say(claim)}
    assert otherwise == {claim.id for claim in survey if claim.note.startswith("anders getoetst")}
    assert len(otherwise) < len(survey) / 10


def test_the_book_shows_the_same_verdicts_or_none(verdicts, claims, estimates):
    """What the source published itself is not hidden, so every claim can be checked."""
    for shown, full in zip(check_claims(claims, estimates), verdicts, strict=True):
        assert shown.status == full.status, shown.claim.id
        # A class and noise are told in words; there is one class among what the claims are about.
        assert shown.computed == full.computed or shown.computed.endswith("met ruis") or (
            shown.claim.id == "C-08")


def test_every_contradicted_claim_says_with_what_and_the_other_side_holds(claims, verdicts):
    status = {one.claim.id: one.status for one in verdicts}
    for claim in claims:
        if status[claim.id] == CONFLICT:
            assert claim.note, claim.id
            assert all(status[other] == HOLDS for other in claim.conflicts), claim.id


def test_exact_claims_are_what_the_csv_files_say(claims, oracle):
    checked = 0
    for claim in claims:
        if claim.type == "exact" and claim.ref is not None and not claim.conflicts:
            one = oracle[str(claim.ref)]
            assert math.floor(one.percent + 1 / 2) == claim.value, claim.id
            assert claim.n in (None, one.n), claim.id
            checked += 1
    assert checked > 25


def _responses(project):
    return project.wave(2011) / "responses.csv"


@pytest.fixture(scope="session")
def report_2011(repository):
    return report(repository, 2011)


def test_the_report_on_2011_holds_and_counts_what_it_checked(report_2011, claims):
    text, holds = report_2011
    assert holds
    assert "Wijkt af" not in text
    checked = sum(claim.basis == "survey" for claim in claims)
    assert f"{checked} uitspraken over 2011 gecontroleerd" in text
    assert "G-01" in text  # the contradictions are listed
    impossible = text.partition("niet waar kunnen zijn, wat er ook is geantwoord:\n")[2]
    assert [line.strip() for line in impossible.partition("\n\n")[0].splitlines()] == [
        ", ".join(labels) for labels in CONTRADICTIONS]


def test_the_report_looks_behind_what_is_hidden(report_2011, data_copy):
    replace(data_copy.wave(2011) / "wave.yml", "minimum_base: 5", "minimum_base: 301")
    assert report(data_copy, 2011) == report_2011


@pytest.fixture
def answers_only(monkeypatch):
    """A report without the slow search for contradictions, which the answers do not change."""
    monkeypatch.setattr(verdicts_module, "inconsistent_claims", lambda *_: [])


@pytest.mark.usefixtures("answers_only")
def test_an_exact_claim_that_another_one_contradicts_can_fail_as_well(data_copy):
    """F-04: 30% of the services does nothing with the Wmo; 1.3-16 cannot hold beside it."""
    with _responses(data_copy).open() as stream:
        services = [row["respondent"] for row in csv.DictReader(stream)
                    if row["group"] == "sociale_dienst" and row["wmo_uitvoering"] == "geen"]
    for respondent in services[:2]:
        edit(_responses(data_copy), respondent, wmo_uitvoering="onderdelen")
    text, holds = report(data_copy, 2011)
    assert not holds
    assert "F-04" in text.partition("Klopt niet en kan")[0]


@pytest.mark.usefixtures("answers_only")
def test_one_changed_answer_makes_the_report_fail_and_name_the_claim(data_copy):
    """44% of 125 is 55 services; one less is 43%, and claim 3.2-04 no longer holds."""
    with _responses(data_copy).open() as stream:
        respondent = next(row["respondent"] for row in csv.DictReader(stream)
                          if row["group"] == "sociale_dienst"
                          and row["knelpunten__schotten"] == row["knelpunten__resultaten"] == "1")
    edit(_responses(data_copy), respondent, knelpunten__schotten="0")
    text, holds = report(data_copy, 2011)
    assert not holds
    failing = text.partition("Klopt niet en kan")[0]
    assert "3.2-04" in failing
    assert "43%" in failing
    assert "1 wijken af" in text
