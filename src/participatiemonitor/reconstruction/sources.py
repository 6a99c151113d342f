"""What a reconstruction is drawn from: totals by stratum, names, bases, targets and sentences."""

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
from participatiemonitor.reconstruction.open_texts import Sentences, read_open_texts
from participatiemonitor.reconstruction.register_sources import read_named, read_strata
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.waveinfo import WaveInfo

FILES = ("strata.csv", "named.csv", "bases.csv", "targets.csv", "open_texts.yml")
EFFECTS = ("size_effect", "isd_effect", "activity_effect", "noise")
# A mean of percentages around which answers can be drawn, and how strong an effect can be.
MEAN, EFFECT = (0.1, 99.9), 10


@dataclass(frozen=True)
class Sources:
    """The tables of a reconstruction.

    Attributes
    ----------
    strata : pandas.DataFrame
        Indexed by stratum, with the columns `register_sources.TOTALS`.
    named : pandas.DataFrame
        ``name``, ``stratum``, ``inhabitants`` and ``clients``; NaN where these are drawn.
    bases : pandas.DataFrame
        ``question``, ``group``, ``n`` and ``block``, for each question and group it is put to.
    targets : pandas.DataFrame
        ``question``, ``group``, ``option``, ``target``, ``unit`` and the columns `EFFECTS`.
    sentences : dict
        ``sentences[question][theme]`` is a list of sentences that voice the theme.
    """

    strata: pd.DataFrame
    named: pd.DataFrame
    bases: pd.DataFrame
    targets: pd.DataFrame
    sentences: Sentences


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
    found = Sources(read(read_strata, FILES[0], info), read(read_named, FILES[1], info),
                    read(_read_bases, FILES[2], codebook), read(_read_targets, FILES[3], codebook),
                    read(read_open_texts, FILES[4], codebook))
    refuse(faults)
    return found


def _read_bases(path: Path, codebook: Codebook) -> pd.DataFrame:
    columns = ("question", "group", "n", "block")
    rows = read_rows(path, (*columns, "basis"))
    refuse([*row_faults(path.name, rows, _base, codebook),
            *_missing(path.name, rows, codebook), *_double(path.name, rows, columns[:2])])
    return pd.DataFrame([row.cells for row in rows], columns=list(columns)).astype({"n": int})


def _read_targets(path: Path, codebook: Codebook) -> pd.DataFrame:
    columns = ("question", "group", "option", "target", "unit", *EFFECTS)
    rows = read_rows(path, (*columns, "basis"))
    faults = [*row_faults(path.name, rows, _target, codebook),
              *_missing(path.name, rows, codebook), *_double(path.name, rows, columns[:3])]
    listed = {(row.cells["question"], row.cells["group"], row.cells["option"]) for row in rows}
    refuse(faults + [
        Fault(path.name, None, "option", f"{question.id}.{option} voor {group}", "één rij")
        for question in codebook.questions if question.kind in ("percentage", "number")
        for group in question.asked for option in question.option_ids
        if (question.id, group, option) not in listed])
    return pd.DataFrame([row.cells for row in rows], columns=list(columns)).astype(
        dict.fromkeys(("target", *EFFECTS), float))


def _base(cells: Cells, codebook: Codebook) -> Iterator[CellFault]:
    yield from _question(cells, codebook)
    yield from wrong_cells(cells, {"n": count_fault,
                                   "block": filled("de naam van een blok vragen")})


def _target(cells: Cells, codebook: Codebook) -> Iterator[CellFault]:
    wrong = list(_question(cells, codebook))
    yield from wrong
    yield from wrong_cells(cells, dict.fromkeys(
        EFFECTS, partial(decimal_fault, least=-EFFECT, most=EFFECT)))
    if wrong:
        return
    question = codebook[cells["question"]]
    yield from wrong_cells(cells, {"option": one_of(question.option_ids or ("",))})
    units = {"mean": partial(decimal_fault, least=MEAN[0], most=MEAN[1])} if (
        question.kind in ("percentage", "number")) else {
        "percent": partial(decimal_fault, least=0, most=100),
        "count": partial(count_fault, least=0)}
    unit = list(wrong_cells(cells, {"unit": one_of(units)}))
    yield from unit or wrong_cells(cells, {"target": units[cells["unit"]]})


def _question(cells: Cells, codebook: Codebook) -> Iterator[CellFault]:
    name = cells["question"]
    if name not in codebook or codebook[name].derived:
        yield "question", name, "een vraag uit het codeboek die niet uit andere volgt"
    else:
        yield from wrong_cells(cells, {"group": one_of(codebook[name].asked)})


def _missing(file: str, rows: Sequence[Row], codebook: Codebook) -> list[Fault]:
    listed = {(row.cells["question"], row.cells["group"]) for row in rows}
    return [Fault(file, None, "question", f"{question.id} voor {group}", "een rij")
            for question in codebook.questions if not question.derived
            for group in question.asked if (question.id, group) not in listed]


def _double(file: str, rows: Sequence[Row], keys: Sequence[str]) -> Iterator[Fault]:
    for row in repeated(rows, keys):
        yield Fault(file, row.number, keys[-1], " ".join(row.cells[key] for key in keys), "één rij")
