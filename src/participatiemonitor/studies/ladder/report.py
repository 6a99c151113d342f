"""What the study of the ladder publishes of a folder."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.ladder.alike import traits
from participatiemonitor.studies.ladder.comparisons import started
from participatiemonitor.studies.ladder.course import Course
from participatiemonitor.studies.ladder.inputs import Inputs
from participatiemonitor.studies.ladder.irregular import irregular_course
from participatiemonitor.studies.ladder.left_out import who_left, without_few
from participatiemonitor.studies.ladder.panel import still_there
from participatiemonitor.studies.ladder.registrations import Flags
from participatiemonitor.studies.ladder.regular import regular_course
from participatiemonitor.studies.ladder.reporting import alike, course, sides, times
from participatiemonitor.studies.ladder.reporting.spoken import span_name
from participatiemonitor.studies.ladder.reporting.standing import standing_part
from participatiemonitor.studies.ladder.sides import rates_of, shares_of
from participatiemonitor.studies.ladder.steps import (
    Regularity,
    Steps,
    regular_steps,
    regularity,
    steps,
)
from participatiemonitor.studies.ladder.told import ToldSteps, regrouped, told_steps
from participatiemonitor.studies.ladder.told_moves import told_moves
from participatiemonitor.studies.persons.grouping import BASE
from participatiemonitor.studies.report import Report, report_of
from participatiemonitor.studies.sections import Section, joined, without

_TABLES = (*course.TABLES, times.STAYS, times.UNTIL)
_FIGURES = course.FIGURES | times.FIGURES


def report(given: Inputs, key: bytes) -> Report:
    """What is published of a folder.

    Parameters
    ----------
    given : Inputs
    key : bytes
        Of the folder.

    Returns
    -------
    Report
    """
    given = without_few(given)
    taken = steps(given.registered)
    # Whoever was seen twice may have been left out.
    found = regularity(taken) if (~taken.left).any() else Regularity(0.0, 0.0, 0)
    used = regular_steps(given.registered, taken, found) if found.regular else taken
    told = told_steps(used, given.registered.people, key)
    later = f"{span_name(found.usual)} later" if found.regular else ""
    parts = [
        _file(given, found, told), standing_part(given, key),
        _course(given, told, found), _periods(given, used, key, later),
        *_project(given, used, key, later)]
    whole = joined(parts)
    return report_of("ladder", whole.tables, whole.figures, **whole.texts)


def _file(given: Inputs, found: Regularity, told: ToldSteps | None) -> Section:
    """How many there are, and how regular the dates are."""
    registered = given.registered
    persons, rows = len(registered.people), len(registered.person)
    few = " Wie uitstroomde, telt daarin niet mee: dat zijn hooguit twee mensen." if len(
        who_left(registered)) <= CLASS else ""
    return Section(texts={
        "bestand": f"Dit verslag gaat over {dutch.whole(persons)} personen met {dutch.whole(rows)} "
                   f"registraties.{few}", "datums": "" if told is None else _dates(found, told)})


def _dates(found: Regularity, told: ToldSteps) -> str:
    number = (f"Het is berekend uit {dutch.whole(len(told.steps))} stappen van registratie tot "
              "registratie.")
    if not found.regular:
        return ("De datums zijn onregelmatig. Dit verslag rekent daarom met de tijd tussen twee "
                f"registraties, en vertelt waar mensen een jaar later staan. {number}")
    span, share = span_name(found.usual), dutch.percent(found.share)
    near = "vrijwel alle" if share == "100%" else f"{share} van de"
    return (f"De datums zijn regelmatig: {near} stappen duren {span}, of hooguit een kwart korter "
            f"of langer. Dit verslag vertelt waar mensen {span} later staan. {number}")


def _course(given: Inputs, told: ToldSteps | None, found: Regularity) -> Section:
    """From rung to rung, and how long it takes."""
    if told is None:
        return _no_course("Hoe mensen over de treden gaan, is niet te laten zien: het zijn er te "
                          "weinig.")
    try:
        made = _computed(given, told, found)
    except InputError:
        return _no_course("Hoe mensen over de treden gaan, is uit deze registraties niet te "
                          "schatten: daarvoor zijn meer mensen met meer dan één datum nodig, of "
                          "datums die dichter bij elkaar liggen.")
    shown = joined((course.course_part(made), times.times_part(made)))
    if not told.leaving:
        shown = replace(shown, texts={**shown.texts, "kort-uitstroom": _few_left(given)})
    return shown


def _computed(given: Inputs, told: ToldSteps, found: Regularity) -> Course:
    if found.regular:
        return regular_course(told, found.usual)
    return irregular_course(told, regrouped(still_there(given.registered), told.groups))


def _no_course(why: str) -> Section:
    return without(_TABLES, _FIGURES, **{
        "kort-stijgen": why, "kort-uitstroom": "", "tot-uitstroom": "", "kort-verblijf": "",
        "verblijf": "Ook hoe lang mensen op een trede blijven, is dan niet te zeggen."})


def _few_left(given: Inputs) -> str:
    left = len(who_left(given.registered))
    why = "van welke trede, of hoe lang het duurt"
    if left >= BASE:
        return ("Van wie uitstroomde, deden te weinig mensen dat tussen twee regelmatige metingen "
                f"om te laten zien {why}.")
    count = "hooguit twee" if left <= CLASS else dutch.numeral(left)
    return f"Er stroomden {count} mensen uit: te weinig om te laten zien {why}."


def _periods(given: Inputs, used: Steps, key: bytes, later: str) -> Section:
    if not given.periods:
        return sides.absent_part(sides.PERIODS, "In het bestand staan geen twee periodes om te "
                                                "vergelijken.")
    first, second = (started(used, one.since, one.until) for one in given.periods)
    either = np.isin(used.start, np.concatenate([first.start, second.start]))
    taken = used.where(either)
    return _compared(sides.PERIODS, given, taken, taken.start < given.periods[0].until, key, later,
                     "De twee periodes zijn niet te vergelijken: er zijn te weinig mensen.")


def _project(given: Inputs, used: Steps, key: bytes, later: str) -> tuple[Section, Section]:
    """With and without a project, and whether both are alike to begin with."""
    if given.project is None:
        return sides.absent_part(sides.PROJECT, "Het bestand zegt niet wie aan een project "
                                                "meedoet."), alike.no_traits()
    found = alike.alike_part(traits(given.registered, given.project, given.covariates, key))
    shown = _compared(
        sides.PROJECT, given, used, ~given.project[used.person], key, later,
        "Mensen met en zonder project zijn niet te vergelijken: er zijn er te weinig.")
    short = f"kort-{sides.PROJECT.name}"
    if shown.texts[short] not in ("", dutch.ended(sides.PROJECT.unknown)):
        shown = replace(shown, texts={**shown.texts, short: " ".join(filter(None, (
            shown.texts[short], found.texts["kort-kenmerken"])))})
    return shown, found


def _compared(compared: sides.Compared, given: Inputs, taken: Steps, member: Flags, key: bytes,
              later: str, too_few: str) -> Section:
    """Two groups or periods; `member` is which steps are of the first."""
    people = given.registered.people
    told = told_moves(taken, member, people, (compared.first, compared.second), key)
    if told is None:
        return sides.absent_part(compared, too_few)
    if later:
        return sides.sides_part(compared, shares_of(told), later)
    still = still_there(given.registered)
    if compared is sides.PROJECT:
        assert given.project is not None
        first, second = ~given.project[still.person], given.project[still.person]
    else:
        first, second = ((still.start >= one.since) & (still.start < one.until)
                         for one in given.periods)
    return sides.sides_part(compared, rates_of(
        told, (still.where(first), still.where(second)), len(people)), later)
