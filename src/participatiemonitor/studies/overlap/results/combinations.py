"""Which exact combinations of two or more are most frequent, within one domain and across."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.persons.cells import Share, Told

# Combinations that are told, in total and of an area.
MOST, MOST_OF_AREA = 10, 3


@dataclass(frozen=True)
class Combination:
    """Who use exactly these, and nothing else.

    Attributes
    ----------
    kinds : tuple of int
        Two or more, in the order of their places.
    users : Told
        More than a class.
    share : Share or None
        Of those who combine; None where these are fewer than `BASE`.
    across : bool
        Whether it is of more than one domain.
    """

    kinds: tuple[int, ...]
    users: Told
    share: Share | None
    across: bool


@dataclass(frozen=True)
class AreaCombinations:
    """The most frequent combinations of an area.

    Attributes
    ----------
    area : str
    combining : Told
    most : tuple of Combination
        `MOST_OF_AREA` at most.
    """

    area: str
    combining: Told
    most: tuple[Combination, ...]


@dataclass(frozen=True)
class Combinations:
    """Combinations in total and by area.

    Attributes
    ----------
    combining : Told
        Who use more than one.
    most, most_within, most_across : tuple of Combination
        The most frequent first, `MOST` at most: of all, of one domain, of more than one.
    within : Told
        Who combine within one domain.
    share_within, share_across : Share or None
        Of those who combine, within one domain and across; None where these are fewer than `BASE`.
    areas : tuple of AreaCombinations
        Areas that are told, with `BASE` who combine or more.
    """

    combining: Told
    most: tuple[Combination, ...]
    most_within: tuple[Combination, ...]
    most_across: tuple[Combination, ...]
    within: Told
    share_within: Share | None
    share_across: Share | None
    areas: tuple[AreaCombinations, ...]
