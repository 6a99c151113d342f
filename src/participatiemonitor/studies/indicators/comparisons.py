"""What is said of groups of municipalities, and the tables of these."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from participatiemonitor import dutch
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.indicators.measures import Measure
from participatiemonitor.studies.indicators.tables import at_risk_cell
from participatiemonitor.studies.indicators.traits import MOST, Compared, Trait
from participatiemonitor.studies.report import COUNT, PERCENT, RATIO, Cell, Column, ReportTable

# Differences that occur less often than this where there are none, are told as such.
RARE = 0.05
_RAREST = 0.01
_BESIDE = "hiermee vergeleken"


def told_apart(found: Compared) -> bool | None:
    """Whether groups differ more than municipalities of one group do; None where nobody can say."""
    p = found.adjusted.p if found.adjusted else found.grouped.p
    return None if math.isnan(p) else p < RARE


def values(found: Compared) -> list[tuple[str, float]]:
    """What each group reaches, at equal context where that is known, the highest first."""
    pairs = ([(one.name, one.value) for one in found.adjusted.choices] if found.adjusted else
             [(group.names[0], group.value) for group in found.grouped.groups])
    return sorted(pairs, key=lambda pair: -pair[1])


def sentence(measure: Measure, found: Compared) -> str:
    """What groups of one trait reach on an indicator.

    Parameters
    ----------
    measure : Measure
    found : Compared

    Returns
    -------
    str
    """
    trait, pairs = quoted(found.trait.name), values(found)
    if len(pairs) < 2:
        return f"Op {trait} zijn alle gemeenten gelijk: {quoted(pairs[0][0])}."
    (high, most), *_, (low, least) = pairs
    more, less = measure.scale.apart(most, least)
    equal = _equal(found)
    apart = told_apart(found)
    if apart is None:
        return (f"Op {trait} loopt het van {less} bij {quoted(low)} tot {more} bij {quoted(high)}"
                f"{equal}; of dat meer is dan gemeenten onderling verschillen, is met deze groepen "
                "niet te zeggen.")
    if not apart:
        return (f"Op {trait} is er geen verschil dat groter is dan gemeenten onderling verschillen: "
                f"{more} bij {quoted(high)}, {less} bij {quoted(low)}{equal}.")
    return (f"Op {trait} verschillen gemeenten meer dan zij dat onderling doen: {more} bij "
            f"{quoted(high)}, {less} bij {quoted(low)}{equal}.")


def _equal(found: Compared) -> str:
    """That context was held equal, or why not."""
    if found.adjusted:
        return ", bij gelijke context"
    return ", zonder rekening te houden met de context" if found.refused else ""


def group_table(measure: Measure, compared: Sequence[Compared]) -> ReportTable:
    """What groups of municipalities reach together on an indicator.

    Parameters
    ----------
    measure : Measure
    compared : sequence of Compared

    Returns
    -------
    ReportTable
    """
    scale = measure.scale
    columns = (Column("groep", "Groep"), Column("gemeenten", "Gemeenten", COUNT),
               Column("teller", "Geteld", COUNT), scale.at_risk,
               Column("waarde", scale.head, scale.unit),
               Column("laag", "Marge, laag", scale.unit),
               Column("hoog", "Marge, hoog", scale.unit))
    rows = tuple(
        (label(found.trait, group.names[0]), len(group.municipalities), int(group.events),
         at_risk_cell(measure, group.at_risk), scale.number(group.value),
         scale.number(group.wide_low), scale.number(group.wide_high))
        for found in compared for group in found.grouped.groups)
    inexact = ("" if measure.told.exact.all() else
               ". Een teller die niet precies wordt getoond, telt mee als het midden van wat hij "
               "kan zijn")
    return ReportTable(
        f"bereik-{measure.slug}", f"{measure.name}, naar beleid en context", columns, rows,
        "Zoals gemeten, niet bij gelijke context. De marge rekent mee hoe gemeenten binnen een "
        f"groep verschillen{inexact}")


def policy_table(compared: Iterable[tuple[Measure, Compared]]) -> ReportTable:
    """Policy choices beside each other on all indicators, as measured and at equal context.

    Parameters
    ----------
    compared : iterable of (Measure, Compared)
        Of policy choices.

    Returns
    -------
    ReportTable
    """
    columns = (Column("indicator", "Indicator"), Column("keuze", "Keuze"),
               Column("gemeenten", "Gemeenten", COUNT), Column("gemeten", "Zoals gemeten"),
               Column("gelijk", "Bij gelijke context"), Column("verhouding", "Verhouding", RATIO),
               Column("laag", "Marge, laag", RATIO), Column("hoog", "Marge, hoog", RATIO),
               Column("kans", "Kans zonder verschil", PERCENT))
    rows = tuple(row for measure, found in compared for row in _policy_rows(measure, found))
    return ReportTable(
        "beleid", "Beleidskeuzes op elke indicator", columns, rows,
        "Verhouding: van kansen (odds) bij een aandeel, anders van tempo’s, naast de keuze van de "
        "meeste gemeenten. Kans zonder verschil: hoe vaak keuzes zo ver uiteen zouden lopen als "
        "zij niets uitmaken")


def _policy_rows(measure: Measure, found: Compared) -> Iterator[tuple[Cell, ...]]:
    equal = {one.name: one for one in found.adjusted.choices} if found.adjusted else {}
    first = next(iter(equal), None)
    p = found.adjusted.p if found.adjusted else found.grouped.p
    chance: Cell = None if math.isnan(p) else "minder dan 1%" if p < _RAREST else round(p, 4)
    groups = {group.names[0]: group for group in found.grouped.groups}
    for name in equal or groups:
        one, group = equal.get(name), groups[name]
        ratios: tuple[Cell, ...] = (None, None, None)
        if one:
            ratios = (_BESIDE, None, None) if name == first else tuple(
                round(value, 4) for value in (one.ratio, one.low, one.high))
        yield (measure.name, label(found.trait, name), len(group.municipalities),
               measure.scale.text(group.value), measure.scale.text(one.value) if one else None,
               *ratios, chance)


def too_many(traits: Iterable[Trait]) -> str:
    """Which traits have too many values to make groups; empty where none has."""
    names = [quoted(trait.name) for trait in traits if not trait.groups]
    if not names:
        return ""
    has = "heeft" if len(names) == 1 else "hebben"
    return (f"{dutch.capital(dutch.enumeration(names))} {has} meer dan {dutch.numeral(MOST)} "
            "waarden, en dat zijn te veel groepen om te vergelijken. Voeg waarden samen tot "
            "klassen.")


def label(trait: Trait, value: str) -> str:
    """A group by its trait and its value."""
    return f"{one_line(trait.name)}: {one_line(value)}"


def quoted(text: str) -> str:
    """What users call something, in quotes."""
    return f"“{one_line(text)}”"
