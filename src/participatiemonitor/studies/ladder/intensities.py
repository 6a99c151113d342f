"""How fast persons go from rung to rung and leave, of registrations at irregular dates.

Notes
-----
A Markov process in continuous time whose intensities q_rs stay the same, by maximum likelihood
(Kalbfleisch and Lawless 1985; Jackson 2011, R's ``msm``). It holds if dates do not depend on the
rung at that moment (Gruger, Kay and Schumacher 1991): who registers because somebody rose, sees
more rising than there is.

Standard errors are of two makes. Those of the model are the inverse of the curvature of the
likelihood; they are right if all persons move alike and are what ``msm`` gives. The robust ones
take all steps of a person together (Huber 1967; White 1982) and hold where persons differ, too;
intervals are made of these.

Where the likelihood is highest without a move that is allowed, its intensity is nought, and it has
no error.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor.errors import InputError
from participatiemonitor.studies.ladder.likelihood import Likelihood
from participatiemonitor.studies.ladder.panel import Panel, neighbours
from participatiemonitor.studies.ladder.registrations import Flags, Floats, Ints

# Of so few moves in all that persons were followed an intensity may as well be nought.
_HARDLY = 0.05
# Steps of Newton from where the climb ends; it needs two or three.
_POLISHING = 20


@dataclass(frozen=True)
class Intensities:
    """Intensities and how certain they are.

    Attributes
    ----------
    rates : ndarray of float, shape (R + 1, R + 1)
        Moves per unit of time, of those who are on a rung; leaving is the last row and column.
        Rows add up to nought. Rows of rungs where nobody was seen before another date are nought,
        as are those from where nobody moved; `seen` tells them apart.
    origin, target : ndarray of int, shape (K,)
        The moves that have an intensity.
    model, robust : ndarray of float, shape (K, K)
        Covariance of the logarithms of their intensities.
    influence : ndarray of float, shape (P, K)
        How far each person moves these logarithms.
    seen : ndarray of bool, shape (R,)
        On which rungs anybody was seen with a later date.
    deviance : float
        Minus twice the logarithm of the likelihood.
    """

    rates: Floats
    origin: Ints
    target: Ints
    model: Floats
    robust: Floats
    influence: Floats
    seen: Flags
    deviance: float

    def turned(self, place: int) -> Floats:
        """How `rates` change with the logarithm of one of them.

        Parameters
        ----------
        place : int
            Of the move.

        Returns
        -------
        ndarray of float, shape (R + 1, R + 1)
        """
        found = np.zeros_like(self.rates)
        origin, target = self.origin[place], self.target[place]
        found[origin, target] = self.rates[origin, target]
        found[origin, origin] = -self.rates[origin, target]
        return found


def fit(counted: Panel, allowed: Flags | None = None) -> Intensities:
    """The intensities that make the steps that were seen most likely.

    Parameters
    ----------
    counted : Panel
    allowed : ndarray of bool, shape (R, R + 1), optional
        From and to which rung moves are allowed, leaving as the last column; `neighbours` if
        nothing else is asked.

    Returns
    -------
    Intensities

    Raises
    ------
    InputError
        When nobody moved, a step cannot be made of moves that are allowed, or the steps do not
        tell how fast a move is.
    """
    moves = neighbours(counted) if allowed is None else allowed
    likelihood = Likelihood(counted, *np.nonzero(moves))
    if not len(likelihood.origin):
        raise InputError("niemand ging naar een andere trede of stroomde uit. Verwacht: registraties "
                         "van personen die zich verplaatsen.")
    logs = _climb(likelihood)
    followed = counted.exposure[likelihood.origin]
    kept = np.exp(logs) * followed > _HARDLY
    if not kept.all():
        without = Likelihood(counted, likelihood.origin[kept], likelihood.target[kept])
        fewer = _climb(without)
        if without.value(fewer) >= likelihood.value(logs) - 1e-6:
            likelihood, logs = without, fewer
    return _told(likelihood, _polish(likelihood, logs))


def _start(likelihood: Likelihood) -> Floats:
    """Moves as if each step were one, by the time that begins on a rung."""
    counted = likelihood.counted
    passed = np.array([
        counted.counts[(counted.origin == origin)
                       & (np.sign(counted.target - origin) == np.sign(target - origin))
                       & ((counted.target == counted.rungs) == (target == counted.rungs))
                       & (counted.target <= counted.rungs)].sum()
        for origin, target in zip(likelihood.origin, likelihood.target, strict=True)])
    everybody = counted.exposure.sum()
    return np.log((passed + 0.5) / np.maximum(counted.exposure[likelihood.origin],
                                              everybody / len(counted.counts)))


def _climb(likelihood: Likelihood) -> Floats:
    counted, start = likelihood.counted, _start(likelihood)
    if not np.isfinite(likelihood.value(start)):
        raise InputError("de overgangen die zijn toegestaan verklaren niet elke stap die is "
                         "geregistreerd. Verwacht: ten minste de naastgelegen treden, en uitstroom "
                         "van waar iemand uitstroomde.")
    size = counted.counts.sum()
    lowest = np.log(_HARDLY / 100 / counted.exposure.sum())
    found = scipy.optimize.minimize(
        lambda logs: -likelihood.value(logs) / size, start,
        jac=lambda logs: -likelihood.slope(logs) / size, method="L-BFGS-B",
        bounds=[(lowest, np.log(50 / counted.times[counted.times > 0].min()))] * len(start),
        options={"maxiter": 1000, "maxfun": 5000, "ftol": 1e-13, "gtol": 1e-9})
    return found.x


def _polish(likelihood: Likelihood, logs: Floats) -> Floats:
    for _ in range(_POLISHING):
        curvature = likelihood.curvature(logs)
        if np.linalg.eigvalsh(curvature).min() <= 1e-6:
            break
        step = np.linalg.solve(curvature, likelihood.slope(logs))
        logs = logs + step
        if abs(step).max() < 1e-7:
            return logs
    raise InputError("uit deze registraties is niet te zeggen hoe snel personen zich tussen alle "
                     "treden verplaatsen. Verwacht: meer personen met meer dan één datum, of minder "
                     "treden of overgangen.")


def _told(likelihood: Likelihood, logs: Floats) -> Intensities:
    counted = likelihood.counted
    model = np.linalg.inv(likelihood.curvature(logs))
    of_kind = likelihood.scores(logs) @ model
    influence = np.stack([np.bincount(counted.person, of_kind[counted.kind, place])
                          for place in range(len(logs))], axis=1)
    persons = len(np.unique(counted.person))
    return Intensities(
        likelihood.intensities(logs), likelihood.origin, likelihood.target, model,
        influence.T @ influence * persons / max(persons - 1, 1), influence, counted.exposure > 0,
        -2 * likelihood.value(logs))
