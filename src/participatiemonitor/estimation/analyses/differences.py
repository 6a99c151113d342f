"""Design-based tests of differences between the groups and between size classes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import scipy  # its parts are imported when they are first used

from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected

LEVEL = 0.05
COLUMNS = ("question", "option", "left", "right", "difference", "demonstrable")


def differences(results: Results, left: str, right: str) -> pd.DataFrame:
    """Test every answer for a difference between two populations.

    Parameters
    ----------
    results : Results
        What is hidden in it is not tested.
    left, right : str
        Populations to compare, as ``group`` or ``group/domain``.

    Returns
    -------
    pandas.DataFrame
        One row an answer, with the columns `COLUMNS`: the unweighted difference in percentage
        points, and whether the weighted difference can be demonstrated at 5 % after Holm's
        correction over all rows. No p-values: these would tell more of small strata than the
        rounded figures do.

    Notes
    -----
    Wald test with the design-based standard errors of both sides as if they were independent. The
    two groups share part of their municipalities; where their answers go together the test is
    cautious. A side without sampling error and one with a share of 0 or 1 has no such test.
    """
    from statsmodels.stats.multitest import multipletests

    raw = unprotected(results, "differences")
    rows, chances = [], []
    populations = [Ref.parse(f"@{left}"), Ref.parse(f"@{right}")]
    for question in results.wave.codebook.questions:
        if not {side.group for side in populations} <= set(question.asked):
            continue
        for option in question.option_ids or ("",):
            sides = [Ref(question.id, option, side.group, side.domain) for side in populations]
            if any(results[side].status != OK for side in sides):
                continue
            first, second = (raw.estimate(side).weighted for side in sides)
            error = np.hypot(first.se, second.se)
            if not error > 0:
                continue
            gap = results[sides[0]].percent - results[sides[1]].percent
            rows.append((question.id, option, left, right, gap))
            chances.append(2 * scipy.stats.norm.sf(abs(first.value - second.value) / error))
    table = pd.DataFrame(rows, columns=list(COLUMNS[:-1]))
    table["demonstrable"] = multipletests(chances, LEVEL, method="holm")[0] if rows else []
    return table
