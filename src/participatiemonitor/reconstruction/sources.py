"""What a reconstruction is drawn from: totals by stratum, names, bases, targets and sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.files.numbers import count_fault, decimal_fault
from participatiemonitor.files.signs import is_blank
from participatiemonitor.files.tables import CellFault, Row, read_rows, row_faults
from participatiemonitor.reconstruction.open_texts import OpenTexts, read_open_texts
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
    texts : OpenTexts
    """

    strata: pd.DataFrame
    named: pd.DataFrame
    bases: pd.DataFrame
    targets: pd.DataFrame
    texts: OpenTexts


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
    if faults:
        raise InvalidWave(faults)
    return found


def _read_bases(path: Path, codebook: Codebook) -> pd.DataFrame:
    columns = ("question", "group", "n", "block")
    rows = read_rows(path, (*columns, "basis"))

    def check(row: Row) -> Iterator[CellFault]:
        yield from _question(row.cells, codebook)
        if expected := count_fault(row.cells["n"]):
            yield "n", row.cells["n"], expected
        if is_blank(row.cells["block"]):
            yield "block", row.cells["block"], "de naam van een blok vragen"

    faults = [*row_faults(path.name, rows, check),
              *_missing(path.name, rows, codebook), *_double(path.name, rows, columns[:2])]
    if faults:
        raise InvalidWave(faults)
    return pd.DataFrame([row.cells for row in rows], columns=list(columns)).astype({"n": int})


def _read_targets(path: Path, codebook: Codebook) -> pd.DataFrame:
    columns = ("question", "group", "option", "target", "unit", *EFFECTS)
    rows = read_rows(path, (*columns, "basis"))
    faults = [*row_faults(path.name, rows, lambda row: _target(row.cells, codebook)),
              *_missing(path.name, rows, codebook), *_double(path.name, rows, columns[:3])]
    listed = {(row.cells["question"], row.cells["group"], row.cells["option"]) for row in rows}
    faults += [Fault(path.name, None, "option", f"{question.id}.{option} voor {group}", "één rij")
               for question in codebook.questions if question.kind in ("percentage", "number")
               for group in question.asked for option in question.option_ids
               if (question.id, group, option) not in listed]
    if faults:
        raise InvalidWave(faults)
    return pd.DataFrame([row.cells for row in rows], columns=list(columns)).astype(
        dict.fromkeys(("target", *EFFECTS), float))


def _target(cells: dict[str, str], codebook: Codebook) -> Iterator[CellFault]:
    wrong = list(_question(cells, codebook))
    yield from wrong
    for column in EFFECTS:
        if expected := decimal_fault(cells[column], -EFFECT, EFFECT):
            yield column, cells[column], expected
    if wrong:
        return
    question = codebook[cells["question"]]
    options = question.option_ids or ("",)
    if cells["option"] not in options:
        yield "option", cells["option"], "een van " + ", ".join(options)
    means = question.kind in ("percentage", "number")
    units = ("mean",) if means else ("percent", "count")
    if cells["unit"] not in units:
        yield "unit", cells["unit"], "een van " + ", ".join(units)
        return
    expected = (count_fault(cells["target"], least=0) if cells["unit"] == "count" else
                decimal_fault(cells["target"], *(MEAN if means else (0, 100))))
    if expected:
        yield "target", cells["target"], expected


def _question(cells: dict[str, str], codebook: Codebook) -> Iterator[CellFault]:
    name, group = cells["question"], cells["group"]
    if name not in codebook or codebook[name].derived:
        yield "question", name, "een vraag uit het codeboek die niet uit andere volgt"
    elif group not in codebook[name].asked:
        yield "group", group, "een van " + ", ".join(codebook[name].asked)


def _missing(file: str, rows: Sequence[Row], codebook: Codebook) -> list[Fault]:
    listed = {(row.cells["question"], row.cells["group"]) for row in rows}
    return [Fault(file, None, "question", f"{question.id} voor {group}", "een rij")
            for question in codebook.questions if not question.derived
            for group in question.asked if (question.id, group) not in listed]


def _double(file: str, rows: Sequence[Row], keys: Sequence[str]) -> Iterator[Fault]:
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(row.cells[name] for name in keys)
        if key in seen:
            yield Fault(file, row.number, keys[-1], " ".join(key), "één rij")
        seen.add(key)
