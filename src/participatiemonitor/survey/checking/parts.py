"""What can be used of a head and a codebook that hold faults: the parts that are right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from participatiemonitor.files.entries import read_entries
from participatiemonitor.files.faults import Checked, Fault, InvalidWave
from participatiemonitor.files.yaml_files import read_yaml
from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.codebook_checks import codebook_faults
from participatiemonitor.survey.head import HEAD, check_wave_info
from participatiemonitor.survey.partial_codebook import without
from participatiemonitor.survey.waveinfo import Group, Stratum, WaveInfo


@dataclass(frozen=True)
class Head:
    """What is known of a head.

    Attributes
    ----------
    info : WaveInfo or None
        All of it, where every field is of the right form.
    groups, strata : mapping
        Empty where they cannot be read.
    """

    info: WaveInfo | None = None
    groups: Mapping[str, Group] = field(default_factory=dict)
    strata: Mapping[str, Stratum] = field(default_factory=dict)


@dataclass(frozen=True)
class Questions:
    """What is known of a codebook.

    Attributes
    ----------
    book : Codebook
        With the questions that are right, and rest on such.
    lost : frozenset of str
        Ids of the others.
    complete : bool
        Whether every question has an id, so that nothing else was asked.
    """

    book: Codebook
    lost: frozenset[str]
    complete: bool


def check_head(folder: Path) -> Checked[Head]:
    """Read what can be read of the head of a round."""
    try:
        checked = check_wave_info(folder)
    except InvalidWave as error:
        content = _fields(folder / HEAD)
        return Checked(Head(None, _right(content.get("groups"), Group),
                            _right(content.get("strata"), Stratum)), error.faults)
    return Checked(Head(checked.value, checked.value.groups, checked.value.strata),
                   checked.faults)


def check_questions(path: Path, groups: Mapping[str, object]) -> Checked[Questions]:
    """Read what can be read of a codebook.

    Parameters
    ----------
    path : pathlib.Path
    groups : mapping
        Those of the round; empty where they are not known, and not judged then.

    Returns
    -------
    Checked of Questions
    """
    try:
        book = read_entries(path, Codebook)
    except InvalidWave as error:
        return _of_the_right_questions(path, error.faults)
    own = dict.fromkeys(group for question in book.questions for group in question.asked)
    faults = tuple(codebook_faults(book, path.name, groups or own))
    kept = without(book, {str(fault.row) for fault in faults})
    ids = {question.id for question in book.questions}
    lost = ids - {question.id for question in kept.questions}
    return Checked(Questions(kept, frozenset(lost), True), faults)


def _of_the_right_questions(path: Path, faults: tuple[Fault, ...]) -> Checked[Questions]:
    """The codebook of those questions that are right by themselves."""
    listed = _fields(path).get("questions")
    kept, lost, complete = [], set(), isinstance(listed, list)
    for entry in listed if isinstance(listed, list) else ():
        try:
            kept.append(Question.model_validate(entry))
        except ValidationError:
            name = entry.get("id") if isinstance(entry, dict) else None
            complete = complete and isinstance(name, str)
            lost.add(str(name))
    book = Codebook.model_construct(figures={}, tables={}, scales={}, questions=tuple(kept))
    # What is not right of the others among themselves is said when their form is.
    own = dict.fromkeys(group for question in kept for group in question.asked)
    lost |= {str(fault.row) for fault in codebook_faults(book, path.name, own)}
    used = without(book, lost)
    lost |= {question.id for question in kept} - {question.id for question in used.questions}
    return Checked(Questions(used, frozenset(lost), complete), faults)


def _fields(path: Path) -> Mapping[str, Any]:
    """The fields of a yaml file; none where it is no valid yaml, which is said elsewhere."""
    try:
        content = read_yaml(path)
    except InvalidWave:
        return {}
    return content if isinstance(content, dict) else {}


def _right(entries: object, model: type[BaseModel]) -> dict[str, Any]:
    """The entries of a field, when all are right."""
    try:
        return {str(name): model.model_validate(entry)
                for name, entry in (entries.items() if isinstance(entries, dict) else ())}
    except ValidationError:
        return {}
