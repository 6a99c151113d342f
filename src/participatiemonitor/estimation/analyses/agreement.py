"""Agreement between the two coders of the open answers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected

COLUMNS = ("question", "answers", "agreement", "kappa")


def coder_agreement(results: Results) -> pd.DataFrame:
    """Cohen's kappa of the two codings of each open question.

    Parameters
    ----------
    results : Results

    Returns
    -------
    pandas.DataFrame
        One row an open question with as many answers as a base must have: the number of answers,
        the share of yes-no decisions that agree and kappa, both over all pairs of an answer and a
        theme. Kappa is NaN when a coder gave all decisions the same.

    Notes
    -----
    Cohen (1960).
    """
    from statsmodels.stats.inter_rater import cohens_kappa

    rows = []
    answered = unprotected(results, "agreement").answered
    for question in results.wave.codebook.questions:
        given = answered.open_answers[answered.open_answers["question"] == question.id]
        if len(given) < results.wave.info.publication.minimum_base:
            continue
        first, second = (
            np.array([[theme in themes for theme in question.option_ids]
                      for themes in given[column]]).ravel().astype(int)
            for column in ("themes", "themes_second"))
        table = np.bincount(2 * first + second, minlength=4).reshape(2, 2)
        one_sided = 0 in (*table.sum(axis=0), *table.sum(axis=1))
        kappa = np.nan if one_sided else float(cohens_kappa(table, return_results=False))
        rows.append((question.id, len(given), float(np.trace(table) / table.sum()), kappa))
    return pd.DataFrame(rows, columns=list(COLUMNS))
