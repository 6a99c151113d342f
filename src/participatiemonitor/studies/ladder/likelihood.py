"""How likely steps are under a Markov process in continuous time, and the slope of that.

Notes
-----
With P(t) = exp(Q t), a step from r to s over a time t has the chance P_rs(t) (Kalbfleisch and
Lawless 1985). Leaving on a day that is known has the density of being on any rung just before and
leaving then, the sum over s of P_rs(t) q_s,left; being still there on a rung that is not known the
sum of P_rs(t). All are a row of P(t) times a vector that depends on how the step ended.

Parameters are the logarithms of the intensities that are allowed. The slope of the sum takes one
derivative of the exponential, in the direction of what each chance counts for: the derivative is
its own adjoint, with Q transposed (Higham 2008, ch. 3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.studies.ladder.exponentials import chances, derivative
from participatiemonitor.studies.ladder.panel import Panel
from participatiemonitor.studies.ladder.registrations import Floats, Ints


@dataclass(frozen=True)
class Likelihood:
    """The likelihood of steps, as a function of the logarithms of intensities.

    Attributes
    ----------
    counted : Panel
    origin, target : ndarray of int, shape (K,)
        The moves that are allowed; leaving is ``counted.rungs``.
    """

    counted: Panel
    origin: Ints
    target: Ints

    def intensities(self, logs: Floats) -> Floats:
        """The matrix of intensities, leaving as its last state.

        Parameters
        ----------
        logs : ndarray of float, shape (K,)

        Returns
        -------
        ndarray of float, shape (R + 1, R + 1)
            Rows add up to nought.
        """
        found = np.zeros((self.counted.rungs + 1,) * 2)
        found[self.origin, self.target] = np.exp(logs)
        return found - np.diag(found.sum(axis=1))

    def value(self, logs: Floats) -> float:
        """The logarithm of the likelihood; minus infinity where a step cannot have been taken."""
        intensities = self.intensities(logs)
        with np.errstate(divide="ignore"):
            return float(self.counted.counts @ np.log(self.likely(
                chances(intensities, self.counted.times), intensities)))

    def likely(self, over_time: Floats, intensities: Floats) -> Floats:
        """The chance or density of each kind of step.

        Parameters
        ----------
        over_time : ndarray of float, shape (G, R + 1, R + 1)
            The chances over each time.
        intensities : ndarray of float, shape (R + 1, R + 1)

        Returns
        -------
        ndarray of float, shape (k,)
        """
        seen = self.counted
        ends = self._ends(intensities)[seen.target]
        return (over_time[seen.time, seen.origin] * ends).sum(axis=1)

    def value_and_slope(self, logs: Floats) -> tuple[float, Floats]:
        """The same and its derivative.

        Parameters
        ----------
        logs : ndarray of float, shape (K,)

        Returns
        -------
        value : float
        slope : ndarray of float, shape (K,)
            Nought where the value is minus infinity.
        """
        seen, intensities = self.counted, self.intensities(logs)
        over_time, states = chances(intensities, seen.times), seen.rungs + 1
        likely = self.likely(over_time, intensities)
        if not likely.all():
            return -np.inf, np.zeros_like(logs)
        part = seen.counts / likely
        places = (seen.time * states + seen.origin)[:, None] * states + np.arange(states)
        ends = part[:, None] * self._ends(intensities)[seen.target]
        counts_for = np.bincount(places.ravel(), ends.ravel(), over_time.size).astype(
            np.float64).reshape(over_time.shape)
        by_intensity = derivative(intensities.T, seen.times, counts_for).sum(axis=0)
        by_intensity -= np.diagonal(by_intensity)[:, None].copy()
        if seen.exact:
            left = seen.target == seen.rungs
            by_intensity[:, -1] += part[left] @ over_time[seen.time[left], seen.origin[left]]
        return (float(seen.counts @ np.log(likely)),
                (by_intensity * intensities)[self.origin, self.target])

    def scores(self, logs: Floats) -> Floats:
        """The derivative of the logarithm of how likely each kind of step is.

        Parameters
        ----------
        logs : ndarray of float, shape (K,)

        Returns
        -------
        ndarray of float, shape (k, K)
        """
        seen, intensities = self.counted, self.intensities(logs)
        over_time = chances(intensities, seen.times)
        ends = self._ends(intensities)[seen.target]
        found = np.empty((len(seen.counts), len(logs)))
        for place, turn in enumerate(self.turns(logs)):
            change = derivative(intensities, seen.times, turn)
            found[:, place] = (change[seen.time, seen.origin] * ends).sum(axis=1)
            if seen.exact and self.target[place] == seen.rungs:
                left, origin = seen.target == seen.rungs, self.origin[place]
                found[left, place] += (over_time[seen.time[left], seen.origin[left], origin]
                                       * intensities[origin, -1])
        return found / self.likely(over_time, intensities)[:, None]

    def turns(self, logs: Floats) -> Floats:
        """How the matrix of intensities changes with each logarithm, shape (K, R + 1, R + 1)."""
        found = np.zeros((len(logs), *(self.counted.rungs + 1,) * 2))
        each = np.arange(len(logs))
        found[each, self.origin, self.target] = np.exp(logs)
        found[each, self.origin, self.origin] = -np.exp(logs)
        return found

    def curvature(self, logs: Floats) -> Floats:
        """Minus the second derivative of `value`, by differences of its slope, shape (K, K)."""
        step = 1e-4
        found = np.stack([self.value_and_slope(logs - way)[1] - self.value_and_slope(logs + way)[1]
                          for way in step * np.eye(len(logs))]) / (2 * step)
        return (found + found.T) / 2

    def _ends(self, intensities: Floats) -> Floats:
        """By how a step ended, what each state at its end counts for."""
        rungs = self.counted.rungs
        found = np.eye(rungs + 2, rungs + 1)
        found[rungs + 1, :rungs] = 1
        if self.counted.exact:
            found[rungs] = intensities[:, rungs]
        return found
