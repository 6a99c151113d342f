"""Reading back a crosswalk that an analyst filled in: all faults at once, with sheet and cell."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.files.faults import Cell, Fault, InvalidWave, refuse
from participatiemonitor.files.numbers import DECIMAL, decimal
from participatiemonitor.plain_text import one_line
from participatiemonitor.survey.importing.as_text import number
from participatiemonitor.survey.importing.crosswalk import (
    COLUMNS,
    DECISIONS,
    MISSING,
    TIMES,
    YES,
    Row,
    value_of,
)
from participatiemonitor.survey.importing.crosswalk_writing import SHEET
from participatiemonitor.survey.importing.reading import receive
from participatiemonitor.survey.importing.settling import Key
from participatiemonitor.survey.importing.targets import Target
from participatiemonitor.survey.workbooks import read_sheets

# What is read of it; the rest is there for whoever fills it in.
_READ = ("id", "var_name_orig", "val_numeric_orig", "val_label_orig", "var_name_target",
         "val_label_target", "besluit")
_NUMBERS = ("percentage", "number")
_LISTED = 8


@dataclass(frozen=True)
class _Record:
    """The cells of one row, and where they stand."""

    file: str
    number: int
    sheet: str | None
    cells: Mapping[str, str]
    places: Mapping[str, int]

    def fault(self, column: str, expected: str) -> Fault:
        place = (self.number if self.sheet is None else
                 Cell(self.sheet, self.number, self.places[column]))
        return Fault(self.file, place, column, self.cells[column], expected)

    @property
    def key(self) -> Key:
        return (self.cells["id"], self.cells["var_name_orig"],
                value_of(self.cells["val_numeric_orig"], self.cells["val_label_orig"])
                if self.cells["var_name_orig"] else None)


def read_crosswalk(path: Path, targets: Mapping[str, Target]) -> dict[Key, Row]:
    """Read a crosswalk.

    Parameters
    ----------
    path : pathlib.Path
        The workbook, or the csv file however a spreadsheet wrote it.
    targets : mapping of str to Target

    Returns
    -------
    dict of key to Row
        What the analyst decided, or left as it was.

    Raises
    ------
    InvalidWave
        With every fault, each with its sheet and cell.
    """
    records = list(_sheet(path) if zipfile.is_zipfile(path) else _text(path))
    columns = {record.key[:2]: record.cells["var_name_target"] for record in records
               if record.key[2] is None}
    faults: list[Fault] = []
    rows: dict[Key, Row] = {}
    for record in records:
        name = record.cells["var_name_target"] or columns.get(record.key[:2], "")
        faults += _faults(record, targets, name)
        if record.key in rows:
            faults.append(record.fault("var_name_orig", "elke kolom en elke waarde één keer"))
        source, variable, value = record.key
        decision = _decision(record.cells["besluit"])
        rows[record.key] = Row(source, variable, "", value, "", record.cells["var_name_target"],
                               record.cells["val_label_target"], "open", "",
                               decision if decision in DECISIONS else "")  # type: ignore[arg-type]
    refuse(faults)
    return rows


def _decision(text: str) -> str:
    return one_line(text).casefold()


def _faults(record: _Record, targets: Mapping[str, Target], name: str) -> Iterator[Fault]:
    cells, value = record.cells, record.key[2]
    decision = _decision(cells["besluit"])
    if decision and decision not in DECISIONS:
        yield record.fault("besluit", "ja, weg of maal 100, of niets")
    if name and name not in targets:
        if cells["var_name_target"]:
            yield record.fault("var_name_target", "een doel van het blad Doelen")
        return
    target = targets.get(name)
    if decision == TIMES and (value is not None or target is None or target.kind not in _NUMBERS):
        yield record.fault("besluit", "‘maal 100’ alleen bij een kolom met percentages")
    if decision == YES and target is None:
        yield record.fault("var_name_target", "een doel, want het besluit is ja")
    needed = value is not None or not cells["var_name_orig"]
    if target is None or not needed:
        return
    if cells["val_label_target"]:
        if expected := _wrong(cells["val_label_target"], target):
            yield record.fault("val_label_target", expected)
    elif decision == YES:
        yield record.fault("val_label_target", f"een waarde of {MISSING}, want het besluit is ja")


def _wrong(cell: str, target: Target) -> str | None:
    """What the value of a target should have been."""
    if cell == MISSING:
        return None
    if target.kind in _NUMBERS:
        return None if decimal(cell) is not None else f"{DECIMAL}, of {MISSING}"
    if not target.choices or cell in target.known:
        return None
    more = ", …" if len(target.choices) > _LISTED else ""
    return "een van " + ", ".join(target.choice_ids[:_LISTED]) + more + f", of {MISSING}"


def _sheet(path: Path) -> Iterator[_Record]:
    lines = read_sheets(path, [SHEET]).get(SHEET)
    if not lines:
        raise InvalidWave([Fault(path.name, None, None, "", f"een blad {SHEET} met de tabel")])
    head = [str(lines[0].cells.get(place, "")) for place in range(1, max(lines[0].cells) + 1)]
    refuse(_missing(path.name, Cell(SHEET, lines[0].number), head))
    places = {name: head.index(name) + 1 for name in _READ}
    for line in lines[1:]:
        cells = {name: line.cells.get(place, "") for name, place in places.items()}
        texts = {name: number(cell) if isinstance(cell, int | float) else str(cell)
                 for name, cell in cells.items()}
        yield _Record(path.name, line.number, SHEET, texts, places)


def _text(path: Path) -> Iterator[_Record]:
    received = receive(path)
    columns = {variable.name: variable.cells for variable in received.variables}
    refuse(_missing(path.name, received.first_row - 1, list(columns)))
    for index in range(received.rows):
        cells = {name: columns[name][index] for name in _READ}
        yield _Record(path.name, received.first_row + index, None, cells, {})


def _missing(file: str, row: int | Cell, head: Sequence[str]) -> Iterator[Fault]:
    for name in _READ:
        if name not in head:
            yield Fault(file, row, name, "", "deze kolom; een crosswalk heeft "
                        + ", ".join(COLUMNS))
