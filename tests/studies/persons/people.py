"""Persons in a table, made of counts."""

from __future__ import annotations

import numpy as np

from participatiemonitor.studies.persons.tables import PersonTable


def people_of(counts, rows=None, columns=None, first=0) -> PersonTable:
    """One person for each that is counted."""
    counts = np.array(counts)
    cell = np.repeat(np.arange(counts.size), counts.ravel())
    return PersonTable(np.array([f"K{number:06}" for number in range(first, first + len(cell))]),
                       cell // counts.shape[1], cell % counts.shape[1],
                       rows or tuple(f"rij {number}" for number in range(counts.shape[0])),
                       columns or tuple(f"kolom {number}" for number in range(counts.shape[1])))


def alone(size):
    return tuple((place,) for place in range(size))


def shuffled(table: PersonTable, seed: int) -> PersonTable:
    order = np.random.default_rng(seed).permutation(len(table.person))
    return PersonTable(table.person[order], table.row[order], table.column[order], table.rows,
                       table.columns)
