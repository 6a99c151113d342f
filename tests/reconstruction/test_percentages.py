"""Percentages in round numbers whose means are exactly the targets."""

import numpy as np
import pandas as pd
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.reconstruction.assumptions import Rounding
from participatiemonitor.reconstruction.percentages import draw_percentages
from participatiemonitor.survey.codebook import Option, Question

ROUND = Rounding(usual=5, finest=1)


def _draw(means, spread, rounding=ROUND, exact=0.2, total=None, n=50, seed=0):
    question = Question(
        id="deel", kind="percentage", section="1", asked=("g",), known="source", nl="-", en="-",
        short="-", total=total,
        options=tuple(Option(id=option, nl=option, en=option)
                      for option in means if option))
    members = pd.DataFrame({"size": np.linspace(-1, 1, n)})
    wanted = pd.DataFrame([(option, mean, spread, 0.1) for option, mean in means.items()],
                          columns=["option", "target", "noise", "size_effect"])
    return draw_percentages(question, members, wanted, rounding, exact,
                            np.random.default_rng(seed))


@pytest.mark.parametrize("seed", range(10))
def test_means_are_met_in_round_numbers(seed):
    answers = _draw({"een": 30, "twee": 12.5}, 14, seed=seed)
    assert answers.sum().tolist() == pytest.approx([1500, 625], abs=0.5)
    assert (answers % 5 == 0).all(axis=1).mean() >= 0.8
    assert (answers % 1 == 0).all(axis=None)
    assert answers.to_numpy().min() >= 0
    assert answers["een"].std() == pytest.approx(14, abs=2)


@pytest.mark.parametrize("seed", range(10))
def test_a_distribution_adds_up_for_everyone_and_on_average(seed):
    answers = _draw({"een": 50, "twee": 30, "drie": 20}, 15, total=100, seed=seed)
    assert (answers.sum(axis=1) == 100).all()
    assert answers.mean().tolist() == pytest.approx([50, 30, 20], abs=2 / 50)
    assert (answers % 5 == 0).all(axis=1).mean() >= 0.8


@pytest.mark.parametrize("seed", range(10))
def test_what_one_option_leaves_is_room_for_the_others(seed):
    answers = _draw({"geen": 40, "een": 45}, 20, Rounding(usual=5, finest=1, rest_of="geen"),
                    seed=seed)
    assert (answers.sum(axis=1) <= 100).all()
    assert answers.sum().tolist() == pytest.approx([2000, 2250], abs=0.5)


def test_small_percentages_seldom_are_zero():
    answers = _draw({"": 0.8}, 0.5, Rounding(usual=0.5, finest=0.5), n=20)
    assert (answers[""] > 0).mean() >= 0.8
    assert answers[""].sum() == pytest.approx(16, abs=0.25)


@pytest.mark.parametrize("means", [{"een": 60, "twee": 60}, {"een": 20, "twee": 20}])
def test_means_that_do_not_add_up_to_the_total_are_refused(means):
    with pytest.raises(InputError, match="100"):
        _draw(means, 15, total=100)
