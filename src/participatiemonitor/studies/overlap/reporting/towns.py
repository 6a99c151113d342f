"""What towns published in 2012, each number with the own one where the same is measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from participatiemonitor.documents.printed.tables import PrintedTable
from participatiemonitor.studies.overlap.published import (
    COMBINATIONS,
    FOUND,
    NORTH,
    TWENTE,
    Published,
)
from participatiemonitor.studies.overlap.register import HOMES, PERSONS
from participatiemonitor.studies.overlap.reporting.own import Own
from participatiemonitor.studies.persons.cells import Share

_RANGE = re.compile(r"(?<=\d)-(?=\d)")
# How far two numbers measure the same.
YES, PARTLY, NO = "ja", "deels", "nee"
_ZAANSTAD = "Daar zonder ggz en UWV"
_VEENENDAAL = "Daar zonder UWV"
_EXACT = "Daar zonder UWV, en vermoedelijk van wie combineert"
_NORTH, _WITH_CARE = "Daar zonder AWBZ", "Daar zonder AWBZ, die hier meetelt"
_TWENTE = "Daar alleen extramurale zorg met begeleiding"
_ARNHEM = "Daar alleen individuele Wmo-voorzieningen"
_NOT_LISTED, _NO_HOMES = "Niet in deze lijsten", "Geen adressen in deze lijsten"


@dataclass(frozen=True)
class Line:
    """A published number beside the own one.

    Attributes
    ----------
    what : str
        The town, and what it measured.
    printed : str
        As the document has it.
    number : float or None
        The same in percents, where it is one number.
    own : Share or None
    same : str
        `YES`, `PARTLY` or `NO`.
    why : str
        What is the same, and what is not.
    """

    what: str
    printed: str
    number: float | None
    own: Share | None
    same: str
    why: str


def lines(published: Published, own: Own) -> tuple[Line, ...]:
    """All that the document tells of the towns, in its order.

    Parameters
    ----------
    published : mapping of str to PrintedTable
        With all of its tables.
    own : Own

    Returns
    -------
    tuple of Line
    """
    found = published[FOUND]
    return (*_zaanstad(found, own), *_veenendaal(found, published[COMBINATIONS], own),
            *_north(published[NORTH], own), *_twente(found, published[TWENTE], own),
            *_arnhem(found, own))


def _line(table: PrintedTable, row: str, own: Share | None, same: str, why: str,
          column: str = "aandeel", what: str = "", absent: str = "") -> Line:
    """A cell of a document beside an own number; without one it is said why."""
    cell = table.cells[row, column]
    if own is None:
        return Line(what or table.head.rows[row].nl, _dashed(cell.published), cell.value, None, NO,
                    absent or "Te weinig om te tonen")
    return Line(what or table.head.rows[row].nl, _dashed(cell.published), cell.value, own, same,
                why)


def _dashed(printed: str) -> str:
    """As the document has it, with the dash between numbers that all of the report has."""
    return _RANGE.sub("–", printed)


def _zaanstad(found: PrintedTable, own: Own) -> Iterator[Line]:
    use = own.use(HOMES)
    absent = "" if use else _NO_HOMES
    yield _line(found, "zaanstad_gebruik", None, NO, "",
                absent="Van alle huishoudens, ook die niets gebruiken")
    yield _line(found, "zaanstad_meer_dan_een", use.share_several if use else None, YES, _ZAANSTAD,
                absent=absent)
    yield _line(found, "zaanstad_meer_dan_drie", use.share_many if use else None, YES, _ZAANSTAD,
                absent=absent)


def _veenendaal(found: PrintedTable, combined: PrintedTable, own: Own) -> Iterator[Line]:
    for unit, row in ((PERSONS, "veenendaal_personen"), (HOMES, "veenendaal_huishoudens")):
        use = own.use(unit)
        yield _line(found, row, use.share_several if use else None, YES, _VEENENDAAL,
                    absent="" if use else _NO_HOMES)
    for row, entry in combined.head.rows.items():
        for unit in (PERSONS, HOMES):
            absent = ("Niet bij de meest voorkomende, of onder een andere naam"
                      if own.use(unit) else _NO_HOMES)
            yield _line(combined, row, own.combined(unit, row), YES, _EXACT, unit,
                        f"Veenendaal, {unit}: {_small(entry.nl)}", absent)


def _north(table: PrintedTable, own: Own) -> Iterator[Line]:
    why = _WITH_CARE if own.has("awbz") else _NORTH
    for row, entry in table.head.rows.items():
        name = entry.nl
        yield _line(table, row, own.other(PERSONS, row), PARTLY, why,
                    what=f"Noord-Groningen: {name} met een andere regeling",
                    absent="" if own.has(row) else _NOT_LISTED)


def _twente(found: PrintedTable, table: PrintedTable, own: Own) -> Iterator[Line]:
    yield _line(found, "twente_awbz", own.other(PERSONS, "awbz"), PARTLY, _TWENTE,
                absent=_missing(own, "awbz"))
    for column, entry in table.head.columns.items():
        share = own.also(PERSONS, "awbz", column)
        values = [table.cells[row, column].value or 0.0 for row in table.head.rows]
        yield Line(f"Twente, naar gemeente: AWBZ met {entry.nl}",
                   f"{min(values):.0f}–{max(values):.0f}%", None, share, PARTLY if share else NO,
                   _TWENTE if share else _missing(own, "awbz", column))


def _arnhem(found: PrintedTable, own: Own) -> Iterator[Line]:
    for row, scheme, other in (("arnhem_wmo_wwb", "wmo", "wwb"), ("arnhem_wmo_aow", "wmo", "aow"),
                               ("arnhem_wsw_wmo", "wsw", "wmo")):
        yield _line(found, row, own.also(PERSONS, scheme, other), PARTLY, _ARNHEM,
                    absent=_missing(own, scheme, other))
    for row in ("arnhem_awbz_vervoer", "arnhem_awbz_rolstoel"):
        yield _line(found, row, None, NO, "",
                    absent="Bewoners van instellingen zijn niet apart te zien")


def _missing(own: Own, *schemes: str) -> str:
    return "" if all(own.has(scheme) for scheme in schemes) else _NOT_LISTED


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
