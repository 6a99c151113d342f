"""What a folder says as it may be shown: clients, samples and users past the door for persons.

A client file is told by `participatiemonitor.studies.demand.told`. Counts that a municipality
filled in are counts of persons as well: each client is of one profile at most, and so they are
told as the answers to a single choice are. What somebody estimated, is no count.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.estimation.disclosure.totals import CLASS, tell_all
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.studies.demand.clients import Clients, from_counts
from participatiemonitor.studies.demand.demand import Provision
from participatiemonitor.studies.demand.estimates import from_shares
from participatiemonitor.studies.demand.form import CLIENTS, COUNTS
from participatiemonitor.studies.demand.inputs import NONE, Inputs
from participatiemonitor.studies.demand.national import Margin, National
from participatiemonitor.studies.demand.told import told_clients
from participatiemonitor.studies.indicators.counts import PROPORTION
from participatiemonitor.studies.indicators.rates import exact_interval
from participatiemonitor.studies.persons.grouping import BASE


@dataclass(frozen=True)
class Shown:
    """What is told of the inputs.

    Attributes
    ----------
    clients : Clients or None
        None where there are too few to tell anything.
    national : National or None
        With local clients as they are told.
    provisions : tuple of Provision
    """

    clients: Clients | None
    national: National | None
    provisions: tuple[Provision, ...]


def shown(given: Inputs) -> Shown:
    """What may be told of a folder.

    Parameters
    ----------
    given : Inputs

    Returns
    -------
    Shown
    """
    provisions = tuple(replace(one, users=_alone(one.users)) for one in given.provisions)
    if given.clients.total.high < BASE or 0 < sum(given.sample.values()) < BASE:
        return Shown(None, None, provisions)
    if given.national is not None:
        country = _told_national(given.national)
        return Shown(country.corrected().clients, country, provisions)
    if given.way == CLIENTS:
        return Shown(told_clients(given.clients, given.patterns), None, provisions)
    if given.way == COUNTS:
        return Shown(_told_counts(given.clients), None, provisions)
    if given.sample:
        return Shown(_told_sample(given.sample, given.clients), None, provisions)
    return Shown(given.clients, None, provisions)


def told_kinds(counts: Sequence[int]) -> list[Limits]:
    """Counts of kinds, of which everybody is of one, as far as they are told.

    Parameters
    ----------
    counts : sequence of int

    Returns
    -------
    list of Limits
        Of those that are not told exactly the value is halfway.
    """
    ends = [(count, count) if one.status == OK else one.between or (0, sum(counts))
            for count, one in zip(counts, tell_all(counts, sum(counts), adds_up=True), strict=True)]
    return [Limits(float(low), float(high), (low + high) / 2) for low, high in ends]


def _told_counts(clients: Clients) -> Clients:
    """Where all are known, the rest is of no profile, and known as well."""
    if _whole([clients.total, *clients.counts]):
        counts = [int(one.low) for one in clients.counts]
        told = told_kinds([*counts, int(clients.total.low) - sum(counts)])[:-1]
    else:
        told = list(map(_alone, clients.counts))
    return from_counts(dict(zip(clients.profiles, told, strict=True)), clients.total)


def _told_sample(sample: Mapping[str, int], clients: Clients) -> Clients:
    size = sum(sample.values())
    told = told_kinds([*(sample[one] for one in clients.profiles), sample[NONE]])[:-1]
    sizes = np.full(len(told), float(size))
    low, high = (100 * exact_interval(PROPORTION, np.array([getattr(one, end) for one in told]),
                                      sizes)[place]
                 for place, end in enumerate(("low", "high")))
    return from_shares({
        profile: Limits(float(least), float(most), 100 * (one.value or 0.0) / size)
        for profile, one, least, most in zip(clients.profiles, told, low, high, strict=True)},
        clients.total)


def _told_national(country: National) -> National:
    return National(country.shares, {name: replace(margin, local=_told_local(margin))
                                     for name, margin in country.margins.items()})


def _told_local(margin: Margin) -> dict[str, float]:
    """Local clients by class; those that are not told share what the others leave of the total."""
    counts = dict(margin.local)
    told = dict(zip(counts, told_kinds([round(one) for one in counts.values()]), strict=True))
    # Nobody is local where there is nobody in the country: there is no share to scale.
    unsure = {name: one.value or 0.0 for name, one in told.items()
              if one.low != one.high and margin.national.get(name)}
    rest = sum(counts.values()) - sum(counts[name] for name in counts if name not in unsure)
    whole = sum(unsure.values())
    return counts | {name: rest * one / whole for name, one in unsure.items()}


def _alone(limits: Limits) -> Limits:
    """A count by itself: up to two is a class."""
    few = _whole([limits]) and limits.low <= CLASS
    return Limits(0.0, float(CLASS), CLASS / 2) if few else limits


def _whole(counts: Iterable[Limits]) -> bool:
    return all(one == exact(one.low) and math.isfinite(one.low) and one.low == round(one.low)
               for one in counts)
