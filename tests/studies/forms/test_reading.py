"""Folders of csv files: what is read of them, and all that can be wrong at once."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.errors import InputError
from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.studies.forms.reading import read_folder, read_tables

from .conftest import FORM, GOOD, lines


def test_cells_become_values(folder):
    tables, faults = read_tables(FORM, folder())
    assert not faults
    assert set(tables) == {"dingen", "lijst"}
    frame = tables["dingen"].frame
    assert frame["soort"].tolist() == ["g", "k"]
    assert frame["aantal"].to_numpy(float, na_value=np.nan).tolist()[0] == 3
    assert frame["aantal"].isna().tolist() == [False, True]
    assert frame["maat"].tolist() == [1.5, 2.25]
    assert frame["dag"].dt.date.tolist() == [dt.date(2012, 3, 31), dt.date(2012, 4, 1)]
    assert frame["woorden"].tolist() == [("rood", "rond"), ()]
    assert frame["deel"].tolist() == [Limits(10, 15), Limits(0, 100)]
    assert frame["nieuw"].tolist() == [True, False]


@pytest.mark.parametrize("change", [
    lambda text: text.replace(";", "/").replace(",", ";").replace('"1;5"', "1,5").replace("/", "+"),
    lambda text: text.replace("\n", "\r\n"), lambda text: text + "\n,,,,,,,,\n\n",
    lambda text: text.replace("code,naam", "Code , NAAM"), lambda text: "\ufeff" + text,
    lambda text: "sep=,\n" + text,
    lambda text: text.replace("nieuw\n", "nieuw,,\n").replace("ja\n", "ja,,\n").replace(
        "nee\n", "nee,,\n")])
def test_what_programs_write_reads_the_same(folder, change):
    tables, faults = read_tables(FORM, folder({"dingen.csv": change(GOOD["dingen.csv"])}))
    assert not faults
    assert tables["dingen"].frame["maat"].tolist() == [1.5, 2.25]
    assert tables["dingen"].frame["naam"].tolist() == ["Een", "Twee"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_with_accents(folder, encoding):
    text = GOOD["dingen.csv"].replace("Een", "Één café, geïnd".replace(",", ""))
    tables, faults = read_tables(FORM, folder({"dingen.csv": text.encode(encoding)}))
    assert not faults
    assert tables["dingen"].frame["naam"][0] == "Één café geïnd"


def test_all_faults_at_once_with_their_place(folder):
    place = folder({
        "dingen.csv": "code,naam,soort,aantal,maat,dag,woorden,deel,nieuw\n"
                      "a,,groot,10,0,2012-02-30,geen;rood,40-30%,misschien\n"
                      "a,Twee,middel,1.0,x,31-12-12,;,140,ja\n",
        "tellingen.csv": "ding,plaats\nc,hier\na,hier\na,hier\n"})
    assert lines(place) == [
        "dingen.csv, rij 2, kolom naam: ''; verwacht: een ingevulde cel",
        "dingen.csv, rij 3, kolom soort: 'middel'; verwacht: een van groot, klein",
        "dingen.csv, rij 2, kolom aantal: '10'; verwacht: een geheel getal van 1 tot en met 9, "
        "zonder punten",
        "dingen.csv, rij 3, kolom aantal: '1.0'; verwacht: een geheel getal van 1 tot en met 9, "
        "zonder punten",
        "dingen.csv, rij 2, kolom maat: '0'; verwacht: een getal boven 0",
        "dingen.csv, rij 3, kolom maat: 'x'; verwacht: een getal boven 0",
        "dingen.csv, rij 2, kolom dag: '2012-02-30'; verwacht: een datum als 2012-03-31 of "
        "31-03-2012",
        "dingen.csv, rij 3, kolom dag: '31-12-12'; verwacht: een datum als 2012-03-31 of "
        "31-03-2012",
        "dingen.csv, rij 2, kolom woorden: 'geen;rood'; verwacht: woorden met een puntkomma "
        "ertussen, of geen",
        "dingen.csv, rij 3, kolom woorden: ';'; verwacht: woorden met een puntkomma ertussen, of "
        "geen",
        *[f"dingen.csv, rij {row}, kolom deel: '{value}'; verwacht: een getal (12 of 12,5), een "
          "reeks (10-15), een grens (<1), ongeveer 40, of ? als het niet bekend is; een streepje "
          "alleen bij een percentage, van 0 tot en met 100"
          for row, value in ((2, "40-30%"), (3, "140"))],
        "dingen.csv, rij 2, kolom nieuw: 'misschien'; verwacht: een van ja, nee",
        "dingen.csv, rij 3, kolom code: 'a'; verwacht: elke code één keer",
        "tellingen.csv, rij 4, kolom plaats: 'a, hier'; verwacht: elke combinatie van ding en "
        "plaats één keer",
        "tellingen.csv, rij 2, kolom ding: 'c'; verwacht: een code uit dingen: a"]


@pytest.mark.parametrize(("files", "line"), [
    ({"dingen.csv": "code,naam\na,b\n"},
     "dingen.csv, rij 1, kolom soort: ''; verwacht: deze kolom; zij ontbreekt"),
    ({"dingen.csv": "code,naam,soort,kleur\na,b,groot,1\n"},
     "dingen.csv, rij 1, kolom kleur: 'kleur'; verwacht: een van code, naam, soort, aantal, maat, "
     "dag, woorden, deel, nieuw"),
    ({"dingen.csv": "code,naam,soort,naam\na,b,groot,c\n"},
     "dingen.csv, rij 1, kolom naam: 'naam'; verwacht: elke kolom één keer"),
    ({"dingen.csv": "code,naam,soort\na,b\n"}, "dingen.csv, rij 2: '2 cellen'; verwacht: 3 cellen"),
    ({"dingen.csv": "code,naam,soort\na,\"b,groot\n"}, "dingen.csv, rij 2: 'een cel die niet "
     "eindigt of te lang is'; verwacht: aanhalingstekens"),
    ({"dingen.csv": ""}, "dingen.csv, rij 1: ''; verwacht: een kopregel met code, naam"),
    ({"dingen.csv": "code,naam,soort\n"},
     "dingen.csv: 'geen rijen'; verwacht: ten minste één rij"),
    ({"dingen.csv": None}, "dingen.csv: ''; verwacht: deze tabel. Een rij per ding."),
    ({"dinge.csv": "x"}, "dinge.csv: 'dinge.csv'; verwacht: een van dingen.csv, tellingen.csv"),
    ({"dingen.csv": "code,naam,soort\na,b\x1bc,groot\n"},
     "dingen.csv, rij 2, kolom naam: 'U+001B'; verwacht: tekst zonder besturingstekens"),
    ({"dingen.csv": f"code,naam,soort\na,{'b' * 3000},groot\n"},
     "dingen.csv, rij 2, kolom naam: 'bbb"),
    ({"dingen.csv": "code,naam,soort,maat\na,b,groot,1.500\n"},
     "dingen.csv, rij 2, kolom maat: '1.500'; verwacht: een getal boven 0, zonder punt tussen"),
    ({"lijst.csv": "x\n1\n2\n"}, "lijst.csv, rij 3: '2 rijen'; verwacht: één rij"),
    ({"lijst.csv": None}, "map: ''; verwacht: precies een van: een lijst (lijst); een som (som)"),
    ({"som.csv": "y\n1\n"}, "map: 'lijst, som'; verwacht: precies een van: een lijst (lijst)"),
    ({"tellingen.csv": "ding,plaats,,a\na,hier,4,5\n"},
     "tellingen.csv, rij 1: ''; verwacht: een naam boven elke kolom waarin iets staat")])
def test_one_fault_is_one_line(folder, files, line):
    found = lines(folder(files))
    assert len(found) == 1
    assert found[0].startswith(line)


def test_a_decimal_point_before_three_digits_where_others_are_decimal(folder):
    text = "code,naam,soort,maat\na,b,groot,1.500\nc,d,klein,2.25\n"
    tables, faults = read_tables(FORM, folder({"dingen.csv": text}))
    assert not faults
    assert tables["dingen"].frame["maat"].tolist() == [1.5, 2.25]


def test_columns_that_a_user_adds_are_numbers_or_text(folder):
    text = "ding,plaats,Jaren,wijk\na,hier,12,oost\nb,daar,\"3,5\",4\n"
    tables, faults = read_tables(FORM, folder({"tellingen.csv": text}))
    assert not faults
    found = tables["tellingen"]
    assert found.added == ["Jaren", "wijk"]
    assert found.frame["Jaren"].tolist() == [12, 3.5]
    assert found.frame["wijk"].tolist() == ["oost", "4"]


def test_both_kinds_of_files_are_refused(folder):
    place = folder({"boek.xlsx": b"x"})
    assert lines(place) == ["map: 'boek.xlsx, dingen.csv, lijst.csv'; verwacht: csv-bestanden of "
                            "één werkmap, en niet beide; haal weg wat niet meer geldt"]


def test_a_folder_that_is_none_or_empty(tmp_path):
    with pytest.raises(InputError, match=r"geen map\. Verwacht: een map met dingen\.csv"):
        read_tables(FORM, tmp_path / "weg")
    (tmp_path / "sleutel.txt").write_text("x")
    with pytest.raises(InputError, match="geen invoer"):
        read_tables(FORM, tmp_path)


def test_checks_are_told_with_the_rest(folder):
    place = folder({"dingen.csv": "code,naam,soort\na,b,groot\nb,,klein\n"})
    with pytest.raises(InvalidWave) as caught:
        read_folder(FORM, place, lambda tables: tables["dingen"].faults([0], "naam", "niets"),
                    lambda tables: 1)
    assert [fault.row for fault in caught.value.faults] == [3, 2]
    assert caught.value.exit_code == 2
    assert read_folder(FORM, folder(), lambda tables: [], lambda tables: len(tables)) == 2


def test_many_faults_of_a_kind_are_one_line(folder):
    rows = "".join(f"c{row},b,fout\n" for row in range(500))
    with pytest.raises(InvalidWave) as caught:
        read_folder(FORM, folder({"dingen.csv": f"code,naam,soort\n{rows}"}), lambda tables: [],
                    lambda tables: 1)
    assert "dingen.csv, 500 cellen in kolom soort, bijvoorbeeld rij 2: 'fout'" in str(caught.value)
    assert str(caught.value).count("\n") == 2


CELLS = st.text(st.sampled_from("a1,;\"'\n\r\t =+-?%.éx\x00\u202e"), max_size=8)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELLS, max_size=10), max_size=5), st.booleans())
def test_whatever_stands_in_a_file_is_read_or_refused(tmp_path, rows, headed):
    head = "code,naam,soort,aantal,maat,dag,woorden,deel,nieuw\n" if headed else ""
    text = head + "\n".join(",".join(row) for row in rows)
    (tmp_path / "dingen.csv").write_bytes(text.encode("utf-8"))
    for line in lines(tmp_path):
        assert "verwacht: " in line
        assert "\n" not in line


@given(st.binary(max_size=200))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path, content):
    (tmp_path / "dingen.csv").write_bytes(content)
    assert all("verwacht: " in line for line in lines(tmp_path))
