"""A new round: from what was received, by a crosswalk, to the files of a wave."""

from __future__ import annotations

from participatiemonitor.files.faults import Fault, InvalidWave, refuse
from participatiemonitor.project import Project
from participatiemonitor.survey.importing import laying_down
from participatiemonitor.survey.importing.acceptable import REPLACED
from participatiemonitor.survey.importing.applying import respondents
from participatiemonitor.survey.importing.decisions import decisions, same_names, strangers
from participatiemonitor.survey.importing.findings import NotImported, undecided
from participatiemonitor.survey.importing.keyed import (
    key_findings,
    with_codes,
    without_organisation,
)
from participatiemonitor.survey.importing.order import Made, Order
from participatiemonitor.survey.importing.reading import receive
from participatiemonitor.survey.importing.received import Received
from participatiemonitor.survey.importing.settling import settle
from participatiemonitor.survey.importing.setup_files import lay_down_setup
from participatiemonitor.survey.importing.stopping import message, write_proposal
from participatiemonitor.survey.importing.targets import targets_of
from participatiemonitor.survey.importing.together import told_apart
from participatiemonitor.survey.importing.weighing import warning, weigh
from participatiemonitor.survey.wave import Wave


def make_round(order: Order, project: Project) -> Made:
    """Make a wave of files with answers.

    Parameters
    ----------
    order : Order
    project : Project

    Returns
    -------
    Made

    Raises
    ------
    InvalidWave
        When a file is broken; with every fault of all files.
    NotImported
        When the crosswalk has open rows, answers do not fit or warnings were not accepted; nothing
        was written to the data. Its open rows stand in a workbook beside the first file.
    """
    with laying_down.apart(project, order.year) as stage:
        wave, received = _read(order, stage)
        targets = targets_of(wave)
        received = [told_apart(one, targets) for one in received]
        refuse(fault for one in received for fault in same_names(one))
        given = decisions(order, received, targets)
        crosswalk = [row for one in received for row in settle(one, targets, given)]
        people = with_codes([person for one in received for person in respondents(
            one, [row for row in crosswalk if row.source == one.path.name], targets)],
            wave.info.groups)
        nameless = list(without_organisation(crosswalk))
        findings = [*strangers(received, given), *nameless, *undecided(crosswalk),
                    *([] if nameless else key_findings(people))]
        if findings:
            waiting = any(not row.decided for row in crosswalk)
            written = write_proposal(order, project, crosswalk, given, targets) if waiting else None
            raise NotImported(message(order, findings, written or order.crosswalk
                                       if waiting else None, new=written is not None))
        weighed = weigh(people, wave.codebook, order.accepted)
        people, findings = weighed.respondents, weighed.findings
        if project.wave(order.year).exists() and REPLACED not in order.accepted:
            findings.append(warning(REPLACED, Fault(
                str(project.wave(order.year).relative_to(project.root)), None, None, "",
                "een jaar dat er nog niet is")))
        given_open = laying_down.write_answers(
            stage.wave(order.year), people, wave.codebook,
            project.wave(order.year) / laying_down.OPEN_ANSWERS)
        findings += laying_down.unsound(stage, order.year, people, given_open, order.accepted)
        if findings:
            raise NotImported(message(order, findings))
        kept = None if order.crosswalk else write_proposal(order, project, crosswalk, given,
                                                           targets)
        folder = laying_down.put_in_place(stage, project, order.year)
    return Made(folder, tuple(received), tuple(crosswalk), len(people), len(given_open),
                weighed.accepted, kept)


def _read(order: Order, stage: Project) -> tuple[Wave, list[Received]]:
    """The setup and the files with answers; the faults of all of them at once."""
    faults: list[Fault] = []
    received: list[Received] = []
    wave = None
    names = [path.name for path in order.sources]
    faults += [Fault(name, None, None, "", "bestanden met elk een eigen naam")
               for name in dict.fromkeys(names) if names.count(name) > 1]
    try:
        wave = lay_down_setup(order.setup, order.year, stage)
    except InvalidWave as error:
        faults += error.faults
    for path in order.sources:
        try:
            received.append(receive(path))
        except InvalidWave as error:
            faults += error.faults
    refuse(faults)
    assert wave is not None  # else there were faults
    return wave, received
