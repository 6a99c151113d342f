"""What may be shown of a quantity, computed from the counts that are published.

Whether it is shown follows from its base and from how its total is told; how much, from counts by
size class with noise: see `participatiemonitor.estimation.disclosure`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property

import numpy as np

from participatiemonitor.estimation.answers import Answers, Floats
from participatiemonitor.estimation.design.classes import Classes
from participatiemonitor.estimation.design.weighting import NOTHING, Parted, Weighted
from participatiemonitor.estimation.disclosure.amounts import MOST as MOST_MOVED
from participatiemonitor.estimation.disclosure.amounts import VARIANCE, means, whole
from participatiemonitor.estimation.disclosure.noise import MOST
from participatiemonitor.estimation.disclosure.publication import Publication
from participatiemonitor.estimation.disclosure.spread import chances, exchanged
from participatiemonitor.estimation.estimates import EMPTY, HIDDEN, OK, Estimate
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.survey.answered import Answered


class Shown:
    """The estimates of a wave as far as they may be shown.

    Parameters
    ----------
    answered : Answered
    key : bytes
        Draws the noise.
    collect : callable
        Gives the answers to a question of a group.
    """

    def __init__(self, answered: Answered, key: bytes,
                 collect: Callable[[str, str], Answers]) -> None:
        self._info, self._codebook, self._frame = answered.info, answered.codebook, answered.frame
        self._key = key
        self._collect = collect
        self._publication = Publication(answered, key, collect)
        self._classes = cache(self._classes_of)

    def estimate(self, ref: Ref, measure: str) -> Estimate:
        """What may be shown of a quantity of one group that was asked.

        Parameters
        ----------
        ref : Ref
        measure : str
            ``share`` or ``mean``.

        Returns
        -------
        Estimate
        """
        base = self._publication.base(ref.question, ref.group)
        places = self._places(ref)
        n = base.n if ref.domain == ALL else int(base.parts[places].sum()) if places else 0
        rules = self._info.publication
        # Bases by size class would add up to a total that is hidden itself.
        least = (rules.minimum_base if ref.domain == ALL
                 else max(rules.minimum_base, rules.least_by_size))
        if not n and places and not self._codebook[ref.question].when:
            return Estimate(ref, measure, 0, 0, np.nan, EMPTY)
        if n < least or not (base.told or ref.domain == ALL):
            return Estimate(ref, measure, None, np.nan, np.nan, HIDDEN)
        classes = self._classes(ref.question, ref.group)
        show = self._share if measure == "share" else self._mean
        return show(ref, n, places, classes)

    def parted(self, ref: Ref, measure: str) -> Parted | None:
        """The weighted estimate of a group that is shown as a whole, and what each class adds.

        Parameters
        ----------
        ref : Ref
            Shown, and of all size classes.
        measure : str
            ``share`` or ``mean``.

        Returns
        -------
        Parted or None
            None where there are no counts or means by size class to show.
        """
        classes = self._classes(ref.question, ref.group)
        if measure == "share":
            table = self._publication.table(ref)
            return None if table is None else classes.parted_share(
                table[0][table[1]].sum(axis=0), exchanged(*table))
        parts = means(self._publication, self._key, ref)
        return None if parts is None else classes.parted_mean(
            parts, *self._moved(ref), self._mean_of_all(ref))

    def _share(self, ref: Ref, n: int, places: list[int], classes: Classes) -> Estimate:
        if ref.domain == ALL:
            told = self._publication.total(ref)
            if told.status != OK:
                return Estimate(ref, "share", n, np.nan, np.nan, told.status, between=told.between)
            count = self._publication.count(ref)
            return Estimate(ref, "share", n, count, count / n, OK, self._whole(ref, "share"))
        table = self._publication.table(ref)
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

    def _mean(self, ref: Ref, n: int, places: list[int], classes: Classes) -> Estimate:
        if ref.domain == ALL:
            return Estimate(ref, "mean", n, np.nan, self._mean_of_all(ref), OK,
                            self._whole(ref, "mean"))
        parts = means(self._publication, self._key, ref)
        if parts is None:
            return Estimate(ref, "mean", n, np.nan, np.nan, HIDDEN)
        value = float(classes.answered[places] @ parts[places] / n)
        weighted = classes.mean(parts, places, *self._moved(ref))
        return Estimate(ref, "mean", n, np.nan, value, OK, weighted.rounded())

    def _whole(self, ref: Ref, measure: str) -> Weighted:
        found = self.parted(ref, measure)
        return NOTHING if found is None else found.weighted.rounded()

    def _mean_of_all(self, ref: Ref) -> float:
        given = self._collect(ref.question, ref.group)
        return whole(float(given.column(ref.options)[given.within(None)].mean()),
                     self._codebook[ref.question].kind)

    @staticmethod
    def _moved(ref: Ref) -> tuple[float, float]:
        """The variance and the most of the noise of a mean: each item has noise of its own."""
        return len(ref.options) * VARIANCE, len(ref.options) * MOST_MOVED

    def _places(self, ref: Ref) -> list[int]:
        """The publication domains that a domain is made of; none when it cuts through one."""
        domains = self._info.publication.domains
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
                         for name, stratum in self._info.strata.items()}
        frame = self._frame
        found = []
        for domain in self._info.publication.domains:
            parts = domain.split("+")
            clients = frame.loc[frame["stratum"].isin(parts), "clients"].to_numpy(float)
            found.append((sum(organisations[part] for part in parts), clients.sum(),
                          (clients**2).mean() / clients.mean()**2))
        sizes, clients, uneven = np.array(found, float).T
        return sizes, clients, uneven
