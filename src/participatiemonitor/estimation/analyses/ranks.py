"""Rank correlations that leave open who in a size class gave an answer."""

from __future__ import annotations

import numpy as np
import pandas as pd

# How much of the way to the strongest correlation that its counts allow one is told at most. Near
# the end of it an answer would be known for certain: of the largest, or of the smallest.
REACH = 0.75


def standard_ranks(values: pd.Series, weights: pd.Series) -> pd.Series:
    """Ranks with mean 0 and deviation 1; equal values share the middle of their place.

    Parameters
    ----------
    values, weights : pandas.Series of float, length n

    Returns
    -------
    pandas.Series of float, length n
    """
    mass = weights.groupby(values).sum()
    ranks = values.map(mass.cumsum() - mass / 2)
    ranks -= np.average(ranks, weights=weights)
    return ranks / np.sqrt(np.average(ranks**2, weights=weights))


def covariance(answers: pd.Series, weights: pd.Series, ranks: pd.Series, classes: pd.Series
               ) -> float:
    """The covariance of answers and ranks, within `REACH`.

    Parameters
    ----------
    answers, weights : pandas.Series of float, length n
    ranks : pandas.Series of float, length n
        As `standard_ranks` gives them.
    classes : pandas.Series, length n
        Of these the shares are known.

    Returns
    -------
    float
    """
    def with_ranks(one: pd.Series) -> float:
        return float(np.average(one * ranks, weights=weights))

    between = with_ranks(answers.groupby(classes).transform("mean"))
    ends = []
    for sign in (-1, 1):
        arranged = answers.copy()
        for _, own in answers.groupby(classes):
            arranged[(sign * ranks[own.index]).sort_values().index] = np.sort(own)
        ends.append(between + REACH * (with_ranks(arranged) - between))
    return min(max(with_ranks(answers), ends[0]), ends[1])
