"""The words a chapter may bind, over waves with chosen shares."""

import phrases
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyed import results_of
from telling import telling

from participatiemonitor.book.chapter import Chapter, open_chapter
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.amounts import NO_BASE, NO_COUNT, NO_PART
from participatiemonitor.presentation.words.choices import NO_CLAUSE, OPEN_CLAUSE
from participatiemonitor.presentation.words.comparisons import MIXED_OFTEN, NO_OFTEN
from participatiemonitor.presentation.words.places import NO_LABEL

FORMS = {"more": "vaker", "less": "minder vaak", "same": "even vaak"}
PERCENT = st.integers(0, 100)


def test_shares_counts_and_bases(mini_words):
    assert str(mini_words.share("taken.zorg@sd")) == "67%"
    assert str(mini_words.share("bereik@sd", digits=1)) == "3,3%"
    assert str(mini_words.count("taken.zorg@sd")) == "twee"
    assert str(mini_words.number("respons.klanten@sd")) == "700"
    assert str(mini_words.base("taken.zorg@sd")) == "3"
    assert str(mini_words.number("register.inwoners@sd/groot")) == "200.000"


def test_a_bound_word_carries_its_quantities_and_its_base(mini_words):
    bound = mini_words.share("taken.zorg@sd/klein")
    assert bound.kind == "share"
    assert list(map(str, bound.refs)) == ["taken.zorg@sociale_dienst/klein"]
    assert bound.source == "2 van 2, sociale diensten, kleine gemeenten"
    assert mini_words.share("bereik@sd").source == "gemiddelde van 2 antwoorden, sociale diensten"


@pytest.mark.parametrize("word", ["share", "count", "number", "base"])
def test_a_single_number_needs_a_single_group(mini_words, word):
    with pytest.raises(InputError, match="@sd of @aw"):
        getattr(mini_words, word)("taken.zorg")


@pytest.mark.parametrize(("sd", "aw", "expected"), [
    (27, 31, "27 tot 31%"), (31, 27, "27 tot 31%"), (30, 30, "30%"), (0, 100, "0 tot 100%"),
])
def test_span_is_lowest_to_highest(words, sd, aw, expected):
    assert str(words(sd={"zorg": sd}, aw={"zorg": aw}).span("taken.zorg")) == expected


def test_span_runs_over_all_quantities_given(words):
    vocabulary = words(sd={"zorg": 30, "werk": 60}, aw={"zorg": 40, "werk": 5})
    assert str(vocabulary.span("taken.zorg", "taken.werk")) == "5 tot 60%"
    assert str(vocabulary.span("taken.zorg@sd", "taken.werk@sd")) == "30 tot 60%"
    assert len(vocabulary.span("taken.zorg", "taken.werk").refs) == 4


def test_about_is_a_name_both_groups_share_or_the_span(words):
    assert str(words(sd={"zorg": 21}, aw={"zorg": 22}).about("taken.zorg")) == "ruim een vijfde"
    apart = words(sd={"zorg": 21}, aw={"zorg": 48}).about("taken.zorg")
    assert (str(apart), apart.kind) == ("21 tot 48%", "span")


@settings(deadline=None, max_examples=40)
@given(PERCENT, PERCENT)
def test_a_part_is_true_of_each_group(words, sd, aw):
    text = str(words(sd={"zorg": sd}, aw={"zorg": aw}).part("taken.zorg"))
    assert phrases.part(text, sd / 100)
    assert phrases.part(text, aw / 100)


@pytest.mark.parametrize(("sd", "aw", "expected"), [
    (75, 77, "een ruime meerderheid"), (75, 55, "een meerderheid"), (30, 10, "een minderheid"),
    (10, 8, "een kleine minderheid"), (75, 25, "een deel"), (50, 70, "een deel"),
    (48, 52, "ongeveer de helft"),
])
def test_part_of_two_groups_is_the_weaker_word(words, sd, aw, expected):
    assert str(words(sd={"zorg": sd}, aw={"zorg": aw}).part("taken.zorg")) == expected


@pytest.mark.parametrize(("sd", "aw", "expected"), [
    (50, 45, "iets vaker"), (50, 30, "veel vaker"), (30, 50, "veel minder vaak"),
    (30, 31, "even vaak"),
])
def test_often_compares_the_left_with_the_right(words, sd, aw, expected):
    vocabulary = words(sd={"zorg": sd}, aw={"zorg": aw})
    assert str(vocabulary.often("taken.zorg@sd", "@aw")) == expected


def test_often_in_both_groups_words_the_smaller_difference_or_none(words):
    same = words(sd={"zorg": 60, "werk": 30}, aw={"zorg": 45, "werk": 40})
    assert str(same.often("taken.zorg", ".werk")) == "iets vaker"
    apart = words(sd={"zorg": 60, "werk": 30}, aw={"zorg": 40, "werk": 50})
    assert str(apart.often("taken.zorg", ".werk")) == MIXED_OFTEN
    once = words(sd={"zorg": 60, "werk": 30}, aw={"zorg": 40, "werk": 39})
    assert str(once.often("taken.zorg", ".werk")) == MIXED_OFTEN
    none = words(sd={"zorg": 31, "werk": 30}, aw={"zorg": 39, "werk": 40})
    assert str(none.often("taken.zorg", ".werk")) == "even vaak"


@pytest.mark.parametrize(("sd", "aw", "outcome"), [
    (32, 30, "more"), (31, 30, "same"), (30, 30, "same"), (29, 30, "same"), (28, 30, "less"),
])
def test_compare_turns_at_two_points(words, sd, aw, outcome):
    bound = words(sd={"zorg": sd}, aw={"zorg": aw}).compare("taken.zorg@sd", "@aw", **FORMS)
    assert str(bound) == FORMS[outcome]
    assert bound.args == {"outcome": outcome, "texts": FORMS}


@settings(deadline=None, max_examples=40)
@given(PERCENT, PERCENT)
def test_compare_turned_round_says_the_opposite(words, sd, aw):
    vocabulary = words(sd={"zorg": sd}, aw={"zorg": aw})
    there = vocabulary.compare("taken.zorg@sd", "@aw", **FORMS).args["outcome"]
    back = vocabulary.compare("taken.zorg@aw", "@sd", **FORMS).args["outcome"]
    assert {there, back} in ({"more", "less"}, {"same"})


@pytest.mark.parametrize(("sd", "aw", "outcome"), [
    ((60, 30), (50, 40), "more"), ((30, 60), (40, 50), "less"), ((60, 30), (40, 41), "same"),
    ((60, 30), (30, 60), "same"),
])
def test_compare_of_both_groups_asks_it_of_each(words, sd, aw, outcome):
    vocabulary = words(sd=dict(zip(("zorg", "werk"), sd, strict=True)),
                       aw=dict(zip(("zorg", "werk"), aw, strict=True)))
    bound = vocabulary.compare("taken.zorg", ".werk", **FORMS)
    assert bound.args["outcome"] == outcome
    assert len(bound.refs) == 4


def test_compare_of_size_classes(words):
    vocabulary = words(sd={"zorg": (10, 40)}, aw={})
    assert str(vocabulary.compare("taken.zorg@sd/klein", "/groot", **FORMS)) == "minder vaak"
    assert str(vocabulary.often("taken.zorg@sd/groot", "/klein")) == "veel vaker"


@pytest.mark.parametrize(("sd", "aw", "text"), [
    (50, 50, "ja"), (49, 60, "nee"), (60, 49, "nee"), (79, 50, "ja"), (80, 60, "nee"),
])
def test_when_holds_from_low_up_to_high_in_every_group(words, sd, aw, text):
    vocabulary = words(sd={"zorg": sd}, aw={"zorg": aw})
    bound = vocabulary.when("taken.zorg", 50, 80, yes="ja", no="nee")
    assert str(bound) == text
    outcome = "yes" if text == "ja" else "no"
    assert bound.args == {"low": 50, "high": 80, "outcome": outcome,
                          "texts": {"yes": "ja", "no": "nee"}}


def test_top_is_the_option_most_given_and_leaves_the_exclusive_one_out(words):
    vocabulary = words(sd={"zorg": 30, "werk": 40, "geen": 60}, aw={"zorg": 10, "werk": 20})
    assert str(vocabulary.top("taken")) == "werk"
    assert str(vocabulary.top("taken", rank=2)) == "zorg"
    assert str(vocabulary.top("taken@sd", among=["zorg", "geen"])) == "geen taken"


def test_top_names_the_groups_where_they_differ(words):
    vocabulary = words(sd={"zorg": 30, "werk": 40}, aw={"zorg": 40, "werk": 30})
    assert str(vocabulary.top("taken")) == "werk (sociale diensten) en zorg (afdelingen welzijn)"
    assert str(vocabulary.top("taken@aw")) == "zorg"


def test_a_label_may_be_quoted_but_not_what_stands_in_for_one(words):
    vocabulary = words(sd={"zorg": 30, "werk": 40}, aw={"zorg": 40, "werk": 30})
    assert (str(vocabulary.top("taken", quoted=True))
            == "“werk” (sociale diensten) en “zorg” (afdelingen welzijn)")
    assert str(words(sd={}, aw={}).top("taken", quoted=True)) == NO_LABEL


def test_a_tie_at_the_top_keeps_the_order_of_the_codebook(words):
    vocabulary = words(sd={"zorg": 30, "werk": 30}, aw={"zorg": 30, "werk": 30})
    assert str(vocabulary.top("taken")) == "zorg"
    assert str(vocabulary.top("taken", rank=2)) == "werk"
    assert str(vocabulary.first({"taken.werk@sd": "W", "taken.zorg@sd": "Z"})) == "W"


def test_first_is_the_text_of_the_largest(words):
    vocabulary = words(sd={"zorg": 30, "werk": 40}, aw={})
    bound = vocabulary.first({"taken.zorg@sd": "vooral zorg", "taken.werk@sd": "vooral werk"})
    assert str(bound) == "vooral werk"
    assert bound.args == {"outcome": "taken.werk@sociale_dienst", "texts": {
        "taken.zorg@sociale_dienst": "vooral zorg", "taken.werk@sociale_dienst": "vooral werk"}}


def test_an_answer_that_nobody_gave_is_not_named(words):
    vocabulary = words(sd={"zorg": 30, "geen": 60}, aw={"geen": 60})
    assert str(vocabulary.top("taken@sd")) == "zorg"
    assert str(vocabulary.top("taken@sd", rank=2)) == NO_LABEL
    assert str(vocabulary.top("taken@aw")) == NO_LABEL
    assert str(vocabulary.first({"taken.zorg@aw": "Z", "taken.werk@aw": "W"})) == NO_LABEL
    assert str(vocabulary.first({"taken.werk@sd": "W", "taken.zorg@sd": "Z"})) == "Z"


SAYINGS = {
    "share": (lambda m: m.share("taken.zorg@aw"), NO_PART),
    "about": (lambda m: m.about("taken.zorg@aw"), NO_PART),
    "about both": (lambda m: m.about("taken.zorg"), NO_PART),
    "span": (lambda m: m.span("taken.zorg@aw"), NO_PART),
    "span both": (lambda m: m.span("taken.zorg"), NO_PART),
    "span of several": (lambda m: m.span("taken.zorg@sd", "taken.zorg@aw"), NO_PART),
    "part": (lambda m: m.part("taken.zorg@aw"), NO_PART),
    "part both": (lambda m: m.part("taken.zorg"), NO_PART),
    "count": (lambda m: m.count("taken.zorg@aw"), NO_COUNT),
    "number": (lambda m: m.number("taken.zorg@aw"), NO_COUNT),
    "often": (lambda m: m.often("taken.zorg@aw", "@sd"), NO_OFTEN),
    "often, right": (lambda m: m.often("taken.zorg@sd", "@aw"), NO_OFTEN),
    "often both": (lambda m: m.often("taken.zorg", ".werk"), NO_OFTEN),
    "compare": (lambda m: m.compare("taken.zorg@aw", "@sd", **FORMS), NO_CLAUSE),
    "compare, right": (lambda m: m.compare("taken.zorg@sd", "@aw", **FORMS), NO_CLAUSE),
    "compare both": (lambda m: m.compare("taken.zorg", ".werk", **FORMS), NO_CLAUSE),
    "when": (lambda m: m.when("taken.zorg@aw", 0, 100, yes="ja", no="nee"), NO_CLAUSE),
    "when both": (lambda m: m.when("taken.zorg", 0, 100, yes="ja", no="nee"), NO_CLAUSE),
    "top": (lambda m: m.top("taken@aw"), NO_LABEL),
    "top, second": (lambda m: m.top("taken@aw", rank=2), NO_LABEL),
    "top among": (lambda m: m.top("taken@aw", among=["zorg"]), NO_LABEL),
    "top both": (lambda m: m.top("taken"),
                 f"werk (sociale diensten) en {NO_LABEL} (afdelingen welzijn)"),
    "first": (lambda m: m.first({"taken.zorg@aw": "Z", "taken.werk@aw": "W"}), NO_LABEL),
}


@pytest.mark.parametrize("word", SAYINGS)
def test_without_answers_nothing_is_claimed(words, word):
    say, expected = SAYINGS[word]
    bound = say(words(sd={"zorg": 30, "werk": 40}, aw=None))
    assert str(bound) == expected
    assert "ontbreekt, afdelingen welzijn" in bound.source


@pytest.mark.parametrize("word", SAYINGS)
def test_of_a_hidden_number_nothing_is_claimed(telling_words, word):
    say, expected = SAYINGS[word]
    bound = say(telling_words(sd={"zorg": 30, "werk": 40}, aw={"zorg": None, "werk": None}))
    assert str(bound) == expected
    assert "te weinig antwoorden, afdelingen welzijn" in bound.source


@pytest.mark.parametrize("word", SAYINGS)
def test_what_is_hidden_does_not_show_in_anything_a_word_carries(strict_words, word):
    """The whole span on the page, its attributes included, is the same for other hidden counts."""
    say, _ = SAYINGS[word]
    one, other = (say(strict_words(sd={"zorg": 30, "werk": 40}, aw=hidden))._repr_html_()
                  for hidden in ({"zorg": 2, "werk": 1}, {"zorg": 1, "werk": 2}))
    assert one == other


def test_a_base_is_shown_when_the_number_on_it_is_not(telling_words, words):
    vocabulary = telling_words(sd={"zorg": 30}, aw={"zorg": None})
    assert str(vocabulary.base("taken.zorg@aw")) == "100"
    assert str(vocabulary.base("taken.zorg@sd")) == "100"
    assert str(words(sd={}, aw=None).base("taken.zorg@aw")) == "geen"


def test_a_base_that_is_too_small_is_hidden(mini_wave, with_rules):
    vocabulary = Chapter(results_of(with_rules(mini_wave, minimum_base=3)))
    assert str(vocabulary.base("taken.zorg@sd")) == "3"
    bound = vocabulary.base("klanten.jong@sd")
    assert (str(bound), bound.source) == (NO_BASE, "te weinig antwoorden, sociale diensten")


@pytest.mark.parametrize(("most", "named"), [(97, "zorg"), ((98, 100), "zorg"), (None, NO_LABEL)])
def test_nothing_is_the_most_given_while_an_answer_is_hidden(telling_words, most, named):
    vocabulary = telling_words(sd={"zorg": most, "werk": 40}, aw={})
    assert str(vocabulary.top("taken@sd")) == named
    assert str(vocabulary.top("taken@sd", rank=2)) == ("werk" if named == "zorg" else NO_LABEL)
    first = vocabulary.first({"taken.zorg@sd": "zorg", "taken.werk@sd": "werk"})
    assert str(first) == named
    assert first.args["outcome"] == ("unknown" if named == NO_LABEL
                                     else "taken.zorg@sociale_dienst")


def test_top_rests_on_the_answer_it_names_and_else_on_all_it_chose_from(telling_words):
    vocabulary = telling_words(sd={"zorg": None, "werk": 40}, aw={})
    assert [ref.option for ref in vocabulary.top("taken@sd").refs] == ["zorg", "werk"]
    vocabulary = telling_words(sd={"zorg": 90, "werk": 40}, aw={})
    assert [ref.option for ref in vocabulary.top("taken@sd", rank=2).refs] == ["werk"]


@pytest.mark.parametrize("word", ["share", "about", "span", "part"])
def test_a_hidden_size_class_is_not_spoken_of(mini_wave, word):
    vocabulary = Chapter(telling(mini_wave, taken__zorg__klein=None))
    bound = getattr(vocabulary, word)("taken.zorg@sd/klein")
    assert str(bound) == NO_PART
    assert bound.source == "te weinig antwoorden, sociale diensten, kleine gemeenten"


def test_a_question_that_was_not_asked_has_no_number_and_says_why(mini_words):
    bound = mini_words.share("klanten.jong@aw")
    assert (str(bound), bound.source) == (NO_PART, "niet gevraagd, afdelingen welzijn")


def test_a_comparison_that_cannot_be_made_says_so_in_its_arguments(telling_words):
    vocabulary = telling_words(sd={"zorg": 30}, aw={"zorg": None})
    bound = vocabulary.compare("taken.zorg@sd", "@aw", **FORMS)
    assert bound.args == {"outcome": "unknown", "texts": FORMS}
    bound = vocabulary.when("taken.zorg", 0, 100, yes="ja", no="nee")
    assert bound.args["outcome"] == "unknown"


def test_the_neutral_texts_hold_no_number_and_no_comparison():
    texts = [NO_BASE, NO_CLAUSE, NO_COUNT, NO_LABEL, NO_OFTEN, NO_PART, OPEN_CLAUSE]
    assert len(set(texts)) == len(texts)
    assert not any(character.isdigit() for text in texts for character in text)


def test_an_unknown_quantity_is_an_error(mini_words):
    with pytest.raises(InputError, match="beleed"):
        mini_words.span("beleed.ja")
    with pytest.raises(InputError, match="soms"):
        mini_words.share("beleid.soms@sd")


def test_what_a_document_printed_is_said_by_the_same_words():
    """With the document as its source; what is not printed, as a base, is not made up."""
    m = open_chapter(2011)
    printed = m.share("divosa2011:wmo_uitvoering.hele@sd")
    assert str(printed) == "26%"
    assert printed.refs[0].source == "divosa2011"
    assert printed.source.startswith("gedrukt, sociale diensten (bron: divosa2011)")
    here = m.often("wmo_uitvoering.hele@sd", "divosa2011:wmo_uitvoering.hele@sd")
    assert str(here) == "even vaak"
