"""What can be thought of each count when all told tables of a study are held together.

Of the code that is attacked only what it tells is used, and the sizes of its noise. An attacker
reads from the tables who is in each cell, by area and exact combination, and which tables tell the
same persons in the same role. Any whole numbers of persons by area and combination are as likely to
him, and the rest is the rule of Bayes: exactly where these can be gone through, else by a walk.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.results.patterns import GRAINS, PROVISION, patterns_of
from participatiemonitor.studies.overlap.results.told import ToldTables, told_of
from participatiemonitor.studies.persons.cells import OF_ROLE, OWN

from .people import Person, histogram_of

FEW, REACH = 2, 40


@dataclass(frozen=True)
class Row:
    """A told count: which atoms are in it, as bits, and what is told (0 for a class)."""

    atoms: int
    told: int


def town(counts: list[int], provisions: int, areas: int, seed: int) -> list[Person]:
    """So many persons of each atom: by area, and in it by combination in order of bits."""
    rng = np.random.default_rng(seed)
    return [Person(int(rng.integers(-2**63, 2**63 - 1)), atom // (2**provisions - 1),
                   frozenset(place for place in range(provisions)
                             if atom % (2**provisions - 1) + 1 >> place & 1))
            for atom, count in enumerate(counts) for _ in range(count)]


def published(persons: list[Person], provisions: tuple[Provision, ...], areas: int, key: bytes
              ) -> list[Row]:
    """All that is told at both grains; what is told twice in the same words once."""
    histogram = histogram_of(persons, areas, len(provisions))
    found: dict[object, Row] = {}
    for grain in GRAINS:
        told = told_of(patterns_of(histogram, provisions, grain, "personen"), key)
        found |= dict(_rows(told, provisions, areas, grain))
    return [row for row in found.values() if row.atoms]


def _rows(told: ToldTables, provisions: tuple[Provision, ...], areas: int, grain: str
          ) -> Iterator[tuple[object, Row]]:
    kinds = [frozenset(place for place, one in enumerate(provisions)
                       if kind.name == (one.name if grain == PROVISION else one.scheme))
             for kind in told.kinds]
    atoms = [(area, frozenset(number for number, kind in enumerate(kinds)
                              if any(mask >> place & 1 for place in kind)))
             for area in range(areas) for mask in range(1, 2**len(provisions))]

    def which(fits, area: int | None) -> int:
        return sum(1 << number for number, (where, uses) in enumerate(atoms)
                   if fits(uses) and area in (None, where))

    own = grain if any(len(kind) > 1 for kind in kinds) else ""
    exact = {frozenset(np.flatnonzero(pattern).tolist()): (count, by_area) for pattern, count,
             by_area in itertools.zip_longest(told.patterns, told.exact.tolist(), [])}
    common = {frozenset(np.flatnonzero(told.patterns[place]).tolist()): column
              for column, place in enumerate(told.common.tolist())}
    for area in (None, *told.shown):
        place = 0 if area is None else area + 1

        def row(role: str, some: set[int], same: str, fits, count: int, area=area
                ) -> tuple[object, Row]:
            of = frozenset(kinds[kind] for kind in some)
            named = same if not some else grain * any(len(kind) > 1 for kind in of)
            return (role, area, of, named), Row(which(fits, area), int(count))

        for column, least in enumerate((1, 2, 4)):
            yield row(f"at least {least}", set(), "" if least == 1 else own,
                      lambda uses, least=least: len(uses) >= least, told.total[place, column])
        for kind in range(len(kinds)):
            yield row("users", {kind}, own, lambda uses, kind=kind: kind in uses,
                      told.users[place, kind])
        for one, other in itertools.combinations(range(len(kinds)), 2):
            yield row("both", {one, other}, own,
                      lambda uses, two=frozenset({one, other}): two <= uses,
                      told.both[place, one, other])
        for pattern in sorted({uses for _, uses in atoms}, key=sorted):
            if area is None or pattern in common:
                count = (exact.get(pattern, (0, None))[0] if area is None
                         else told.by_area[place, common[pattern]])
                yield row("exactly", set(pattern), own,
                          lambda uses, pattern=pattern: uses == pattern, count)
    for kind in range(len(kinds)):
        yield (("pair", kinds[kind], own or PROVISION),
               Row(which(lambda uses, kind=kind: kind in uses and len(uses) == 2, None),
                   int(told.pair[kind])))
    domains = [{provisions[place].domain for place in kind} for kind in kinds]
    yield (("within", own), Row(which(
        lambda uses: len(uses) > 1 and len(set().union(*(domains[one] for one in uses))) == 1,
        None), told.within))


def _normal(spread: float) -> dict[int, float]:
    sizes = {size: math.exp(-size * size / (2 * spread * spread))
             for size in range(-REACH, REACH + 1)}
    return {size: chance / sum(sizes.values()) for size, chance in sizes.items()}


class Attacker:
    """Somebody who holds all rows, and has no key."""

    def __init__(self, rows: list[Row], atoms: int) -> None:
        self.rows, self.atoms = rows, atoms
        self._own = [(size, math.log(chance)) for size, chance in _normal(OWN).items()
                     if chance > 1e-9]
        of_role = _normal(OF_ROLE)
        self._of_role = {size: math.log(chance) for size, chance in of_role.items()}
        up_to = np.cumsum(list(of_role.values()))
        self._up_to = {size: math.log(max(chance, 1e-300))
                       for size, chance in zip(of_role, up_to, strict=True)}
        self._groups: dict[int, list[tuple[tuple[int, ...], tuple[int, ...]]]] = {}
        self._known: dict[tuple[tuple[int, ...], int], float] = {}

    def likelihood(self, counts: list[int]) -> float:
        """The logarithm of the chance of all that is told, if these are the persons."""
        there = sum(1 << atom for atom, count in enumerate(counts) if count)
        if there not in self._groups:
            same: dict[int, list[int]] = {}
            for row in self.rows:
                same.setdefault(row.atoms & there, []).append(row.told)
            self._groups[there] = [
                (tuple(atom for atom in range(self.atoms) if who >> atom & 1), tuple(sorted(told)))
                for who, told in same.items()]
        found = 0.0
        for who, told in self._groups[there]:
            count = sum([counts[atom] for atom in who])
            if (told, count) not in self._known:
                self._known[told, count] = self._chance(told, count)
            found += self._known[told, count]
            if found == -math.inf:
                break
        return found

    def _chance(self, told: tuple[int, ...], count: int) -> float:
        """Of the same persons in some roles."""
        if count <= FEW:
            return -math.inf if any(told) else 0.0
        found = []
        for size, likely in self._own:
            own = count + size
            if own <= FEW:
                found += [likely] if not any(told) else []
            elif all(told):
                found.append(likely + sum(
                    self._up_to.get(FEW + 1 - own, -700.0) if one == FEW + 1
                    else self._of_role.get(one - own, -700.0) for one in told))
        return float(np.logaddexp.reduce(found)) if found else -math.inf

    def exactly(self, most: int) -> np.ndarray:
        """The chance of each count up to so many of each row, all atoms gone through."""
        found = np.zeros((len(self.rows), most * self.atoms + 1))
        for counts in itertools.product(range(most + 1), repeat=self.atoms):
            chance = math.exp(self.likelihood(list(counts)))
            if chance:
                for number, row in enumerate(self.rows):
                    found[number, self._sum(counts, row.atoms)] += chance
        return found / found.sum(axis=1, keepdims=True)

    def by_walk(self, start: list[int], steps: int, seed: int) -> np.ndarray:
        """The same by a walk, from persons as they are."""
        rng = np.random.default_rng(seed)
        counts, now = list(start), self.likelihood(start)
        found = np.zeros((len(self.rows), sum(start) + 80))
        drawn = rng.random((steps, 2))
        some = rng.integers(0, self.atoms, (steps, 4))
        signs = rng.choice([-1, 1], (steps, 4))
        numbers = np.arange(len(self.rows))
        who = np.array([[row.atoms >> atom & 1 for atom in range(self.atoms)]
                        for row in self.rows])
        for step in range(steps):
            kind = drawn[step, 0]
            size = 1 if kind < 0.3 else 2 if kind < 0.65 else 3 if kind < 0.8 else 4
            after = list(counts)
            for place in range(size):
                sign = (-1) ** place if size == 2 else signs[step, place]
                after[some[step, place]] += int(sign)
            if min(after) >= 0:
                then = self.likelihood(after)
                if math.log(drawn[step, 1]) < then - now:
                    counts, now = after, then
            if step > steps // 10 and step % 5 == 0:
                found[numbers, np.minimum(who @ counts, found.shape[1] - 1)] += 1
        return found / found.sum(axis=1, keepdims=True)

    def judged(self) -> list[bool]:
        """Whether a row is no part of a class: of that it says no more than the class does."""
        few = [row.atoms for row in self.rows if not row.told]
        return [not any(row.atoms & one == row.atoms != one for one in few) for row in self.rows]

    @staticmethod
    def _sum(counts: tuple[int, ...], atoms: int) -> int:
        return sum(count for atom, count in enumerate(counts) if atoms >> atom & 1)
