"""What a reconstruction is drawn from: totals, bases, targets and assumptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from participatiemonitor.files.cells import CellFault, Cells, filled, one_of, wrong_cells
from participatiemonitor.files.faults import Fault, InvalidWave, refuse
from participatiemonitor.files.numbers import count_fault, decimal_fault
from participatiemonitor.files.tables import Row, read_rows, repeated, row_faults
from participatiemonitor.reconstruction.assumptions import Assumptions, read_assumptions
from participatiemonitor.reconstruction.register_sources import read_strata
from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.waveinfo import WaveInfo

FILES = ("strata.csv", "bases.csv", "targets.csv", "assumptions.yml")
EFFECTS = ("size_effect", "isd_effect", "activity_effect", "noise")
# A mean of percentages around which answers can be drawn, with its standard deviation, and how
# strong an effect can be.
MEAN, SPREAD, EFFECT = (0.1, 99.9), (0.1, 50), 10


@dataclass(frozen=True)
class Sources:
    """The tables of a reconstruction.

    Attributes
    ----------
    strata : pandas.DataFrame
        Indexed by stratum, with the columns `register_sources.TOTALS`.
    bases : pandas.DataFrame
        ``question``, ``group``, ``n`` and ``block``, for each question and group it is put to.
    targets : pandas.DataFrame
        ``question``, ``group``, ``option``, ``target``, ``unit`` and the columns `EFFECTS`,
        also for questions that take the highest answer to others. Of a mean, ``noise`` is the
        standard deviation of the answers.
    assumptions : Assumptions
    """

    strata: pd.DataFrame
    bases: pd.DataFrame
    targets: pd.DataFrame
    assumptions: Assumptions


def read_sources(folder: Path, info: WaveInfo, codebook: Codebook) -> Sources:
    """Read and check all files of a reconstruction.

    Parameters
    ----------
    folder : pathlib.Path
        Holds the files `FILES`.
    info : WaveInfo
    codebook : Codebook

    Returns
    -------
    Sources

    Raises
    ------
    InvalidWave
        With every fault of every file.
    """
    faults: list[Fault] = []

    def read(reader: Callable[..., Any], name: str, *known: object) -> Any:
        try:
            return reader(folder / name, *known)
        except InvalidWave as error:
            faults.extend(error.faults)

    if len(info.groups) != 2:
        faults.append(Fault("wave.yml", None, "groups", f"{len(info.groups)} groepen",
                            "twee groepen bij een reconstructie"))
    sources = Sources(
        read(read_strata, FILES[0], info), read(_read_bases, FILES[1], codebook),
        read(_read_targets, FILES[2], codebook), read(read_assumptions, FILES[3], codebook))
    refuse(faults)
    return sources


def _read_bases(path: Path, codebook: Codebook) -> pd.DataFrame:
    columns = ("question", "group", "n", "block")
    rows = read_rows(path, (*columns, "basis"))
    put = [question for question in codebook.questions if not question.derived]
    refuse([*row_faults(path.name, rows, _base, put), *_missing(path.name, rows, put),
            *_double(path.name, rows, columns[:2]), *_parted(path.name, rows, codebook)])
    return pd.DataFrame([row.cells for row in rows], columns=list(columns)).astype({"n": int})


def _read_targets(path: Path, codebook: Codebook) -> pd.DataFrame:
    columns = ("question", "group", "option", "target", "unit", *EFFECTS)
    rows = read_rows(path, (*columns, "basis"))
    drawn = [question for question in codebook.questions
             if not question.derived or question.derived.highest]
    faults = [*row_faults(path.name, rows, _target, drawn), *_missing(path.name, rows, drawn),
              *_double(path.name, rows, columns[:3])]
    listed = {tuple(row.cells[column] for column in columns[:3]) for row in rows}
    refuse(faults + [
        Fault(path.name, None, "option", f"{question.id}.{option} voor {group}", "één rij")
        for question in codebook.questions if question.kind in ("percentage", "number")
        for group in question.asked for option in question.option_ids
        if (question.id, group, option) not in listed])
    return pd.DataFrame([row.cells for row in rows], columns=list(columns)).astype(
        dict.fromkeys(("target", *EFFECTS), float))


def _base(cells: Cells, put: Sequence[Question]) -> Iterator[CellFault]:
    yield from _question(cells, put)
    yield from wrong_cells(cells, {"n": count_fault,
                                   "block": filled("de naam van een blok vragen")})


def _target(cells: Cells, drawn: Sequence[Question]) -> Iterator[CellFault]:
    wrong = list(_question(cells, drawn))
    yield from wrong
    mean = cells["unit"] == "mean"
    yield from wrong_cells(cells, dict.fromkeys(
        EFFECTS, partial(decimal_fault, least=-EFFECT, most=EFFECT)) | ({
            "noise": partial(decimal_fault, least=SPREAD[0], most=SPREAD[1])} if mean else {}))
    if wrong:
        return
    question, = (known for known in drawn if known.id == cells["question"])
    yield from wrong_cells(cells, {"option": one_of(question.option_ids or ("",))})
    units = {"mean": partial(decimal_fault, least=MEAN[0], most=MEAN[1])} if (
        question.kind in ("percentage", "number")) else {
        "percent": partial(decimal_fault, least=0, most=100),
        "count": partial(count_fault, least=0)}
    unit = list(wrong_cells(cells, {"unit": one_of(units)}))
    yield from unit or wrong_cells(cells, {"target": units[cells["unit"]]})


def _question(cells: Cells, questions: Sequence[Question]) -> Iterator[CellFault]:
    name = cells["question"]
    question = next((known for known in questions if known.id == name), None)
    if question:
        yield from wrong_cells(cells, {"group": one_of(question.asked)})
    else:
        yield "question", name, "een vraag uit het codeboek waarvan antwoorden worden getrokken"


def _missing(file: str, rows: Sequence[Row], questions: Sequence[Question]) -> list[Fault]:
    listed = {(row.cells["question"], row.cells["group"]) for row in rows}
    return [Fault(file, None, "question", f"{question.id} voor {group}", "een rij")
            for question in questions for group in question.asked
            if (question.id, group) not in listed]


def _parted(file: str, rows: Sequence[Row], codebook: Codebook) -> Iterator[Fault]:
    """Questions of which the highest answer is drawn, that not the same respondents answer."""
    for question in codebook.questions:
        sources = question.derived.highest if question.derived else ()
        for group in question.asked if sources else ():
            answered = {(row.cells["n"], row.cells["block"]) for row in rows
                        if row.cells["question"] in sources and row.cells["group"] == group}
            if len(answered) > 1:
                yield Fault(file, None, "n", f"{', '.join(sources)} voor {group}",
                            "één n en één block voor vragen waarvan de hoogste telt")


def _double(file: str, rows: Sequence[Row], keys: Sequence[str]) -> Iterator[Fault]:
    for row in repeated(rows, keys):
        yield Fault(file, row.number, keys[-1], " ".join(row.cells[key] for key in keys), "één rij")
