"""The door: what is shown of the answers of a wave, computed from them one quantity at a time."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cache, cached_property, partial

import numpy as np
import pandas as pd

from participatiemonitor.estimation.answers import collect
from participatiemonitor.estimation.design.weighting import GroupDesign
from participatiemonitor.estimation.estimates import (
    ASSUMED,
    EMPTY,
    NOT_ASKED,
    OBSERVED,
    OK,
    Estimate,
)
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.register import REGISTER, RESPONSE, register_estimate
from participatiemonitor.estimation.shown import Shown
from participatiemonitor.survey.answered import Answered


class Door:
    """From answers to estimates, hidden when they must be.

    Parameters
    ----------
    answered : Answered
    key : bytes
        Draws the noise of what is shown by size class.
    protect : bool
        False shows everything, as it was answered: for the owner of the answers, never for a
        publication.

    Attributes
    ----------
    answered, key, protect
        As given.
    collect : callable
        The answers to a question of a group, as they were given.
    designs : dict of str to GroupDesign
        By group.
    shown : Shown
        What of the answers may be shown.
    """

    def __init__(self, answered: Answered, key: bytes, *, protect: bool = True) -> None:
        self.answered = answered
        self.key = key
        self.protect = protect
        self.collect = cache(partial(collect, answered))
        self.designs = {group: GroupDesign(answered, group) for group in answered.info.groups}
        self.shown = Shown(answered, key, self.collect)

    @cached_property
    def bare(self) -> Door:
        """The same answers with nothing hidden, and no noise."""
        bare = copy(self)
        bare.protect = False
        return bare

    def strata(self, group: str) -> tuple[str, ...]:
        """The strata by which a group is weighted: those that are published, if it is protected."""
        domains = self.answered.info.publication.domains
        return domains if self.protect else self.designs[group].strata

    def measure(self, ref: Ref) -> str:
        """What an estimate of a question is: ``share``, or ``mean`` of amounts."""
        kind = self.answered.codebook[ref.question].kind
        return "mean" if kind in ("percentage", "number") else "share"

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
        given = self.collect(ref.question, ref.group)
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
        question, measure = self.answered.codebook[ref.question], self.measure(ref)
        if ref.group not in question.asked:
            return Estimate(ref, measure, 0, 0, np.nan, NOT_ASKED)
        if self.protect:
            return self.shown.estimate(ref, measure)
        given = self.collect(ref.question, ref.group)
        values, here = given.column(ref.options), given.within(self._strata(ref))
        n, count = int(here.sum()), float(values[here].sum())
        if not n:
            return Estimate(ref, measure, 0, 0, np.nan, EMPTY)
        weighted = self.designs[ref.group].estimate(
            values, here, given.resolved, given.asked & given.placed(self._strata(ref)),
            domain=ref.domain, kind=question.kind)
        return Estimate(ref, measure, n, count, count / n, OK, weighted)
