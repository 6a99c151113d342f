"""The files of what a study publishes: its figures, and a csv file a table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits.drawing import render
from participatiemonitor.presentation.studies.figures import draw_figure
from participatiemonitor.presentation.studies.place import Place
from participatiemonitor.publishing.files.csv_files import csv_text
from participatiemonitor.studies.report import Report, ReportTable
from participatiemonitor.studies.study import About


def write_figures(report: Report, names: Iterable[str], about: About, place: Place,
                  offered: Path, printed: Path) -> None:
    """Draw figures of a report, for the screen and for print; of no rows there is none.

    Parameters
    ----------
    report : Report
    names : iterable of str
        The figures.
    about : About
        What the report is about, which stands under each.
    place : Place
        Where the report is shown.
    offered, printed : pathlib.Path
        The folders with files for download, and with figures for print.
    """
    for name in names:
        numbers = report.table(report.figure(name).table)
        if not numbers.rows:  # nothing to draw
            continue
        drawn = render(draw_figure(report, name), tuple(
            dutch.ended(line) for line in (numbers.note, about.which, about.remark) if line))
        file = place.file(name)
        (offered / f"{file}.svg").write_bytes(drawn.outlined)
        (offered / f"{file}.png").write_bytes(drawn.dotted)
        (printed / f"{file}.svg").write_bytes(drawn.typeset)


def write_tables(report: Report, names: Iterable[str], place: Place, offered: Path) -> None:
    """Write tables of a report as csv files, each under the names of its columns.

    Parameters
    ----------
    report : Report
    names : iterable of str
        The tables; those without rows have no file.
    place : Place
        Where the report is shown.
    offered : pathlib.Path
        The folder with files for download.
    """
    for table in map(report.table, names):
        if not table.rows:
            continue
        text = csv_text(_tidy(table))
        (offered / f"{place.file(table.name)}.csv").write_text(text, "utf-8", newline="\n")


def _tidy(table: ReportTable) -> pd.DataFrame:
    """A table as its file has it, under the names of its columns."""
    names = [column.name for column in table.columns]
    # Of objects, so that whole numbers stay whole where a cell has none.
    return pd.DataFrame(list(table.rows), columns=names, dtype=object)
