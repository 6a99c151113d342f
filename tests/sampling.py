"""Samples of populations with a known share, with the bases of 2011 and without a program's help.

A population is drawn, a sample from it, and from that who was asked and who answered.
"""

from dataclasses import dataclass

import numpy as np

SHARES = np.arange(1, 20) / 20


@dataclass(frozen=True)
class Samples:
    """Counts of samples, shape (L, draws), and the share in each population.

    Who would give the answer, were everybody asked, is in `would`.
    """

    truth: np.ndarray
    population: np.ndarray
    placed: np.ndarray
    asked: np.ndarray
    answered: np.ndarray
    given: np.ndarray
    would: np.ndarray | None = None

    @property
    def about(self):
        """Organisations that the question is about, by stratum, as they are estimated."""
        return self.sizes * self.asked / self.placed

    @property
    def sizes(self):
        return self.population[0][:, None]


def drawn(sizes, bases, share, routed, missing, draws, *, fixed=False):
    """Populations in which everybody's answer is a toss, or with fixed numbers of answers."""
    rng = np.random.default_rng([int(1000 * part) for part in (share, routed, missing)])
    frame = np.tile(np.array(sizes)[:, None], draws)
    sample = np.tile(np.array(bases)[:, None], draws)
    about = np.rint(frame * routed).astype(int) if fixed else rng.binomial(frame, routed)
    would = np.rint(about * share).astype(int) if fixed else rng.binomial(about, share)
    asked = rng.hypergeometric(about, frame - about, sample)
    yes = rng.hypergeometric(would, about - would, asked)
    given, others = rng.binomial(yes, 1 - missing), rng.binomial(asked - yes, 1 - missing)
    return Samples(would.sum(axis=0) / np.maximum(about.sum(axis=0), 1), (frame[:, 0], about),
                   sample, asked, given + others, given, would)
