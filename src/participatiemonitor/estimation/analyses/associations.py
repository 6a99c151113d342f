"""Rank correlations of answers with the background features of organisations."""

from __future__ import annotations

import numpy as np
import pandas as pd
import scipy  # its parts are imported when they are first used

from participatiemonitor.estimation.analyses.shown import shown_answers
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected
from participatiemonitor.survey.answered import Answered

# The monitor's own rule: a correlation of at least .30 that is significant at 5 %.
STRENGTH, LEVEL = 0.30, 0.05
COLUMNS = ("question", "option", "group", "feature", "n", "rho", "p", "p_holm", "notable")


def background(answered: Answered) -> pd.DataFrame:
    """Background features of the respondents' organisations.

    Parameters
    ----------
    answered : Answered

    Returns
    -------
    pandas.DataFrame
        Indexed by respondent, one column a feature; the size class by its place in ``wave.yml``,
        inter-municipal services as 1 and the others as 0.
    """
    frame = answered.frame.loc[answered.responses["organisation"]]
    joint = [name for name, stratum in answered.info.strata.items() if stratum.intermunicipal]
    return pd.DataFrame({
        "inwoners": frame["inhabitants"].to_numpy(),
        "klanten": frame["clients"].to_numpy(),
        "grootteklasse": frame["stratum"].cat.codes.to_numpy(),
        "intergemeentelijk": frame["stratum"].isin(joint).astype(int).to_numpy(),
    }, index=answered.responses.index)


def associations(results: Results) -> pd.DataFrame:
    """Spearman's rank correlation of every asked item with every background feature.

    Parameters
    ----------
    results : Results

    Returns
    -------
    pandas.DataFrame
        One row an item, group and feature, with the columns `COLUMNS`: the number of answers,
        rho, its two-sided p-value (t-approximation), the p-value after Holm's correction over all
        rows of the group, and whether the monitor's rule holds. Items that everybody or nobody
        gave have no correlation and are left out, and so are hidden ones.

    Notes
    -----
    Spearman (1904); Holm (1979).
    """
    from statsmodels.stats.multitest import multipletests

    given = unprotected(results, "associations")
    features = background(given.answered)
    rows = []
    for ref in shown_answers(results):
        answers = given.answers(ref)
        for feature, values in features.loc[answers.index].items():
            if min(answers.nunique(), values.nunique()) > 1:
                rows.append((ref.question, ref.option, ref.group, feature, len(answers),
                             *scipy.stats.spearmanr(answers, values)))
    table = pd.DataFrame(rows, columns=list(COLUMNS[:7]))
    table["p_holm"] = np.nan
    for _, part in table.groupby("group"):
        table.loc[part.index, "p_holm"] = multipletests(part["p"], method="holm")[1]
    table["notable"] = table["rho"].abs().ge(STRENGTH) & table["p"].lt(LEVEL)
    return table
