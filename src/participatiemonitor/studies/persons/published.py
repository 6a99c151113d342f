"""The one door for counts of persons: what is published of who is where.

Totals of rows and columns are exact, the counts within have keyed noise (`walk`). Everything else
that a study tells of these persons is computed from what comes out here: shares, differences,
durations and rates from the published counts; what needs persons one by one, as errors with persons
as clusters and models of irregular dates do, from `Published.column` in place of where persons
truly are. So of where persons are nothing is told beyond the published counts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor import dutch
from participatiemonitor.estimation.disclosure.draws import Draws, subject_of
from participatiemonitor.estimation.disclosure.noise import Counts
from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.persons.grouping import BASE, Groups, kinds
from participatiemonitor.studies.persons.tables import Ints, PersonTable
from participatiemonitor.studies.persons.walk import LARGEST, walked

_PUBLIC = b"participatiemonitor: wat de ruis met een tabel doet"


@dataclass(frozen=True, eq=False)
class Published:
    """A table of persons as it may be shown.

    Attributes
    ----------
    rows, columns : tuple of str
        Those told together by all their names.
    counts : ndarray of int, shape (R, C)
        With noise; sums of rows and of columns are exact.
    row, column : ndarray of int, shape (n,)
        Of each registration, its row and a column by which all together have these counts: for
        what is computed of persons one by one, and never shown itself.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Counts
    row: Ints
    column: Ints

    @property
    def percentages(self) -> NDArray[np.float64]:
        """Of each row, in whole percents, shape (R, C)."""
        shares = 100 * self.counts / self.counts.sum(axis=1, keepdims=True)
        return np.vectorize(dutch.half_up, otypes=[float])(shares)

    @property
    def totals(self) -> NDArray[np.float64]:
        """Of all persons, in whole percents, shape (C,); exact but for that."""
        shares = 100 * self.counts.sum(axis=0) / self.counts.sum()
        return np.vectorize(dutch.half_up, otypes=[float])(shares)


def publish_kinds(table: PersonTable, key: bytes) -> Published | None:
    """Tell how often each row goes with each column, where neither has an order.

    Parameters
    ----------
    table : PersonTable
    key : bytes
        Of the folder.

    Returns
    -------
    Published or None
        Those of too few persons are told together, as the last row or column.
    """
    rows = kinds(table.starts.tolist(), max(BASE, len(table.columns)))
    columns = kinds(table.ends.tolist(), max(CLASS + 1, len(table.rows)))
    return publish(table, rows, columns, key)


def publish(table: PersonTable, rows: Groups | None, columns: Groups | None, key: bytes
            ) -> Published | None:
    """Tell how often each row goes with each column.

    Parameters
    ----------
    table : PersonTable
    rows, columns : tuple of tuple of int, or None
        What is told together, as `grouping` gives it.
    key : bytes
        Of the folder; the same for all dates of it.

    Returns
    -------
    Published or None
        None where persons are too few for so many rows and columns, or there are more of these than
        `LARGEST`. That follows from totals alone, which are told.
    """
    if rows is None or columns is None or max(len(rows), len(columns)) > LARGEST:
        return None
    told = table.together(rows, columns)
    counts = told.counts
    if counts.sum(axis=1).min() < len(columns) or counts.sum(axis=0).min() < len(rows):
        return None
    subject = told.subject
    found = _walked(told, counts, Draws(key, subject))
    return Published(told.rows, told.columns, found, told.row,
                     _moved(told, found - counts, Draws(key, b"verplaatst" + subject)))


def with_noise(row: Ints, column: Ints, shape: tuple[int, int], number: int) -> Ints:
    """Columns of registrations as the door would move them, without a key.

    Parameters
    ----------
    row, column : ndarray of int, shape (n,)
        Of each registration; of any table but that of a file, which goes through `publish`.
    shape : (int, int)
        Rows and columns of the table.
    number : int
        Another one is another draw.

    Returns
    -------
    ndarray of int, shape (n,)
        By which all together have counts with noise; who are moved is drawn.
    """
    names = tuple(map(str, range(shape[0]))), tuple(map(str, range(shape[1])))
    table = PersonTable(np.arange(len(row)).astype(str), row, column, *names)
    counts, draws = table.counts, Draws(_PUBLIC, number.to_bytes(8, "big"))
    return _moved(table, walked(counts, draws) - counts, draws)


def _walked(table: PersonTable, counts: Counts, draws: Draws) -> Counts:
    """Counts with noise that is the same in whatever order rows and columns stand."""
    sides = [[subject_of(map(str, table.person[place == number])) for number in range(size)]
             for place, size in zip((table.row, table.column), counts.shape, strict=True)]
    orders = [sorted(range(len(side)), key=side.__getitem__) for side in sides]
    found = counts.copy()
    within = np.ix_(*orders)
    turned = sorted(sides[0]) > sorted(sides[1])
    found[within] = walked(counts[within].T, draws).T if turned else walked(counts[within], draws)
    return found


def _moved(table: PersonTable, change: Counts, draws: Draws) -> Ints:
    """Columns by which persons have the published counts, some of each row moved by chance."""
    found = table.column.copy()
    ordered = np.argsort(table.person, kind="stable")
    for row, noise in enumerate(change):
        goals = np.repeat(np.arange(len(noise)), np.maximum(noise, 0)).tolist()
        for column in np.flatnonzero(noise < 0):
            here = ordered[(table.row[ordered] == row) & (table.column[ordered] == column)]
            for place in _some(here, int(-noise[column]), draws):
                found[place] = goals.pop(int(draws.uniform() * len(goals)))
    return found


def _some(places: Ints, size: int, draws: Draws) -> list[int]:
    """So many places, each as likely."""
    left, found = places.tolist(), []
    for _ in range(size):
        found.append(left.pop(int(draws.uniform() * len(left))))
    return found
