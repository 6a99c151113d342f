"""Answers one by one that hold no more of the size classes than what is published of these."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from participatiemonitor.estimation.door import Door
from participatiemonitor.estimation.estimates import HIDDEN
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results


def as_told(results: Results, given: Door, ref: Ref) -> tuple[pd.Series, pd.Series] | None:
    """Answers of which each size class has the share, and the weight, that is published of it.

    Parameters
    ----------
    results : Results
        What is published.
    given : Door
        The answers one by one.
    ref : Ref
        A share of a group.

    Returns
    -------
    answers : pandas.Series of float
    weights : pandas.Series of float
        By respondent; 1 but for the noise of the base. None where counts by size class are not
        shown; a single one follows from the others.

    Notes
    -----
    Sizes of organisations follow from the size class to a large extent: an exact correlation with
    these would tell which of the counts that fit the noise was the true one. Who is too many in
    a class gives a part of the answer only: all who said yes, or all who said no, the same part.
    Among each other respondents of a class keep their order, so that within it nothing changes.
    """
    answers = given.answers(ref)
    strata = given.answered.responses.loc[answers.index, "stratum"]
    domains = {name: results[replace(ref, domain=name)]
               for name in results.wave.info.publication.domains}
    shown = {name: (one.count, one.n or 0) for name, one in domains.items()
             if one.status != HIDDEN}
    hidden = [name for name in domains if name not in shown]
    if len(hidden) > 1:
        return None
    total = results[ref]
    rest = np.array([total.count, total.n]) - np.sum([*shown.values()], axis=0)
    moved, weights = answers.copy(), pd.Series(1.0, answers.index)
    for domain, (count, n) in {**shown, **dict.fromkeys(hidden, rest)}.items():
        here = strata.isin(domain.split("+"))
        if here.any():
            own, exact, share = answers[here], answers[here].mean(), count / n
            if share < exact:
                moved[here] = own * share / exact
            elif share > exact:
                moved[here] = 1 - (1 - own) * (1 - share) / (1 - exact)
            weights[here] = n / len(own)
    return moved, weights
