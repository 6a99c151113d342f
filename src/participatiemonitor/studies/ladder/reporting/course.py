"""From rung to rung: the matrix with its bounds, who rises, and who leaves."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.course import Course
from participatiemonitor.studies.ladder.registrations import LEFT
from participatiemonitor.studies.ladder.reporting.spoken import span_name, whole
from participatiemonitor.studies.ladder.rungs import rung_name
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section

TABLES = ("overgangen", "intervallen", "marges", "stijgers")
# Figures, each with its table.
FIGURES = {"van-trede-naar-trede": "overgangen", "wie-stijgt": "stijgers"}
ALL = "alle treden"
_BOUNDS = "De grenzen zijn die van een interval van 95%, met de ruis erin"


def course_part(course: Course) -> Section:
    """The matrix and who rises."""
    span = span_name(course.span)
    names = [rung_name(group) for group in course.groups]
    moves = _moves(course, span, names)
    tables = (_matrix(course, span, names), _intervals(course, span, names),
              _bounds(course, span, names), moves)
    values = moves.rows[-1]
    rose, fell = float(values[1] or 0), float(values[5] or 0)
    stayed = float(values[4] or 0)
    merged = [rung_name(group) for group in course.groups if len(group) > 1]
    same = "binnen dezelfde groep van treden" if merged else "op dezelfde trede"
    matrix_title = (f"De meeste mensen staan {span} later {same}" if stayed > 0.5 else
                    f"{dutch.capital(span)} later staat minder dan de helft nog {same}"
                    if stayed < 0.5 else
                    f"{dutch.capital(span)} later staat de helft nog {same}")
    matrix, rising = FIGURES
    figures = (ReportFigure(matrix, matrix_title, "transitions", FIGURES[matrix], {}),
               ReportFigure(rising, _rising(rose, span, merged), "dots", FIGURES[rising],
                            {"value": "gestegen", "low": "laag", "high": "hoog"}))
    return Section(tables, figures, texts={
        "later": f"{span} later",
        "kort-stijgen": f"{dutch.ended(_rising(rose, span, merged))} "
                        f"{_within(merged) if merged else _falling(rose, fell)}",
        "kort-uitstroom": _leaving(course, span, moves)})


def _matrix(course: Course, span: str, names: list[str]) -> ReportTable:
    columns = (Column("van", "Van"), Column("registraties", "Registraties", COUNT),
               *(Column(f"naar-{group[0] + 1}", name, PERCENT)
                 for group, name in zip(course.groups, names, strict=True)),
               *((Column(LEFT, LEFT, PERCENT),) if course.leaving else ()))
    rows = tuple((name, int(size), *map(whole, values)) for name, size, values in zip(
        names, course.sizes, course.matrix.values, strict=True))
    return ReportTable("overgangen", f"Waar mensen {span} later staan, naar de trede waarop zij "
                       "stonden", columns, rows, _basis(course))


def _basis(course: Course) -> str:
    together = ("Treden met te weinig mensen staan samen met de trede ernaast. "
                if any(len(group) > 1 for group in course.groups) else "")
    what = ("Berekend uit aantallen met ruis" if course.regular else
            "Berekend met een model voor onregelmatige datums, uit aantallen met ruis")
    return f"Elke rij telt op tot 100%, op afronding na. {together}{what}"


def _intervals(course: Course, span: str, names: list[str]) -> ReportTable:
    """For readers: a matrix of bounds."""
    bounds = zip(course.matrix.low, course.matrix.high, strict=True)
    rows = tuple((name, *(_between(*ends) for ends in zip(*row, strict=True)))
                 for name, row in zip(names, bounds, strict=True))
    columns = [Column(f"naar-{group[0] + 1}", name)
               for group, name in zip(course.groups, names, strict=True)]
    columns += [Column(LEFT, LEFT)] if course.leaving else []
    return ReportTable("intervallen", f"Hoe zeker het is waar mensen {span} later staan",
                       (Column("van", "Van"), *columns), rows, _BOUNDS)


def _between(low: float, high: float) -> str:
    return dutch.percents([(dutch.half_up(low, 2), dutch.half_up(high, 2))], between="–")


def _bounds(course: Course, span: str, names: list[str]) -> ReportTable:
    targets = [f" naar {name}" for name in names] + ([f", {LEFT}"] if course.leaving else [])
    rows = tuple((f"{name}{target}", *(whole(part[row, place]) for part in (
        course.matrix.values, course.matrix.low, course.matrix.high)))
        for row, name in enumerate(names) for place, target in enumerate(targets))
    return ReportTable("marges", f"Waar mensen {span} later staan, met de grenzen van elk aandeel",
                       (Column("overgang", "Overgang"), Column("aandeel", "Aandeel", PERCENT),
                        Column("laag", "Ondergrens", PERCENT),
                        Column("hoog", "Bovengrens", PERCENT)), rows, _BOUNDS)


def _moves(course: Course, span: str, names: list[str]) -> ReportTable:
    found = course.moves
    rows: list[tuple[str | int | float | None, ...]] = []
    for row, name in enumerate([*names, ALL]):
        # Nobody can rise from the highest, nor fall from the lowest.
        rises = ((_end(course, -1, "stijgen"), None, None) if row == len(names) - 1 else
                 tuple(whole(part[row, 0]) for part in (found.values, found.low, found.high)))
        falls = _end(course, 0, "dalen") if row == 0 else whole(found.values[row, 2])
        rows.append((name, *rises, whole(found.values[row, 1]), falls,
                     *((whole(found.values[row, 3]),) if course.leaving else ())))
    columns = (Column("trede", "Trede"), Column("gestegen", "Gestegen", PERCENT),
               Column("laag", "Ondergrens", PERCENT), Column("hoog", "Bovengrens", PERCENT),
               Column("gebleven", "Gebleven", PERCENT), Column("gedaald", "Gedaald", PERCENT),
               *((Column("uitgestroomd", "Uitgestroomd", PERCENT),) if course.leaving else ()))
    within = (" Wie stijgt of daalt binnen treden die samen staan, telt als gebleven."
              if any(len(group) > 1 for group in course.groups) else "")
    return ReportTable("stijgers", f"Wie {span} later hoger staat, lager staat of is gebleven"
                       if not course.leaving else
                       f"Wie {span} later hoger staat, lager staat, is gebleven of uitgestroomd",
                       columns, tuple(rows), f"{_BOUNDS}, en horen bij wie steeg.{within}")


def _end(course: Course, place: int, verb: str) -> str:
    """What is told of rising from the highest row, and of falling from the lowest."""
    return f"kan niet {verb}" if len(course.groups[place]) == 1 else "niet te zien"


def _rising(rose: float, span: str, merged: list[str]) -> str:
    """How many rose; at least so many where rungs are told together."""
    if not rose:
        where = "in een hogere groep van treden" if merged else "hoger op de ladder"
        return f"{dutch.capital(span)} later staat vrijwel niemand {where}"
    least = "ten minste " if merged else ""
    return f"{dutch.capital(span)} later staat {least}{dutch.percent(rose)} hoger op de ladder"


def _within(merged: list[str]) -> str:
    return f"Wie binnen {dutch.enumeration(merged)} steeg of daalde, telt daarin niet mee."


def _falling(rose: float, fell: float) -> str:
    if not fell:
        return "Vrijwel niemand daalt."
    if fell == rose:
        return "Even veel mensen dalen."
    return f"{'Minder' if fell < rose else 'Meer'} mensen dalen: {dutch.percent(fell)}."


def _leaving(course: Course, span: str, shown: ReportTable) -> str:
    if not course.leaving:
        return ""
    place = shown.column("uitgestroomd")
    *by_rung, of_all = [float(row[place] or 0) for row in shown.rows]
    if not of_all:
        return f"{dutch.capital(span)} later is vrijwel niemand uitgestroomd."
    whole_text = f"{dutch.capital(span)} later is {dutch.percent(of_all)} uitgestroomd"
    most = [str(row[0]) for row, share in zip(shown.rows, by_rung, strict=False)
            if share == max(by_rung)]
    if len(most) > 1:
        return f"{whole_text}."
    return f"{whole_text}, vanaf {most[0]} het vaakst: {dutch.percent(max(by_rung))}."
