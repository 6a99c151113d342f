"""The potential demand for provisions, and what share of their users clients may be.

Notes
-----
*Dominant group and waiting list.* The document gives no bound for a dominant group of users. It
calls clients one with 40, 60 and 64% of the users, and not with 34% or less (table 4.2 and section
4.4); `DOMINANT` lies halfway. Where the demand is larger than all users together it prints
*wachtlijst* in place of a share.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.clients import Clients
from participatiemonitor.studies.demand.potential import potential

# Percent of the users from which clients are a dominant group of them.
DOMINANT = 37.0
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
        raise InputError(f"zonder aandeel dat het nodig heeft: {'; '.join(without[:10])}; "
                         "verwacht: een percentage bij elke voorziening en elk profiel, 0 voor "
                         "niemand en ? als het niet bekend is.")
    return tuple(_demand(clients, one, [needs[one.id, profile] for profile in clients.profiles],
                         dominant) for one in provisions)


def _demand(clients: Clients, provision: Provision, needs: Sequence[Limits], dominant: float
            ) -> Demand:
    wanted, users = potential(clients, needs), provision.users
    share = share_of_users(wanted, users)
    waiting = _verdict(wanted.low > users.high, wanted.high <= users.low)
    part = wanted / clients.total * exact(100.0)
    return Demand(provision, wanted, Limits(part.low, min(part.high, 100.0), part.value), share,
                  waiting,
                  None if waiting else _verdict(share.low >= dominant, share.high < dominant))


def share_of_users(wanted: Limits, users: Limits) -> Limits:
    """The demand in percent of all users; up to infinity where there may be no users."""
    if users.low > 0:
        share = wanted / users * exact(100.0)
        return Limits(max(share.low, 0.0), share.high, share.value)
    low = 0.0 if wanted.low == 0 else math.inf
    if users.high > 0:
        low = 100 * wanted.low / users.high
    value = 100 * wanted.value / users.value if users.value and wanted.value is not None else None
    return Limits(low, math.inf, value)


def _verdict(certain: bool, impossible: bool) -> bool | None:
    return True if certain else False if impossible else None
