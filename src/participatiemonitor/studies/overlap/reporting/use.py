"""How many use anything, and how many more than one or three."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.register import HOMES, PERSONS
from participatiemonitor.studies.overlap.reporting.spoken import (
    NOUN,
    PLURAL,
    count_cell,
    number_cell,
    share_cell,
)
from participatiemonitor.studies.overlap.results.patterns import PROVISION
from participatiemonitor.studies.overlap.results.results import Overlap, Results
from participatiemonitor.studies.overlap.results.tables import MANY
from participatiemonitor.studies.overlap.results.uses import AreaUse
from participatiemonitor.studies.persons.grouping import BASE
from participatiemonitor.studies.report import (
    COEFFICIENT,
    COUNT,
    PERCENT,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, without

USE, FIGURE = "gebruik", "meer-dan-een"
NO_HOMES = ("In de lijsten staan geen adressen. Daarom zijn huishoudens niet te tellen.")
_MANY = dutch.numeral(MANY)


def use_section(found: Results) -> Section:
    """How much is used, by persons and homes, of provisions and schemes."""
    persons = found.overlaps[PERSONS, PROVISION]
    homes = found.overlaps.get((HOMES, PROVISION))
    short = shortly(persons, PERSONS)
    texts = {"kort-meer": short, "kort-huishoudens": _homes(homes, persons) if homes else "",
             "gebruik": f"{short} {_many(persons, PERSONS)}".strip(),
             "huishoudens": _homes_at_length(homes, persons) if homes else NO_HOMES}
    if persons.uses.total.users.count < BASE:
        return without((USE,), {FIGURE: USE}, **texts)
    table = _table(found)
    figure = ReportFigure(FIGURE, _title(persons), "pairs", USE,
                          {"first": "aandeel-veel", "second": "aandeel-meer"})
    return Section((table,), (figure,), texts)


def shortly(persons: Overlap, unit: str) -> str:
    """Which part of the users uses more than one: the first finding of all."""
    total, noun = persons.uses.total, NOUN[unit]
    if total.share_several is None:
        return (f"Er zijn te weinig {noun} met een voorziening om te laten zien wat zij "
                "gebruiken.")
    if len(persons.told.kinds) == 1:
        return (f"De lijsten gaan over één voorziening, {persons.told.kinds[0].name}. Wie er meer "
                "gebruikt, is daarin niet te zien.")
    if total.several.few:
        return f"Vrijwel niemand gebruikt meer dan één voorziening: {total.several.text} {noun}."
    return (f"Van de {noun} die een voorziening gebruiken, gebruikt {total.share_several.text} er "
            "meer dan één.")


def _many(persons: Overlap, unit: str) -> str:
    total = persons.uses.total
    if total.share_many is None or total.several.few or len(persons.told.kinds) <= MANY:
        return ""
    if total.many.few:
        return f"Meer dan {_MANY} gebruikt vrijwel niemand: {total.many.text} {NOUN[unit]}."
    return f"Meer dan {_MANY} gebruikt {total.share_many.text}."


def _homes(homes: Overlap, persons: Overlap) -> str:
    """What it is in homes, for who has just read what it is of persons."""
    total, mine = homes.uses.total, persons.uses.total
    if total.share_several is None or total.several.few or len(homes.told.kinds) == 1:
        return ""
    because = ""
    if mine.share_several and total.share_several.percent > mine.share_several.percent:
        because = ", omdat de voorzieningen van huisgenoten daar samen tellen"
    return (f"Van de huishoudens met een voorziening gebruikt {total.share_several.text} er meer "
            f"dan één{because}.")


def _homes_at_length(homes: Overlap, persons: Overlap) -> str:
    found = _homes(homes, persons)
    return f"{found} {_many(homes, HOMES)}".strip() if found else shortly(homes, HOMES)


def _title(persons: Overlap) -> str:
    total = persons.uses.total
    if total.share_several is None or total.several.few or len(persons.told.kinds) == 1:
        return f"Wie meer dan één voorziening gebruikt, en wie meer dan {_MANY}"
    return (f"{total.share_several.text} van de mensen met een voorziening gebruikt er meer dan "
            "één")


def _table(found: Results) -> ReportTable:
    rows = tuple((f"{NOUN[unit]}, {PLURAL[grain]}", *use_cells(overlap.uses.total))
                 for (unit, grain), overlap in found.overlaps.items()
                 if overlap.uses.total.users.count >= BASE)
    return ReportTable(
        USE, "Hoeveel voorzieningen en regelingen mensen en huishoudens gebruiken",
        (Column("wie", "Wie, en waarvan"), *USE_COLUMNS), rows,
        "Een regeling telt één keer, ook als iemand er meer voorzieningen van gebruikt. "
        "Een huishouden is een adres")


USE_COLUMNS = (
    Column("gebruikers", "Gebruiken er een of meer", COUNT),
    Column("gemiddeld", "Gemiddeld", COEFFICIENT),
    Column("meer", "Meer dan één", COUNT),
    Column("aandeel-meer", "Deel met meer dan één", PERCENT),
    Column("veel", f"Meer dan {_MANY}", COUNT),
    Column("aandeel-veel", f"Deel met meer dan {_MANY}", PERCENT))


def use_cells(use: AreaUse) -> tuple[str | int | float | None, ...]:
    """The cells of `USE_COLUMNS`."""
    return (count_cell(use.users), number_cell(use.average), count_cell(use.several),
            share_cell(use.share_several), count_cell(use.many), share_cell(use.share_many))
