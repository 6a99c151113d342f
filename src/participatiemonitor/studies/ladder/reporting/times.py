"""How long persons stay on a rung, and how long until they leave."""

from __future__ import annotations

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.course import Course
from participatiemonitor.studies.ladder.durations import Durations
from participatiemonitor.studies.ladder.reporting.part import Part, lasting, months
from participatiemonitor.studies.ladder.rungs import rung_name
from participatiemonitor.studies.report import COUNT, Cell, Column, ReportFigure, ReportTable

TABLES, FIGURES = ("verblijf", "tot-uitstroom"), ("tijd-op-een-trede", "tijd-tot-uitstroom")
ENDLESS = "niet te zeggen"
_NOTE = ("Verwachte tijd in maanden, als het gaat zoals het ging; de grenzen zijn die van een "
         "interval van 95%, met de ruis erin")


def times_part(course: Course) -> Part:
    """Both times, the second where leaving is told."""
    names = [rung_name(group) for group in course.groups]
    stays = _table("verblijf", "Hoe lang iemand op een trede blijft", names, course.stays)
    title, stay_text = _stays(stays)
    figures = [ReportFigure(FIGURES[0], title, "dots", "verblijf",
                            {"value": "maanden", "low": "laag", "high": "hoog"})]
    if course.until is None:
        return Part((stays,), tuple(figures), dict.fromkeys((TABLES[1], FIGURES[1]), ""), {
            "kort-verblijf": stay_text, "verblijf": stay_text, "tot-uitstroom": "Hoe lang het duurt tot iemand "
            "uitstroomt, is niet te laten zien: daarvoor stroomden te weinig mensen uit."})
    until = _table("tot-uitstroom", "Hoe lang het duurt tot iemand uitstroomt", names,
                   course.until)
    title, text = _until(until)
    figures.append(ReportFigure(FIGURES[1], title, "dots", "tot-uitstroom",
                                {"value": "maanden", "low": "laag", "high": "hoog"}))
    return Part((stays, until), tuple(figures), texts={
        "kort-verblijf": stay_text, "verblijf": stay_text, "tot-uitstroom": text})


def _table(name: str, title: str, names: list[str], found: Durations) -> ReportTable:
    rows: list[tuple[Cell, ...]] = []
    for place, rung in enumerate(names):
        value: Cell = ENDLESS if not np.isfinite(found.values[place]) else months(
            found.values[place])
        bounds = [None if value == ENDLESS else months(part[place])
                  for part in (found.low, found.high)]
        rows.append((rung, value, *bounds))
    return ReportTable(name, title, (
        Column("trede", "Trede"), Column("maanden", "Maanden", COUNT),
        Column("laag", "Ondergrens", COUNT), Column("hoog", "Bovengrens", COUNT)), tuple(rows),
        _NOTE)


def _known(table: ReportTable) -> dict[str, float]:
    return {str(row[0]): float(row[1]) for row in table.rows if isinstance(row[1], int | float)}


def _stays(table: ReportTable) -> tuple[str, str]:
    known = _known(table)
    if not known:
        return ("Hoe lang mensen op een trede blijven, is niet te zeggen",
                "Hoe lang mensen op een trede blijven, is niet te zeggen: niemand ging er weg.")
    most = [name for name, months_there in known.items() if months_there == max(known.values())]
    title = (f"Op elke trede blijft iemand gemiddeld {lasting(max(known.values()))}"
             if len(most) == len(known) and len(known) == len(table.rows) else
             f"Het langst blijft iemand op {dutch.enumeration(most)}: gemiddeld "
             f"{lasting(max(known.values()))}")
    unknown = len(table.rows) - len(known)
    return title, dutch.ended(title) + (
        " Van een deel van de treden is het niet te zeggen." if unknown else "")


def _until(table: ReportTable) -> tuple[str, str]:
    known = _known(table)
    if not known:
        title = "Hoe lang het duurt tot iemand uitstroomt, is niet te zeggen"
        return title, dutch.ended(title)
    longest, shortest = max(known.values()), min(known.values())
    slow = next(name for name, time in known.items() if time == longest)
    fast = next(name for name, time in known.items() if time == shortest)
    title = (f"Tot uitstroom duurt het vanaf elke trede gemiddeld {lasting(longest)}"
             if longest == shortest else
             f"Vanaf {slow} duurt het gemiddeld {lasting(longest)} tot iemand uitstroomt, en "
             f"vanaf {fast} gemiddeld {lasting(shortest)}")
    return title, dutch.ended(title)
