"""What of the rows of a list comes in: identifiers normalised, then only their pseudonyms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.overlap import form
from participatiemonitor.studies.overlap.door import pseudonyms
from participatiemonitor.studies.overlap.door.addresses import (
    additions,
    read_additions,
    read_houses,
    read_postcodes,
)
from participatiemonitor.studies.overlap.door.cells import filled, normal, recoded
from participatiemonitor.studies.overlap.door.days import read_births, read_days
from participatiemonitor.studies.overlap.door.names import read_initials, read_surnames
from participatiemonitor.studies.overlap.door.numbers import read_numbers

NAMED = (form.SURNAME, form.INITIALS, form.BORN, form.POSTCODE, form.HOUSE)
# Columns that are made of those of a list.
_NUMBER, _SURNAME, _INITIAL, _BORN, _POSTCODE, _HOUSE, _ADDITION = MADE = (
    "number", "surname", "initial", "born", "postcode", "house", "addition")
# Whether anything stands in a row.
THERE = "there"
PROVISION, AREA, SINCE, UNTIL = "provision", "area", "since", "until"


@dataclass(frozen=True)
class Asked:
    """What of a list is made.

    Attributes
    ----------
    columns : frozenset of str
        What it holds, of `participatiemonitor.studies.overlap.form.COLUMNS`.
    places : mapping of str to int
        Those of provisions, by their names in small letters.
    provision : int or None
        That of all rows.
    day : datetime.date or None
        Of all rows.
    key : str
    """

    columns: frozenset[str]
    places: Mapping[str, int]
    provision: int | None
    day: dt.date | None
    key: str

    @property
    def numbered(self) -> bool:
        """Whether there is a column with numbers."""
        return form.NUMBER in self.columns

    @property
    def named(self) -> bool:
        """Whether there are all columns that make a name."""
        return self.columns.issuperset(NAMED)

    @property
    def housed(self) -> bool:
        """Whether there are addresses."""
        return {form.POSTCODE, form.HOUSE} <= self.columns

    @property
    def digests(self) -> tuple[str, ...]:
        """The kinds of pseudonyms that rows may have."""
        return ((pseudonyms.NUMBER,) * self.numbered + (pseudonyms.NAME,) * self.named
                + (pseudonyms.HOME,) * self.housed)


def entered(rows: pl.LazyFrame, asked: Asked) -> pl.LazyFrame:
    """Normalise the rows of a list.

    Parameters
    ----------
    rows : LazyFrame
        Of a `participatiemonitor.studies.overlap.door.sources.Source`.
    asked : Asked

    Returns
    -------
    LazyFrame
        With `MADE`, what is entered, digests, and `THERE`.
    """
    columns = sorted(asked.columns)
    there = pl.any_horizontal(pl.col(columns).is_not_null())
    return (rows.with_columns(normal(name, filled) for name in columns)
            .with_columns(there.alias(THERE), **dict(_normal(asked)), **dict(_of_use(asked)))
            .with_columns(**dict(_digests(asked))))


def person(asked: Asked) -> pl.Expr:
    """Whether a row has a person."""
    kinds = [kind for kind in asked.digests if kind != pseudonyms.HOME]
    return pl.any_horizontal(pl.col(kinds).is_not_null())


def name_of(text: str) -> str:
    """The name of a provision as it is compared."""
    return one_line(text).casefold()


def _normal(asked: Asked) -> Iterator[tuple[str, pl.Expr]]:
    rules = {form.NUMBER: (_NUMBER, read_numbers), form.SURNAME: (_SURNAME, read_surnames),
             form.INITIALS: (_INITIAL, read_initials), form.BORN: (_BORN, read_births),
             form.POSTCODE: (_POSTCODE, read_postcodes), form.HOUSE: (_HOUSE, read_houses)}
    for column, (name, rule) in rules.items():
        if column in asked.columns:
            yield name, normal(column, rule)
    if form.HOUSE in asked.columns:
        more = normal(form.HOUSE, read_additions)
        if form.ADDITION in asked.columns:
            more += normal(form.ADDITION, additions).fill_null("")
        yield _ADDITION, more


def _of_use(asked: Asked) -> Iterator[tuple[str, pl.Expr]]:
    if form.PROVISION in asked.columns:
        yield PROVISION, normal(form.PROVISION, lambda texts: recoded(
            texts, lambda text: asked.places.get(name_of(text)), pl.Int16), pl.Int16)
    else:
        yield PROVISION, pl.lit(asked.provision, dtype=pl.Int16)
    yield AREA, (normal(form.AREA, lambda texts: recoded(texts, one_line, pl.String))
                 if form.AREA in asked.columns else pl.lit(None, dtype=pl.String))
    for name, column in ((SINCE, form.SINCE), (UNTIL, form.UNTIL)):
        yield name, (normal(column, read_days, pl.Date) if column in asked.columns
                     else pl.lit(asked.day, dtype=pl.Date))


def _digests(asked: Asked) -> Iterator[tuple[str, pl.Expr]]:
    made = {pseudonyms.NUMBER: MADE[:1], pseudonyms.NAME: MADE[1:], pseudonyms.HOME: MADE[4:]}
    for kind in asked.digests:
        yield kind, pseudonyms.digest(pseudonyms.told(kind, *made[kind]), asked.key)
