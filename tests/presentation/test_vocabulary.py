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
from participatiemonitor.presentation.words.bound import UNASKED
from participatiemonitor.presentation.words.comparisons import MIXED_OFTEN, NO_OFTEN

FORMS = {"more": "vaker", "less": "minder vaak", "same": "even vaak",
         "unsaid": "niet te zeggen"}
TEXTS = {name if name != "unsaid" else "unknown": text for name, text in FORMS.items()}
PERCENT = st.integers(0, 100)


def test_shares_counts_and_bases(mini_words):
    assert str(mini_words.share("taken.zorg@sd")) == "67%"
    assert str(mini_words.share("bereik@sd")) == "3%"
    assert str(mini_words.count("taken.zorg@sd")) == "twee"
    assert str(mini_words.number("respons.klanten@sd")) == "700"
    assert str(mini_words.base("taken.zorg@sd")) == "3"
    assert str(mini_words.number("register.inwoners@sd/groot")) == "200.000"


def test_a_bound_word_carries_its_quantities_and_its_base(mini_words):
    bound = mini_words.share("taken.zorg@sd/klein")
    assert bound.kind == "share"
    assert list(map(str, bound.refs)) == ["taken.zorg@sociale_dienst/klein"]
    assert bound.source == (
        "100% van de 2 sociale diensten (kleine gemeenten) die antwoordden")
    assert mini_words.share("bereik@sd").source == (
        "gemiddelde van 2 antwoorden van sociale diensten")
    assert mini_words.number("respons.organisaties@sd").source == (
        "3 van de 4 sociale diensten in het register")
    assert mini_words.number("register.inwoners@sd/groot").source.startswith(
        "inwoners in het register van sociale diensten")
    assert mini_words.count("taken.zorg@sd").source == "2 van de 3 sociale diensten die antwoordden"
    assert mini_words.base("taken.zorg@sd").source == "3 sociale diensten die antwoordden"


@pytest.mark.parametrize("word", ["share", "count", "number", "base"])
def test_a_single_number_needs_a_single_group(mini_words, word):
    with pytest.raises(InputError, match="@sd of @aw"):
        getattr(mini_words, word)("taken.zorg")


@pytest.mark.parametrize(("sd", "aw", "expected"), [
    (44, 61, "44% van de sociale diensten en 61% van de afdelingen welzijn noemen"),
    (75, 76, "ongeveer driekwart van de gemeenten noemt"),
    (75, 75, "driekwart van de gemeenten noemt"),
    (48, 49, "bijna de helft van de gemeenten noemt"),
])
def test_two_groups_are_named_apart_or_have_one_word(words, sd, aw, expected):
    bound = words(sd={"zorg": sd}, aw={"zorg": aw}).who("taken.zorg", "noemt", "noemen")
    assert str(bound) == expected
    assert len(bound.refs) == 2


@settings(deadline=None, max_examples=40)
@given(PERCENT, PERCENT)
def test_one_word_for_both_groups_is_true_of_each(words, sd, aw):
    text = str(words(sd={"zorg": sd}, aw={"zorg": aw}).who("taken.zorg"))
    if shared := text.endswith(" van de gemeenten") and text.removesuffix(" van de gemeenten"):
        assert phrases.about(shared, sd / 100)
        assert phrases.about(shared, aw / 100)


def test_one_group_and_a_size_class_of_it(words):
    m = words(sd={"zorg": 44}, aw={})
    assert str(m.who("taken.zorg@sd", "noemt", "noemen")) == "44% van de sociale diensten noemt"
    m = words(sd={"zorg": (10, 40)}, aw={})
    assert str(m.who("taken.zorg@sd/kleinste")) == "20% van de kleine gemeenten"
    assert str(m.share("taken.zorg@sd/grootste", around=" ({})")) == " (80%)"


def test_what_is_not_known_leaves_no_brackets(telling_words):
    m = telling_words(sd={"zorg": None}, aw={"zorg": 10})
    assert str(m.share("taken.zorg@sd", around=" ({})")) == ""
    assert str(m.who("taken.zorg@sd", around=", zegt {}")) == ""


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
    assert (bound.args["outcome"], bound.args["texts"]) == (outcome, TEXTS)


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
                          "texts": {"yes": "ja", "no": "nee", "unknown": ""}}


def test_a_tie_at_the_top_keeps_the_order_of_the_codebook(words):
    vocabulary = words(sd={"zorg": 30, "werk": 30}, aw={"zorg": 30, "werk": 30})
    texts = {"zorg": "Z", "werk": "W", "geen": "G"}
    assert str(vocabulary.most("taken", texts)) == "Z"
    assert str(vocabulary.most("taken", texts, rank=2)) == "W"


def test_the_exclusive_answer_and_one_that_nobody_gave_are_not_the_most_given(words):
    vocabulary = words(sd={"zorg": 30, "geen": 60}, aw={"geen": 60})
    texts = {"zorg": "Z", "werk": "W", "geen": "G"}
    assert str(vocabulary.most("taken@sd", texts)) == "Z"
    assert str(vocabulary.most("taken@sd", texts, rank=2, unsaid="open")) == "open"
    assert str(vocabulary.most("taken@aw", texts, unsaid="open")) == "open"


SAYINGS = {
    "share": (lambda m: m.share("taken.zorg@aw"), NO_PART),
    "who": (lambda m: m.who("taken.zorg@aw"), f"{NO_PART} van de afdelingen welzijn"),
    "count": (lambda m: m.count("taken.zorg@aw"), NO_COUNT),
    "number": (lambda m: m.number("taken.zorg@aw"), NO_COUNT),
    "often": (lambda m: m.often("taken.zorg@aw", "@sd"), NO_OFTEN),
    "often, right": (lambda m: m.often("taken.zorg@sd", "@aw"), NO_OFTEN),
    "often both": (lambda m: m.often("taken.zorg", ".werk"), NO_OFTEN),
    "compare": (lambda m: m.compare("taken.zorg@aw", "@sd", **FORMS), "niet te zeggen"),
    "compare, right": (lambda m: m.compare("taken.zorg@sd", "@aw", **FORMS), "niet te zeggen"),
    "compare both": (lambda m: m.compare("taken.zorg", ".werk", **FORMS), "niet te zeggen"),
    "when": (lambda m: m.when("taken.zorg@aw", 0, 100, yes="ja", no="nee"), ""),
    "when both": (lambda m: m.when("taken.zorg", 0, 100, yes="ja", no="nee"), ""),
    "most": (lambda m: m.most("taken@aw", {"zorg": "Z"}, rest="R", unsaid="open"), "open"),
    "most, second": (lambda m: m.most("taken@aw", {"zorg": "Z"}, rank=2, rest="R"), ""),
    "most both": (lambda m: m.most("taken", {"werk": "W"}, rest="R", differ="D"), ""),
}


@pytest.mark.parametrize("word", SAYINGS)
def test_without_answers_nothing_is_claimed(words, word):
    say, expected = SAYINGS[word]
    bound = say(words(sd={"zorg": 30, "werk": 40}, aw=None))
    assert str(bound) == expected
    assert "geen antwoorden van afdelingen welzijn" in bound.source


@pytest.mark.parametrize("word", SAYINGS)
def test_of_a_hidden_number_nothing_is_claimed(telling_words, word):
    say, expected = SAYINGS[word]
    bound = say(telling_words(sd={"zorg": 30, "werk": 40}, aw={"zorg": None, "werk": None}))
    assert str(bound) == expected
    assert "te weinig antwoorden van afdelingen welzijn" in bound.source


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
    assert (str(bound), bound.source) == (NO_BASE, "te weinig antwoorden van sociale diensten")


@pytest.mark.parametrize(("most", "named"), [(97, "Z"), ((98, 100), "Z"), (None, "")])
def test_nothing_is_the_most_given_while_an_answer_is_hidden(telling_words, most, named):
    vocabulary = telling_words(sd={"zorg": most, "werk": 40}, aw={})
    bound = vocabulary.most("taken@sd", {"zorg": "Z"})
    assert str(bound) == named
    assert [ref.option for ref in bound.refs] == (["zorg"] if named else ["zorg", "werk"])
    assert str(vocabulary.most("taken@sd", {"werk": "W"}, rank=2)) == ("W" if named else "")


def test_a_hidden_size_class_is_not_spoken_of(mini_wave):
    bound = Chapter(telling(mini_wave, taken__zorg__klein=None)).share("taken.zorg@sd/klein")
    assert str(bound) == NO_PART
    assert bound.source == "te weinig antwoorden van sociale diensten (kleine gemeenten)"


def test_of_a_group_that_was_not_asked_a_word_says_nothing(mini_words):
    bound = mini_words.share("klanten.jong@aw")
    assert (str(bound), bound.kind) == ("", UNASKED)
    assert str(mini_words.bars("klanten.jong@aw")) == ""


def test_a_comparison_that_cannot_be_made_says_so_in_its_arguments(telling_words):
    vocabulary = telling_words(sd={"zorg": 30}, aw={"zorg": None})
    bound = vocabulary.compare("taken.zorg@sd", "@aw", **FORMS)
    assert (bound.args["outcome"], bound.args["texts"]) == ("unknown", TEXTS)
    bound = vocabulary.when("taken.zorg", 0, 100, yes="ja", no="nee")
    assert bound.args["outcome"] == "unknown"


def test_the_neutral_texts_hold_no_number_and_no_comparison():
    texts = [NO_BASE, NO_COUNT, NO_OFTEN, NO_PART]
    assert len(set(texts)) == len(texts)
    assert not any(character.isdigit() for text in texts for character in text)


def test_an_unknown_quantity_is_an_error(mini_words):
    with pytest.raises(InputError, match="beleed"):
        mini_words.who("beleed.ja")
    with pytest.raises(InputError, match="soms"):
        mini_words.share("beleid.soms@sd")


def test_what_a_document_printed_is_said_by_the_same_words():
    """With the document as its source; what is not printed, as a base, is not made up."""
    m = open_chapter(2011)
    printed = m.share("divosa2011:wmo_uitvoering.hele@sd")
    assert str(printed) == "26%"
    assert printed.refs[0].source == "divosa2011"
    assert printed.source == "26% van de sociale diensten (gedrukt in divosa2011)"
    here = m.often("wmo_uitvoering.hele@sd", "divosa2011:wmo_uitvoering.hele@sd")
    assert str(here) == "even vaak"
