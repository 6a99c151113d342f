"""What a stricter access to a provision would do to the overlap."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.register import PERSONS
from participatiemonitor.studies.overlap.results.patterns import PROVISION
from participatiemonitor.studies.overlap.results.results import Overlap, Results
from participatiemonitor.studies.overlap.results.stricter import Outcome, Stricter
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Cell,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, without

NAME, OTHERS, FIGURE = "strenger", "strenger-per-paar", "na-strengere-toegang"
READ = "strenger-lezen"


def stricter_section(found: Results, *, asked: bool) -> Section:
    """What would become of the share with more than one, and of that of other users.

    Parameters
    ----------
    found : Results
    asked : bool
        Whether the user said how much stricter.

    Returns
    -------
    Section
    """
    persons = found.overlaps[PERSONS, PROVISION]
    told = [(one, one.several) for one in persons.stricter if one.several is not None]
    if not told:
        return without((NAME, OTHERS), {FIGURE: NAME}, **{NAME: (
            "Wat een strengere toegang zou doen, is niet te laten zien: daarvoor zijn er te weinig "
            "gebruikers."), "aanname": "", READ: ""})
    finding = _finding(persons, told)
    rows = tuple((persons.told.kinds[one.kind].name, one.keeps, one.lose, *_cells(several))
                 for one, several in sorted(told, key=_least_wide))
    table = ReportTable(
        NAME, "Wat een strengere toegang doet met het deel dat meer dan één voorziening gebruikt",
        (Column("voorziening", "Strengere toegang tot"),
         Column("houdt", "Deel dat haar houdt", PERCENT),
         Column("verliest", "Mensen die haar verliezen", COUNT), *_columns()), rows,
        "Laag en hoog zijn de uitersten: als vooral mensen haar verliezen die er nog één andere "
        "naast hebben, of vooral mensen die niets anders gebruiken")
    figure = ReportFigure(FIGURE, finding, "intervals", NAME, {
        "value": "na", "low": "laag", "high": "hoog", "line": "nu"})
    assumed = ("" if asked else "Hoe streng is niet opgegeven. Daarom verliest hier van elke "
               "voorziening een op de tien gebruikers haar.")
    return Section((table, _others(persons, told)), (figure,), {
        NAME: dutch.ended(finding), "aanname": assumed, READ: (
            "De stippellijn is het deel van nu. De punt en het getal rechts zijn het deel als het "
            "toeval bepaalt wie de voorziening verliest; de streep loopt van het laagste tot het "
            "hoogste dat kan.")})


def _least_wide(one: tuple[Stricter, Outcome]) -> int:
    """What the order of rows is by: those that matter most come first."""
    return one[1].low - one[1].high


def _columns() -> tuple[Column, ...]:
    return (Column("nu", "Nu", PERCENT), Column("na", "Als het toeval bepaalt wie", PERCENT),
            Column("laag", "Laagst", PERCENT), Column("hoog", "Hoogst", PERCENT))


def _cells(one: Outcome) -> tuple[Cell, ...]:
    return one.now / 100, one.random / 100, one.low / 100, one.high / 100


def _finding(persons: Overlap, told: list[tuple[Stricter, Outcome]]) -> str:
    """Where it matters most who loses it."""
    widest = max(several.high - several.low for _, several in told)
    if not widest:
        return ("Met een strengere toegang blijft het deel dat meer dan één voorziening gebruikt "
                "vrijwel gelijk")
    tied = [(one, several) for one, several in told if several.high - several.low == widest]
    names = dutch.enumeration(persons.told.kinds[one.kind].name for one, _ in tied)
    ends = {(several.low, several.high) for _, several in tied}
    where = " of ".join(f"{low} tot {high}%" for low, high in sorted(ends))
    which = "die" if len(tied) == 1 else "een daarvan"
    return (f"Het meest hangt de samenloop af van de toegang tot {names}: wordt {which} strenger, "
            f"dan kan het deel met meer dan één voorziening uitkomen op {where}")


def _others(persons: Overlap, told: list[tuple[Stricter, Outcome]]) -> ReportTable:
    rows = tuple((persons.told.kinds[other.kind].name, persons.told.kinds[one.kind].name,
                  *_cells(other.also)) for one, _ in told for other in one.others)
    return ReportTable(
        OTHERS, "Wat een strengere toegang doet met de samenloop van twee voorzieningen", (
            Column("van", "Van de gebruikers van"),
            Column("ook", "Gebruikt ook, met strengere toegang"), *_columns()), rows)
