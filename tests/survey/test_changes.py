"""What a codebook says of earlier rounds: its form, and every fault in it at once."""

import pytest
import yaml

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.survey.codebook import read_codebook
from participatiemonitor.survey.wave import load_wave

GROUPS = {"sociale_dienst": None, "afdeling_welzijn": None}


@pytest.fixture
def changed(mini):
    """Read the codebook of the tiny round with something more said: ``changed(taken={...})``."""
    path = mini.wave(2009) / "codebook.yml"

    def apply(dropped=None, **fields):
        content = yaml.safe_load(path.read_text())
        for question in content["questions"]:
            question.update(fields.get(question["id"], {}))
        content["dropped"] = dropped or {}
        path.write_text(yaml.safe_dump(content, sort_keys=False))
        return read_codebook(path, GROUPS)
    return apply


def faults(apply, **said):
    with pytest.raises(InvalidWave) as caught:
        apply(**said)
    return {(fault.row, fault.column) for fault in caught.value.faults}


def test_changes_are_read_as_they_are_said(changed):
    book = changed(
        dropped={"vroeger": {"since": 2005, "nl": "wat vroeger was"}},
        taken={"earlier": {2005: {"change": "options", "comparable": ["zorg"], "was": "werk",
                                  "nl": "Er kwam een taak bij."}},
               "dropped": {"wonen": {"since": 2005, "nl": "wonen"}}},
        beleid={"earlier": {2005: {"change": "new"}}})
    said = book["taken"].earlier[2005]
    assert (said.change, said.comparable, said.was) == ("options", ("zorg",), "werk")
    assert book["taken"].dropped["wonen"].nl == "wonen"
    assert book.dropped["vroeger"].nl == "wat vroeger was"
    assert book["beleid"].earlier[2005].change == "new"


@pytest.mark.parametrize(("said", "fields"), [
    ({"change": "reworded"}, {"comparable", "nl"}),
    ({"change": "options", "comparable": True}, {"nl"}),
    ({"change": "options", "comparable": ["lezen"], "nl": "x"}, {"comparable"}),
    ({"change": "same", "comparable": False}, {"comparable"}),
    ({"change": "new", "comparable": True, "was": "werk"}, {"comparable", "was"}),
])
def test_what_does_not_fit_a_change_is_a_fault(changed, said, fields):
    assert faults(changed, taken={"earlier": {2005: said}}) == {
        ("taken > earlier > 2005", field) for field in fields}


@pytest.mark.parametrize("comparable", ["ja", 1, [], [1]])
def test_comparable_is_one_fault_whatever_stands_there(changed, comparable):
    said = {"change": "options", "comparable": comparable, "nl": "x"}
    assert faults(changed, taken={"earlier": {2005: said}}) == {
        ("questions > taken > earlier > 2005", "comparable")}


def test_a_question_goes_on_as_one_question(changed):
    said = {"change": "reworded", "comparable": True, "nl": "x", "was": "taken"}
    assert faults(changed, beleid={"earlier": {2005: said}},
                  taken={"earlier": {2005: {"change": "same"}}}) == {
        ("taken > earlier > 2005", "was")}


def test_what_is_dropped_is_not_there_too(changed):
    gone = {"since": 2005, "nl": "x"}
    assert faults(changed, dropped={"taken": gone}, beleid={"dropped": {"ja": gone}}) == {
        ("dropped", "taken"), ("beleid", "dropped")}


def test_changes_are_against_rounds_before_this_one(mini, changed):
    changed(dropped={"vroeger": {"since": 2010, "nl": "x"}},
            beleid={"earlier": {2009: {"change": "new"}}})
    with pytest.raises(InvalidWave) as caught:
        load_wave(2009, mini)
    assert {(fault.row, fault.column) for fault in caught.value.faults} == {
        ("beleid", "earlier"), ("dropped > vroeger", "since")}


def test_a_figure_has_the_questions_and_headlines_that_are_left(repository):
    book = load_wave(2011, repository).codebook
    ways = book.figures[4]
    gone = {ways.questions[0]: None}
    left = book.model_copy(update={"dropped": gone}).as_asked(ways)
    assert left.questions == ways.questions[1:]
    assert ways.headlines and not left.headlines
    assert book.as_asked(ways) == ways
    assert book.model_copy(update={"dropped": dict.fromkeys(ways.questions)}).as_asked(
        ways).questions == ()


def test_a_headline_on_an_option_that_is_gone_is_left_out(repository):
    book = load_wave(2011, repository).codebook
    bottlenecks = book.figures[12]
    without = [question.model_copy(update={"dropped": {"inzetbaarheid": None}})
               if question.id == "knelpunten" else question for question in book.questions]
    left = book.model_copy(update={"questions": tuple(without)}).as_asked(bottlenecks)
    assert left.questions == bottlenecks.questions
    assert bottlenecks.headlines and not left.headlines
