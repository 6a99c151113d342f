"""A list on its way into the store: one reading that writes, counts and looks for faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl
from polars.exceptions import PanicException, PolarsError

from participatiemonitor.errors import RunError
from participatiemonitor.files.faults import Fault, invalid_file, refuse
from participatiemonitor.machine import refusal
from participatiemonitor.studies.overlap import form
from participatiemonitor.studies.overlap.door import pseudonyms
from participatiemonitor.studies.overlap.door.days import EXPECTED
from participatiemonitor.studies.overlap.door.entering import (
    AREA,
    PROVISION,
    SINCE,
    THERE,
    UNTIL,
    Asked,
    entered,
)
from participatiemonitor.studies.overlap.door.parts import parted
from participatiemonitor.studies.overlap.door.sources import ROW, Place, Source, others
from participatiemonitor.studies.overlap.suppliers import Entered, UserList

_DIGESTS = {"number": pseudonyms.NUMBER, "name": pseudonyms.NAME, "home": pseudonyms.HOME}
# What may be wrong with a row that stays, by what is null then.
_KINDS = {form.NUMBER: ("geen geldig burgerservicenummer", ("number",)),
          form.SURNAME: ("geen achternaam", ("surname",)),
          form.INITIALS: ("geen voorletters", ("initial",)),
          form.BORN: ("geen geldige geboortedatum", ("born",)),
          form.POSTCODE: ("geen volledig adres", ("postcode", "house"))}
_IDENTIFIED = ("bsn, of achternaam, voorletters, geboortedatum, postcode en huisnummer samen, in "
               "leveranciers")


def store_list(found: UserList, source: Source, places: Mapping[str, int], key: str, target: Path,
               *, parts: bool) -> Entered:
    """Store the rows of a list.

    Parameters
    ----------
    found : UserList
    source : Source
    places : mapping of str to int
        Those of provisions, by their names as they are compared.
    key : str
    target : pathlib.Path
    parts : bool

    Returns
    -------
    Entered

    Raises
    ------
    InvalidWave
        With what makes the list as a whole of no use.
    RunError
    """
    asked = Asked(frozenset(found.columns), places, found.provision, found.day, key)
    refuse(_lacking(source.place, asked))
    rows = entered(source.rows, asked)
    counts = _run(source.place, rows, asked, target, parts)
    refuse(_faults(source.place, asked, counts))
    return Entered(
        found.supplier, target, counts["rows"], counts["with_number"] > 0,
        counts["with_name"] > 0, counts["with_home"] > 0,
        {words: counts[f"no_{column}"] for column, (words, _) in _KINDS.items()
         if counts.get(f"no_{column}")}, counts["left_out"])


def _run(place: Place, rows: pl.LazyFrame, asked: Asked, target: Path, parts: bool
         ) -> dict[str, int]:
    there = {name: digest for name, digest in _DIGESTS.items()
             if {"number": asked.numbered, "name": asked.named, "home": asked.housed}[name]}
    halves = pseudonyms.halves(there)
    none = pl.lit(None, dtype=pl.Int64)
    kept = rows.filter(_person(asked)).select(
        *(halves.get(f"{name}_{half}", none).alias(f"{name}_{half}")
          for name in _DIGESTS for half in ("hi", "lo")),
        PROVISION, AREA, SINCE, UNTIL, *(parted(asked) if parts else ()))
    try:
        stored = kept.sink_parquet(target, compression="lz4", statistics=False, lazy=True)
        _, counted = pl.collect_all([stored, rows.select(**dict(_counts(asked)))],
                                    engine="streaming")
    # What polars says of a file may hold what stands in it.
    except (PolarsError, PanicException, OSError) as error:
        raise _refused(error, target) or invalid_file(
            place.file, "rijen die niet te lezen zijn", "een bestand dat heel is; van csv "
            "aanhalingstekens alleen om een hele cel, en daarbinnen dubbel") from None
    return counted.row(0, named=True)


def _refused(error: BaseException, target: Path) -> RunError | None:
    """What the computer refused, of which polars tells the number only, in a text."""
    number = error.errno if isinstance(error, OSError) else int(
        re.search(r"\(os error (\d+)\)|$", str(error))[1] or 0)  # type: ignore[index]
    return refusal(OSError(number, "", str(target)))


def _person(asked: Asked) -> pl.Expr:
    """Whether a row has a person."""
    kinds = [pseudonyms.NUMBER] * asked.numbered + [pseudonyms.NAME] * asked.named
    return pl.any_horizontal(pl.col(kinds).is_not_null())


def _counts(asked: Asked) -> Iterator[tuple[str, pl.Expr]]:
    yield "rows", pl.col(THERE).sum()
    yield "left_out", (pl.col(THERE) & ~_person(asked)).sum()
    for name, digest in _DIGESTS.items():
        has = {"number": asked.numbered, "name": asked.named, "home": asked.housed}[name]
        yield f"with_{name}", pl.col(digest).count() if has else pl.lit(0)
    for column, (_, made) in _KINDS.items():
        if column in asked.columns and (column != form.POSTCODE or asked.housed):
            yield f"no_{column}", (pl.col(THERE) & pl.any_horizontal(pl.col(made).is_null())).sum()
    for name, wrong in _wrong(asked).items():
        yield f"{name}_rows", wrong.sum()
        yield f"{name}_first", pl.when(wrong).then(pl.col(ROW)).min()


def _wrong(asked: Asked) -> dict[str, pl.Expr]:
    """Rows that stop everything, by the column."""
    wrong = {}
    if form.PROVISION in asked.columns:
        wrong[form.PROVISION] = pl.col(THERE) & pl.col(PROVISION).is_null()
    for column, name in ((form.SINCE, SINCE), (form.UNTIL, UNTIL)):
        if column in asked.columns:
            wrong[column] = pl.col(column).is_not_null() & pl.col(name).is_null()
    if {form.SINCE, form.UNTIL} <= asked.columns:
        wrong[_TURNED] = (pl.col(UNTIL) < pl.col(SINCE)).fill_null(False)
    return wrong


_TURNED = "turned"


def _lacking(place: Place, asked: Asked) -> Iterator[Fault]:
    if not asked.numbered and not asked.named:
        yield place.fault(None, None, "geen kolommen waaraan personen te herkennen zijn",
                          _IDENTIFIED, "kolom")
    if form.PROVISION not in asked.columns and asked.provision is None:
        yield place.fault(None, None, "geen voorziening", "in leveranciers een kolom onder "
                          "voorziening, of de voorziening van alle rijen onder alles", "kolom")


def _faults(place: Place, asked: Asked, counts: Mapping[str, int]) -> Iterator[Fault]:
    if not counts["rows"]:
        yield place.fault(None, None, "geen rijen", "onder de kolomnamen een rij voor elke "
                          "gebruiker", "rij")
        return
    told = {form.PROVISION: ("iets anders", "een voorziening die in voorzieningen staat"),
            form.SINCE: ("iets anders", EXPECTED),
            form.UNTIL: ("iets anders", f"{EXPECTED}, of een lege cel"),
            _TURNED: ("een eerdere dag",
                      f"een dag op of na die onder {place.names.get(form.SINCE)}")}
    # What stands in a cell of a list is never shown.
    for name in _wrong(asked):
        if rows := counts[f"{name}_rows"]:
            value, expected = told[name]
            yield place.fault(counts[f"{name}_first"], form.UNTIL if name == _TURNED else name,
                              value + others(rows), expected)
    if counts["left_out"] == counts["rows"]:
        columns = [form.NUMBER] * asked.numbered + [
            name for name in (form.SURNAME, form.INITIALS, form.BORN, form.POSTCODE, form.HOUSE)
            if asked.named]
        yield place.fault(None, None, "in geen enkele rij een geldige persoon", "in "
                          + ", ".join(f"{place.names[name]} ({name})" for name in columns)
                          + " wat daar hoort; misschien zijn in leveranciers kolommen verwisseld",
                          "kolom")

