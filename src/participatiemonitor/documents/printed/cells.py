"""The cells of a table of a document, `<table>.csv`: what was printed, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.documents.printed.heads import TableHead
from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.files.numbers import DECIMAL, decimal
from participatiemonitor.files.tables import Row, read_rows

COLUMNS = ("row", "column", "value", "low", "high", "flag", "published", "read", "section",
           "quantity", "note")
UNCERTAIN, UNKNOWN, DASH, NONE, WAITING, EMPTY, ABOUT, WORD, TEXT = FLAGS = (
    "onzeker", "onbekend", "streepje", "nvt", "wachtlijst", "leeg", "circa", "woord", "tekst")
# What says nothing of how much.
NUMBERLESS = (UNKNOWN, DASH, NONE, WAITING, EMPTY, TEXT)
_NUMBERS = ("value", "low", "high")


@dataclass(frozen=True)
class PrintedCell:
    """One cell of a table of a document.

    Attributes
    ----------
    row, column : str
    value, low, high : float or None
        In the unit of the column, percentages as 41; a printed range or bound from `low` to `high`,
        open where one is left out. Degrees run from -2 to 2.
    flag : str
        One of `FLAGS`, or empty: what stands beside or instead of a number.
    published : str
        As the document prints it, spelled right.
    read : str
        What stands in the text as a machine read it, where that is something else.
    section : str
        Where it stands, if elsewhere than its table.
    quantity : str
        A name that cells share which tell one and the same quantity, in whatever document.
    note : str
    """

    row: str
    column: str
    value: float | None
    low: float | None
    high: float | None
    flag: str
    published: str
    read: str = ""
    section: str = ""
    quantity: str = ""
    note: str = ""


def read_cells(path: Path, head: TableHead) -> dict[tuple[str, str], PrintedCell]:
    """Read and check the cells of a table.

    Parameters
    ----------
    path : pathlib.Path
        A csv file with the columns `COLUMNS`.
    head : TableHead

    Returns
    -------
    dict of (row, column) to PrintedCell
        In the order of the head; each cell is there.

    Raises
    ------
    InvalidWave
        With every fault.
    """
    rows = read_rows(path, COLUMNS)
    faults = [fault for row in rows for fault in _faults(path.name, row, head)]
    cells: dict[tuple[str, str], PrintedCell] = {}
    for row in rows:
        place = row.cells["row"], row.cells["column"]
        if place in cells:
            faults.append(Fault(path.name, row.number, "column", place[1], "elke cel één keer"))
        cells[place] = _cell(row.cells)
    wanted = [(row, column) for row in head.rows for column in head.columns]
    faults += [Fault(path.name, None, None, "", f"een regel met de cel {row}, {column}")
               for row, column in wanted if (row, column) not in cells]
    refuse(faults)
    return {place: cells[place] for place in wanted}


def _faults(file: str, row: Row, head: TableHead) -> Iterator[Fault]:
    cells = row.cells
    for name, known in (("row", head.rows), ("column", head.columns)):
        if cells[name] not in known:
            yield Fault(file, row.number, name, cells[name], f"een van {', '.join(known)}")
    for name in _NUMBERS:
        if cells[name] and decimal(cells[name]) is None:
            yield Fault(file, row.number, name, cells[name], DECIMAL)
    if cells["flag"] not in ("", *FLAGS):
        yield Fault(file, row.number, "flag", cells["flag"], f"leeg of een van {', '.join(FLAGS)}")
    empty = cells["flag"] == EMPTY
    if empty == bool(cells["published"]):
        yield Fault(file, row.number, "published", cells["published"],
                    f"wat het document drukt; niets alleen bij {EMPTY}")
    numbers = any(cells[name] for name in _NUMBERS)
    if numbers and cells["flag"] in NUMBERLESS:
        yield Fault(file, row.number, "flag", cells["flag"], "een vlag die een getal toelaat")
    told = head.columns.get(cells["column"])
    if not numbers and not cells["flag"] and told and told.unit != "tekst":
        yield Fault(file, row.number, "value", "", f"een getal, of een vlag: {', '.join(FLAGS)}")
    low, high = decimal(cells["low"]), decimal(cells["high"])
    if low is not None and high is not None and low > high:
        yield Fault(file, row.number, "high", cells["high"], f"ten minste {cells['low']}")
    if cells["read"] and not cells["note"]:
        yield Fault(file, row.number, "note", "", "wat er mis is met wat er is gelezen")


def _cell(cells: Mapping[str, str]) -> PrintedCell:
    numbers = {name: decimal(cells[name]) for name in _NUMBERS}
    return PrintedCell(**{**{name: cells[name] for name in COLUMNS}, **numbers})  # type: ignore[arg-type]
