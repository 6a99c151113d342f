"""Reading all files of a round as far as they can be read, with the faults of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pandas as pd

from participatiemonitor.files.csv_records import read_records
from participatiemonitor.files.faults import Checked, Fault, InvalidWave
from participatiemonitor.project import Project
from participatiemonitor.survey.checking.consequences import (
    INCOMPLETE,
    own_of_frame,
    own_of_open_answers,
    own_of_responses,
)
from participatiemonitor.survey.checking.parts import Questions, check_head, check_questions
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.frame import COLUMNS, check_frame
from participatiemonitor.survey.partial_codebook import without
from participatiemonitor.survey.responses import (
    KEYS,
    OPEN_COLUMNS,
    check_open_answers,
    check_responses,
)
from participatiemonitor.survey.wave import former_codes
from participatiemonitor.survey.wave_checks import empty_classes, public_faults
from participatiemonitor.survey.waveinfo import WaveInfo

CODEBOOK, FRAME, RESPONSES, OPEN = (
    "codebook.yml", "frame.csv", "responses.csv", "open_answers.csv")
Records = list[list[str]]
Value = TypeVar("Value")


@dataclass(frozen=True)
class Round:
    """A round as far as it could be read.

    Attributes
    ----------
    info : WaveInfo or None
    codebook : Codebook
        The questions that can be used, none where the codebook cannot be read.
    frame, responses, open_answers : pandas.DataFrame
        One row a row of the file; faulty cells are missing. Empty where there are no rows.
    records : mapping of str to list
        The cells of each csv file as they stand, the header first; by name of the file.
    faults : tuple of Fault
    """

    info: WaveInfo | None
    codebook: Codebook
    frame: pd.DataFrame
    responses: pd.DataFrame
    open_answers: pd.DataFrame
    records: Mapping[str, Records]
    faults: tuple[Fault, ...]

    def rows(self, file: str) -> list[int]:
        """The row numbers of what was read of a csv file."""
        return _numbers(self.records.get(file, []))

    def right(self, file: str, *columns: str) -> bool:
        """Whether a csv file is there as a whole, and some of its columns have no fault."""
        return file in self.records and not any(
            fault.file == file and (fault.kind in INCOMPLETE or fault.column in columns)
            for fault in self.faults)


def read_round(year: int, project: Project) -> Round:
    """Read all files of a round, and go on past faults.

    Parameters
    ----------
    year : int
    project : Project

    Returns
    -------
    Round
        A fault that only follows from another is not among its faults.
    """
    folder = project.known_wave(year)
    checked_head = check_head(folder)
    head = checked_head.value
    checked_questions = check_questions(folder / CODEBOOK, head.groups)
    known = checked_questions.value
    groups = head.groups or dict.fromkeys(
        group for question in known.book.questions for group in question.asked)
    frame = _tried(lambda: check_frame(folder / FRAME, head.strata, _former(head.info, project)),
                   pd.DataFrame(columns=list(COLUMNS)).set_index("organisation"))
    responses = _tried(lambda: check_responses(folder / RESPONSES, known.book, frame.value, groups),
                       pd.DataFrame(columns=list(KEYS)).set_index("respondent"))
    records = _records(folder, known)
    asked = without(known.book, {question.id for question in known.book.questions
                                 if not {*question.columns} <= {*responses.value}})
    open_answers = _tried(lambda: check_open_answers(folder / OPEN, asked, responses.value),
                          pd.DataFrame(columns=list(OPEN_COLUMNS)))
    faults = (
        *checked_head.faults, *checked_questions.faults, *own_of_frame(frame.faults, head),
        *own_of_responses(responses.faults, frame.faults, known, groups),
        *own_of_open_answers(
            open_answers.faults, responses.faults, known,
            [question.id for question in asked.questions], _cells(records.get(OPEN, [])),
            _named(records.get(RESPONSES, []), responses.faults)))
    if head.info is not None and not known.lost:
        faults += tuple(public_faults(head.info, known.book))
    if head.info is not None and not frame.faults + responses.faults:
        faults += tuple(empty_classes(head.info, frame.value, responses.value))
    return Round(head.info, asked, frame.value, responses.value, open_answers.value, records,
                 faults)


def _former(info: WaveInfo | None, project: Project) -> set[str] | None:
    """The codes of the former round, where they can be known."""
    with suppress(InvalidWave):  # which is said when that round is looked over
        return former_codes(info, project) if info else None
    return None


def _tried(read: Callable[[], Checked[Value]], otherwise: Value) -> Checked[Value]:
    """What was read, or something else where there are no rows to be had."""
    try:
        return read()
    except InvalidWave as error:
        return Checked(otherwise, error.faults)


def _records(folder: Path, known: Questions) -> dict[str, Records]:
    """The csv files of a round as they stand, those that can be read."""
    columns = {FRAME: COLUMNS, RESPONSES: (*KEYS, *known.book.columns), OPEN: OPEN_COLUMNS}
    found: dict[str, Records] = {}
    for name, known_columns in columns.items():
        with suppress(InvalidWave):  # which is said where it is read
            found[name] = read_records(folder / name, known_columns)
    return {name: records for name, records in found.items() if records}


def _cells(records: Records) -> dict[object, dict[str, str]]:
    """Of each row that is read, its number and cells."""
    header = [column.strip() for column in records[0]] if records else []
    return {number: dict(zip(header, map(str.strip, records[number - 1]), strict=True))
            for number in _numbers(records)}


def _numbers(records: Records) -> list[int]:
    """The row numbers of what is read of a csv file."""
    return [number for number, record in enumerate(records[1:], start=2)
            if record and len(record) == len(records[0])]


def _named(responses: Records, faults: Iterable[Fault]) -> set[str]:
    """The respondents in whose row there is a fault."""
    cells = _cells(responses)
    return {cells[fault.row].get("respondent", "") for fault in faults if fault.row in cells}
