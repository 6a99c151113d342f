"""How often each theme of an open question was raised; of a reconstruction what documents say."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.documents import wording
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.quotes import NOTHING, Quote
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.forms.means import refs
from participatiemonitor.presentation.exhibits.in_words import side_by_side, weighted_text
from participatiemonitor.presentation.exhibits.rows import Row
from participatiemonitor.presentation.markdown import pipe_table
from participatiemonitor.presentation.words.bases import base_phrase
from participatiemonitor.presentation.words.subjects import BOTH_GROUPS

__all__ = ["refs", "table"]


def table(exhibit: Exhibit) -> Markup:
    """A row a theme: of each group how many, which part of it, and the weighted share.

    Parameters
    ----------
    exhibit : Exhibit

    Returns
    -------
    Markup
        Of a reconstruction the themes that a document names, with its word for how many raised
        them.
    """
    name = {"Thema": lambda row: dutch.capital(row.answer)}
    if exhibit.reconstructed:
        return pipe_table(["Thema", "Genoemd door"], _written(exhibit))
    return side_by_side(
        exhibit, name,
        lambda row: [f"{dutch.capital(row.group)} ({base_phrase(row.estimate)})", "%",
                     "gewogen (95%-interval)"], _cells)


def _written(exhibit: Exhibit) -> list[list[str]]:
    """Each theme that documents name, with who raised it in their words."""
    quoted: dict[str, dict[str, Quote]] = {}
    for row in exhibit.rows:
        if row.quote:
            quoted.setdefault(row.answer, {})[row.group] = row.quote
    return [[dutch.capital(answer), who] for answer, quotes in quoted.items()
            if (who := _who(quotes))]


def _who(quotes: dict[str, Quote]) -> str:
    said = {group: quote for group, quote in quotes.items() if quote != NOTHING}
    if len(said) == len(quotes) > 1 and len({quote.printed for quote in said.values()}) == 1:
        return wording.subject(next(iter(said.values())).printed, BOTH_GROUPS)
    return dutch.enumeration(
        f"{dutch.numeral(quote.count)} van de {group}" if quote.count
        else wording.subject(quote.printed, group) for group, quote in said.items()) if said else ""


def _cells(row: Row) -> list[str]:
    shown = row.estimate.status == OK
    return [dutch.whole(row.estimate.count) if shown else row.label,
            row.label if shown else "–", weighted_text(row.estimate.weighted)]
