"""A crosswalk as a file: written well, and read back with all its faults at once."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from crosswalking import ROUND, decide, rows_of
from editing import cells, write
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.project import Project
from participatiemonitor.survey.importing.crosswalk import COLUMNS, Row, plain
from participatiemonitor.survey.importing.crosswalk_reading import read_crosswalk
from participatiemonitor.survey.importing.crosswalk_writing import write_crosswalk
from participatiemonitor.survey.importing.received import Received, Variable
from participatiemonitor.survey.importing.settling import settle
from participatiemonitor.survey.importing.targets import targets_of
from participatiemonitor.survey.wave import load_wave

WAVE = load_wave(2016, Project(ROUND))
TARGETS = targets_of(WAVE)
HOSTILE = "=HYPERLINK(\"http://x\")"
RECEIVED = Received(Path("a.sav"), "SPSS", (
    Variable("organisation", "", ("KLEIN-001", "KLEIN-002", "X"), {}, ()),
    Variable("group", "", ("SD", "SD", "AW"), {}, ()),
    Variable("Q1", "Heeft de gemeente een visie op participatie?", ("1", "2", "9"),
             {"1": "ja", "2": HOSTILE, "9": "weet niet"}, ()),
    Variable("knelpunten__schotten", "", ("x", "", ""), {}, ()),
    Variable("belemmeringen__geen", "", ("99", "12", "veel"), {}, ()),
    Variable("token", HOSTILE, ("a", "b", "c"), {}, ())), 3, 2)


@pytest.fixture
def written(tmp_path):
    return write_crosswalk(tmp_path / "a-crosswalk", settle(RECEIVED, TARGETS, {}), TARGETS)


def decided(path):
    return {key: (row.target, row.value_target, row.decision)
            for key, row in read_crosswalk(path, TARGETS).items()}


def test_it_has_the_columns_of_the_convention(written):
    workbook, text = written
    header, rows = cells(text)
    assert tuple(header) == COLUMNS
    assert rows == rows_of(workbook)
    assert {row["class_target"] for row in rows} == {"character", "factor", "numeric", ""}
    first = next(row for row in rows if row["val_label_orig"] == "ja")
    assert (first["var_name_orig"], first["val_numeric_orig"]) == ("Q1", "1")


def test_the_workbook_helps_whoever_fills_it_in(written):
    book = openpyxl.load_workbook(written[0])
    assert book.sheetnames == ["Crosswalk", "Doelen", "Waarden", "Uitleg"]
    sheet = book["Crosswalk"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == sheet.dimensions
    lists = {str(one.sqref)[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert lists["F"] == f"Doelen!$A$2:$A${len(TARGETS) + 1}"
    assert lists["M"] == '"ja,weg,maal 100"'
    assert "OFFSET(Waarden!" in lists["I"]
    colours = [rule.formula[0] for one in sheet.conditional_formatting for rule in one.rules]
    assert 'AND($K2="open",$M2="")' in colours
    assert [cell.value for cell in book["Doelen"]["A"]][1:] == list(TARGETS)
    assert {cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row} == {"@"}


def test_no_cell_is_a_formula_or_a_link(written):
    workbook, text = written
    with zipfile.ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheets = b"".join(part for name, part in parts.items() if "worksheets" in name)
    assert b"<f>" not in sheets and b"<hyperlink" not in sheets
    for line in csv.reader(io.StringIO(text.read_text("utf-8"), newline="")):
        assert not any(cell.startswith(("=", "+", "@")) for cell in line)


def test_it_comes_back_as_it_went(written):
    workbook, text = written
    assert decided(workbook) == decided(text)
    assert decided(workbook)["a.sav", "knelpunten__schotten", ""] == (
        "knelpunten__schotten", "0", "")
    given = read_crosswalk(workbook, TARGETS)
    assert settle(RECEIVED, TARGETS, given) == settle(RECEIVED, TARGETS, {})


@pytest.mark.parametrize(("delimiter", "encoding"), [
    (";", "cp1252"), (";", "utf-8-sig"), ("\t", "utf-16")])
def test_a_spreadsheet_may_have_saved_the_csv_file_again(written, delimiter, encoding):
    header, rows = cells(written[1])
    for row in rows:
        row["waarom"] = row["waarom"].replace("’", "'").replace("‘", "'")
    path = written[1].with_name("opnieuw.csv")
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.DictWriter(stream, header, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    assert decided(path) == decided(written[1])


def test_what_the_analyst_decides_counts(written):
    def choose(row):
        if row["val_label_orig"].startswith("'="):
            return {"val_label_target": "in_ontwikkeling", "besluit": "Ja"}
        if row["val_label_orig"] == "veel" or row["val_label_orig"] == "X":
            return {"besluit": "weg"}
        if row["val_numeric_orig"] == "99":
            return {"val_label_target": 99, "besluit": "ja"}  # a spreadsheet made it a number
        return {"besluit": "ja"} if row["zekerheid"] == "waarschijnlijk" else None

    filled = decide(written[0], lambda row: {
        "var_name_target": "participatievisie", "besluit": "ja"}
        if row["var_name_orig"] == "Q1" and not row["val_numeric_orig"] else None)
    once = settle(RECEIVED, TARGETS, read_crosswalk(filled, TARGETS))
    assert [row.value for row in once if row.variable == "Q1" and not row.decided] == ["2"]
    again, _ = write_crosswalk(written[0].with_name("nogmaals"), once, TARGETS)
    twice = settle(RECEIVED, TARGETS, read_crosswalk(decide(again, choose), TARGETS))
    assert [row for row in twice if not row.decided] == []
    chosen = {row.value: (row.value_target, row.dropped) for row in twice if row.value}
    assert chosen["2"] == ("in_ontwikkeling", False)
    assert chosen["99"] == ("99", False)
    assert chosen["veel"][1] and chosen["X"][1]


def test_a_sure_row_with_another_target_waits_for_a_decision(written):
    filled = decide(written[0], lambda row: {"var_name_target": "voordelen"}
                    if row["var_name_orig"] == "token" else None)
    row, = (row for row in settle(RECEIVED, TARGETS, read_crosswalk(filled, TARGETS))
            if row.variable == "token" and row.value is None)
    assert (row.sure, row.decided, row.target) == ("open", False, "voordelen")


def test_values_are_proposed_anew_for_a_column_with_another_target(written):
    filled = decide(written[0], lambda row: {"var_name_target": "voordelen", "besluit": "ja"}
                    if row["var_name_orig"] == "knelpunten__schotten"
                    and not row["val_label_orig"] else None)
    found = [row for row in settle(RECEIVED, TARGETS, read_crosswalk(filled, TARGETS))
             if row.variable == "knelpunten__schotten"]
    assert [(row.target, row.value) for row in found] == [("voordelen", None)]


@pytest.mark.parametrize(("row", "changes", "cell", "expected"), [
    ("Q1", {"besluit": "misschien"}, "M", "ja, weg of maal 100"),
    ("Q1", {"besluit": "maal 100"}, "M", "alleen bij een kolom met percentages"),
    ("token", {"besluit": "ja"}, "F", "een doel, want het besluit is ja"),
    ("Q1", {"var_name_target": "visie"}, "F", "een doel van het blad Doelen"),
    ("veel", {"besluit": "ja"}, "I", "een waarde of (ontbreekt)"),
    ("veel", {"val_label_target": "12,5", "besluit": "ja"}, "I", "een decimale punt"),
    ("X", {"val_label_target": "KLEIN-999", "besluit": "ja"}, "I", "een van KLEIN-001, KLEIN-002"),
    ("x", {"val_label_target": "ja", "besluit": "ja"}, "I", "een van 1, 0, of (ontbreekt)"),
    ("token", {"var_name_orig": "Q1"}, "B", "elke kolom en elke waarde één keer"),
])
def test_a_fault_names_sheet_and_cell(written, row, changes, cell, expected):
    def choose(one):
        here = one["val_label_orig"] or one["var_name_orig"]
        return changes if here == row and (one["val_label_orig"] or not one["val_numeric_orig"]) \
            else None

    with pytest.raises(InvalidWave) as caught:
        read_crosswalk(decide(written[0], choose), TARGETS)
    fault, = caught.value.faults
    assert f"ingevuld-a-crosswalk.xlsx, blad Crosswalk, cel {cell}" in str(fault)
    assert expected in fault.expected


def test_all_faults_come_at_once(written):
    with pytest.raises(InvalidWave) as caught:
        read_crosswalk(decide(written[0], lambda row: {"besluit": "nee"}), TARGETS)
    assert len(caught.value.faults) == len(rows_of(written[0]))


def test_in_csv_a_fault_names_row_and_column(written):
    header, rows = cells(written[1])
    rows[3]["besluit"] = "nee"
    write(written[1], header, rows)
    with pytest.raises(InvalidWave, match=r"a-crosswalk\.csv, rij 5, kolom besluit: 'nee'"):
        read_crosswalk(written[1], TARGETS)


@pytest.mark.parametrize("spoil", [
    lambda path: path.write_bytes(b"PK\x03\x04 niets"), lambda path: path.write_bytes(b""),
    lambda path: path.unlink(), lambda path: path.write_text("a;b\n1;2\n", "utf-8"),
    lambda path: openpyxl.Workbook().save(path)])
def test_what_is_no_crosswalk_is_refused(written, spoil):
    spoil(written[0])
    with pytest.raises(InvalidWave):
        read_crosswalk(written[0], TARGETS)


@given(st.text(max_size=600))
def test_text_of_a_file_is_the_same_in_workbook_and_csv(text):
    shown = plain(text)
    assert shown.isprintable() or "\u00ad" in shown or shown == plain(shown)
    assert not shown.startswith(("=", "+", "@"))
    assert len(shown) < 500
    assert "\n" not in shown


def test_rows_speak_of_one_thing():
    row = Row("a.sav", "Q1", "", "1", "ja", "participatievisie", "ja", "zeker", "")
    assert row.key == ("a.sav", "Q1", "1")
    assert row.settled("weg", "", "").dropped and not row.dropped


def test_a_column_that_was_taken_out_of_the_table_is_not_taken_over_silently(written):
    given = read_crosswalk(written[0], TARGETS)
    left = {key: row for key, row in given.items() if key[1] != "belemmeringen__geen"}
    row, = (row for row in settle(RECEIVED, TARGETS, left)
            if row.variable == "belemmeringen__geen" and row.value is None)
    assert not row.decided
    assert "staat niet in de crosswalk" in row.why
