"""Two samples of answers: how much a share changed, by the program's own parts."""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.design.intervals import effective_size, share_interval
from participatiemonitor.estimation.design.stratified import Design, ratios
from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.trend.covariance import UNKNOWN, bounded, of_answers
from participatiemonitor.estimation.trend.difference import Difference, difference
from participatiemonitor.estimation.trend.overlap import Overlap
from participatiemonitor.estimation.trend.scores import scores


class Sample:
    """A sample of one round: strata, answers, and who is known not to have been asked."""

    def __init__(self, strata, sizes, values, asked=None, clients=None):
        self.design = Design(np.asarray(strata, np.intp), np.asarray(sizes, float))
        self.values = np.asarray(values, float)
        self.domain = np.isfinite(self.values)
        self.resolved = self.domain | (False if asked is None else np.asarray(asked) == 0)
        self.clients = clients
        self.asked = self.domain
        self.scores, self.scale, self.known = scores(
            self.design, self.values, self.domain, self.resolved, clients)

    def weighted(self) -> Weighted:
        """The share with its interval, as `GroupDesign` computes it."""
        found = ratios(self.design, self.values[:, None], self.domain[:, None],
                       self.resolved[:, None], self.clients)
        members = self.design.membership
        n = members @ self.domain
        about = np.maximum(self.design.sizes * n / np.maximum(self.known, 1), n)
        low, high = share_interval(found.value, effective_size(about, n)[None])
        return Weighted(*map(float, (found.value[0], found.se[0], low[0], high[0])))


def change(first: Sample, second: Sample, pairs, common) -> Difference:
    """How much higher the share is in the second sample."""
    pairs = np.asarray(pairs, np.intp).reshape(-1, 2)
    cells = np.column_stack([first.design.strata[pairs[:, 0]], second.design.strata[pairs[:, 1]]])
    both = Overlap(pairs, cells, np.asarray(common, float)).known(first.resolved, second.resolved)
    factors = both.factors((first.known, second.known), (first.design.sizes, second.design.sizes))
    scales = first.scale, second.scale
    covariance = of_answers(both, factors, (first.scores, second.scores), scales)
    return difference(first.weighted(), second.weighted(),
                      bounded(factors, scales, UNKNOWN) if covariance is None else covariance)
