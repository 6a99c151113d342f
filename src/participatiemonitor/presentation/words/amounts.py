"""Words for how large and how many. Of what is hidden, or has no answers, they say no size.

Of what is told only within limits, they say what is true of all that it may be.
"""

from __future__ import annotations

from collections.abc import Callable

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import each, only, unknown, word

# What stands in for a number that is hidden, or that does not exist.
NO_PART, NO_COUNT, NO_BASE = "een niet genoemd deel", "een niet genoemd aantal", "te weinig"
# The base of a question that nobody answered, before *sociale diensten*.
NOBODY = "geen"


def share(source: Results, ref: str, digits: int = 0) -> Bound:
    """A share or a mean percentage: *26%*; of a class *hooguit 2%*, of a band *9 tot 11%*."""
    one = only(source, "share", ref)
    text = (NO_PART if unknown([one]) else dutch.percents([one.limits]) if one.between
            else dutch.percent(one.value, digits))
    return word(source, "share", text, [one], digits=digits)


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


def count(source: Results, ref: str) -> Bound:
    """How many respondents gave an answer, in words up to twelve: *drie*, *hooguit twee*."""
    one = only(source, "count", ref)
    return word(source, "count", _many(one, dutch.numeral), [one])


def number(source: Results, ref: str) -> Bound:
    """How many respondents, municipalities or clients, in digits: *213*."""
    one = only(source, "number", ref)
    return word(source, "number", _many(one, dutch.whole), [one])


def base(source: Results, ref: str) -> Bound:
    """The number of answers a quantity rests on, in digits: *132*."""
    one = only(source, "base", ref)
    text = NO_BASE if one.n is None else dutch.whole(one.n) if one.n else NOBODY
    return word(source, "base", text, [one])


def _many(one: Estimate, written: Callable[[int], str]) -> str:
    """A count, or the least and the most that it may be."""
    if unknown([one]):
        return NO_COUNT
    low, high = one.between or (round(one.count),) * 2
    if low == high:
        return written(high)
    return f"{written(low)} tot {written(high)}" if low else f"hooguit {written(high)}"


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
