"""Workbooks: that they read as csv does, and what is refused in them."""

import datetime as dt

import openpyxl
import pandas as pd
import pytest

from participatiemonitor.studies.forms.reading import read_tables

from .conftest import FORM, lines

HEADS = ["code", "naam", "soort", "aantal", "maat", "dag", "woorden", "deel", "nieuw"]
ROWS = [["a", "Een", "groot", 3, 1.5, dt.datetime(2012, 3, 31), "rood;rond", "10-15%", True],
        ["b", "Twee", "KLEIN", None, 2.25, "1-4-2012", "geen", "?", "nee"]]


@pytest.fixture
def workbook(folder):
    """A way to fill a folder with one workbook, that a function may spoil."""
    place = folder({name: None for name in ("dingen.csv", "lijst.csv")})

    def fill(change=lambda book: None, above=()):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "dingen"
        for row in (*above, HEADS, *ROWS):
            sheet.append(row)
        listed = book.create_sheet("Lijst")
        listed.append(["x"])
        listed.append([1])
        change(book)
        book.save(place / "invoer.xlsx")
        return place

    return fill


def test_a_workbook_reads_as_csv_does(workbook, folder, tmp_path):
    tables, faults = read_tables(FORM, workbook())
    assert not faults
    (tmp_path / "map" / "invoer.xlsx").unlink()
    others, faults = read_tables(FORM, folder())
    assert not faults
    assert list(tables) == list(others)
    for name, found in tables.items():
        pd.testing.assert_frame_equal(found.frame, others[name].frame)


def test_explanation_may_stand_above_the_names(workbook):
    above = [["Dingen"], ["Eigen code.", "Hoe het heet."], ["z", "Voorbeeld", "groot"], []]
    tables, faults = read_tables(FORM, workbook(above=above))
    assert not faults
    assert tables["dingen"].frame["code"].tolist() == ["a", "b"]
    assert tables["dingen"].given.rows.tolist() == [6, 7]


def put(sheet, cell, value, **style):
    def change(book):
        book[sheet][cell] = value
        for name, one in style.items():
            setattr(book[sheet][cell], name, one)
    return change


@pytest.mark.parametrize(("change", "expected"), [
    (put("dingen", "D2", 12), ["invoer.xlsx, blad dingen, cel D2 (aantal): '12'; verwacht: een "
                               "geheel getal van 1 tot en met 9, zonder punten"]),
    (put("dingen", "D2", "=1+1"), ["invoer.xlsx, blad dingen, cel D2: '=1+1'; verwacht: een "
                                   "waarde; kopieer de cellen en plak ze als waarden"]),
    (put("dingen", "D2", "#REF!"), ["invoer.xlsx, blad dingen, cel D2: '#REF!'; verwacht: een "
                                    "waarde; kopieer de cellen en plak ze als waarden"]),
    (put("dingen", "B3", None), ["invoer.xlsx, blad dingen, cel B3 (naam): ''; verwacht: een "
                                 "ingevulde cel"]),
    (put("dingen", "B3", "a\u202eb"), ["invoer.xlsx, blad dingen, cel B3: 'U+202E'; verwacht: "
                                       "tekst zonder besturingstekens"]),
    (put("dingen", "F3", dt.datetime(2012, 1, 1, 12, 30)),
     ["invoer.xlsx, blad dingen, cel F3: '2012-01-01 12:30:00'; verwacht: tekst, een getal of een "
      "datum; geen tijd"]),
    (put("dingen", "F3", 40_999), ["invoer.xlsx, blad dingen, cel F3 (dag): '40999'; verwacht: "
                                   "een datum als 2012-03-31 of 31-03-2012"]),
    (put("dingen", "D3", dt.datetime(2012, 2, 1)),
     ["invoer.xlsx, blad dingen, cel D3 (aantal): '2012-02-01'; verwacht: een geheel getal van 1 "
      "tot en met 9, zonder punten"]),
    (put("dingen", "C1", "kind"),
     ["invoer.xlsx, blad dingen, rij 1 (soort): ''; verwacht: deze kolom; zij ontbreekt",
      "invoer.xlsx, blad dingen, cel C1 (kind): 'kind'; verwacht: een van " + ", ".join(HEADS)]),
    (lambda book: book["dingen"].merge_cells("A2:B2"),
     ["invoer.xlsx, blad dingen, cel A2: 'samengevoegde cellen'; verwacht: losse cellen; hef het "
      "samenvoegen op", "invoer.xlsx, blad dingen, cel B2 (naam): ''; verwacht: een ingevulde cel"]
     ),
    (lambda book: setattr(book["dingen"], "sheet_state", "hidden"),
     ["invoer.xlsx, blad dingen: 'een verborgen blad'; verwacht: alleen zichtbare bladen; maak "
      "het zichtbaar of haal het weg"]),
    (lambda book: book.create_sheet("Extra"),
     ["invoer.xlsx, blad Extra: 'Extra'; verwacht: een van de bladen uitleg, dingen, tellingen, "
      "lijst, som"]),
    (lambda book: book.remove(book["dingen"]),
     ["invoer.xlsx, blad dingen: ''; verwacht: deze tabel. Een rij per ding."]),
    (lambda book: book["dingen"].delete_rows(1, 3),
     ["invoer.xlsx, blad dingen, rij 1: ''; verwacht: een rij met de kolomnamen "
      + ", ".join(HEADS)])])
def test_what_is_wrong_in_a_workbook(workbook, change, expected):
    assert lines(workbook(change)) == expected


def test_a_cell_shown_as_a_percentage_is_one(workbook):
    tables, faults = read_tables(FORM, workbook(put("dingen", "H2", 0.1, number_format="0%")))
    assert not faults
    assert tables["dingen"].frame["deel"][0].value == 10


def test_numbers_without_binary_noise(workbook):
    tables, faults = read_tables(FORM, workbook(put("dingen", "E2", 0.1 + 0.2)))
    assert not faults
    assert tables["dingen"].frame["maat"][0] == 0.3


def test_what_only_claims_to_be_a_workbook(folder):
    place = folder({"dingen.csv": None, "lijst.csv": None, "invoer.xlsx": b"PK\x03\x04 no"})
    found, = lines(place)
    assert found.startswith("invoer.xlsx: 'een beschadigd ingepakt bestand'")
