"""Setup workbooks that a test fills in otherwise."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.survey.setup.contents import contents_of
from participatiemonitor.survey.setup.setup import read_setup
from participatiemonitor.survey.setup.workbook import setup_workbook
from participatiemonitor.survey.wave import Wave


def written(wave: Wave, path: Path) -> Path:
    """The workbook of a round."""
    path.write_bytes(setup_workbook(contents_of(wave)))
    return path


def fill(path: Path, cells: dict[tuple[str, str], object]) -> None:
    """Fill cells as somebody does in a spreadsheet: ``{("Vragen", "B2"): "open"}``."""
    book = load_workbook(path)
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
    book.save(path)


def faults_of(path: Path) -> list[Fault]:
    """What is wrong with a workbook."""
    try:
        read_setup(path)
    except InvalidWave as error:
        return list(error.faults)
    return []


def told(path: Path) -> list[str]:
    """What is wrong with a workbook, as its user reads it, without the name of the file."""
    return [str(fault).removeprefix(f"{path.name}, ") for fault in faults_of(path)]
