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
from participatiemonitor.presentation.studies.place import ALONE, Place
from participatiemonitor.studies.report import TEXT, Report, ReportTable


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
    return table_in(ALONE, report, name, fold=fold)


def table_in(place: Place, report: Report, name: str, *, fold: bool = False) -> Block:
    """A table as a page shows it; see `table`."""
    shown = report.table(name)
    if not shown.rows:
        return Block(joined(note(shown)))
    files = file_links(place.file(name), "csv", folder=place.folder)
    if fold:
        return Block(folded(shown.title, joined([*numbers(shown, place), files])))
    head: str = dutch.ended(shown.title)
    if place.remark:  # as those of documents, which it stands among
        head = joined([Markup(f"**{markdown(head)}**"), dutch.ended(place.remark)], " ")
    looks = {"class": place.kind} if place.kind else {}
    body = directive("table", head, grid(shown), name=f"{place.table}{name}", **looks)
    return Block(joined([body, *note(shown), files]))


def grid(shown: ReportTable) -> Markup:
    """The cells of a table, numbers flush right."""
    rows = [[cell_text(cell, column) for cell, column in zip(row, shown.columns, strict=True)]
            for row in shown.rows]
    right = [place for place, column in enumerate(shown.columns) if column.kind != TEXT]
    return pipe_table([column.nl for column in shown.columns], rows, right)


def note(shown: ReportTable) -> list[Markup]:
    """What must be known of a table, as a paragraph; nothing where there is nothing to know."""
    return [markdown(dutch.ended(shown.note))] if shown.note else []


def numbers(shown: ReportTable, place: Place) -> list[Markup]:
    """A table that stands by itself under a heading: what it is of, its cells, its note."""
    head = [Markup(f"**{markdown(dutch.ended(place.remark))}**")] if place.remark else []
    return [*head, grid(shown), *note(shown)]
