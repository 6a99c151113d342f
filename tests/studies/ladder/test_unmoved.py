"""What the noise of the door does to intensities of small towns, and that it is taken off."""

import numpy as np
import pytest
from ladders import RATES, irregular_town

from participatiemonitor.studies.ladder.courses import stays
from participatiemonitor.studies.ladder.intensities import fit
from participatiemonitor.studies.ladder.panel import panel, still_there
from participatiemonitor.studies.ladder.steps import steps
from participatiemonitor.studies.ladder.told import regrouped, told_steps
from participatiemonitor.studies.ladder.unmoved import fit_told

TRUE = 365 / RATES.sum(axis=1)
# Rungs with others on both sides, to which most noise goes.
MIDDLE = slice(1, 5)


def shifts(seed, persons):
    """How many standard errors times on the middle rungs are from those without noise.

    With the noise as it is, and with what it does taken off; and whether the true times are in the
    interval of the latter.
    """
    town = irregular_town(np.random.default_rng(seed), persons)
    taken = steps(town)
    told = told_steps(taken, town.people, b"%d" % seed)
    if len(told.groups) < len(RATES):  # other rungs, which have no true times of their own
        return shifts(seed + 1000, persons)
    still = regrouped(still_there(town), told.groups)
    plain, raw, mended = (stays(one) for one in (
        fit(panel(taken, still_there(town))), fit(panel(told.steps, still)),
        fit_told(told, still)))
    error = np.log(plain.high / plain.low) / 3.92
    away = [(np.log(one.values / plain.values) / error)[MIDDLE].mean() for one in (raw, mended)]
    return *away, ((mended.low <= TRUE) & (mended.high >= TRUE))[MIDDLE].mean()


@pytest.mark.parametrize(("persons", "towns", "worst"), [
    (200, 2, -0.8),
    pytest.param(200, 30, -0.9, marks=pytest.mark.audit),
    pytest.param(400, 30, -0.4, marks=pytest.mark.audit)])
def test_times_are_not_too_short_for_the_noise(persons, towns, worst):
    raw, mended, covered = np.mean([shifts(100 + seed, persons) for seed in range(towns)], axis=0)
    print(raw, mended, covered)
    assert raw < worst
    assert abs(mended) < 0.9 / np.sqrt(towns)
    assert covered > 0.95 - 0.45 / np.sqrt(towns)
