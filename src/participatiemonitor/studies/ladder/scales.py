"""Numbers of persons, such as ages, in classes with round bounds."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.registrations import Floats, Ints

# Up to so many different numbers each is a class of its own.
FEW = 6
# Classes between the tenth and the ninetieth of a hundred persons, about.
_CLASSES, _ROUND = 4, (1, 2, 5, 10)


@dataclass(frozen=True)
class Scale:
    """Classes from low to high.

    Attributes
    ----------
    low, high : tuple of float
        Bounds of each; infinite of those at the ends where it is open, and the same where it is a
        single number.
    """

    low: tuple[float, ...]
    high: tuple[float, ...]

    @classmethod
    def of_values(cls, values: Iterable[float]) -> Scale:
        """Each number a class of its own."""
        ends = tuple(map(float, values))
        return cls(ends, ends)

    def __len__(self) -> int:
        """How many classes there are."""
        return len(self.low)

    def name(self, places: tuple[int, ...]) -> str:
        """What neighbouring classes are called together: *30 tot 50*, *3 tot en met 5*."""
        low, high = self.low[places[0]], self.high[places[-1]]
        if self.low == self.high:
            return _written(low) if low == high else f"{_written(low)} tot en met {_written(high)}"
        if math.isinf(low):
            return f"tot {_written(high)}"
        return f"{_written(low)} of meer" if math.isinf(high) else (
            f"{_written(low)} tot {_written(high)}")

    def middle(self, places: tuple[int, ...]) -> float:
        """The middle of neighbouring classes; an open one counts for as wide as the one beside."""
        width = next((high - low for low, high in zip(self.low, self.high, strict=True)
                      if math.isfinite(high - low)), 1.0)
        low, high = self.low[places[0]], self.high[places[-1]]
        return ((high - width if math.isinf(low) else low)
                + (low + width if math.isinf(high) else high)) / 2


def classes_of(values: Floats) -> tuple[Ints, Scale]:
    """Put numbers in classes.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
        At least one.

    Returns
    -------
    place : ndarray of int, shape (n,)
    scale : Scale
        With bounds that are one, two or five of a round number apart.
    """
    different = np.unique(values)
    if len(different) <= FEW:
        return np.searchsorted(different, values), Scale.of_values(different)
    low, high = np.quantile(values, (0.1, 0.9))
    # Where nearly all have the same number, a class of it is narrow.
    width = _round((high - low or (different[-1] - different[0]) / 100) / _CLASSES)
    first, last = math.floor(low / width) + 1, math.floor(high / width)
    edges = np.arange(min(first, last), last + 1) * width
    ends = (-math.inf, *map(float, edges), math.inf)
    return np.searchsorted(edges, values, side="right"), Scale(ends[:-1], ends[1:])


def _round(width: float) -> float:
    scale = 10.0 ** math.floor(math.log10(width))
    return next(scale * one for one in _ROUND if scale * one >= width * (1 - 1e-9))


def _written(value: float) -> str:
    """A number in as few decimals as it has, three at most."""
    digits = next((digits for digits in range(3) if round(value, digits) == round(value, 3)), 3)
    return dutch.decimal(value, digits)
