"""What a stricter access to one provision does to the overlap: it changes with who loses it."""

from __future__ import annotations

from dataclasses import dataclass

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
        How many lose it.
    several : Outcome or None
        The share of users with more than one. `Outcome.high` is where those who use nothing else
        lose it first, `Outcome.low` where those do who use one other. None where users of it are
        fewer than `BASE`.
    others : tuple of OtherOutcome
        Kinds with `BASE` users or more of whom more than a class use it.
    """

    kind: int
    keeps: float
    lose: int
    several: Outcome | None
    others: tuple[OtherOutcome, ...]
