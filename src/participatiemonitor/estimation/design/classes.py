"""Weighted estimates from counts and means by size class, as these are published.

The size classes that are published are the strata. Counts and means hold noise, whose variance is
part of the standard errors and intervals; nothing here sees an answer.

Notes
-----
*Shares.* The estimate is that of `participatiemonitor.estimation.design.stratified.shares`. Noise
that keeps the total makes no difference where all classes weigh the same: exchanges between two
classes move the estimate by the difference of their weights. The interval is that of the size of
an equally precise simple sample (see `intervals`), which the noise makes smaller.

*Means.* The spread within a class is not published. It is taken as large as percentages with such
a mean can have, all 0 or 100: the interval is never too narrow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Floats
from participatiemonitor.estimation.design.intervals import (
    effective_size,
    exact_interval,
    logit_interval,
    share_interval,
)
from participatiemonitor.estimation.design.stratified import shares
from participatiemonitor.estimation.design.weighting import NOTHING, Weighted


@dataclass(frozen=True)
class Classes:
    """The size classes of a group, and whom of them a question is about.

    Attributes
    ----------
    sizes : ndarray of float, shape (D,)
        Organisations in the frame.
    clients : ndarray of float, shape (D,)
        Their clients.
    answered : ndarray of float, shape (D,)
        Respondents that answered, as published.
    resolved, asked : ndarray of float, shape (D,)
        Respondents of whom it is known whether they were asked, and those who were.
    """

    sizes: Floats
    clients: Floats
    answered: Floats
    resolved: Floats
    asked: Floats

    @property
    def about(self) -> Floats:
        """Organisations of the frame that the question is about; an estimate where it is routed."""
        placed = self.resolved + self.asked - self.answered
        return np.maximum(self.sizes * self.asked / np.maximum(placed, 1), self.answered)

    @property
    def everybody(self) -> bool:
        """Whether the question was put to all."""
        return bool((self.asked >= self.resolved).all())

    def share(self, counts: NDArray[np.int64], exchanged: Floats) -> Weighted:
        """The share of organisations that give an answer.

        Parameters
        ----------
        counts : ndarray of int, shape (D,)
        exchanged : ndarray of float, shape (D, D)
            The variance that exchanges of respondents between each two classes give them.

        Returns
        -------
        Weighted
        """
        if not self.answered.sum():
            return NOTHING
        found = shares(self.sizes, counts.astype(float), self.answered, self.resolved)
        value = float(found.value)
        with np.errstate(divide="ignore", invalid="ignore"):
            weights = self.sizes / np.maximum(self.resolved, 1)
        weights = weights / (weights @ self.answered)
        gaps = weights[:, None] - weights[None, :]
        added = float((exchanged * gaps**2).sum() / 2)
        size = _with_noise(float(effective_size(self.about, self.answered)), value, added)
        low, high = share_interval(np.array(value), np.array(size))
        return Weighted(value, float(np.hypot(found.se, added**0.5)), float(low), float(high))

    def within(self, counts: NDArray[np.int64], places: list[int], noise: float,
               chances: tuple[float, ...]) -> Weighted:
        """The same within some classes together, as if these were one.

        Parameters
        ----------
        counts : ndarray of int, shape (D,)
        places : list of int
            The classes.
        noise : float
            The variance of the noise of their sum.
        chances : tuple of float, of odd length
            Of each noise, the middle one of none.

        Returns
        -------
        Weighted
        """
        count, n = int(counts[places].sum()), int(self.answered[places].sum())
        size, value = float(self.about[places].sum()), count / n
        added = noise / n**2
        se = ((1 - n / size) * value * (1 - value) / max(n - 1, 1) + added) ** 0.5
        if self.everybody:
            low, high = exact_interval(count, n, round(size), chances)
        else:
            low, high = map(float, share_interval(np.array(value), np.array(_with_noise(
                float(effective_size(np.array([size]), np.array([n]))), value, added))))
            # What may be nothing but noise may be none, or all.
            reach = len(chances) // 2
            low, high = low if count > reach else 0.0, high if n - count > reach else 1.0
        return Weighted(value, se, low, high)

    def mean(self, means: Floats, noise: float, places: list[int]) -> Weighted:
        """The mean of all clients of some classes.

        Parameters
        ----------
        means : ndarray of float, shape (D,)
            Fractions.
        noise : float
            The variance of their noise in respondents squared.
        places : list of int
            The classes; those without answers do not count.

        Returns
        -------
        Weighted
        """
        kept = np.array([place for place in places if self.answered[place] > 0], int)
        if not len(kept):
            return NOTHING
        part, n, size = (values[kept] for values in (self.clients, self.answered, self.about))
        part = part / part.sum()
        value = float(part @ means[kept])
        spread = means[kept] * (1 - means[kept])
        variance = (1 - n / size) * spread / np.maximum(n - 1, 1) + noise / n**2
        se = float((part**2 @ variance) ** 0.5)
        low, high = (float(bound[0]) for bound in logit_interval(
            np.array([value]), np.array([se]), np.array([n.sum() - len(n)])))
        return Weighted(value, se, low, high)


def _with_noise(size: float, share: float, added: float) -> float:
    """The size of a simple sample that is as precise when its share has noise, too."""
    if not added:
        return size
    # A little away from 0 and 1, where any noise would be worth more than the whole sample.
    spread = max(share * (1 - share), (added**0.5) * (1 - added**0.5))
    return 1 / (1 / size + added / spread)
