"""Changes of percentages of clients cover, as they are published and for the owner of the answers.

What organisations answer does not depend on their size, and hangs together between both rounds.
"""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from keyed import results_of
from rounds import FIRST, SECOND

from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.trend.changes import Changes
from participatiemonitor.estimation.trend.stored import still_there
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.comparability import comparability

MEAN = "belemmeringen__opleiding"
REF = Ref(*MEAN.split("__"), "sociale_dienst")
KEYS = (b"one", b"another", b"a third")


@pytest.fixture(scope="module")
def answered(project):
    return [load_answered(year, project) for year in (FIRST, SECOND)]


def answering(wave, values):
    """A round in which organisations answer so, as far as they answered at all."""
    responses = wave.responses.copy()
    given = responses[MEAN].notna()
    responses.loc[given, MEAN] = 100 * values[responses.loc[given, "organisation"]].to_numpy()
    return replace(wave, responses=responses)


def coverage(answered, draws, protect):
    rng = np.random.default_rng(draws)
    earlier, later = answered
    comparable, stayed = comparability(earlier, later), still_there(earlier, later)
    hits, widths = [], []
    for draw in range(draws):
        then = pd.Series(rng.beta(2, 6, len(earlier.frame)), earlier.frame.index)
        own = pd.Series(rng.beta(2, 5, len(later.frame)), later.frame.index)
        before = then.reindex([stayed.get(code, "") for code in own.index]).fillna(0.25).to_numpy()
        values = [then, (own + before) / 2]
        truth = np.diff([(wave.frame["clients"] * one).sum() / wave.frame["clients"].sum()
                         for wave, one in zip(answered, values, strict=True)])[0]
        rounds = [results_of(answering(wave, one), KEYS[draw % len(KEYS)], protect=protect)
                  for wave, one in zip(answered, values, strict=True)]
        found = Changes(*rounds, comparable, stayed)[REF]
        assert found.tested
        # As far as they are rounded.
        hits.append(found.weighted.low - 0.005 * protect <= truth
                    <= found.weighted.high + 0.005 * protect)
        widths.append(found.weighted.high - found.weighted.low)
    print(f"{'published' if protect else 'owned'}: covered {np.mean(hits):.3f}, "
          f"{np.mean(widths):.3f} wide")
    return float(np.mean(hits))


def test_what_is_published_covers(answered):
    assert coverage(answered, 60, protect=True) >= 0.93


@pytest.mark.audit
def test_without_noise_it_covers(answered):
    assert 0.93 <= coverage(answered, 600, protect=False) <= 0.985
