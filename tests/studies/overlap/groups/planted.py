"""Users drawn from classes that are known."""

from __future__ import annotations

import numpy as np

# Three groups over six provisions, that lie apart: work, care at home, youth.
SHARES = np.array([0.45, 0.40, 0.15])
CHANCES = np.array([
    [0.90, 0.70, 0.02, 0.02, 0.02, 0.05],
    [0.03, 0.02, 0.85, 0.60, 0.02, 0.10],
    [0.05, 0.03, 0.05, 0.02, 0.80, 0.75]])


def drawn(shares, chances, persons, seed=1, *, empty=False):
    """Patterns, how many have each, and how many of each class they are.

    Who use nothing are in no list, and left out unless asked for.
    """
    rng = np.random.default_rng(seed)
    classes = rng.choice(len(shares), size=persons, p=shares)
    uses = rng.random((persons, chances.shape[1])) < chances[classes]
    there = uses.any(axis=1) | empty
    classes, uses = classes[there], uses[there]
    patterns, place = np.unique(uses, axis=0, return_inverse=True)
    by_class = np.zeros((len(patterns), len(shares)), dtype=int)
    np.add.at(by_class, (place.ravel(), classes), 1)
    return patterns, by_class.sum(axis=1), by_class


def noise(provisions, persons, seed=1):
    """Users of whom each provision is used by chance: no groups at all."""
    return drawn(np.ones(1), np.full((1, provisions), 0.4), persons, seed)[:2]
