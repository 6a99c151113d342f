"""Words that weigh several quantities, over waves with chosen shares."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyed import results_of

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.presentation.words.choices import NO_CLAUSE
from participatiemonitor.presentation.words.comparisons import (
    DEGREES,
    MIXED_OFTEN,
    NO_OFTEN,
    WITHIN,
)

YES_NO = {"yes": "ja", "no": "nee"}
SMALL = st.integers(0, 100)


@pytest.fixture(scope="session")
def comparing(hundred):
    """The comparisons over such a wave."""
    return lambda **counts: Chapter(results_of(hundred(**counts), protect=False))


def pairs(*options):
    return {option: (f"taken.{option}@sd", "@aw") for option in options}


@pytest.mark.parametrize(("sd", "aw", "text"), [
    ((34, 35, 36), (30, 30, 30), "zorg, werk en geen iets vaker"),
    ((34, 60, 35), (30, 30, 30), "werk veel vaker, en zorg en geen iets vaker"),
    ((45, 60, 34), (30, 30, 30), "werk veel vaker; zorg vaker; geen iets vaker"),
    ((28, 15, 10), (30, 30, 30), "zorg iets minder vaak; werk minder vaak; geen veel minder vaak"),
    ((30, 20, 60), (30, 30, 30), "geen veel vaker; zorg even vaak; werk minder vaak"),
    ((0, 0, 0), (0, 0, 0), "zorg, werk en geen even vaak"),
])
def test_comparisons_of_one_degree_stand_together(comparing, sd, aw, text):
    names = ("zorg", "werk", "geen")
    words = comparing(sd=dict(zip(names, sd, strict=True)), aw=dict(zip(names, aw, strict=True)))
    assert str(words.often_each(pairs(*names))) == text


def test_a_single_comparison_needs_no_and(comparing):
    words = comparing(sd={"zorg": 60}, aw={"zorg": 30})
    bound = words.often_each(pairs("zorg"))
    assert (str(bound), bound.kind) == ("zorg veel vaker", "often_each")
    assert list(map(str, bound.refs)) == ["taken.zorg@sociale_dienst",
                                          "taken.zorg@afdeling_welzijn"]
    assert bound.source == "60 van 100, sociale diensten; 30 van 100, afdelingen welzijn"


def test_what_cannot_be_compared_comes_last(telling_words):
    words = telling_words(sd={"zorg": 30, "werk": 40}, aw={"zorg": None, "werk": 40})
    assert str(words.often_each(pairs("zorg", "werk"))) == f"werk even vaak, en zorg {NO_OFTEN}"


@settings(deadline=None, max_examples=40)
@given(st.lists(SMALL, min_size=6, max_size=6))
def test_each_comparison_is_said_once(comparing, numbers):
    names = ("zorg", "werk", "geen")
    words = comparing(sd=dict(zip(names, numbers[:3], strict=True)),
                      aw=dict(zip(names, numbers[3:], strict=True)))
    text = str(words.often_each(pairs(*names)))
    assert all(text.count(name) == 1 for name in names)


def test_the_degrees_are_all_that_often_can_say(comparing):
    said = {str(comparing(sd={"zorg": number}, aw={"zorg": 50}).often("taken.zorg@sd", "@aw"))
            for number in range(0, 101, 5)}
    said.add(str(comparing(sd={"zorg": 47}, aw={"zorg": 50}).often("taken.zorg@sd", "@aw")))
    said.add(str(comparing(sd={"zorg": 53}, aw={"zorg": 50}).often("taken.zorg@sd", "@aw")))
    assert {*said, *WITHIN.values(), MIXED_OFTEN, NO_OFTEN} == set(DEGREES)


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
    assert bound.args == {"outcome": "yes" if text == "ja" else "no", "texts": YES_NO}
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
    "often_each": lambda words: words.often_each(pairs("zorg", "werk")),
}


@pytest.mark.parametrize("word", ["leads", "alike"])
def test_without_answers_or_of_what_is_hidden_nothing_is_claimed(comparing, telling_words, word):
    missing = WORDS[word](comparing(sd={"zorg": 30, "werk": 10}, aw=None))
    hidden = WORDS[word](telling_words(sd={"zorg": 30, "werk": 10}, aw={"zorg": 30, "werk": None}))
    assert (str(missing), str(hidden)) == (NO_CLAUSE, NO_CLAUSE)
    assert missing.args == hidden.args == {"outcome": "unknown", "texts": YES_NO}


@pytest.mark.parametrize("word", WORDS)
def test_what_is_hidden_does_not_show_in_anything_a_word_carries(strict_words, word):
    one, other = (WORDS[word](strict_words(sd={"zorg": 30, "werk": 40}, aw=hidden))._repr_html_()
                  for hidden in ({"zorg": 2, "werk": 1}, {"zorg": 1, "werk": 2}))
    assert one == other
