"""SPSS files: types, labels, missing values and encodings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from participatiemonitor.survey.importing.received import Missing
from participatiemonitor.survey.importing.spss import read_spss

FRAME = pd.DataFrame({
    "org": ["G1", "G2", ""], "beleid": [1.0, 99.0, None], "cijfer": [0.5, 1e16, -0.0],
    "tekst": ["Cliënt", "één\ntwee", "x" * 600],
})
SETTINGS = {
    "column_labels": ["Code", "Is er\nbeleid?", "", "Toelichting"],
    "variable_value_labels": {"beleid": {1: "ja", 99: "weet niet"}, "org": {"G1": "Één"}},
    "missing_ranges": {"beleid": [99], "cijfer": [{"lo": -9, "hi": -1}]},
}


@pytest.mark.parametrize("how", [{}, {"compress": True}, {"row_compress": True}])
def test_everything_in_the_file_is_received(how, tmp_path):
    path = tmp_path / "antwoorden.sav"
    pyreadstat.write_sav(FRAME, path, **SETTINGS, **how)
    received = read_spss(path)
    org, policy, number, text = received.variables
    assert (received.kind, received.rows, received.first_row) == ("SPSS", 3, 1)
    assert (org.label, org.cells, org.values) == ("Code", ("G1", "G2", ""), {"G1": "Één"})
    assert (policy.label, policy.cells) == ("Is er beleid?", ("1", "99", ""))
    assert policy.values == {"1": "ja", "99": "weet niet"}
    assert policy.missing == (Missing("99", "99"),)
    assert number.cells == ("0.5", "1e+16", "0")
    assert number.missing == (Missing("-9", "-1"),)
    assert (text.label, text.cells) == ("Toelichting", tuple(FRAME["tekst"]))


@pytest.mark.parametrize(("encoding", "told"), [("cp1252", "Windows-1252"), ("utf-8", "UTF-8")])
def test_a_file_that_does_not_say_its_encoding_is_read_as_what_it_is(encoding, told, tmp_path):
    """Old programs write no record of the encoding, and newer ones then wrote UTF-8 in it."""
    path = tmp_path / "oud.sav"
    pyreadstat.write_sav(pd.DataFrame({"a": [1.0], "b": ["clixxxxnt"]}), path,
                         column_labels=["", "xxxx"])
    content = path.read_bytes()
    letters = "ëé".encode(encoding).ljust(4)
    content = content.replace(b"xxxx", letters)
    content = without_encoding(content)
    path.write_bytes(content)
    received = read_spss(path)
    assert received.details == (f"tekens: {told}",)
    assert received.variables[1].cells[0].replace(" ", "") == "cliëént"


def without_encoding(content: bytes) -> bytes:
    """The file without its record of the encoding, and with an unknown code page."""
    place = content.index(b"UTF-8") - 16
    content = content[:place] + content[place + 16 + 5:]
    integers = content.index((3).to_bytes(4, "little") + (4).to_bytes(4, "little")
                             + (8).to_bytes(4, "little"))
    code = integers + 12 + 7 * 4
    return content[:code] + (2).to_bytes(4, "little") + content[code + 4:]


def test_dates_times_and_what_is_neither(tmp_path):
    path = tmp_path / "tijd.sav"
    pyreadstat.write_sav(pd.DataFrame({
        "dag": [dt.date(2016, 2, 1), None], "moment": [dt.datetime(2016, 2, 1, 9, 30), None],
        "duur": [90_605.0, 1e300]}), path, variable_format={"duur": "TIME8"})
    day, moment, span = read_spss(path).variables
    assert day.cells == ("2016-02-01", "")
    assert moment.cells == ("2016-02-01 09:30:00", "")
    assert span.cells == ("25:10:05", "1e+300")


def test_names_of_any_alphabet(tmp_path):
    path = Path(tmp_path / "namen.sav")
    pyreadstat.write_sav(pd.DataFrame({"vraag_één": [1.0], "Q1.a": ["x"], "x_1": [2.0]}), path)
    assert [variable.name for variable in read_spss(path).variables] == ["vraag_één", "Q1.a", "x_1"]
