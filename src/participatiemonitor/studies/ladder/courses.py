"""What intensities say of the course of persons: times on a rung, until leaving, and rising.

Notes
-----
A stay on rung r lasts -1 / q_rr; the time until leaving is (-Q)^-1 1, with Q the intensities
between rungs (Norris 1997, § 3.3); the chances over a time t are exp(Q t). Errors are by the delta
method from the robust ones of `intensities`; of times on the log scale, as R's ``msm`` has it.
"""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.design.intervals import logit_interval
from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.trend.difference import Difference, difference
from participatiemonitor.studies.ladder.durations import Durations, ending, log_interval
from participatiemonitor.studies.ladder.exponentials import chances, derivative
from participatiemonitor.studies.ladder.intensities import Intensities
from participatiemonitor.studies.ladder.panel import Panel
from participatiemonitor.studies.ladder.registrations import Floats


def stays(fitted: Intensities) -> Durations:
    """The expected time on a rung, from coming there until going.

    Parameters
    ----------
    fitted : Intensities

    Returns
    -------
    Durations
        In the unit of time of the gaps.
    """
    total = -np.diagonal(fitted.rates)[:-1]
    moved = np.zeros((len(total), len(fitted.origin)))
    moved[fitted.origin, np.arange(len(fitted.origin))] = (
        fitted.rates[fitted.origin, fitted.target] / total[fitted.origin])
    with np.errstate(divide="ignore"):
        values = np.where(fitted.seen | (total > 0), 1 / total, np.nan)
    return log_interval(values, _errors(moved, fitted), np.isinf(values))


def until_leaving(fitted: Intensities) -> Durations:
    """The expected time until leaving.

    Parameters
    ----------
    fitted : Intensities

    Returns
    -------
    Durations
        In the unit of time of the gaps.
    """
    rates = fitted.rates[:-1, :-1]
    ends, unknown = ending(rates > 0, fitted.rates[:-1, -1] > 0,
                           ~fitted.seen & (np.diagonal(rates) == 0))
    within = np.ix_(ends, ends)
    visited = np.linalg.inv(-rates[within])
    values = np.where(unknown, np.nan, np.inf)
    values[ends] = visited.sum(axis=1)
    moved = np.zeros((len(rates), len(fitted.origin)))
    for place in range(len(fitted.origin)):
        turned = fitted.turned(place)[:-1, :-1][within]
        moved[ends, place] = visited @ turned @ values[ends] / values[ends]
    return log_interval(values, _errors(moved, fitted), np.isinf(values))


def rising(fitted: Intensities, time: float, standing: Floats) -> Weighted:
    """The share of persons that stand higher after a time.

    Parameters
    ----------
    fitted : Intensities
    time : float
        In the unit of the gaps.
    standing : ndarray of float, shape (R,)
        The parts of the persons that stand on each rung now; they add up to 1.

    Returns
    -------
    Weighted
        Who left by then did not rise.
    """
    value = float(_risen(chances(fitted.rates, np.array([time]))[0], standing))
    slopes = _slopes(fitted, time, standing)
    se = float(np.sqrt(slopes @ fitted.robust @ slopes))
    persons = (fitted.influence != 0).any(axis=1).sum()
    low, high = logit_interval(np.array([value]), np.array([se]), np.array([persons - 1.0]))
    return Weighted(value, se, float(low[0]), float(high[0]))


def rising_difference(first: Intensities, second: Intensities, time: float, standing: Floats
                      ) -> Difference:
    """How much more of the same persons would rise by the second intensities than by the first.

    Parameters
    ----------
    first, second : Intensities
        Of two periods or groups, of steps of the same `Registrations`: who is in both is known by
        the same number.
    time : float
    standing : ndarray of float, shape (R,)
        As of `rising`; the same for both, so that a difference is none of where persons stood.

    Returns
    -------
    Difference
    """
    both = min(len(first.influence), len(second.influence))
    covariance = float(
        (first.influence[:both] @ _slopes(first, time, standing))
        @ (second.influence[:both] @ _slopes(second, time, standing)))
    return difference(rising(first, time, standing), rising(second, time, standing), covariance)


def expected(counted: Panel, fitted: Intensities) -> tuple[Floats, Floats]:
    """How many steps were seen between each two rungs, and how many the model expects.

    Parameters
    ----------
    counted : Panel
    fitted : Intensities

    Returns
    -------
    seen : ndarray of float, shape (R, R)
        Of steps that did not end in leaving.
    expected : ndarray of float, shape (R, R)
        Of as many from the same rungs over the same times, by people who are still there. Far more
        seen than expected two or more rungs away says that persons jump, and that moves to the
        next rung are not enough.
    """
    rungs = counted.rungs
    between = counted.target < rungs
    origin, counts = counted.origin[between], counted.counts[between]
    seen, found = np.zeros((rungs, rungs)), np.zeros((rungs, rungs))
    np.add.at(seen, (origin, counted.target[between]), counts)
    there = chances(fitted.rates, counted.times)[counted.time[between], origin, :rungs]
    np.add.at(found, origin, counts[:, None] * there / there.sum(axis=1, keepdims=True))
    return seen, found


def _errors(moved: Floats, fitted: Intensities) -> Floats:
    return np.sqrt(np.einsum("rk,kl,rl->r", moved, fitted.robust, moved))


def _risen(over_time: Floats, standing: Floats) -> Floats:
    """By the last two axes: the chances of standing higher, of who stand so."""
    return (standing[:, None] * np.triu(over_time[..., :-1, :-1], 1)).sum(axis=(-2, -1))


def _slopes(fitted: Intensities, time: float, standing: Floats) -> Floats:
    """How the share that rises changes with the logarithm of each intensity."""
    turns = np.stack([fitted.turned(place) for place in range(len(fitted.origin))])
    return _risen(derivative(fitted.rates, np.full(len(turns), time), turns), standing)
