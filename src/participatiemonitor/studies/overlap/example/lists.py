"""The lists of seven suppliers: which provisions each has, and how it writes who uses them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from participatiemonitor.studies.overlap.example import writing as w
from participatiemonitor.studies.overlap.example.named import (
    AID,
    BENEFIT,
    COURSE,
    DAYTIME,
    DEBT,
    DISABLED,
    GUIDANCE,
    HELP,
    MENTAL,
    NURSING,
    SOCIAL,
    VOLUNTEERS,
    WELFARE,
    WORKSHOP,
    YOUTH,
)
from participatiemonitor.studies.overlap.example.town import DAY, EARLIER
from participatiemonitor.studies.overlap.example.writing import Way
from participatiemonitor.studies.overlap.form import (
    ADDITION,
    AREA,
    BORN,
    HOUSE,
    INITIALS,
    NUMBER,
    POSTCODE,
    PROVISION,
    SINCE,
    SURNAME,
    UNTIL,
)

Head = tuple[str, str, Way]


@dataclass(frozen=True)
class ListOf:
    """A list of a supplier.

    Attributes
    ----------
    supplier, file : str
    provisions : int
        The mask of those that it has.
    heads : tuple of (str, str, callable)
        By column of the file: what it holds, how it is called and how that is written.
    sheet : str
        Of a workbook.
    delimiter, encoding : str
        Of a csv file.
    every : bool
        Whether all rows have one provision, and no column says which.
    stand : datetime.date or None
        The day of a list without periods.
    """

    supplier: str
    file: str
    provisions: int
    heads: tuple[Head, ...]
    sheet: str = ""
    delimiter: str = ";"
    encoding: str = "utf-8"
    every: bool = False
    stand: dt.date | None = None


def _since(way: Callable[[dt.date], object]) -> Way:
    return lambda row: way(row.since)


def _until(way: Callable[[dt.date | None], object]) -> Way:
    return lambda row: way(row.until)


def _born(way: Callable[[dt.date], object]) -> Way:
    return lambda row: way(row.born)


def _day(day: dt.date | None) -> dt.date | None:
    """As the file keeps days."""
    return day


_SERVICE = ListOf("Sociale dienst", "voorbeeld-sociale-dienst.csv", BENEFIT | COURSE, (
    (NUMBER, "BSN", w.number), (SURNAME, "Naam", w.prefixed), (INITIALS, "Voorl.", w.dotted),
    (BORN, "Geb.datum", _born(w.dashed)), (POSTCODE, "Postcode", w.postcode),
    (HOUSE, "Huisnr", w.house), (ADDITION, "Toev", w.addition), (AREA, "Wijk", w.area),
    (PROVISION, "Soort", w.provision), (SINCE, "Vanaf", _since(w.dashed)),
    (UNTIL, "Tot en met", _until(w.dashed))), encoding="windows-1252")
_DESK = ListOf("Wmo-loket", "voorbeeld-wmo-loket.csv", SOCIAL | HELP | AID, (
    (NUMBER, "bsn", w.number), (SURNAME, "achternaam", w.loud), (INITIALS, "letters", w.initial),
    (BORN, "geboortedatum", _born(w.iso)), (POSTCODE, "postcode", w.spaced),
    (HOUSE, "huisnummer", w.joined_house), (AREA, "buurt", w.area),
    (PROVISION, "voorziening", w.provision), (SINCE, "ingang", _since(w.iso)),
    (UNTIL, "einde", _until(w.iso))), delimiter=",")
_WORKSHOP = ListOf("Wsw-bedrijf", "voorbeeld-wsw-bedrijf.xlsx", WORKSHOP, (
    (NUMBER, "Burgerservicenummer", w.whole_number), (POSTCODE, "Postcode", w.postcode),
    (HOUSE, "Nummer", w.house), (ADDITION, "Toevoeging", w.addition), (AREA, "Wijk", w.area),
    (SINCE, "In dienst", _since(_day)), (UNTIL, "Uit dienst", _until(_day))),
    sheet="Werknemers", every=True)
_CARE = ListOf("Zorgkantoor", "voorbeeld-zorgkantoor.parquet",
               NURSING | GUIDANCE | DAYTIME | MENTAL | DISABLED, (
    (NUMBER, "bsn", w.number), (POSTCODE, "postcode", w.postcode), (HOUSE, "huisnummer", w.house),
    (ADDITION, "toevoeging", w.addition), (AREA, "wijk", w.area),
    (PROVISION, "zorg", w.provision), (SINCE, "vanaf", _since(_day)),
    (UNTIL, "tot_en_met", _until(_day))))
_WELFARE = ListOf("Welzijnsorganisatie", "voorbeeld-welzijn.csv", WELFARE | VOLUNTEERS, (
    (SURNAME, "Achternaam", w.turned), (INITIALS, "Voorletter(s)", w.dotted),
    (BORN, "Geboren op", _born(w.brief)), (POSTCODE, "PC", w.small),
    (HOUSE, "Nr.", w.spaced_house), (AREA, "Wijk", w.area), (PROVISION, "Wat", w.provision),
    (SINCE, "Sinds", _since(w.brief)), (UNTIL, "Tot", _until(w.brief))), encoding="utf-8-sig")
_YOUTH = ListOf("Bureau Jeugdzorg", "voorbeeld-jeugdzorg.csv", YOUTH, (
    (SURNAME, "Naam", w.capital), (INITIALS, "Roepnaam", w.first_name),
    (BORN, "Geboortedatum", _born(w.dashed)), (POSTCODE, "Postcode", w.spaced),
    (HOUSE, "Huisnummer", w.house), (ADDITION, "Toevoeging", w.addition), (AREA, "Wijk", w.area),
    (SINCE, "Start", _since(w.dashed)), (UNTIL, "Eind", _until(w.dashed))),
    delimiter="\t", every=True)
_BANK: tuple[Head, ...] = (
    (SURNAME, "Naam", w.turned), (INITIALS, "Voorletters", w.dotted),
    (BORN, "Geboren", _born(_day)), (POSTCODE, "Postcode", w.postcode),
    (HOUSE, "Huisnr", w.spaced_house), (AREA, "Wijk", w.area))
# One file with a sheet for each day, as who has no periods gives what there was on each.
LISTS = (_SERVICE, _DESK, _WORKSHOP, _CARE, _WELFARE, _YOUTH, *(
    ListOf("Kredietbank", "voorbeeld-kredietbank.xlsx", DEBT, _BANK, sheet=f"{day:%d-%m-%Y}",
           every=True, stand=day) for day in (DAY, EARLIER)))
