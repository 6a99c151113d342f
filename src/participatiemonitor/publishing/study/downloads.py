"""The files for download of a study: its figures, a csv file a table, and the workbook."""

from __future__ import annotations

# Whole, before matplotlib looks for it: jupyter imports it in a thread beside this one.
import IPython  # noqa: F401
import matplotlib.pyplot as plt
import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.files.replacing import fresh_folder, replace_bytes
from participatiemonitor.presentation.exhibits.drawing import render
from participatiemonitor.presentation.studies.figures import draw_figure
from participatiemonitor.publishing.edition import FIGURES, FOLDER
from participatiemonitor.publishing.files.csv_files import csv_text
from participatiemonitor.publishing.study.edition import StudyEdition
from participatiemonitor.publishing.study.workbook import study_workbook
from participatiemonitor.studies.report import ReportTable
from participatiemonitor.studies.stored import read_report


def write_downloads(edition: StudyEdition) -> None:
    """Write all files, each in the place of the previous one.

    The folder of downloads, the folder with the figures for print, and the csv files and the
    workbook beside the site.

    Parameters
    ----------
    edition : StudyEdition
        With its results computed.
    """
    build, report = edition.folder, read_report(edition.results)
    plt.switch_backend("agg")  # steps run in threads, where no window can be opened
    with fresh_folder(build / FOLDER) as offered, fresh_folder(build / FIGURES) as printed:
        tables = {name: table for name, table in report.tables.items() if table.rows}
        for name, figure in report.figures.items():
            if figure.table not in tables:
                continue
            note = report.table(figure.table).note
            drawn = render(draw_figure(report, name), tuple(
                dutch.ended(line) for line in (note, edition.about.which, edition.about.remark)
                if line))
            (offered / f"{name}.svg").write_bytes(drawn.outlined)
            (offered / f"{name}.png").write_bytes(drawn.dotted)
            (printed / f"{name}.svg").write_bytes(drawn.typeset)
        for name, table in tables.items():
            text = csv_text(_tidy(table))
            (offered / f"{name}.csv").write_text(text, "utf-8", newline="\n")
        workbook = study_workbook(report, edition.about)
        (offered / edition.workbook.name).write_bytes(workbook)
        replace_bytes(edition.workbook, workbook)


def _tidy(table: ReportTable) -> pd.DataFrame:
    """A table as its file has it, under the names of its columns."""
    names = [column.name for column in table.columns]
    # Of objects, so that whole numbers stay whole where a cell has none.
    return pd.DataFrame(list(table.rows), columns=names, dtype=object)
