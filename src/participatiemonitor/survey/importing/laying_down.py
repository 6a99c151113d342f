"""The files of a new round, made in a folder apart and put in place when they are sound."""

from __future__ import annotations

import shutil
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from participatiemonitor.files.faults import Fault
from participatiemonitor.files.replacing import restore_folder, swap_folder
from participatiemonitor.files.tables import read_rows, write_rows
from participatiemonitor.project import Project
from participatiemonitor.survey.checking.finding import WARNINGS, unaccepted
from participatiemonitor.survey.checking.inspection import inspect_round
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.importing.applying import Respondent
from participatiemonitor.survey.importing.findings import Finding
from participatiemonitor.survey.importing.targets import GROUP, RESPONDENT
from participatiemonitor.survey.responses import KEYS, OPEN_COLUMNS

RESPONSES, OPEN_ANSWERS = "responses.csv", "open_answers.csv"
FILES = ("wave.yml", "codebook.yml", "frame.csv", RESPONSES, OPEN_ANSWERS)


@contextmanager
def apart(project: Project, year: int) -> Iterator[Project]:
    """A project of its own for the round, on the same disk, with the registers of other rounds.

    Parameters
    ----------
    project : Project
    year : int

    Yields
    ------
    Project
        Gone again afterwards.
    """
    folder = project.build(year) / ".invoer"
    shutil.rmtree(folder, ignore_errors=True)
    restore_folder(project.wave(year))
    stage = Project(folder)
    try:
        stage.wave(year).mkdir(parents=True)
        for other in project.years():
            register = project.wave(other) / "frame.csv"
            if other != year and register.is_file():
                stage.wave(other).mkdir()
                shutil.copyfile(register, stage.wave(other) / register.name)
        yield stage
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_answers(folder: Path, respondents: Sequence[Respondent], codebook: Codebook,
                  former: Path) -> list[tuple[Respondent, str]]:
    """Write the answers of a round.

    Parameters
    ----------
    folder : pathlib.Path
    respondents : sequence of Respondent
    codebook : Codebook
    former : pathlib.Path
        The open answers that these take the place of: what was coded stays so.

    Returns
    -------
    list of (Respondent, str)
        Who gave each open answer, and to which question.
    """
    write_rows(folder / RESPONSES, (*KEYS, *codebook.columns), [
        (one.cells[RESPONDENT], one.organisation, one.cells[GROUP],
         *(one.cells.get(column, "") for column in codebook.columns)) for one in respondents])
    given = [(one, question.id) for question in codebook.questions if question.kind == "open"
             for one in respondents if one.cells.get(question.id)]
    coded = _coded(former)
    keys = [(one.cells[RESPONDENT], question, one.cells[question]) for one, question in given]
    write_rows(folder / OPEN_ANSWERS, OPEN_COLUMNS,
               [(*key, *coded.get(key, ("", "", "nee"))) for key in keys])
    return given


def _coded(path: Path) -> Mapping[tuple[str, str, str], tuple[str, str, str]]:
    """Themes and whether it may be quoted, by respondent, question and text."""
    if not path.is_file():
        return {}
    rows = read_rows(path, OPEN_COLUMNS, multiline=("text",))
    return {(row.cells["respondent"], row.cells["question"], row.cells["text"]):
            (row.cells["themes"], row.cells["themes_second"], row.cells["quotable"])
            for row in rows}


def unsound(stage: Project, year: int, respondents: Sequence[Respondent],
            given: Sequence[tuple[Respondent, str]], accepted: Container[str]) -> list[Finding]:
    """What the round's own checks find, told of the place where it was received.

    Parameters
    ----------
    stage : Project
    year : int
    respondents : sequence of Respondent
    given : sequence of (Respondent, str)
        Who gave each open answer, and to which question.
    accepted : container of str
        Names of warnings.

    Returns
    -------
    list of Finding
    """
    found = inspect_round(year, stage)
    return [*(Finding(f"De ronde klopt niet: verwacht {fault.expected}",
                      _received(fault, respondents, given)) for fault in found.errors),
            *(Finding(f"Kijk na: {WARNINGS[fault.kind]} (het klopt: --accept {fault.kind})",
                      _received(fault, respondents, given))
              for fault in unaccepted(found.warnings, accepted))]


def _received(fault: Fault, respondents: Sequence[Respondent],
              given: Sequence[tuple[Respondent, str]]) -> Fault:
    """A fault of the round where its cell was received; elsewhere as it is."""
    if not isinstance(fault.row, int) or fault.row == 1:
        return fault
    if fault.file == RESPONSES:
        one, column = respondents[fault.row - 2], fault.column or ""
    elif fault.file == OPEN_ANSWERS:
        one, column = given[fault.row - 2]
    else:
        return fault
    return replace(fault, file=one.file, row=one.row, column=one.names.get(column, column))


def put_in_place(stage: Project, project: Project, year: int) -> Path:
    """Move a sound round to the data in one go; what else stands in its folder stays."""
    new, target = stage.wave(year), project.wave(year)
    if target.is_dir():
        for path in target.iterdir():
            if path.name in FILES:
                continue
            if path.is_dir():
                shutil.copytree(path, new / path.name, symlinks=True)
            else:
                shutil.copy2(path, new / path.name, follow_symlinks=False)
    swap_folder(new, target)
    return target
