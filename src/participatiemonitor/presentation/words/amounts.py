"""Words for how large and how many. Of what is hidden, or has no answers, they say no size."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import each, only, unknown, word

# What stands in for a number that is hidden, or that does not exist.
NO_PART, NO_COUNT, NO_BASE = "een niet genoemd deel", "een niet genoemd aantal", "te weinig"
# The base of a question that nobody answered, before *sociale diensten*.
NOBODY = "geen"


def share(source: Results, ref: str, digits: int = 0) -> Bound:
    """A share or a mean percentage: *26%*."""
    one = only(source, "share", ref)
    text = NO_PART if unknown([one]) else dutch.percent(one.value, digits)
    return word(source, "share", text, [one], digits=digits)


def about(source: Results, ref: str) -> Bound:
    """A share by a round name: *ruim een vijfde*; for both groups the name they share.

    Where the groups do not share a name it is the span of their percentages.

    Parameters
    ----------
    source : Results
    ref : str

    Returns
    -------
    Bound
    """
    found = each(source, ref)
    names = {NO_PART} if unknown(found) else {dutch.approximately(one.value) for one in found}
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
    text = NO_PART if unknown(found) else _common_part([one.value for one in found])
    return word(source, "part", text, found)


def span(source: Results, *refs: str) -> Bound:
    """The lowest and highest percentage of several quantities: *27 tot 31%*."""
    found = each(source, *refs)
    if unknown(found):
        return word(source, "span", NO_PART, found)
    values = [dutch.half_up(one.percent) for one in found]
    low, high = dutch.whole(min(values)), dutch.whole(max(values))
    return word(source, "span", f"{low}%" if low == high else f"{low} tot {high}%", found)


def count(source: Results, ref: str) -> Bound:
    """How many respondents gave an answer, in words up to twelve: *drie*."""
    one = only(source, "count", ref)
    text = NO_COUNT if unknown([one]) else dutch.numeral(round(one.count))
    return word(source, "count", text, [one])


def number(source: Results, ref: str) -> Bound:
    """How many respondents, municipalities or clients, in digits: *213*."""
    one = only(source, "number", ref)
    return word(source, "number", NO_COUNT if unknown([one]) else dutch.whole(one.count), [one])


def base(source: Results, ref: str) -> Bound:
    """The number of answers a quantity rests on, in digits: *132*."""
    one = only(source, "base", ref)
    text = NO_BASE if one.n is None else dutch.whole(one.n) if one.n else NOBODY
    return word(source, "base", text, [one])


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
