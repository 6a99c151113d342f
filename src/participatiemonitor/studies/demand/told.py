"""Clients of a file as they may be told: patterns of profiles with few persons are one cell.

Which profiles a client fits is a kind of client, and each client is of one: kinds are told as the
answers to a single choice are. Those that are not told exactly become a cell of persons who
certainly fit what all of them do, and may fit what one of them does. What is computed from cells
is then an interval that holds the true one, and nothing more than the cells say. A pattern that
somebody could have and nobody has is a kind with nobody, and not told from one of one or two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.estimation.disclosure.totals import CLASS, tell_all
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.studies.demand.clients import Clients
from participatiemonitor.studies.demand.profiles import Flags
from participatiemonitor.studies.persons.grouping import BASE

# Kinds of nobody, one or two that may be so many more.
_RECKONED = 3


def told_clients(clients: Clients, patterns: Flags) -> Clients | None:
    """Clients by what is told of them.

    Parameters
    ----------
    clients : Clients
        As `clients.from_file` gives them.
    patterns : ndarray of bool, shape (m, p)
        The profiles that somebody can fit together.

    Returns
    -------
    Clients or None
        None where persons are too few to tell anything.
    """
    clients = _with_empty(clients, patterns)
    persons = clients.persons.astype(int).tolist()
    if sum(persons) < BASE:
        return None
    if len(persons) == 1:
        return clients
    exact = told_exactly(persons)
    sure, possible = clients.sure[exact], clients.possible[exact]
    counts = clients.persons[exact]
    # Who may fit a profile counts as one who does not, as in `profiles`; of those together half.
    values = counts @ sure
    if not exact.all():
        rest = ~exact
        sure = np.vstack([sure, clients.sure[rest].all(axis=0)])
        possible = np.vstack([possible, clients.possible[rest].any(axis=0)])
        counts = np.append(counts, clients.persons[rest].sum())
        values = values + counts[-1] * (sure[-1].astype(float) + possible[-1]) / 2
    ends = zip(counts @ sure, counts @ possible, values, strict=True)
    return replace(clients, sure=sure, possible=possible, persons=counts,
                   counts=tuple(Limits(*map(float, three)) for three in ends))


def told_exactly(persons: Sequence[int]) -> Flags:
    """Which kinds are told exactly.

    Of hundreds of kinds that hardly anybody is of, a few have to be reckoned with: each can be
    nobody, one or two as long as those told together with them are enough. A test tries all tables.

    Parameters
    ----------
    persons : sequence of int, length c
        Of each kind; everybody is of one.

    Returns
    -------
    ndarray of bool, shape (c,)
    """
    large = [place for place, count in enumerate(persons) if count > CLASS]
    few = min(len(persons) - len(large), _RECKONED)
    told = tell_all([*(persons[place] for place in large), *[0] * few], sum(persons), adds_up=True)
    exact = np.zeros(len(persons), dtype=bool)
    exact[large] = [one.status == OK for one in told[:len(large)]]
    return exact


def _with_empty(clients: Clients, patterns: Flags) -> Clients:
    """Patterns that nobody has as kinds with nobody."""
    known = (clients.sure == clients.possible).all(axis=1)
    held = {tuple(one) for one in clients.sure[known].tolist()}
    empty = np.array([one for one in patterns.tolist() if tuple(one) not in held],
                     dtype=bool).reshape(-1, len(clients.profiles))
    return replace(clients, sure=np.vstack([clients.sure, empty]),
                   possible=np.vstack([clients.possible, empty]),
                   persons=np.append(clients.persons, np.zeros(len(empty))))
