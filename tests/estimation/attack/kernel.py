"""The chance of every outcome of the noise, exactly; a second reading of its definition.

Of the code that is attacked only its constants are used, and what it takes for loose.
"""

from __future__ import annotations

import itertools
from functools import cache, lru_cache

import numpy as np

from participatiemonitor.estimation.disclosure import noise

MOST_CELLS = 16
AT_ONCE = 400


class Kernel:
    """The noise of tables of one shape.

    Parameters
    ----------
    rows, columns : int
    moved : tuple of int, length `columns`, optional
        What is added to the sum of each column.
    """

    def __init__(self, rows: int, columns: int, moved: tuple[int, ...] = ()) -> None:
        self.rows, self.columns = rows, columns
        share = (rows // 2 * 2 / rows) * (columns // 2 * 2 / columns)
        self.often, self.seldom = (min(2 * rate / share, 1) for rate in (noise.ENDS, noise.OPEN))
        # Of each sweep the blocks in which it may exchange: each pair of rows pairs the columns.
        self.sweeps = [[np.ix_(two, columns_of) for two, pairing in zip(pairs, chosen, strict=True)
                        for columns_of in pairing]
                       for pairs in pairings(rows)
                       for chosen in itertools.product(pairings(columns), repeat=len(pairs))]
        self.moves = _moves(moved)
        # Displacements of the table that are possible after each step.
        self.steps = [_levels(rows, columns, self.moves)]
        for _ in range(noise.SWEEPS):
            self.steps.append(self._further(self.steps[-1]))
        self.at = [{step.tobytes(): place for place, step in enumerate(steps)}
                   for steps in self.steps]
        self.loose = loose_patterns(rows, columns)
        self.goals: dict[tuple, np.ndarray] = {}

    def outcomes(self, starts: np.ndarray) -> np.ndarray:
        """The chance of each of the last displacements from each table, shape (L, S)."""
        chance = self._shifted(starts)
        for steps, after in itertools.pairwise(range(len(self.steps))):
            chance = self._swept(starts, chance, steps, after)
        return chance

    def fitting(self, published: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """All tables that can publish this, and the chance with which each does.

        Parameters
        ----------
        published : ndarray of int, shape (rows, columns)

        Returns
        -------
        tables : ndarray of int, shape (L, rows, columns)
        chances : ndarray of float, shape (L,)
        """
        steps = self.steps[-1]
        tables = published - steps
        fits = (tables >= 0).all(axis=(1, 2))
        tables, places = tables[fits], np.flatnonzero(fits)
        found = np.zeros(len(tables))
        for begin in range(0, len(tables), AT_ONCE):
            part = slice(begin, begin + AT_ONCE)
            chance = self.outcomes(tables[part])
            # What is not loose is drawn again.
            kept = chance * self.is_loose(tables[part, None] + steps)
            mine = np.arange(len(chance)), places[part]
            found[part] = kept[mine] / np.maximum(kept.sum(axis=1), 1e-300)
        return tables[found > 0], found[found > 0]

    def is_loose(self, tables: np.ndarray) -> np.ndarray:
        """Whether each table may be published; one with a count below nought has no chance."""
        filled = (tables > 0).reshape(*tables.shape[:-2], -1)
        first, *rest = np.moveaxis(np.packbits(filled, axis=-1, bitorder="little"), -1, 0)
        return self.loose[sum((byte.astype(int) << 8 * place for place, byte in
                               enumerate(rest, start=1)), first.astype(int))]

    def _shifted(self, starts: np.ndarray) -> np.ndarray:
        chance = np.zeros((len(starts), len(self.steps[0])))
        waiting = {np.zeros(starts.shape[1:], int).tobytes(): np.ones(len(starts))}
        for source, goal in self.moves:
            after: dict[bytes, np.ndarray] = {}
            for name, likely in waiting.items():
                step = np.frombuffer(name, int).reshape(starts.shape[1:])
                may = (step[:, source] > -noise.MOST) & (step[:, goal] < noise.MOST)
                weights = np.where(may, starts[:, :, source] + step[:, source], 0).clip(0)
                total = weights.sum(axis=1)
                # Where nobody is left to move, the table stays as it is.
                chance[:, self.at[0][name]] += likely * (total == 0)
                for row in np.flatnonzero(may):
                    moved = step.copy()
                    moved[row, [source, goal]] += (-1, 1)
                    after[moved.tobytes()] = after.get(moved.tobytes(), 0) + (
                        likely * weights[:, row] / np.maximum(total, 1))
            waiting = after
        for name, likely in waiting.items():
            chance[:, self.at[0][name]] += likely
        return chance

    def _swept(self, starts: np.ndarray, chance: np.ndarray, level: int, after: int
               ) -> np.ndarray:
        steps = self.steps[level]
        found = np.zeros((len(starts), len(self.steps[after])))
        for number, blocks in enumerate(self.sweeps):
            odds = [self._odds(starts, steps, block) for block in blocks]
            for signs in itertools.product((1, -1, 0), repeat=len(blocks)):
                likely = chance / len(self.sweeps)
                for sign, odd in zip(signs, odds, strict=True):
                    likely = likely * odd[sign]
                goals = self._goals(level, after, number, signs)
                assert not likely[:, goals < 0].any()
                found[:, goals[goals >= 0]] += likely[:, goals >= 0]
        return found

    def _goals(self, level: int, after: int, number: int, signs: tuple[int, ...]) -> np.ndarray:
        """Which displacement each becomes by a sweep that goes these ways; -1 where none."""
        asked = level, number, signs
        if asked not in self.goals:
            change = np.zeros_like(self.steps[level][0])
            for sign, block in zip(signs, self.sweeps[number], strict=True):
                change[block] += sign * EXCHANGE
            self.goals[asked] = np.array([self.at[after].get((step + change).tobytes(), -1)
                                          for step in self.steps[level]])
        return self.goals[asked]

    def _odds(self, starts: np.ndarray, steps: np.ndarray, block: tuple) -> dict:
        """The chance that a block goes either way, by table and displacement; and that it stays."""
        cells = (slice(None), *block)
        near = starts[cells].min(axis=(1, 2)) <= noise.NEAR
        rate = np.where(near, self.often, self.seldom)[:, None] / 2
        may = {}
        for sign in (1, -1):
            after = steps[cells] + sign * EXCHANGE
            bounded = (abs(after) <= noise.MOST).all(axis=(1, 2))
            may[sign] = bounded & (starts[cells][:, None] + after >= 0).all(axis=(2, 3))
        # What cannot go one way goes the other.
        odds = {sign: rate * may[sign] * (2 - may[-sign]) for sign in (1, -1)}
        return {**odds, 0: 1 - odds[1] - odds[-1]}

    def _further(self, steps: np.ndarray) -> np.ndarray:
        changes = {np.zeros(steps.shape[1:], int).tobytes()}
        for blocks in self.sweeps:
            for signs in itertools.product((1, -1, 0), repeat=len(blocks)):
                change = np.zeros(steps.shape[1:], int)
                for sign, block in zip(signs, blocks, strict=True):
                    change[block] += sign * EXCHANGE
                changes.add(change.tobytes())
        every = np.array([np.frombuffer(one, int) for one in sorted(changes)])
        found = (steps.reshape(len(steps), 1, -1) + every).reshape(-1, every.shape[1])
        found = found[(abs(found) <= noise.MOST).all(axis=1)]
        return np.unique(found, axis=0).reshape(-1, *steps.shape[1:])


EXCHANGE = np.array([[1, -1], [-1, 1]])


@cache
def kernel(rows: int, columns: int, moved: tuple[int, ...] = (), *constants: float) -> Kernel:
    """A kernel, made once for a shape and the constants of the noise."""
    return Kernel(rows, columns, moved if any(moved) else ())


def posterior(published: np.ndarray, moved: dict[tuple[int, ...], float] | None = None
              ) -> tuple[np.ndarray, np.ndarray]:
    """All tables that can publish this, and how likely each is when all were so beforehand.

    Parameters
    ----------
    published : ndarray of int, shape (R, D)
    moved : dict of tuple of int to float, optional
        What the noise of the base can be, and how likely that is.

    Returns
    -------
    tables : ndarray of int, shape (L, R, D)
    chances : ndarray of float, shape (L,)
        Adding up to 1.
    """
    return _posterior(tuple(map(tuple, published.tolist())), tuple((moved or {(): 1.0}).items()),
                      noise.OPEN, noise.ENDS, noise.NEAR, noise.ROOM, noise.SWEEPS, noise.MOST)


@lru_cache(maxsize=64)
def _posterior(rows: tuple[tuple[int, ...], ...], moved: tuple[tuple[tuple[int, ...], float], ...],
               *constants: float) -> tuple[np.ndarray, np.ndarray]:
    """The same, made once for a table and the constants of the noise."""
    published, found = np.array(rows), []
    for change, likely in moved:
        tables, chances = kernel(*published.shape, change, *constants).fitting(published)
        found.append((tables, chances * likely))
    tables, chances = (np.concatenate(part) for part in zip(*found, strict=True))
    assert chances.sum() > 0, published
    chances = chances / chances.sum()
    for shared in (tables, chances):
        shared.flags.writeable = False
    return tables, chances


def values(tables: np.ndarray, chances: np.ndarray, row: int, column: int) -> dict[int, float]:
    """The values that a count can have, each with its probability."""
    counts = tables[:, row, column]
    return {int(count): float(chances[counts == count].sum()) for count in np.unique(counts)}


def pairings(size: int) -> list[list[tuple[int, int]]]:
    """All ways to pair places two by two; of an odd number each is left out as often."""
    if size % 2:
        return [[tuple(rest[place] for place in pair) for pair in pairing]
                for left in range(size) for rest in [[*range(left), *range(left + 1, size)]]
                for pairing in pairings(size - 1)]
    if not size:
        return [[]]
    found = []
    for mate in range(1, size):
        rest = [place for place in range(1, size) if place != mate]
        found += [[(0, mate), *(tuple(rest[place] for place in pair) for pair in pairing)]
                  for pairing in pairings(size - 2)]
    return found


@cache
def _loose(rows: int, columns: int, room: float) -> np.ndarray:
    cells = rows * columns
    assert cells <= MOST_CELLS, "too many patterns to list"
    patterns = (np.arange(1 << cells)[:, None] >> np.arange(cells)) & 1
    return np.array([noise.is_loose(pattern.reshape(rows, columns)) for pattern in patterns])


def loose_patterns(rows: int, columns: int) -> np.ndarray:
    """Whether a table may be published, by which of its cells are filled."""
    return _loose(rows, columns, noise.ROOM)


def _moves(moved: tuple[int, ...]) -> list[tuple[int, int]]:
    left, found = list(moved), []
    while any(left):
        source, goal = int(np.argmin(left)), int(np.argmax(left))
        found.append((source, goal))
        left[source] += 1
        left[goal] -= 1
    return found


def _levels(rows: int, columns: int, moves: list[tuple[int, int]]) -> np.ndarray:
    found = {np.zeros((rows, columns), int).tobytes()}
    reached = set(found)
    for source, goal in moves:
        following = set()
        for name in reached:
            for row in range(rows):
                step = np.frombuffer(name, int).reshape(rows, columns).copy()
                step[row, [source, goal]] += (-1, 1)
                if (abs(step) <= noise.MOST).all():
                    following.add(step.tobytes())
        reached = following
        found |= following
    return np.array([np.frombuffer(one, int).reshape(rows, columns) for one in sorted(found)])
