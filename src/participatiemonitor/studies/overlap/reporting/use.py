"""How many use anything, and how many more than one or three."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.register import HOMES, PERSONS
from participatiemonitor.studies.overlap.reporting.spoken import (
    NOUN,
    PLURAL,
    count_cell,
    number_cell,
    part_of,
    share_cell,
)
from participatiemonitor.studies.overlap.results.patterns import PROVISION
from participatiemonitor.studies.overlap.results.results import Overlap, Results
from participatiemonitor.studies.overlap.results.tables import MANY
from participatiemonitor.studies.overlap.results.uses import AreaUse
from participatiemonitor.studies.persons.cells import LEAST, Told
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
    short, homeless = shortly(persons, PERSONS), found.links.homeless
    texts = {"kort-meer": short, "kort-huishoudens": _homes(homes) if homes else "",
             "gebruik": f"{short} {_many(persons, PERSONS)}".strip(),
             "huishoudens": _homes_at_length(homes, homeless) if homes else NO_HOMES}
    table = _table(found)
    if not table.rows:
        return without((USE,), {FIGURE: USE}, **texts)
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
    return (f"Van de {noun} die een voorziening gebruiken, gebruikt "
            f"{part_of(total.share_several)} er meer dan één.")


def _many(persons: Overlap, unit: str) -> str:
    total = persons.uses.total
    if total.share_many is None or total.several.few or len(persons.told.kinds) <= MANY:
        return ""
    if total.many.few:
        return f"Meer dan {_MANY} gebruikt vrijwel niemand: {total.many.text} {NOUN[unit]}."
    return f"Meer dan {_MANY} gebruikt {total.share_many.text}."


def _homes(homes: Overlap) -> str:
    """What it is in homes, for who has just read what it is of persons."""
    total = homes.uses.total
    if total.share_several is None or total.several.few or len(homes.told.kinds) == 1:
        return ""
    return (f"Van de huishoudens met een voorziening gebruikt {part_of(total.share_several)} er "
            "meer dan één.")


def _homes_at_length(homes: Overlap, homeless: Told) -> str:
    found = _homes(homes)
    if not found:
        return shortly(homes, HOMES)
    without_home = "" if homeless.few else (
        f"Alleen wie een adres heeft, telt daarin mee; {homeless.text} mensen hebben er geen.")
    return " ".join(filter(None, (found, _many(homes, HOMES), without_home)))


def _title(persons: Overlap) -> str:
    total = persons.uses.total
    if total.share_several is None or total.several.few or len(persons.told.kinds) == 1:
        return f"Wie meer dan één voorziening gebruikt, en wie meer dan {_MANY}"
    return (f"Van de mensen met een voorziening gebruikt {part_of(total.share_several)} er meer "
            "dan één")


def _table(found: Results) -> ReportTable:
    rows = tuple((f"{NOUN[unit]}, {PLURAL[grain]}", *use_cells(overlap.uses.total))
                 for (unit, grain), overlap in found.overlaps.items()
                 if overlap.uses.total.users.count >= LEAST
                 and (len(overlap.told.kinds) > 1 or grain == PROVISION))
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
