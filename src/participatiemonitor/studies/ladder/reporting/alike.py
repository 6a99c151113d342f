"""How alike those with and without a project are in what is known of them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.alike import SIDES, Trait
from participatiemonitor.studies.ladder.balance import THRESHOLD
from participatiemonitor.studies.ladder.reporting.spoken import whole
from participatiemonitor.studies.report import (
    COEFFICIENT,
    PERCENT,
    Cell,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, without

TABLES, FIGURE = ("kenmerken", "kenmerken-klassen"), "lijken-zij-op-elkaar"
FEW, WHOLLY = "te weinig mensen", "geheel verschillend"
_NAMED = 3


def alike_part(found: Mapping[str, Trait | None]) -> Section:
    """Standardised differences, and the classes they are made of.

    Parameters
    ----------
    found : mapping of str to Trait or None

    Returns
    -------
    Section
    """
    told = {name: trait for name, trait in found.items() if trait is not None}
    if not told:
        return no_traits("Of beide groepen op elkaar lijken, is niet te laten zien: er zijn te "
                         "weinig mensen.")
    apart = [name for name, trait in told.items() if not _alike(trait)]
    finding = _finding(apart, told)
    untold = [name for name, trait in found.items() if trait is None]
    left_out = (f" Van {dutch.enumeration(untold)} is het niet te laten zien: er zijn te weinig "
                "mensen of te veel verschillende antwoorden." if untold else "")
    tables = (_table(found), _classes(told))
    figure = ReportFigure(FIGURE, finding, "dots", TABLES[0], {"value": "verschil",
                                                                "limit": "grens"})
    return Section(tables, (figure,), texts={
        "kenmerken": dutch.ended(finding) + left_out, "kort-kenmerken": _short(apart)})


def no_traits(why: str = "") -> Section:
    """Nothing to hold side by side, and why."""
    return without(TABLES, {FIGURE: TABLES[0]}, **{"kenmerken": why, "kort-kenmerken": ""})


def _difference(trait: Trait) -> Cell:
    """In two decimals; without a sign where nothing is higher or lower."""
    value = trait.balance.difference
    if np.isinf(value):
        return WHOLLY
    return None if np.isnan(value) else dutch.half_up(value, 2)


def _alike(trait: Trait) -> bool:
    value = _difference(trait)
    return isinstance(value, float) and abs(value) <= THRESHOLD


def _finding(apart: list[str], told: Mapping[str, Trait]) -> str:
    if not apart:
        return "In wat van hen bekend is, lijken mensen met en zonder project op elkaar"
    if len(apart) > _NAMED:
        return (f"Mensen met en zonder project verschillen in {dutch.numeral(len(apart))} van de "
                f"{dutch.numeral(len(told))} kenmerken")
    return f"Mensen met en zonder project verschillen in {dutch.enumeration(apart)}"


def _short(apart: list[str]) -> str:
    """What a reader in a hurry must know beside who rose."""
    if not apart:
        return "In wat van hen bekend is, lijken beide groepen op elkaar."
    what = (f"{dutch.numeral(len(apart))} kenmerken" if len(apart) > _NAMED
            else dutch.enumeration(apart))
    return f"Zij verschillen ook in {what}, dus het hoeft niet aan het project te liggen."


def _table(found: Mapping[str, Trait | None]) -> ReportTable:
    rows: list[tuple[Cell, ...]] = []
    for name, trait in found.items():
        if trait is None:
            rows.append((name, FEW, THRESHOLD, None, None, None))
        else:
            rows.append((name, _difference(trait), THRESHOLD, *map(whole, trait.known),
                         "lijken op elkaar" if _alike(trait) else "verschillen"))
    return ReportTable(
        TABLES[0], "Waarin mensen met en zonder project op elkaar lijken", (
            Column("kenmerk", "Kenmerk"),
            Column("verschil", "Gestandaardiseerd verschil", COEFFICIENT),
            Column("grens", "Grens", COEFFICIENT), Column("met", "Bekend met project", PERCENT),
            Column("zonder", "Bekend zonder project", PERCENT), Column("oordeel", "Oordeel")),
        tuple(rows),
        "Van een getal hoeveel hoger het met project is, gedeeld door de spreiding; van woorden "
        "hoe ver de verdelingen uiteen liggen, zonder teken. Boven de "
        "grens heten groepen verschillend. Berekend uit klassen met ruis")


def _classes(told: Mapping[str, Trait]) -> ReportTable:
    rows = tuple((f"{name}: {_class_name(classes)}", whole(shares[0] / 100), whole(shares[1] / 100))
                 for name, trait in told.items()
                 for classes, shares in zip(trait.classes, trait.published.percentages.T,
                                            strict=True))
    return ReportTable(
        TABLES[1], "De kenmerken van mensen met en zonder project", (
            Column("klasse", "Kenmerk"), *(Column(name.partition(" ")[0], dutch.capital(name),
                                                   PERCENT) for name in SIDES)),
        rows,
        "Van wie het bekend is. Klassen met te weinig mensen staan samen; de aantallen waaruit de "
        "percentages komen, hebben ruis")


def _class_name(names: tuple[str, ...]) -> str:
    if len(names) > _NAMED:
        return f"{dutch.numeral(len(names))} andere antwoorden"
    return dutch.enumeration(names, "of")
