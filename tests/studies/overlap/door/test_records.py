"""Records of csv files, counted in bytes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.studies.overlap.door.records import LONGEST, NoText, count_records


def pieces(content, size):
    """A file in pieces."""
    return [content[at:at + size] for at in range(0, len(content), size)]


cells = st.text(st.sampled_from('ab;,"\n é'), max_size=4)


@given(st.lists(st.lists(cells, min_size=1, max_size=5), max_size=12), st.integers(1, 9),
       st.booleans(), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_beside_the_csv_of_python(rows, size, last_break, quoting):
    """Any rows, in pieces of any size: the same count, and the same first that is ragged."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\n", quoting=quoting).writerows(rows)
    text = stream.getvalue()
    content = (text if last_break else text.removesuffix("\n")).encode()
    found = count_records(pieces(b"x;y;z\n" + content, size), ";", 3, 1)
    ragged = [(place, len(row)) for place, row in enumerate(rows)
              if any(cell.strip(' ;"\n') for cell in row) and (
                  len(row) < 3 or any(cell.strip(' ;"\n') for cell in row[3:]))]
    assert found.ragged == len(ragged)
    assert not found.open
    if ragged:
        assert (found.first, found.cells) == ragged[0]
    if last_break:
        assert found.count == len(rows)


def test_short_beside_long():
    """A cell too few and one too many do not make up for each other."""
    found = count_records([b"1;2;3\n1;2\n1;2;3;4\n1;2;3\n"], ";", 3, 0)
    assert (found.count, found.ragged, found.first, found.cells) == (4, 2, 1, 2)


def test_empty_cells_at_the_end():
    """Too many of them are none; empty records are not looked at."""
    found = count_records([b"1;2;;;\r\n\r\n;\n1;2\n"], ";", 2, 0)
    assert (found.count, found.ragged) == (4, 0)


def test_quotes_that_do_not_end():
    """At the end, and in a file of which the rest would all be one record."""
    assert count_records([b'1;2\n1;"2\n1;2\n'], ";", 2, 0).open
    parts = (b'1;"2\n' * (not part) + b"1;2\n" * 50_000 for part in range(1_000))
    assert count_records(parts, ";", 2, 0).open
    assert len(list(parts)) > 1_000 - 2 * LONGEST / 200_000


@pytest.mark.parametrize("content", [b"1;\xe9\n", b"1;\0\n", b"1;2\n1;\xe9", b"\xe9\n1;2\n"])
def test_what_is_no_text(content):
    """Wherever it stands, in the lines above too."""
    with pytest.raises(NoText):
        count_records(pieces(content, 3), ";", 2, 1)


def test_many_columns():
    """More than a byte counts."""
    line = b";".join([b"1"] * 700) + b"\n"
    assert count_records([line, line[2:]], ";", 700, 0).ragged == 1
