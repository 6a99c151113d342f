"""Policy choices at equal context: what municipalities reach, were their context the same.

Notes
-----
A generalised linear model (McCullagh and Nelder 1989) of the counts on the policy and the classes
of context together: logistic for proportions, log-linear with the time at risk for rates. Errors
are multiplied by the root of the dispersion, which is Pearson's chi-square by its degrees of
freedom, but at least 1; intervals and the test of the policy (an F) allow for it. What a policy
reaches is the mean over all municipalities, by persons or time, of what the model expects of each
under that policy (direct standardisation). Municipalities chose their policy: what else sets them
apart is not adjusted for.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import scipy  # its parts are imported when they are first used

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.counts import PROPORTION, Counts, Floats
from participatiemonitor.studies.indicators.groups import traits_of
from participatiemonitor.studies.indicators.rates import LEVEL


@dataclass(frozen=True)
class Choice:
    """A policy beside the one it is compared with.

    Attributes
    ----------
    name : str
    municipalities : int
    value : float
        Events per person or unit of time, if all municipalities had this policy.
    ratio, low, high : float
        Of odds or rates, by those of the policy compared with, and its interval; 1 of itself.
    """

    name: str
    municipalities: int
    value: float
    ratio: float
    low: float
    high: float


@dataclass(frozen=True)
class Adjusted:
    """Policies at equal context.

    Attributes
    ----------
    policy : str
    context : tuple of str
    choices : tuple of Choice
        The one that is compared with first: that of most municipalities, and of equals the first.
    dispersion : float
        At least 1.
    p : float
        How likely such differences between policies are if these make none.
    """

    policy: str
    context: tuple[str, ...]
    choices: tuple[Choice, ...]
    dispersion: float
    p: float


def adjusted(counts: Counts, traits: pd.DataFrame, policy: str, context: Sequence[str],
             level: float = LEVEL) -> Adjusted:
    """Compare policies at equal context.

    Parameters
    ----------
    counts : Counts
    traits : pandas.DataFrame
        Indexed by municipality; policy choices and classes of context, as text.
    policy : str
        Its column.
    context : sequence of str
        The columns that are held equal, one at least.
    level : float

    Returns
    -------
    Adjusted

    Raises
    ------
    InputError
        When a trait is missing, there is one policy, a policy goes with none or all of what can be
        counted, or policy and context cannot be told apart.
    """
    known = traits_of(counts, traits, [policy, *context])
    choices = [choice for choice, _ in Counter(known[policy]).most_common()]
    if len(choices) < 2:
        raise InputError(f"alle gemeenten hebben bij {policy} dezelfde keuze, {choices[0]}; "
                         "verwacht: ten minste twee keuzes om te vergelijken.")
    _refuse_ends(counts, known[policy])
    around = pd.get_dummies(known[list(context)], drop_first=True, dtype=float).to_numpy()
    base = np.column_stack([np.ones(len(known)), around])
    marks = np.column_stack([known[policy] == choice for choice in choices[1:]]).astype(float)
    design = np.column_stack([base, marks])
    left = len(known) - design.shape[1]
    if np.linalg.matrix_rank(design) < design.shape[1] or left < 1:
        raise InputError(f"{policy} en {dutch.enumeration(context)} zijn niet te scheiden: van een "
                         "keuze is er te weinig in verschillende context. Voeg klassen samen of "
                         "laat een kenmerk weg.")
    small, large = (_fit(counts, columns) for columns in (base, design))
    spread = max(float(large.pearson_chi2) / left, 1.0)
    ratio = max(float(small.deviance - large.deviance), 0.0) / (len(choices) - 1) / spread
    reach = scipy.special.stdtrit(left, (1 + level) / 2) * np.sqrt(spread) * large.bse
    rows = [(0.0, 0.0), *zip(large.params[base.shape[1]:], reach[base.shape[1]:], strict=True)]
    return Adjusted(policy, tuple(context), tuple(
        Choice(str(choice), int((known[policy] == choice).sum()),
               _standardised(counts, large, base, marks, place),
               *(float(np.exp(one)) for one in (effect, effect - width, effect + width)))
        for place, (choice, (effect, width)) in enumerate(zip(choices, rows, strict=True))),
        spread, float(scipy.special.fdtrc(len(choices) - 1, left, ratio)))


def _refuse_ends(counts: Counts, policy: pd.Series) -> None:
    for choice in dict.fromkeys(policy):
        members = (policy == choice).to_numpy()
        events, at_risk = counts.events[members].sum(), counts.at_risk[members].sum()
        if not events or (counts.kind == PROPORTION and events == at_risk):
            raise InputError(f"bij de keuze {choice} is {'niets' if not events else 'alles'} "
                             "geteld, zodat een verhouding niet te berekenen is. Voeg keuzes samen "
                             "of laat deze weg.")


def _fit(counts: Counts, design: Floats):  # type: ignore[no-untyped-def]
    """The model of the counts on the columns of a design."""
    from statsmodels.genmod import families
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

    with warnings.catch_warnings():
        # A class of context where nothing is counted, or counts that are as expected, tell no less
        # of policies, of which none is without.
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        if counts.kind == PROPORTION:
            both = np.column_stack([counts.events, counts.at_risk - counts.events])
            return GLM(both, design, family=families.Binomial()).fit()
        return GLM(counts.events, design, family=families.Poisson(),
                   exposure=counts.at_risk).fit()


def _standardised(counts: Counts, fitted, base: Floats, marks: Floats,  # type: ignore[no-untyped-def]
                  place: int) -> float:
    """The mean of what is expected if all had the policy at a place, 0 that compared with."""
    of_all = np.zeros_like(marks)
    of_all[:, place - 1 if place else slice(0, 0)] = 1.0
    linear = np.column_stack([base, of_all]) @ fitted.params
    expected = scipy.special.expit(linear) if counts.kind == PROPORTION else np.exp(linear)
    return float(np.average(expected, weights=counts.at_risk))
