"""Pieces of the page of a study, of which the data decide whether, and how many, there are."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.markdown import Block, joined
from participatiemonitor.presentation.studies.figures import figure
from participatiemonitor.presentation.studies.tables import table
from participatiemonitor.studies.report import Part, Report


def series(report: Report, name: str) -> Block:
    """Everything of a row, each part under its heading: ``series("indicatoren")``.

    Its headings are among those of the page; prose refers to figures and tables as to any other.

    Parameters
    ----------
    report : Report
    name : str

    Returns
    -------
    Block
    """
    return Block(joined(piece for part in report.parts(name)
                        for piece in _pieces(report, part)), sections=True)


def _pieces(report: Report, part: Part) -> Iterator[str]:
    if part.title:
        yield Markup(f"### {markdown(part.title)}")
    yield from (markdown(text) for name in part.says if (text := report.text(name)))
    for name in part.shows:
        yield (figure if name in report.figures else table)(report, name).text
    yield from (table(report, name, fold=True).text for name in part.kept)
