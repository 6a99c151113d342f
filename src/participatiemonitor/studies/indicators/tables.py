"""The tables of one indicator: what each municipality reaches, and the funnel around a target."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor import dutch
from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.indicators.funnels import Funnel
from participatiemonitor.studies.indicators.judged import Judged
from participatiemonitor.studies.indicators.measures import Measure
from participatiemonitor.studies.indicators.rates import exact_interval
from participatiemonitor.studies.persons.grouping import BASE
from participatiemonitor.studies.report import COUNT, Cell, Column, ReportTable

YES, NO, TOO_FEW = "ja", "nee", "te weinig mensen"
# Where a municipality lies, by how many limits it is outside of.
_PLACES = {-2: "onder 99,8%", -1: "onder 95%", 0: "binnen", 1: "boven 95%", 2: "boven 99,8%"}
# A longer description of whom is counted does not fit along a scale.
_LETTERS = 60
_LIMITS = (("laag95", "95% laag"), ("hoog95", "95% hoog"), ("laag998", "99,8% laag"),
           ("hoog998", "99,8% hoog"))


def municipality_table(measure: Measure) -> ReportTable:
    """What each municipality counted and reaches, with its interval and where it lies.

    Parameters
    ----------
    measure : Measure

    Returns
    -------
    ReportTable
    """
    scale, found = measure.scale, measure.judged
    columns = [Column("gemeente", "Gemeente"), Column("teller", "Geteld", COUNT), scale.at_risk,
               Column("waarde", scale.head, scale.unit), Column("laag", "Marge, laag", scale.unit),
               Column("hoog", "Marge, hoog", scale.unit)]
    if found:
        columns.append(Column("toeval", "Bij toeval"))
    if found and found.over:
        columns.append(Column("ruim", "Bij ruimere grenzen"))
    if found:
        columns.append(Column("opvallend", "Opvallend"))
    rows = [*_rows(measure), *((name, TOO_FEW, *[None] * (len(columns) - 2))
                               for name in measure.told.left_out)]
    return ReportTable(f"gemeenten-{measure.slug}", f"{measure.name}, per gemeente",
                       tuple(columns), tuple(rows), _note(measure))


def _rows(measure: Measure) -> Iterator[tuple[Cell, ...]]:
    told, scale = measure.told, measure.scale
    counts = told.counts
    low, _ = exact_interval(counts.kind, told.least, counts.at_risk)
    _, high = exact_interval(counts.kind, told.most, counts.at_risk)
    for place, name in enumerate(counts.municipalities):
        least, most, at_risk = told.least[place], told.most[place], counts.at_risk[place]
        yield (name, _counted(least, most), at_risk_cell(measure, at_risk),
               scale.between(least / at_risk, most / at_risk), scale.number(low[place]),
               scale.number(high[place]), *_lies(measure.judged, place))


def _lies(found: Judged | None, place: int) -> Iterator[str]:
    if found:
        yield _PLACES[int(found.exact.outside[place])]
        if found.over:
            yield _PLACES[int(found.allowed.outside[place])]
        yield YES if found.found.signalled[place] else NO


def _counted(least: float, most: float) -> Cell:
    if least == most:
        return int(least)
    return f"hooguit {dutch.numeral(CLASS)}" if not least else f"minstens {dutch.whole(least)}"


def at_risk_cell(measure: Measure, at_risk: float) -> Cell:
    """Persons as a whole number, or time."""
    return int(at_risk) if measure.scale.share else round(float(at_risk), 4)


def _note(measure: Measure) -> str:
    told, lines = measure.told, ["Marge: het interval dat in 95 van 100 gevallen klopt"]
    if measure.scale.per > 1:
        lines.append(f"{measure.scale.head}: voor elke {dutch.whole(measure.scale.per)} van de "
                     f"noemer, {one_line(measure.indicator.denominator)}")
    if not told.exact.all():
        lines.append("Een teller van hooguit twee, of van op hooguit twee na alle, wordt niet "
                     "precies getoond")
    if told.left_out:
        lines.append(f"Van minder dan {dutch.numeral(BASE)} mensen wordt niets getoond")
    return ". ".join(lines)


def funnel_table(measure: Measure, found: Judged) -> ReportTable:
    """The funnel: each municipality with the limits that hold for its size.

    Parameters
    ----------
    measure : Measure
    found : Judged

    Returns
    -------
    ReportTable
        With the columns that `funnel_parts` names.
    """
    told, scale = measure.told, measure.scale
    at_risk = told.counts.at_risk
    size = one_line(measure.indicator.denominator)
    head = size if len(size) <= _LETTERS else "Noemer"
    bounds = not told.exact.all()
    columns = [Column("gemeente", "Gemeente"), Column("noemer", head, scale.at_risk.kind),
               Column("waarde", scale.head, scale.unit),
               *([Column("minst", "Minstens", scale.unit), Column("meest", "Hoogstens", scale.unit)]
                 if bounds else []),
               Column("midden", _middle(measure), scale.unit),
               *(Column(name, nl, scale.unit) for name, nl in _LIMITS),
               *(Column(f"ruim-{name}", f"Ruim {nl}", scale.unit)
                 for name, nl in _LIMITS if found.over),
               Column("opvallend", "Opvallend")]
    rows = []
    for place, name in enumerate(told.counts.municipalities):
        ends = [end[place] / at_risk[place] for end in (told.least, told.most)]
        rows.append((name, at_risk_cell(measure, at_risk[place]), scale.between(*ends),
                     *(map(scale.number, ends) if bounds else ()),
                     scale.number(found.exact.target), *_limits(measure, found.exact, place),
                     *(_limits(measure, found.allowed, place) if found.over else ()),
                     YES if found.found.signalled[place] else NO))
    wide = (" De ruimere grenzen rekenen mee dat gemeenten ook zonder bijzondere gevallen verder "
            "uiteenlopen dan toeval verklaart" if found.over else "")
    return ReportTable(
        f"grenzen-{measure.slug}", f"{measure.name}: de grenzen per gemeente", tuple(columns),
        tuple(rows), "Bij toeval alleen ligt 95 of 99,8% van de gemeenten tussen de grenzen die "
        f"bij hun omvang horen.{wide}")


def _middle(measure: Measure) -> str:
    """What is in the middle of a funnel."""
    name = "Samen" if measure.target is None else "Richtpunt"
    return name if measure.scale.per == 1 else f"{name}, {measure.scale.head.lower()}"


def _limits(measure: Measure, funnel: Funnel, place: int) -> Iterator[float]:
    for level in range(len(funnel.levels)):
        yield measure.scale.number(funnel.low[level][place])
        yield measure.scale.number(funnel.high[level][place])


def funnel_parts(table: ReportTable) -> dict[str, str]:
    """Which column is which part of the drawing.

    Parameters
    ----------
    table : ReportTable
        As `funnel_table` makes it.

    Returns
    -------
    dict of str to str
    """
    parts = {"size": "noemer", "value": "waarde", "least": "minst", "most": "meest",
             "target": "midden", "low": "laag95", "high": "hoog95", "far_low": "laag998",
             "far_high": "hoog998", "wide_low": "ruim-laag95", "wide_high": "ruim-hoog95",
             "widest_low": "ruim-laag998", "widest_high": "ruim-hoog998", "marked": "opvallend"}
    there = {column.name for column in table.columns}
    return {part: column for part, column in parts.items() if column in there}
