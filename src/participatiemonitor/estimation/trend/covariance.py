"""The covariance of the estimates of two rounds."""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.answers import Floats
from participatiemonitor.estimation.trend.overlap import Overlap

# Where nothing is told of it: the answers of organisations do not turn round by themselves.
UNKNOWN = (0.0, 1.0)


def bounded(factors: Floats, scales: tuple[Floats, Floats], between: tuple[float, float]) -> float:
    """The lowest covariance when the answers to both rounds have a correlation between two ends.

    Parameters
    ----------
    factors : ndarray of float, shape (G, H)
        As `Overlap.factors` gives them.
    scales : tuple of ndarray of float
        Of both rounds, by stratum; see `participatiemonitor.estimation.design.weighting.Parted`.
    between : tuple of float
        The lowest and the highest that the correlation can be.

    Returns
    -------
    float
    """
    low, high = between
    return float((np.where(factors > 0, low, high) * factors * np.outer(*scales)).sum())


def of_answers(overlap: Overlap, factors: Floats, scores: tuple[Floats, Floats],
             scales: tuple[Floats, Floats]) -> float | None:
    """The covariance, from the answers of those who are in both rounds.

    Parameters
    ----------
    overlap : Overlap
        Of whom something is known in both.
    factors : ndarray of float, shape (G, H)
    scores : tuple of ndarray of float
        By respondent of each round, what it adds to the estimate for the whole of its stratum.
    scales : tuple of ndarray of float
        The standard deviations of the scores, by stratum.

    Returns
    -------
    float or None
        None where in no stratum two or more are in both.

    Notes
    -----
    The covariance within a stratum is that of those in both, and never more than the standard
    deviations of all allow. Where one or none is in both, the correlation is that of all strata.
    """
    most = np.outer(*scales)
    counts = overlap.counts
    several = counts > 1
    if not several.any():
        return None
    sums = np.zeros((3, *counts.shape))
    cells = tuple(overlap.cells.T)
    first, second = (scores[place][overlap.pairs[:, place]] - mean[cells] for place, mean in
                     enumerate(_means(overlap, scores, counts)))
    for place, product in enumerate((first * second, first**2, second**2)):
        np.add.at(sums[place], cells, product)
    covariance = np.clip(sums[0] / np.maximum(counts - 1, 1), -most, most)
    squares = sums[1].sum() * sums[2].sum()
    together = sums[0].sum() / squares**0.5 if squares > 0 else 0.0
    return float((factors * np.where(several, covariance, together * most)).sum())


def _means(overlap: Overlap, scores: tuple[Floats, Floats], counts: Floats) -> list[Floats]:
    found = []
    for place, values in enumerate(scores):
        total = np.zeros_like(counts)
        np.add.at(total, tuple(overlap.cells.T), values[overlap.pairs[:, place]])
        found.append(total / np.maximum(counts, 1))
    return found
