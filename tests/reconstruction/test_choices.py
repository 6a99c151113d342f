"""Answers of which several may be given, and one that goes with no other."""

import numpy as np
import pandas as pd
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.reconstruction.choices import draw_multiple
from participatiemonitor.reconstruction.sources import EFFECTS
from participatiemonitor.survey.codebook import Option, Question

OPTIONS = ("politie", "zorg", "niemand")
PARTNERS = Question(
    id="partners", kind="multiple", section="1", asked=("g",), known="source", nl="-", en="-",
    short="-", exclusive="niemand",
    options=tuple(Option(id=option, nl=option, en=option) for option in OPTIONS))


def _draw(order, shares, seed=0):
    members = pd.DataFrame(0.0, [f"R-{number}" for number in range(100)],
                           ["size", "isd", "activity"])
    wanted = pd.DataFrame([("g", option, shares[option], "percent", 0, 0, 0, 1)
                           for option in order],
                          columns=["group", "option", "target", "unit", *EFFECTS])
    return draw_multiple(PARTNERS, members, wanted, np.random.default_rng(seed))


@pytest.mark.parametrize("order", [OPTIONS, OPTIONS[::-1], ("zorg", "niemand", "politie")])
def test_who_gives_the_exclusive_answer_gives_no_other_wherever_its_target_stands(order):
    shares = {"politie": 60, "zorg": 50, "niemand": 20}
    for seed in range(10):
        ticked = _draw(order, shares, seed)
        assert ticked.sum().to_dict() == shares
        assert ticked.loc[ticked["niemand"].eq(1), ["politie", "zorg"]].eq(0).all(axis=None)
        assert ticked.sum(axis=1).ge(1).all()


def test_too_few_answers_for_everybody_are_refused():
    with pytest.raises(InputError, match=r"bij partners zijn er voor g te weinig antwoorden"):
        _draw(OPTIONS, {"politie": 30, "zorg": 40, "niemand": 20})
