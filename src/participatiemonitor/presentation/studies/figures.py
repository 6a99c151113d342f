"""A figure of a study on the page; the build draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.markdown import Block, directive, file_links, joined, tabs
from participatiemonitor.presentation.studies.forms import form
from participatiemonitor.presentation.studies.tables import DOWNLOADS, grid, note
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
    shown = report.figure(name)
    numbers = report.table(shown.table)
    if not numbers.rows:
        return Block(joined(note(numbers)))
    drawing = directive("figure", f"/{DOWNLOADS}/{name}.svg", dutch.ended(shown.title),
                        name=f"fig-{name}", alt=form(shown).describe(shown, numbers))
    files = joined([file_links(name, "svg", "png", folder=DOWNLOADS),
                    file_links(shown.table, "csv", folder=DOWNLOADS)])
    return Block(tabs(("Figuur", drawing), ("Tabel", joined([grid(numbers), *note(numbers)])),
                      ("Downloads", files)))


def draw_figure(report: Report, name: str) -> Canvas:
    """Draw a figure, under the finding it shows."""
    from participatiemonitor.presentation.exhibits.drawing import titled

    shown = report.figure(name)
    return titled(form(shown).draw(shown, report.table(shown.table)), shown.title)
