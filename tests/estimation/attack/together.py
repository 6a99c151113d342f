"""Which tables fit beside each other, when one question follows from others; and how likely then.

Who gave the top of one source gave the top of what is derived from it, who ticked *none of these*
ticked no other item, and so on. Answers that are one row together are shared out over size classes
in every way that their totals allow, all as likely.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

REST = "overige"


@dataclass(frozen=True)
class Likely:
    """All tables that a published one can come from.

    Attributes
    ----------
    name : str
    counts : dict of str to ndarray of int16, shape (L, D)
        By answer; of all that are told together under `REST`.
    chances : ndarray of float, shape (L,)
    totals : dict of str to int
        Of each answer, in the codebook's order.
    """

    name: str
    counts: dict[str, np.ndarray]
    chances: np.ndarray
    totals: dict[str, int]

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(self.totals)

    @property
    def together(self) -> list[str]:
        return [name for name in self.totals if name not in self.counts]

    def best(self, chances: np.ndarray) -> tuple[float, str]:
        chances = chances / chances.sum()
        return max((float(chances[counts[:, place] == value].sum()),
                    f"{self.name}.{name} {place}: {value}")
                   for name, counts in self.counts.items() for place in range(counts.shape[1])
                   for value in np.unique(counts[:, place]))



def shares(low: np.ndarray, high: np.ndarray, total: int) -> np.ndarray:
    """In how many ways a total can be shared out between ends of shape (..., D)."""
    room, left = high - low, total - low.sum(axis=-1)
    size, found = room.shape[-1], np.zeros(left.shape)
    possible = (room >= 0).all(axis=-1) & (left >= 0)
    room, left, ways = room[possible], left[possible], 0.0
    for over in itertools.product((0, 1), repeat=size):
        more = left - (room + 1) @ np.array(over, room.dtype)
        some = np.prod([(more + step) / step for step in range(1, size)], axis=0)
        ways += (-1) ** sum(over) * np.where(more >= 0, some, 0)
    found[possible] = np.round(ways)
    return found


@dataclass(frozen=True)
class Fit:
    """How a source fits a centre: each of L tables of that beside each of S tables of this.

    Attributes
    ----------
    source : Likely
    fits : ndarray of bool, shape (L, S)
    low, high : ndarray of int, shape (L, S, D)
        Between which the first of two answers lies that are told together.
    """

    source: Likely
    fits: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def parts(self, low: np.ndarray | None = None, high: np.ndarray | None = None) -> np.ndarray:
        """Which part of what the source can be fits; narrower where more is supposed."""
        hidden = self.source.together
        if len(hidden) < 2:
            return self.fits.astype(float)
        low = self.low if low is None else np.maximum(self.low, low)
        high = self.high if high is None else np.minimum(self.high, high)
        rest, total = self.source.counts[REST], self.source.totals[hidden[0]]
        return self.fits * shares(low, high, total) / np.maximum(
            shares(0 * rest, rest, total), 1)

    def hidden(self, likely: np.ndarray) -> tuple[float, str]:
        """The likeliest value of a count that is told together with another one."""
        best = (0.0, "")
        for place in range(self.low.shape[2] if len(self.source.together) > 1 else 0):
            ends = self.low[..., place].min(), self.high[..., place].max()
            only = np.arange(self.low.shape[2]) == place
            narrow = np.where(only, 1, 0).astype(self.low.dtype), ~only * self.high.max()
            found = [(likely @ self.parts(value * narrow[0], value * narrow[0] + narrow[1])
                      ) @ self.source.chances for value in range(ends[0], ends[1] + 1)]
            best = max(best, (float(max(found) / sum(found)), f"{self.source.name}."
                              f"{self.source.together[0]} {place}: {ends[0] + np.argmax(found)}"))
        return best


def fit(most: list[np.ndarray], source: Likely, levels: list[tuple[str, ...]]) -> Fit:
    """A source of which each level, a set of its answers, has at most so many, each (L, D)."""
    first, hidden = next(iter(source.counts.values())), source.together
    rest = source.counts.get(REST, 0 * first)
    fits = np.ones((len(most[0]), len(first)), bool)
    low, high = (np.repeat(one[None], len(most[0]), axis=0) for one in (0 * rest, rest))
    for limit, level in zip(most, levels, strict=True):
        inside = [name for name in hidden if name in level]
        left = limit[:, None] - at_least(source, level)[None]
        fits &= (left >= 0).all(axis=2)
        if 0 < len(inside) < len(hidden):
            assert len(hidden) == 2, "to be shared out between two"
            if inside[0] == hidden[0]:
                high = np.minimum(high, left)
            else:
                low = np.maximum(low, rest[None] - left)
    return Fit(source, fits, low, high)


def at_least(table: Likely, level: tuple[str, ...]) -> np.ndarray:
    known = [table.counts[name] for name in level if name in table.counts]
    if table.together and set(table.together) <= set(level):
        known.append(table.counts[REST])
    return sum(known, 0 * next(iter(table.counts.values())))


def at_most(table: Likely, level: tuple[str, ...]) -> np.ndarray:
    some = [REST] if set(table.together) & set(level) else []
    known = [table.counts[name] for name in [*level, *some] if name in table.counts]
    return sum(known, 0 * next(iter(table.counts.values())))


def around(centre: Likely, sources: list[Fit]) -> list[tuple[float, str]]:
    """The likeliest value in the centre, and in each source, when all fit the centre."""
    messages = [one.parts() @ one.source.chances for one in sources]
    found = [centre.best(centre.chances * np.prod(messages, axis=0))]
    for place, one in enumerate(sources):
        others = centre.chances * np.prod(
            [message for number, message in enumerate(messages) if number != place], axis=0)
        found += [one.source.best(others @ one.parts() * one.source.chances), one.hidden(others)]
    return found


def either(centre: Likely, yes: np.ndarray, sources: list[tuple[Likely, np.ndarray]]
           ) -> list[tuple[float, str]]:
    """The same where who is in the centre is in one of two sources at least."""
    (one, first), (other, second) = sources
    (first, of_one), (second, of_other) = (
        np.unique(net, axis=0, return_inverse=True) for net in (first, second))
    fits = ((yes[:, None, None] <= first[:, None] + second[None])
            & (yes[:, None, None] >= first[:, None]) & (yes[:, None, None] >= second[None])
            ).all(axis=3)
    chances = (centre.chances, np.bincount(of_one, one.chances),
               np.bincount(of_other, other.chances))
    found = []
    for place, (table, where) in enumerate(
            [(centre, np.arange(len(yes))), (one, of_one), (other, of_other)]):
        message = np.einsum("abc,a,b,c->" + "abc"[place], fits.astype(float), *(
            np.ones(len(chance)) if number == place else chance
            for number, chance in enumerate(chances)))
        found.append(table.best(table.chances * message[where]))
    return found


def without(first: Likely, second: Likely, levels: list[tuple[str, ...]], totals: list[int]
            ) -> list[tuple[float, str]]:
    """The same for two sources of what has totals alone."""
    fits = np.ones((len(first.chances), len(second.chances)))
    for level, total in zip(levels, totals, strict=True):
        most = np.maximum(at_least(first, level)[:, None], at_least(second, level)[None])
        fits *= most.sum(axis=2) <= total
    return [first.best(first.chances * (fits @ second.chances)),
            second.best(second.chances * (first.chances @ fits))]
