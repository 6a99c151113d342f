"""A figure by size class: what each class answered, as far as that may be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.in_words import ANSWER, GROUP, bars_of
from participatiemonitor.presentation.exhibits.rows import Row, labelled
from participatiemonitor.presentation.markdown import pipe_table
from participatiemonitor.presentation.words.bases import base_cell


def size_table(shown: Exhibit, source: Results) -> Markup | None:
    """The shares of a figure in each size class that is published.

    Parameters
    ----------
    shown : Exhibit
    source : Results
        What it was made of.

    Returns
    -------
    Markup or None
        None where no share may be shown, and for answers that were drawn: how they differ by size
        was assumed.
    """
    if shown.reconstructed:
        return None
    many = len(shown.about) > 1
    bars = [(f"{question}, {group}" if many else group, [_by_size(row, source) for row in rows])
            for question, groups in bars_of(shown).items() for group, rows in groups.items()]
    answers = [row for _, rows in bars for row in rows]
    if not any(part.estimate.status == OK for row in answers for part in row[:-1]):
        return None
    heads = [GROUP, ANSWER, *(dutch.capital(part.domain) for part in answers[0])]
    lines = [[dutch.capital(name), *line] for name, rows in bars for line in _lines(rows)]
    return pipe_table(heads, lines, range(2, len(heads)))


def _by_size(row: Row, source: Results) -> list[Row]:
    """The same quantity in each size class, and the whole."""
    domains = source.wave.info.publication.domains
    return [*(labelled(source, replace(row.estimate.ref, domain=domain)) for domain in domains),
            row]


def _lines(rows: Sequence[Sequence[Row]]) -> Iterator[list[str]]:
    """A line an answer, and one of how many answers they rest on."""
    for parts in rows:
        yield [dutch.capital(parts[0].answer), *(part.cell for part in parts)]
    yield ["n", *(base_cell(part.estimate) for part in rows[0])]
