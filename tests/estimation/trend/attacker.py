"""What an attacker learns of the counts of one round from the change between two, exactly.

He has the counts by size class that each round published, and of a change all that its error holds
of the joint answers: the ends between which their correlation is told to lie. He tries every joint
table that fits: who said yes then, now, and both times, by size class, and reckons with the exact
chance of each noise. Who left the question out in the second round may be known to him, too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from participatiemonitor.estimation.design.weighting import NOTHING, Parted
from participatiemonitor.estimation.disclosure import noise
from participatiemonitor.estimation.trend import joint
from participatiemonitor.estimation.trend.overlap import Overlap

from ..attack.kernel import kernel

Counts = tuple[int, ...]


@dataclass(frozen=True)
class Learnt:
    """How sure he is of the likeliest count of each size class of the first round.

    Attributes
    ----------
    alone : ndarray, shape (D,)
        From what both rounds published by themselves.
    with_change : ndarray, shape (B, D)
        From the change as well, for each two ends.
    chances : ndarray, shape (B,)
        How likely these ends are.
    values : ndarray of int, shape (B, D)
        How many values of each count remain.
    left : ndarray, shape (1 + B,)
        How likely it is that who left answered yes: from the rounds alone, and by ends.
    """

    alone: np.ndarray
    with_change: np.ndarray
    chances: np.ndarray
    values: np.ndarray
    left: np.ndarray


def learnt(sizes: Counts, first: Counts, second: Counts, leaves: bool = False) -> Learnt | None:
    """What is learnt of the first round, where all but one at most answered twice.

    Parameters
    ----------
    sizes : tuple of int
        Respondents by size class of the first round.
    first, second : tuple of int
        Who said yes, as published.
    leaves : bool
        Whether one of the first size class did not answer in the second round.

    Returns
    -------
    Learnt or None
        None where no correlation is told.
    """
    both = tuple(size - (leaves and not place) for place, size in enumerate(sizes))
    taking = _taking_part(sizes, both, first, second)
    if taking is None:
        return None
    used, edges = taking
    (counts, likely), (others, as_likely) = _published(sizes, first), _published(both, second)
    # Of who left, no and yes are as likely beforehand.
    fits = np.array([[[fitting(both, used, edges, one - left * np.eye(len(sizes), dtype=int)[0],
                               other) for other in others] for one in counts]
                     for left in range(1 + leaves)])
    joint_chances = np.einsum("a,b,labc->lca", likely, as_likely, fits)
    together, whole = joint_chances.sum(axis=0), joint_chances.sum(axis=(0, 1))
    yes = joint_chances[-1] * leaves
    return Learnt(
        _best(counts, whole[None])[0], _best(counts, together),
        together.sum(axis=1) / together.sum(),
        np.array([[len(np.unique(counts[row > 0, place])) for place in range(len(sizes))]
                  for row in together]),
        np.array([yes.sum() / whole.sum(),
                  *(yes.sum(axis=1) / np.maximum(together.sum(axis=1), 1e-300))]))


def loose(sizes: Counts, total: int) -> Iterator[Counts]:
    """The counts by size class that can be published for a total."""
    for counts in itertools.product(*(range(size + 1) for size in sizes)):
        if sum(counts) == total and noise.is_loose(
                np.array([counts, np.subtract(sizes, counts)])):
            yield counts


def _taking_part(sizes: Counts, both: Counts, first: Counts, second: Counts):
    """Which classes take part and between which ends it is told: the program's own rule."""
    pairs = np.repeat(np.arange(sum(both))[:, None], 2, axis=1)
    cells = np.repeat(np.repeat(np.arange(len(both)), both)[:, None], 2, axis=1)
    parts = [Parted(NOTHING, *[np.ones(len(both))] * 3, np.array(n, float), np.array(yes, float))
             for n, yes in ((sizes, first), (both, second))]
    found = joint.taking_part(Overlap(pairs, cells, np.zeros((len(both),) * 2)), *parts)
    return None if found is None else (
        tuple(np.unique(found.cells[:, 0]).tolist()), joint.ends(joint.attainable(found, *parts)))


def _constants() -> tuple[float, ...]:
    """What the noise depends on, so that other constants have another kernel."""
    return noise.OPEN, noise.ENDS, noise.NEAR, noise.ROOM, noise.SWEEPS, noise.MOST


def _published(sizes: Counts, counts: Counts) -> tuple[np.ndarray, np.ndarray]:
    """The counts of a round that can have been published so, and the chance with which each is."""
    table = np.array([counts, np.subtract(sizes, counts)])
    tables, chances = kernel(2, len(sizes), (), *_constants()).fitting(table)
    return tables[:, 0], chances


@cache
def _twice(size: int, then: int, now: int, only: int | None, *constants: float) -> np.ndarray:
    """By how many said yes twice, with noise: in how many ways, each by the chance of its noise.

    Where it is known how many did so in truth, `only` that way.
    """
    both = (np.arange(max(0, then + now - size), min(then, now) + 1) if only is None
            else np.array([only]))
    starts = np.array([[[a, then - a], [now - a, size - then - now + a]] for a in both])
    of = kernel(2, 2, (), *constants)
    found = np.zeros(min(then, now) + 1)
    for step, chances in zip(of.steps[-1], of.outcomes(starts).T, strict=True):
        goal = both + step[0, 0]
        np.add.at(found, goal[chances > 0], chances[chances > 0])
    return found


def fitting(sizes: Counts, used: Counts, edges: tuple[float, ...], then: np.ndarray,
            now: np.ndarray, only: Counts = ()) -> np.ndarray:
    """For each two ends, how many joint tables fit, each by the chance that it is told so.

    Where it is known how many said yes twice, by size class, `only` those.
    """
    if (then < 0).any() or (then > sizes).any() or (now > sizes).any():
        return np.zeros(len(edges) - 1)
    ways, sums = 1.0, np.ones(1)
    for place, (size, one, other) in enumerate(zip(sizes, then, now, strict=True)):
        twice = _twice(size, int(one), int(other), only[place] if only else None, *_constants())
        if place in used:
            sums = np.convolve(sums, twice)
        else:
            ways *= twice.sum()
    n, one, other = (np.array(values, float)[list(used)] for values in (sizes, then, now))
    spread = ((one - one**2 / n).sum() * (other - other**2 / n).sum()) ** 0.5
    found = (np.arange(len(sums)) - (one * other / n).sum()) / spread
    bounds = np.array([-np.inf, *edges[1:-1], np.inf])
    if joint.SHIFT:
        below = np.clip((bounds[:, None] - found + joint.SHIFT) / (2 * joint.SHIFT), 0, 1)
    else:
        below = (found < bounds[:, None]).astype(float)
    return ways * np.diff(below, axis=0) @ sums


def _best(counts: np.ndarray, chances: np.ndarray) -> np.ndarray:
    """The probability of the likeliest count, by row of chances and size class."""
    sums = np.maximum(chances.sum(axis=1, keepdims=True), 1e-300)
    return np.array([[max(row[counts[:, place] == value].sum()
                          for value in np.unique(counts[:, place]))
                      for place in range(counts.shape[1])] for row in chances / sums])
