"""How many use anything, how much of it, and how many more than one or three."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.persons.cells import Share, Told

# More than one is several, more than so many is many.
MANY = 3


@dataclass(frozen=True)
class AreaUse:
    """Users in an area, or in all together.

    Attributes
    ----------
    area : str
        Empty for all together.
    users, several, many : Told
        Who use one or more, more than one, more than `MANY`.
    average : float or None
        How many a user uses on average; None where users are fewer than `BASE`.
    share_several, share_many : Share or None
        Of users; None where these are fewer than `BASE`.
    """

    area: str
    users: Told
    several: Told
    many: Told
    average: float | None
    share_several: Share | None
    share_many: Share | None


@dataclass(frozen=True)
class KindUse:
    """Users of a provision, or of a scheme.

    Attributes
    ----------
    kind : int
        Its place in `Patterns.kinds`.
    users, alone, pair : Told
        Who use it, who use nothing else, who use exactly one other.
    share : Share or None
        Users, of all who use anything.
    """

    kind: int
    users: Told
    alone: Told
    pair: Told
    share: Share | None

    @property
    def more(self) -> float:
        """Who use two others or more."""
        return max(0.0, self.users.middle - self.alone.middle - self.pair.middle)


@dataclass(frozen=True)
class Uses:
    """Use in total, by area and by kind.

    Attributes
    ----------
    total : AreaUse
    areas : tuple of AreaUse
        Those with `BASE` users or more, in the order of the alphabet.
    left_out : int
        Areas with fewer.
    kinds : tuple of KindUse
        In the order of their places.
    """

    total: AreaUse
    areas: tuple[AreaUse, ...]
    left_out: int
    kinds: tuple[KindUse, ...]
