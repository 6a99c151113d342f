"""How far weighting moves the shares that are shown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.shown import shown_answers
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected

COLUMNS = ("shares", "mean", "most")


def weighting_shift(results: Results) -> pd.DataFrame:
    """The distance between weighted and unweighted shares of respondents, before any rounding.

    Parameters
    ----------
    results : Results
        Shares that are hidden in it, or whose weighted figure is, do not count.

    Returns
    -------
    pandas.DataFrame
        One row with the columns `COLUMNS`: the number of shares of both groups together, and how
        far these move on average and at most, in whole percentage points. No row where there are
        fewer shares than a base must have answers.

    Notes
    -----
    Whole points, because more would tell of the strata what the rounding of weighted figures keeps
    back. For the same reason the largest shift is told no finer than the figure that it is of.
    """
    exact = unprotected(results, "weighting")
    shown = [one for one in map(results.__getitem__, shown_answers(results))
             if one.measure == "share" and np.isfinite(one.weighted.value)]
    if len(shown) < results.wave.info.publication.minimum_base:
        return pd.DataFrame([], columns=list(COLUMNS))
    shifts = [100 * abs(exact.estimate(one.ref).weighted.value - one.value) for one in shown]
    largest, step = max((shift, round(100 * one.weighted.step) or 1)
                        for shift, one in zip(shifts, shown, strict=True))
    return pd.DataFrame([(len(shown), dutch.half_up(float(np.mean(shifts))),
                          step * dutch.half_up(largest / step))], columns=list(COLUMNS))
