"""The door of this study: all counts with the noise of their cells, from which the rest is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from participatiemonitor.studies.overlap.histogram import Flags, Ints
from participatiemonitor.studies.overlap.results.patterns import SCHEME, Cells, Kind, Patterns
from participatiemonitor.studies.overlap.results.tables import of_areas, tables_of
from participatiemonitor.studies.persons.cells import LEAST, Told

# Of areas the commonest combinations of all together are told, and no others.
COMMON = 50
# Columns of `ToldTables.total`.
USERS, SEVERAL, MANY = range(3)


@dataclass(frozen=True, eq=False)
class ToldTables:
    """What is told of one unit at one grain; counts as `Told.count`, and shapes as in `Tables`.

    Attributes
    ----------
    unit : str
    kinds : tuple of Kind
    areas : tuple of str
    shown : tuple of int
        Places in `areas` of those with `LEAST` users or more; of others nothing is told.
    total, users, both, pair : ndarray of int
        Shapes (1 + a, 3), (1 + a, k), (1 + a, k, k) and (k,).
    within : int
    patterns : ndarray of bool, shape (p, k)
        Those that more than a class have, the most frequent first.
    exact : ndarray of int, shape (p,)
    common : ndarray of int, shape (c,)
        Places in `patterns`: of two or more, the `COMMON` most frequent.
    by_area : ndarray of int, shape (1 + a, c)
        Who use these exactly.
    """

    unit: str
    kinds: tuple[Kind, ...]
    areas: tuple[str, ...]
    shown: tuple[int, ...]
    total: Ints
    users: Ints
    both: Ints
    pair: Ints
    within: int
    patterns: Flags
    exact: Ints
    common: Ints
    by_area: Ints

    @cached_property
    def alone(self) -> Ints:
        """Who use a kind and nothing else, shape (k,)."""
        found = np.zeros(len(self.kinds), np.int64)
        single = self.patterns.sum(axis=1) == 1
        found[self.patterns[single].argmax(axis=1)] = self.exact[single]
        return found

    def count(self, column: int, place: int = 0) -> Told:
        """Who use anything, more than one or many, of all together or an area."""
        return Told(int(self.total[place, column]))


def told_of(given: Patterns, key: bytes) -> ToldTables:
    """Tell who use what.

    Parameters
    ----------
    given : Patterns
    key : bytes
        Of the folder.

    Returns
    -------
    ToldTables
    """
    tables, door = tables_of(given), _Door(given, key)
    alone = np.array([not kind.several for kind in given.kinds], bool)
    total, shown = door.total(tables.total)
    exact = door.tell(tables.exact, "precies", ~(tables.patterns & ~alone).any(axis=1))
    order = np.argsort(-exact, kind="stable")
    order = order[exact[order] > 0]
    patterns = tables.patterns[order]
    common = np.flatnonzero(patterns.sum(axis=1) > 1)[:COMMON]
    return ToldTables(
        given.unit, given.kinds, given.areas, shown, total,
        door.places(tables.kinds, shown, "gebruikt", alone),
        door.places(tables.both, shown, "beide", alone & alone[:, np.newaxis]),
        door.tell(tables.pair, "met één andere", bool(alone.all())),
        int(door.tell(tables.within, "binnen een domein", bool(alone.all()))),
        patterns, exact[order], common,
        door.places(of_areas(given, patterns[common]), shown, "precies",
                    ~(patterns[common] & ~alone).any(axis=1)))


@dataclass(frozen=True, eq=False)
class _Door:
    """Tells cells by what they are counted as.

    Who use a scheme of one provision are who use that: these have the same noise at both grains,
    as everybody knows that they are the same. Others at the grain of schemes have their own.
    """

    given: Patterns
    key: bytes

    def total(self, cells: Cells) -> tuple[Ints, tuple[int, ...]]:
        """Who use anything, more than one and many, and the areas that are shown."""
        alone = not any(kind.several for kind in self.given.kinds)
        everywhere = tuple(range(len(self.given.areas))) if len(self.given.areas) > 1 else ()
        found = np.stack([
            self.places(Cells(cells.counts[:, place], cells.identities[:, place]), everywhere,
                        name, same) for place, (name, same) in enumerate((
                            ("gebruikt iets", True), ("meer dan een", alone),
                            ("veel", alone)))], axis=1)
        shown = tuple(place for place in everywhere if found[place + 1, USERS] >= LEAST)
        hidden = np.ones(len(found), bool)
        hidden[[0, *(place + 1 for place in shown)]] = False
        found[hidden] = 0
        return found, shown

    def places(self, cells: Cells, shown: tuple[int, ...], name: str, same: Flags | bool) -> Ints:
        """Cells of all together and of areas; those that are not shown stay nought."""
        found = np.zeros(cells.counts.shape, np.int64)
        for places, role in (([0], name), ([place + 1 for place in shown], f"{name} in gebied")):
            part = Cells(cells.counts[places], cells.identities[places])
            found[places] = self.tell(part, role, same)
        return found

    def tell(self, cells: Cells, name: str, same: Flags | bool) -> Ints:
        """Cells of one name, those that are the same at both grains and those that are not."""
        found = np.zeros(cells.counts.shape, np.int64)
        same = np.broadcast_to(same, found.shape)
        for rows, role in ((same, name), (~same, f"{name}, {SCHEME}")):
            part = Cells(cells.counts[rows], cells.identities[rows])
            found[rows] = part.told(role, self.key)
        return found
