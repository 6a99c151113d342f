"""A figure of a study on the page; the build draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.markdown import Block, directive, file_links, joined, tabs
from participatiemonitor.presentation.studies.forms import form
from participatiemonitor.presentation.studies.place import ALONE, Place
from participatiemonitor.presentation.studies.tables import note, numbers
from participatiemonitor.studies.report import Report

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas


def figure(report: Report, name: str) -> Block:
    """A figure: the drawing, its numbers, and files of it: ``figure("stijgers")``.

    Prose refers to it as ``{numref}`fig-stijgers```.

    Parameters
    ----------
    report : Report
    name : str

    Returns
    -------
    Block
    """
    return figure_in(ALONE, report, name)


def figure_in(place: Place, report: Report, name: str) -> Block:
    """A figure as a page shows it; see `figure`."""
    shown = report.figure(name)
    table = report.table(shown.table)
    if not table.rows:
        return Block(joined(note(table)))
    drawing = directive("figure", f"/downloads/{place.file(name)}.svg",
                        " ".join(dutch.ended(text) for text in (shown.title, place.remark) if text),
                        name=f"{place.figure}{name}", alt=form(shown).describe(shown, table))
    files = joined([file_links(place.file(name), "svg", "png", folder=place.folder),
                    file_links(place.file(shown.table), "csv", folder=place.folder)])
    return Block(tabs(("Figuur", drawing),
                      ("Tabel", joined(numbers(table, place))),
                      ("Downloads", files)))


def draw_figure(report: Report, name: str) -> Canvas:
    """Draw a figure, under the finding it shows."""
    from participatiemonitor.presentation.exhibits.drawing import titled

    shown = report.figure(name)
    return titled(form(shown).draw(shown, report.table(shown.table)), shown.title)
