"""How long persons stay on a rung, and how long until they leave, of a chain in discrete time.

Notes
-----
With Q the chances of going from rung to rung, the fundamental matrix N = (I - Q)^-1 holds the
expected number of steps that begin on each rung before leaving, and its rows add up to the expected
time until leaving (Kemeny and Snell 1960, ch. 3). A stay on rung r lasts 1 / (1 - q_rr) steps.

Time is in steps: leaving counts for the whole step in which it falls, and what happens between two
measurements is not seen. Both say that the chain goes on as it did; that persons forget how long
they have been on a rung, is what a chain assumes.

The interval of a stay is that of q_rr, turned. That of the time until leaving is by the delta
method on the log scale. A step of a person from o to s moves the estimate for rung r by

    N_ro (1 + t_s - t_o) / n_o,

with t the times until leaving, 0 for who left, and n_o the steps from o; what the steps of a person
add is added first, so that persons may differ (see `shares`).

Where a rung may lead to one that nobody left, nor could leave along others, the time is infinite;
where it may lead to a rung from which no step was seen, it is not known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor.estimation.design.intervals import LEVEL
from participatiemonitor.studies.ladder.registrations import Flags, Floats
from participatiemonitor.studies.ladder.shares import Shares
from participatiemonitor.studies.ladder.steps import Steps


@dataclass(frozen=True)
class Durations:
    """Times by rung, with the bounds of their intervals.

    Attributes
    ----------
    values : ndarray of float, shape (R,)
        Infinite where it does not end, NaN where it is not known.
    low, high : ndarray of float, shape (R,)
        NaN of what is not known, and `low` of what does not end.
    endless : ndarray of bool, shape (R,)
        Where it does not end as far as was seen; readers are told so.
    """

    values: Floats
    low: Floats
    high: Floats
    endless: Flags

    def times(self, unit: float) -> Durations:
        """In other units: a step of half a year is 182,5 days."""
        return Durations(self.values * unit, self.low * unit, self.high * unit, self.endless)


def stays(chances: Shares) -> Durations:
    """The expected time on a rung, from coming there until going.

    Parameters
    ----------
    chances : Shares
        As `transitions.matrix` gives them.

    Returns
    -------
    Durations
        In steps, at least 1.
    """
    with np.errstate(divide="ignore"):
        values, low, high = (1 / (1 - np.diagonal(part))
                             for part in (chances.values, chances.low, chances.high))
    unknown = chances.steps == 0
    low, high = (np.where(unknown, np.nan, part) for part in (low, high))
    return Durations(values, low, high, np.isinf(values))


def visits(chances: Shares) -> Floats:
    """The fundamental matrix: the steps that begin on each rung before leaving.

    Parameters
    ----------
    chances : Shares
        As `transitions.matrix` gives them.

    Returns
    -------
    ndarray of float, shape (R, R)
        From the rung of the row; NaN where it is unknown whether leaving follows, infinite in
        whole rows from which it need not.
    """
    rungs = len(chances.values)
    ends, unknown = ending(chances.values[:, :rungs] > 0, chances.values[:, rungs] > 0,
                           chances.steps == 0)
    found = np.where(unknown, np.nan, np.inf)[:, None] * np.ones(rungs)
    within = np.ix_(ends, ends)
    # From rungs that lead to leaving one comes only on such rungs.
    found[ends] = 0.0
    found[within] = np.linalg.inv(np.eye(ends.sum()) - chances.values[:, :rungs][within])
    return found


def until_leaving(taken: Steps, chances: Shares) -> Durations:
    """The expected time until leaving.

    Parameters
    ----------
    taken : Steps
    chances : Shares
        The matrix of these steps.

    Returns
    -------
    Durations
        In steps, at least 1.
    """
    visited = visits(chances)
    values = visited.sum(axis=1)
    ends = np.isfinite(values)
    # What a step moves the times of all rungs: of those that do not end, nothing.
    finite = np.where(ends[:, None], visited, 0.0) / np.maximum(chances.steps, 1)
    ahead = np.append(np.where(ends, values, 0.0), 0.0)
    surprise = 1 + ahead[taken.target] - ahead[taken.origin]
    moved = np.stack([np.bincount(taken.person, finite[rung][taken.origin] * surprise)
                      for rung in range(taken.rungs)])
    persons = len(np.unique(taken.person))
    error = np.sqrt((moved**2).sum(axis=1) * persons / max(persons - 1, 1))
    return log_interval(values, error / np.where(ends, values, 1.0), np.isinf(values))


def log_interval(values: Floats, errors: Floats, endless: Flags) -> Durations:
    """Times with the intervals that follow from standard errors of their logarithms.

    Parameters
    ----------
    values, errors : ndarray of float, shape (R,)
        Times, and the errors of their logarithms.
    endless : ndarray of bool, shape (R,)

    Returns
    -------
    Durations
    """
    factor = np.exp(scipy.special.ndtri((1 + LEVEL) / 2) * errors)
    return Durations(values, np.where(endless, np.nan, values / factor), values * factor, endless)


def ending(moves: Flags, leaving: Flags, unseen: Flags) -> tuple[Flags, Flags]:
    """From which rungs leaving follows for sure, and from which that is not known.

    Parameters
    ----------
    moves : ndarray of bool, shape (R, R)
        Which rung leads to which.
    leaving, unseen : ndarray of bool, shape (R,)
        From which rung persons leave, and where nobody was seen to go or stay.

    Returns
    -------
    ends : ndarray of bool, shape (R,)
    unknown : ndarray of bool, shape (R,)
    """
    # A product of truths is whether there is a way.
    reach = np.eye(len(moves), dtype=bool) | moves
    for _ in moves:
        reach = reach @ reach
    unknown, trapped = reach @ unseen, reach @ ~(reach @ leaving)
    return ~trapped & ~unknown, unknown
