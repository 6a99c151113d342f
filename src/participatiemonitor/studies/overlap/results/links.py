"""What of two suppliers could be linked, as it is told."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.persons.cells import Share, Told


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
        than `BASE`, or nothing could be linked.
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
