"""Reading sheets of a workbook: what a cell holds, and where it stands."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import Workbook

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.survey.workbooks import COLUMNS, ROWS, read_sheets


@pytest.fixture
def made(tmp_path):
    """A workbook with these cells on sheet A, and something else on sheet B."""
    def make(cells: dict[str, object]):
        book = Workbook()
        book.active.title = "A"
        for cell, value in cells.items():
            book["A"][cell] = value
        book.create_sheet("B")["A1"] = "=1+1"
        path = tmp_path / "map.xlsx"
        book.save(path)
        return path
    return make


def test_cells_are_what_they_hold_by_row_and_column(made):
    path = made({"A1": " tekst ", "B1": 2, "D1": 2.5, "A4": True, "C4": dt.datetime(2016, 1, 31),
                 "B3": "   "})
    first, second = read_sheets(path, ["A"])["A"]
    assert (first.number, first.cells) == (1, {1: "tekst", 2: 2, 4: 2.5})
    assert (second.number, second.cells) == (4, {1: True, 3: dt.date(2016, 1, 31)})


def test_sheets_that_nobody_asked_for_are_not_looked_at(made):
    assert set(read_sheets(made({"A1": 1}), ["A", "C"])) == {"A"}
    with pytest.raises(InvalidWave, match=r"map\.xlsx, blad B, cel A1: '=1\+1'"):
        read_sheets(made({"A1": 1}), ["B"])


def test_all_faults_are_told_at_once(made):
    path = made({"A1": "a\u202eb", "B2": dt.datetime(2016, 1, 1, 12, 30), "C3": "=A1", "D4": "#N/A",
                 "E5": "twee\nregels", "F6": "x" * 2_001})
    with pytest.raises(InvalidWave) as caught:
        read_sheets(path, ["A"])
    assert [str(fault.row) for fault in caught.value.faults] == [
        f"blad A, cel {cell}" for cell in ("A1", "B2", "C3", "D4", "E5", "F6")]


def test_long_texts_may_have_lines(made):
    (line,) = read_sheets(made({"A1": "twee\nregels " + "x" * 3_000}), ["A"], long=True)["A"]
    assert str(line.cells[1]).startswith("twee regels xxx")


@pytest.mark.parametrize("cell", [f"A{ROWS + 1}", "GS1"])
def test_a_sheet_has_its_bounds(made, cell):
    assert COLUMNS == 200
    with pytest.raises(InvalidWave, match=f"cel {cell}: 'ver'; verwacht: ten hoogste"):
        read_sheets(made({cell: "ver"}), ["A"])
