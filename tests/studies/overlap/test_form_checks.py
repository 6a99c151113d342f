"""What is wrong with the description of lists."""

import csv

import pytest

from participatiemonitor.studies.forms.reading import read_tables
from participatiemonitor.studies.overlap.form import FORM, SUPPLIERS
from participatiemonitor.studies.overlap.form_checks import list_faults

HEADS = [column.name for column in FORM.table(SUPPLIERS).columns]
GOOD = {"leverancier": "Sociale dienst", "bestand": "a.csv", "bsn": "BSN", "voorziening": "Soort"}
NAMED = {"bsn": "", "achternaam": "Naam", "voorletters": "V", "geboortedatum": "Geboren",
         "postcode": "Postcode", "huisnummer": "Nummer"}


def faults_of(folder, *rows):
    """What is wrong with these rows; the cells of them are right."""
    (folder / "opzet.csv").write_text("gemeente,peildatum\nGemeente A,2012-03-31\n")
    (folder / "voorzieningen.csv").write_text(
        "voorziening,regeling,domein\nbijstand,Wwb,werk\n")
    with (folder / "leveranciers.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, HEADS)
        writer.writeheader()
        writer.writerows({**GOOD, **row} for row in rows)
    tables, faults = read_tables(FORM, folder)
    assert not faults
    return [str(fault) for fault in list_faults(tables)]


@pytest.mark.parametrize("row", [
    {}, NAMED, {**NAMED, "bsn": "BSN", "toevoeging": "T", "gebied": "Wijk"},
    {"voorziening": "", "alles": "bijstand", "stand": "2012-03-31"},
    {"begin": "Vanaf"}, {"begin": "Vanaf", "einde": "Tot"}, {"bestand": "A b.XLSX", "blad": "x"},
    {"bestand": "lijst.parquet"}, {"bestand": "lijst.2012.txt"},
    {"achternaam": "Naam"}])
def test_good_rows(tmp_path, row):
    """Nothing is wrong with them."""
    assert faults_of(tmp_path, row) == []


@pytest.mark.parametrize("row, column, words", [
    ({"alles": "bijstand"}, "alles", "een van beide"),
    ({"voorziening": ""}, "voorziening", "of onder alles de voorziening van alle rijen"),
    ({"bsn": ""}, "bsn", "achternaam, voorletters, geboortedatum, postcode en huisnummer alle"),
    ({**NAMED, "voorletters": ""}, "bsn", "burgerservicenummer"),
    ({"postcode": "P"}, "postcode", "huisnummer"), ({"huisnummer": "H"}, "huisnummer", "postcode"),
    ({"toevoeging": "T"}, "toevoeging", "huisnummer"),
    ({"begin": "Vanaf", "stand": "2012-03-31"}, "stand", "een lege cel"),
    ({"einde": "Tot", "stand": "2012-03-31"}, "stand", "een lege cel"),
    ({"gebied": "soort"}, "gebied", "een andere kolom dan onder voorziening"),
    ({"postcode": "Postcode", "huisnummer": "Nr", "gebied": "POSTCODE"}, "gebied",
     "een andere kolom dan onder postcode"),
    ({"bestand": "../a.csv"}, "bestand", "zonder mappen"),
    ({"bestand": "/etc/a.csv"}, "bestand", "zonder mappen"),
    ({"bestand": "C:\\a.csv"}, "bestand", "zonder mappen"),
    ({"bestand": ".csv"}, "bestand", "zonder mappen"),
    ({"bestand": "a.ods"}, "bestand", "csv (.csv, .txt, .tsv), Excel (.xlsx) of parquet"),
    ({"bestand": "a"}, "bestand", "parquet"),
    ({"blad": "Blad1"}, "blad", "alleen Excel heeft bladen")])
def test_one_fault(tmp_path, row, column, words):
    """Each in its row and column."""
    fault, = faults_of(tmp_path, {"bestand": "eerste.csv"}, row)
    assert fault.startswith(f"leveranciers.csv, rij 3, kolom {column}: ")
    assert words in fault


def test_a_file_twice(tmp_path):
    """Only a workbook may be, and then by its sheets."""
    fault, = faults_of(tmp_path, {}, {"bestand": "A.csv"})
    assert "rij 3, kolom bestand: 'A.csv'; verwacht: elk bestand één keer" in fault
    assert faults_of(tmp_path, {"bestand": "a.xlsx", "blad": "x"},
                     {"bestand": "a.xlsx", "blad": "y"}) == []
