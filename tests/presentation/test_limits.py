"""What is told only within limits: what every word says of it is true of all that it may be."""

import itertools

import phrases
import pytest
from telling import telling

from participatiemonitor import dutch
from participatiemonitor.book.chapter import Chapter
from participatiemonitor.presentation.words.amounts import NO_PART
from participatiemonitor.presentation.words.comparisons import NO_OFTEN

FEW, NEARLY_ALL = (0, 2), (98, 100)
FORMS = {"more": "vaker", "less": "minder vaak", "same": "even vaak"}
YES_NO = {"yes": "ja", "no": "nee"}
# Every count there is around what words turn at, alone and in classes and bands.
RANGES = [FEW, (1, 3), (3, 5), (9, 11), (10, 12), 10, 12, (40, 70), (47, 49), (51, 53), 60,
          (88, 90), NEARLY_ALL]


@pytest.fixture(scope="module")
def m(mini_wave):
    return lambda **counts: Chapter(telling(mini_wave, **counts))


def counts_of(one):
    return range(one, one + 1) if isinstance(one, int) else range(one[0], one[1] + 1)


@pytest.mark.parametrize(("count", "share", "counted", "number", "source"), [
    (FEW, "hooguit 2%", "hooguit twee", "hooguit 2", "hooguit twee van de 100"),
    (NEARLY_ALL, "minstens 98%", "98 tot 100", "98 tot 100", "op hooguit twee na alle 100"),
    ((9, 11), "9 tot 11%", "negen tot elf", "9 tot 11", "9 tot 11 van de 100"),
    (10, "10%", "tien", "10", "10% van de 100"),
])
def test_sizes_and_what_they_rest_on(m, count, share, counted, number, source):
    words = m(taken__zorg=count)
    assert str(words.share("taken.zorg@sd")) == share
    assert str(words.count("taken.zorg@sd")) == counted
    assert str(words.number("taken.zorg@sd")) == number
    assert words.share("taken.zorg@sd").source == f"{source} sociale diensten die antwoordden"
    assert str(words.base("taken.zorg@sd")) == "100"


def test_limits_of_other_bases_are_rounded_outwards(m):
    words = m(taken__zorg=FEW, taken__werk=(129, 131), n=131)
    assert str(words.share("taken.zorg@sd")) == "hooguit 2%"
    assert str(words.share("taken.werk@sd")) == "minstens 98%"
    assert dutch.percents([(0, 2 / 700)]) == "hooguit 1%"
    assert dutch.percents([(698 / 700, 1)]) == "minstens 99%"


@pytest.mark.parametrize(("sd", "aw", "text"), [
    (FEW, FEW, "hooguit twee sociale diensten en hooguit twee afdelingen welzijn noemen"),
    (NEARLY_ALL, 31, "op hooguit twee na alle sociale diensten en 31% van de afdelingen welzijn "
                     "noemen"),
    ((9, 11), 30, "9 tot 11% van de sociale diensten en 30% van de afdelingen welzijn noemen"),
    (60, 60, "60% van de gemeenten noemt"), (FEW, None, "hooguit twee sociale diensten noemen"),
    (None, 31, "31% van de afdelingen welzijn noemt"),
    (None, None, f"{NO_PART} van de gemeenten noemt"),
])
def test_who_gives_an_answer_is_told_as_far_as_it_is_known(m, sd, aw, text):
    assert str(m(taken__zorg=[sd, aw]).who("taken.zorg", "noemt", "noemen")) == text


@pytest.mark.parametrize("pair", list(itertools.product(RANGES, repeat=2)))
def test_one_word_for_both_groups_is_true_of_all_that_may_be(m, pair):
    text = str(m(taken__zorg=list(pair)).who("taken.zorg"))
    if text.endswith(" van de gemeenten"):
        for count in itertools.chain(*map(counts_of, pair)):
            assert phrases.about(text.removesuffix(" van de gemeenten"), count / 100)


def outcomes(pair, test):
    return {test(*counts) for counts in itertools.product(*map(counts_of, pair))}


CHOICES = {
    "compare": (lambda m: m.compare("taken.zorg@sd", "@aw", **FORMS),
                lambda one, other: "more" if one - other >= 2
                else "less" if other - one >= 2 else "same"),
    "leads": (lambda m: m.leads("taken.zorg@sd", "@aw", **YES_NO),
              lambda one, other: "yes" if one - other >= 2 else "no"),
    "alike": (lambda m: m.alike("taken", among=["zorg"], **YES_NO),
              lambda one, other: "yes" if abs(one - other) < 10 else "no"),
    "when": (lambda m: m.when("taken.zorg", 10, 52, **YES_NO),
             lambda one, other: "yes" if 10 <= one < 52 and 10 <= other < 52 else "no"),
    "narrow": (lambda m: m.when("taken.zorg", 10, 11, **YES_NO),
               lambda one, other: "yes" if one == other == 10 else "no"),
}


@pytest.mark.parametrize("pair", list(itertools.product(RANGES, repeat=2)))
@pytest.mark.parametrize("word", CHOICES)
def test_an_outcome_is_said_where_it_holds_whatever_the_counts_are(m, word, pair):
    say, test = CHOICES[word]
    bound = say(m(taken__zorg=list(pair)))
    found = outcomes(pair, test)
    assert bound.args["outcome"] == (found.pop() if len(found) == 1 else "unknown")
    assert (str(bound) == "") == (bound.args["outcome"] == "unknown")


@pytest.mark.parametrize("pair", list(itertools.product(RANGES, repeat=2)))
def test_more_often_is_true_of_the_smallest_difference_there_may_be(m, pair):
    text = str(m(taken__zorg=list(pair)).often("taken.zorg@sd", "@aw"))
    gaps = [one - other for one, other in itertools.product(*map(counts_of, pair))]
    directions = {0 if abs(gap) < 2 else gap > 0 or -1 for gap in gaps}
    if len(directions) > 1:
        largest = max(map(abs, gaps))
        assert text == ("ongeveer even vaak" if largest < 8 else
                        "niet veel vaker of minder vaak" if largest < 20 else NO_OFTEN)
    else:
        assert phrases.often(text, min(gaps, key=abs))


def test_where_all_but_two_have_it_each_word_still_tells(m):
    words = m(taken__zorg=NEARLY_ALL, taken__werk=40, taken__geen=FEW)
    assert str(words.most("taken", {"zorg": "zorg"})) == "zorg"
    assert str(words.often("taken.zorg@sd", "taken.werk@sd")) == "veel vaker"
    assert str(words.when("taken.zorg", 50, 101, **YES_NO)) == "ja"


def test_no_place_is_told_where_classes_overlap(m):
    def most(**counts):
        return str(m(**counts).most("taken@sd", {"zorg": "zorg", "werk": "werk"}, unsaid="open"))

    assert most(taken__zorg=FEW, taken__werk=FEW) == "open"
    assert most(taken__zorg=FEW, taken__werk=7) == "werk"
    assert most(taken__zorg=None, taken__werk=7) == "open"


def test_what_is_hidden_is_still_not_spoken_of(m):
    words = m(taken__zorg=[None, 10])
    assert str(words.share("taken.zorg@sd")) == NO_PART
    assert str(words.often("taken.zorg@sd", "@aw")) == NO_OFTEN
    assert str(words.when("taken.zorg", 50, 60, **YES_NO)) == ""


def test_a_number_with_noise_says_so_where_it_is_explained(m):
    words = m(noise=2, taken__zorg__klein=10)
    bound = words.share("taken.zorg@sd/klein")
    assert (str(bound), bound.source) == (
        "10%", "10% van de 100 sociale diensten (kleine gemeenten) die antwoordden (aantal licht "
               "verschoven)")
