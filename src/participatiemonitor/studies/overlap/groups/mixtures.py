"""Latent classes: a mixture of groups, in each of which a provision is used with its own chance.

Within a group provisions are used independently of each other (Lazarsfeld and Henry, 1968); what
goes together goes together because the same group uses it. Fitted by EM, on patterns with how often
each occurs, so that millions of users cost no more than the patterns they have.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

# No chance is nearer to none or to all: a pattern that was not seen still has a group.
EDGE = 1e-3
# Starts that are tried for a few steps, of which the best goes on (Biernacki and others, 2003).
STARTS, TRIED, LONGEST = 10, 12, 300
# It has arrived where a step adds less than so much a person to the log likelihood.
STILL = 1e-7
# How far the first chances lie from those of the pattern that a group starts at.
_SOFT = 0.15


@dataclass(frozen=True, eq=False)
class Mixture:
    """Groups of users.

    Attributes
    ----------
    shares : ndarray of float, shape (k,)
        How large each is; together 1.
    chances : ndarray of float, shape (k, p)
        Of each provision in each group.
    """

    shares: Floats
    chances: Floats

    def fits(self, uses: Flags) -> Floats:
        """The log likelihood of each pattern in each group, its size in it, shape (m, k)."""
        against = np.log1p(-self.chances)
        odds = np.log(self.chances) - against
        return np.asarray(uses @ odds.T + against.sum(axis=1) + np.log(self.shares))

    def nearest(self, uses: Flags) -> NDArray[np.int64]:
        """The likeliest group of each pattern, shape (m,)."""
        return np.asarray(self.fits(uses).argmax(axis=1))


@dataclass(frozen=True, eq=False)
class Fit:
    """A mixture, and how well it fits.

    Attributes
    ----------
    mixture : Mixture
    likelihood : float
        The logarithm of it, of all persons.
    """

    mixture: Mixture
    likelihood: float


def fitted(uses: Flags, counts: Floats, size: int, rng: np.random.Generator,
           starts: int = STARTS) -> Fit:
    """The best mixture of several starts.

    Parameters
    ----------
    uses : ndarray of bool, shape (m, p)
        Patterns.
    counts : ndarray of float, shape (m,)
        How many persons have each.
    size : int
        How many groups.
    rng : numpy.random.Generator
    starts : int, optional

    Returns
    -------
    Fit
    """
    patterns = uses.astype(float)
    tried = [_run(started(uses, counts, size, rng), patterns, counts, TRIED)
             for _ in range(starts)]
    best = max(tried, key=lambda fit: fit.likelihood)
    return _run(best.mixture, patterns, counts, LONGEST)


def started(uses: Flags, counts: Floats, size: int, rng: np.random.Generator) -> Mixture:
    """A mixture to start from: about patterns that occur often, and lie apart."""
    apart = np.ones(len(uses))
    chosen: list[int] = []
    for _ in range(size):
        odds = counts * apart
        odds = odds if odds.sum() else counts
        chosen.append(int(rng.choice(len(uses), p=odds / odds.sum())))
        far = (uses != uses[chosen[-1]]).sum(axis=1).astype(float)
        apart = far if len(chosen) == 1 else np.minimum(apart, far)
    usual = counts @ uses / counts.sum()
    about = _SOFT * usual + (1 - _SOFT) * uses[chosen]
    return Mixture(np.full(size, 1 / size), np.clip(about, EDGE, 1 - EDGE))


def stepped(mixture: Mixture, patterns: Floats, counts: Floats) -> Fit:
    """One step of EM: the next mixture, and the likelihood of the one that it is made of.

    Parameters
    ----------
    mixture : Mixture
    patterns : ndarray of float, shape (m, p)
        0 or 1.
    counts : ndarray of float, shape (m,)

    Returns
    -------
    Fit
    """
    fits = mixture.fits(patterns)  # type: ignore[arg-type]
    most = fits.max(axis=1, keepdims=True)
    odds = np.exp(fits - most)
    whole = odds.sum(axis=1, keepdims=True)
    likelihood = float(counts @ (most + np.log(whole))[:, 0])
    belongs = odds / whole * counts[:, None]
    sizes = np.maximum(belongs.sum(axis=0), np.finfo(float).tiny)
    # Within the edges the likelihood is largest here, so that no step lowers it.
    chances = np.clip(belongs.T @ patterns / sizes[:, None], EDGE, 1 - EDGE)
    return Fit(Mixture(sizes / sizes.sum(), chances), likelihood)


def _run(mixture: Mixture, patterns: Floats, counts: Floats, most: int) -> Fit:
    """Steps until they add next to nothing; the likelihood is that of the mixture returned."""
    enough, before = STILL * float(counts.sum()), -np.inf
    for _ in range(most):
        found = stepped(mixture, patterns, counts)
        if found.likelihood - before < enough:
            break
        mixture, before = found.mixture, found.likelihood
    return Fit(mixture, stepped(mixture, patterns, counts).likelihood)
