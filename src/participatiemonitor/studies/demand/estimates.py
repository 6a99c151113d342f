"""Clients of each profile where there is no file: what consultants think, or what a sample shows.

The guide names both (Divosa 2005, annex 2, step 3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.clients import Clients, from_counts
from participatiemonitor.studies.indicators.counts import PROPORTION
from participatiemonitor.studies.indicators.rates import exact_interval


def consulted(estimates: Sequence[Limits]) -> Limits:
    """What several consultants say of one number.

    Parameters
    ----------
    estimates : sequence of Limits
        One at least.

    Returns
    -------
    Limits
        From the lowest to the highest that one of them thinks possible; the mean of their values,
        if all have one.
    """
    values = [one.value for one in estimates if one.value is not None]
    mean = sum(values) / len(values) if len(values) == len(estimates) else None
    return Limits(min(one.low for one in estimates), max(one.high for one in estimates), mean)


def from_shares(shares: Mapping[str, Limits], total: Limits) -> Clients:
    """Clients by what consultants think their shares are.

    Parameters
    ----------
    shares : mapping of str to Limits
        By profile, in percent of all clients.
    total : Limits

    Returns
    -------
    Clients

    Raises
    ------
    InputError
        As `from_counts` does.
    """
    return from_counts({profile: share * total / exact(100.0) for profile, share in shares.items()},
                       total)


def from_sample(counts: Mapping[str, int], size: int, total: Limits) -> Clients:
    """Clients by a sample of their files.

    Parameters
    ----------
    counts : mapping of str to int
        By profile, how many of the sample are of it; each is of one profile at most.
    size : int
        Clients in the sample, drawn at random.
    total : Limits
        All clients.

    Returns
    -------
    Clients
        With the exact 95 % interval of Clopper and Pearson (1934) for each profile.

    Raises
    ------
    InputError
        When the profiles together have more clients than the sample, or as `from_counts` does.
    """
    if sum(counts.values()) > size or min(counts.values(), default=0) < 0 or size < 1:
        raise InputError(f"de profielen hebben samen {sum(counts.values())} klanten van een "
                         f"steekproef van {size}; verwacht: tellingen vanaf 0, en samen hooguit "
                         "zoveel als er getrokken zijn.")
    events = np.array(list(counts.values()), dtype=np.float64)
    ends = exact_interval(PROPORTION, events, np.full(len(events), float(size)))
    shares = {profile: Limits(float(low), float(high), 100 * count / size)
              for (profile, count), low, high in zip(
                  counts.items(), *(100 * end for end in ends), strict=True)}
    return from_shares(shares, total)
