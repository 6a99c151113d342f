"""A table of a study on the page."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.markdown import (
    Block,
    directive,
    file_links,
    folded,
    joined,
    pipe_table,
)
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.studies.report import TEXT, Report, ReportTable

# The page of a study is in the folder of its book.
DOWNLOADS = "downloads"


def table(report: Report, name: str, *, fold: bool = False) -> Block:
    """A table, with what must be known of it and its file: ``table("overgangen")``.

    Prose refers to it as ``{numref}`tab-overgangen```.

    Parameters
    ----------
    report : Report
    name : str
    fold : bool, optional
        Whether it stands behind a line with its title, as what only some readers need.

    Returns
    -------
    Block
    """
    shown = report.table(name)
    if not shown.rows:
        return Block(joined(note(shown)))
    after = [*note(shown), file_links(name, "csv", folder=DOWNLOADS)]
    if fold:
        return Block(folded(shown.title, joined([grid(shown), *after])))
    body = directive("table", dutch.ended(shown.title), grid(shown), name=f"tab-{name}")
    return Block(joined([body, *after]))


def grid(shown: ReportTable) -> Markup:
    """The cells of a table, numbers flush right."""
    rows = [[cell_text(cell, column) for cell, column in zip(row, shown.columns, strict=True)]
            for row in shown.rows]
    right = [place for place, column in enumerate(shown.columns) if column.kind != TEXT]
    return pipe_table([column.nl for column in shown.columns], rows, right)


def note(shown: ReportTable) -> list[Markup]:
    """What must be known of a table, as a paragraph; nothing where there is nothing to know."""
    return [markdown(dutch.ended(shown.note))] if shown.note else []
