"""What is counted of the rows of a list, and which of it makes the list of no use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from participatiemonitor.files.faults import Fault
from participatiemonitor.studies.overlap import form
from participatiemonitor.studies.overlap.door import pseudonyms
from participatiemonitor.studies.overlap.door.days import EXPECTED
from participatiemonitor.studies.overlap.door.entering import (
    NAMED,
    PROVISION,
    SINCE,
    THERE,
    UNTIL,
    Asked,
    person,
)
from participatiemonitor.studies.overlap.door.sources import ROW, Place, others

# What may be wrong with a row that stays, and what is null then.
_KINDS = {form.NUMBER: ("geen geldig burgerservicenummer", "number"),
          form.SURNAME: ("geen achternaam", "surname"),
          form.INITIALS: ("geen voorletters", "initial"),
          form.BORN: ("geen geldige geboortedatum", "born"),
          form.POSTCODE: ("geen volledig adres", pseudonyms.HOME)}
# What a column that is named should hold in some row at least, and what is made of it.
_HOLDS = {form.NUMBER: ("geldig burgerservicenummer", "number"),
          form.SURNAME: ("achternaam", "surname"), form.INITIALS: ("voorletter", "initial"),
          form.BORN: ("geldige geboortedatum", "born"),
          form.POSTCODE: ("geldige postcode", "postcode"), form.HOUSE: ("huisnummer", "house")}
_TURNED = "turned"

Counts = Mapping[str, int]


def counts_of(asked: Asked) -> dict[str, pl.Expr]:
    """What is counted of the rows that `entered` makes; of nulls polars knows how many there are.

    Parameters
    ----------
    asked : Asked

    Returns
    -------
    dict of str to Expr
    """
    counts = {"rows": pl.col(THERE).sum(), "empty": (~pl.col(THERE)).sum(),
              "persons": person(asked).sum()}
    counts |= {f"with_{name}": pl.col(name).count() for name in asked.digests}
    counts |= {f"no_{column}": pl.col(made).null_count()
               for column, (_, made) in _KINDS.items() if column in asked.columns and (
                   made != pseudonyms.HOME or asked.housed)}
    counts |= {f"good_{column}": pl.col(made).count() for column, (_, made) in _HOLDS.items()
               if column in asked.columns}
    return counts | {f"wrong_{name}": wrong.sum() for name, wrong in _wrong(asked).items()}


def firsts_of(asked: Asked) -> dict[str, pl.Expr]:
    """The numbers of the first rows with each thing that makes a list of no use."""
    return {name: pl.when(wrong).then(pl.col(ROW)).min() for name, wrong in _wrong(asked).items()}


def failed(counts: Counts) -> dict[str, int]:
    """How many rows had something wrong, by its kind in Dutch."""
    found = {words: counts[f"no_{column}"] - counts["empty"]
             for column, (words, _) in _KINDS.items() if f"no_{column}" in counts}
    return {words: rows for words, rows in found.items() if rows}


def useless(counts: Counts) -> bool:
    """Whether anything that was counted makes a list of no use."""
    return not counts["persons"] or any(
        bool(rows) != name.startswith("good_") for name, rows in counts.items()
        if name.startswith(("wrong_", "good_")))


def faults_of(place: Place, asked: Asked, counts: Counts, firsts: Counts) -> Iterator[Fault]:
    """What makes a list of no use.

    Parameters
    ----------
    place : Place
    asked : Asked
    counts : mapping of str to int
    firsts : mapping of str to int
        As `firsts_of` has them.

    Yields
    ------
    Fault
        What stands in a cell of a list is never shown.
    """
    if not counts["rows"]:
        yield place.fault(None, None, "geen rijen", "onder de kolomnamen een rij voor elke "
                          "gebruiker", "rij")
        return
    told = {form.PROVISION: ("iets anders", "een voorziening die in voorzieningen staat"),
            form.SINCE: ("iets anders", EXPECTED),
            form.UNTIL: ("iets anders", f"{EXPECTED}, of een lege cel"),
            _TURNED: ("een eerdere dag",
                      f"een dag op of na die onder {place.names.get(form.SINCE)}")}
    for name, (value, expected) in told.items():
        if rows := counts.get(f"wrong_{name}"):
            yield place.fault(firsts[name], form.UNTIL if name == _TURNED else name,
                              value + others(rows), expected)
    nowhere = [column for column in _HOLDS if counts.get(f"good_{column}") == 0]
    for column in nowhere:
        what, _ = _HOLDS[column]
        yield place.fault(place.head, column, f"in geen enkele rij een {what}",
                          f"een {what} in ten minste één rij; misschien zijn in leveranciers "
                          "kolommen verwisseld, of hoort de kolom er niet bij", "kolom")
    if not counts["persons"] and not nowhere:
        columns = [form.NUMBER] * asked.numbered + [name for name in NAMED if asked.named]
        yield place.fault(None, None, "in geen enkele rij een geldige persoon", "in "
                          + ", ".join(f"{place.names[name]} ({name})" for name in columns)
                          + " wat daar hoort; misschien zijn in leveranciers kolommen verwisseld",
                          "kolom")


def _wrong(asked: Asked) -> dict[str, pl.Expr]:
    """Rows that make a list of no use, by the column."""
    wrong = {}
    if form.PROVISION in asked.columns:
        wrong[form.PROVISION] = pl.col(THERE) & pl.col(PROVISION).is_null()
    for column, name in ((form.SINCE, SINCE), (form.UNTIL, UNTIL)):
        if column in asked.columns:
            wrong[column] = pl.col(column).is_not_null() & pl.col(name).is_null()
    if {form.SINCE, form.UNTIL} <= asked.columns:
        wrong[_TURNED] = (pl.col(UNTIL) < pl.col(SINCE)).fill_null(False)
    return wrong
