"""What a stricter access to one provision does to the overlap: it changes with who loses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from participatiemonitor.dutch import half_up
from participatiemonitor.studies.overlap.results.told import SEVERAL, USERS, ToldTables
from participatiemonitor.studies.persons.cells import LEAST, Told

# The part of its users that keeps a provision, where nothing is asked.
KEEPS = 0.9


@dataclass(frozen=True)
class Outcome:
    """A share now and after, in whole percents.

    Attributes
    ----------
    now : int
    random : int
        If those who lose it are a random part of its users.
    low, high : int
        The least and the most that it can become, whoever lose it.
    """

    now: int
    random: int
    low: int
    high: int


@dataclass(frozen=True)
class OtherOutcome:
    """What it does to the users of another kind.

    Attributes
    ----------
    kind : int
    also : Outcome
        Of the users of `kind`, the share that also uses the provision with the stricter access.
    """

    kind: int
    also: Outcome


@dataclass(frozen=True)
class Stricter:
    """A stricter access to one provision.

    Attributes
    ----------
    kind : int
    keeps : float
        The part of its users that keeps it.
    lose : int
        How many lose it, to the nearest.
    several : Outcome or None
        The share of users with more than one. `Outcome.high` is where those who use nothing else
        lose it first, `Outcome.low` where those do who use one other. None where users of it are
        fewer than `LEAST`.
    others : tuple of OtherOutcome
        Kinds with `LEAST` users or more of whom more than a class use it.
    """

    kind: int
    keeps: float
    lose: int
    several: Outcome | None
    others: tuple[OtherOutcome, ...]


def stricter_of(told: ToldTables, asked: Mapping[int, float]) -> tuple[Stricter, ...]:
    """What a stricter access would do.

    Parameters
    ----------
    told : ToldTables
        Of provisions.
    asked : mapping of int to float
        The part of its users that keeps a provision; empty for `KEEPS` of each.

    Returns
    -------
    tuple of Stricter
    """
    asked = asked or dict.fromkeys(range(len(told.kinds)), KEEPS)
    return tuple(_one(told, kind, keeps) for kind, keeps in asked.items())


def _one(told: ToldTables, kind: int, keeps: float) -> Stricter:
    users = Told(int(told.users[0, kind]))
    lose = (1 - keeps) * users.middle
    enough = users.count >= LEAST
    return Stricter(kind, keeps, int(half_up(lose)),
                    _several(told, kind, lose) if enough else None,
                    tuple(_others(told, kind, lose)) if enough else ())


def _several(told: ToldTables, kind: int, lose: float) -> Outcome:
    """The share with more than one: it falls by those who used one other, rises by who leave."""
    everybody, several = told.count(USERS).middle, told.count(SEVERAL).middle
    users = float(told.users[0, kind])
    alone, pair = Told(int(told.alone[kind])).middle, Told(int(told.pair[kind])).middle
    # Their own noise may make them more than all users of it.
    scale = min(1.0, users / (alone + pair))
    alone, pair = scale * alone, scale * pair
    more = users - alone - pair

    def after(leave: float, fall: float) -> int:
        left = everybody - leave
        return _percent(several - fall, left)

    part = lose / users
    return Outcome(_percent(several, everybody), after(part * alone, part * pair),
                   after(max(0.0, lose - pair - more), min(lose, pair)),
                   after(min(lose, alone), max(0.0, lose - alone - more)))


def _others(told: ToldTables, kind: int, lose: float) -> Iterator[OtherOutcome]:
    users = float(told.users[0, kind])
    for other in range(len(told.kinds)):
        base = int(told.users[0, other])
        both = float(told.both[0, min(kind, other), max(kind, other)])
        if other != kind and base >= LEAST and both:
            both = min(both, users, base)
            yield OtherOutcome(other, Outcome(
                _percent(both, base), _percent(both * (1 - lose / users), base),
                _percent(max(0.0, both - lose), base), _percent(min(both, users - lose), base)))


def _percent(part: float, whole: float) -> int:
    return int(half_up(100 * min(max(part / whole, 0), 1))) if whole > 0 else 0
