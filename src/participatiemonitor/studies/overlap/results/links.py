"""What of two suppliers could be linked, as it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from participatiemonitor.studies.overlap.register import (
    BY_NAME,
    LIKELY,
    NOT,
    THROUGH,
    Pair,
    Register,
)
from participatiemonitor.studies.persons.cells import Share, Told, share, tell


@dataclass(frozen=True)
class Link:
    """Two suppliers.

    Attributes
    ----------
    suppliers : (str, str)
    way : str
        One of `participatiemonitor.studies.overlap.register.WAYS`.
    both, through : Told
        Persons with both; those of them who are linked only by what a third supplier holds.
    shares : (Share or None, Share or None)
        Of the persons of each, those who are with the other as well; None where these are fewer
        than `LEAST`, or nothing could be linked.
    """

    suppliers: tuple[str, str]
    way: str
    both: Told
    through: Told
    shares: tuple[Share | None, Share | None]


@dataclass(frozen=True)
class Links:
    """What was linked.

    Attributes
    ----------
    persons : tuple of (str, Told)
        Persons of each supplier.
    pairs : tuple of Link
    through, homeless, moved : Told
        Persons who are linked only by what a third supplier holds; without an address; whose lists
        name more than one area.
    """

    persons: tuple[tuple[str, Told], ...]
    pairs: tuple[Link, ...]
    through: Told
    homeless: Told
    moved: Told


def links_of(register: Register, key: bytes) -> Links:
    """What was linked.

    Parameters
    ----------
    register : Register
    key : bytes
        Of the folder.

    Returns
    -------
    Links
    """
    persons = {name: tell(cell, "leverancier", key) for name, cell in register.persons.items()}
    return Links(tuple(persons.items()),
                 tuple(_link(pair, persons, key) for pair in register.pairs),
                 tell(register.through, "via een derde", key),
                 tell(register.homeless, "zonder adres", key),
                 tell(register.moved, "in meer gebieden", key))


def _link(pair: Pair, persons: Mapping[str, Told], key: bytes) -> Link:
    both = tell(pair.both, "beide leveranciers", key)
    one, other = (None if pair.way == NOT else share(both, persons[name])
                  for name in pair.suppliers)
    # As it is told: whether there is one person or none is told of nothing.
    way = pair.way if pair.way not in (BY_NAME, THROUGH) or tell(
        pair.likely, "beide leveranciers op kans", key).few else LIKELY
    return Link(pair.suppliers, way, both,
                tell(pair.through, "beide leveranciers via een derde", key), (one, other))
