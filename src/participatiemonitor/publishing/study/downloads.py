"""The files for download of a study: its figures, a csv file a table, and the workbook."""

from __future__ import annotations

# Whole, before matplotlib looks for it: jupyter imports it in a thread beside this one.
import IPython  # noqa: F401
import matplotlib.pyplot as plt

from participatiemonitor.files.replacing import fresh_folder, replace_bytes
from participatiemonitor.presentation.studies.place import ALONE
from participatiemonitor.publishing.edition import FIGURES, FOLDER
from participatiemonitor.publishing.files.report_files import write_figures, write_tables
from participatiemonitor.publishing.study.edition import StudyEdition
from participatiemonitor.publishing.study.workbook import study_workbook
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
        write_figures(report, report.figures, edition.about, ALONE, offered, printed)
        write_tables(report, report.tables, ALONE, offered)
        workbook = study_workbook(report, edition.about)
        (offered / edition.workbook.name).write_bytes(workbook)
        replace_bytes(edition.workbook, workbook)
