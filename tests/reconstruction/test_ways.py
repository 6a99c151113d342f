"""Several questions of which the highest answer has a target of its own."""

import numpy as np
import pandas as pd
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.reconstruction.sources import EFFECTS
from participatiemonitor.reconstruction.ways import draw_ways
from participatiemonitor.survey.codebook import Derivation, Option, Question

OPTIONS = ("staand", "pilot", "nee")
SOURCES = ("een", "twee")
OUTCOME = Question(
    id="samen", kind="single", section="1", asked=("g",), known="source", nl="-", en="-",
    short="-", derived=Derivation(highest=SOURCES),
    options=tuple(Option(id=option, nl=option, en=option) for option in OPTIONS))


def _targets(shares):
    return pd.DataFrame([(option, share, "percent", 0, 0, 0, 1)
                         for option, share in zip(OPTIONS, shares, strict=True)],
                        columns=["option", "target", "unit", *EFFECTS])


def _draw(samen, een, twee, seed=0):
    members = pd.DataFrame(0.0, [f"R-{number}" for number in range(100)],
                           ["size", "isd", "activity"])
    targets = {"samen": _targets(samen), "een": _targets(een), "twee": _targets(twee)}
    return draw_ways(OUTCOME, members, targets, np.random.default_rng(seed))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(("samen", "een", "twee"), [
    ((30, 20, 50), (20, 15, 65), (15, 15, 70)),
    ((30, 20, 50), (15, 10, 75), (15, 10, 75)),  # each highest answer stands in one place only
    ((30, 20, 50), (30, 20, 50), (30, 20, 50)),  # all are the same
    ((30, 20, 50), (30, 0, 70), (0, 50, 50)),  # a pilot where another way is standing policy
    ((0, 0, 100), (0, 0, 100), (0, 0, 100))])
def test_the_targets_of_the_outcome_and_of_each_source_are_met(samen, een, twee, seed):
    ways = _draw(samen, een, twee, seed)
    highest = ways.map(OPTIONS.index).min(axis=1).map(lambda rank: OPTIONS[rank])
    for answers, shares in ((highest, samen), (ways["een"], een), (ways["twee"], twee)):
        assert tuple(answers.eq(option).sum() for option in OPTIONS) == shares


def test_an_outcome_that_its_sources_cannot_reach_is_refused():
    with pytest.raises(InputError, match="samen"):
        _draw((30, 20, 50), (10, 10, 80), (10, 10, 80))
