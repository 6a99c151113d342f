"""The SQL that counts: masks of persons and homes, and their histograms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from participatiemonitor.studies.overlap.masks import PROVISIONS, SUPPLIERS, words

# Tables: a row for each provision with its bit, and one for each area with its place by name.
BITS, AREAS = "bits", "gebieden"


def persons_sql(rows: str, provisions: int, suppliers: int, day: dt.date, *, areas: bool = True,
                all_columns: bool = True) -> str:
    """Persons of a day.

    Parameters
    ----------
    rows : str
        Table of rows with their persons; see `participatiemonitor.studies.overlap.linking.linked`.
    provisions, suppliers : int
        How many there are.
    day : datetime.date
    areas : bool
        Whether any row has an area.
    all_columns : bool
        Also their suppliers, the last of their areas, and their home.

    Returns
    -------
    str
        A query for ``person_hi, person_lo``, the mask of provisions and ``area``, the first by
        name; with all columns also the mask of suppliers, ``area_last`` and ``home``.
    """
    masks = list(words(PROVISIONS, provisions))
    columns = ["min(a.place) AS area" if areas else "CAST(NULL AS int) AS area"]
    if all_columns:
        masks += words(SUPPLIERS, suppliers)
        columns += ["max(a.place) AS area_last" if areas else "CAST(NULL AS int) AS area_last",
                    "min(home) AS home"]
    columns += [f"bit_or({word}) AS {word}" for word in masks]
    located = f"LEFT JOIN {AREAS} a ON a.area = r.area " if areas else ""
    return (f"SELECT person_hi, person_lo, {', '.join(columns)} FROM {rows} r "
            f"JOIN {BITS} b ON b.place = r.provision {located}"
            f"WHERE (since IS NULL OR since <= DATE '{day}') "
            f"AND (until IS NULL OR until >= DATE '{day}') GROUP BY person_hi, person_lo")


def homes_sql(persons: str, provisions: int) -> str:
    """Homes of persons.

    Parameters
    ----------
    persons : str
        A table, or a query between brackets.
    provisions : int
        How many there are.

    Returns
    -------
    str
        A query for ``living``, what all who live there use together, and the first area. Its
        ``living`` says who they are: a home of one person is told with the noise of that person,
        and not by a draw more.
    """
    masks = ", ".join(f"bit_or({word}) AS {word}" for word in words(PROVISIONS, provisions))
    return (f"SELECT bit_xor(person_lo) AS living, min(area) AS area, {masks} FROM {persons} "
            "WHERE home IS NOT NULL GROUP BY home")


def histogram_sql(units: str, identity: str, masks: Sequence[str], areas: bool = True) -> str:
    """How many units have which mask, and who they are.

    Parameters
    ----------
    units : str
        A table, or a query between brackets.
    identity : str
        The column of it that says who a unit is.
    masks : sequence of str
        Columns that together are a mask.
    areas : bool
        Whether they are told by ``area`` as well.

    Returns
    -------
    str
        A query for these columns, ``number`` and ``who``.
    """
    columns = ", ".join([*["area"] * areas, *masks])
    return (f"SELECT {columns}, count(*) AS number, bit_xor({identity}) AS who FROM {units} AS u "
            f"GROUP BY {columns}")
