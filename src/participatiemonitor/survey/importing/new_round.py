"""A new round: from what was received, by a crosswalk, to the files of a wave."""

from __future__ import annotations

import shlex
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from participatiemonitor.files.faults import Fault, InvalidWave, refuse
from participatiemonitor.project import Project
from participatiemonitor.survey.importing import laying_down
from participatiemonitor.survey.importing.acceptable import REPLACED
from participatiemonitor.survey.importing.applying import respondents
from participatiemonitor.survey.importing.crosswalk import DROP, Row, plain
from participatiemonitor.survey.importing.crosswalk_reading import read_crosswalk
from participatiemonitor.survey.importing.crosswalk_writing import write_crosswalk
from participatiemonitor.survey.importing.findings import (
    Finding,
    NotImported,
    grouped,
    undecided,
)
from participatiemonitor.survey.importing.keyed import (
    key_findings,
    with_codes,
    without_organisation,
)
from participatiemonitor.survey.importing.reading import receive
from participatiemonitor.survey.importing.received import Received
from participatiemonitor.survey.importing.settling import Key, settle
from participatiemonitor.survey.importing.setup_files import lay_down_setup
from participatiemonitor.survey.importing.targets import Target, targets_of
from participatiemonitor.survey.importing.together import told_apart
from participatiemonitor.survey.importing.weighing import warning, weigh
from participatiemonitor.survey.wave import Wave


@dataclass(frozen=True)
class Order:
    """What was asked for.

    Attributes
    ----------
    year : int
    sources : tuple of pathlib.Path
        Files with answers, perhaps one a group.
    setup : pathlib.Path
        The workbook of the round, or a folder with ``wave.yml``, ``codebook.yml``, ``frame.csv``.
    crosswalk : pathlib.Path or None
    accepted : container of str
        Names of warnings.
    """

    year: int
    sources: tuple[Path, ...]
    setup: Path
    crosswalk: Path | None
    accepted: Container[str]


@dataclass(frozen=True)
class Made:
    """What became of it.

    Attributes
    ----------
    folder : pathlib.Path
        The wave.
    received : tuple of Received
    rows : tuple of Row
        The crosswalk as it was applied.
    respondents, open_answers : int
    accepted : mapping of str to int
        How often each warning was accepted, by its name.
    crosswalk : pathlib.Path or None
        Where it was written, when none was given.
    """

    folder: Path
    received: tuple[Received, ...]
    rows: tuple[Row, ...]
    respondents: int
    open_answers: int
    accepted: Mapping[str, int]
    crosswalk: Path | None

    @property
    def left_out(self) -> tuple[str, ...]:
        """Columns that were not taken over."""
        return tuple(dict.fromkeys(row.variable for row in self.rows
                                   if row.variable and row.value is None and row.dropped))


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
        given = _given(order, received, targets)
        crosswalk = [row for one in received for row in settle(one, targets, given)]
        people = with_codes([person for one in received for person in respondents(
            one, [row for row in crosswalk if row.source == one.path.name], targets)],
            wave.info.groups)
        nameless = list(without_organisation(crosswalk))
        findings = [*_strangers(received, given), *nameless, *undecided(crosswalk),
                    *([] if nameless else key_findings(people))]
        if findings:
            waiting = any(not row.decided for row in crosswalk)
            written = _write(order, project, crosswalk, given, targets) if waiting else None
            raise NotImported(_message(order, findings, written or order.crosswalk
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
            raise NotImported(_message(order, findings))
        folder = laying_down.put_in_place(stage, project, order.year)
    kept = None if order.crosswalk else _write(order, project, crosswalk, given, targets)
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


def _given(order: Order, received: Sequence[Received], targets: Mapping[str, Target]
           ) -> dict[Key, Row]:
    """What the analyst decided; of one file also when it has another name by now."""
    if order.crosswalk is None:
        return {}
    given = read_crosswalk(order.crosswalk, targets)
    if len(received) == 1 and len({row.source for row in given.values()}) == 1:
        given = {(received[0].path.name, *key[1:]): replace(row, source=received[0].path.name)
                 for key, row in given.items()}
    return given


def _strangers(received: Iterable[Received], given: Mapping[Key, Row]) -> list[Finding]:
    """Columns that the crosswalk takes over, but that no file has."""
    there = {(one.path.name, plain(variable.name)) for one in received
             for variable in one.variables}
    return [Finding("Kolommen uit de crosswalk die er niet zijn", Fault(
        row.source, None, row.variable, "", "een kolom van dit bestand; haal haar rijen uit de "
        "crosswalk, of geef het goede bestand"))
        for row in given.values() if row.variable and row.value is None and row.target
        and row.decision != DROP and (row.source, row.variable) not in there]


def _write(order: Order, project: Project, crosswalk: Sequence[Row], given: Mapping[Key, Row],
           targets: Mapping[str, Target]) -> Path | None:
    """Write the crosswalk beside the first file, if it says something that the given one does not.

    What was received stays out of the data, and so does what is said of it.
    """
    def known(row: Row) -> bool:
        there = given.get(row.key)
        return there is not None and (row.value is None or there.target in ("", row.target))

    if given and all(row.decided or known(row) for row in crosswalk):
        return None
    first = order.sources[0].resolve()
    inside = first.is_relative_to(project.waves.parent.resolve())
    folder = project.root if inside else first.parent
    workbook, _ = write_crosswalk(folder / f"{first.stem}-crosswalk", crosswalk, targets)
    return workbook


def _message(order: Order, findings: Sequence[Finding], fill_in: Path | None = None, *,
             new: bool = False) -> str:
    """What stands in the way, and what to do: fill in a crosswalk, mend a file or accept it."""
    advice = "Herstel dit in de bestanden, of aanvaard wat een naam heeft met --accept"
    if fill_in:
        advice = (f"Vul de gekleurde rijen van {fill_in.name} in, herstel wat er verder staat in "
                  "de bestanden")
        advice = f"Geschreven: {fill_in} (en .csv). {advice}" if new else advice
    option = f", met --crosswalk {shlex.quote(str(fill_in))}" if fill_in else ""
    return "\n".join([f"De peiling {order.year} is niet gemaakt; in data is niets veranderd.",
                      *grouped(findings), "", f"{advice}, en geef de opdracht opnieuw{option}."])
