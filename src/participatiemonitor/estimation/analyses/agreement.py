"""Agreement between the two coders of the open answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.shown import SIDE
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected
from participatiemonitor.survey.answered import Answered

COLUMNS = ("question", "answers", "agreement", "kappa")


def coder_agreement(results: Results) -> pd.DataFrame:
    """How far the two codings of each open question agree.

    Parameters
    ----------
    results : Results

    Returns
    -------
    pandas.DataFrame
        One row an open question of which no base is hidden, with `SIDE` decisions of each coder at
        least for yes and for no: the number of answers, the share of decisions that agree, in
        whole percents as a fraction, and Cohen's kappa in hundredths, both over all pairs of an
        answer and a theme of which it is told how many of its group voice it.

    Notes
    -----
    Cohen (1960).
    """
    from statsmodels.stats.inter_rater import cohens_kappa

    rows = []
    answered = unprotected(results, "agreement").answered
    for question in (one for one in results.wave.codebook.questions if one.kind == "open"):
        bases = [results[Ref(question.id, question.option_ids[0], group)].n
                 for group in question.asked]
        told = {group: [theme for theme in question.option_ids
                        if results[Ref(question.id, theme, group)].status == OK]
                for group in question.asked}
        table = decisions(answered, question.id, told)
        if None in bases or min(*table.sum(axis=0), *table.sum(axis=1)) < SIDE:
            continue
        found = np.trace(table) / table.sum(), cohens_kappa(table, return_results=False)
        rows.append((question.id, sum(base or 0 for base in bases),
                     *(dutch.half_up(float(one), 2) for one in found)))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def decisions(answered: Answered, question: str, told: Mapping[str, Sequence[str]]
              ) -> NDArray[np.intp]:
    """How often the first coder saw no or a theme (rows) and the second none or one (columns).

    Parameters
    ----------
    answered : Answered
    question : str
    told : mapping of str to sequence of str
        The themes that count, by group.

    Returns
    -------
    ndarray of int, shape (2, 2)
        Over all pairs of an answer and a theme that counts.
    """
    given = answered.open_answers[answered.open_answers["question"] == question]
    groups = given["respondent"].map(answered.responses["group"])
    first, second = (
        np.array([theme in themes for themes, group in zip(given[column], groups, strict=True)
                  for theme in told[group]], dtype=np.intp)
        for column in ("themes", "themes_second"))
    return crossed(first, second)


def crossed(first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[np.intp]:
    """How often two coders decided no or yes, the first in rows and the second in columns.

    Parameters
    ----------
    first, second : ndarray of int, shape (n,)
        0 or 1 of each decision.

    Returns
    -------
    ndarray of int, shape (2, 2)
    """
    return np.bincount(2 * first + second, minlength=4).reshape(2, 2)
