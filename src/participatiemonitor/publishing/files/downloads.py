"""The files for download: of each figure and table, and of the book as a whole."""

from __future__ import annotations

from pathlib import Path

import matplotlib.pyplot as plt

from participatiemonitor.estimation import Results
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.files.replacing import fresh_folder, replace_bytes
from participatiemonitor.presentation.exhibits import drawing, figures
from participatiemonitor.presentation.exhibits.data_tables import (
    DataTable,
    bases_text,
    data_tables,
    source_text,
    tidy,
)
from participatiemonitor.presentation.exhibits.renditions import render
from participatiemonitor.presentation.exhibits.share_picture import alternative, share_picture
from participatiemonitor.publishing.edition import FIGURES, FOLDER, RESULTS, Edition
from participatiemonitor.publishing.files.csv_files import csv_text
from participatiemonitor.publishing.files.workbook import full_workbook, small_workbook


def write_downloads(edition: Edition) -> None:
    """Write all files of an edition, each in the place of the previous one.

    The estimates are computed once, and each figure is drawn once: the results, the workbook, the
    folder of downloads, and the folder with the figures for print.

    Parameters
    ----------
    edition : Edition
    """
    build = edition.folder
    plt.switch_backend("agg")  # steps run in threads, where no window can be opened
    estimates = open_results(edition.wave.year, edition.project)
    with fresh_folder(build / FOLDER) as offered, fresh_folder(build / FIGURES) as printed:
        for data in data_tables(estimates):
            _write_files(data, estimates, offered, printed)
        picture = offered / edition.picture.name
        picture.write_bytes(share_picture(estimates))
        # For the metadata of the pages, and for who posts the picture.
        picture.with_suffix(".txt").write_text(alternative(estimates), "utf-8")
        for name, content in ((RESULTS, csv_text(estimates.table()).encode()),
                              (edition.workbook.name, full_workbook(estimates))):
            replace_bytes(build / name, content)
            (offered / name).write_bytes(content)


def _write_files(data: DataTable, estimates: Results, offered: Path, printed: Path) -> None:
    wave = estimates.wave
    path = offered / data.name
    path.with_suffix(".csv").write_text(csv_text(tidy(data, wave)), "utf-8", newline="\n")
    path.with_suffix(".xlsx").write_bytes(small_workbook(data, wave))
    if data.figure is None:
        return
    drawn = figures.figure_data(data.figure, estimates)
    lines = " Lijn: gewogen aandeel met 95%-interval." if drawn.form == "grouped" else ""
    made = render(drawing.draw(drawn), (f"{bases_text(drawn)}{lines}", source_text(wave)))
    path.with_suffix(".svg").write_bytes(made.outlined)
    path.with_suffix(".png").write_bytes(made.dotted)
    (printed / path.with_suffix(".svg").name).write_bytes(made.typeset)
