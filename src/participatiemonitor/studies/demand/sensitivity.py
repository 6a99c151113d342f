"""What drives the range of a result most: one number after the other at its ends (a tornado).

Notes
-----
Howard (1988): each input goes from its lowest to its highest while the others stay at their value,
or where they have none, halfway. The longer the swing of the result, the more it would help to know
that input better. That inputs move together is not seen; the whole range is that of all at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.demand.amounts import middle
from participatiemonitor.studies.demand.clients import Clients
from participatiemonitor.studies.demand.demand import Demand, Needs
from participatiemonitor.studies.demand.potential import demand_at

Key = TypeVar("Key", bound=Hashable)
# What an input of the demand is: clients of a profile, who of them need it, all users.
COUNT, NEED, USERS = "count", "need", "users"
# In place of a profile: all those for whom one number says who need a provision.
OTHERS = ""


@dataclass(frozen=True)
class Swing(Generic[Key]):
    """How far a result goes with one input.

    Attributes
    ----------
    name : hashable
    given : Limits
        The input.
    at_low, at_high : float
        The result with the input at its ends.
    """

    name: Key
    given: Limits
    at_low: float
    at_high: float

    @property
    def length(self) -> float:
        """How far the result goes; infinite where it has no end."""
        if math.isinf(self.at_low) or math.isinf(self.at_high):
            return math.inf
        return abs(self.at_high - self.at_low)


def tornado(inputs: Mapping[Key, Limits], result: Callable[[Mapping[Key, float]], float]
            ) -> tuple[Swing[Key], ...]:
    """Move inputs to their ends, one at a time.

    Parameters
    ----------
    inputs : mapping of name to Limits
        Of one without an end and without a value, its lowest is where it stays.
    result : callable
        What follows from a number for each input.

    Returns
    -------
    tuple of Swing
        Those that are not exact, the longest first; of equals in the order of the inputs.
    """
    middles = {name: centre(one) for name, one in inputs.items()}
    swings = [Swing(name, one, result({**middles, name: one.low}),
                    result({**middles, name: one.high}))
              for name, one in inputs.items() if one.low != one.high]
    return tuple(sorted(swings, key=lambda swing: -swing.length))


def demand_drivers(clients: Clients, needs: Needs, demand: Demand, together: Collection[str] = ()
                   ) -> tuple[Swing[tuple[str, str]], ...]:
    """What drives the number of clients who need a provision.

    Parameters
    ----------
    clients : Clients
    needs : mapping of (provision, profile) to Limits
    demand : Demand
        Of the provision.
    together : collection of str
        Profiles for whom one number says who need it, which moves as one.

    Returns
    -------
    tuple of Swing
        Named by `COUNT` or `NEED` and the profile, or `OTHERS` for those together.
    """
    inputs = _inputs(clients, needs, demand, together)
    return tornado(inputs, lambda numbers: _wanted(clients, numbers))


def share_drivers(clients: Clients, needs: Needs, demand: Demand, together: Collection[str] = ()
                  ) -> tuple[Swing[tuple[str, str]], ...]:
    """What drives the percentage of users that clients may be.

    Parameters
    ----------
    clients : Clients
    needs : mapping of (provision, profile) to Limits
    demand : Demand
        Of the provision.
    together : collection of str
        Profiles for whom one number says who need it, which moves as one.

    Returns
    -------
    tuple of Swing
        Named as those of `demand_drivers`, or by `USERS` and the provision.
    """
    users = USERS, demand.provision.id
    inputs = {users: demand.provision.users, **_inputs(clients, needs, demand, together)}
    return tornado(inputs, lambda numbers: _share(_wanted(clients, numbers), numbers[users]))


def middle_share(clients: Clients, needs: Needs, demand: Demand) -> float:
    """The percentage of users with every number in its middle."""
    inputs = _inputs(clients, needs, demand, ())
    wanted = _wanted(clients, {name: centre(one) for name, one in inputs.items()})
    return _share(wanted, centre(demand.provision.users))


def _share(wanted: float, users: float) -> float:
    return 100 * wanted / users if users else math.inf


def total_drivers(clients: Clients, needs: Needs, demands: Sequence[Demand],
                  together: Mapping[str, Collection[str]]
                  ) -> tuple[float, tuple[Swing[tuple[str, str, str]], ...]]:
    """What drives the demand for all provisions together; who needs two counts twice.

    Parameters
    ----------
    clients : Clients
    needs : mapping of (provision, profile) to Limits
    demands : sequence of Demand
    together : mapping of str to collection of str
        By provision, as in `demand_drivers`.

    Returns
    -------
    float
        The demand with every number in its middle.
    tuple of Swing
        Named by `COUNT` or `NEED`, the provision, which is empty for clients, and the profile.
    """
    total = 0.0
    given: dict[tuple[str, str, str], Limits] = {}
    moved: dict[tuple[str, str, str], tuple[float, float]] = {}
    for demand in demands:
        provision = demand.provision.id
        inputs = _inputs(clients, needs, demand, together[provision])
        middle_demand = _wanted(clients, {name: centre(one) for name, one in inputs.items()})
        total += middle_demand
        for swing in demand_drivers(clients, needs, demand, together[provision]):
            kind, profile = swing.name
            name = kind, provision if kind == NEED else "", profile
            low, high = moved.get(name, (0.0, 0.0))
            given[name] = swing.given
            moved[name] = low + swing.at_low - middle_demand, high + swing.at_high - middle_demand
    swings = [Swing(name, given[name], total + low, total + high)
              for name, (low, high) in moved.items()]
    return total, tuple(sorted(swings, key=lambda swing: -swing.length))


def _inputs(clients: Clients, needs: Needs, demand: Demand, together: Collection[str]
            ) -> dict[tuple[str, str], Limits]:
    counts = {(COUNT, profile): count
              for profile, count in zip(clients.profiles, clients.counts, strict=True)}
    return counts | {(NEED, OTHERS if profile in together else profile):
                     needs[demand.provision.id, profile] for profile in clients.profiles}


def _wanted(clients: Clients, numbers: Mapping[tuple[str, str], float]) -> float:
    counts = np.array([numbers[COUNT, profile] for profile in clients.profiles])
    shares = np.array([numbers[NEED, profile if (NEED, profile) in numbers else OTHERS]
                       for profile in clients.profiles])
    return demand_at(clients, counts, shares)


def centre(limits: Limits) -> float:
    """Where a number stays while others move: its middle, its lowest where it has no end."""
    half = middle(limits)
    return limits.low if half is None else half
