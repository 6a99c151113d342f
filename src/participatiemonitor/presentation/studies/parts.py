"""Pieces of the page of a study, of which the data decide whether, and how many, there are."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.markdown import Block, folded, joined
from participatiemonitor.presentation.studies.figures import figure
from participatiemonitor.presentation.studies.tables import table
from participatiemonitor.studies.report import Part, Report


def points(report: Report, *names: str) -> Block:
    """Texts as points of a list, without those that say nothing: ``points("wie", "waar")``.

    Parameters
    ----------
    report : Report
    *names : str

    Returns
    -------
    Block
    """
    said = [markdown(text) for name in names if (text := report.text(name))]
    return Block(joined((Markup(f"- {line}") for line in said), "\n"))


def series(report: Report, name: str, level: int = 3) -> Block:
    """Everything of a row, each part under its heading: ``series("indicatoren")``.

    Its headings are among those of the page; prose refers to figures and tables as to any other.

    Parameters
    ----------
    report : Report
    name : str
    level : int
        Of the headings: 3 is that of a piece of a section.

    Returns
    -------
    Block
    """
    return Block(joined(piece for part in report.parts(name)
                        for piece in _pieces(report, part, level)), sections=True)


def _pieces(report: Report, part: Part, level: int) -> Iterator[str]:
    if part.title:
        yield Markup(f"{'#' * level} {markdown(part.title)}")
    yield from (markdown(text) for name in part.says if (text := report.text(name)))
    for name in part.shows:
        yield (figure if name in report.figures else table)(report, name).text
    for name in part.kept:
        yield folded(report.table(name).title, table(report, name).text)
