"""The tables of what coders said of own interventions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.elements.agreement import Agreement
from participatiemonitor.studies.elements.beside import Beside
from participatiemonitor.studies.elements.codings import Coded
from participatiemonitor.studies.elements.coverage import Element, Proof
from participatiemonitor.studies.elements.findings import AT_LEAST
from participatiemonitor.studies.elements.form import ELEMENTS
from participatiemonitor.studies.report import (
    ALL,
    COEFFICIENT,
    COUNT,
    NONE,
    ONE,
    PERCENT,
    Cell,
    Column,
    ReportTable,
)

LADDER = "Trede van de effectladder"
_RUNG = Column("trede", "Trede")
_NONE = "–"


def counts(double: bool) -> tuple[Column, ...]:
    """How many, for sure and perhaps; one column where there is one coder."""
    if not double:
        return (Column("aantal", "Eigen interventies", COUNT),)
    return (Column("zeker", "Beide codeurs", COUNT),
            Column("mogelijk", "Ten minste één codeur", COUNT))


def _ends(ends: Limits, double: bool) -> tuple[int, ...]:
    return (int(ends.low), int(ends.high))[:2 if double else 1]


def _told(ends: Limits | None) -> str:
    """The rungs that two coders name."""
    return _row(ends, " of ")


def _highest(one: Element) -> str:
    """The highest rung an element is on; where no intervention has it for sure, at most."""
    if one.highest and one.highest.high and not one.interventions.low:
        return f"hooguit {dutch.whole(one.highest.high)}"
    return _row(one.highest, " tot ")


def _row(ends: Limits | None, between: str) -> str:
    if ends is None:
        return _NONE
    return between.join(dict.fromkeys(dutch.whole(end) for end in (ends.low, ends.high)))


def element_table(covered: Sequence[Element], found: Coded, proofs: Mapping[str, str]
                  ) -> ReportTable:
    """Elements: how often they occur, and how proven what they are in is; most first."""
    columns = (Column("element", "Element"), *counts(found.double),
               Column("hoogste", "Hoogste trede"), Column("bewijs", "Bewijs volgens Divosa"))
    ordered = sorted(covered, key=lambda one: (-one.interventions.low, -one.interventions.high))
    return ReportTable(
        "elementen", "In hoeveel interventies elk element voorkomt", columns, tuple(
            (ELEMENTS[one.name], *_ends(one.interventions, found.double), _highest(one),
             dutch.capital(proofs[one.name])) for one in ordered),
        f"Van {dutch.whole(len(found.interventions))} interventies. De hoogste trede is die van de "
        "interventies met dit element; bewezen is het element daarmee nog niet.")


def intervention_table(proofs: Sequence[Proof], found: Coded, described: Mapping[str, str],
                       same: Mapping[str, str]) -> ReportTable:
    """Interventions: what they are, how proven, and how many elements they have."""
    named = [Column("omschrijving", "Wat het is")] if described else []
    listed = [Column("divosa", "Naam bij Divosa")] if same else []
    own = (Column("zeker", "Elementen, zeker", COUNT),
           Column("mogelijk", "Elementen, hooguit", COUNT)
           ) if found.double else (Column("aantal", "Elementen", COUNT),)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.intervention, *[described.get(one.intervention, _NONE) for _ in named],
         _told(one.rung), *_ends(one.elements, found.double),
         *[same.get(one.intervention, _NONE) for _ in listed]) for one in proofs)
    counted = (" Een element is zeker als beide codeurs het zien; hooguit telt ook wat één van "
               "beide ziet." if found.double else "")
    return ReportTable(
        "interventies", "De interventies, de minst bewezen bovenaan",
        (Column("interventie", "Interventie"), *named, _RUNG, *own, *listed), rows,
        f"Treden: 0 impliciet, 1 beschreven, 2 in theorie effectief, 3 doeltreffend, 4 bewezen "
        f"effectief.{counted}")


def coding_table(found: Coded) -> ReportTable:
    """Each intervention by each element, those with most elements first."""
    words = (NONE, ONE, ALL) if found.double else (NONE, ALL)
    marks = found.marks.sum(axis=0)
    order = np.lexsort((np.arange(len(marks)), -found.possible.sum(axis=1),
                        -found.sure.sum(axis=1)))
    columns = (Column("interventie", "Interventie"),
               *(Column(name, dutch.capital(name.replace("_", " "))) for name in found.elements),
               _RUNG)
    rows: list[tuple[Cell, ...]] = []
    for row in order:
        low, high = (float(end(found.rungs[:, row])) for end in (np.min, np.max))
        rows.append((found.interventions[row], *(words[count] for count in marks[row]),
                     _told(Limits(low, high))))
    who = "Ja: beide codeurs zien het element; één: één van beide; nee: geen van beide."
    return ReportTable("codering", "Welke interventie welk element heeft", columns, tuple(rows),
                       who if found.double else "")


def rung_table(rungs: Sequence[Beside], found: Coded, published: int) -> ReportTable:
    """How many interventions are on a rung at least, beside those of the document."""
    total = len(found.interventions)
    columns = (Column("niveau", "Niveau"), *counts(found.double), Column("van", "Van", COUNT),
               Column("divosa-zeker", "Divosa zeker", COUNT),
               Column("divosa-meestal", "Divosa meestal", COUNT),
               Column("divosa-van", "Van Divosa", COUNT))
    rows = tuple((dutch.capital(AT_LEAST[one.rung]), *_ends(one.own, found.double), total,
                  *(_ends(one.published, True) if one.published else (None, None)), published)
                 for one in rungs)
    return ReportTable(
        "treden", "Hoe bewezen de interventies zijn, naast die van Divosa", columns, rows,
        "Divosa zegt van twee groepen interventies dat zij op niveau 2, 3 of 4 staan, van de ene "
        "groep meestal; op welk niveau elk staat, is niet bekend.")


def agreement_table(of_elements: Sequence[Agreement], of_rungs: Agreement | None) -> ReportTable:
    """How far two coders agree; without rows where there is one."""
    named = [(ELEMENTS.get(one.name, "Alle elementen"), one) for one in of_elements]
    rows = tuple((name, one.decisions, one.same, one.kappa) for name, one in
                 [*named, *([(LADDER, of_rungs)] if of_rungs else [])])
    note = (f"Kappa is 1 bij volledige overeenstemming en 0 bij wat toeval oplevert; {_NONE} staat "
            "waar een codeur steeds hetzelfde antwoordt. Van de trede is kappa kwadratisch gewogen")
    return ReportTable(
        "overeenstemming", "Hoe vaak de codeurs hetzelfde oordelen",
        (Column("waarover", "Waarover"), Column("oordelen", "Oordelen", COUNT),
         Column("gelijk", "Gelijk", PERCENT), Column("kappa", "Kappa", COEFFICIENT)), rows,
        note if rows else "")


def difference_table(found: Coded, coders: Sequence[str], differ: Sequence[tuple[str, str]]
                     ) -> ReportTable:
    """What two coders do not agree on; without rows where there is nothing."""
    columns = (Column("interventie", "Interventie"), Column("waarover", "Waarover"),
               *(Column(name, f"Volgens {coder}") for name, coder in
                 zip(("eerste", "tweede"), coders, strict=False)))
    rows: list[tuple[Cell, ...]] = []
    for name, about in differ:
        row = found.interventions.index(name)
        if about in found.elements:
            marks = found.marks[:, row, found.elements.index(about)]
            rows.append((name, ELEMENTS[about], *("ja" if mark else "nee" for mark in marks)))
        else:
            rows.append((name, LADDER, *map(str, found.rungs[:, row])))
    rows.sort(key=lambda cells: found.interventions.index(str(cells[0])))
    return ReportTable("verschillen", "Waarover de codeurs het oneens zijn", columns, tuple(rows))
