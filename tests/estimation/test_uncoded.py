"""An open question that nobody coded yet leaves out its table, in one sentence."""

from dataclasses import replace

import pytest
from keyed import results_of

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.analyses.uncoded import uncoded_questions
from participatiemonitor.estimation.estimates import EMPTY, OK
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.stored import read_known, write_known
from participatiemonitor.presentation.exhibits.exhibit import all_themed, uncoded


@pytest.fixture
def blank(mini_wave):
    """The wave of five with its open answers as they came in."""
    given = mini_wave.open_answers
    empty = given["themes"].map(lambda themes: ())
    return replace(mini_wave, open_answers=given.assign(themes=empty, themes_second=empty))


def test_a_question_counts_as_coded_from_its_first_theme(blank, mini_wave):
    assert uncoded_questions(results_of(blank))["question"].tolist() == ["toelichting"]
    assert uncoded_questions(results_of(mini_wave)).empty
    second = replace(blank, open_answers=blank.open_answers.assign(
        themes_second=mini_wave.open_answers["themes_second"]))
    assert uncoded_questions(results_of(second)).empty


def test_a_question_that_nobody_answered_is_not_waiting_for_coders(blank):
    nobody = replace(blank, open_answers=blank.open_answers.iloc[:0])
    assert uncoded_questions(results_of(nobody)).empty


def test_its_table_and_drawing_become_one_sentence(blank):
    results = results_of(blank, protect=False)
    assert Chapter(results).themes("toelichting").text == (
        "De antwoorden op de vraag “Kunt u dat toelichten?” zijn nog niet in thema’s ingedeeld.")
    assert all_themed(results) == ()


def test_a_reconstruction_lists_what_documents_name(blank):
    drawn = replace(blank, info=blank.info.model_copy(update={"status": "reconstructie"}))
    assert "nog niet" not in Chapter(results_of(drawn, protect=False)).themes("toelichting").text


@pytest.mark.parametrize("coded", [True, False])
def test_a_build_tells_it_without_opening_the_answers(blank, mini_wave, tmp_path, coded):
    results = results_of(mini_wave if coded else blank)
    results.once(uncoded_questions)
    write_known(results.known, tmp_path / "2009.json")

    def closed():
        raise AssertionError("the answers stay closed")

    stored = Results(results.wave, closed, read_known(tmp_path / "2009.json"))
    assert uncoded(stored, "toelichting") is not coded


def test_that_nobody_looked_for_themes_does_not_say_that_none_was_voiced(blank):
    results = results_of(blank, protect=False)
    for theme in ("geld", "tijd"):
        assert results[f"toelichting.{theme}@sociale_dienst"].status == EMPTY
    assert results["taken.zorg@sociale_dienst"].status == OK
