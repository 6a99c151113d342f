"""The tables of documents as files for download."""

import csv
import io

import openpyxl
import pytest

from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.publishing.files.checks_csv import checks_table
from participatiemonitor.publishing.files.csv_files import csv_text
from participatiemonitor.publishing.files.downloads import write_downloads
from participatiemonitor.publishing.files.printed_csv import COLUMNS, printed_table
from participatiemonitor.publishing.round_edition import find_edition

HEAD = """
nl: Wie meedoet
section: "4.3"
printed: tabel 4.2
columns:
  gebruikers: {nl: Gebruikers, unit: aantal}
  aandeel: {nl: Aandeel van de bijstand, unit: procent}
rows:
  opvang: {nl: Opvang}
  buurt: {nl: Buurtwerk}
"""
CELLS = """row,column,value,low,high,flag,published,read,section,quantity,note
opvang,gebruikers,53600,,,,53.600,,,,
opvang,aandeel,,10,15,,10-15%,,4.4,,een bereik
buurt,gebruikers,,,,streepje,-,,,,
buurt,aandeel,,50,,woord,=meer dan de helft,,,,
"""


DERIVED = """derived:
  - {id: kop, holds: "opvang.gebruikers <= 50000", nl: niet meer, explained: {table: Zo.}}
"""


@pytest.fixture
def documented(mini):
    """The project with a document that has a table."""
    folder = mini.published / "bron" / "tables"
    folder.mkdir(parents=True)
    (folder.parent / "document.yml").write_text("name: Bron (2005)\n", encoding="utf-8")
    (folder / "t42.yml").write_text(HEAD, encoding="utf-8")
    (folder / "t42.csv").write_text(CELLS, encoding="utf-8")
    return mini


def test_a_table_has_a_row_a_cell_with_what_was_printed_where(documented):
    documents = read_printed(documented)
    document = documents["bron"]
    table = printed_table(document, document.tables["t42"], CheckedDocuments(documents))
    assert list(table) == list(COLUMNS)
    first, second, *_ = table.astype(object).fillna("").itertuples(index=False)
    assert tuple(first) == ("bron", "t42", "opvang", "gebruikers", "Opvang", "Gebruikers", 53600,
                            "", "", "", "53.600", "", "4.3", "")
    assert (second.value, second.low, second.high, second.section, second.note) == (
        "", 10, 15, "4.4", "een bereik")


def test_it_is_among_the_downloads_and_does_no_harm_in_a_spreadsheet(documented):
    year = documented.years()[-1]
    documented.build(year).mkdir(parents=True)
    write_downloads(find_edition(documented, str(year)))
    path = documented.build(year) / "downloads" / "bron-t42.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert [(row["row"], row["value"], row["flag"]) for row in rows] == [
        ("opvang", "53600", ""), ("opvang", "", ""), ("buurt", "", "streepje"),
        ("buurt", "", "woord")]
    assert rows[-1]["published"] == "'=meer dan de helft"
    cover = openpyxl.load_workbook(documented.build(year) / f"monitor-{year}.xlsx")["Voorblad"]
    assert [line for (line,) in cover.iter_rows(values_only=True) if "Bron (2005)" in line]


def test_what_was_recomputed_stands_in_a_file_with_the_verdict(documented):
    head = documented.published / "bron" / "tables" / "t42.yml"
    head.write_text(HEAD + DERIVED, encoding="utf-8")
    checks = CheckedDocuments(read_printed(documented)).checks
    row, = csv.DictReader(io.StringIO(csv_text(checks_table(checks)), newline=""))
    assert row == {
        "document": "bron", "table": "t42", "check": "kop", "holds": "niet meer",
        "row": "", "cell": "bron.t42.opvang.gebruikers", "printed": "53.600",
        "printed_low": "53550", "printed_high": "53650", "sign": "<=", "follows": "hooguit 50.000",
        "follows_low": "50000", "follows_high": "50000", "verdict": "klopt niet",
        "explained": "Zo."}
