"""An attacker who holds the code and all that is published, and not the key.

Beforehand he holds all tables with the published totals for equally likely. Tables of up to some
hundred thousand others with their totals are looked at one by one, each as published: there is none
that is too clear. Of larger ones what he thinks is drawn by walks from what was published.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from participatiemonitor.studies.persons import walk
from participatiemonitor.studies.persons.grouping import BASE

from .lattice import Lattice
from .test_walk import LADDER
from .walks import many

MOST_LIKELY = 0.75
SMALL = [((10, 10), (10, 10)), ((10, 30), (3, 3, 3, 31)), ((10, 10, 10), (3, 3, 24)),
         ((10, 12), (3, 3, 3, 3, 10)), ((10, 11, 12), (10, 10, 13))]
LARGER = [((10, 10), (2,) * 10), ((10, 10, 10), (3, 3, 3, 21)), ((10, 10, 10), (5, 5, 10, 10)),
          ((10, 10, 10, 10), (4, 4, 32)), ((10, 10, 10, 10), (4, 36)), ((10, 40), (3,) * 6 + (32,)),
          ((10, 20, 30), (3, 7, 50)), ((10,) * 5, (5, 5, 40)), ((10,) * 6, (6, 54)),
          ((10,) * 9, (9, 81)), ((10, 10, 10), (3, 3, 3, 3, 18)), ((15, 25), (3, 5, 8, 24))]


@dataclass(frozen=True)
class Clearest:
    """The likeliest value of any count of any table, and how few values one has."""

    likely: float
    values: int
    of_a_person: float
    where: str


def clearest(rows, columns, **more) -> Clearest:
    lattice = Lattice(rows, columns, **more)
    thought = lattice.thought()
    likely, where = max((float(chances.max()), f"{place} of "
                         f"{lattice.tables[chances.max(axis=1).argmax()].tolist()}")
                        for place, chances in thought.items())
    known = [chances[:, 1:] / chances[:, 1:].sum(axis=1, keepdims=True).clip(1e-12)
             for chances in thought.values()]
    return Clearest(likely, min(int((chances > 1e-3).sum(axis=1).min())
                                for chances in thought.values()),
                    max(float(one.max()) for one in known), where)


@pytest.mark.parametrize("rows, columns", [
    *SMALL, *(pytest.param(*one, marks=pytest.mark.audit) for one in LARGER)])
def test_of_no_table_that_can_be_published_a_count_is_clear(rows, columns):
    found = clearest(rows, columns)
    print(found)
    assert found.likely <= MOST_LIKELY, found
    assert found.values >= 3
    # Who is one of those counted does not know whether there are more.
    assert found.of_a_person < 0.9


@pytest.mark.parametrize("change, more", [
    ({"ENDS": 1}, {}), ({"AMOUNT": 0.0}, {}), ({}, {"even": True})],
    ids=["noughts as the others", "no exchanges", "all exchanges as likely"])
def test_the_attacker_wins_when_a_rule_is_loosened(monkeypatch, change, more):
    for name, value in change.items():
        monkeypatch.setattr(walk, name, value)
    found = clearest((10, 40), (3, 3, 3, 3, 3, 3, 32), **more)
    print(found)
    assert found.likely > MOST_LIKELY


def test_the_attacker_wins_where_a_row_has_fewer_persons_than_there_are_columns():
    found = clearest((1, 9), (2,) * 5)
    assert found.likely > MOST_LIKELY


def sums(shape):
    """Cells that may be added up: blocks of rows by columns, and who rose, stayed and fell."""
    rows, columns = shape
    for size in range(1, 2 ** rows - 1):
        for other in range(1, 2 ** columns - 1):
            inside = (size >> np.arange(rows)) & 1, (other >> np.arange(columns)) & 1
            yield np.outer(*inside)
    yield from (np.triu(np.ones(shape, int), 1), np.eye(*shape, dtype=int),
                np.tril(np.ones(shape, int), -1))


@pytest.mark.parametrize("rows, columns", [
    ((10, 11, 12), (10, 10, 13)), ((10, 10, 10), (3, 3, 24)),
    pytest.param((10, 10, 10), (3, 3, 3, 21), marks=pytest.mark.audit),
    pytest.param((10,) * 4, (4, 36), marks=pytest.mark.audit)])
def test_no_sum_of_published_counts_is_clear(rows, columns):
    lattice = Lattice(rows, columns)
    best = 0.0
    for cells in sums(lattice.shape):
        values, place = np.unique((lattice.tables * cells).sum(axis=(1, 2)), return_inverse=True)
        best = max(best, float(lattice.after(np.eye(len(values))[place]).max()))
    print(best)
    assert best <= MOST_LIKELY


def sparse(rng, rows, columns, persons) -> np.ndarray:
    """A table with noughts, and with persons enough in each row and column."""
    while True:
        chances = rng.dirichlet(np.full(columns, 0.4), rows)
        sizes = BASE + rng.multinomial(max(persons - BASE * rows, 0), rng.dirichlet(np.ones(rows)))
        table = np.array([rng.multinomial(size, chance)
                          for size, chance in zip(sizes, chances, strict=True)])
        if (table.sum(axis=1) >= columns).all() and (table.sum(axis=0) >= max(rows, 3)).all():
            return table


def worst(published, size) -> tuple[float, int]:
    """The likeliest value of any count, and how few values one has, by walks from the table."""
    tables = many(published, size, np.random.default_rng(1))
    counts = [np.unique(cell, return_counts=True)[1] for cell in tables.reshape(size, -1).T]
    return max(count.max() for count in counts) / size, min(map(len, counts))


def holds(published, size=3000) -> None:
    likely, few = worst(published, size)
    print(likely, few, published.tolist())
    # What is drawn lies around the chance: of so many counts one in some thousands this far.
    assert likely <= MOST_LIKELY + 3.5 * np.sqrt(0.75 * 0.25 / size)
    assert few >= 3


@pytest.mark.parametrize("size", [300, pytest.param(10_000, marks=pytest.mark.audit)])
def test_of_a_ladder_no_count_is_clear(size):
    holds(LADDER, size)


@pytest.mark.audit
@pytest.mark.parametrize("rows, columns", [(6, 7), (8, 7), (4, 8), (8, 8), (7, 2)])
@pytest.mark.parametrize("persons", [100, 200, 1000])
def test_of_larger_tables_with_noughts_no_count_is_clear(rows, columns, persons):
    rng = np.random.default_rng([rows, columns, persons])
    for _ in range(2):
        holds(sparse(rng, rows, columns, persons))


@pytest.mark.audit
@pytest.mark.parametrize("size", range(2, 9))
def test_that_nobody_moved_is_not_clear(size):
    """All persons of a row in one column: whichever way, all but a few counts are nought."""
    holds(np.eye(size, dtype=int) * 40)


@pytest.mark.audit
@pytest.mark.parametrize("rows, columns", [(2, 7), (6, 7), (4, 8), (8, 8)])
def test_that_all_are_in_one_row_or_column_is_not_clear(rows, columns):
    """The table that leaves fewest ways: all that is in other rows is in the last column."""
    table = np.zeros((rows, columns), dtype=int)
    table[:, -1], table[-1] = max(10, 2 * columns), max(2 * rows, 4)
    holds(table)
