"""The potential demand for provisions: how many clients need each, and what share of users that is.

Notes
-----
*One profile each.* The demand is the sum of clients x share who need it (Divosa 2005, annex 2, step
5), as intervals; each number occurs once in it, so that the interval is the exact one.

*Several profiles.* Somebody of two profiles is one person. Who of these needs a provision is not
known, only how many of each profile do. Of the profiles that share persons, the persons in need are
at least those of the largest, and at least the sum less every second count of a person (Bonferroni
1936); at most the sum, and no more than there are persons. The value takes the shares for chances
that are independent: 1 - (1 - a)(1 - b) of who is of both.

*Dominant group and waiting list.* The document gives no bound for a dominant group of users. It
calls clients one with 40, 60 and 64% of the users, and not with 34% or less (table 4.2 and section
4.4); `DOMINANT` is the lowest that it does call so. Where the demand is larger than all users
together it prints *wachtlijst* in place of a share.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy  # its parts are imported when they are first used

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.clients import Clients, Floats

# Percent of the users from which clients are a dominant group of them.
DOMINANT = 40.0
# Percent of who is of a profile and needs a provision, by provision and profile.
Needs = Mapping[tuple[str, str], Limits]


@dataclass(frozen=True)
class Provision:
    """What a municipality or an institution offers.

    Attributes
    ----------
    id, name : str
    field : str
        Its *prestatieveld*.
    users : Limits
        All its users, clients or not.
    """

    id: str
    name: str
    field: str
    users: Limits


@dataclass(frozen=True)
class Demand:
    """The potential demand of clients for a provision.

    Attributes
    ----------
    provision : Provision
    clients : Limits
        Who need it.
    of_clients : Limits
        In percent of all clients.
    of_users : Limits
        In percent of all users; up to infinity where there may be none.
    waiting : bool or None
        Whether more clients need it than it has users; None where the ranges leave it open.
    dominant : bool or None
        Whether clients are a dominant group of its users. None where that is open, and where there
        is a waiting list: the document says no share then.
    """

    provision: Provision
    clients: Limits
    of_clients: Limits
    of_users: Limits
    waiting: bool | None
    dominant: bool | None


def demands(clients: Clients, provisions: Sequence[Provision], needs: Needs,
            dominant: float = DOMINANT) -> tuple[Demand, ...]:
    """The potential demand for each provision.

    Parameters
    ----------
    clients : Clients
    provisions : sequence of Provision
    needs : mapping of (provision, profile) to Limits
        For each pair, in percent.
    dominant : float
        Percent of the users from which clients are a dominant group.

    Returns
    -------
    tuple of Demand
        In the order of the provisions.

    Raises
    ------
    InputError
        For pairs without a share, with their names.
    """
    without = [f"{one.id} en {profile}" for one in provisions for profile in clients.profiles
               if (one.id, profile) not in needs]
    if without:
        raise InputError(f"zonder aandeel dat het nodig heeft: {'; '.join(without[:10])}; verwacht: "
                         "een percentage bij elke voorziening en elk profiel, 0 voor niemand en ? "
                         "als het niet bekend is.")
    return tuple(_demand(clients, one, [needs[one.id, profile] for profile in clients.profiles],
                         dominant) for one in provisions)


def _demand(clients: Clients, provision: Provision, needs: Sequence[Limits], dominant: float
            ) -> Demand:
    wanted, users = potential(clients, needs), provision.users
    share = share_of_users(wanted, users)
    waiting = _verdict(wanted.low > users.high, wanted.high <= users.low)
    return Demand(provision, wanted, wanted / clients.total * exact(100.0), share, waiting,
                  None if waiting else _verdict(share.low >= dominant, share.high < dominant))


def share_of_users(wanted: Limits, users: Limits) -> Limits:
    """The demand in percent of all users; up to infinity where there may be no users."""
    if users.low > 0:
        share = wanted / users * exact(100.0)
        return Limits(max(share.low, 0.0), share.high, share.value)
    low = 100 * wanted.low / users.high if users.high > 0 else math.inf
    known = users.value and wanted.value is not None
    return Limits(low, math.inf, 100 * (wanted.value or 0.0) / users.value if known else None)


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
        sure, possible = (which[np.ix_(cells, members)]
                          for which in (clients.sure, clients.possible))
        persons = clients.persons[cells]
        least = possible @ low[members] - np.maximum(possible.sum(axis=1) - 1, 0)
        least = np.where(sure.any(axis=1), least, np.minimum(least, 0.0))
        ends += (max(float(np.max(persons @ sure * low[members])), float(persons @ least)),
                 min(float(persons @ possible @ high[members]), float(persons.sum())))
    most = min(float(ends[1]), clients.total.high)
    return Limits(float(ends[0]), most, _value(clients, needs))


def _components(clients: Clients) -> list[list[int]]:
    """Profiles that share persons, directly or through others."""
    shared = clients.possible.T.astype(np.intp) @ clients.possible
    amount, labels = scipy.sparse.csgraph.connected_components(shared, directed=False)
    return [np.flatnonzero(labels == label).tolist() for label in range(amount)]


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


def _verdict(certain: bool, impossible: bool) -> bool | None:
    return True if certain else False if impossible else None
