"""The finding a figure carries."""

import pytest
from keyed import results_of
from telling import telling_taken

from participatiemonitor.presentation.exhibits.headlines import headline


def of_taken(estimates):
    return headline([estimates.wave.codebook["taken"]], estimates)


@pytest.mark.parametrize(("sd", "aw", "expected"), [
    ({"zorg": 30, "werk": 40}, {"zorg": 10, "werk": 20},
     "Het vaakst genoemd: werk, 40% van de sociale diensten en 20% van de afdelingen welzijn"),
    ({"zorg": 50, "werk": 40}, {"zorg": 10, "werk": 20},
     "Het vaakst genoemd: bij sociale diensten zorg (50%) en bij afdelingen welzijn werk (20%)"),
    # Who has none of the tasks is not what is named most.
    ({"zorg": 30, "geen": 60}, None, "Het vaakst genoemd: zorg, 30% van de sociale diensten"),
    (None, None, None),
])
def test_the_most_given_answer_of_each_group(hundred, sd, aw, expected):
    assert of_taken(results_of(hundred(sd, aw), protect=False)) == expected


def test_what_is_told_within_limits_is_the_finding_where_it_is_the_largest(mini_wave):
    nearly_all, few, some = (98, 100), (0, 2), {"zorg": 90, "werk": 40}

    def found(sd, aw):
        return of_taken(telling_taken(mini_wave, sd, aw))

    assert found({"zorg": nearly_all, "werk": 40}, some) == (
        "Het vaakst genoemd: zorg, minstens 98% van de sociale diensten en 90% van de "
        "afdelingen welzijn")
    for overlapping in ({"zorg": nearly_all, "werk": nearly_all}, {"zorg": few, "werk": few},
                        {"zorg": None, "werk": 40}):
        assert found(overlapping, overlapping) is None
        assert found(overlapping, some) == (
            "Het vaakst genoemd: zorg, 90% van de afdelingen welzijn")


def test_of_several_questions_the_one_with_most_of_the_first_answer(estimates):
    book = estimates.wave.codebook
    questions = [book[name] for name in book.figures[4].questions]
    assert headline(questions, estimates) == (
        "Het vaakst staand beleid: leefbaarheid en sociale samenhang verbeteren, 28% van de "
        "sociale diensten en 29% van de afdelingen welzijn")


def test_the_answer_to_a_single_choice_is_quoted(estimates):
    found = headline([estimates.wave.codebook["start_projecten"]], estimates)
    assert found.startswith("Het vaakst geantwoord: “nee, pas sinds 2007”, 65% van de sociale")
