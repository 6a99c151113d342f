"""A logistic model of who makes a link between the two acts."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.tools.sm_exceptions import ModelWarning

from participatiemonitor.estimation.analyses.associations import background
from participatiemonitor.estimation.estimates import Estimates
from participatiemonitor.estimation.refs import Ref

OUTCOME, VISION = "koppeling.ja", "participatievisie.ja"
TERMS = {
    "verdubbeling": "twee keer zoveel bijstandsgerechtigden",
    "intergemeentelijk": "een intergemeentelijke dienst",
    "visie": "een vastgestelde participatievisie",
}


@dataclass(frozen=True)
class LinkModel:
    """Average marginal effects on the chance that an organisation makes a link.

    Attributes
    ----------
    n : int
        Respondents with all variables known.
    effects : pandas.DataFrame
        One row a term of `TERMS`: ``effect`` in percentage points, ``low`` and ``high`` of its
        95 % interval, ``p``. Empty when the model cannot be estimated.
    """

    n: int
    effects: pd.DataFrame


def link_model(estimates: Estimates, group: str) -> LinkModel:
    """Fit the model for one group.

    Parameters
    ----------
    estimates : Estimates
    group : str

    Returns
    -------
    LinkModel

    Notes
    -----
    Maximum likelihood with a heteroscedasticity-consistent covariance (HC1); unweighted, since
    the size of the organisation, on which the sampling depends, is in the model. Effects are
    averaged over the respondents (Wooldridge 2010, § 15.6).
    """
    features = background(estimates)
    linked = estimates.answers(Ref.parse(f"{OUTCOME}@{group}"))
    vision = estimates.answers(Ref.parse(f"{VISION}@{group}"))
    known = linked.index.intersection(vision.index)
    data = pd.DataFrame({
        "verdubbeling": np.log2(features.loc[known, "klanten"]),
        "intergemeentelijk": features.loc[known, "intergemeentelijk"],
        "visie": vision[known],
    }).astype(float)
    data = data.loc[:, data.nunique() > 1]
    empty = pd.DataFrame(columns=["effect", "low", "high", "p"])
    if len(known) < 10 * (data.shape[1] + 1) or linked[known].nunique() < 2:
        return LinkModel(len(known), empty)
    with warnings.catch_warnings():
        # No convergence, perfect separation, or the overflow that comes before it.
        warnings.simplefilter("error", category=ModelWarning)
        warnings.simplefilter("error", category=RuntimeWarning)
        try:
            fitted = sm.Logit(linked[known], sm.add_constant(data)).fit(disp=0, cov_type="HC1")
        except (ModelWarning, RuntimeWarning, np.linalg.LinAlgError):
            return LinkModel(len(known), empty)
    found = fitted.get_margeff(at="overall").summary_frame()
    effects = pd.DataFrame({
        "effect": 100 * found["dy/dx"], "low": 100 * found["Conf. Int. Low"],
        "high": 100 * found["Cont. Int. Hi."], "p": found["Pr(>|z|)"],
    })
    return LinkModel(len(known), effects)
