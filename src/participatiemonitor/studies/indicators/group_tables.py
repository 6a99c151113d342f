"""The tables of groups of municipalities: on one indicator, and by one policy on all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from participatiemonitor.studies.indicators.comparisons import label, quoted
from participatiemonitor.studies.indicators.measures import Measure
from participatiemonitor.studies.indicators.tables import at_risk_cell
from participatiemonitor.studies.indicators.traits import Compared, Trait
from participatiemonitor.studies.report import COUNT, NUMBER, RATIO, Cell, Column, ReportTable

# Decimals of files, and of a chance in percents.
_DIGITS, _CHANCE = 4, 1
# An indicator of all municipalities, and their groups by one trait.
Pair = tuple[Measure, Compared]


def reach_table(measure: Measure, compared: Sequence[Compared]) -> ReportTable:
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


def choice_table(pairs: Iterable[Pair]) -> ReportTable:
    """What policy choices reach on all indicators, as measured and at equal context.

    Parameters
    ----------
    pairs : iterable of Pair
        Of policy choices.

    Returns
    -------
    ReportTable
    """
    columns = (Column("indicator", "Indicator"), Column("keuze", "Keuze"),
               Column("gemeenten", "Gemeenten", COUNT), Column("gemeten", "Zoals gemeten"),
               Column("gelijk", "Bij gelijke context"), Column("kans", "Kans (%)", NUMBER))
    return ReportTable(
        "beleid", "Beleidskeuzes op elke indicator", columns,
        tuple(row for measure, found in pairs for row in _choices(measure, found)),
        "Kans: hoe vaak keuzes zo ver uiteen zouden lopen als zij niets uitmaakten")


def _choices(measure: Measure, found: Compared) -> Iterator[tuple[Cell, ...]]:
    equal = {one.name: one.value for one in found.adjusted.choices} if found.adjusted else {}
    p = found.adjusted.p if found.adjusted else found.grouped.p
    chance = None if math.isnan(p) else round(100 * p, _CHANCE)
    groups = {group.names[0]: group for group in found.grouped.groups}
    for name in equal or groups:
        group = groups[name]
        yield (measure.name, label(found.trait, name), len(group.municipalities),
               measure.scale.text(group.value),
               measure.scale.text(equal[name]) if name in equal else None, chance)


def ratio_table(name: str, policy: Trait, pairs: Iterable[Pair]) -> ReportTable | None:
    """By how much choices of one policy differ at equal context, on all indicators.

    Parameters
    ----------
    name : str
        Of the table.
    policy : Trait
    pairs : iterable of Pair
        Of all traits and indicators.

    Returns
    -------
    ReportTable or None
        None where nothing can be compared at equal context.
    """
    own = [(measure, found.adjusted) for measure, found in pairs
           if found.trait == policy and found.adjusted]
    if not own:
        return None
    columns = (Column("indicator", "Indicator"), Column("keuze", "Keuze"),
               Column("naast", "Vergeleken met"), Column("verhouding", "Verhouding", RATIO),
               Column("laag", "Marge, laag", RATIO), Column("hoog", "Marge, hoog", RATIO))
    many = any(len(equal.choices) > 2 for _, equal in own)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"{measure.name}, {quoted(one.name)}" if many else measure.name, one.name,
         equal.choices[0].name, round(one.ratio, _DIGITS), round(one.low, _DIGITS),
         round(one.high, _DIGITS))
        for measure, equal in own for one in equal.choices[1:])
    return ReportTable(
        name, f"Wat de keuze bij {quoted(policy.name)} scheelt, bij gelijke context", columns, rows,
        "Verhouding: van kansen (odds) bij een aandeel, van tempo’s bij een tempo; boven 1 is het "
        "hoger dan bij de keuze waarmee is vergeleken, die van de meeste gemeenten")
