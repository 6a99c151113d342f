"""Lists of users as a user describes them, and what of each came in at the door."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class UserList:
    """A file of a supplier.

    Attributes
    ----------
    supplier : str
        As it stands in the report.
    path : pathlib.Path
    sheet : str
        Of a workbook; empty for the first, and for other files.
    columns : mapping of str to str
        The column of the file by what it holds, one of `form.COLUMNS`.
    provision : int or None
        The place of the provision that all rows have, where no column holds it.
    day : datetime.date or None
        Of a list without periods: the day that it is of.
    """

    supplier: str
    path: Path
    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    provision: int | None = None
    day: dt.date | None = None


@dataclass(frozen=True)
class Entered:
    """What of a list came in: a parquet file with pseudonyms, and what was wrong with its rows.

    The file has a row for each row of the list that has a person, with the columns
    ``number_hi, number_lo, name_hi, name_lo, home_hi, home_lo`` (bigint, halves of 128 bits; null
    where the row has none), ``provision`` (smallint, its place), ``area`` (varchar, null for none),
    ``since, until`` (date, null for open). A list that is linked by parts has ``part_*`` more.

    Attributes
    ----------
    supplier : str
    path : pathlib.Path
    rows : int
        Rows of the list.
    numbers, names, homes : bool
        Whether there are any numbers, names with date of birth and address, addresses.
    failed : mapping of str to int
        How many rows had something wrong, by its kind in Dutch, as in *geen geldig
        burgerservicenummer*.
    left_out : int
        Rows that have no person at all.
    """

    supplier: str
    path: Path
    rows: int
    numbers: bool
    names: bool
    homes: bool
    failed: Mapping[str, int] = field(default_factory=dict, hash=False)
    left_out: int = 0
