"""How far weighting moves the shares that are shown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.shown import shown_answers
from participatiemonitor.estimation.results import Results

COLUMNS = ("shares", "mean", "most")


def weighting_shift(results: Results) -> pd.DataFrame:
    """The distance between weighted and unweighted shares of respondents, as they are published.

    Parameters
    ----------
    results : Results
        Shares that are hidden in it, or whose weighted figure is, do not count.

    Returns
    -------
    pandas.DataFrame
        One row with the columns `COLUMNS`: the number of shares of both groups together, and how
        far these move on average and at most, in whole percentage points: weighted figures are no
        finer. No row where there are fewer shares than a base must have answers.
    """
    shifts = [100 * abs(one.weighted.value - one.value)
              for one in map(results.__getitem__, shown_answers(results))
              if one.measure == "share" and np.isfinite(one.weighted.value)]
    if len(shifts) < results.wave.info.publication.minimum_base:
        return pd.DataFrame([], columns=list(COLUMNS))
    return pd.DataFrame([(len(shifts), dutch.half_up(float(np.mean(shifts))),
                          dutch.half_up(max(shifts)))], columns=list(COLUMNS))
