"""What the study of overlap publishes of a folder."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.overlap.form import FORM
from participatiemonitor.studies.overlap.groups.told import ToldGroups, told_groups
from participatiemonitor.studies.overlap.inputs import Inputs
from participatiemonitor.studies.overlap.register import HOMES, PERSONS
from participatiemonitor.studies.overlap.reporting.areas import areas_section
from participatiemonitor.studies.overlap.reporting.beside import beside_section
from participatiemonitor.studies.overlap.reporting.changes import changes_section
from participatiemonitor.studies.overlap.reporting.combinations import combinations_section
from participatiemonitor.studies.overlap.reporting.groups import groups_section
from participatiemonitor.studies.overlap.reporting.links import links_section
from participatiemonitor.studies.overlap.reporting.matrix import matrix_section
from participatiemonitor.studies.overlap.reporting.stricter import stricter_section
from participatiemonitor.studies.overlap.reporting.use import use_section
from participatiemonitor.studies.overlap.reporting.weight import weight_section
from participatiemonitor.studies.overlap.results.patterns import PROVISION, patterns_of
from participatiemonitor.studies.overlap.results.results import Overlap, Results, results_of
from participatiemonitor.studies.report import Report, report_of
from participatiemonitor.studies.sections import Section, joined
from participatiemonitor.survey.names import date


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
    register, counted = given.register, given.counted
    found = results_of(register, counted, given.stricter, key)
    persons = found.overlaps[PERSONS, PROVISION]
    whole = joined((
        _file(given, found), use_section(found), areas_section(found, known=bool(
            persons.told.areas)), matrix_section(found), combinations_section(found),
        weight_section(found), groups_section(_groups(given, persons, key), persons.told.kinds),
        changes_section(found, counted.earlier, counted.day),
        stricter_section(found, asked=bool(given.stricter)),
        links_section(found.links, register), beside_section(found, given.published)))
    return report_of(FORM.study, whole.tables, whole.figures, **whole.texts)


def _groups(given: Inputs, persons: Overlap, key: bytes) -> ToldGroups | None:
    counted = given.counted
    patterns = patterns_of(given.register.histograms[PERSONS, counted.day], counted.provisions,
                           PROVISION, PERSONS)
    return told_groups(patterns, persons.told, given.groups, key)


def _file(given: Inputs, found: Results) -> Section:
    """Of whom the report is, and from which lists."""
    users = found.overlaps[PERSONS, PROVISION].uses.total.users
    lists, suppliers = len(given.register.entered), len(found.links.persons)
    who = ("één leverancier" if suppliers == 1 else f"{dutch.numeral(suppliers)} leveranciers")
    which = "één lijst" if lists == 1 else f"{dutch.numeral(lists)} lijsten"
    what = "mensen en huishoudens" if (HOMES, PROVISION) in found.overlaps else "mensen"
    return Section(texts={"bestand": (
        f"Dit verslag telt {what}, voorzieningen en regelingen, en zegt erbij wat er te koppelen "
        "was. "
        f"Het gaat over {users.text} mensen die op {date(given.counted.day)} een "
        f"voorziening gebruikten, volgens {which} van {who}.")})
