"""The door: what is shown of the answers of a wave, computed from them one quantity at a time."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cache, cached_property, partial

import numpy as np
import pandas as pd

from participatiemonitor.estimation.answers import Floats, collect
from participatiemonitor.estimation.design.classes import Classes
from participatiemonitor.estimation.design.weighting import NOTHING, GroupDesign
from participatiemonitor.estimation.disclosure.amounts import MOST as MOST_MOVED
from participatiemonitor.estimation.disclosure.amounts import VARIANCE, means, whole
from participatiemonitor.estimation.disclosure.key import PUBLIC_KEY
from participatiemonitor.estimation.disclosure.noise import MOST, chances, exchanged
from participatiemonitor.estimation.disclosure.publication import Publication
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
from participatiemonitor.survey.codebook import Question


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
    """

    def __init__(self, answered: Answered, key: bytes = PUBLIC_KEY, *, protect: bool = True
                 ) -> None:
        self.answered = answered
        self._protect = protect
        self._collect = cache(partial(collect, answered))
        self._designs = {group: GroupDesign(answered, group) for group in answered.info.groups}
        self._key = key
        self._classes = cache(self._classes_of)
        self._publication = Publication(answered, key, self._collect)

    @cached_property
    def bare(self) -> Door:
        """The same answers with nothing hidden, and no noise."""
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
        if self._protect:
            return self._shown(ref, question, measure)
        given = self._collect(ref.question, ref.group)
        values, here = given.column(ref.options), given.within(self._strata(ref))
        n, count = int(here.sum()), float(values[here].sum())
        if not n:
            return Estimate(ref, measure, 0, 0, np.nan, EMPTY)
        weighted = self._designs[ref.group].estimate(
            values, here, given.resolved, given.asked & given.placed(self._strata(ref)),
            domain=ref.domain, kind=question.kind)
        return Estimate(ref, measure, n, count, count / n, OK, weighted)

    def _shown(self, ref: Ref, question: Question, measure: str) -> Estimate:
        """What may be shown of a quantity: see `participatiemonitor.estimation.disclosure`."""
        base = self._publication.base(ref.question, ref.group)
        places = self._places(ref)
        n = base.n if ref.domain == ALL else int(base.parts[places].sum()) if places else 0
        publication = self.answered.info.publication
        # Bases by size class would add up to a total that is hidden itself.
        least = (publication.minimum_base if ref.domain == ALL
                 else max(publication.minimum_base, publication.least_by_size))
        if not n and not question.when and places:
            return Estimate(ref, measure, 0, 0, np.nan, EMPTY)
        if n < least or not (base.told or ref.domain == ALL):
            return Estimate(ref, measure, None, np.nan, np.nan, HIDDEN)
        classes = self._classes(ref.question, ref.group)
        show = self._shown_share if measure == "share" else self._shown_mean
        return show(ref, n, places, classes)

    def _shown_share(self, ref: Ref, n: int, places: list[int], classes: Classes) -> Estimate:
        told, table = self._publication.total(ref), self._publication.table(ref)
        if ref.domain == ALL and told.status != OK:
            return Estimate(ref, "share", n, np.nan, np.nan, told.status, between=told.between)
        if ref.domain == ALL:
            count = self._publication.count(ref)
            weighted = NOTHING if table is None else classes.share(
                table[0][table[1]].sum(axis=0), exchanged(*table))
            return Estimate(ref, "share", n, count, count / n, OK, weighted.rounded())
        if table is None:
            return Estimate(ref, "share", n, np.nan, np.nan, HIDDEN)
        parts = table[0][table[1]].sum(axis=0)
        others = [place for place in range(len(parts)) if place not in places]
        noisy = min(len(places), len(others))
        variance = float(exchanged(*table)[np.ix_(places, others)].sum())
        weighted = classes.within(parts, places, variance, tuple(chances(variance, noisy)))
        count = int(parts[places].sum())
        return Estimate(ref, "share", n, count, count / n, OK, weighted.rounded(),
                        noise=MOST * noisy)

    def _shown_mean(self, ref: Ref, n: int, places: list[int], classes: Classes) -> Estimate:
        kind = self.answered.codebook[ref.question].kind
        parts = means(self._publication, self._key, ref)
        if ref.domain == ALL:
            given = self._collect(ref.question, ref.group)
            value = whole(float(given.column(ref.options)[given.within(None)].mean()), kind)
        elif parts is None:
            return Estimate(ref, "mean", n, np.nan, np.nan, HIDDEN)
        else:
            value = float(classes.answered[places] @ parts[places] / n)
        items = len(ref.options)  # each with noise of its own
        weighted = NOTHING if parts is None else classes.mean(
            parts, places, items * VARIANCE, items * MOST_MOVED)
        return Estimate(ref, "mean", n, np.nan, value, OK, weighted.rounded())

    def _places(self, ref: Ref) -> list[int]:
        """The publication domains that a domain is made of; none when it cuts through one."""
        domains = self.answered.info.publication.domains
        if ref.domain == ALL:
            return list(range(len(domains)))
        wanted = set(ref.domains)
        places = [place for place, domain in enumerate(domains)
                  if set(domain.split("+")) <= wanted]
        covered = {part for place in places for part in domains[place].split("+")}
        return places if covered == wanted else []

    def _classes_of(self, question: str, group: str) -> Classes:
        given, base = self._collect(question, group), self._publication.base(question, group)
        resolved, asked = (np.array([(flags & given.placed(domain)).sum() for domain in
                                     self._publication.domains], float)
                           for flags in (given.resolved, given.asked))
        return Classes(*self._sizes, base.parts.astype(float), resolved, base.moved + asked)

    @cached_property
    def _sizes(self) -> tuple[Floats, Floats, Floats]:
        """Organisations of each publication domain, their clients, and how uneven these are."""
        organisations = {name: stratum.organisations
                         for name, stratum in self.answered.info.strata.items()}
        frame = self.answered.frame
        found = []
        for domain in self.answered.info.publication.domains:
            parts = domain.split("+")
            clients = frame.loc[frame["stratum"].isin(parts), "clients"].to_numpy(float)
            found.append((sum(organisations[part] for part in parts), clients.sum(),
                          (clients**2).mean() / clients.mean()**2))
        sizes, clients, uneven = np.array(found, float).T
        return sizes, clients, uneven
