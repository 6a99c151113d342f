"""Words of chapters that are not rewritten."""
from __future__ import annotations
from collections.abc import Iterable
from dataclasses import replace
from participatiemonitor import dutch
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.ranking import in_place as _in_place
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.amounts import NO_PART
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.comparisons import often as _often, DEGREES, WITHIN, MIXED_OFTEN, NO_OFTEN
from participatiemonitor.presentation.words.quantities import each, groups, unknown, word
from participatiemonitor.presentation.words.choices import UNKNOWN, Text
NO_LABEL = "een antwoord dat door te weinig antwoorden niet te noemen is"
def in_place(source, refs, rank=1):
    return _in_place((source[ref] for ref in refs), rank)
def about(source: Results, ref: str) -> Bound:
    """A share by a round name: *ruim een vijfde*; for both groups the name they share.

    Where no name is true of all that is meant, it is the span of the percentages.

    Parameters
    ----------
    source : Results
    ref : str

    Returns
    -------
    Bound
    """
    found = each(source, ref)
    names = {NO_PART} if unknown(found) else {
        dutch.approximately(limit) for one in found for limit in one.limits}
    return word(source, "about", names.pop(), found) if len(names) == 1 else span(source, ref)


def part(source: Results, ref: str) -> Bound:
    """How large a part: *een ruime meerderheid*; for both groups what is true of each.

    That is the weaker word where both are a majority or both a minority, and *een deel* where
    they are not.

    Parameters
    ----------
    source : Results
    ref : str

    Returns
    -------
    Bound
    """
    found = each(source, ref)
    text = NO_PART if unknown(found) else _common_part(
        [limit for one in found for limit in one.limits])
    return word(source, "part", text, found)


def span(source: Results, *refs: str) -> Bound:
    """The lowest and highest percentage of several quantities: *27 tot 31%*."""
    found = each(source, *refs)
    text = NO_PART if unknown(found) else dutch.percents([one.limits for one in found])
    return word(source, "span", text, found)


def _common_part(values: list[float]) -> str:
    """The strongest of the majority words that is true of every value."""
    names = {dutch.majority(value) for value in values}
    if len(names) == 1:
        return names.pop()
    if min(values) >= dutch.HALF[1]:
        return dutch.majority(min(values))
    if max(values) < dutch.HALF[0]:
        return dutch.majority(max(values))
    return "een deel"
def first(source: Results, refs: dict[str, Text], *, said: Bound | None = None, again: str = ""
          ) -> Bound:
    """The text of the largest of several quantities of one group; the first one at a tie.

    None of the texts where `participatiemonitor.estimation.ranking.in_place` names none.

    Parameters
    ----------
    source : Results
    refs : dict of str to str or Bound
        Text by quantity.
    said : Bound, optional
        A word before it: where that says the same, the text is `again`, and rests on it.
    again : str

    Returns
    -------
    Bound
    """
    found = {one: text for ref, text in refs.items() for one in each(source, ref)}
    texts = {str(one.ref): text for one, text in found.items()}
    best = in_place(source, (one.ref for one in found))
    outcome = str(best.ref) if best else UNKNOWN
    if best and said and str(said) == str(texts[outcome]):
        outcome = "again"
        texts[outcome] = replace(said, text=again, kind=outcome, args={}, parts=(said,))
    return word(source, "first", str(texts.get(outcome, NO_LABEL)), found, outcome=str(outcome), texts={n: str(t) for n, t in texts.items()})


def top(source: Results, question: str, rank: int = 1, among: Iterable[str] = (),
        quoted: bool = False) -> Bound:
    """The label of the option in a place; two labels where the groups differ.

    Parameters
    ----------
    source : Results
    question : str
        With or without a group.
    rank : int
        1 is the most given answer. Ties keep the order of the codebook; see
        `participatiemonitor.estimation.ranking.in_place` for when none is named.
    among : iterable of str
        The options to choose from; all but the exclusive one when left out.
    quoted : bool
        Whether to put the label in quotation marks, for one that is a sentence in a sentence.

    Returns
    -------
    Bound
    """
    ref = Ref.parse(question)
    entry = source.wave.codebook[ref.question]
    options = list(among) or [one for one in entry.option_ids if one != entry.exclusive]
    labels, found = {}, []
    for group in groups(source, ref):
        refs = [replace(ref.of(group), option=option) for option in options]
        best = in_place(source, refs, rank)
        label = entry.option(best.ref.option).nl if best else NO_LABEL
        labels[group] = f"“{label}”" if quoted and best else label
        found += [best] if best else [source[one] for one in refs]
    if len(set(labels.values())) == 1:
        text = next(iter(labels.values()))
    else:
        text = dutch.enumeration(f"{label} ({source.wave.info.groups[group].nl})"
                                 for group, label in labels.items())
    return word(source, "top", text, found, rank=rank, among=list(among), quoted=quoted)
def often_each(source: Results, compared: dict[str | Bound, tuple[str, str]]) -> Bound:
    """Several comparisons, those of one degree together: *a en b iets vaker, en c even vaak*.

    Parameters
    ----------
    source : Results
    compared : dict of str or Bound to pair of str
        What is compared in the reader's words, with its two quantities as `often` takes them.

    Returns
    -------
    Bound
    """
    words = {name: _often(source, left, right) for name, (left, right) in compared.items()}
    clauses = [f"{dutch.enumeration(names)} {degree}" for degree in (*DEGREES, *WITHIN.values(), MIXED_OFTEN, NO_OFTEN) if (
        names := [str(name) for name, bound in words.items() if bound.text == degree])]
    found = [source[ref] for bound in words.values() for ref in bound.refs]
    named = tuple(name for name in compared if isinstance(name, Bound))
    return word(source, "often_each", "; ".join(clauses) if len(clauses) > 2
                else ", en ".join(clauses), found, named,
                compared=[[str(name), *map(str, bound.refs)] for name, bound in words.items()])


