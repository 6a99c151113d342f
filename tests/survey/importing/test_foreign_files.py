"""SPSS files that nobody here wrote, read as R's haven and PSPP read them."""

from __future__ import annotations

import math
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from participatiemonitor import cli
from participatiemonitor.plain_text import one_line
from participatiemonitor.survey.importing.reading import receive
from survey.importing.oracles import (
    PSPP,
    Reading,
    foreign_files,
    haven,
    needs,
    needs_package,
    pspp,
)

RANGES = """DATA LIST LIST NOTABLE /a b c d e (F8.2) s (A4) t (TIME8) m (DATETIME20) k (MOYR8).
BEGIN DATA
1 2 3 4 5 'ja' 25:10:05 '01-JAN-2016 10:11:12' 'JAN 2016'
-1 5 99 0 9 'n' . . .
END DATA.
VARIABLE LABELS a 'Cliënten' s "Zegt 'ja'".
VALUE LABELS c 1 'één' 99 'weet niet' /s 'ja' 'Ja!' 'n' 'Nee'.
MISSING VALUES a (LO THRU -1) b (5 THRU HI) c (1, 2, 99) d (LO THRU 0, 99) e (1 THRU 5, 9) s ('n').
SAVE OUTFILE='{path}'{how}.
"""


def same(ours: str, theirs: str) -> bool:
    """Whether two cells hold the same number, or the same text."""
    try:
        return math.isclose(float(ours), float(theirs), rel_tol=1e-15)
    except ValueError:
        return ours == theirs or one_line(ours) == one_line(theirs)


def compare(path: Path, theirs: dict[str, Reading]) -> None:
    """Names, labels, values, missing ranges and cells are those of another reader."""
    variables = receive(path).variables
    assert [variable.name for variable in variables] == list(theirs)
    for variable in variables:
        reading = theirs[variable.name]
        assert one_line(variable.label) == one_line(reading.label)
        assert len(variable.values) == len(reading.values)
        for (value, label), (other, said) in zip(
                sorted(variable.values.items()), sorted(reading.values.items()), strict=True):
            assert same(value, other.strip()) and one_line(label) == one_line(said)
        ours = sorted((ends.low, ends.high) for ends in variable.missing)
        for ends, others in zip(ours, sorted(reading.missing), strict=True):
            assert all(map(same, ends, others))
        assert len(variable.cells) == len(reading.cells)
        for cell, other in zip(variable.cells, reading.cells, strict=True):
            assert same(cell, as_ours(other)), variable.name


def as_ours(cell: str) -> str:
    """A cell of PSPP's csv as we write it: a blank for missing, dates of America."""
    cell = cell.strip(" ")
    return re.sub(r"^([0-9]{2})/([0-9]{2})/([0-9]{4})", r"\3-\1-\2", cell)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vreemd")


@pytest.mark.audit
def test_files_that_come_with_r_and_pspp_are_read_as_haven_reads_them(made):
    needs("Rscript", package="r-base-core")
    needs_package("haven")
    files = foreign_files()
    assert {"electric.sav", "testdata.sav", "iris.sav"} <= {path.name for path in files}
    for path, theirs in haven(made, files).items():
        compare(path, theirs)


@pytest.mark.audit
def test_files_that_come_with_r_and_pspp_are_read_as_pspp_reads_them(made):
    needs("pspp", "pspp-convert", package="pspp")
    files = foreign_files()
    assert len([path for path in files if path.parent == PSPP]) == 5
    for path in files:
        compare(path, as_read_by_pspp(made, path))


def as_read_by_pspp(made: Path, path: Path) -> dict[str, Reading]:
    """What PSPP reads, save for what it changes.

    It writes names in small letters where a file does not say how they are written, and in csv it
    cuts a text of more than 255 bytes and shows fewer digits.
    """
    variables, readings = receive(path).variables, pspp(made, path)
    assert [variable.name.lower() for variable in variables] == [name.lower() for name in readings]
    for variable, reading in zip(variables, readings.values(), strict=True):
        reading.cells = [
            ours if _shortened(ours, as_ours(cell)) else cell
            for ours, cell in zip(variable.cells, reading.cells, strict=True)]
    return dict(zip((variable.name for variable in variables), readings.values(), strict=True))


def _shortened(ours: str, theirs: str) -> bool:
    try:
        return math.isclose(float(ours), float(theirs), rel_tol=1e-12)
    except ValueError:
        return len(theirs) >= 255 and ours.startswith(theirs)


@pytest.mark.audit
def test_a_survey_written_by_haven_is_read_whole(made):
    needs("Rscript", package="r-base-core")
    needs_package("haven")
    needs_package("sjlabelled")
    path = made / "efc.sav"
    [(_, theirs)] = haven(made, [path], efc=path).items()
    assert len(theirs) == 26
    assert receive(path).rows == 908
    compare(path, theirs)
    needs("pspp", "pspp-convert", package="pspp")
    compare(path, as_read_by_pspp(made, path))


@pytest.mark.audit
@pytest.mark.parametrize(("ending", "how"), [("sav", ""), ("zsav", " /ZCOMPRESSED")])
def test_every_kind_of_missing_range_is_read_as_both_read_it(made, ending, how):
    needs("pspp", "pspp-convert", package="pspp")
    path = made / f"grenzen.{ending}"
    (made / "grenzen.sps").write_text(RANGES.format(path=path, how=how), "utf-8")
    subprocess.run(["pspp", made / "grenzen.sps"], check=True, capture_output=True, cwd=made)
    compare(path, as_read_by_pspp(made, path))
    received = {variable.name: variable for variable in receive(path).variables}
    assert [[(ends.low, ends.high) for ends in received[name].missing] for name in "abcdes"] == [
        [("-inf", "-1")], [("5", "inf")], [("1", "1"), ("2", "2"), ("99", "99")],
        [("-inf", "0"), ("99", "99")], [("1", "5"), ("9", "9")], [("n", "n")]]
    assert received["t"].cells == ("25:10:05", "")
    assert received["m"].cells == ("2016-01-01 10:11:12", "")
    assert received["k"].cells == ("2016-01-01", "")
    needs("Rscript", package="r-base-core")
    needs_package("haven")
    theirs = haven(made, [path])[path]
    theirs["k"].cells = list(received["k"].cells)  # haven leaves a month a number of seconds
    compare(path, theirs)


@pytest.mark.audit
def test_inspect_prints_every_variable_and_label_of_every_file():
    files = foreign_files()
    if not files:
        pytest.skip("de voorbeeldbestanden van R en PSPP zijn hier niet geïnstalleerd")
    for path in files:
        told = CliRunner().invoke(cli.main, ["wave", "inspect", str(path)])
        assert told.exit_code == 0
        for variable in receive(path).variables:
            assert f"\n{variable.name}" in told.output
            for text in (variable.label, *variable.values.values()):
                assert one_line(text) in told.output
