"""The finding of a figure in one line: the first headline of its entry that may be said."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.documents.said import NOTABLE
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import BOTH, Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import word
from participatiemonitor.survey.codebook import Figure, Headline


def headline(figure: Figure, source: Results) -> Bound | None:
    """Choose what a figure is said to show.

    Parameters
    ----------
    figure : participatiemonitor.survey.codebook.Figure
    source : Results
        Of a reconstruction it says only what a document says too.

    Returns
    -------
    Bound or None
        With the quantities that decide; None where no headline may be said, and the figure has
        its plain title.
    """
    for one in figure.headlines:
        compared = list(_compared(one, figure, source))
        if _true(one, compared, source):
            found = dict.fromkeys(ref for refs in compared for ref in refs)
            return word(source, "headline", one.nl, (source[ref] for ref in found),
                        quotes=_quotes(one, compared, source))
    return None


def _true(one: Headline, compared: list[tuple[Ref, ...]], source: Results) -> bool:
    if one.top:
        return all(_first(source, refs) == one.top for refs in compared)
    if one.at_least:
        # Rounded, as a share of floats may lie just under what it is.
        return all(round(100 * source.said(ref)[0], 9) >= one.at_least.percent for ref, in compared)
    return all(source.said_gap(left, right)[0] >= NOTABLE for left, right in compared)


def _quotes(one: Headline, compared: list[tuple[Ref, ...]], source: Results
            ) -> Iterator[Quote | None]:
    """What documents said that makes it true."""
    for first, *others in compared:
        if one.top:
            yield from (source.quoted_place(ref, 1) for ref in (first, *others)
                        if ref.option == one.top)
        else:
            yield from (source.quoted_degree(first, other) for other in others)


def _first(source: Results, refs: tuple[Ref, ...]) -> str:
    place = source.said_place(refs)
    return place.ref.option if place else ""


def _compared(one: Headline, figure: Figure, source: Results) -> Iterator[tuple[Ref, ...]]:
    """The quantities that decide: those among which one is first, pairs, or each by itself."""
    if one.top:
        question = source.wave.codebook[figure.questions[0]]
        for group in question.asked:
            yield tuple(Ref(question.id, option, group) for option in question.option_ids
                        if option != question.exclusive)
        return
    (written,) = one.conditions.values()
    first, *others = map(Ref.parse, written)
    for group in source.wave.codebook[first.question].asked if first.group == BOTH else ("",):
        here, *there = (ref.of(group) if group else ref for ref in (first, *others))
        yield from ((here, other) for other in there) if there else [(here,)]
