"""Groups of users by what they use, and how stable they are."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.groups.stability import FIRM, LOOSE, STABLE
from participatiemonitor.studies.overlap.groups.told import ToldGroup, ToldGroups
from participatiemonitor.studies.overlap.reporting.spoken import (
    count_cell,
    names_of,
    share_cell,
)
from participatiemonitor.studies.overlap.results.patterns import Kind
from participatiemonitor.studies.report import (
    COEFFICIENT,
    COUNT,
    PERCENT,
    Cell,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, without

USES, GROUPS, FIGURE = "groepen-gebruik", "groepen", "wat-groepen-gebruiken"
# Provisions that less than this part of each group uses are in the file, not in the figure.
_SHOWN = 5
# More groups are not named one after the other where there is little room.
_FEW = 4
# Shares of groups do not add up to all, and what a group uses is not of all who are in it.
_RARE = ("Wat een groep gebruikt, is geteld in combinaties die vaak genoeg voorkomen om te tonen; "
         "andere mensen gebruiken combinaties die daar te zeldzaam voor zijn.")
NONE = ("Groepen van gebruikers zijn niet te onderscheiden: er zijn te weinig mensen, of te weinig "
        "verschillende combinaties.")


def groups_section(found: ToldGroups | None, kinds: tuple[Kind, ...]) -> Section:
    """What each group uses, how large it is and how stable."""
    if found is None:
        return without((GROUPS, USES), {FIGURE: USES}, **{
            "kort-groepen": "", GROUPS: NONE, "stabiel": "", "aantal-groepen": ""})
    return Section(
        (_sizes(found, kinds), _uses(found, kinds)),
        (ReportFigure(FIGURE, _title(found, kinds), "heat", USES),),
        {"kort-groepen": _shortly(found, kinds), GROUPS: _finding(found, kinds),
         "stabiel": _stable(found),
         "aantal-groepen": _number(found)})


def _marks(group: ToldGroup, kinds: tuple[Kind, ...]) -> str:
    return dutch.enumeration(names_of(kinds, group.marks))


def _apart(found: ToldGroups) -> str:
    many = dutch.numeral(len(found.groups))
    return f"Naar wat zij gebruiken vallen mensen in {many} groepen uiteen"


def _shortly(found: ToldGroups, kinds: tuple[Kind, ...]) -> str:
    """By the one thing that marks each most, where that tells them apart."""
    marks = [kinds[group.marks[0]].name for group in found.groups]
    if len({*marks}) < len(marks) or len(marks) > _FEW:
        return f"{_apart(found)}. De grootste draait om {_marks(found.groups[0], kinds)}."
    return f"{_apart(found)}: rond {dutch.enumeration(marks)}."


def _finding(found: ToldGroups, kinds: tuple[Kind, ...]) -> str:
    names = ["De grootste groep", *["Een volgende groep"] * (len(found.groups) - 2),
             "De kleinste groep"]
    said = []
    for name, group in zip(names, found.groups, strict=True):
        size = f", {group.part.text} van de gebruikers," if group.part else ""
        said.append(f"{name}{size} draait om {_marks(group, kinds)}.")
    return " ".join([f"{_apart(found)}.", *said, _RARE])


def _title(found: ToldGroups, kinds: tuple[Kind, ...]) -> str:
    return (f"{dutch.capital(dutch.numeral(len(found.groups)))} groepen: de grootste draait om "
            f"{_marks(found.groups[0], kinds)}")


def _number(found: ToldGroups) -> str:
    return ("Hoeveel groepen er zijn, is van tevoren gekozen." if found.asked else
            "Hoeveel groepen er zijn, volgt uit de gegevens: zo veel als er zijn te onderscheiden "
            "zonder dat zij bij andere mensen anders uitvallen.")


def _stable(found: ToldGroups) -> str:
    """In words, as a number of its own says little."""
    loose = [_name(place) for place, group in enumerate(found.groups) if group.stable < STABLE]
    if not loose:
        firm = all(group.stable >= FIRM for group in found.groups)
        return (f"De indeling is {'heel ' if firm else ''}stabiel: bij andere mensen van dezelfde "
                "soort ontstaan dezelfde groepen.")
    if len(loose) == len(found.groups):
        return ("De indeling is niet stabiel: bij andere mensen van dezelfde soort zouden andere "
                "groepen ontstaan. Gebruik haar niet om beleid op te maken.")
    verb = "is" if len(loose) == 1 else "zijn"
    return (f"Niet alle groepen zijn stabiel: {dutch.enumeration(loose)} {verb} bij andere mensen "
            "van dezelfde soort vaak anders samengesteld.")


def _judged(stable: float) -> str:
    if stable >= FIRM:
        return "heel stabiel"
    if stable >= STABLE:
        return "stabiel"
    return "wisselend" if stable >= LOOSE else "niet stabiel"


def _name(place: int) -> str:
    return f"groep {place + 1}"


def _sizes(found: ToldGroups, kinds: tuple[Kind, ...]) -> ReportTable:
    rows = tuple((_name(place), _marks(group, kinds), count_cell(group.users),
                  share_cell(group.part), share_cell(group.several), group.stable,
                  _judged(group.stable)) for place, group in enumerate(found.groups))
    return ReportTable(GROUPS, "De groepen, en hoe stabiel zij zijn", (
        Column("groep", "Groep"), Column("kenmerk", "Draait om"),
        Column("mensen", "Mensen", COUNT), Column("aandeel", "Deel", PERCENT),
        Column("meer", "Meer dan één", PERCENT),
        Column("stabiliteit", "Stabiel", COEFFICIENT),
        Column("oordeel", "Oordeel")), rows,
        "Een groep draait om de voorzieningen die haar het meest van de andere onderscheiden. "
        "Deel: van alle gebruikers. Meer dan één: wie in de groep er meer dan één gebruikt. "
        "Stabiel: van 0 tot 1")


def _uses(found: ToldGroups, kinds: tuple[Kind, ...]) -> ReportTable:
    rows: list[tuple[Cell, ...]] = []
    for place, kind in enumerate(kinds):
        shares = [group.uses[place] for group in found.groups]
        if any(share and share.percent >= _SHOWN for share in shares):
            rows.append((kind.name, *map(share_cell, shares)))
    left = len(kinds) - len(rows)
    more = "" if not left else (
        f"; één voorziening die in geen groep {_SHOWN}% haalt, staat er niet bij" if left == 1 else
        f"; {dutch.numeral(left)} voorzieningen die in geen groep {_SHOWN}% halen, staan er niet "
        "bij")
    return ReportTable(USES, "Welk deel van elke groep een voorziening gebruikt", (
        Column("voorziening", "Voorziening"),
        *(Column(f"groep-{place + 1}", _name(place), PERCENT)
          for place in range(len(found.groups)))), tuple(rows),
        f"Geteld in de combinaties die vaak genoeg voorkomen om te tonen{more}")
