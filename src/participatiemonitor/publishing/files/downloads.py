"""The files for download: of each figure and table, and of the book as a whole."""

from __future__ import annotations

from pathlib import Path

# Whole, before matplotlib looks for it: jupyter imports it in a thread beside this one.
import IPython  # noqa: F401
import matplotlib.pyplot as plt

from participatiemonitor.documents.overviews import TIMELINE, Overview, read_overviews
from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.documents.sources import open_source
from participatiemonitor.documents.trends import open_trends
from participatiemonitor.files.replacing import fresh_folder, replace_bytes, replace_text
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.presentation.documents.drawing import draw_picture
from participatiemonitor.presentation.documents.overview_words import figure_name
from participatiemonitor.presentation.documents.pictures import pictures
from participatiemonitor.presentation.documents.side_by_side import draw_shares
from participatiemonitor.presentation.documents.timeline import draw_timeline
from participatiemonitor.presentation.exhibits.drawing import Renditions, draw, render
from participatiemonitor.presentation.exhibits.exhibit import (
    FIGURE,
    Exhibit,
    all_themed,
    exhibits,
    tidy,
)
from participatiemonitor.presentation.exhibits.forms import form
from participatiemonitor.presentation.exhibits.labels import source_text
from participatiemonitor.presentation.exhibits.share_picture import alternative, share_picture
from participatiemonitor.publishing.edition import FIGURES, FOLDER
from participatiemonitor.publishing.files import changes_csv, checks_csv
from participatiemonitor.publishing.files.changes_csv import changes_table
from participatiemonitor.publishing.files.checks_csv import checks_table
from participatiemonitor.publishing.files.csv_files import csv_text
from participatiemonitor.publishing.files.example_files import write_examples
from participatiemonitor.publishing.files.overview_csv import overview_table
from participatiemonitor.publishing.files.printed_csv import file_name, printed_table
from participatiemonitor.publishing.files.unshown import unshown
from participatiemonitor.publishing.files.workbook import full_workbook, small_workbook
from participatiemonitor.publishing.round_edition import TABLE, UNSHOWN, RoundEdition
from participatiemonitor.survey.wave import Wave


def write_downloads(edition: RoundEdition) -> None:
    """Write all files of an edition, each in the place of the previous one.

    The exhibits are made once, and each figure is drawn once: the results, what is not shown of
    them, the workbook, the folder of downloads, and the folder with the figures for print.

    Parameters
    ----------
    edition : RoundEdition
    """
    build = edition.folder
    plt.switch_backend("agg")  # steps run in threads, where no window can be opened
    estimates = open_source(edition.wave.year, edition.project)
    documents = read_printed(edition.project)
    with fresh_folder(build / FOLDER) as offered, fresh_folder(build / FIGURES) as printed:
        shown = exhibits(estimates)
        names = [document.name for document in documents.values()]
        for exhibit in shown:
            _write_files(exhibit, estimates.wave, offered, printed)
        for exhibit in all_themed(estimates):
            _write_drawing(exhibit, estimates.wave, offered, printed)
        checked = CheckedDocuments(documents)
        for shown_picture in pictures(checked):
            drawn = render(draw_picture(shown_picture), (f"Bron: {shown_picture.source}.",))
            _write_renditions(shown_picture.name, drawn, offered, printed)
        for overview in read_overviews(edition.project, documents).values():
            _write_overview(overview, offered, printed)
        write_examples(edition.project, edition.examples, offered, printed)
        picture = offered / edition.picture.name
        picture.write_bytes(share_picture(estimates))
        # For the metadata of the pages, and for who posts the picture.
        picture.with_suffix(".txt").write_text(alternative(estimates), "utf-8")
        for name, content in ((TABLE, csv_text(estimates.table()).encode()),
                              (edition.workbook.name, full_workbook(shown, estimates, names))):
            replace_bytes(build / name, content)
            (offered / name).write_bytes(content)
        if trends := open_trends(edition.wave.year, edition.project):
            table = csv_text(changes_table(trends))
            (offered / changes_csv.NAME).write_text(table, "utf-8", newline="\n")
        if documents:
            text = csv_text(checks_table(checked.checks))
            (offered / checks_csv.NAME).write_text(text, "utf-8", newline="\n")
        for document in documents.values():
            for one in document.tables.values():
                text = csv_text(printed_table(document, one, checked))
                (offered / file_name(document, one)).write_text(text, "utf-8", newline="\n")
    replace_text(build / UNSHOWN, csv_text(unshown(estimates)))


def _write_files(shown: Exhibit, wave: Wave, offered: Path, printed: Path) -> None:
    path = offered / shown.name
    path.with_suffix(".csv").write_text(csv_text(tidy(shown)), "utf-8", newline="\n")
    path.with_suffix(".xlsx").write_bytes(small_workbook(shown, wave))
    if shown.kind == FIGURE:
        _write_drawing(shown, wave, offered, printed)


def _write_overview(shown: Overview, offered: Path, printed: Path) -> None:
    drawing = draw_timeline(shown) if shown.head.form == TIMELINE else draw_shares(shown)
    below = [f"{shown.head.nl}."]
    below += [shown.head.note] if shown.head.note else []
    name = figure_name(shown)
    _write_renditions(name, render(drawing, below), offered, printed)
    text = csv_text(overview_table(shown))
    (offered / f"{name}.csv").write_text(text, "utf-8", newline="\n")


def _write_drawing(shown: Exhibit, wave: Wave, offered: Path, printed: Path) -> None:
    rests = () if shown.reconstructed else (f"{shown.bases}{form(shown.form).note(shown)}",)
    drawn = render(draw(shown), (*rests, source_text(wave)))
    _write_renditions(shown.name, drawn, offered, printed)


def _write_renditions(name: str, drawn: Renditions, offered: Path, printed: Path) -> None:
    (offered / f"{name}.svg").write_bytes(drawn.outlined)
    (offered / f"{name}.png").write_bytes(drawn.dotted)
    (printed / f"{name}.svg").write_bytes(drawn.typeset)
