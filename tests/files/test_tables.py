"""Plain csv files: their form, their row numbers, and writing them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.files.signs import forbidden_sign, line_break
from participatiemonitor.files.tables import read_rows, write_rows

COLUMNS = ("code", "tekst")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tabel.csv"


def faults(path, **options):
    with pytest.raises(InvalidWave) as caught:
        read_rows(path, COLUMNS, **options)
    assert caught.value.exit_code == 2
    return {(fault.file, fault.row, fault.column) for fault in caught.value.faults}


def test_rows_are_numbered_as_a_spreadsheet_does(path):
    path.write_text("code,tekst\na,een\n\nb,twee\n")
    assert [(row.number, row.cells["code"]) for row in read_rows(path, COLUMNS)] == [
        (2, "a"), (4, "b")]


def test_blanks_around_cells_and_a_byte_order_mark_do_not_count(path):
    path.write_bytes(b"\xef\xbb\xbfcode , tekst\r\n a , een \r\n")
    row, = read_rows(path, COLUMNS)
    assert row.cells == {"code": "a", "tekst": "een"}


@pytest.mark.parametrize(("text", "read"), [
    ("twee\nregels", "twee regels"), ("een\u2028ander", "een ander"), ("a,b", "a,b"),
    ('zei "ja"', 'zei "ja"')])
def test_a_cell_may_hold_line_breaks_commas_and_quotes(path, text, read):
    write_rows(path, COLUMNS, [["a", text], ["b", "volgende"]])
    rows = read_rows(path, COLUMNS, multiline=("tekst",))
    assert [row.cells["tekst"] for row in rows] == [read, "volgende"]
    assert [row.number for row in rows] == [2, 3]


@pytest.mark.parametrize("sign", [
    "\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9b", "\u202a", "\u202e", "\u2066",
    "\u2069", "\ufeff", "\ufdd0", "\uffff", "\U0010ffff"])
@pytest.mark.parametrize("multiline", [(), ("tekst",)])
def test_a_sign_that_steers_is_named_by_its_code_point(path, sign, multiline):
    path.write_text(f"code,tekst\na,een\nb,x{sign}y\n", newline="")
    with pytest.raises(InvalidWave) as caught:
        read_rows(path, COLUMNS, multiline=multiline)
    fault, = caught.value.faults
    assert (fault.row, fault.column, fault.value) == (3, "tekst", f"U+{ord(sign):04X}")


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\u2028"])
def test_a_line_break_stands_only_where_there_may_be_lines(path, sign):
    path.write_bytes(f'code,tekst\na,"een{sign}twee"\n'.encode())
    assert faults(path) == {("tabel.csv", 2, "tekst")}
    assert read_rows(path, COLUMNS, multiline=("tekst",))[0].cells["tekst"] == "een twee"


def test_optional_columns_read_as_empty_when_they_are_not_there(path):
    path.write_text("code,tekst\na,een\n")
    row, = read_rows(path, COLUMNS, optional=["noot"])
    assert row.cells["noot"] == ""


def test_all_faults_of_form_are_reported(path):
    path.write_text("code,kleur,kleur\na,1\nb,1,2,3\nc,1,2\n")
    assert faults(path) == {
        ("tabel.csv", 1, "tekst"),  # missing
        ("tabel.csv", 1, "kleur"),  # unknown, and there twice
        ("tabel.csv", 2, None),
        ("tabel.csv", 3, None),
    }


@pytest.mark.parametrize("content", [b"", b"code,tekst\na,caf\xe9\n", b"code;tekst\na;b\n"])
def test_other_files_are_a_fault_and_no_crash(path, content):
    path.write_bytes(content)
    assert faults(path)


def test_missing_file_is_a_fault(path):
    assert faults(path) == {("tabel.csv", None, None)}


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
                                 .filter(lambda sign: not forbidden_sign(sign)
                                         and not line_break(sign)))
                         .map(str.strip), min_size=2, max_size=2)
                .filter(lambda record: record[0] != "")))
def test_what_is_written_is_read_back(tmp_path_factory, records):
    path = tmp_path_factory.getbasetemp() / "heen-en-terug.csv"
    write_rows(path, COLUMNS, records)
    assert [list(row.cells.values()) for row in read_rows(path, COLUMNS)] == records


def test_written_files_are_the_same_bytes_each_time(path):
    write_rows(path, COLUMNS, [["é", 1.5], [None, "x"]])
    assert path.read_bytes() == "code,tekst\né,1.5\n,x\n".encode()


def test_a_file_is_replaced_only_by_a_complete_one(path):
    write_rows(path, COLUMNS, [["a", "heel"]])
    before = path.read_bytes()

    def records():
        yield ["b", "half"]
        raise OSError("schijf vol")

    with pytest.raises(OSError, match="schijf vol"):
        write_rows(path, COLUMNS, records())
    assert path.read_bytes() == before


def test_the_new_file_takes_the_place_of_the_old_one_in_one_move(path):
    write_rows(path, COLUMNS, [["a", "oud"]])
    reader = path.open()
    write_rows(path, COLUMNS, [["a", "nieuw"]])
    with reader:
        assert "oud" in reader.read()  # who was reading keeps the complete old file
    assert "nieuw" in path.read_text()
    assert list(path.parent.iterdir()) == [path]
