"""Which exact combinations occur most, and whether they stay within one domain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.form import DOMAINS
from participatiemonitor.studies.overlap.register import HOMES, PERSONS
from participatiemonitor.studies.overlap.reporting.spoken import (
    NOUN,
    PLURAL,
    SURE_BASE,
    count_cell,
    listed,
    names_of,
    said,
    share_cell,
)
from participatiemonitor.studies.overlap.results.combinations import Combination
from participatiemonitor.studies.overlap.results.patterns import PROVISION
from participatiemonitor.studies.overlap.results.results import Overlap, Results
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Cell,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, joined, without

MOST, ACROSS = "combinaties", "combinaties-over-domeinen"
FIGURES = {"meest-gecombineerd": MOST, "over-domeinen-heen": ACROSS}
# Percents of those who combine that are next to none.
_HARDLY = 2
BORDERS, AREAS = "grenzen", "combinaties-per-gebied"


def combinations_section(found: Results) -> Section:
    """Combinations in total, those across domains, where they stay, and by area."""
    persons = found.overlaps[PERSONS, PROVISION]
    homes = found.overlaps.get((HOMES, PROVISION))
    short, borders = shortly(persons), _borders(persons)
    most = _ranked(MOST, "De combinaties die het meest voorkomen", persons, homes,
                   short or "Geen combinatie komt vaak genoeg voor om te laten zien")
    across = _ranked(ACROSS, "De combinaties over de grenzen van domeinen die het meest voorkomen",
                     persons, homes, _most_across(persons))
    return joined((most, across, _table_of_borders(found), _areas(found), Section(texts={
        "kort-combinatie": dutch.ended(short) if short else "",
        "kort-grenzen": dutch.ended(borders) if borders else "",
        BORDERS: dutch.ended(borders) if borders else _no_borders(persons)})))


def shortly(persons: Overlap) -> str:
    """Which combination occurs most; empty where none is told."""
    first = _first(persons.combinations.most)
    if not first:
        return ""
    names = [said(names_of(persons.told.kinds, one.kinds)) for one in first]
    share = _part(persons, first[0])
    if len(names) == 1:
        return f"De combinatie die het meest voorkomt, is {names[0]}{share}"
    each = f", elk {share.removeprefix(': ')}" if share else ""
    return f"De combinaties die het meest voorkomen, zijn {dutch.enumeration(names)}{each}"


def _sure(persons: Overlap) -> bool:
    """Whether so many combine that a share of them says something."""
    return persons.combinations.combining.count >= SURE_BASE


def _part(persons: Overlap, one: Combination) -> str:
    return f": {one.share.text} van wie combineert" if one.share and _sure(persons) else ""


def _first(ranked: Sequence[Combination]) -> list[Combination]:
    """The most frequent; more than one where they are told the same."""
    return [one for one in ranked if one.users == ranked[0].users]


def _most_across(persons: Overlap) -> str:
    first = _first(persons.combinations.most_across)
    if not first:
        return ("Geen combinatie over de grenzen van domeinen komt vaak genoeg voor om te laten "
                "zien")
    names = [said(names_of(persons.told.kinds, one.kinds)) for one in first]
    verb = "komt" if len(names) == 1 else "komen"
    share = _part(persons, first[0]) if len(names) == 1 else ""
    return (f"Over de grenzen van domeinen heen {verb} {dutch.enumeration(names)} het meest "
            f"voor{share}")


def _borders(persons: Overlap) -> str:
    """Whether combining stays within a domain; empty where there is nothing to say."""
    combined = persons.combinations
    within, across = combined.share_within, combined.share_across
    if len({name for kind in persons.told.kinds for name in kind.domains}) < 2:
        return ""
    if within is None or across is None or not _sure(persons):
        return ""
    if across.at_most or across.percent <= _HARDLY:
        return "Combineren gebeurt vrijwel altijd binnen één domein"
    if within.at_most or within.percent <= _HARDLY:
        return "Combineren gaat vrijwel altijd over de grenzen van domeinen heen"
    if within.percent > across.percent:
        return (f"Combineren gebeurt vooral binnen één domein: bij {within.text} van wie "
                "combineert")
    if within.percent < across.percent:
        return (f"Combineren gaat vooral over de grenzen van domeinen heen: bij {across.text} van "
                "wie combineert")
    return "Wie combineert, doet dat even vaak binnen één domein als over de grenzen heen"


def _no_borders(persons: Overlap) -> str:
    domains = {name for kind in persons.told.kinds for name in kind.domains}
    if len(domains) < 2:
        return (f"Alle voorzieningen in de lijsten horen bij {DOMAINS[domains.pop()]}: andere "
                "domeinen zijn er niet.") if domains else ""
    return "Er zijn te weinig mensen die combineren om te zeggen of dat binnen een domein blijft."


def _ranked(name: str, title: str, persons: Overlap, homes: Overlap | None, finding: str
            ) -> Section:
    """The most frequent of persons, and of homes those and their own most frequent."""
    figure = next(one for one, table in FIGURES.items() if table == name)
    across = name == ACROSS
    mine, theirs = (_by_kinds(one, across=across) if one else {} for one in (persons, homes))
    if not mine and not theirs:
        return without((name,), {figure: name}, **{name: dutch.ended(finding)})
    every = [*mine, *(kinds for kinds in theirs if kinds not in mine)]
    # Of what is in one list only, the other list of all combinations may still tell it.
    known = [{one.kinds: one for one in _every(overlap)} for overlap in (persons, homes)]
    rows = tuple((listed(names_of(persons.told.kinds, kinds)), *_cells(known[0].get(kinds)),
                  *(_cells(known[1].get(kinds)) if homes else ()),
                  _domains(persons, kinds)) for kinds in every)
    columns = (
        Column("combinatie", "Combinatie"), Column("mensen", "Mensen", COUNT),
        Column("aandeel-mensen", "Van mensen die combineren", PERCENT),
        *([Column("huishoudens", "Huishoudens", COUNT),
           Column("aandeel-huishoudens", "Van huishoudens die combineren", PERCENT)]
          if homes else []),
        Column("domein", "Domein"))
    table = ReportTable(name, title, columns, rows, "Wie precies deze voorzieningen gebruikt, en "
                        "geen andere. Zonder getal of punt: niet bij de combinaties die daar "
                        "het meest voorkomen")
    parts = ({"first": "aandeel-huishoudens", "second": "aandeel-mensen"} if homes else
             {"value": "aandeel-mensen"})
    drawn = ReportFigure(figure, finding, "pairs" if homes else "bars", name, parts)
    unmarked = homes and any(None in row[1:5] for row in rows)
    return Section((table,), (drawn,), {name: " ".join(filter(None, (
        dutch.ended(finding), "Waar in de figuur een punt ontbreekt, hoort de combinatie daar niet "
        "bij die het meest voorkomen." if unmarked else "")))})


def _by_kinds(overlap: Overlap, *, across: bool) -> dict[tuple[int, ...], Combination]:
    ranked = overlap.combinations.most_across if across else overlap.combinations.most
    return {one.kinds: one for one in ranked}


def _every(overlap: Overlap | None) -> Iterable[Combination]:
    """All that is told of combinations."""
    found = overlap.combinations if overlap else None
    return (*found.most, *found.most_within, *found.most_across) if found else ()


def _cells(one: Combination | None) -> tuple[Cell, Cell]:
    return (count_cell(one.users), share_cell(one.share)) if one else (None, None)


def _domains(persons: Overlap, kinds: Iterable[int]) -> str:
    names = {name for place in kinds for name in persons.told.kinds[place].domains}
    return dutch.enumeration(text for name, text in DOMAINS.items() if name in names)


def _table_of_borders(found: Results) -> Section:
    rows = tuple(
        (f"{NOUN[unit]}, {PLURAL[grain]}", count_cell(one.combining), share_cell(one.share_within),
         share_cell(one.share_across))
        for (unit, grain), overlap in found.overlaps.items()
        if (one := overlap.combinations).share_within is not None)
    return Section((ReportTable(
        BORDERS, "Binnen een domein, of over de grenzen heen", (
            Column("wie", "Wie, en waarvan"), Column("combineren", "Aantal", COUNT),
            Column("binnen", "Binnen één domein", PERCENT),
            Column("over", "Over grenzen", PERCENT)), rows,
        "Aantal: wie er meer dan één gebruikt"),))


def _areas(found: Results) -> Section:
    rows = tuple((area.area, NOUN[unit], PLURAL[grain],
                  listed(names_of(overlap.told.kinds, one.kinds)), *_cells(one))
                 for (unit, grain), overlap in found.overlaps.items()
                 for area in overlap.combinations.areas for one in area.most)
    return Section((ReportTable(
        AREAS, "De combinaties die het meest voorkomen, per gebied", (
            Column("gebied", "Gebied"), Column("wie", "Wie"), Column("wat", "Waarvan"),
            Column("combinatie", "Combinatie"), Column("aantal", "Aantal", COUNT),
            Column("aandeel", "Van wie combineert", PERCENT)), rows),))
