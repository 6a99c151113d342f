"""A list on its way into the store: one reading that writes and counts."""

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
from participatiemonitor.studies.overlap.door.counting import (
    Counts,
    counts_of,
    failed,
    faults_of,
    firsts_of,
    useless,
)
from participatiemonitor.studies.overlap.door.entering import (
    AREA,
    PROVISION,
    SINCE,
    UNTIL,
    Asked,
    entered,
    person,
)
from participatiemonitor.studies.overlap.door.parts import parted
from participatiemonitor.studies.overlap.door.sources import Place, Source
from participatiemonitor.studies.overlap.suppliers import Entered, UserList

# What halves of pseudonyms are called, by what the pseudonyms are of.
_CALLED = {pseudonyms.NUMBER: "number", pseudonyms.NAME: "name", pseudonyms.HOME: "home"}
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
    stored = rows.filter(person(asked)).select(*_columns(asked), *(parted(asked) if parts else ()))
    counts = _stored(source.place, target, rows.select(**counts_of(asked)), stored)
    if useless(counts):
        firsts = _counted(source.place, rows.select(**firsts_of(asked)))
        refuse(faults_of(source.place, asked, counts, firsts))
    has = {kind: counts.get(f"with_{kind}", 0) > 0 for kind in _CALLED}
    return Entered(found.supplier, target, counts["rows"], has[pseudonyms.NUMBER],
                   has[pseudonyms.NAME], has[pseudonyms.HOME], failed(counts),
                   counts["rows"] - counts["persons"])


def _columns(asked: Asked) -> Iterator[pl.Expr]:
    for kind, name in _CALLED.items():
        for half, number in zip(("hi", "lo"), pseudonyms.halves(kind), strict=True):
            yield (number if kind in asked.digests else pl.lit(None, dtype=pl.Int64)).alias(
                f"{name}_{half}")
    yield pl.col(PROVISION, AREA, SINCE, UNTIL)


def _stored(place: Place, target: Path, counted: pl.LazyFrame, stored: pl.LazyFrame) -> Counts:
    """Read a list once: store what comes in, and count."""
    # These are random numbers, which no compression makes smaller.
    sink = stored.sink_parquet(target, compression="uncompressed", statistics=False, lazy=True)
    try:
        counts, _ = pl.collect_all([counted, sink], engine="streaming")
        return counts.row(0, named=True)
    # What polars says of a file may hold what stands in it.
    except (PolarsError, PanicException, OSError) as error:
        refused = _refused(error, target)
    if refused is None:
        # A list that can be read is not what was wrong.
        _counted(place, counted)
    raise refused or RunError(f"{target}: dit bestand is niet te schrijven. Maak er ruimte voor, "
                              "of kies een andere map.")


def _counted(place: Place, counted: pl.LazyFrame) -> Counts:
    try:
        return counted.collect(engine="streaming").row(0, named=True)
    except (PolarsError, PanicException, OSError):
        raise invalid_file(place.file, "rijen die niet te lezen zijn", "een bestand dat heel is; "
                           "van csv aanhalingstekens alleen om een hele cel, en daarbinnen dubbel"
                           ) from None


def _refused(error: BaseException, target: Path) -> RunError | None:
    """What the computer refused, of which polars tells no more than the number, in a text."""
    found = re.search(r"\(os error (\d+)\)", str(error))
    return refusal(OSError(found and int(found[1]), "", str(target)))


def _lacking(place: Place, asked: Asked) -> Iterator[Fault]:
    if not asked.numbered and not asked.named:
        yield place.fault(None, None, "geen kolommen waaraan personen te herkennen zijn",
                          _IDENTIFIED, "kolom")
    if form.PROVISION not in asked.columns and asked.provision is None:
        yield place.fault(None, None, "geen voorziening", "in leveranciers een kolom onder "
                          "voorziening, of de voorziening van alle rijen onder alles", "kolom")
