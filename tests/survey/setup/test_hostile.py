"""A broken or hostile workbook is one clear message, soon and within bounds."""

from __future__ import annotations

import datetime as dt
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from participatiemonitor.files.faults import Cell, InvalidWave
from participatiemonitor.survey.setup.setup import read_setup
from survey.setup.filling import written

ENTITIES = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>'


def _repacked(path: Path, name: str, change) -> None:
    """Change a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def _tall(content: bytes) -> bytes:
    return content.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576" t="inlineStr"><is>'
                                            b"<t>ver weg</t></is></c></row></sheetData>")


def _empty_but_tall(content: bytes) -> bytes:
    return content.replace(b"</sheetData>", b'<row r="900000"/></sheetData>')


SHEET = "xl/worksheets/sheet7.xml"  # Vragen
BROKEN = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("Vragen;Opties\n", encoding="utf-8"),
    "old": lambda path: path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:5_000]),
    "flipped": lambda path: path.write_bytes(path.read_bytes()[:9_000] + bytes(500)
                                             + path.read_bytes()[9_500:]),
    "no-sheets": lambda path: _repacked(path, "xl/workbook.xml", lambda _: b"<workbook/>"),
    "no-xml": lambda path: _repacked(path, SHEET, lambda _: b"\x00\x01 geen xml"),
    "half-xml": lambda path: _repacked(path, SHEET, lambda text: text[:2_000]),
    "entities": lambda path: _repacked(path, "xl/sharedStrings.xml", lambda _: ENTITIES),
    "bomb": lambda path: _repacked(path, "xl/bomb.xml", lambda _: bytes(60_000_000)),
    "tall": lambda path: _repacked(path, SHEET, _tall),
    "folder": lambda path: (path.unlink(), path.mkdir()),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_workbook_is_one_message(mini_wave, tmp_path, kind):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    BROKEN[kind](path)
    began = time.monotonic()
    with pytest.raises(InvalidWave) as caught:
        read_setup(path)
    assert time.monotonic() - began < 10
    assert len(caught.value.faults) == 1
    assert str(caught.value).count("opzet.xlsx") >= 1


def test_rows_without_content_are_no_fault(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    _repacked(path, SHEET, _empty_but_tall)
    assert read_setup(path).codebook == mini_wave.codebook


def test_merged_cells_are_named(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    book = load_workbook(path)
    book["Opties"].merge_cells("A2:A4")
    book.save(path)
    with pytest.raises(InvalidWave, match="blad Opties, cel A2: 'samengevoegde cellen'"):
        read_setup(path)


def test_a_workbook_of_something_else_lacks_all_sheets(tmp_path):
    path = tmp_path / "anders.xlsx"
    Workbook().save(path)
    with pytest.raises(InvalidWave, match=r"anders\.xlsx: 'zonder Peiling, Groepen, ") as caught:
        read_setup(path)
    assert len(caught.value.faults) == 1


def test_text_in_a_message_steers_no_terminal(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    _repacked(path, "xl/sharedStrings.xml",
              lambda text: text.replace(b"Is er beleid?", b"Is er _x001B_[31mbeleid?"))
    try:
        read_setup(path)
    except InvalidWave as error:
        assert "\x1b" not in str(error)


CELLS = [None, "", "x", "ja", "1.5", "-1", "1e999", 0, -1, 10**18, 1.5, float("1e300"), True, False,
         dt.datetime(2016, 1, 31), dt.datetime(2016, 1, 31, 12), dt.time(1, 2), "=1+1", "#N/A",
         "a\nb", "\u202e", "beleid", "taken", "schaal > 3", "é" * 3_000, "'; --", "{x}",
         "{0.__x__}", "taken.zorg@sociale_dienst", "sociale_dienst, sociale_dienst", "nee",
         "[1]", "& *x"]


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_stands_in_a_cell_is_read_or_told(mini_wave, tmp_path_factory, data):
    path = written(mini_wave, tmp_path_factory.mktemp("opzet") / "opzet.xlsx")
    book = load_workbook(path)
    for _ in range(data.draw(st.integers(1, 4))):
        sheet = book[data.draw(st.sampled_from(book.sheetnames[1:]))]
        cell = sheet.cell(data.draw(st.integers(1, 6)), data.draw(st.integers(1, 9)))
        cell.value = data.draw(st.sampled_from(CELLS))
    book.save(path)
    try:
        read_setup(path)
    except InvalidWave as error:
        for fault in error.faults:
            assert fault.file == "opzet.xlsx"
            assert isinstance(fault.row, Cell)
            assert fault.row.sheet in book.sheetnames
            assert str(fault).isprintable()
