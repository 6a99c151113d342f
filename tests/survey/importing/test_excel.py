"""Workbooks: what their cells are as text, and which workbooks are refused."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from participatiemonitor.errors import InputError
from participatiemonitor.survey.importing.excel import read_excel
from survey.importing.broken.workbooks import SOUND, repacked, workbook


def read(content: bytes):
    return read_excel(Path("antwoorden.xlsx"), content)


@pytest.mark.parametrize(("value", "text"), [
    (1, "1"), (1.0, "1"), (0.5, "0.5"), (0.1 + 0.2, "0.3"), (-2, "-2"), (1e-7, "1e-07"),
    (123456789012, "123456789012"), (True, "1"), (False, "0"), ("1.0", "1.0"), (" ja ", "ja"),
    ("=", "="), (dt.date(2016, 2, 1), "2016-02-01"), (dt.time(9, 30), "09:30:00"),
    (dt.datetime(2016, 2, 1, 9, 30), "2016-02-01 09:30:00"), ("a_x000D_b", "a\rb"),
])
def test_cells_are_text_in_one_form(value, text):
    received = read(workbook([["org", "x"], ["G1", value]]))
    assert received.variables[1].cells == (text,)


def test_what_excel_writes_itself_is_read():
    """Texts in a part of their own, formats, frozen rows, a sheet without content."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet, bold = book.add_worksheet("Antwoorden"), book.add_format({"bold": True})
        book.add_worksheet("Leeg")
        sheet.write_row(1, 0, ["org", "één", "cijfer"], bold)
        sheet.write_row(2, 0, ["G1", "ja", 1.0])
        sheet.write_row(3, 0, ["G2", "nee"])
        sheet.write_blank(9, 40, None, bold)
        sheet.freeze_panes(2, 0)
    received = read(content.getvalue())
    assert [(variable.name, variable.cells) for variable in received.variables] == [
        ("org", ("G1", "G2")), ("één", ("ja", "nee")), ("cijfer", ("1", ""))]
    assert (received.rows, received.first_row) == (2, 3)
    assert received.details == ("blad: Antwoorden",)


def test_dates_are_read_by_the_calendar_of_the_workbook():
    content = io.BytesIO()
    settings = {"date_1904": True, "default_date_format": "d-m-yyyy"}
    with xlsxwriter.Workbook(content, settings) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["org", "datum"])
        sheet.write_string(1, 0, "G1")
        sheet.write_datetime(1, 1, dt.date(2016, 2, 1))
    assert read(content.getvalue()).variables[1].cells == ("2016-02-01",)


def test_a_column_of_dates_may_hold_a_text():
    rows = [["org", "datum"], *([f"G{day}", dt.date(2016, 2, day)] for day in range(1, 5))]
    assert read(workbook([*rows, ["G9", "onbekend"]])).variables[1].cells[-1] == "onbekend"


def test_every_column_with_what_cannot_be_is_told_at_once():
    rows = [["org", "a", "b", "c"], *([f"G{row}", row, row, row] for row in range(5)),
            ["G7", "=1", "#N/A", dt.date(2016, 1, 2)], ["G8", "=2", 3, 4]]
    with pytest.raises(InputError) as error:
        read(workbook(rows))
    assert str(error.value).startswith("3 fouten")
    for told in ("blad Antwoorden, rij 7, kolom B: 'formules: 2'", "kolom C: 'foutmeldingen van",
                 "kolom D: 'datums tussen andere waarden: 1'"):
        assert told in str(error.value)


def test_a_sheet_may_say_that_it_is_larger_than_it_is():
    sheet = openpyxl.load_workbook(io.BytesIO(SOUND)).active
    assert sheet.dimensions == "A1:B21"
    part = repacked(SOUND, sheet=_sheet_of(SOUND).replace(b"A1:B21", b"A1:XFD1048576"))
    assert read(part).rows == 20


def _sheet_of(content: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_merged_cells_are_found_however_they_are_written():
    merged = b'<m:mergeCells count="1"><m:mergeCell foo="1" ref="B2:B3"/></m:mergeCells>'
    sheet = _sheet_of(SOUND).replace(b"</sheetData>", b"</sheetData>" + merged)
    with pytest.raises(InputError, match="samengevoegde cellen: 1, zoals B2:B3"):
        read(repacked(SOUND, sheet=sheet))
