"""Weighted estimates with intervals from the answers themselves, for their owner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.estimation.answers import Flags, Floats
from participatiemonitor.estimation.design.intervals import (
    effective_size,
    exact_interval,
    logit_interval,
    share_interval,
)
from participatiemonitor.estimation.design.stratified import Design, ratios
from participatiemonitor.survey.answered import Answered
from participatiemonitor.survey.wave import Wave


@dataclass(frozen=True)
class Weighted:
    """A weighted estimate; NaN where there is none.

    Attributes
    ----------
    value : float
        Weighted share or mean, a fraction.
    se : float
        Design-based standard error, in the same unit; 0 where all organisations answered.
    low, high : float
        Bounds of the 95 % interval.
    """

    value: float
    se: float
    low: float
    high: float

    def rounded(self) -> Weighted:
        """In whole percents, the standard error in tenths of one."""
        return Weighted(*(_rounded(part, digits) for part, digits in (
            (self.value, 2), (self.se, 3), (self.low, 2), (self.high, 2))))


NOTHING = Weighted(np.nan, np.nan, np.nan, np.nan)


@dataclass(frozen=True)
class Parted:
    """A weighted estimate of the frame as a whole, and what its strata add to the error.

    Attributes
    ----------
    weighted : Weighted
        Not rounded.
    scale : ndarray of float, shape (L,)
        By stratum, what one answer would add: its weight in the estimate, times the standard
        deviation of the answers.
    known : ndarray of float, shape (L,)
        Respondents of whom it is known what they answered, or that they were not asked.
    sizes : ndarray of float, shape (L,)
        Organisations in the frame.
    answered : ndarray of float, shape (L,)
        Respondents that answered.
    given : ndarray of float, shape (L,), or None
        Those who gave the answer; None of a mean.
    """

    weighted: Weighted
    scale: Floats
    known: Floats
    sizes: Floats
    answered: Floats
    given: Floats | None = None


class GroupDesign:
    """One group of respondents as a stratified sample of the frame.

    Parameters
    ----------
    answered : Answered
    group : str

    Attributes
    ----------
    strata : tuple of str
        Names of the strata of the design, as domains are written.
    unions : tuple of str
        Publication domains that join strata of the design.

    Notes
    -----
    A stratum with one respondent has no variance of its own. It is joined with the strata that it
    shares a publication domain with: collapsed strata (Cochran 1977, § 5A.12).
    """

    def __init__(self, answered: Answered, group: str) -> None:
        members = answered.members(group)
        joined = _joined_strata(answered, members["stratum"].value_counts().to_dict())
        self.strata = tuple(dict.fromkeys(joined.values()))
        self.unions = tuple(domain for domain in answered.info.publication.domains
                            if domain not in self.strata)
        codes = [self.strata.index(joined[stratum]) for stratum in members["stratum"]]
        sizes = [sum(stratum.organisations for name, stratum in answered.info.strata.items()
                     if joined[name] == one) for one in self.strata]
        self.design = Design(np.array(codes, dtype=np.intp), np.array(sizes, float))
        self.clients = answered.frame["clients"].loc[members["organisation"]].to_numpy(float)

    def estimate(self, values: Floats, answered: Flags, resolved: Flags, asked: Flags, *,
                 domain: str, kind: str) -> Weighted:
        """Estimate one quantity.

        Parameters
        ----------
        values : ndarray of float, shape (n,)
        answered : ndarray of bool, shape (n,)
            Who is in the domain and has a value.
        resolved : ndarray of bool, shape (n,)
            Who answered, or is known not to have been asked.
        asked : ndarray of bool, shape (n,)
            Who is in the domain and is known to have been asked.
        domain : str
            A publication domain whose organisations were all asked gets an exact interval; one
            that joins strata of the design counts as one stratum.
        kind : str
            Of the question: in percentages organisations count by their clients, and means of
            numbers, which may be anything, have no interval.

        Returns
        -------
        Weighted
        """
        if not answered.any():
            return NOTHING
        found = ratios(self.design, values[:, None], answered[:, None], resolved[:, None],
                       self.clients if kind == "percentage" else None)
        value, se = float(found.value[0]), float(found.se[0])
        if kind == "number":
            return Weighted(value, se, np.nan, np.nan)
        if kind == "percentage":
            low, high = logit_interval(found.value, found.se, found.df)
            return Weighted(value, se, float(low[0]), float(high[0]))
        members = self.design.membership
        placed = members @ resolved + members @ asked - members @ answered
        # Where routing decides an estimate, from all of whom it is known whether they were asked,
        # also where they then gave no answer.
        about = self.design.sizes * (members @ asked) / np.maximum(placed, 1)
        if domain not in (*self.strata, *self.unions):
            by_stratum = members @ answered
            bounds = share_interval(np.array(value), effective_size(
                np.maximum(about, by_stratum), by_stratum))
            return Weighted(value, se, *map(float, bounds))
        given, n = values[answered], int(answered.sum())
        size = max(float(n), about.sum())
        if domain in self.unions:
            value = float(given.mean())
            se = ((1 - n / size) * value * (1 - value) / max(n - 1, 1)) ** 0.5
        if ((about == 0) | (about == self.design.sizes)).all():
            return Weighted(value, se, *exact_interval(int(given.sum()), n, round(size)))
        bounds = share_interval(np.array(value), effective_size(np.array([size]), np.array([n])))
        return Weighted(value, se, *map(float, bounds))


def _joined_strata(wave: Wave, counts: dict[str, int]) -> dict[str, str]:
    """Name of the stratum of the design that each stratum of the frame is part of."""
    joined = {stratum: stratum for stratum in wave.info.strata}
    for domain in wave.info.publication.domains:
        parts = domain.split("+")
        if len(parts) > 1 and any(counts.get(part, 0) < 2 for part in parts):
            joined |= dict.fromkeys(parts, domain)
    return joined


def _rounded(value: float, digits: int) -> float:
    return value if np.isnan(value) else dutch.half_up(float(value), digits)
