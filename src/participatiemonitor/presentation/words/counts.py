"""Words for how many there are, and on how many answers that rests."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.estimation import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import only, unknown, word

# What stands in for a number that is hidden, or that does not exist.
NO_COUNT, NO_BASE = "een niet genoemd aantal", "te weinig"
# The base of a question that nobody answered, before *sociale diensten*.
NOBODY = "geen"


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
