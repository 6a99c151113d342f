"""Design-based tests of differences between the groups and between size classes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import scipy  # its parts are imported when they are first used

from participatiemonitor.estimation.design.intervals import LEVEL as COVERED
from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results

LEVEL = 0.05
# What binary noise leaves of a distance or a standard error of 0.
NOISE = 1e-9
COLUMNS = ("question", "option", "left", "right", "difference", "demonstrable")


def differences(results: Results, left: str, right: str) -> pd.DataFrame:
    """Test every answer for a difference between two populations.

    Parameters
    ----------
    results : Results
        What is hidden in it is not tested.
    left, right : str
        Populations to compare; see `population`.

    Returns
    -------
    pandas.DataFrame
        One row an answer, with the columns `COLUMNS`: the unweighted difference in percentage
        points, and whether the weighted difference can be demonstrated at 5 % after Holm's
        correction over all rows. Both follow from figures as they are published.

    Notes
    -----
    Wald test with the design-based standard errors of both sides as if they were independent. The
    two groups share part of their municipalities; where their answers go together the test is
    cautious. Answers that nobody gave on either side, or everybody, are not tested.
    """
    from statsmodels.stats.multitest import multipletests

    rows, chances = [], []
    populations = [population(results, text) for text in (left, right)]
    for question in results.wave.codebook.questions:
        if not {side.group for side in populations} <= set(question.asked):
            continue
        for option in question.option_ids or ("",):
            sides = [Ref(question.id, option, side.group, side.domain) for side in populations]
            estimates = [results[side] for side in sides]
            if any(one.status != OK for one in estimates):
                continue
            first, second = (one.weighted for one in estimates)
            distance = _told_from_noise(first.value - second.value)
            error = np.hypot(standard_error(first, second.value),
                             standard_error(second, first.value))
            # Of two sides that are known without error a difference is certain.
            if not (error > 0 or (error == 0 and distance > 0)):
                continue
            gap = estimates[0].percent - estimates[1].percent
            rows.append((question.id, option, left, right, gap))
            chances.append(2 * scipy.stats.norm.sf(distance / error if error else np.inf))
    table = pd.DataFrame(rows, columns=list(COLUMNS[:-1]))
    table["demonstrable"] = multipletests(chances, LEVEL, method="holm")[0] if rows else []
    return table


def population(results: Results, text: str) -> Ref:
    """Who an author names, as ``group`` or ``group/domain``; ``kleinste`` and ``grootste`` too."""
    ref = Ref.parse(f"@{text}")
    return replace(ref, domain=results.wave.info.size_classes.get(ref.domain, ref.domain))


def standard_error(side: Weighted, other: float) -> float:
    """Standard error of one side of a difference.

    Parameters
    ----------
    side : Weighted
    other : float
        The estimate of the other side.

    Returns
    -------
    float
        0 where all organisations answered, which leaves the interval no width. NaN where there is
        neither an error nor an interval.

    Notes
    -----
    Respondents who all answer alike vary in nothing, but are not certain for that. Then it is the
    distance to the bound of the interval that faces the other side, in units of the normal
    quantile (MOVER; Newcombe 1998, Zou and Donner 2008); 0 where the sides are equal.
    """
    if side.se > NOISE:
        return float(side.se)
    if side.value == other:
        return 0.0
    bound = side.high if other > side.value else side.low
    return _told_from_noise(bound - side.value) / float(scipy.stats.norm.isf((1 - COVERED) / 2))


def _told_from_noise(distance: float) -> float:
    return 0.0 if abs(distance) < NOISE else abs(distance)
