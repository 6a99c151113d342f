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


def faults_of(folder, *rows, earlier="", provisions=("bijstand",)):
    """What is wrong with these rows; the cells of them are right."""
    (folder / "opzet.csv").write_text(
        f"gemeente,peildatum,vorige_peildatum\nGemeente A,2012-03-31,{earlier}\n")
    (folder / "voorzieningen.csv").write_text("".join(
        ["voorziening,regeling,domein\n", *(f"{name},Wwb,werk\n" for name in provisions)]))
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


@pytest.mark.parametrize("row", [{"begin": "Vanaf"}, {"einde": "Tot"}, {"stand": "2011-03-31"},
                                 {"stand": "2012-03-31"}])
def test_lists_of_two_days(tmp_path, row):
    """Each tells who used on which."""
    assert faults_of(tmp_path, row, earlier="2011-03-31") == []


def test_a_list_that_would_be_the_same_on_two_days(tmp_path):
    """It would make a difference where there is none, or none where there is."""
    fault, = faults_of(tmp_path, {"begin": "Vanaf"}, {"bestand": "b.csv"}, earlier="2011-03-31")
    assert fault.startswith("leveranciers.csv, rij 3, kolom stand: ")
    assert ("peildatum, 2012-03-31, of vorige_peildatum, 2011-03-31; of een kolom onder begin of "
            "einde") in fault


@pytest.mark.parametrize("earlier, expected", [
    ("", "verwacht: peildatum, 2012-03-31"),
    ("2010-03-31", "verwacht: peildatum, 2012-03-31, of vorige_peildatum, 2010-03-31")])
def test_a_list_of_a_day_that_is_not_counted(tmp_path, earlier, expected):
    """Nobody in it would be seen."""
    fault, = faults_of(tmp_path, {"stand": "2011-03-31"}, earlier=earlier)
    assert fault.startswith("leveranciers.csv, rij 2, kolom stand: ") and fault.endswith(expected)


@pytest.mark.parametrize("other", ["Bijstand", "BIJSTAND"])
def test_provisions_that_are_alike(tmp_path, other):
    """Lists do not tell them apart."""
    fault, = faults_of(tmp_path, {}, provisions=("bijstand", "hulp thuis", other))
    assert fault.startswith(f"voorzieningen.csv, rij 4, kolom voorziening: '{other}'")
    fault, = faults_of(tmp_path, {}, provisions=("hulp thuis", "hulp  thuis", "bijstand"))
    assert "rij 3" in fault and "spaties" in fault
