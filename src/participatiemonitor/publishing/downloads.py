"""The files for download: of each figure and table, and of the book as a whole."""

from __future__ import annotations

import io
import shutil
import textwrap
from collections.abc import Sequence
from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib.figure import Figure as Canvas

from participatiemonitor import survey
from participatiemonitor.estimation import Estimates
from participatiemonitor.presentation import figures, theme
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
# Twice the size of a figure on a page: sharp on a slide.
DOTS = 200


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


def as_png(canvas: Canvas, title: str, below: Sequence[str]) -> bytes:
    """A figure to put on a slide: with its title, and what it rests on; closes it.

    Parameters
    ----------
    canvas : matplotlib.figure.Figure
    title : str
        Set over the figure.
    below : sequence of str
        Set under it, each on a line of its own.

    Returns
    -------
    bytes
        The same bytes each time.
    """
    canvas.set_dpi(DOTS)
    width, height = canvas.get_size_inches()
    box = canvas.get_tightbbox(canvas.canvas.get_renderer())  # in inches
    letters = round(9.5 * box.width)
    lines = "\n".join(textwrap.fill(line, round(1.5 * letters)) for line in below)
    canvas.text(box.x0 / width, (box.y1 + 0.2) / height, textwrap.fill(title, letters),
                va="bottom", fontsize=13, fontweight="bold", color=theme.INK)
    canvas.text(box.x0 / width, (box.y0 - 0.15) / height, lines, va="top", fontsize=9,
                linespacing=1.4, color=theme.SOFT)
    stream = io.BytesIO()
    canvas.savefig(stream, format="png", dpi=DOTS, bbox_inches="tight", pad_inches=0.25,
                   facecolor="white", metadata={"Software": None})
    plt.close(canvas)
    return stream.getvalue()


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
    path.with_suffix(".svg").write_bytes(figures.as_svg(figures.draw(drawn)))
    path.with_suffix(".png").write_bytes(as_png(figures.draw(drawn), drawn.title, below))
