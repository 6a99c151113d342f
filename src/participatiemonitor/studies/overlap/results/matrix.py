"""The matrix of overlap: of the users of one, the share that also uses another."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.persons.cells import Share, Told


@dataclass(frozen=True)
class Row:
    """Users of one kind.

    Attributes
    ----------
    area : str
        Empty for all together.
    kind : int
    users : Told
    other : Share or None
        Who also use anything else; None where users are fewer than `BASE`, and in an area, where
        it is not told.
    """

    area: str
    kind: int
    users: Told
    other: Share | None


@dataclass(frozen=True)
class Both:
    """Users of one kind who also use another.

    Attributes
    ----------
    area : str
        Empty for all together.
    kind, also : int
    both : Told
    share : Share or None
        Of users of `kind`; None where these are fewer than `BASE`.
    """

    area: str
    kind: int
    also: int
    both: Told
    share: Share | None


@dataclass(frozen=True)
class Matrix:
    """Rows and pairs, in total and by area.

    Attributes
    ----------
    rows : tuple of Row
        One a kind, in the order of their places.
    pairs : tuple of Both
        All two different kinds, both ways round.
    area_rows : tuple of Row
        Of each area that is told the kinds with `BASE` users or more.
    area_pairs : tuple of Both
        Of those rows the pairs that are more than a class: what is missing is at most `CLASS`.
    """

    rows: tuple[Row, ...]
    pairs: tuple[Both, ...]
    area_rows: tuple[Row, ...]
    area_pairs: tuple[Both, ...]
