"""Broken lists of suppliers: each gives one clear message, without anything of a person."""

import openpyxl
import polars as pl
import pytest

from participatiemonitor.studies.overlap.door import texts, workbooks
from studies.overlap.door.lists import COLUMNS, HEADS, ROW, SECOND, listed, refused, text, write
from studies.overlap.door.unseen import assert_unseen

MANY = [ROW] * 7


def changed(row, **cells):
    """A row with other cells, by what they hold."""
    return tuple(cells.get(name, cell) for name, cell in zip(COLUMNS, row, strict=True))


def lines(*more, to=0):
    """Good rows, with other lines after the first of them."""
    head, *rows = text(MANY, end="\n").splitlines()
    return "\n".join([head, *rows[:to + 1], *more, *rows[to + 1:]]) + "\n"


def csv_of(content):
    """A maker of a csv file with this content."""
    def make(folder):
        path = folder / "lijst.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return listed(path)
    return make


def rows_of(*rows, name="lijst.csv", heads=HEADS, columns=COLUMNS, **more):
    """A maker of a file with these rows."""
    def make(folder):
        return listed(write(folder / name, rows, heads), columns, **more)
    return make


def missing(folder):
    """No file."""
    return listed(folder / "lijst.csv")


def a_folder(folder):
    """A folder under the name of a file."""
    (folder / "lijst.csv").mkdir()
    return listed(folder / "lijst.csv")


def other_kind(folder):
    """A kind of file that is not read."""
    path = folder / "lijst.ods"
    path.write_bytes(text(MANY).encode())
    return listed(path)


def raw(name, content):
    """A maker of a file with bytes."""
    def make(folder):
        (folder / name).write_bytes(content)
        return listed(folder / name)
    return make


def half(name):
    """A maker of a file of which the end is not there."""
    def make(folder):
        path = write(folder / name, MANY * 100)
        path.write_bytes(path.read_bytes()[:-2_000])
        return listed(path)
    return make


def no_sheet(folder):
    """A sheet that is not in the workbook."""
    return listed(write(folder / "lijst.xlsx", MANY), sheet="Maart")


def empty_sheet(folder):
    """A sheet without cells."""
    openpyxl.Workbook().save(folder / "lijst.xlsx")
    return listed(folder / "lijst.xlsx")


def nested(folder):
    """A parquet file with lists in a column."""
    frame = pl.DataFrame(MANY, schema=list(HEADS), orient="row")
    frame.with_columns(pl.concat_list("BSN").alias("BSN")).write_parquet(folder / "lijst.parquet")
    return listed(folder / "lijst.parquet")


def swapped(folder):
    """Columns that hold what others should."""
    columns = COLUMNS | {"bsn": COLUMNS["achternaam"], "geboortedatum": COLUMNS["huisnummer"]}
    return listed(write(folder / "lijst.csv", [ROW, SECOND]), columns)


def never_whole(folder):
    """Names of which each lacks another part."""
    rows = [changed(ROW, achternaam=""), changed(SECOND, geboortedatum="1984")]
    named = {name: column for name, column in COLUMNS.items() if name != "bsn"}
    return listed(write(folder / "lijst.csv", rows), named)


UTF16 = text(MANY).encode("utf-16")
LOCKED = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
BROKEN = {
    "missing": (missing, "lijst.csv: 'ontbreekt'; verwacht: een bestand met deze naam in de map"),
    "a folder": (a_folder, "lijst.csv: 'ontbreekt'"),
    "other kind": (other_kind, "lijst.ods: 'een bestand van een andere soort'; verwacht: csv"),
    "old excel": (raw("lijst.xls", LOCKED), "lijst.xls: 'een bestand van een andere soort'"),
    "nothing": (csv_of(""), "lijst.csv: 'leeg'; verwacht: een rij met kolomnamen"),
    "blank lines": (csv_of("\r\n \r\n"), "lijst.csv: 'leeg'"),
    "a mark only": (csv_of(b"\xef\xbb\xbf"), "lijst.csv: 'leeg'"),
    "no text": (csv_of(bytes(range(256)) * 40), "lijst.csv: 'geen tekst'"),
    "nulls far down": (csv_of(lines().encode() + b"\0" * 9), "lijst.csv: 'geen tekst'"),
    "half utf-16": (csv_of(UTF16[:-1]), "lijst.csv: 'geen tekst'"),
    "excel as csv": (lambda folder: listed(write(folder / "x.xlsx", MANY).rename(
        folder / "lijst.csv")), "lijst.csv: 'geen tekst'"),
    "only names": (rows_of(), "lijst.csv: 'geen rijen'"),
    "empty rows": (rows_of([""] * len(ROW), [" "] * len(ROW)), "lijst.csv: 'geen rijen'"),
    "no names": (csv_of(lines().partition("\n")[2]),
                 "lijst.csv, rij 1: 'gegevens in plaats van kolomnamen'; verwacht: een rij met"),
    "column missing": (rows_of(*MANY, columns=COLUMNS | {"bsn": "Sofinummer"}),
                       "lijst.csv, rij 1, kolom Sofinummer: 'ontbreekt'; verwacht: een van de "
                       "kolommen van dit bestand: BSN, Achternaam, Voorletters"),
    "column twice": (rows_of(*MANY, heads=(*HEADS[:4], "bsn", *HEADS[5:]),
                             columns={"bsn": "BSN", "voorziening": "Soort"}),
                     "lijst.csv, rij 1, kolom BSN: '2 kolommen met deze naam'"),
    "a cell too few": (csv_of(lines("111222333;Quadvlieg")),
                       "lijst.csv, rij 3: '2 cellen'; verwacht: 11 cellen, als de rij met "
                       "kolomnamen, gescheiden door puntkomma"),
    "cells too many": (csv_of(lines(*[";".join((*ROW, "x"))] * 3, to=2)),
                       "lijst.csv, rij 5: '12 cellen, en in 2 andere rijen een ander aantal'"),
    "a quote that does not end": (csv_of(lines(to=6) + ";".join(ROW).replace("van", '"van')),
                                  "lijst.csv, rij 9: 'een aanhalingsteken zonder einde'"),
    "text after quotes": (csv_of(lines(";".join(ROW).replace("van der", '"van" der'))),
                          "lijst.csv: 'rijen die niet te lezen zijn'; verwacht: een bestand dat "
                          "heel is; van csv aanhalingstekens alleen om een hele cel"),
    "nobody to know": (rows_of(*MANY, columns={"achternaam": "Achternaam", "postcode": "Postcode",
                                               "voorziening": "Soort"}),
                       "lijst.csv: 'geen kolommen waaraan personen te herkennen zijn'; verwacht: "
                       "bsn, of achternaam, voorletters, geboortedatum, postcode en huisnummer"),
    "no provision": (rows_of(*MANY, columns={"bsn": "BSN"}), "lijst.csv: 'geen voorziening'; "
                     "verwacht: in leveranciers een kolom onder voorziening"),
    "unknown provision": (rows_of(*MANY, *[changed(ROW, voorziening="Quadvlieg")] * 4),
                          "lijst.csv, rij 9, kolom Soort: 'iets anders, en in 3 andere rijen "
                          "ook'; verwacht: een voorziening die in voorzieningen staat"),
    "provision empty": (rows_of(*MANY, changed(ROW, voorziening=" ")),
                        "lijst.csv, rij 9, kolom Soort: 'iets anders'"),
    "provision in excel": (rows_of(ROW, changed(ROW, voorziening="Quadvlieg"), name="lijst.xlsx"),
                           "lijst.xlsx, blad Sheet, cel H3 (Soort): 'iets anders'"),
    "provision in parquet": (rows_of(ROW, changed(ROW, voorziening="?"), name="lijst.parquet"),
                             "lijst.parquet, rij 2, kolom Soort: 'iets anders'"),
    "no day": (rows_of(ROW, changed(ROW, begin="1961-07-32"), SECOND),
               "lijst.csv, rij 3, kolom Vanaf: 'iets anders'; verwacht: een datum, zoals"),
    "no last day": (rows_of(*MANY, *[changed(ROW, einde="heden")] * 2),
                    "lijst.csv, rij 9, kolom Tot: 'iets anders, en in 1 andere rij ook'; verwacht: "
                    "een datum, zoals 2012-03-31 of 31-3-2012, of een lege cel"),
    "end before begin": (rows_of(ROW, SECOND, changed(ROW, einde="2011-04-30")),
                         "lijst.csv, rij 4, kolom Tot: 'een eerdere dag'; verwacht: een dag op of "
                         "na die onder Vanaf"),
    "nobody whole": (never_whole, "lijst.csv: 'in geen enkele rij een geldige persoon'; verwacht: "
                     "in Achternaam (achternaam), Voorletters (voorletters)"),
    "short years": (rows_of(*[changed(ROW, geboortedatum="23-07-61")] * 3),
                    "lijst.csv, rij 1, kolom Geboren: 'in geen enkele rij een geldige "
                    "geboortedatum'; verwacht: een geldige geboortedatum in ten minste één rij"),
    "numbers nowhere": (rows_of(changed(ROW, bsn="111222334"), changed(ROW, bsn="")),
                        "lijst.csv, rij 1, kolom BSN: 'in geen enkele rij een geldig "
                        "burgerservicenummer'"),
    "postcodes in excel": (rows_of(changed(ROW, postcode="38"), name="lijst.xlsx"),
                           "lijst.xlsx, blad Sheet, cel E1 (Postcode): 'in geen enkele rij een "
                           "geldige postcode'"),
    "houses nowhere": (rows_of(changed(ROW, huisnummer="a")), "lijst.csv, rij 1, kolom Huisnr: 'in "
                       "geen enkele rij een huisnummer'"),
    "names nowhere": (rows_of(changed(ROW, achternaam="")), "lijst.csv, rij 1, kolom Achternaam: "
                      "'in geen enkele rij een achternaam'"),
    "initials nowhere": (rows_of(changed(ROW, voorletters=" ")), "lijst.csv, rij 1, kolom "
                         "Voorletters: 'in geen enkele rij een voorletter'"),
    "half a workbook": (half("lijst.xlsx"),
                        "lijst.xlsx: 'een bestand dat niet als werkmap is te lezen'"),
    "a password": (raw("lijst.xlsx", LOCKED), "lijst.xlsx: 'een werkmap met een wachtwoord"),
    "text as excel": (raw("lijst.xlsx", text(MANY).encode()),
                      "lijst.xlsx: 'een bestand dat niet als werkmap is te lezen'"),
    "no such sheet": (no_sheet, "lijst.xlsx: 'geen blad Maart'; verwacht: een van de bladen Sheet"),
    "empty sheet": (empty_sheet, "lijst.xlsx: 'blad Sheet: leeg'"),
    "half a parquet": (half("lijst.parquet"),
                       "lijst.parquet: 'een bestand dat niet als parquet is te lezen'"),
    "text as parquet": (raw("lijst.parquet", text(MANY).encode()),
                        "lijst.parquet: 'een bestand dat niet als parquet is te lezen'"),
    "lists in parquet": (nested, "lijst.parquet, kolom BSN: 'lijsten of andere samengestelde"),
}


@pytest.mark.parametrize("make, message", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_list_gives_one_message(tmp_path, capfd, caplog, make, message):
    """It says where and what was expected, and shows nothing that stands in the list."""
    said = refused([make(tmp_path)], tmp_path / "store")
    head, fault, last = said.split("\n")
    assert head == "1 fout in de gegevens:"
    assert fault.strip().startswith(message)
    assert last == "Herstel ze en probeer het opnieuw."
    seen = capfd.readouterr()
    assert_unseen("\n".join((said, seen.out, seen.err, caplog.text)))


def test_a_workbook_that_unpacks_to_too_much(tmp_path, monkeypatch):
    """Before any of it is read."""
    monkeypatch.setattr(workbooks, "LARGEST", 5_000)
    said = refused([rows_of(*MANY, name="lijst.xlsx")(tmp_path)], tmp_path / "store")
    assert "bytes, uitgepakt'; verwacht: ten hoogste 5000 bytes" in said


def test_text_in_another_encoding_that_is_too_much(tmp_path, monkeypatch):
    """It would be held in memory."""
    monkeypatch.setattr(texts, "LARGEST", 50)
    said = refused([csv_of(UTF16)(tmp_path)], tmp_path / "store")
    assert "bytes, niet in UTF-8'; verwacht: ten hoogste 50 bytes" in said


def test_all_faults_of_all_lists_at_once(tmp_path):
    """Those of one list do not hide those of another."""
    found = []
    for number, one in enumerate(("missing", "no day", "column missing", "half a parquet")):
        (folder := tmp_path / str(number)).mkdir()
        found.append(BROKEN[one][0](folder))
    (folder := tmp_path / "good").mkdir()
    found.append(rows_of(*MANY)(folder))
    said = refused(found, tmp_path / "store")
    assert said.startswith("4 fouten in de gegevens:")
    assert_unseen(said)


def test_several_faults_of_one_list(tmp_path):
    """Provisions, begins and ends are told together."""
    rows = [changed(ROW, voorziening="?", begin="?"), changed(ROW, einde="2011-04-30")]
    said = refused([rows_of(*rows)(tmp_path)], tmp_path / "store")
    assert said.startswith("3 fouten in de gegevens:")


def test_columns_that_are_swapped(tmp_path):
    """Each is named."""
    said = refused([swapped(tmp_path)], tmp_path / "store")
    assert said.startswith("2 fouten in de gegevens:")
    assert "kolom Achternaam: 'in geen enkele rij een geldig burgerservicenummer'" in said
    assert "kolom Huisnr: 'in geen enkele rij een geldige geboortedatum'" in said
    assert_unseen(said)


def test_names_of_columns_are_not_shown_where_they_may_be_data(tmp_path):
    """Whatever stands in the first row, if any of it looks like data nothing of it is shown."""
    for cell in ("111222333", "1112.22.333", "23-7-1961", "1961-07-23", "7419RX", "38"):
        path = write(tmp_path / "a.csv", [ROW[:2]], heads=("Zijlstra", cell))
        said = refused([listed(path, {"bsn": "BSN"}, provision=0)], tmp_path / "store")
        assert "gegevens in plaats van kolomnamen" in said
        assert_unseen(said)
    path = write(tmp_path / "b.csv", [ROW[:2]], heads=("Wijk 2012", "Naam"))
    said = refused([listed(path, {"bsn": "BSN"}, provision=0)], tmp_path / "store")
    assert "een van de kolommen van dit bestand: Wijk 2012, Naam" in said
