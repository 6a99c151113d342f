"""Municipalities in groups by policy choice and context: what each group reaches together.

Notes
-----
*Within a group.* The pooled rate with its exact interval, which is that of chance alone. Where
municipalities of one group differ more than that, the interval is too narrow; the wide one is that
of both counts divided by the dispersion (as Korn and Graubard 1998 do with the size of a sample),
which is Pearson's chi-square of municipalities around their groups by its degrees of freedom.

*Between groups.* Two tests. Of the deviance against chance alone (a chi-square), and of the
deviance by the dispersion (an F; McCullagh and Nelder 1989, section 4.5): the second also asks
whether groups differ more than municipalities of one group do, and is the one to go by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import scipy  # its parts are imported when they are first used
from numpy.typing import NDArray

from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.counts import PROPORTION, Counts, Floats
from participatiemonitor.studies.indicators.rates import LEVEL, exact_interval


@dataclass(frozen=True)
class Group:
    """Municipalities that are alike.

    Attributes
    ----------
    names : tuple of str
        Its value of each trait.
    municipalities : tuple of str
    events, at_risk, value : float
        Of all together.
    low, high : float
        Exact interval.
    wide_low, wide_high : float
        That which allows for dispersion.
    chi2 : float
        Pearson's, of its municipalities around `value`.
    p : float
        How likely it is by chance alone; NaN of one municipality, or where no event can differ.
    """

    names: tuple[str, ...]
    municipalities: tuple[str, ...]
    events: float
    at_risk: float
    value: float
    low: float
    high: float
    wide_low: float
    wide_high: float
    chi2: float
    p: float


@dataclass(frozen=True)
class Grouped:
    """Groups, and whether they differ.

    Attributes
    ----------
    traits : tuple of str
    groups : tuple of Group
        In the order of their names.
    dispersion : float
        Within groups, at least 1; of groups of one municipality 1.
    deviance : float
        Between groups.
    p_chance : float
        How likely it is if only chance were at work.
    p : float
        How likely it is if municipalities varied as they do within groups; NaN where no group has
        two.
    """

    traits: tuple[str, ...]
    groups: tuple[Group, ...]
    dispersion: float
    deviance: float
    p_chance: float
    p: float


def grouped(counts: Counts, traits: pd.DataFrame, by: Sequence[str], level: float = LEVEL
            ) -> Grouped:
    """Pool municipalities by their traits.

    Parameters
    ----------
    counts : Counts
    traits : pandas.DataFrame
        Indexed by municipality; policy choices and classes of context, as text.
    by : sequence of str
        The columns that make the groups: each combination that occurs is one.
    level : float

    Returns
    -------
    Grouped

    Raises
    ------
    InputError
        For a municipality that has no trait, with its name.
    """
    codes, keys = pd.MultiIndex.from_frame(traits_of(counts, traits, by)).factorize(sort=True)
    events, at_risk = (_sums(codes, each) for each in (counts.events, counts.at_risk))
    values, sizes = events / at_risk, np.bincount(codes)
    chi2 = _sums(codes, _pearson(counts, values[codes]))
    within = len(codes) - len(keys)
    spread = max(float(chi2.sum() / within), 1.0) if within else 1.0
    low, high = exact_interval(counts.kind, events, at_risk, level)
    wide = exact_interval(counts.kind, events / spread, at_risk / spread, level)
    # Nothing varies around 0, or around 1 of a proportion.
    free = (sizes > 1) & (values > 0) & ((values < 1) | (counts.kind != PROPORTION))
    p = np.where(free, scipy.special.chdtrc(np.maximum(sizes - 1, 1), chi2), np.nan)
    columns = events, at_risk, values, low, high, *wide, chi2, p
    groups = tuple(Group(tuple(map(str, key)), _members(counts, codes == place),
                         *(float(column[place]) for column in columns))
                   for place, key in enumerate(keys))
    return Grouped(tuple(by), groups, spread, *_between(counts, events, at_risk, chi2))


def traits_of(counts: Counts, traits: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The traits of the municipalities that counted.

    Parameters
    ----------
    counts : Counts
    traits : pandas.DataFrame
        Indexed by municipality.
    by : sequence of str
        The columns that are wanted.

    Returns
    -------
    pandas.DataFrame of str
        In the order of the counts.

    Raises
    ------
    InputError
        For a municipality that has no trait, with its name.
    """
    wanted = traits.reindex(list(counts.municipalities))[list(by)]
    without = wanted.index[wanted.isna().any(axis=1)]
    if len(without):
        raise InputError(f"van {', '.join(map(str, without[:10]))} is niet bekend: "
                         f"{', '.join(by)}; verwacht: een waarde bij elke gemeente.")
    return wanted.astype(str)


def _sums(codes: NDArray[np.intp], values: Floats) -> Floats:
    return np.bincount(codes, weights=values).astype(np.float64)


def _pearson(counts: Counts, expected: Floats) -> Floats:
    """What each municipality adds to the chi-square around what is expected of it."""
    variance = expected * (1 - expected if counts.kind == PROPORTION else 1) / counts.at_risk
    apart = (counts.values - expected) ** 2
    return np.divide(apart, variance, out=np.zeros_like(apart), where=variance > 0)


def _between(counts: Counts, events: Floats, at_risk: Floats, chi2: Floats
             ) -> tuple[float, float, float]:
    """The deviance between groups, and how likely it is with and without more than chance."""
    deviance = 2 * float(np.sum(scipy.special.xlogy(events, events / at_risk / counts.pooled)))
    if counts.kind == PROPORTION and counts.pooled < 1:
        rest = at_risk - events
        deviance += 2 * float(np.sum(scipy.special.xlogy(
            rest, rest / at_risk / (1 - counts.pooled))))
    deviance = max(deviance, 0.0)
    df, within = len(events) - 1, len(counts.municipalities) - len(events)
    if not df:
        return 0.0, np.nan, np.nan
    by_chance = float(scipy.special.chdtrc(df, deviance))
    if not within or not chi2.sum():
        return deviance, by_chance, np.nan
    ratio = deviance / df / (chi2.sum() / within)
    return deviance, by_chance, float(scipy.special.fdtrc(df, within, ratio))


def _members(counts: Counts, flags: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(name for name, of in zip(counts.municipalities, flags, strict=True) if of)
