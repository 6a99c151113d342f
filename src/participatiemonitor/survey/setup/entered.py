"""What was entered in a setup workbook: each row of each sheet, and the cells it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from participatiemonitor.files.faults import Cell, Fault, invalid_file, refuse
from participatiemonitor.survey.importing.as_text import number
from participatiemonitor.survey.setup.codebook_sheets import CODEBOOK_SHEETS
from participatiemonitor.survey.setup.kinds import Kind
from participatiemonitor.survey.setup.layout import Sheet
from participatiemonitor.survey.setup.wave_sheets import FORM, REGISTER, WAVE_SHEETS
from participatiemonitor.survey.workbooks import Line, Value, read_sheets

ABOUT, ROUND = "Uitleg", "Peiling"
FORM_HEADS = ("Onderdeel", "Waarde", "Uitleg")
TABLES = (*WAVE_SHEETS, *CODEBOOK_SHEETS, REGISTER)
EMPTY = "een ingevulde cel"


@dataclass(frozen=True)
class Spot:
    """A cell, the head above it (or label before it), and what stands in it."""

    cell: Cell
    head: str
    shown: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a sheet: what its cells hold, by field, and where each stands."""

    number: int
    values: Mapping[str, Any]
    spots: Mapping[str, Spot]


@dataclass(frozen=True)
class Entered:
    """A workbook as it was filled in.

    Attributes
    ----------
    file : str
    form : Row
        The lines of the form, by label.
    tables : dict of str to list of Row
        By sheet.
    faults : list of Fault
        Cells that hold nothing of their kind, or nothing where something is needed.
    """

    file: str
    form: Row
    tables: dict[str, list[Row]]
    faults: list[Fault] = field(default_factory=list)


def read_entered(path: Path) -> Entered:
    """Read a setup workbook cell by cell.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Entered

    Raises
    ------
    InvalidWave
        When it is no workbook, or lacks sheets or columns.
    """
    names = (ROUND, *(sheet.name for sheet in TABLES))
    found, file = read_sheets(path, names), path.name
    if gone := [name for name in names if name not in found]:
        raise invalid_file(file, f"zonder {', '.join(gone)}",
                           f"een opzet met de bladen {', '.join(names)}")
    faults: list[Fault] = []
    heads = {sheet.name: _heads(file, sheet.name, found[sheet.name], {
        column.head: column.field for column in sheet.columns}, faults) for sheet in TABLES}
    form_heads = _heads(file, ROUND, found[ROUND], {head: head for head in FORM_HEADS}, faults)
    refuse(faults)
    form = _form(file, found[ROUND], form_heads, faults)
    tables = {sheet.name: list(_rows(file, sheet, found[sheet.name], heads[sheet.name], faults))
              for sheet in TABLES}
    return Entered(file, form, tables, faults)


def _heads(file: str, sheet: str, lines: Sequence[Line], wanted: Mapping[str, str],
           faults: list[Fault]) -> dict[str, int]:
    """The column of each field."""
    top = lines[0] if lines and lines[0].number == 1 else Line(1, {})
    fields = {head.casefold(): known for head, known in wanted.items()}
    columns: dict[str, int] = {}
    for column, value in top.cells.items():
        known = fields.get(str(value).casefold())
        if known is None:
            faults.append(Fault(file, Cell(sheet, 1, column), None, value,
                                "een van de koppen " + ", ".join(wanted)))
        elif known in columns:
            faults.append(Fault(file, Cell(sheet, 1, column), None, value, "elke kop één keer"))
        else:
            columns[known] = column
    faults += [Fault(file, Cell(sheet, 1), None, "", f"een kolom met de kop {head}")
               for head, known in wanted.items() if known not in columns]
    return columns


def _form(file: str, lines: Sequence[Line], heads: Mapping[str, int], faults: list[Fault]) -> Row:
    """The lines of the form; each is there once."""
    label, value, _ = (heads[head] for head in FORM_HEADS)
    items = {item.label.casefold(): item for item in FORM}
    values: dict[str, object] = {}
    spots: dict[str, Spot] = {}
    for line in lines[1:]:
        entered = line.cells.get(label)
        item = items.get(str(entered).casefold()) if entered is not None else None
        if item is None or item.label in spots:
            if item or label in line.cells or value in line.cells:
                faults.append(Fault(
                    file, Cell(ROUND, line.number, label), None, _shown(entered),
                    "elk onderdeel één keer" if item else
                    "een van de onderdelen " + "; ".join(one.label for one in FORM)))
            continue
        spot = Spot(Cell(ROUND, line.number, value), item.label, _shown(line.cells.get(value)))
        spots[item.label] = spot
        _take(file, spot, item.kind, line.cells.get(value), item.needed, values, item.label,
              faults)
    for item in FORM:
        if item.label not in spots:
            spots[item.label] = Spot(Cell(ROUND, 0), item.label)
            faults.append(Fault(file, Cell(ROUND, 0), item.label, "",
                                f"een rij met het onderdeel {item.label}"))
    return Row(1, values, spots)


def _rows(file: str, sheet: Sheet, lines: Sequence[Line], heads: Mapping[str, int],
          faults: list[Fault]) -> Iterator[Row]:
    for line in lines[1:]:
        values: dict[str, object] = {}
        spots = {column.field: Spot(Cell(sheet.name, line.number, heads[column.field]),
                                    column.head, _shown(line.cells.get(heads[column.field])))
                 for column in sheet.columns}
        for column in sheet.columns:
            _take(file, spots[column.field], column.kind, line.cells.get(heads[column.field]),
                  column.needed, values, column.field, faults)
        yield Row(line.number, values, spots)


def _take(file: str, spot: Spot, kind: Kind, entered: Value | None, needed: bool,
          values: dict[str, object], name: str, faults: list[Fault]) -> None:
    """Take what a cell holds as the value of its kind."""
    if entered is None:
        if needed:
            faults.append(Fault(file, spot.cell, spot.head, "", EMPTY))
        return
    try:
        values[name] = kind.read(entered)
    except ValueError as error:
        faults.append(Fault(file, spot.cell, spot.head, spot.shown, str(error)))


def _shown(value: Value | None) -> str:
    if value is None:
        return ""
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return number(value) if plain else str(value)  # type: ignore[arg-type]
