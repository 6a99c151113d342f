"""What changed between two days: told only where it is more than noise can make."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.persons.cells import Share, Told


@dataclass(frozen=True)
class Change:
    """A count on two days.

    Attributes
    ----------
    before, after : Told
    difference : int or None
        None where noise could have made it, or where a day has a class.
    """

    before: Told
    after: Told
    difference: int | None


@dataclass(frozen=True)
class ShareChange:
    """A share on two days.

    Attributes
    ----------
    before, after : Share or None
    points : int or None
        The difference in whole percentage points; None where noise and rounding could have made
        it, or where one of both is not told.
    """

    before: Share | None
    after: Share | None
    points: int | None


@dataclass(frozen=True)
class PairChange:
    """Who use two kinds, on two days.

    Attributes
    ----------
    kind, also : int
        In the order of their places.
    both : Change
    """

    kind: int
    also: int
    both: Change


@dataclass(frozen=True)
class Changes:
    """From the earlier day to the day of the study.

    Attributes
    ----------
    users, several : Change
        Who use one or more, more than one.
    share_several : ShareChange
    kinds : tuple of Change
        Users of each kind, in the order of their places.
    pairs : tuple of PairChange
        Pairs that are more than a class on one of both days.
    """

    users: Change
    several: Change
    share_several: ShareChange
    kinds: tuple[Change, ...]
    pairs: tuple[PairChange, ...]
