"""How often each theme of an open question was raised."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.exhibit import Exhibit, Row
from participatiemonitor.presentation.exhibits.forms.means import refs
from participatiemonitor.presentation.exhibits.in_words import side_by_side, weighted_text
from participatiemonitor.presentation.words.bases import base_phrase

__all__ = ["refs", "table"]


def table(exhibit: Exhibit) -> Markup:
    """A row a theme: of each group how many, which part of it, and the weighted share."""
    return side_by_side(
        exhibit, {"Thema": lambda row: dutch.capital(row.answer)},
        lambda row: [f"{dutch.capital(row.group)} ({base_phrase(row.estimate)})", "%",
                     "gewogen (95%-interval)"], _cells)


def _cells(row: Row) -> list[str]:
    shown = row.estimate.status == OK
    return [dutch.whole(row.estimate.count) if shown else row.label,
            row.label if shown else "–", weighted_text(row.estimate.weighted)]
