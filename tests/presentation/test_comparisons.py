"""Words that weigh several quantities, over waves with chosen shares."""

import pytest
from keyed import results_of

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.presentation.words.comparisons import DEGREES

YES_NO = {"yes": "ja", "no": "nee"}


@pytest.fixture(scope="session")
def comparing(hundred):
    """The comparisons over such a wave."""
    return lambda **counts: Chapter(results_of(hundred(**counts), protect=False))


def test_the_degrees_are_all_that_often_can_say(comparing):
    said = {str(comparing(sd={"zorg": number}, aw={"zorg": 50}).often("taken.zorg@sd", "@aw"))
            for number in range(0, 101, 5)}
    said.add(str(comparing(sd={"zorg": 47}, aw={"zorg": 50}).often("taken.zorg@sd", "@aw")))
    said.add(str(comparing(sd={"zorg": 53}, aw={"zorg": 50}).often("taken.zorg@sd", "@aw")))
    assert said == set(DEGREES)


@pytest.mark.parametrize(("sd", "aw", "text"), [
    ((50, 48, 10), (50, 48, 10), "ja"),
    ((50, 49, 10), (50, 48, 10), "nee"),  # not notable in one group
    ((50, 48, 60), (50, 48, 10), "nee"),  # below one of the others in one group
    ((50, 50, 50), (50, 50, 50), "nee"),
])
def test_it_leads_where_it_is_above_all_others_in_each_group(comparing, sd, aw, text):
    names = ("zorg", "werk", "geen")
    words = comparing(sd=dict(zip(names, sd, strict=True)), aw=dict(zip(names, aw, strict=True)))
    bound = words.leads("taken.zorg", ".werk", "taken.geen", **YES_NO)
    assert str(bound) == text
    assert bound.args["outcome"] == ("yes" if text == "ja" else "no")
    assert len(bound.refs) == len(set(bound.refs)) == 6


@pytest.mark.parametrize(("sd", "aw", "text"), [
    ((50, 30), (50, 30), "ja"), ((50, 30), (41, 39), "ja"), ((50, 30), (40, 30), "nee"),
    ((50, 30), (50, 40), "nee"), ((0, 0), (0, 0), "ja"),
])
def test_alike_are_groups_within_ten_points_on_every_option(comparing, sd, aw, text):
    words = comparing(sd=dict(zip(("zorg", "werk"), sd, strict=True)),
                      aw=dict(zip(("zorg", "werk"), aw, strict=True)))
    assert str(words.alike("taken", **YES_NO)) == text


def test_alike_is_asked_of_the_options_given(comparing):
    words = comparing(sd={"zorg": 50, "werk": 90}, aw={"zorg": 50, "werk": 10})
    assert str(words.alike("taken", **YES_NO)) == "nee"
    bound = words.alike("taken", among=["zorg"], **YES_NO)
    assert str(bound) == "ja"
    assert {ref.option for ref in bound.refs} == {"zorg"}


WORDS = {
    "leads": lambda words: words.leads("taken.zorg", "taken.werk", **YES_NO),
    "alike": lambda words: words.alike("taken", among=["zorg", "werk"], **YES_NO),
}


@pytest.mark.parametrize("word", WORDS)
def test_without_answers_or_of_what_is_hidden_nothing_is_claimed(comparing, telling_words, word):
    missing = WORDS[word](comparing(sd={"zorg": 30, "werk": 10}, aw=None))
    hidden = WORDS[word](telling_words(sd={"zorg": 30, "werk": 10}, aw={"zorg": 30, "werk": None}))
    assert (str(missing), str(hidden)) == ("", "")
    assert missing.args == hidden.args == {"outcome": "unknown", "texts": {**YES_NO, "unknown": ""}}


@pytest.mark.parametrize("word", WORDS)
def test_what_is_hidden_does_not_show_in_anything_a_word_carries(strict_words, word):
    one, other = (WORDS[word](strict_words(sd={"zorg": 30, "werk": 40}, aw=hidden))._repr_html_()
                  for hidden in ({"zorg": 2, "werk": 1}, {"zorg": 1, "werk": 2}))
    assert one == other
