"""The files for download: of each figure and table, and of the book as a whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import matplotlib.pyplot as plt

from participatiemonitor import survey
from participatiemonitor.estimation import Estimates
from participatiemonitor.presentation import drawing, figures
from participatiemonitor.presentation.data_tables import (
    DataTable,
    bases_text,
    data_tables,
    source_text,
    tidy,
)
from participatiemonitor.presentation.share_picture import alternative, share_picture
from participatiemonitor.publishing.csv_files import csv_text
from participatiemonitor.publishing.files import replace_bytes, swap_folder
from participatiemonitor.publishing.workbook import full_workbook, small_workbook
from participatiemonitor.survey.project import Project

RESULTS, FOLDER = "results.csv", "downloads"


def workbook_name(year: int) -> str:
    """File name of the workbook with everything."""
    return f"monitor-{year}.xlsx"


def picture_name(year: int) -> str:
    """File name of the picture that shows with a shared link."""
    return f"deel-{year}.png"


def write_workbook(project: Project, year: int) -> None:
    """Write the workbook of a wave.

    Parameters
    ----------
    project : Project
    year : int
    """
    estimates = Estimates(survey.load_wave(year, project))
    replace_bytes(project.build(year) / workbook_name(year), full_workbook(estimates))


def write_downloads(project: Project, year: int) -> None:
    """Fill the folder of downloads, and put it in the place of the previous one.

    Parameters
    ----------
    project : Project
    year : int
        The results and the workbook of this wave have been written.
    """
    build = project.build(year)
    fresh = build / f".{FOLDER}"
    plt.switch_backend("agg")  # steps run in threads, where no window can be opened
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        estimates = Estimates(survey.load_wave(year, project))
        for data in data_tables(estimates):
            _write_files(data, estimates, fresh)
        picture = fresh / picture_name(year)
        picture.write_bytes(share_picture(estimates))
        # For the metadata of the pages, and for who posts the picture.
        picture.with_suffix(".txt").write_text(alternative(estimates), "utf-8")
        for name in (RESULTS, workbook_name(year)):
            shutil.copyfile(build / name, fresh / name)
        swap_folder(fresh, build / FOLDER)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _write_files(data: DataTable, estimates: Estimates, folder: Path) -> None:
    wave = estimates.wave
    path = folder / data.name
    path.with_suffix(".csv").write_text(csv_text(tidy(data, wave)), "utf-8", newline="\n")
    path.with_suffix(".xlsx").write_bytes(small_workbook(data, wave))
    if data.figure is None:
        return
    drawn = figures.figure_data(data.figure, estimates)
    lines = " Lijn: gewogen aandeel met 95%-interval." if drawn.form == "grouped" else ""
    below = (f"{bases_text(drawn)}{lines}", source_text(wave))
    path.with_suffix(".svg").write_bytes(drawing.as_svg(drawing.draw(drawn)))
    path.with_suffix(".png").write_bytes(drawing.as_png(drawing.draw(drawn), below))
