"""Reading the answers: every fault of the file at once, and what is derived from answers."""

import itertools

import pandas as pd
import pytest
from editing import append, cells, edit, write
from hypothesis import given
from hypothesis import strategies as st
from keyed import results_of

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.codebook import Codebook, Derivation, Option, Question
from participatiemonitor.survey.routing import derive

FASE = ("staand", "pilot", "nee")


@pytest.fixture
def responses(mini):
    return mini.wave(2009) / "responses.csv"


@pytest.fixture
def open_answers(mini):
    return mini.wave(2009) / "open_answers.csv"


def faults(project):
    with pytest.raises(InvalidWave) as caught:
        load_answered(2009, project)
    assert caught.value.exit_code == 2
    return caught.value.faults


def places(project):
    return {(fault.row, fault.column, fault.value) for fault in faults(project)}


@pytest.mark.parametrize(("respondent", "changes", "column", "value", "expected"), [
    ("SD-1", {"beleid": "soms"}, "beleid", "soms", "een van ja, deels, nee"),
    ("SD-1", {"taken__zorg": "2"}, "taken__zorg", "2", "0 of 1"),
    ("SD-1", {"taken__zorg": ""}, "taken__zorg", "", "alle kolommen van taken of geen"),
    ("SD-3", {"taken__zorg": "1"}, "taken__zorg", "1", "0 naast taken__geen"),
    ("SD-3", {"taken__geen": "0"}, "taken__geen", "0", "1 bij ten minste één optie van taken"),
    ("SD-1", {"klanten__jong": "101"}, "klanten__jong", "101", "een getal van 0 tot en met 100"),
    ("SD-1", {"klanten__jong": "-1"}, "klanten__jong", "-1", "een getal van 0 tot"),
    ("SD-1", {"klanten__jong": "12,5"}, "klanten__jong", "12,5", "een decimale punt"),
    *(("SD-1", {"klanten__jong": cell}, "klanten__jong", cell, "een decimale punt")
      for cell in ("nan", "inf", "1_0", "٣", "１", "1e1", "1e400", "0x10", "+1", "--5", "½", "5%",
                   "1.", ".5", "1 0", "0" * 16)),
    ("SD-1", {"klanten__jong": "9" * 15}, "klanten__jong", "9" * 15, "een getal van 0 tot"),
    ("SD-1", {"respondent": "SD 1"}, "respondent", "SD 1", "een eigen code"),
    ("SD-1", {"respondent": "SD\u200b1"}, "respondent", "SD\u200b1", "een eigen code"),
    ("SD-1", {"beleid": "ja\u202e"}, "beleid", "U+202E", "zonder besturingstekens"),
    ("SD-1", {"beleid": "ja\nnee"}, "beleid", "U+000A", "op één regel"),
    ("SD-1", {"ladder__laag": "61"}, "ladder__laag", "samen 101", "een totaal van 100"),
    ("SD-2", {"bereik": "5"}, "bereik", "5", "leeg: alleen gevraagd als actief is ja"),
    ("AW-1", {"klanten__jong": "5"}, "klanten__jong", "5",
     "leeg: niet gevraagd aan afdeling_welzijn"),
    ("SD-1", {"organisation": "K-9"}, "organisation", "K-9", "een code uit frame.csv"),
    ("SD-2", {"organisation": "K-1"}, "organisation", "K-1", "één respondent per organisatie"),
    ("SD-2", {"respondent": "SD-1"}, "respondent", "SD-1", "een eigen code"),
    ("AW-2", {"group": "wijkteam"}, "group", "wijkteam",
     "een van sociale_dienst, afdeling_welzijn"),
])
def test_a_fault_names_row_column_value_and_what_was_expected(
    mini, responses, respondent, changes, column, value, expected
):
    edit(responses, respondent, **changes)
    fault, = faults(mini)
    row = 2 + ["SD-1", "SD-2", "SD-3", "AW-1", "AW-2"].index(respondent)
    assert (fault.file, fault.row, fault.column, fault.value) == (
        "responses.csv", row, column, value)
    assert expected in fault.expected
    assert str(fault) == (
        f"responses.csv, rij {row}, kolom {column}: {value!r}; verwacht: {fault.expected}")


def test_all_faults_of_the_file_are_reported_at_once(mini, responses):
    edit(responses, "SD-1", beleid="soms", klanten__jong="101", ladder__laag="50")
    edit(responses, "SD-2", bereik="5", taken__zorg="")  # routed out, and half filled in
    edit(responses, "SD-3", taken__werk="1", plan_twee="ooit")
    edit(responses, "AW-1", organisation="K-9", klanten__ziek="3")
    edit(responses, "AW-2", respondent="SD-1", taken__zorg="2")
    assert places(mini) == {
        (2, "beleid", "soms"),
        (2, "klanten__jong", "101"),
        (2, "ladder__laag", "samen 90"),
        (3, "bereik", "5"),
        (3, "taken__zorg", ""),
        (4, "taken__werk", "1"),
        (4, "plan_twee", "ooit"),
        (5, "organisation", "K-9"),
        (5, "klanten__ziek", "3"),
        (6, "respondent", "SD-1"),
        (6, "taken__zorg", "2"),
        (6, "taken__werk", ""),
    }


def test_faults_are_in_the_order_of_the_file(mini, responses):
    edit(responses, "AW-1", beleid="soms")
    edit(responses, "SD-2", bereik="5")
    edit(responses, "SD-1", taken__zorg="2")
    assert [fault.row for fault in faults(mini)] == [2, 3, 5]


def test_a_fault_in_a_routing_answer_does_not_blame_what_was_routed_by_it(mini, responses):
    edit(responses, "SD-1", plan_een="ooit")  # actief follows from it, and bereik from actief
    assert places(mini) == {(2, "plan_een", "ooit")}


def test_an_unknown_group_is_one_fault_and_not_one_a_cell(mini, responses):
    edit(responses, "SD-1", group="wijkteam")
    assert places(mini) == {(2, "group", "wijkteam")}


@pytest.mark.parametrize("laag", ["59.9", "60.1"])
def test_a_total_may_be_off_by_rounding(mini, responses, laag):
    edit(responses, "SD-1", ladder__laag=laag)
    load_answered(2009, mini)


def test_every_group_has_respondents(mini, responses):
    header, records = cells(responses)
    write(responses, header, [row for row in records if row["group"] == "sociale_dienst"])
    assert places(mini) == {(None, "group", "afdeling_welzijn: geen rij")}


def test_unknown_and_missing_columns_are_faults(mini, responses):
    responses.write_text(responses.read_text().replace("bereik", "omvang", 1))
    assert {(fault.row, fault.column) for fault in faults(mini)} == {(1, "bereik"), (1, "omvang")}


def test_missing_is_missing_and_never_zero(mini_wave):
    answers = mini_wave.responses
    assert answers.loc["SD-3", "beleid"] is None
    assert pd.isna(answers.loc["AW-2", "taken__zorg"])
    assert pd.isna(answers.loc["SD-2", "bereik"])
    assert answers.loc["SD-2", "taken__geen"] == 0


def test_all_faults_of_the_open_answers_are_reported_at_once(mini, open_answers):
    given = {"text": "x", "themes": "geld", "quotable": "nee"}
    append(open_answers, respondent="SD-9", question="toelichting", **given)
    append(open_answers, respondent="SD-1", question="beleid", **given)
    append(open_answers, respondent="SD-2", question="toelichting", **given)
    append(open_answers, respondent="SD-3", question="toelichting", **given)
    edit(open_answers, "AW-1", themes="tijd weer", themes_second="weer", quotable="yes")
    found = faults(mini)
    assert {fault.file for fault in found} == {"open_answers.csv"}
    assert {(fault.row, fault.column, fault.value) for fault in found} == {
        (4, "themes", "tijd weer"),
        (4, "themes_second", "weer"),
        (4, "quotable", "yes"),
        (5, "respondent", "SD-9"),
        (6, "question", "beleid"),  # not an open question
        (7, "question", "toelichting"),  # a second answer of SD-2
        (8, "question", "toelichting"),  # not put to SD-3, who has no tasks
    }


def test_an_answer_that_may_be_quoted_has_a_text_and_another_need_not(mini, open_answers):
    edit(open_answers, "AW-1", text="", quotable="nee")
    assert load_answered(2009, mini).open_answers["text"].iloc[-1] == ""
    edit(open_answers, "AW-1", quotable="ja")
    assert [(fault.row, fault.column) for fault in faults(mini)] == [(4, "text")]


def test_open_answers_keep_the_order_of_the_file_and_split_their_themes(mini_wave):
    table = mini_wave.open_answers
    assert list(table.columns) == ["respondent", "question", "text", "themes", "themes_second",
                                   "quotable"]
    assert list(table["respondent"]) == ["SD-1", "SD-2", "AW-1"]
    assert list(table["themes"]) == [("geld",), ("geld", "tijd"), ("tijd",)]
    assert table["text"].iloc[0] == "Er is te weinig geld, zegt men."


def test_a_wave_may_have_no_open_answers(mini, open_answers):
    open_answers.write_text(open_answers.read_text().splitlines()[0])
    wave = load_answered(2009, mini)
    assert wave.open_answers.empty
    assert results_of(wave, protect=False)["toelichting.geld@sd"].n == 0


def test_results_rest_on_the_first_coding(mini, open_answers):
    edit(open_answers, "SD-1", themes="geld", themes_second="tijd")
    edit(open_answers, "SD-2", themes="", themes_second="geld")
    wave = load_answered(2009, mini)
    assert list(wave.open_answers["themes"]) == [("geld",), (), ("tijd",)]
    assert list(wave.open_answers["themes_second"]) == [("tijd",), ("geld",), ("tijd",)]
    assert wave.indicators("toelichting").loc[["SD-1", "SD-2"]].to_numpy().tolist() == [
        [1, 0], [0, 0]]


@pytest.mark.parametrize("column", ["themes_second", "quotable"])
def test_the_second_coding_and_who_may_be_quoted_are_required(mini, open_answers, column):
    header, records = cells(open_answers)
    kept = [name for name in header if name != column]
    write(open_answers, kept, [{name: row[name] for name in kept} for row in records])
    assert {(fault.row, fault.column) for fault in faults(mini)} == {(1, column)}


@pytest.mark.parametrize("cell", ["", "Ja", "1", "yes"])
def test_an_answer_may_be_quoted_or_not_and_nothing_in_between(mini, open_answers, cell):
    edit(open_answers, "SD-1", quotable="nee")
    assert list(load_answered(2009, mini).open_answers["quotable"]) == [False, True, True]
    edit(open_answers, "SD-1", quotable=cell)
    fault, = faults(mini)
    assert (fault.row, fault.column, fault.expected) == (2, "quotable", "ja of nee")


@pytest.mark.parametrize("line_break", ["\n", " \r\n ", "\n\n\t", "\u2028", "\u2029"])
def test_a_line_break_in_an_open_answer_reads_as_a_blank(mini, open_answers, line_break):
    edit(open_answers, "SD-1", text=f"Geld.{line_break}En nog iets.")
    wave = load_answered(2009, mini)
    assert wave.open_answers["text"].iloc[0] == "Geld. En nog iets."


@pytest.mark.parametrize("sign", ["\u200d", "\u200c", "\xad", "\u200e", "\u061c", "\xa0", "🏴"])
def test_signs_that_words_need_may_stand_in_an_open_answer(mini, open_answers, sign):
    edit(open_answers, "SD-1", text=f"Ge{sign}ld.")
    assert load_answered(2009, mini).open_answers["text"].iloc[0] == f"Ge{sign}ld."


@pytest.mark.parametrize("text", ["\u200b", "\xad \u200d", "\u2060", "\u3164", "\u0301"])
def test_an_open_answer_that_shows_nothing_is_none(mini, open_answers, text):
    edit(open_answers, "SD-1", text=text)
    assert places(mini) == {(2, "text", text)}


def _single(name: str, options: tuple[str, ...], **fields: object) -> Question:
    return Question(id=name, kind="single", section="1", asked=("g",), known="source", nl="-",
                    en="-", short="-", options=tuple(Option(id=one, nl=one, en=one)
                                                     for one in options)).model_copy(update=fields)


def _derive(rows, rule: Derivation, options: tuple[str, ...], **sources: object):
    """What follows from rows of answers, one a source; a source is put to group *g* only."""
    book = Codebook(figures={}, tables={}, questions=(_single("route", ("ja", "nee")), *(
        _single(name, FASE, **sources.get(name, {})) for name in rule.sources)))
    answers = pd.DataFrame(rows, columns=list(rule.sources), dtype=object)
    found = derive(answers.assign(group="g", route=sources.get("route")),
                   _single("afgeleid", options, derived=rule), book)
    return [None if pd.isna(value) else value for value in found]


ANSWER = st.sampled_from([*FASE, None])
HIGHEST = Derivation(highest=("een", "twee", "drie"))
ANY = Derivation(any={"een": ("staand", "pilot"), "twee": ("staand",)})


def _completed(row):
    """All that a row could have been, had nothing been missing."""
    return itertools.product(*(FASE if answer is None else (answer,) for answer in row))


@given(st.lists(st.tuples(ANSWER, ANSWER, ANSWER), min_size=1))
def test_highest_is_known_when_what_is_missing_could_not_change_it(rows):
    for row, value in zip(rows, _derive(rows, HIGHEST, FASE), strict=True):
        possible = {FASE[min(map(FASE.index, answers))] for answers in _completed(row)}
        assert value == (possible.pop() if len(possible) == 1 else None)


@given(st.lists(st.tuples(ANSWER, ANSWER), min_size=1))
def test_any_is_known_when_what_is_missing_could_not_change_it(rows):
    for row, value in zip(rows, _derive(rows, ANY, ("ja", "nee")), strict=True):
        possible = {"ja" if one in ("staand", "pilot") or two == "staand" else "nee"
                    for one, two in _completed(row)}
        assert value == (possible.pop() if len(possible) == 1 else None)


def test_a_source_that_was_not_put_to_a_group_is_not_missing():
    elsewhere = {"asked": ("h",)}
    assert _derive([("pilot", "nee", None)], HIGHEST, FASE, drie=elsewhere) == ["pilot"]
    assert _derive([("nee", None)], ANY, ("ja", "nee"), twee=elsewhere) == ["nee"]
    assert _derive([(None, None)], ANY, ("ja", "nee"), een=elsewhere, twee=elsewhere) == [None]


@pytest.mark.parametrize(("route", "expected"), [("ja", None), ("nee", "nee"), (None, None)])
def test_a_source_may_be_missing_when_its_routing_answer_is(route, expected):
    routed = {"when": {"route": ("ja",)}}
    assert _derive([("nee", None)], ANY, ("ja", "nee"), twee=routed, route=route) == [expected]


def test_in_2011_nobody_counts_as_not_yet_by_what_was_skipped(wave):
    """A skipped block is no "no": *nee* was said to all six ways."""
    ways = [name for name in wave.codebook.columns if name.startswith("koppeling_w")]
    answers = wave.responses[wave.responses["koppeling"].eq("nee")]
    assert len(answers) > 0
    assert answers[ways].notna().all(axis=None)
    unknown = wave.responses["koppeling"].isna()
    assert unknown.any()
    assert not wave.asked("redenen_geen_koppeling")[unknown].any()
