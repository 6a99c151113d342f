"""Weighted estimates with intervals, for the quantities of one group of respondents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from participatiemonitor import dutch
from participatiemonitor.estimation.answers import Flags, Floats
from participatiemonitor.estimation.design.intervals import (
    effective_size,
    exact_interval,
    logit_interval,
    share_interval,
)
from participatiemonitor.estimation.design.stratified import Design, ratios, shares
from participatiemonitor.survey.answered import Answered
from participatiemonitor.survey.wave import Wave


@dataclass(frozen=True)
class Weighted:
    """Weighted estimates; numbers or arrays of the same shape. NaN where there is none.

    Attributes
    ----------
    value : float
        Weighted share or mean, a fraction.
    se : float
        Design-based standard error, in the same unit; 0 where all organisations answered.
    low, high : float
        Bounds of the 95 % interval.
    """

    value: Any
    se: Any
    low: Any
    high: Any

    def rounded(self) -> Weighted:
        """In whole percents, the standard error in tenths of one."""
        return Weighted(*(_rounded(part, digits) for part, digits in (
            (self.value, 2), (self.se, 3), (self.low, 2), (self.high, 2))))


NOTHING = Weighted(np.nan, np.nan, np.nan, np.nan)


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
        # Which stratum of the frame is part of which stratum of the design.
        self._joins = np.array([[joined[stratum] == name for name in self.strata]
                                for stratum in answered.info.strata], float)
        sizes = [stratum.organisations for stratum in answered.info.strata.values()]
        self.design = Design(np.array(codes, dtype=np.intp), sizes @ self._joins)
        self.clients = answered.frame["clients"].loc[members["organisation"]].to_numpy(float)

    def estimate(self, values: Floats, answered: Flags, resolved: Flags, asked: Flags, *,
                 domain: str, by_clients: bool) -> Weighted:
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
        by_clients : bool
            Whether organisations count by their clients.

        Returns
        -------
        Weighted
        """
        if not answered.any():
            return NOTHING
        found = self.many(values[:, None], answered[:, None], resolved[:, None], asked[:, None],
                          by_clients)
        value, se, low, high = (float(part[0]) for part in (
            found.value, found.se, found.low, found.high))
        if domain in (*self.strata, *self.unions) and not by_clients:
            given, n = values[answered], int(answered.sum())
            sizes = self._asked(*map(self._by_stratum, (answered, resolved, asked)))
            size = max(float(n), sizes.sum())
            if domain in self.unions:
                value = float(given.mean())
                se = ((1 - n / size) * value * (1 - value) / max(n - 1, 1)) ** 0.5
            low, high = map(float, share_interval(
                np.array(value), effective_size(np.array([size]), np.array([n]))))
            if ((sizes == 0) | (sizes == self.design.sizes)).all():
                low, high = exact_interval(int(given.sum()), n, round(size))
        return Weighted(value, se, low, high)

    def many(self, values: Floats, answered: Flags, resolved: Flags, asked: Flags,
             by_clients: bool = False) -> Weighted:
        """Estimate columns at once, with their overall intervals; arrays of shape (n, q)."""
        if by_clients:
            found = ratios(self.design, values, answered, resolved, self.clients)
            return Weighted(found.value, found.se,
                            *logit_interval(found.value, found.se, found.df))
        found = ratios(self.design, values, answered, resolved)
        n, *others = map(self._by_stratum, (answered, resolved, asked))
        return Weighted(found.value, found.se, *share_interval(
            found.value, effective_size(np.maximum(self._asked(n, *others), n), n)))

    def shares(self, given: NDArray[Any], answered: Floats, resolved: Floats, asked: Floats
               ) -> Weighted:
        """As `many`, from counts by stratum of the frame instead of respondents.

        Parameters
        ----------
        given : ndarray of float, shape (..., S)
            In the order of ``wave.yml``.
        answered, resolved, asked : ndarray of float, shape (S,)

        Returns
        -------
        Weighted
            Arrays of shape (...).
        """
        n, *others = (counts @ self._joins for counts in (answered, resolved, asked))
        found = shares(self.design.sizes, given @ self._joins, n, others[0])
        effective = effective_size(np.maximum(self._asked(n, *others), n), n)
        return Weighted(found.value, found.se, *share_interval(found.value, effective))

    def _by_stratum(self, flags: Flags) -> Floats:
        return self.design.membership @ flags

    def _asked(self, answered: Floats, resolved: Floats, asked: Floats) -> Floats:
        """Organisations that a question is about, by stratum, from counts of shape (L, ...).

        An estimate where routing decides, from all of whom it is known whether they were asked,
        also where they then gave no answer.
        """
        placed = resolved + asked - answered
        sizes = self.design.sizes.reshape(-1, *[1] * (np.ndim(placed) - 1))
        return sizes * asked / np.maximum(placed, 1)


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
