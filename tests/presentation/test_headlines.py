"""The finding a figure carries."""

import pytest

from participatiemonitor.estimation.results import results_of
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
    assert of_taken(results_of(hundred(sd, aw))) == expected


def test_an_answer_above_which_a_hidden_one_stands_is_not_the_finding(strict):
    assert of_taken(strict({"zorg": 99, "werk": 40}, {"zorg": 99, "werk": 40})) is None
    assert of_taken(strict({"zorg": 99, "werk": 40}, {"zorg": 90, "werk": 40})) == (
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
