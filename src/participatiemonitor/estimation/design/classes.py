"""Weighted estimates from counts and means by size class, as these are published.

The size classes that are published are the strata. Counts and means hold noise, whose variance is
part of the standard errors and intervals; nothing here sees an answer.

Notes
-----
*Shares.* The estimate is that of `participatiemonitor.estimation.design.stratified.share`. Noise
that keeps the total makes no difference where all classes weigh the same: exchanges between two
classes move the estimate by the difference of their weights. The interval is that of the size of
an equally precise simple sample (see `intervals`), which the noise makes smaller.

*Means.* Of a class the mean of its respondents is published, of which the mean of its clients may
differ: some organisations have many more. Were an answer to say nothing of the size of who gave it,
the variance of the difference is

    (1 / n + (u - 2) / N) times that of the answers,

with n answers of N organisations and u the mean square of the clients by the square of their mean.
The spread of the answers is not published either. It is taken as a third of what such a mean allows
at most, where all answer 0 or 100: as where all percentages are as likely. Those of 2011 lie much
closer together, so that the interval is rather too wide; it is too narrow where most do answer 0 or
100, or large organisations something else than small ones. The mean of all respondents has no
noise: of the classes it only matters how far they move the mean of all clients from it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Floats
from participatiemonitor.estimation.design.intervals import (
    effective_size,
    exact_interval,
    share_interval,
)
from participatiemonitor.estimation.design.stratified import share, share_scale
from participatiemonitor.estimation.design.weighting import NOTHING, Parted, Weighted

# The variance of percentages that are all as likely, by that of nothing but 0 and 100.
FLAT = 1 / 3


@dataclass(frozen=True)
class Classes:
    """The size classes of a group, and whom of them a question is about.

    Attributes
    ----------
    sizes : ndarray of float, shape (D,)
        Organisations in the frame.
    clients : ndarray of float, shape (D,)
        Their clients.
    uneven : ndarray of float, shape (D,)
        The mean square of the clients of an organisation, by the square of their mean.
    answered : ndarray of float, shape (D,)
        Respondents that answered, as published.
    resolved, asked : ndarray of float, shape (D,)
        Respondents of whom it is known whether they were asked, and those who were.
    """

    sizes: Floats
    clients: Floats
    uneven: Floats
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
        value, se = share(self.sizes, counts.astype(float), self.answered, self.resolved)
        weights = self.sizes / np.maximum(self.resolved, 1)
        weights = weights / (weights @ self.answered)
        gaps = weights[:, None] - weights[None, :]
        added = float((exchanged * gaps**2).sum() / 2)
        size = _with_noise(float(effective_size(self.about, self.answered)), value, added)
        low, high = share_interval(np.array(value), np.array(size))
        return Weighted(value, float(np.hypot(se, added**0.5)), float(low), float(high))

    def parted_share(self, counts: NDArray[np.int64], exchanged: Floats) -> Parted:
        """The same, with what each class adds to the error."""
        _, scale = share_scale(self.sizes, counts.astype(float), self.answered, self.resolved)
        return Parted(self.share(counts, exchanged), scale, self.resolved, self.sizes,
                      self.answered, counts.astype(float))

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
            bounds = share_interval(np.array(value), np.array(_with_noise(
                float(effective_size(np.array([size]), np.array([n]))), value, added)))
            low, high = _reaching(bounds, value, len(chances) // 2 / n)
        return Weighted(value, se, low, high)

    def mean(self, means: Floats, places: list[int], noise: float, reach: float,
             together: float | None = None) -> Weighted:
        """The mean of all clients of some classes.

        Parameters
        ----------
        means : ndarray of float, shape (D,)
            Fractions.
        places : list of int
            The classes; those without answers do not count.
        noise : float
            The variance of their noise, in respondents squared.
        reach : float
            The most that it is, in respondents.
        together : float, optional
            The mean of all respondents of these classes, where it has no noise.

        Returns
        -------
        Weighted
        """
        kept = np.array([place for place in places if self.answered[place] > 0], int)
        if not len(kept):
            return NOTHING
        part, n, size = (values[kept] for values in (self.clients, self.answered, self.about))
        part = part / part.sum()
        # How much further a class counts than in the mean of respondents, if that is known.
        further = part if together is None else part - n / n.sum()
        value = min(max(float((together or 0) + further @ means[kept]), 0.0), 1.0)
        spread = FLAT * means[kept] * (1 - means[kept])
        variance = (part**2 @ ((1 / n + (self.uneven[kept] - 2) / size) * spread)
                    + further**2 @ (noise / n**2))
        bounds = share_interval(np.array(value), np.array(_with_noise(np.inf, value, variance)))
        return Weighted(value, float(variance**0.5), *_reaching(
            bounds, value, float(abs(further) @ (reach / n))))

    def parted_mean(self, means: Floats, noise: float, reach: float, together: float) -> Parted:
        """The same of all classes, with what each adds to the error."""
        part = np.where(self.answered > 0, self.clients, 0.0)
        # Of the answers by themselves; who was not asked adds nothing, and counts as known.
        spread = FLAT * np.nan_to_num(means * (1 - means)) * self.sizes / np.maximum(self.about, 1)
        return Parted(self.mean(means, [*range(len(means))], noise, reach, together),
                      part / part.sum() * spread**0.5, self.resolved, self.sizes,
                      self.answered)


def _with_noise(size: float, share: float, added: float) -> float:
    """The size of a simple sample that is as precise when its share has noise, too."""
    if not added:
        return size
    # A little away from 0 and 1, where any noise would be worth more than the whole sample.
    spread = max(share * (1 - share), (added**0.5) * (1 - added**0.5))
    return 1 / (1 / size + added / spread)


def _reaching(bounds: tuple[Floats, Floats], value: float, reach: float) -> tuple[float, float]:
    """An interval down to 0, or up to 1, where it may be but noise that keeps a value from it."""
    low, high = map(float, bounds)
    return 0.0 if value <= reach else low, 1.0 if 1 - value <= reach else high
