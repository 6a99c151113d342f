"""What was found, as text for a terminal, as csv and as a marked workbook: text stays text."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from editing import cells, edit, replace, write
from lxml import etree
from openpyxl import load_workbook

from participatiemonitor.survey.checking.inspection import Inspection
from participatiemonitor.survey.checking.marked_workbook import COMMENTS, marked_workbook
from participatiemonitor.survey.checking.report import COLUMNS, csv_table, terminal_text

from .conftest import YEAR, looked_over

RED, YELLOW = "FFF4B6A6", "FFFFE699"
HOSTILE = ["=1+1", "+cmd|'/c calc'!A0", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "<r>x</r>",
           "{=1}", "http://x.example", "_x0041_", "'quoted", "\x1b[31mrood", "a\u202eb", "\ufffe",
           "1" * 2_100, "a;=1+1"]


@pytest.fixture
def spoiled(folder):
    """A round with faults of two kinds and a warning."""
    header, records = cells(folder / "responses.csv")
    for record in records[:40]:
        record["taken__zorg"] += ".0"
    records[1]["beleid"] = "soms"
    write(folder / "responses.csv", header, records)
    edit(folder / "frame.csv", "K-3", name="Den\xa0Helder")
    replace(folder / "wave.yml", "municipalities: 48", "municipalities: 49")
    return folder


def sheets(inspection: Inspection):
    return load_workbook(io.BytesIO(marked_workbook(inspection)))


def rows(inspection: Inspection) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_table(inspection))))


def test_a_terminal_shows_faults_and_warnings_apart_each_kind_with_a_count(spoiled):
    lines = terminal_text(YEAR, looked_over(spoiled)).splitlines()
    assert lines[0] == "Peiling 2014: 41 fouten en 2 waarschuwingen."
    faults, warnings = (lines.index(f"{what}.{then}") for what, then in (
        ("Fouten", " Herstel deze eerst:"), ("Waarschuwingen", " Kijk na of het klopt:")))
    assert [line[:60] for line in lines[faults + 1:warnings - 1]] == [
        "  responses.csv, 40 cellen in kolom taken__zorg, bijvoorbeel",
        "  responses.csv, rij 3, kolom beleid: 'soms'; verwacht: een "]
    assert lines[warnings + 1:] == [
        "  registertotaal (1 keer): het register telt anders op dan wave.yml zegt",
        "    frame.csv, kolom municipalities: 48; verwacht: 49, het landelijke totaal in wave.yml",
        "  witruimte (1 keer): spaties die er niet horen, of die vast zijn",
        "    frame.csv, rij 4, kolom name: 'Den\\xa0Helder'; verwacht: geen spaties aan de randen, "
        "geen dubbele en geen vaste"]


def test_a_clean_round_is_one_line(folder):
    inspection = looked_over(folder)
    assert terminal_text(YEAR, inspection) == "Peiling 2014: geen fouten en geen waarschuwingen."
    assert csv_table(inspection) == ",".join(COLUMNS) + "\n"
    assert sheets(inspection)["Bevindingen"]["A1"].value == "Er is niets gevonden."


def test_many_warnings_of_a_kind_show_three_and_a_count(folder):
    header, records = cells(folder / "frame.csv")
    write(folder / "frame.csv", header, [{**row, "name": f"{row['name']} "} for row in records])
    lines = terminal_text(YEAR, looked_over(folder)).splitlines()
    assert len(lines) == 8
    assert lines[-1] == "    … en nog 45"


def test_csv_has_a_row_a_group_with_its_count_and_an_example(spoiled):
    found = rows(looked_over(spoiled))
    assert [(row["ernst"], row["soort"], row["aantal"], row["bestand"], row["kolommen"],
             row["rij"]) for row in found] == [
        ("fout", "waarde", "40", "responses.csv", "taken__zorg", "2"),
        ("fout", "waarde", "1", "responses.csv", "beleid", "3"),
        ("waarschuwing", "registertotaal", "1", "frame.csv", "municipalities", ""),
        ("waarschuwing", "witruimte", "1", "frame.csv", "name", "4")]
    assert found[0]["verwacht"] == "0 of 1"


def test_a_workbook_marks_the_cells_and_says_why(spoiled):
    book = sheets(looked_over(spoiled))
    assert book.sheetnames == ["Bevindingen", "frame", "responses", "open_answers"]
    header, records = cells(spoiled / "responses.csv")
    sheet = book["responses"]
    marked = {cell.coordinate: cell for row in sheet for cell in row
              if cell.fill.fgColor.rgb in (RED, YELLOW)}
    column = header.index("taken__zorg")
    places = {sheet.cell(row, column + 1).coordinate for row in range(2, 42)} | {
        sheet.cell(3, header.index("beleid") + 1).coordinate}
    assert marked.keys() == places
    assert all(cell.fill.fgColor.rgb == RED and cell.font.bold for cell in marked.values())
    commented = [cell for cell in marked.values() if cell.comment]
    assert len(commented) == COMMENTS + 1
    assert "verwacht: 0 of 1" in sheet.cell(2, column + 1).comment.text
    assert sheet.cell(2, column + 1).value == records[0]["taken__zorg"]
    frame = book["frame"]
    assert frame["B4"].fill.fgColor.rgb == YELLOW
    assert "witruimte" in frame["B4"].comment.text
    assert "verwacht: 49" in frame["D1"].comment.text  # what is about a column is at its head
    assert frame["D1"].fill.fgColor.rgb == YELLOW


def test_a_workbook_shows_the_files_as_they_stand(spoiled):
    book = sheets(looked_over(spoiled))
    for name in ("frame", "responses", "open_answers"):
        header, records = cells(spoiled / f"{name}.csv")
        shown = [[cell.value or "" for cell in row] for row in book[name]]
        assert shown == [header, *([row[column] for column in header] for row in records)]
        assert {cell.data_type for row in book[name] for cell in row} <= {"s", "n"}
        assert not any(isinstance(cell.value, int | float) for row in book[name] for cell in row)


def test_an_empty_cell_that_should_be_filled_is_marked(folder):
    edit(folder / "responses.csv", "SD-K-1", taken__zorg="")
    sheet = sheets(looked_over(folder))["responses"]
    header, _ = cells(folder / "responses.csv")
    cell = sheet.cell(2, header.index("taken__zorg") + 1)
    assert cell.value is None and cell.fill.fgColor.rgb == RED


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_terminal_csv_and_workbook(folder, text):
    edit(folder / "frame.csv", "K-3", name=text, clients=text)
    edit(folder / "open_answers.csv", "SD-K-3", text=text, quotable=text)
    edit(folder / "responses.csv", "SD-K-1", respondent=text, beleid=text)
    replace(folder / "codebook.yml", "short: projecten", f"short: projecten\n    {text!r}: x")
    inspection = looked_over(folder)
    assert inspection.errors
    for line in terminal_text(YEAR, inspection).splitlines():
        assert line.isprintable() and len(line) < 600
    for row in csv.reader(io.StringIO(csv_table(inspection))):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t"))
            assert len(cell) < 400 and "\x1b" not in cell and "\u202e" not in cell
    content = marked_workbook(inspection)
    book = load_workbook(io.BytesIO(content))
    assert all(cell.data_type in ("s", "n") for sheet in book for row in sheet for cell in row)
    assert not any(cell.hyperlink for sheet in book for row in sheet for cell in row)
    if text.isprintable() and text != "<r>x</r>":
        assert book["frame"]["B4"].value == text[:32_000]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".vml", ".rels")):
                assert b"<f>" not in parts.read(name)
                etree.fromstring(parts.read(name))
    assert content == marked_workbook(inspection)  # and the same each time
