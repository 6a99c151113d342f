"""What changed since the earlier day."""

from __future__ import annotations

import datetime as dt

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.register import HOMES, PERSONS
from participatiemonitor.studies.overlap.reporting.spoken import (
    NOUN,
    PLURAL,
    count_cell,
    listed,
    share_cell,
)
from participatiemonitor.studies.overlap.results.changes import Change, Changes
from participatiemonitor.studies.overlap.results.patterns import PROVISION
from participatiemonitor.studies.overlap.results.results import Overlap, Results
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Cell,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, without
from participatiemonitor.survey.names import date

SHARES, KINDS, PAIRS = "verandering", "verandering-voorzieningen", "verandering-paren"
SHARES_FIGURE, KINDS_FIGURE = "toen-en-nu", "voorzieningen-toen-en-nu"
# In place of a difference that noise could have made.
UNSURE = "niet aantoonbaar"


def changes_section(found: Results, earlier: dt.date | None, day: dt.date) -> Section:
    """Two days beside each other.

    Parameters
    ----------
    found : Results
    earlier, day : datetime.date
        The first is None where none was asked.

    Returns
    -------
    Section
    """
    persons = found.overlaps[PERSONS, PROVISION]
    if earlier is None or persons.changes is None:
        why = ("Er is geen eerdere dag opgegeven om mee te vergelijken." if earlier is None else
               f"Van {date(earlier)} staat er niets in de lijsten.")
        return without((SHARES, KINDS, PAIRS), {SHARES_FIGURE: SHARES, KINDS_FIGURE: KINDS}, **{
            "kort-verandering": "", SHARES: why, KINDS: ""})
    short = _several(persons.changes, earlier)
    kinds, title = _kinds(persons, earlier, day), _most(persons)
    homes = found.overlaps.get((HOMES, PROVISION))
    text = " ".join(filter(None, (short, _users(persons.changes), _homes(homes))))
    return Section(
        (_shares(found, earlier, day), kinds, _pairs(found, earlier, day)),
        (ReportFigure(SHARES_FIGURE, short.removesuffix("."), "pairs", SHARES,
                      {"first": "eerder", "second": "nu"}),
         ReportFigure(KINDS_FIGURE, title, "pairs", KINDS, {"first": "eerder", "second": "nu"})),
        {"kort-verandering": short, SHARES: text, KINDS: " ".join(
            filter(None, (dutch.ended(title), _unsure(persons.changes))))})


def _several(changes: Changes, earlier: dt.date) -> str:
    found, since = changes.share_several, f"Sinds {date(earlier)}"
    what = "het deel van de gebruikers met meer dan één voorziening"
    if found.before is None or found.after is None:
        return (f"Of meer mensen voorzieningen combineren dan op {date(earlier)}, is niet te "
                "zeggen: daarvoor zijn er te weinig gebruikers.")
    if found.points is None:
        return f"{since} is {what} niet aantoonbaar veranderd."
    verb = "gestegen" if found.points > 0 else "gedaald"
    return f"{since} is {what} {verb} van {found.before.text} naar {found.after.text}."


def _users(changes: Changes) -> str:
    difference = changes.users.difference
    if difference is None:
        return "Het aantal gebruikers bleef ongeveer gelijk."
    more = "meer" if difference > 0 else "minder"
    return f"Er zijn {dutch.whole(abs(difference))} gebruikers {more}."


def _homes(homes: Overlap | None) -> str:
    found = homes.changes.share_several if homes and homes.changes else None
    if found is None or found.points is None or not found.before or not found.after:
        return ""
    verb = "steeg" if found.points > 0 else "daalde"
    return f"Bij huishoudens {verb} het van {found.before.text} naar {found.after.text}."


def _most(persons: Overlap) -> str:
    changes = persons.changes
    told = [(abs(change.difference), place, change.difference)
            for place, change in enumerate(changes.kinds if changes else ())
            if change.difference]
    if not told:
        return "Bij geen enkele voorziening veranderde het aantal gebruikers aantoonbaar"
    largest = max(size for size, _, _ in told)
    names = dutch.enumeration(persons.told.kinds[place].name for size, place, _ in told
                              if size == largest)
    signs = {change > 0 for size, _, change in told if size == largest}
    if len(signs) > 1:
        return f"Het aantal gebruikers veranderde het meest bij {names}"
    verb = "steeg" if signs == {True} else "daalde"
    return (f"Het aantal gebruikers {verb} het meest bij {names}: {dutch.whole(largest)} "
            f"{'meer' if signs == {True} else 'minder'}")


def _unsure(changes: Changes) -> str:
    """Of how many kinds two dots that lie apart in the figure may well be the same."""
    unsure = sum(change.difference is None for change in changes.kinds)
    if not unsure or unsure == len(changes.kinds):
        return ""
    return (f"Bij {dutch.numeral(unsure)} van de {dutch.numeral(len(changes.kinds))} voorzieningen "
            f"is het verschil {UNSURE}: dat kan de ruis hebben gemaakt.")


def _days(earlier: dt.date, day: dt.date, kind: str) -> tuple[Column, Column]:
    return Column("eerder", date(earlier), kind), Column("nu", date(day), kind)


def _difference(change: Change) -> Cell:
    return UNSURE if change.difference is None else change.difference


def _shares(found: Results, earlier: dt.date, day: dt.date) -> ReportTable:
    rows = []
    for (unit, grain), overlap in found.overlaps.items():
        if overlap.changes:
            share = overlap.changes.share_several
            rows.append((f"{NOUN[unit]}, {PLURAL[grain]}", share_cell(share.before),
                         share_cell(share.after),
                         UNSURE if share.points is None else share.points,
                         count_cell(overlap.changes.users.before),
                         count_cell(overlap.changes.users.after),
                         _difference(overlap.changes.users)))
    return ReportTable(SHARES, "Wie er meer dan één gebruikt, toen en nu", (
        Column("wie", "Wie, en waarvan"), *_days(earlier, day, PERCENT),
        Column("verschil", "Verschil (procentpunt)", COUNT),
        Column("gebruikers-eerder", "Gebruikers toen", COUNT),
        Column("gebruikers-nu", "Gebruikers nu", COUNT),
        Column("gebruikers-verschil", "Verschil", COUNT)), tuple(rows),
        f"Een verschil dat de ruis kan hebben gemaakt, heet {UNSURE}")


def _kinds(persons: Overlap, earlier: dt.date, day: dt.date) -> ReportTable:
    rows = tuple((kind.name, count_cell(change.before), count_cell(change.after),
                  _difference(change)) for kind, change in zip(
                      persons.told.kinds, persons.changes.kinds if persons.changes else (),
                      strict=False))
    return ReportTable(KINDS, "Gebruikers van elke voorziening, toen en nu", (
        Column("voorziening", "Voorziening"), *_days(earlier, day, COUNT),
        Column("verschil", "Verschil", COUNT)), rows,
        f"Een verschil dat de ruis kan hebben gemaakt, heet {UNSURE}")


def _pairs(found: Results, earlier: dt.date, day: dt.date) -> ReportTable:
    rows = tuple((listed(overlap.told.kinds[place].name for place in (pair.kind, pair.also)),
                  NOUN[unit], PLURAL[grain], count_cell(pair.both.before),
                  count_cell(pair.both.after), _difference(pair.both))
                 for (unit, grain), overlap in found.overlaps.items() if overlap.changes
                 for pair in overlap.changes.pairs)
    return ReportTable(PAIRS, "Wie twee voorzieningen of regelingen gebruikt, toen en nu", (
        Column("paar", "Paar"), Column("wie", "Wie"), Column("wat", "Waarvan"),
        *_days(earlier, day, COUNT), Column("verschil", "Verschil", COUNT)), rows)
