"""How often each theme of an open question was raised; of a reconstruction what documents say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.documents import wording
from participatiemonitor.estimation.estimates import FEW, OK
from participatiemonitor.estimation.quotes import NOTHING, Quote
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.forms import grouped, means
from participatiemonitor.presentation.exhibits.in_words import (
    WEIGHTED,
    side_by_side,
    weighted_text,
)
from participatiemonitor.presentation.exhibits.labels import bar_length
from participatiemonitor.presentation.exhibits.rows import Row
from participatiemonitor.presentation.markdown import joined
from participatiemonitor.presentation.words.bases import base_phrase
from participatiemonitor.presentation.words.subjects import BOTH_GROUPS
from participatiemonitor.survey.codebook import Question

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas

describe = grouped.describe


def refs(questions: Sequence[Question], source: Results) -> list[Ref]:
    """From most to least raised; of a reconstruction, which is a list, as in the codebook."""
    order = means if source.wave.info.reconstructed else grouped
    return order.refs(questions, source)


def draw(exhibit: Exhibit) -> Canvas:
    """Bars of the themes that have one; the table has them all."""
    left_out = _undrawn(exhibit)
    drawn = tuple(row for row in exhibit.rows if row.answer not in left_out)
    return grouped.draw(replace(exhibit, rows=drawn or exhibit.rows))


def note(exhibit: Exhibit) -> str:
    """How the bars add up, and which themes have none."""
    left_out = _undrawn(exhibit)
    rest = f" Alleen in de tabel: {'; '.join(left_out)}." if left_out else ""
    return f" Wie meer thema’s noemt, telt bij elk mee.{rest}"


def _undrawn(exhibit: Exhibit) -> list[str]:
    """The themes that in no group so many raised that there is a bar for it."""
    told = {row.answer for row in exhibit.rows
            if row.estimate.status != FEW and bar_length(row.estimate)}
    return [answer for answer in dict.fromkeys(row.answer for row in exhibit.rows)
            if answer not in told]


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
    if exhibit.reconstructed:
        return joined((Markup(f"- {markdown(line)}") for line in _named(exhibit)), "\n")
    return side_by_side(
        exhibit, {"Thema": lambda row: dutch.capital(row.answer)},
        lambda row: [f"{dutch.capital(row.group)} ({base_phrase(row.estimate)})", "%",
                     WEIGHTED], _cells)


def _named(exhibit: Exhibit) -> Iterator[str]:
    """Each theme that documents name, with who raised it where they say how many."""
    quoted: dict[str, dict[str, Quote]] = {}
    for row in exhibit.rows:
        if row.quote and row.quote != NOTHING:
            quoted.setdefault(row.answer, {})[row.group] = row.quote
    for answer, quotes in quoted.items():
        sized = {group: quote for group, quote in quotes.items() if quote.printed}
        yield dutch.capital(f"{answer}: {_who(sized)}" if sized else answer)


def _who(sized: dict[str, Quote]) -> str:
    if len(sized) > 1 and len({quote.printed for quote in sized.values()}) == 1:
        return wording.subject(next(iter(sized.values())).printed, BOTH_GROUPS)
    return dutch.enumeration(
        wording.subject(quote.printed, group) if quote.count is None
        else f"{dutch.numeral(quote.count)} {'van de ' * (quote.count == 1)}{group}"
        for group, quote in sized.items())


def _cells(row: Row) -> list[str]:
    shown = row.estimate.status == OK
    return [dutch.whole(row.estimate.count) if shown else row.label,
            row.label if shown else "–", weighted_text(row.estimate.weighted)]
