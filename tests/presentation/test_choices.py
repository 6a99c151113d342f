"""Choices between texts that rest on something themselves."""

import json

import pytest
from bs4 import BeautifulSoup

from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.places import NO_LABEL

SD = "taken.{}@sociale_dienst"
ELSEWHERE = Bound("40%", "published", (), "Divosa (2011), uitspraak 2.1-02", {"claim": "2.1-02"})


@pytest.fixture
def m(words):
    return words(sd={"zorg": 30, "werk": 60}, aw={"zorg": 20, "werk": 10})


def names(bound):
    return list(map(str, bound.refs))


def args(bound):
    span, = BeautifulSoup(bound._repr_html_(), "html.parser").find_all(True)
    return json.loads(span["data-args"])


def choices(m, text):
    """The kinds of choice, each of which takes the text."""
    return {
        "compare": lambda: m.compare("taken.zorg@sd", "@aw", more=text, less="x", same="x"),
        "when": lambda: m.when("taken.zorg@sd", 0, 50, yes=text, no="x"),
        "leads": lambda: m.leads("taken.zorg@sd", "@aw", yes=text, no="x"),
        "alike": lambda: m.alike("taken", among=["zorg"], yes="x", no=text),
        "first": lambda: m.first({"taken.zorg@sd": text, "taken.zorg@aw": "x"}),
    }


@pytest.mark.parametrize("kind", ["compare", "when", "leads", "alike", "first"])
def test_what_is_chosen_keeps_what_it_rests_on_after_what_decided(m, kind):
    inner = m.when("taken.werk@sd", 50, 100, yes="ja", no="nee")
    plain, nested = choices(m, "ja")[kind](), choices(m, inner)[kind]()
    assert (str(nested), nested.kind) == ("ja", kind)
    assert names(nested) == [*names(plain), SD.format("werk")]
    assert nested.source == f"{plain.source}; 60 van 100, sociale diensten"
    assert args(nested) == {**args(plain), "parts": [
        {"kind": "when", "refs": SD.format("werk"),
         "args": {"low": 50, "high": 100, "outcome": "yes",
                  "texts": {"yes": "ja", "no": "nee"}}}]}


def test_what_is_not_chosen_leaves_nothing_behind(m):
    inner = m.when("taken.werk@sd", 50, 100, yes="ja", no="nee")
    bound = m.when("taken.zorg@sd", 0, 50, yes="klein", no=inner)
    assert names(bound) == [SD.format("zorg")]
    assert "parts" not in args(bound)


def test_a_source_that_both_rest_on_is_named_once(m):
    inner = m.compare("taken.zorg@sd", "taken.werk@sd", more="x", less="minder", same="x")
    bound = m.when("taken.zorg@sd", 0, 50, yes=inner, no="x")
    assert bound.source == "30 van 100, sociale diensten; 60 van 100, sociale diensten"


def test_choices_nest_as_deep_as_they_are_written(m):
    bound = m.when("taken.zorg@sd", 0, 50, no="x", yes=m.when(
        "taken.werk@sd", 0, 50, yes="x", no=m.when("taken.geen@sd", 0, 1, yes="diep", no="x")))
    assert (str(bound), names(bound)) == ("diep", [SD.format(one)
                                                   for one in ("zorg", "werk", "geen")])


def test_a_text_with_words_in_it_rests_on_what_they_rest_on(m):
    bound = m.fill("van {} tot {}", m.share("taken.zorg@sd"), ELSEWHERE)
    assert str(bound) == "van 30% tot 40%"
    assert names(bound) == [SD.format("zorg")]
    assert bound.source == "30 van 100, sociale diensten; Divosa (2011), uitspraak 2.1-02"
    assert args(bound) == {"template": "van {} tot {}", "parts": [
        {"kind": "share", "refs": SD.format("zorg"), "args": {"digits": 0}},
        {"kind": "published", "refs": "", "args": {"claim": "2.1-02"}}]}


def test_a_chosen_text_with_words_in_it_keeps_what_came_from_elsewhere(m):
    bound = m.when("taken.zorg@sd", 0, 50, no="x",
                   yes=m.fill("{} naast {}", m.share("taken.zorg@sd"), ELSEWHERE))
    assert (str(bound), names(bound)) == ("30% naast 40%", [SD.format("zorg")] * 2)
    assert bound.source == "30 van 100, sociale diensten; Divosa (2011), uitspraak 2.1-02"


def test_a_label_of_a_comparison_may_hold_a_word(m):
    bound = m.often_each({m.fill("zorg ({})", m.share("taken.zorg@sd")): ("taken.zorg@sd", "@aw")})
    assert str(bound) == "zorg (30%) vaker"
    assert names(bound) == [SD.format("zorg"), "taken.zorg@afdeling_welzijn", SD.format("zorg")]


def test_the_same_again_rests_on_what_was_said_before(m, words):
    before = m.first({"taken.zorg@aw": "zorg", "taken.geen@aw": "niets"})
    after = m.first({"taken.zorg@sd": "zorg", "taken.geen@sd": "niets"}, said=before,
                    again="hetzelfde")
    assert str(after) == "hetzelfde"
    assert after.refs == (Ref.parse("taken.zorg@sd"), Ref.parse("taken.geen@sd"), *before.refs)
    other = m.first({"taken.werk@sd": "werk"}, said=before, again="hetzelfde")
    assert (str(other), other.parts) == ("werk", ())
    none = words(sd={}, aw={})
    before = none.first({"taken.zorg@aw": "zorg"})
    assert str(none.first({"taken.zorg@sd": "zorg"}, said=before, again="hetzelfde")) == NO_LABEL
