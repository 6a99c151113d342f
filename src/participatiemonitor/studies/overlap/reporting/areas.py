"""The same by area."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.register import HOMES, PERSONS
from participatiemonitor.studies.overlap.reporting.spoken import (
    NOUN,
    PLURAL,
    apart,
    count_cell,
    part_of,
    share_cell,
)
from participatiemonitor.studies.overlap.reporting.use import USE_COLUMNS, use_cells
from participatiemonitor.studies.overlap.results.patterns import PROVISION
from participatiemonitor.studies.overlap.results.results import Overlap, Results
from participatiemonitor.studies.overlap.results.uses import AreaUse
from participatiemonitor.studies.persons.cells import LEAST, Share
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, without

SHOWN, ALL, FIGURE = "per-gebied", "gebieden", "gebieden-naast-elkaar"
# Areas on the page, those with most users; all are in the file.
MOST = 24


def areas_section(found: Results, *, known: bool) -> Section:
    """Areas beside each other.

    Parameters
    ----------
    found : Results
    known : bool
        Whether lists name any area.

    Returns
    -------
    Section
    """
    persons = found.overlaps[PERSONS, PROVISION]
    told = [one for one in persons.uses.areas if one.share_several is not None]
    if not told:
        why = ("In de lijsten staan geen wijken of gebieden." if not known else
               f"In geen enkel gebied zijn {LEAST} of meer mensen met een voorziening.")
        return without((SHOWN, ALL), {FIGURE: SHOWN}, gebieden=why)
    finding = _finding(persons, told)
    text = " ".join(filter(None, (dutch.ended(finding), _left_out(persons))))
    homes = found.overlaps.get((HOMES, PROVISION))
    shown = _shown(told, homes)
    dots = {"first": "huishoudens", "second": "mensen"}
    figure = (ReportFigure(FIGURE, finding, "pairs", SHOWN, dots) if homes else
              ReportFigure(FIGURE, finding, "dots", SHOWN, {"value": "mensen"}))
    return Section((shown, _all(found)), (figure,), {"gebieden": text})


def _finding(persons: Overlap, told: list[AreaUse]) -> str:
    if len(persons.told.kinds) == 1:
        return "De lijsten gaan over één voorziening, zodat gebieden in samenloop niet verschillen"
    if len(told) == 1:
        return f"Alleen over {told[0].area} is genoeg bekend om te laten zien"
    least, most = min(told, key=_share), max(told, key=_share)
    one, other = most.share_several, least.share_several
    if one is None or other is None or not apart(one, most.users, other, least.users):
        return ("Tussen gebieden is geen verschil te zien in hoeveel mensen meer dan één "
                "voorziening gebruiken")
    return (f"In {_tied(told, one)} combineren mensen het vaakst ({part_of(one)}), in "
            f"{_tied(told, other)} het minst vaak ({part_of(other)})")


def _tied(told: list[AreaUse], share: Share) -> str:
    names = [one.area for one in told if one.share_several == share]
    return dutch.enumeration(names if len(names) <= 3 else
                             [*names[:2], f"{dutch.numeral(len(names) - 2)} andere gebieden"])


def _share(use: AreaUse) -> int:
    return use.share_several.percent if use.share_several else 0


def _left_out(persons: Overlap) -> str:
    left = persons.uses.left_out
    if not left:
        return ""
    few = f"minder dan {dutch.numeral(LEAST)} gebruikers"
    if left == 1:
        return f"Eén gebied heeft {few}, en is niet apart te zien."
    return (f"{dutch.capital(dutch.numeral(left))} gebieden hebben {few}, en zijn niet apart te "
            "zien.")


def _shown(told: list[AreaUse], homes: Overlap | None) -> ReportTable:
    of_homes = {one.area: one.share_several for one in homes.uses.areas} if homes else {}
    largest = sorted(told, key=lambda one: (-one.users.count, one.area))[:MOST]
    rows = tuple((one.area, count_cell(one.users), share_cell(one.share_several),
                  *([share_cell(of_homes.get(one.area))] if homes else []))
                 for one in sorted(largest, key=lambda one: (-_share(one), one.area)))
    columns = (Column("gebied", "Gebied"), Column("gebruikers", "Mensen met een voorziening",
                                                  COUNT),
               Column("mensen", "Mensen met meer dan één", PERCENT),
               *([Column("huishoudens", "Huishoudens met meer dan één", PERCENT)]
                 if homes else []))
    more = (f"De {MOST} gebieden met de meeste gebruikers; alle {dutch.whole(len(told))} staan in "
            "het bestand gebieden" if len(told) > MOST else "")
    return ReportTable(SHOWN, "Wie meer dan één voorziening gebruikt, per gebied", columns, rows,
                       more)


def _all(found: Results) -> ReportTable:
    rows = tuple((one.area, NOUN[unit], PLURAL[grain], *use_cells(one))
                 for (unit, grain), overlap in found.overlaps.items()
                 for one in overlap.uses.areas)
    return ReportTable(
        ALL, "Gebruik per gebied", (
            Column("gebied", "Gebied"), Column("wie", "Wie"), Column("wat", "Waarvan"),
            *USE_COLUMNS), rows)
