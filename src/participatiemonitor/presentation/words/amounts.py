"""Words for how many and how large. Of what is hidden, or has no answers, they say no size.

Of what is told only within limits, they say what is true of all that it may be. Of answers that
are a reconstruction they say what a document said, in its own degree, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from participatiemonitor import dutch
from participatiemonitor.documents import wording
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import only, unknown, word

# What stands in for a number that is hidden, or that does not exist.
NO_PART, NO_COUNT, NO_BASE = "een niet genoemd deel", "een niet genoemd aantal", "te weinig"
# The base of a question that nobody answered, before *sociale diensten*.
NOBODY = "geen"


def share(source: Results, ref: str, claim: str = "", around: str = "{}") -> Bound:
    """A share or a mean percentage: *26%*; of a class *hooguit 2%*, of a band *9 tot 11%*.

    Parameters
    ----------
    source : Results
    ref : str
        Of one group.
    claim : str
        The claim whose word is used, where several speak of it.
    around : str
        What stands around the number, with ``{}`` for it. With it, nothing at all stands there
        where there is no number.

    Returns
    -------
    Bound
    """
    one = only(source, "share", ref)
    quote = source.quote(one.ref, claim)
    text = told(one, quote)
    if around == "{}" and not text:
        require(quote is None, "share", ref)
        text = NO_PART
    args: dict[str, Any] = {"around": around} if around != "{}" else {}
    return word(source, "share", text and around.format(text), [one], quotes=[quote], **args)


def told(one: Estimate, quote: Quote | None) -> str:
    """A percentage, or a document's word in its place; empty where there is neither."""
    if quote is not None:
        return wording.amount(quote.printed)
    return "" if unknown([one]) else dutch.percents([one.limits])


def count(source: Results, ref: str) -> Bound:
    """How many respondents gave an answer, in words up to twelve: *drie*, *hooguit twee*."""
    return _number(source, "count", ref, dutch.numeral)


def number(source: Results, ref: str) -> Bound:
    """How many respondents, municipalities or clients, in digits: *213*."""
    return _number(source, "number", ref, dutch.whole)


def base(source: Results, ref: str) -> Bound:
    """The number of answers a quantity rests on, in digits: *132*."""
    one = only(source, "base", ref)
    quote = source.quoted_count(one.ref, "n")
    if quote is not None:
        require(quote.count is not None, "base", ref)
        text = dutch.whole(quote.count or 0)
    else:
        text = NO_BASE if one.n is None else dutch.whole(one.n) if one.n else NOBODY
    return word(source, "base", text, [one], quotes=[quote])


def require(known: object, kind: str, ref: str) -> None:
    """See that a document said of a reconstruction what a sentence needs."""
    if not known:
        raise InputError(
            f"{kind}({ref!r}): geen uitspraak zegt hier hoeveel het zijn, en wat is aangenomen "
            "staat niet in een zin. Laat het getal weg met around, of voeg de uitspraak toe.")


def _number(source: Results, kind: str, ref: str, written: Callable[[int], str]) -> Bound:
    one = only(source, kind, ref)
    quote = source.quoted_count(one.ref)
    if quote is not None:
        require(quote.count is not None, kind, ref)
        text = written(quote.count or 0)
    else:
        text = many(one, written)
    return word(source, kind, text, [one], quotes=[quote])


def many(one: Estimate, written: Callable[[int], str]) -> str:
    """A count, or the least and the most that it may be."""
    if unknown([one]):
        return NO_COUNT
    low, high = one.between or (round(one.count),) * 2
    if low == high:
        return written(high)
    return f"{written(low)} tot {written(high)}" if low else f"hooguit {written(high)}"

