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

Where the likelihood is as high without a move that is allowed and next to never made, its intensity
is nought, and it has no error.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.studies.ladder.likelihood import Likelihood
from participatiemonitor.studies.ladder.panel import Panel, neighbours
from participatiemonitor.studies.ladder.registrations import LEFT, Flags, Floats, Ints

# Of so few moves in all that persons were followed an intensity may as well be nought.
_HARDLY = 0.1
# How much lower the logarithm of a likelihood may be to be called as high.
_AS_HIGH = 0.01
# Less likely, per step and as a logarithm, than anything that can be computed.
_FAR = 1e4
# Steps of Newton from where the climb ends; it needs two or three.
_POLISHING, _NEAR = 20, 1e-5
# The curvature of a logarithm of which the steps tell nothing.
_FLAT = 1e-3


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
        raise InputError("niemand ging naar een andere trede of stroomde uit. Verwacht: "
                         "registraties van personen die zich verplaatsen.")
    likelihood, logs = _without_nought(likelihood, _climb(likelihood))
    return _told(likelihood, *_polish(likelihood, logs))


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

    def downward(logs: Floats) -> tuple[float, Floats]:
        value, slope = likelihood.value_and_slope(logs)
        # A step that is too long for a chance to be a number has to be turned back from.
        return min(-value / size, _FAR), -slope / size

    found = scipy.optimize.minimize(
        downward, start, jac=True, method="L-BFGS-B",
        bounds=[(lowest, np.log(10 / counted.times[counted.times > 0].min()))] * len(start),
        options={"maxiter": 200, "ftol": 1e-13, "gtol": 1e-9})
    return found.x


def _without_nought(likelihood: Likelihood, logs: Floats) -> tuple[Likelihood, Floats]:
    """Leave out moves, the slowest first, as long as the likelihood is as high without them."""
    counted = likelihood.counted
    moves = np.exp(logs) * counted.exposure[likelihood.origin]
    slowest = int(moves.argmin())
    if moves[slowest] > _HARDLY or len(moves) == 1:
        return likelihood, logs
    fewer = Likelihood(counted, np.delete(likelihood.origin, slowest),
                       np.delete(likelihood.target, slowest))
    if fewer.value(np.delete(logs, slowest)) == -np.inf:
        return likelihood, logs
    without = _climb(fewer)
    if fewer.value(without) < likelihood.value(logs) - _AS_HIGH:
        return likelihood, logs
    return _without_nought(fewer, without)


def _polish(likelihood: Likelihood, logs: Floats) -> tuple[Floats, Floats]:
    """Where the slope is nought, and the curvature there."""
    for _ in range(_POLISHING):
        curvature = likelihood.curvature(logs)
        curved, ways = np.linalg.eigh(curvature)
        if curved[0] <= _FLAT:
            raise InputError(_not_told(likelihood, abs(ways[:, 0])))
        step = np.linalg.solve(curvature, likelihood.value_and_slope(logs)[1])
        logs = logs + step
        # After so small a step the next one is nought, and the curvature the same.
        if abs(step).max() < _NEAR:
            return logs, curvature
    raise InputError(_not_told(likelihood, np.ones(len(logs))))


def _not_told(likelihood: Likelihood, weight: Floats) -> str:
    """What steps do not tell: the moves that go far in a direction that makes no difference."""
    moves = [f"trede {origin + 1} " + (f"naar {target + 1}" if target < likelihood.counted.rungs
                                       else f"naar {LEFT}")
             for origin, target, part in zip(likelihood.origin, likelihood.target, weight,
                                             strict=True) if part > weight.max() / 2]
    return ("uit deze registraties is niet te zeggen hoe snel personen gaan van "
            f"{dutch.enumeration(moves)}. Verwacht: meer personen met meer dan één datum, data die "
            "dichter bij elkaar liggen, of minder treden of overgangen.")


def _told(likelihood: Likelihood, logs: Floats, curvature: Floats) -> Intensities:
    counted = likelihood.counted
    model = np.asarray(np.linalg.inv(curvature), np.float64)
    of_kind = likelihood.scores(logs) @ model
    influence = np.stack([np.bincount(counted.person, part[counted.kind])
                          for part in of_kind.T], axis=1).astype(np.float64)
    persons = len(np.unique(counted.person))
    robust = (influence.T @ influence) * (persons / max(persons - 1, 1))
    return Intensities(
        likelihood.intensities(logs), likelihood.origin, likelihood.target, model,
        robust.astype(np.float64), influence, counted.exposure > 0, -2 * likelihood.value(logs))
