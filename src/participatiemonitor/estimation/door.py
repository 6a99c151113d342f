"""The door: what is shown of the answers of a wave, computed from them one quantity at a time."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cache, cached_property, partial

import numpy as np
import pandas as pd

from participatiemonitor.estimation.answers import collect
from participatiemonitor.estimation.design.weighting import GroupDesign
from participatiemonitor.estimation.disclosure.hidden_cells import HiddenCells
from participatiemonitor.estimation.disclosure.protection import Protection
from participatiemonitor.estimation.estimates import (
    ASSUMED,
    EMPTY,
    HIDDEN,
    NOT_ASKED,
    OBSERVED,
    OK,
    Estimate,
)
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.register import REGISTER, RESPONSE, register_estimate
from participatiemonitor.survey.answered import Answered


class Door:
    """From answers to estimates, hidden when they must be.

    Parameters
    ----------
    answered : Answered
    protect : bool
        False shows everything, unrounded: for the owner of the answers, never for a publication.
    """

    def __init__(self, answered: Answered, *, protect: bool = True) -> None:
        self.answered = answered
        self._protect = protect
        self._collect = cache(partial(collect, answered))
        self._designs = {group: GroupDesign(answered, group) for group in answered.info.groups}
        self._protection = Protection(
            answered, HiddenCells(answered, self._collect, self._designs))

    @cached_property
    def bare(self) -> Door:
        """The same answers with nothing hidden and nothing rounded."""
        bare = copy(self)
        bare._protect = False
        return bare

    def estimate(self, ref: Ref) -> Estimate:
        """Estimate a quantity of one group that the wave has."""
        standing = OBSERVED if self.answered.info.status == "waarneming" else ASSUMED
        return replace(self._estimate(ref), standing=standing, weighted_standing=standing)

    def answers(self, ref: Ref) -> pd.Series[float]:
        """The answers of a quantity, not protected: 1 or 0, or the amount as a fraction.

        Parameters
        ----------
        ref : Ref

        Returns
        -------
        pandas.Series
            By respondent of the group and domain, without the missing ones. A net of items of a
            percentage is their sum, another net holds who gave any of them.
        """
        given = self._collect(ref.question, ref.group)
        here = given.within(self._strata(ref))
        return pd.Series(given.column(ref.options)[here],
                         self.answered.members(ref.group).index[here])

    def _strata(self, ref: Ref) -> tuple[int, ...] | None:
        order = list(self.answered.info.strata)
        return None if ref.domain == ALL else tuple(map(order.index, ref.domains))

    def _estimate(self, ref: Ref) -> Estimate:
        if ref.question in (REGISTER, RESPONSE):
            # Who took part is public; what they answered is not.
            return Estimate(ref, *register_estimate(self.answered, ref))
        question = self.answered.codebook[ref.question]
        measure = "mean" if question.kind in ("percentage", "number") else "share"
        if ref.group not in question.asked:
            return Estimate(ref, measure, 0, 0, np.nan, NOT_ASKED)
        given = self._collect(ref.question, ref.group)
        values, here = given.column(ref.options), given.within(self._strata(ref))
        n, count = int(here.sum()), float(values[here].sum())
        if self._protect and self._protection.hides_base(ref):
            return Estimate(ref, measure, None, np.nan, np.nan, HIDDEN)
        if not n:
            return Estimate(ref, measure, 0, 0, np.nan, EMPTY)
        if self._protect and self._protection.hides(ref):
            shown = n if n >= self.answered.info.publication.minimum_base else None
            return Estimate(ref, measure, shown, np.nan, np.nan, HIDDEN)
        step = self._protection.step(ref) if self._protect else 0.0
        if step is None:
            return Estimate(ref, measure, n, count, count / n)
        weighted = self._designs[ref.group].estimate(
            values, here, given.resolved, given.asked & given.placed(self._strata(ref)),
            domain=ref.domain,
            by_clients=question.kind == "percentage")
        return Estimate(ref, measure, n, count, count / n, OK,
                        weighted.rounded(step) if step else weighted)
