"""How long persons stay on a rung, and how long until they leave."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.course import Course
from participatiemonitor.studies.ladder.durations import Durations
from participatiemonitor.studies.ladder.reporting.spoken import LONGER, lasting, months
from participatiemonitor.studies.ladder.rungs import rung_name
from participatiemonitor.studies.report import COUNT, Cell, Column, ReportFigure, ReportTable
from participatiemonitor.studies.sections import Section, joined, without

STAYS, UNTIL = "verblijf", "tot-uitstroom"
# Figures, each with its table.
FIGURES = {"tijd-op-een-trede": STAYS, "tijd-tot-uitstroom": UNTIL}
ENDLESS = "niet te zeggen"
_NOTE = ("Verwachte tijd in maanden, als het gaat zoals het ging; de grenzen zijn die van een "
         "interval van 95%, met de ruis erin")


def times_part(course: Course) -> Section:
    """Both times, the second where leaving is told."""
    names = [rung_name(group) for group in course.groups]
    stay_figure, until_figure = FIGURES
    stays = _table(STAYS, "Hoe lang iemand op een trede blijft", names, course.stays)
    alone = [place for place, group in enumerate(course.groups) if len(group) == 1]
    title, text = _stays(replace(stays, rows=tuple(stays.rows[place] for place in alone)),
                         len(alone) < len(names))
    staying = Section((stays,), (_figure(stay_figure, title),),
                      {f"kort-{STAYS}": text, STAYS: text})
    if course.until is None:
        return joined((staying, without((UNTIL,), {until_figure: UNTIL}, **{UNTIL: ""})))
    until = _table(UNTIL, "Hoe lang het duurt tot iemand uitstroomt", names, course.until)
    title, text = _until(until)
    return joined((staying, Section((until,), (_figure(until_figure, title),), {UNTIL: text})))


def _figure(name: str, title: str) -> ReportFigure:
    return ReportFigure(name, title, "dots", FIGURES[name],
                        {"value": "maanden", "low": "laag", "high": "hoog"})


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


def _rest(table: ReportTable) -> str:
    """What a sentence says besides of the rungs that have no number."""
    told = {row[1] for row in table.rows if isinstance(row[1], str)}
    if told == {LONGER}:
        return f" Vanaf een deel van de treden is het {LONGER}."
    return " Van een deel van de treden is het niet te zeggen." if told else ""


def _all_longer(table: ReportTable) -> bool:
    return all(row[1] == LONGER for row in table.rows)


def _stays(table: ReportTable, grouped: bool) -> tuple[str, str]:
    """Of rungs that stand alone: several together last longer by that alone."""
    if not table.rows:
        title = "Hoe lang iemand binnen een groep van treden blijft"
        return title, f"{title}, is niet met losse treden te vergelijken."
    each = "elke trede die apart staat," if grouped else "elke trede"
    most_of = ("Van de treden die apart staan, blijft iemand het langst op" if grouped else
               "Het langst blijft iemand op")
    known = _known(table)
    if not known:
        title = (f"Op {each} blijft iemand gemiddeld {LONGER}" if _all_longer(table) else
                 "Hoe lang mensen op een trede blijven, is niet te zeggen")
        return title, dutch.ended(title)
    longest = max(known.values())
    most = [name for name, time in known.items() if time == longest]
    title = (f"Op {each} blijft iemand gemiddeld {lasting(longest)}"
             if len(most) == len(table.rows) else
             f"{most_of} {dutch.enumeration(most)}: gemiddeld {lasting(longest)}")
    if LONGER in {row[1] for row in table.rows}:
        longer = [str(row[0]) for row in table.rows if row[1] == LONGER]
        title = f"{most_of} {dutch.enumeration(longer)}: {LONGER}"
        return title, dutch.ended(title)
    return title, dutch.ended(title) + _rest(table)


def _until(table: ReportTable) -> tuple[str, str]:
    known = _known(table)
    if not known:
        title = (f"Tot uitstroom duurt het vanaf elke trede {LONGER}" if _all_longer(table) else
                 "Hoe lang het duurt tot iemand uitstroomt, is niet te zeggen")
        return title, dutch.ended(title)
    slow, fast = (pick(known, key=lambda name: known[name]) for pick in (max, min))
    if len(known) == len(table.rows) and known[slow] == known[fast]:
        title = f"Tot uitstroom duurt het vanaf elke trede gemiddeld {lasting(known[slow])}"
    elif known[slow] == known[fast]:
        title = (f"Vanaf {dutch.enumeration(known)} duurt het gemiddeld {lasting(known[slow])} tot "
                 "iemand uitstroomt")
    else:
        title = (f"Vanaf {slow} duurt het gemiddeld {lasting(known[slow])} tot iemand uitstroomt, "
                 f"en vanaf {fast} gemiddeld {lasting(known[fast])}")
    return title, dutch.ended(title) + _rest(table)
