"""How many clients need a provision, when parts of each profile do.

Notes
-----
*One profile each.* The demand is the sum of clients x share who need it (Divosa 2005, annex 2, step
5), as intervals; each number occurs once in it, so that the interval is the exact one.

*Several profiles.* Somebody of two profiles is one person, who may need a provision for the one,
for the other or for both. Which of these is not known, only what part of each profile does. Of
profiles that share persons, those in need are at least as many as of the profile with most of them,
and at least the sum less every second count of a person (Bonferroni 1936); at most the sum, and no
more than there are persons. The value takes the parts for chances that are independent: of who is
of both, 1 - (1 - a)(1 - b) are in need.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy  # its parts are imported when they are first used
from numpy.typing import NDArray

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.demand.clients import Clients, Floats


def potential(clients: Clients, needs: Sequence[Limits]) -> Limits:
    """How many clients need what given shares of each profile need.

    Parameters
    ----------
    clients : Clients
    needs : sequence of Limits, length p
        In percent.

    Returns
    -------
    Limits
        Without a value where one that counts is not known.
    """
    low, high = (np.array([getattr(one, end) / 100 for one in needs])
                 for end in ("low", "high"))
    ends = np.zeros(2)
    for members in _components(clients):
        cells = clients.possible[:, members].any(axis=1)
        sure, possible = (which[cells][:, members] for which in (clients.sure, clients.possible))
        persons = clients.persons[cells]
        least = possible @ low[members] - np.maximum(possible.sum(axis=1) - 1, 0)
        least = np.where(sure.any(axis=1), least, np.minimum(least, 0.0))
        ends += (max(float(np.max(persons @ sure * low[members])), float(persons @ least)),
                 min(float(persons @ possible @ high[members]), float(persons.sum())))
    most = min(float(ends[1]), clients.total.high)
    return Limits(float(ends[0]), most, _value(clients, needs))


def _components(clients: Clients) -> list[NDArray[np.intp]]:
    """Profiles that share persons, directly or through others."""
    shared = clients.possible.T.astype(np.intp) @ clients.possible
    amount, labels = scipy.sparse.csgraph.connected_components(shared, directed=False)
    return [np.flatnonzero(labels == label) for label in range(amount)]


def _value(clients: Clients, needs: Sequence[Limits]) -> float | None:
    counts = [one.value for one in clients.counts]
    shares = [one.value for one in needs]
    # Of a profile that nobody is of, or that nobody of needs it, nothing else need be known.
    for place, (count, share) in enumerate(zip(clients.counts, needs, strict=True)):
        if count.high == 0 or share.high == 0:
            counts[place], shares[place] = count.low, 0.0
    if None in counts or None in shares:
        return None
    return demand_at(clients, np.array(counts, dtype=float), np.array(shares, dtype=float))


def demand_at(clients: Clients, counts: Floats, shares: Floats) -> float:
    """The demand if numbers were known.

    Parameters
    ----------
    clients : Clients
    counts : ndarray of float, shape (p,)
        Clients of each profile, between the ends of its count: of those who may be of it, as many
        in each cell.
    shares : ndarray of float, shape (p,)
        Who need it, in percent.

    Returns
    -------
    float
    """
    sure = clients.persons @ clients.sure
    open_ = clients.persons @ clients.possible - sure
    part = np.divide(counts - sure, open_, out=np.zeros_like(open_), where=open_ > 0)
    chance = np.where(clients.sure, 1.0, np.where(clients.possible, np.clip(part, 0, 1), 0.0))
    return float(clients.persons @ (1 - np.prod(1 - chance * shares / 100, axis=1)))
