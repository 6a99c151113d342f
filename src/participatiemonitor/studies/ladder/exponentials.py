"""The chances over a time of a Markov process in continuous time, and how they change.

Notes
-----
The chances over a time t are exp(Q t), Q being the intensities. Q plus a multiple of the identity
has no negative entries; its exponential is a Taylor series over a short time, squared until it is
that of the time asked. Nothing is ever subtracted, so that each chance has nearly all its digits,
the smallest, too (Xue and Ye 2013) - of its logarithm the likelihood is made. Intensities need have
no eigenvectors for it. The derivative in a direction is that of the same steps.
"""

from __future__ import annotations

import numpy as np

from participatiemonitor.studies.ladder.registrations import Floats

# Up to this norm the series is exact in double precision with so many terms.
_SHORT, _TERMS = 0.25, 11


def chances(intensities: Floats, times: Floats) -> Floats:
    """The chances of being in each state after a time.

    Parameters
    ----------
    intensities : ndarray of float, shape (S, S)
        Rows add up to nought, nothing but the diagonal is negative.
    times : ndarray of float, shape (G,)

    Returns
    -------
    ndarray of float, shape (G, S, S)
    """
    positive, unit, shrink, squarings = _scaled(intensities, times)
    found = unit + positive / _TERMS
    for term in range(_TERMS - 1, 0, -1):
        found = unit + positive @ found / term
    found *= shrink
    for _ in range(squarings):
        found = found @ found
    return found


def derivative(intensities: Floats, times: Floats, direction: Floats) -> Floats:
    """How these chances change with the intensities.

    Parameters
    ----------
    intensities : ndarray of float, shape (S, S)
    times : ndarray of float, shape (G,)
    direction : ndarray of float, shape (S, S) or (G, S, S)
        The change of the intensities, the same for each time or not.

    Returns
    -------
    ndarray of float, shape (G, S, S)
    """
    positive, unit, shrink, squarings = _scaled(intensities, times)
    turn = direction * (times / 2**squarings)[:, None, None]
    found, change = unit + positive / _TERMS, turn / _TERMS
    for term in range(_TERMS - 1, 0, -1):
        change = (turn @ found + positive @ change) / term
        found = unit + positive @ found / term
    found, change = found * shrink, change * shrink
    for _ in range(squarings):
        change = change @ found + found @ change
        found = found @ found
    return change


def _scaled(intensities: Floats, times: Floats) -> tuple[Floats, Floats, Floats, int]:
    """Intensities over a short time without negative ones, and what makes up for both."""
    states = len(intensities)
    fastest = float(-np.diagonal(intensities).min())
    longest = 2 * fastest * float(times.max(initial=0.0))
    squarings = max(0, int(np.ceil(np.log2(longest / _SHORT)))) if longest else 0
    short = (times / 2**squarings)[:, None, None]
    positive = (intensities + fastest * np.eye(states)) * short
    return positive, np.eye(states), np.exp(-fastest * short), squarings
