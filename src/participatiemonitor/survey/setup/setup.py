"""A round as it is set up, before there are answers: from and to a workbook and its files."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from participatiemonitor.files.entries import made_of
from participatiemonitor.files.faults import Cell, Fault, InvalidWave, refuse
from participatiemonitor.files.replacing import replace_text
from participatiemonitor.files.tables import csv_text
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.codebook_checks import codebook_faults
from participatiemonitor.survey.comparability import unsaid
from participatiemonitor.survey.frame import COLUMNS, PREDECESSORS, frame_of
from participatiemonitor.survey.head import HEAD, head_faults
from participatiemonitor.survey.setup.codebook_content import question_content
from participatiemonitor.survey.setup.codebook_sheets import CODEBOOK_SHEETS
from participatiemonitor.survey.setup.entered import ROUND, read_entered
from participatiemonitor.survey.setup.exhibit_content import exhibit_content
from participatiemonitor.survey.setup.layout import Sheet
from participatiemonitor.survey.setup.places import Places, without
from participatiemonitor.survey.setup.wave_content import register_rows, wave_content
from participatiemonitor.survey.setup.wave_sheets import WAVE_SHEETS
from participatiemonitor.survey.setup.yaml_text import yaml_text
from participatiemonitor.survey.wave import Wave
from participatiemonitor.survey.wave_checks import public_faults
from participatiemonitor.survey.waveinfo import WaveInfo

CODEBOOK, FRAME = "codebook.yml", "frame.csv"
Former = Callable[[WaveInfo], Container[str] | None]
Before = Callable[[WaveInfo], Wave | None]
Model = TypeVar("Model", bound=BaseModel)


def read_setup(path: Path, former: Former = lambda info: None,
               before: Before = lambda info: None) -> Wave:
    """Read a setup workbook, and check it as the files of a wave are checked.

    Parameters
    ----------
    path : pathlib.Path
        An ``.xlsx`` as `participatiemonitor.survey.setup.workbook.setup_workbook` writes it.
    former : callable, optional
        The codes that its register may name as predecessors, given its head; see
        `participatiemonitor.survey.wave.former_codes`. None when they are not known.
    before : callable, optional
        The round before it, given its head: the workbook must say what differs.

    Returns
    -------
    Wave

    Raises
    ------
    InvalidWave
        With every fault of form, or else every one of what does not fit together, each with its
        sheet and cell.
    """
    entered = read_entered(path)
    places = Places(path.name)
    wave_part = wave_content(entered, places)
    book_part = question_content(entered, places) | exhibit_content(entered, places)
    rows = register_rows(entered, places)
    faults = list(entered.faults)
    formed: list[Fault] = []
    info = _made(wave_part, WaveInfo, "wave", places, formed)
    codebook = _made(book_part, Codebook, "codebook", places, formed)
    faults += without(formed, faults)
    frame = None
    if info is not None and not _in(faults, WAVE_SHEETS):
        try:
            frame = frame_of(rows, FRAME, info.strata, former(info))
        except InvalidWave as error:
            faults += without([places.moved("frame", fault) for fault in error.faults], faults)
    if info is None or codebook is None or _in(faults, (*WAVE_SHEETS, *CODEBOOK_SHEETS)):
        raise InvalidWave(faults)
    faults += _unfit(info, codebook, places)
    if frame is None or faults:
        raise InvalidWave(faults)
    wave = Wave(info, codebook, frame)
    if earlier := before(info):
        refuse(places.moved("codebook", fault) for fault in unsaid(earlier, wave))
    return wave


def _unfit(info: WaveInfo, codebook: Codebook, places: Places) -> Iterator[Fault]:
    """What does not fit together."""
    yield from (places.moved("wave", fault) for fault in head_faults(info))
    yield from (places.moved("codebook", fault)
                for fault in codebook_faults(codebook, CODEBOOK, info.groups))
    yield from (places.moved("wave" if fault.file == HEAD else "codebook", fault)
                for fault in public_faults(info, codebook))


def _in(faults: Iterable[Fault], sheets: Iterable[Sheet]) -> bool:
    """Whether any fault is in one of some sheets, or in the form, so that others follow from it."""
    names = {ROUND, *(sheet.name for sheet in sheets)}
    return any(isinstance(fault.row, Cell) and fault.row.sheet in names for fault in faults)


def _made(content: object, model: type[Model], part: str, places: Places, faults: list[Fault]
          ) -> Model | None:
    try:
        return made_of(content, model, lambda *fault: places.fault(part, *fault))
    except InvalidWave as error:
        faults += error.faults
        return None


def setup_files(wave: Wave) -> dict[str, str]:
    """The files of a round that has no answers yet.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    dict of str to str
        The text of ``wave.yml``, ``codebook.yml`` and ``frame.csv``, the same for the same round.
    """
    frame = wave.frame.reset_index()
    frame[PREDECESSORS] = frame[PREDECESSORS].map(" ".join)
    columns = [*COLUMNS, *([PREDECESSORS] if frame[PREDECESSORS].any() else [])]
    return {HEAD: yaml_text(wave.info), CODEBOOK: yaml_text(wave.codebook),
            FRAME: csv_text(columns, frame[columns].astype(object).to_numpy().tolist())}


def write_setup(wave: Wave, folder: Path) -> list[Path]:
    """Write the files of a round, each in one move; see `setup_files`."""
    paths = []
    for name, text in setup_files(wave).items():
        replace_text(folder / name, text)
        paths.append(folder / name)
    return paths
