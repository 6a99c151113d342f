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
    _, place = np.unique(values, return_inverse=True)
    mass = np.bincount(place, weights)
    ranks = (mass.cumsum() - mass / 2)[place]
    ranks -= np.average(ranks, weights=weights)
    return pd.Series(ranks / np.sqrt(np.average(ranks**2, weights=weights)), values.index)


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
    # Arrays: this is computed of each item and feature.
    given, order = answers.to_numpy(), ranks.to_numpy()
    own = np.unique(classes, return_inverse=True)[1]

    def with_ranks(one: np.ndarray) -> float:
        return float(np.average(one * order, weights=weights))

    between = with_ranks((np.bincount(own, given) / np.bincount(own))[own])
    ends, sorted_within = [], given[np.lexsort((given, own))]
    for sign in (-1, 1):
        arranged = np.empty_like(given)
        arranged[np.lexsort((sign * order, own))] = sorted_within
        ends.append(between + REACH * (with_ranks(arranged) - between))
    return min(max(with_ranks(given), ends[0]), ends[1])
