"""A logistic model of who makes a link between the two acts."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.associations import background
from participatiemonitor.estimation.analyses.told import as_told
from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.known import not_asked
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected
from participatiemonitor.survey.wave import Wave

COLUMNS = ("term", "n", "effect", "low", "high", "demonstrable")
FOUND = ("effect", "low", "high", "p")
OUTCOME, VISION = "koppeling.ja", "participatievisie.ja"
TERMS = {
    "verdubbeling": "twee keer zoveel bijstandsgerechtigden",
    "visie": "een vastgestelde participatievisie",
}


def link_model(results: Results, group: str) -> pd.DataFrame:
    """Fit the model for one group: average marginal effects on the chance of a link.

    Parameters
    ----------
    results : Results
        Where its outcome, its vision or the number of respondents is hidden, so is the model.
    group : str

    Returns
    -------
    pandas.DataFrame
        One row a term of `TERMS`: ``term``; ``n``, the respondents with all variables known;
        ``effect`` in whole percentage points, ``low`` and ``high`` of its 95 % interval, and
        ``demonstrable``: whether that interval, as it is told, leaves out 0. NaN where the model
        cannot be estimated or may not be shown, which leaves ``n`` at 0, and for a term that is
        not in it.

    Notes
    -----
    Maximum likelihood with a heteroscedasticity-consistent covariance (HC1); unweighted, since
    the size of the organisation, on which the sampling depends, is in the model. Effects are
    averaged over the respondents (Wooldridge 2010, § 15.6): for size the slope of the chance, for a
    vision the difference that it makes. That is in the model where more than `CLASS` respondents
    make a link, and as many do not, both with and without a vision: fewer are not told as a total
    either. The size class is no term, and size has no more of it than the published counts hold.
    """
    needed = asked_variables(results.wave, group)
    effects = pd.DataFrame({"term": list(TERMS), "n": 0, "demonstrable": False},
                           columns=list(COLUMNS)).astype(dict.fromkeys(COLUMNS[2:5], float))
    if OUTCOME not in needed or any(results[ref].status != OK for ref in needed.values()):
        return effects
    data = link_data(results, group)
    if data is None or len(data[0]) < results.wave.info.publication.minimum_base:
        return effects
    linked, terms = data
    effects["n"] = len(linked)
    enough = len(linked) >= 10 * (terms.shape[1] + 1)
    found = average_effects(linked, terms) if enough else None
    if found is not None:
        told = (100 * found[list(FOUND[:3])]).map(dutch.half_up)
        effects[list(FOUND[:3])] = told.reindex(TERMS).to_numpy()
        effects["demonstrable"] = effects["low"].gt(0) | effects["high"].lt(0)
    return effects


def asked_variables(wave: Wave, group: str) -> dict[str, Ref]:
    """The outcome and the vision of a group, by `OUTCOME` and `VISION`; as far as asked."""
    refs = {name: Ref.parse(f"{name}@{group}") for name in (OUTCOME, VISION)}
    return {name: ref for name, ref in refs.items() if not not_asked(ref, wave)}


def link_data(results: Results, group: str) -> tuple[pd.Series[float], pd.DataFrame] | None:
    """What the model is fitted to, of the respondents with all variables known.

    Parameters
    ----------
    results : Results
    group : str

    Returns
    -------
    outcome : pandas.Series of float, length n
        1 where a link is made, else 0; with the size classes as `as_told` gives them.
    terms : pandas.DataFrame of float, shape (n, k - 1)
        Those of `TERMS` that are in the model. None where a count by size class is not shown, or
        no more than `CLASS` respondents make a link, or make none. Without a vision in the
        model where that was not asked.
    """
    given = unprotected(results, "link_model")
    needed = asked_variables(results.wave, group)
    linked, told = given.answers(needed[OUTCOME]), as_told(results, given, needed[OUTCOME])
    vision = given.answers(needed[VISION]) if VISION in needed else linked
    known = linked.index.intersection(vision.index)
    linked, vision = linked[known], vision[known]
    terms = pd.DataFrame({
        "verdubbeling": np.log2(background(given.answered).loc[known, "klanten"]),
        "visie": vision,
    })
    if told is None or min(linked.sum(), (1 - linked).sum()) <= CLASS:
        return None
    combined = np.bincount((2 * vision + linked).astype(int), minlength=4)
    whole = VISION in needed and combined.min() > CLASS
    return told[0][known], terms if whole else terms[["verdubbeling"]]


def average_effects(outcome: pd.Series[float], terms: pd.DataFrame) -> pd.DataFrame | None:
    """Average effects of terms on the chance of an outcome, by a logistic model.

    Parameters
    ----------
    outcome : pandas.Series of float, length n
        1 or 0, or a part.
    terms : pandas.DataFrame of float, shape (n, k - 1)
        A term of ones and zeros has the effect of the one instead of the other, every other term
        that of a small step, as a slope.

    Returns
    -------
    pandas.DataFrame or None
        By term: the effect as a fraction, the bounds of its 95 % interval, and p. None where there
        is no largest likelihood.

    Notes
    -----
    The covariance of the coefficients is that of White (1980) times n / (n - k), known as HC1
    (MacKinnon and White 1985); that of the effects follows by the delta method.
    """
    import statsmodels.api as sm
    from statsmodels.tools.sm_exceptions import ModelWarning

    model = sm.Logit(outcome, sm.add_constant(terms))
    with warnings.catch_warnings():
        # No convergence, perfect separation, or the overflow that comes before it.
        warnings.simplefilter("error", category=ModelWarning)
        warnings.simplefilter("error", category=RuntimeWarning)
        try:
            # What statsmodels calls HC1 lacks its factor here. With every respondent a cluster of
            # its own it is there: n / (n - 1) for clusters times (n - 1) / (n - k).
            fitted = model.fit(disp=0, cov_type="cluster",
                               cov_kwds={"groups": np.arange(len(outcome))})
        except (ModelWarning, RuntimeWarning, np.linalg.LinAlgError):
            return None
    table = fitted.get_margeff(at="overall", dummy=True).summary_frame()
    return table[["dy/dx", "Conf. Int. Low", "Cont. Int. Hi.", "Pr(>|z|)"]].set_axis(
        list(FOUND), axis="columns")
