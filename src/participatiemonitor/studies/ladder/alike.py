"""How alike two groups are in what is known of persons, from tables that may be told.

Numbers, such as ages, are told in classes with round bounds, and a number in a class counts as its
middle: no mean of a group is computed of persons one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from participatiemonitor.studies.ladder.balance import Balance, balance
from participatiemonitor.studies.ladder.registrations import Flags, Ints, Registrations
from participatiemonitor.studies.ladder.scales import Scale, classes_of
from participatiemonitor.studies.persons.grouping import BASE, kinds_up_to, neighbours
from participatiemonitor.studies.persons.published import Published, publish
from participatiemonitor.studies.persons.tables import Names, PersonTable
from participatiemonitor.studies.persons.walk import LARGEST

SIDES = ("met project", "zonder project")
# What everybody has: where a person stood when first registered.
FIRST = "begintrede"


@dataclass(frozen=True, eq=False)
class Trait:
    """Something that is known of persons.

    Attributes
    ----------
    name : str
    number : bool
        Whether its classes are those of a number, from low to high.
    classes : tuple of tuple of str
        Of each column what is told together.
    published : Published
        With and without the project by class.
    balance : Balance
        From these counts.
    known : tuple of float
        Of which part of those with and without a project it is known.
    """

    name: str
    number: bool
    classes: tuple[tuple[str, ...], ...]
    published: Published
    balance: Balance
    known: tuple[float, float]


def traits(registered: Registrations, project: Flags, covariates: pd.DataFrame, key: bytes
           ) -> dict[str, Trait | None]:
    """Hold those with and without a project side by side.

    Parameters
    ----------
    registered : Registrations
    project : ndarray of bool, shape (P,)
    covariates : DataFrame, shape (P, c)
    key : bytes

    Returns
    -------
    mapping of str to Trait or None
        By name, the first rung first; None where persons are too few.
    """
    everybody = _Everybody(registered.people.astype(str), np.where(project, 0, 1), key)
    first = registered.first
    there = first < registered.rungs
    found = {FIRST: everybody.trait(FIRST, there, first[there],
                                    Scale.of_values(range(1, registered.rungs + 1)))}
    for name, column in covariates.items():
        known = column.notna().to_numpy()
        values = column[known]
        # A column of the user may have the name of what is here already.
        label = str(name) if str(name) not in found else f"{name} (uit het bestand)"
        if pd.api.types.is_numeric_dtype(values) and len(values):
            found[label] = everybody.trait(label, known, *classes_of(values.to_numpy(float)))
        else:
            names, place = np.unique(values.astype(str).to_numpy(str), return_inverse=True)
            found[label] = everybody.trait(label, known, place, tuple(map(str, names)))
    return found


@dataclass(frozen=True, eq=False)
class _Everybody:
    """Who is in the project, 0, and who is not, 1."""

    people: Names
    side: Ints
    key: bytes

    def trait(self, name: str, known: Flags, place: Ints, classes: Scale | tuple[str, ...]
              ) -> Trait | None:
        """Of whom it is known, the class of each."""
        scale = classes if isinstance(classes, Scale) else None
        names = classes if isinstance(classes, tuple) else tuple(map(str, range(len(classes))))
        table = PersonTable(self.people[known], self.side[known], place, SIDES, names)
        if table.starts.min() < BASE:
            return None
        totals = table.ends.tolist()
        columns = neighbours(totals) if scale else kinds_up_to(totals, LARGEST)
        published = publish(table, ((0,), (1,)), columns, self.key)
        if columns is None or published is None:
            return None
        told = tuple((scale.name(group),) if scale else tuple(names[one] for one in group)
                     for group in columns)
        values = [scale.middle(group) if scale else str(number)
                  for number, group in enumerate(columns)]
        members, others = table.starts / np.bincount(self.side, minlength=2)
        return Trait(name, scale is not None, told, published, _balance(name, published, values),
                     (float(members), float(others)))


def _balance(name: str, published: Published, values: Sequence[float | str]) -> Balance:
    """As if each class were its middle, or its name, of as many as are published."""
    members = [np.repeat(values, row) for row in published.counts]
    frame = pd.DataFrame({name: np.concatenate(members)})
    return balance(frame, np.arange(len(frame)) < len(members[0]))[0]
