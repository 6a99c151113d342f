"""Beside the towns of 2012: each number that they published, and the own one where it is the same.

A number is only put beside another that measures the same: the same unit, at the same grain, of
provisions or schemes with the same name. Of every row it is said what is the same and what is not.
"""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.published import NAMES, Published
from participatiemonitor.studies.overlap.register import PERSONS
from participatiemonitor.studies.overlap.reporting.own import Own
from participatiemonitor.studies.overlap.reporting.spoken import share_cell
from participatiemonitor.studies.overlap.reporting.towns import NO, YES, Line, lines
from participatiemonitor.studies.overlap.results.results import Results
from participatiemonitor.studies.report import PERCENT, Column, ReportFigure, ReportTable
from participatiemonitor.studies.sections import Section, without

NAME, SAME, FIGURE = "naast-2012", "zelfde-gemeten", "toen-en-hier"
_HERE = "hier"


def beside_section(found: Results, published: Published) -> Section:
    """Own numbers beside those of 2012.

    Parameters
    ----------
    found : Results
    published : mapping of str to PrintedTable

    Returns
    -------
    Section
    """
    if {*NAMES} - {*published}:
        return without((NAME, SAME), {FIGURE: SAME}, naast=(
            "De tabellen van Divosa (2012) ontbreken in dit project, zodat er niets naast deze "
            "cijfers staat."), **{"kort-naast": ""})
    told = lines(published, Own(found))
    same = [one for one in told if one.same == YES and one.number is not None
            and one.own and not one.own.at_most]
    table = ReportTable(NAME, "Naast wat gemeenten in 2012 vonden", (
        Column("wat", "Waar, en wat"), Column("toen", "Toen"), Column(_HERE, "Hier", PERCENT),
        Column("vergelijkbaar", "Zelfde gemeten"), Column("waarom", "Opmerking")),
        tuple((one.what, one.printed, share_cell(one.own), one.same, one.why) for one in told),
        "Cijfers van toen uit Divosa (2012)")
    text = f"{_beside(told, found)} {_counted(told)}".strip()
    if not same:
        return Section((table, ReportTable(SAME, SAME, (Column("wat", "Wat"),), ())),
                       (ReportFigure(FIGURE, FIGURE, "bars", SAME, {"value": "wat"}),),
                       {"naast": text, "kort-naast": _beside(told, found)})
    rows = tuple((one.what, (one.number or 0) / 100, share_cell(one.own)) for one in same)
    numbers = ReportTable(SAME, "Wat toen en hier op dezelfde manier is gemeten", (
        Column("wat", "Waar, en wat"), Column("toen", "Toen", PERCENT),
        Column(_HERE, "Hier", PERCENT)), rows, "Cijfers van toen uit Divosa (2012)")
    figure = ReportFigure(FIGURE, _apart(same), "pairs", SAME,
                          {"first": "toen", "second": _HERE})
    return Section((table, numbers), (figure,), {
        "naast": text, "kort-naast": _beside(told, found)})


def _beside(told: tuple[Line, ...], found: Results) -> str:
    """The one number that most towns have, beside that of Veenendaal."""
    use = Own(found).use(PERSONS)
    line = next((one for one in told if use and one.own == use.share_several
                 and one.what.startswith("Veenendaal: personen")), None)
    if line is None or line.own is None:
        return ""
    if line.number == line.own.percent and not line.own.at_most:
        return (f"In Veenendaal gebruikte in 2012 {line.printed} van de mensen meer dan één "
                "voorziening, net zo veel als hier.")
    return (f"In Veenendaal gebruikte in 2012 {line.printed} van de mensen meer dan één "
            f"voorziening; hier is dat {line.own.text}.")


def _counted(told: tuple[Line, ...]) -> str:
    beside = sum(one.same != NO for one in told)
    if not beside:
        return "Geen van de cijfers van 2012 is hier op dezelfde manier gemeten."
    verb = "heeft" if beside == 1 else "hebben"
    return (f"Van de {dutch.numeral(len(told))} cijfers van toen {verb} er "
            f"{dutch.numeral(beside)} hier een tegenhanger.")


def _apart(same: list[Line]) -> str:
    """How many are as good as the same."""
    near = sum(abs((one.number or 0) - one.own.percent) <= 1 for one in same if one.own)
    if near == len(same):
        return "Wat op dezelfde manier is gemeten, ligt toen en hier hooguit een procentpunt uiteen"
    if not near:
        return "Wat op dezelfde manier is gemeten, ligt toen en hier uiteen"
    return (f"Van de {dutch.numeral(len(same))} cijfers die op dezelfde manier zijn gemeten, "
            f"{'ligt' if near == 1 else 'liggen'} er {dutch.numeral(near)} hooguit een "
            "procentpunt uiteen")
