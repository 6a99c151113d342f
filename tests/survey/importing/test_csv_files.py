"""csv of any origin: encodings, delimiters, decimal commas; and what is not guessed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.survey.importing.csv_files import read_csv

TEXT = ('org;beleid;toelichting\r\nG1;1,0;"Cliënten, één keer;\r\n""ja"" – vóór €\xa02"\r\n'
        "G2;0,5;\r\n")
CELLS = [("G1", "G2"), ("1", "0.5"), ('Cliënten, één keer;\r\n"ja" – vóór €\xa02', "")]


def read(content: bytes | str):
    content = content.encode() if isinstance(content, str) else content
    return read_csv(Path("antwoorden.csv"), content)


def cells(content: bytes | str) -> list[tuple[str, ...]]:
    return [variable.cells for variable in read(content).variables]


@pytest.mark.parametrize(("encoding", "told"), [
    ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 met BOM"), ("utf-16", "UTF-16"),
    ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("cp1252", "Windows-1252"),
    ("mac_roman", "Macintosh"),
])
def test_every_encoding_gives_the_same_cells(encoding, told):
    received = read(TEXT.encode(encoding))
    assert [variable.cells for variable in received.variables] == CELLS
    assert received.details[0] == f"tekens: {told}"


@pytest.mark.parametrize(("encoding", "told", "text"), [
    (encoding, told, text)
    for encoding, told, more in (
        ("cp1252", "Windows-1252", ("financiële €\xa05", "“ja”", "zo’n – of…")),
        ("cp850", "MS-DOS (850)", ()),
        ("mac_roman", "Macintosh", ("financiële €\xa05", "“ja”", "zo’n – of…")))
    for text in ("hè, één idee", "geïnd", "Súdwest-Fryslân", "coördinatie", *more)])
def test_a_few_letters_tell_windows_dos_and_mac_apart(encoding, told, text):
    received = read(f"org;tekst\n1;{text}\n".encode(encoding))
    assert received.variables[1].cells == (text,)
    assert received.details[0] == f"tekens: {told}"


@pytest.mark.parametrize(("delimiter", "told"), [
    (";", "puntkomma"), (",", "komma"), ("\t", "tab"), ("|", "verticale streep")])
def test_every_delimiter_is_recognised_in_spite_of_texts_that_hold_others(delimiter, told):
    rows = [["org", "vraag", "tekst"],
            *([f"G{row}", row % 3, "een, twee; drie | vier\tvijf, foto's"] for row in range(50))]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    received = read(text.getvalue())
    assert received.details[1] == f"scheidingsteken: {told}"
    assert [variable.name for variable in received.variables] == rows[0]
    assert set(received.variables[2].cells) == {rows[1][2]}


def test_a_comma_in_every_row_is_no_delimiter_when_the_header_has_none():
    assert cells("org;cijfer\nG1;1,5\nG2;2,5\n") == [("G1", "G2"), ("1.5", "2.5")]


def test_codes_in_one_cell_and_texts_with_commas_do_not_hide_the_delimiter():
    received = read("org;doelen;open\n" + "G1;1,2,3;wij doen dit, dat en meer\n" * 60)
    assert [variable.name for variable in received.variables] == ["org", "doelen", "open"]
    assert set(received.variables[1].cells) == {"1,2,3"}


def test_the_line_that_tells_excel_its_delimiter_is_read_and_counted():
    received = read("sep=|\norg|a\nG1|1\n")
    assert received.first_row == 3
    assert received.variables[1].cells == ("1",)


@pytest.mark.parametrize(("column", "expected"), [
    (("1,5", "2", "10,25"), ("1.5", "2", "10.25")),
    (("1,0", "0,0", ""), ("1", "0", "")),
    (("1.0", "0.0", "-0.0"), ("1", "0", "0")),
    (("12,5", "weet niet"), ("12.5", "weet niet")),
    (("1,2", "1,2,3"), ("1,2", "1,2,3")),
    (("1, 2", "2,3"), ("1, 2", "2,3")),
    (("007", "1.000,5", "1e3", "01,5"), ("007", "1.000,5", "1e3", "01,5")),
    (("ja", "Nee", "TRUE"), ("ja", "Nee", "TRUE")),
])
def test_numbers_are_in_their_shortest_form_and_lists_and_texts_stay(column, expected):
    text = "org;x\n" + "".join(f"{row};{cell}\n" for row, cell in enumerate(column))
    received = read(text)
    assert received.variables[1].cells == expected
    commas = any("," in cell for cell in column) and column != expected
    assert any(told.startswith("decimale komma in: x") for told in received.details) == commas


def test_a_column_without_name_or_answers_is_no_column():
    """LimeSurvey and Excel end every line with a delimiter at times."""
    received = read("org;a;\nG1;1;\nG2;2;\n\n\n")
    assert [variable.name for variable in received.variables] == ["org", "a"]
    assert received.rows == 2


@pytest.mark.parametrize(("content", "expected"), [
    ("org;a\nG1;1;2\n", "rij 2: '3 cellen'"),
    ("org\nG1\n", "ten minste twee kolommen"),
    ('org;a\nG1;"x\n', "aanhalingstekens"),
    ("org;a\n\nG1;1\n", "rij 2: 'lege rijen: 1'"),
    ("org;;b\nG1;1;2\n", "kolom B"),
])
def test_what_is_no_table_is_refused(content, expected):
    with pytest.raises(InputError, match=expected):
        read(content)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8),
       st.sampled_from(";,\t|"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_a_csv_writer_wrote_is_read_back(rows, delimiter, encoding):
    """Text comes back as it was; what are numbers, and only these, may be shorter."""
    written = io.StringIO(newline="")
    rows = [("x", f"x{first}", second) for first, second in rows]
    csv.writer(written, delimiter=delimiter).writerows([("org", "een", "twee"), *rows])
    received = read(written.getvalue().encode(encoding))
    assert [variable.name for variable in received.variables] == ["org", "een", "twee"]
    for cells_read, texts in zip(received.variables, zip(*rows, strict=True), strict=True):
        for cell, text in zip(cells_read.cells, texts, strict=True):
            assert cell == text.strip() or float(cell) == float(text.replace(",", "."))
