"""Rank correlations of answers with the background features of organisations, in bands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import numpy as np
import pandas as pd
import scipy  # its parts are imported when they are first used

from participatiemonitor.estimation.analyses.shown import SIDE, shown_answers
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected
from participatiemonitor.survey.answered import Answered

# The monitor's own rule: a correlation of at least .30 that is significant at 5 %.
STRENGTH, LEVEL = 0.30, 0.05
# Fewer answers than this have no correlation.
FEWEST = 30
# A band begins at each bound.
BOUNDS, BANDS = (0.10, STRENGTH, 0.50), ("geen", "zwak", "matig", "sterk")
COLUMNS = ("question", "option", "group", "feature", "n", "band", "notable", "survives")
Pairs = tuple[pd.Series, pd.Series]


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
        hidden items, those with fewer than `FEWEST` answers, and those that fewer than `SIDE`
        respondents gave, or did not give; of an amount there must be as many different ones.

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
    Spearman (1904). With the number of inhabitants and of clients from the answers; with the
    size class, and with being inter-municipal, from the counts by size class that are published.
    """
    from statsmodels.stats.multitest import multipletests

    given = unprotected(results, "associations")
    sizes = background(given.answered)
    rows = []
    for ref in shown_answers(results):
        one, answers = results[ref], given.answers(ref)
        share, n = one.measure == "share", one.n or 0
        apart = min(one.count, n - one.count) if share else answers.nunique()
        if n < FEWEST or apart < SIDE:
            continue
        pairs = {name: (answers, values) for name, values in sizes.loc[answers.index].items()}
        if share:
            pairs |= dict(_by_domain(results, ref))
        rows += [(ref.question, ref.option, ref.group, feature, n,
                  *scipy.stats.spearmanr(*pair)) for feature, pair in pairs.items()
                 if min(side.nunique() for side in pair) > 1]
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
        Indexed by respondent, one column a feature.
    """
    frame = answered.frame.loc[answered.responses["organisation"], ["inhabitants", "clients"]]
    return frame.set_axis(["inwoners", "klanten"], axis="columns").set_axis(
        answered.responses.index)


def _by_domain(results: Results, ref: Ref) -> Iterator[tuple[str, Pairs]]:
    """Answers and features as the published counts by size class have them; of all or of none."""
    info = results.wave.info
    domains = info.publication.domains
    counts = [results[Ref(ref.question, ref.option, ref.group, domain)] for domain in domains]
    if any(one.status != OK for one in counts):
        return
    bases = [one.n or 0 for one in counts]
    answers = pd.Series(np.concatenate(
        [np.arange(n) < one.count for one, n in zip(counts, bases, strict=True)]))
    joint = [all(info.strata[part].intermunicipal for part in domain.split("+"))
             for domain in domains]
    for name, values in (("grootteklasse", np.arange(len(domains))),
                         ("intergemeentelijk", np.array(joint))):
        yield name, (answers, pd.Series(np.repeat(values, bases)))
