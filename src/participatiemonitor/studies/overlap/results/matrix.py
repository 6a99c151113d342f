"""The matrix of overlap: of the users of one, the share that also uses another."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.overlap.results.told import ToldTables
from participatiemonitor.studies.persons.cells import LEAST, Share, Told, share, share_of


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
        Who also use anything else, no less than the largest of its pairs; None where users are
        fewer than `LEAST`, and in an area, where it is not told.
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
        Of users of `kind`; None where these are fewer than `LEAST`.
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
        Of each area that is told the kinds with `LEAST` users or more.
    area_pairs : tuple of Both
        Of those rows the pairs that are more than a class: what is missing is at most `CLASS`.
    """

    rows: tuple[Row, ...]
    pairs: tuple[Both, ...]
    area_rows: tuple[Row, ...]
    area_pairs: tuple[Both, ...]


def matrix_of(told: ToldTables) -> Matrix:
    """The matrix of overlap.

    Parameters
    ----------
    told : ToldTables

    Returns
    -------
    Matrix
    """
    size = range(len(told.kinds))
    rows = tuple(_row(told, 0, kind) for kind in size)
    pairs = tuple(_both(told, 0, kind, also) for kind in size for also in size if kind != also)
    area_rows = tuple(_row(told, place + 1, kind) for place in told.shown for kind in size
                      if told.users[place + 1, kind] >= LEAST)
    area_pairs = tuple(_both(told, place + 1, kind, also) for place in told.shown for kind in size
                       if told.users[place + 1, kind] >= LEAST for also in size
                       if told.both[place + 1, min(kind, also), max(kind, also)])
    return Matrix(rows, pairs, area_rows, area_pairs)


def _row(told: ToldTables, place: int, kind: int) -> Row:
    users, alone = Told(int(told.users[place, kind])), Told(int(told.alone[kind]))
    # Each has noise of its own, and who use both certainly use something else.
    largest = int(max(told.both[place, kind].max(), told.both[place, :, kind].max()))
    other = None if place else share_of(max(users.middle - alone.middle, largest), users)
    return Row(_name(told, place), kind, users, other)


def _both(told: ToldTables, place: int, kind: int, also: int) -> Both:
    both = Told(int(told.both[place, min(kind, also), max(kind, also)]))
    return Both(_name(told, place), kind, also, both,
                share(both, Told(int(told.users[place, kind]))))


def _name(told: ToldTables, place: int) -> str:
    return told.areas[place - 1] if place else ""
