"""Choices between texts that rest on something themselves."""

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from keyed import results_of

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.bound import Bound

SD = "taken.{}@sociale_dienst"
ELSEWHERE = Bound("40%", "published", (), "Divosa (2011): “40%” (uitspraak 2.1-02)",
                  {"claim": "2.1-02"})


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
        "most": lambda: m.most("taken@sd", {"werk": text}),
    }


@pytest.mark.parametrize("kind", ["compare", "when", "leads", "alike", "most"])
def test_what_is_chosen_keeps_what_it_rests_on_after_what_decided(m, kind):
    inner = m.when("taken.werk@sd", 50, 100, yes="ja", no="nee")
    plain, nested = choices(m, "ja")[kind](), choices(m, inner)[kind]()
    assert (str(nested), nested.kind) == ("ja", kind)
    assert names(nested) == [*names(plain), SD.format("werk")]
    own = {} if kind == "most" else {plain.source: None}
    assert nested.source == "; ".join([*own, "60% van de 100 sociale diensten die antwoordden"])
    assert args(nested) == {**args(plain), "parts": [
        {"kind": "when", "refs": SD.format("werk"),
         "args": {"low": 50, "high": 100, "outcome": "yes",
                  "texts": {"yes": "ja", "no": "nee", "unknown": ""}}, "text": "ja"}]}


def test_what_is_not_chosen_leaves_nothing_behind(m):
    inner = m.when("taken.werk@sd", 50, 100, yes="ja", no="nee")
    bound = m.when("taken.zorg@sd", 0, 50, yes="klein", no=inner)
    assert names(bound) == [SD.format("zorg")]
    assert "parts" not in args(bound)


def test_a_source_that_both_rest_on_is_named_once(m):
    inner = m.compare("taken.zorg@sd", "taken.werk@sd", more="x", less="minder", same="x")
    bound = m.when("taken.zorg@sd", 0, 50, yes=inner, no="x")
    assert bound.source == (
        "30% van de 100 sociale diensten die antwoordden; "
        "60% van de 100 sociale diensten die antwoordden")


def test_choices_nest_as_deep_as_they_are_written(m):
    bound = m.when("taken.zorg@sd", 0, 50, no="x", yes=m.when(
        "taken.werk@sd", 0, 50, yes="x", no=m.when("taken.geen@sd", 0, 1, yes="diep", no="x")))
    assert (str(bound), names(bound)) == ("diep", [SD.format(one)
                                                   for one in ("zorg", "werk", "geen")])


def test_a_text_with_words_in_it_rests_on_what_they_rest_on(m):
    bound = m.fill("van {} tot {}", m.share("taken.zorg@sd"), ELSEWHERE)
    assert str(bound) == "van 30% tot 40%"
    assert names(bound) == [SD.format("zorg")]
    assert bound.source == (
        "30% van de 100 sociale diensten die antwoordden; Divosa (2011): “40%” (uitspraak 2.1-02)")
    assert args(bound) == {"template": "van {} tot {}", "parts": [
        {"kind": "share", "refs": SD.format("zorg"), "args": {}, "text": "30%"},
        {"kind": "published", "refs": "", "args": {"claim": "2.1-02"}, "text": "40%"}]}


def test_a_chosen_text_with_words_in_it_keeps_what_came_from_elsewhere(m):
    bound = m.when("taken.zorg@sd", 0, 50, no="x",
                   yes=m.fill("{} naast {}", m.share("taken.zorg@sd"), ELSEWHERE))
    assert (str(bound), names(bound)) == ("30% naast 40%", [SD.format("zorg")] * 2)
    assert bound.source == (
        "30% van de 100 sociale diensten die antwoordden; Divosa (2011): “40%” (uitspraak 2.1-02)")


@pytest.mark.parametrize(("counts", "text"), [
    (({"zorg": 30, "werk": 60}, {"zorg": 20, "werk": 40}), "werk voorop"),
    (({"zorg": 60, "werk": 30}, {"zorg": 40, "werk": 20}), "iets anders voorop"),
    (({"zorg": 30, "werk": 60}, {"zorg": 40, "werk": 20}), "verdeeld"),
    (({"zorg": 30, "werk": 60}, {}), "onbekend"),
])
def test_the_most_given_answer_has_a_text_of_its_own(words, counts, text):
    sd, aw = counts
    bound = words(sd=sd, aw=aw).most("taken", {"werk": "werk voorop"}, rest="iets anders voorop",
                                     differ="verdeeld", unsaid="onbekend")
    assert str(bound) == text


def test_the_second_place_is_asked_for_by_its_rank(m):
    assert str(m.most("taken@sd", {"zorg": "daarna zorg"}, rank=2)) == "daarna zorg"


def test_names_of_the_wave_are_filled_in(m):
    bound = m.compare("taken.zorg@sd", "@aw", more="{Sd} noemen dat {often}{shares}.", less="x",
                      same="x")
    assert str(bound) == "Sociale diensten noemen dat vaker (30% tegenover 20%)."
    assert str(m.fill("{jaar}: {}", m.share("taken.zorg@sd"))) == "2009: 30%"


def test_braces_in_a_name_are_text(mini_wave):
    info = mini_wave.info.model_copy(update={"title": "{jaar} {0} {} {{"})
    m = Chapter(results_of(replace(mini_wave, info=info), protect=False))
    share = m.share("taken.zorg@sd")
    assert str(m.fill("{titel}: {}", share)) == "{jaar} {0} {} {{: 67%"
    assert str(m.when("taken.zorg@sd", 0, 101, yes="{titel}.")) == "{jaar} {0} {} {{."


def test_a_name_that_a_wave_has_not_is_an_error(m):
    with pytest.raises(InputError, match="gemeente"):
        m.when("taken.zorg@sd", 0, 50, yes="{gemeente}")


def test_several_pairs_must_all_differ_the_same_way(words):
    m = words(sd={"zorg": 30, "werk": 60}, aw={"zorg": 20, "werk": 10})
    texts = {"more": "meer", "less": "minder", "same": "gelijk"}
    assert str(m.compare(["taken.zorg@sd", "taken.werk@sd"], "@aw", **texts)) == "meer"
    other = words(sd={"zorg": 10, "werk": 60}, aw={"zorg": 20, "werk": 10})
    assert str(other.compare(["taken.zorg@sd", "taken.werk@sd"], "@aw", **texts)) == "gelijk"


def test_a_word_at_the_start_of_a_sentence_has_a_capital(words):
    m = words(sd={"zorg": 75}, aw={"zorg": 76})
    assert str(m.who("taken.zorg", "heeft", "hebben").starting()) == \
        "Ongeveer driekwart van de gemeenten heeft"
