"""How persons go over the ladder, as it may be told, whichever model it was computed with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor.studies.ladder.durations import Durations
from participatiemonitor.studies.ladder.registrations import Floats, Ints
from participatiemonitor.studies.ladder.rungs import Group

MONTH, YEAR = 365.25 / 12, 365.25


@dataclass(frozen=True)
class Ranges:
    """Figures with the bounds of their intervals; each has the same shape.

    Attributes
    ----------
    values, low, high : ndarray of float
    """

    values: Floats
    low: Floats
    high: Floats

    def within(self) -> Ranges:
        """The same, with bounds of shares cut off where no share can be."""
        return Ranges(self.values, np.clip(self.low, 0, 1), np.clip(self.high, 0, 1))


@dataclass(frozen=True)
class Course:
    """Where persons are after a time, and how long it takes.

    Attributes
    ----------
    groups : tuple of tuple of int
        Rungs that are told together, R of them.
    span : float
        The time after which they are looked for, in days.
    regular : bool
        Whether it is that between two measurements; else a model was fitted to irregular dates.
    leaving : bool
        Whether leaving is told.
    sizes : ndarray of int, shape (R,)
        Registrations on each that it rests on.
    matrix : Ranges, shape (R, R) or (R, R + 1)
        Shares of who stood on the rung of the row; leaving is the last column if it is told.
    moves : Ranges, shape (R + 1, 3) or (R + 1, 4)
        Who rose, stayed, fell and left, by rung; of all in the last row.
    stays : Durations
        Days on a rung.
    until : Durations or None
        Days until leaving; None where leaving is not told.
    """

    groups: tuple[Group, ...]
    span: float
    regular: bool
    leaving: bool
    sizes: Ints
    matrix: Ranges
    moves: Ranges
    stays: Durations
    until: Durations | None


def moved(shares: Floats) -> Floats:
    """Who rose, stayed, fell and left, of what goes from each rung to each.

    Parameters
    ----------
    shares : ndarray of float, shape (..., R, R) or (..., R, R + 1)
        Shares or counts; leaving is the last column if it is there.

    Returns
    -------
    ndarray of float, shape (..., R, 3) or (..., R, 4)
    """
    rungs = shares.shape[-2]
    between = shares[..., :rungs]
    kinds = [np.triu(between, 1).sum(axis=-1), np.diagonal(between, axis1=-2, axis2=-1),
             np.tril(between, -1).sum(axis=-1)]
    return np.stack([*kinds, *np.moveaxis(shares[..., rungs:], -1, 0)], axis=-1)
