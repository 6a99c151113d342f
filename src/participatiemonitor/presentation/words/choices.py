"""Texts that an author wrote, of which the answers choose one.

A text is a template, with the names of `participatiemonitor.survey.names` in braces, or a bound
word: one that was chosen or filled in. What was chosen then rests on what decided, and on what the
text rests on. Where it is not known which text is true, what decides being hidden, or in a
reconstruction not said by any document, it is `unsaid`: nothing, unless the author says otherwise.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import chain

from participatiemonitor.documents.said import NOTABLE
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.known import NotAsked
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.amounts import told
from participatiemonitor.presentation.words.bound import UNASKED, Bound
from participatiemonitor.presentation.words.comparisons import degree
from participatiemonitor.presentation.words.quantities import each, gaps, named, pairs, word
from participatiemonitor.presentation.words.templates import UNKNOWN, Text, chosen, filled_in
from participatiemonitor.survey.names import names

# Groups that differ by less than this, in percentage points, do not differ strikingly.
STRIKING = 10.0
# The outcome by what holds.
YES_NO = {True: "yes", False: "no", None: UNKNOWN}


def compare(source: Results, left: str | list[str], right: str, *, more: Text, less: Text,
            same: Text, unsaid: Text = "") -> Bound:
    """One of three texts, by the difference of two quantities, or of several pairs alike.

    `more` when the first is at least `NOTABLE` percentage points above the second (in both
    groups, where both are meant), `less` when as far below, else `same`.

    Parameters
    ----------
    source : Results
    left : str or list of str
    right : str
        Takes over what it leaves out from each of `left`.
    more, less, same, unsaid : str or Bound
        In a template ``{often}`` is the word for the difference, and ``{shares}`` both shares in
        brackets, where both can be told.

    Returns
    -------
    Bound
    """
    lefts = [left] if isinstance(left, str) else left
    compared = [pair for one in lefts for pair in pairs(source, one, right)]
    found = gaps(source, compared)
    quotes = [source.quoted_degree(one.ref, other.ref) for one, other in compared]
    holds = {"more": _all(_lies(low, high, NOTABLE) for low, high in found),
             "less": _all(_lies(-high, -low, NOTABLE) for low, high in found)}
    outcome = next((name for name, true in holds.items() if true),
                   UNKNOWN if None in holds.values() else "same")
    filled = {"often": degree(found, quotes), "shares": _shares(source, compared)}
    return chosen(source, "compare", {"more": more, "less": less, "same": same, UNKNOWN: unsaid},
                  outcome, chain.from_iterable(compared), quotes, filled, **filled)


def when(source: Results, ref: str, low: float, high: float, *, yes: Text, no: Text = "",
         unsaid: Text = "") -> Bound:
    """One of two texts, by a share lying from `low` up to `high` percent (in every group)."""
    found = each(source, ref)
    limits = [source.said(one.ref) for one in found]
    holds = _all(_lies(round(100 * least, 9), round(100 * most, 9), low, high)
                 for least, most in limits)
    quotes = [quote for one in found for quote in source.quoted_limits(one.ref)]
    return chosen(source, "when", {"yes": yes, "no": no, UNKNOWN: unsaid}, YES_NO[holds], found,
                  quotes, low=low, high=high)


def leads(source: Results, ref: str, *others: str, yes: Text, no: Text = "", unsaid: Text = ""
          ) -> Bound:
    """One of two texts, by a quantity lying notably above all others, in every group."""
    compared = [pair for other in others for pair in pairs(source, ref, other)]
    holds = _all(_lies(low, high, NOTABLE) for low, high in gaps(source, compared))
    quotes = [source.quoted_degree(one.ref, other.ref) for one, other in compared]
    return chosen(source, "leads", {"yes": yes, "no": no, UNKNOWN: unsaid}, YES_NO[holds],
                  dict.fromkeys(chain.from_iterable(compared)), quotes)


def alike(source: Results, question: str, *, yes: Text, no: Text = "", unsaid: Text = "",
          among: Iterable[str] = ()) -> Bound:
    """One of two texts, by both groups lying within `STRIKING` points on every option.

    Parameters
    ----------
    source : Results
    question : str
    yes, no, unsaid : str or Bound
        The text for no striking difference, for at least one, and where it is not known.
    among : iterable of str
        The options to compare; all when left out.

    Returns
    -------
    Bound
    """
    entry = source.wave.codebook[named(source, question).question]
    # What is alike of the options that are left, may be said without those that are gone.
    options = [option for option in among or entry.option_ids if option not in entry.dropped]
    if not options:
        raise NotAsked(f"{question}: geen van deze opties is in deze peiling gevraagd.")
    first, second = source.wave.info.groups
    compared = [pair for option in options
                for pair in pairs(source, f"{question}.{option}@{first}", f"@{second}")]
    holds = _all(_lies(max(low, -high, 0), max(high, -low), high=STRIKING)
                 for low, high in gaps(source, compared))
    quotes = [source.quoted_degree(one.ref, other.ref) for one, other in compared]
    return chosen(source, "alike", {"yes": yes, "no": no, UNKNOWN: unsaid}, YES_NO[holds],
                  chain.from_iterable(compared), quotes)


def fill(source: Results, template: str, *words: Bound) -> Bound:
    """A text with bound words in it, which rests on what they rest on.

    Parameters
    ----------
    source : Results
    template : str
        With ``{}`` for each word, and names in braces.
    *words : Bound

    Returns
    -------
    Bound
    """
    if any(one.kind == UNASKED for one in words):
        raise NotAsked(f"{template!r}: hierin staat wat in deze peiling niet is gevraagd.")
    # A name is text, whatever braces it has.
    template = filled_in(template, {name: re.sub("[{}]", r"\g<0>\g<0>", text)
                                    for name, text in names(source.wave.info).items()})
    return word(source, "fill", template.format(*words), (), words, template=template)


def _lies(least: float, most: float, low: float = -math.inf, high: float = math.inf
          ) -> bool | str | None:
    """Whether what is from `least` to `most` lies from `low` up to `high`; None if it may."""
    if math.isnan(least):
        return UNKNOWN
    if low <= least and (most < high or high == math.inf):
        return True
    return False if most < low or least >= high else None


def _all(known: Iterable[bool | str | None]) -> bool | None:
    """Whether all hold; None where one is hidden, or open while none is known not to."""
    found = set(known)
    if UNKNOWN in found:
        return None
    return False if False in found else None if None in found else True


def _shares(source: Results, compared: list[tuple[Estimate, Estimate]]) -> str:
    """Both shares of one pair in brackets; nothing where they cannot be told apart."""
    texts = [told(one, source.quote(one.ref)) for pair in compared for one in pair]
    apart = len(compared) == 1 and all(texts) and texts[0] != texts[1]
    return f" ({' tegenover '.join(texts)})" if apart else ""
