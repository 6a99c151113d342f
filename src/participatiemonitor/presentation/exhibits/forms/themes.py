"""How often each theme of an open question was raised; of a reconstruction what was written of it."""

from __future__ import annotations

from dataclasses import replace

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.exhibit import Exhibit, Row
from participatiemonitor.presentation.exhibits.forms.means import refs
from participatiemonitor.presentation.exhibits.in_words import side_by_side, weighted_text
from participatiemonitor.presentation.exhibits.labels import printed_size
from participatiemonitor.presentation.words.bases import base_phrase

__all__ = ["refs", "table"]


def table(exhibit: Exhibit) -> Markup:
    """A row a theme: of each group how many, which part of it, and the weighted share.

    Of a reconstruction the themes that a document names, with its word for how many raised them.
    """
    name = {"Thema": lambda row: dutch.capital(row.answer)}
    if exhibit.reconstructed:
        named = {row.answer for row in exhibit.rows if row.estimate.printed}
        kept = replace(exhibit, rows=tuple(row for row in exhibit.rows if row.answer in named))
        return side_by_side(kept, name, lambda row: [dutch.capital(row.group)], _written)
    return side_by_side(
        exhibit, name,
        lambda row: [f"{dutch.capital(row.group)} ({base_phrase(row.estimate)})", "%",
                     "gewogen (95%-interval)"], _cells)


def _written(row: Row) -> list[str]:
    return [printed_size(row.estimate) or ("genoemd" if row.estimate.printed else "–")]


def _cells(row: Row) -> list[str]:
    shown = row.estimate.status == OK
    return [dutch.whole(row.estimate.count) if shown else row.label,
            row.label if shown else "–", weighted_text(row.estimate.weighted)]
