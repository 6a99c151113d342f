"""How heavy use is, by the weights that a user gave."""

from __future__ import annotations

from participatiemonitor.studies.overlap.register import PERSONS
from participatiemonitor.studies.overlap.reporting.spoken import NOUN, number_cell, share_cell
from participatiemonitor.studies.overlap.results.patterns import PROVISION
from participatiemonitor.studies.overlap.results.results import Results
from participatiemonitor.studies.report import COEFFICIENT, PERCENT, Column, ReportTable
from participatiemonitor.studies.sections import Section, without

NAME = "gewicht"


def weight_section(found: Results) -> Section:
    """What part of all weight is with those who combine."""
    told = {unit: overlap.weights for (unit, grain), overlap in found.overlaps.items()
            if grain == PROVISION and overlap.weights}
    mine = told.get(PERSONS)
    if mine is None or mine.average is None or mine.combining is None:
        return without((NAME,), {}, **{NAME: (
            "Er zijn te weinig gebruikers om te zeggen hoe zwaar hun gebruik weegt.")})
    share = mine.combining
    several = found.overlaps[PERSONS, PROVISION].uses.total.share_several
    who = "wie meer dan één voorziening gebruikt"
    if mine.equal:
        text = ("Alle voorzieningen wegen even zwaar: andere gewichten zijn niet gegeven. Van al "
                f"het gebruik is dan {share.text} van {who}.")
    elif several and not share.at_most and share.percent > several.percent:
        text = (f"Van al het gebruik, gewogen, is {share.text} van {who}: meer dan hun deel van de "
                f"gebruikers, dat {several.text} is.")
    else:
        text = f"Van al het gebruik, gewogen, is {share.text} van {who}."
    rows = tuple((NOUN[unit], number_cell(one.average), share_cell(one.combining))
                 for unit, one in told.items() if one.average is not None)
    return Section((ReportTable(NAME, "Hoe zwaar het gebruik weegt", (
        Column("wie", "Wie"), Column("gemiddeld", "Gewicht per gebruiker", COEFFICIENT),
        Column("aandeel", "Deel van wie combineert", PERCENT)), rows),), (), {NAME: text})
