"""What a study publishes: tables, figures and sentences, kept as they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Column,
    Part,
    ReportFigure,
    ReportTable,
    report_of,
)
from participatiemonitor.studies.stored import read_report, write_report

COLUMNS = (Column("trede", "Trede"), Column("aantal", "Aantal", COUNT),
           Column("aandeel", "Aandeel", PERCENT))


def table(*rows: tuple, name: str = "treden", columns=COLUMNS) -> ReportTable:
    return ReportTable(name, "Waar mensen staan", columns, rows)


def report(*rows: tuple):
    figure = ReportFigure("verdeling", "De meesten staan op 3", "bars", "treden",
                          {"value": "aandeel"})
    return report_of("ladder", [table(*rows)], [figure], meest="trede 3 & “hoger”")


def test_what_is_written_is_read_back(tmp_path):
    made = report(("1", 12, 0.1 + 0.2), ("2", "hooguit twee", None))
    write_report(made, tmp_path / ".results/ladder.json")
    assert read_report(tmp_path / ".results/ladder.json") == made


def test_parts_of_the_page_are_read_back(tmp_path):
    parts = (Part("Trede 1", ("meest",), ("verdeling",), ("treden",)), Part())
    made = replace(report(("1", 12, 0.5)), series={"treden": parts, "niets": ()})
    write_report(made, tmp_path / "ladder.json")
    assert read_report(tmp_path / "ladder.json") == made
    assert made.parts("treden") == parts


@pytest.mark.parametrize("part", [
    Part(says=("weg",)), Part(shows=("weg",)), Part(kept=("verdeling",)), Part(shows=("meest",))])
def test_a_part_has_what_is_there(part):
    with pytest.raises(ValueError, match="what is not there"):
        replace(report(("1", 12, 0.5)), series={"treden": (part,)})


def test_numbers_of_numpy_are_numbers_and_what_is_none_is_nothing(tmp_path):
    write_report(report(("1", np.int64(12), np.float64(0.5)), ("2", 3, np.nan), ("3", 4, np.inf)),
                 tmp_path / "ladder.json")
    rows = read_report(tmp_path / "ladder.json").table("treden").rows
    assert rows == (("1", 12, 0.5), ("2", 3, None), ("3", 4, None))
    assert [type(cell) for cell in rows[0]] == [str, int, float]


def test_a_cell_is_found_by_its_row_and_column():
    assert table(("1", 12, 0.5), ("2", 3, None)).cell("2", "aantal") == 3


@pytest.mark.parametrize(("ask", "message"), [
    (lambda made: made.table("weg"), "'weg' is geen tabel van deze studie. Verwacht: een van tred"),
    (lambda made: made.figure("weg"), "figuur van deze studie. Verwacht: een van verdeling"),
    (lambda made: made.parts("weg"), "reeks van deze studie. Verwacht: een van .geen"),
    (lambda made: made.text("weg"), "tekst van deze studie. Verwacht: een van meest"),
    (lambda made: made.table("treden").cell("9", "aantal"), "rij van tabel treden.*een van 1"),
    (lambda made: made.table("treden").cell("1", "weg"), "kolom van tabel treden.*een van trede"),
])
def test_what_is_not_there_is_answered_with_what_is(ask, message):
    with pytest.raises(InputError, match=message):
        ask(report(("1", 12, 0.5)))


@pytest.mark.parametrize("make", [
    lambda: table(("1", 12)),
    lambda: table(name="Met spatie"),
    lambda: table(name="../weg"),
    lambda: table(columns=()),
    lambda: table(columns=(COLUMNS[0], COLUMNS[0])),
    lambda: table(columns=(Column("x", "x", "onzin"),)),
    lambda: report_of("ladder", [table()], [ReportFigure("treden", "", "bars", "treden")]),
    lambda: report_of("ladder", [table()], [ReportFigure("verdeling", "", "bars", "weg")]),
])
def test_what_is_no_report_is_a_fault_of_the_study(make):
    with pytest.raises(ValueError):
        make()
