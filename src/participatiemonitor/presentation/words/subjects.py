"""Who gives an answer, as the subject of a sentence: *driekwart van de gemeenten heeft*."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from participatiemonitor import dutch
from participatiemonitor.documents import wording
from participatiemonitor.estimation.estimates import (
    FEW,
    NEARLY_ALL,
    NOT_ASKED,
    REASONS,
    Estimate,
)
from participatiemonitor.estimation.quotes import NOTHING, Quote
from participatiemonitor.estimation.refs import ALL
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.amounts import NO_PART, require
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import each, unknown, word

# What both groups together stand for.
BOTH_GROUPS = "gemeenten"
# Groups may be given one word up to so many percentage points apart.
ALIKE = 5.0


def who(source: Results, ref: str, one: str = "", many: str = "", claim: str = "",
        around: str = "{}") -> Bound:
    """Who gives an answer, with the verb after it.

    Two groups are named apart, *44% van de sociale diensten en 61% van de afdelingen welzijn
    noemen*, or have one word where both say nearly the same, *driekwart van de gemeenten noemt*.
    Of a reconstruction it is what a document said: a number, a word of quantity, or no more than
    that they do, *gemeenten noemen*.

    Parameters
    ----------
    source : Results
    ref : str
    one, many : str
        The verb in singular and plural.
    claim : str
        The claim whose word is used, where several speak of it.
    around : str
        What stands around it, with ``{}`` for it. With it, nothing at all stands there where
        nothing can be said.

    Returns
    -------
    Bound
    """
    found = [estimate for estimate in each(source, ref) if estimate.status != NOT_ASKED]
    quotes = [source.quote(estimate.ref, claim) for estimate in found]
    printed = [quote for quote in quotes if quote is not None]
    subject, single = (_quoted(source, found, printed) if printed
                       else _computed(source, found, around == "{}"))
    require(subject or not printed or around != "{}", "who", ref)
    verb = one if single else many
    text = subject and around.format(f"{subject} {verb}" if verb else subject)
    args: dict[str, Any] = {"verbs": [one, many]} if many else {}
    args |= {"around": around} if around != "{}" else {}
    return word(source, "who", text, found, quotes=quotes, **args)


def _computed(source: Results, found: list[Estimate], must: bool) -> tuple[str, bool]:
    """Whom the answers are of, and whether that is singular."""
    known = [estimate for estimate in found if not unknown([estimate]) and estimate.n]
    if not known:
        return (f"{NO_PART} van de {_noun(source, found)}" if must else ""), True
    limits = [limit for estimate in known for limit in estimate.limits]
    near = max(limits) - min(limits) < ALIKE / 100
    if len(known) > 1 and near and (shared := dutch.together(limits)):
        return f"{shared} van de {BOTH_GROUPS}", True
    texts = {dutch.percents([estimate.limits]) for estimate in known}
    if len(known) > 1 and len(texts) == 1 and not any(estimate.between for estimate in known):
        return f"{texts.pop()} van de {BOTH_GROUPS}", True
    phrases = [_part(estimate, _noun(source, [estimate])) for estimate in known]
    single = len(known) == 1 and known[0].status not in (FEW, NEARLY_ALL)
    return dutch.enumeration(phrases), single


def _part(estimate: Estimate, noun: str) -> str:
    if estimate.status in (FEW, NEARLY_ALL):
        return f"{REASONS[estimate.status]} {noun}"
    return f"{dutch.percents([estimate.limits])} van de {noun}"


def _quoted(source: Results, found: list[Estimate], quotes: list[Quote]) -> tuple[str, bool]:
    """Whom a document spoke of, and whether that is singular."""
    if len(quotes) > 1 and all(quote == other for quote, other in pairwise(quotes)):
        quote = quotes[0]
        return _subject(quote, BOTH_GROUPS, BOTH_GROUPS)
    said = [(estimate, quote) for estimate, quote in zip(found, quotes, strict=True)
            if quote != NOTHING]
    if any(quote.printed for _, quote in said):
        said = [(estimate, quote) for estimate, quote in said if quote.printed]
    elif len(said) == len(found) > 1:
        return BOTH_GROUPS, False
    groups = source.wave.info.groups
    phrases = [_subject(quote, _noun(source, [estimate]), groups[estimate.ref.group].singular)
               for estimate, quote in said]
    return (dutch.enumeration(text for text, _ in phrases) if phrases else "",
            len(phrases) == 1 and phrases[0][1])


def _subject(quote: Quote, plural: str, singular: str) -> tuple[str, bool]:
    if quote == NOTHING:
        return "", False
    if quote.count is not None:
        noun = singular if quote.count == 1 else plural
        return f"{dutch.numeral(quote.count)} {noun}", quote.count == 1
    return wording.subject(quote.printed, plural), wording.is_singular(quote.printed)


def _noun(source: Results, found: list[Estimate]) -> str:
    """Who they are, in the plural: both groups, a group, or a size class of it."""
    info = source.wave.info
    if len({estimate.ref.group for estimate in found}) > 1:
        return BOTH_GROUPS
    ref = found[0].ref
    if ref.domain == ALL:
        return info.groups[ref.group].nl
    return dutch.enumeration(info.strata[name].nl for name in ref.domains)
