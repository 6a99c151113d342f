"""Chance from one seed, by place: what is drawn for the thousandth does not need those before it.

So a town and a country are drawn alike, a country in parts, and the same on every machine.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
SEED = 2012
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def chance(what: str, place: Ints) -> Floats:
    """Numbers of 0 up to 1, by what is drawn and for which place (splitmix64)."""
    bits = place.astype(np.uint64) + np.uint64(zlib.crc32(f"{SEED} {what}".encode()) << 31)
    bits *= _GOLDEN
    bits ^= bits >> np.uint64(30)
    bits *= _FIRST
    bits ^= bits >> np.uint64(27)
    bits *= _SECOND
    bits ^= bits >> np.uint64(31)
    drawn: Floats = (bits >> np.uint64(11)).astype(np.float64) / 2.0**53
    return drawn


def whole(what: str, place: Ints, size: int) -> Ints:
    """Whole numbers below a size, all as likely."""
    return (chance(what, place) * size).astype(np.int64)


def choice(what: str, place: Ints, weights: Sequence[float]) -> Ints:
    """Places of a row of weights, as likely as these say."""
    reached = np.cumsum(weights) / np.sum(weights)
    return np.searchsorted(reached, chance(what, place), side="right").astype(np.int64)
