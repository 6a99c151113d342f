"""Rank correlations of answers with the background features of organisations, in bands."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
import pandas as pd
import scipy  # its parts are imported when they are first used

from participatiemonitor.estimation.analyses.ranks import covariance, standard_ranks
from participatiemonitor.estimation.analyses.shown import SIDE, shown_answers
from participatiemonitor.estimation.analyses.told import as_told
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected
from participatiemonitor.survey.answered import Answered

# The monitor's own rule: a correlation of at least .30 that is significant at 5 %.
STRENGTH, LEVEL = 0.30, 0.05
# Fewer answers than this have no correlation.
FEWEST = 50
# A band begins at each bound.
BOUNDS, BANDS = (0.10, STRENGTH, 0.50), ("geen", "zwak", "matig", "sterk")
CLASS = "grootteklasse"
FEATURES = ("inwoners", "klanten", CLASS, "intergemeentelijk")
COLUMNS = ("question", "option", "group", "feature", "n", "band", "notable", "survives")


def associations(results: Results) -> pd.DataFrame:
    """How strongly every asked item goes together with every background feature.

    Parameters
    ----------
    results : Results

    Returns
    -------
    pandas.DataFrame
        One row an item, group and feature, in codebook order, with the columns `COLUMNS`: the
        number of answers, the band of the rank correlation (one of `BANDS`, with ``positief`` or
        ``negatief`` behind it unless it is ``geen``), whether the monitor's rule holds, and
        whether it also does after Holm's correction over all rows of the group. Left out are
        items that are hidden, also by size class, those with fewer than `FEWEST` answers, and
        those that fewer than `SIDE` respondents gave, or did not give; of an amount there must be
        as many different ones.

    Notes
    -----
    Holm (1979). A band, because exact correlations with known sizes would tell who gave an answer.
    """
    table = correlations(results)
    strong = table["rho"].abs().ge(STRENGTH)
    return table.assign(
        band=table["rho"].map(band), notable=strong & table["p"].lt(LEVEL),
        survives=strong & table["p_holm"].lt(LEVEL)).loc[:, list(COLUMNS)]


def band(rho: float) -> str:
    """The name of the band that a correlation is in, with its sign."""
    name = BANDS[bisect_right(BOUNDS, abs(rho))]
    return name if name == BANDS[0] else f"{name} {'positief' if rho > 0 else 'negatief'}"


def correlations(results: Results) -> pd.DataFrame:
    """The rank correlations that `associations` tells of, exact; not to be published.

    Parameters
    ----------
    results : Results

    Returns
    -------
    pandas.DataFrame
        The first columns of `COLUMNS`, ``rho``, its two-sided p-value (t-approximation) and that
        after Holm's correction over all rows of the group.

    Notes
    -----
    Spearman (1904). Of a share it is the covariance of the answers as `as_told` gives them with
    the ranks of the feature, over the standard deviations of the ranks and of the published share,
    and within what `covariance` allows.
    """
    from statsmodels.stats.multitest import multipletests

    given = unprotected(results, "associations")
    features, rows = background(given.answered), []
    for ref in shown_answers(results):
        one, answers = results[ref], given.answers(ref)
        share, n = one.measure == "share", one.n or 0
        apart = min(one.count, n - one.count) if share else answers.nunique()
        if n < FEWEST or apart < SIDE:
            continue
        told = as_told(results, given, ref) if share else (answers.rank(), 1 + 0 * answers)
        if told is None:
            continue
        spread = np.sqrt(one.value * (1 - one.value)) if share else told[0].std(ddof=0)
        for feature in FEATURES if share else FEATURES[:2]:
            values = features.loc[answers.index, feature]
            if values.nunique() > 1:
                ranks = standard_ranks(values, told[1])
                rho = covariance(*told, ranks, features.loc[answers.index, CLASS]) / spread
                # The chance of a t that is further from nought, either way.
                p = scipy.special.betainc((n - 2) / 2, 0.5, max(1 - rho**2, 0))
                rows.append((ref.question, ref.option, ref.group, feature, n, rho, p))
    table = pd.DataFrame(rows, columns=[*COLUMNS[:5], "rho", "p"])
    table["p_holm"] = np.nan
    for _, part in table.groupby("group"):
        table.loc[part.index, "p_holm"] = multipletests(part["p"], method="holm")[1]
    return table


def background(answered: Answered) -> pd.DataFrame:
    """Background features of the respondents' organisations.

    Parameters
    ----------
    answered : Answered

    Returns
    -------
    pandas.DataFrame
        Indexed by respondent, with the columns `FEATURES`: the size class by its place among
        those that are published, and whether that is inter-municipal.
    """
    frame, info = answered.frame.loc[answered.responses["organisation"]], answered.info
    place = {part: number for number, domain in enumerate(info.publication.domains)
             for part in domain.split("+")}
    joint = [all(info.strata[part].intermunicipal for part in domain.split("+"))
             for domain in info.publication.domains]
    classes = frame["stratum"].astype(object).map(place)
    columns = frame["inhabitants"], frame["clients"], classes, classes.map(dict(enumerate(joint)))
    return pd.DataFrame(dict(zip(FEATURES, columns, strict=True))).set_axis(
        answered.responses.index)
