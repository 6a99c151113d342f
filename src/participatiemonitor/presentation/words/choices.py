"""Texts that an author wrote, of which the answers choose one.

A text may itself be a bound word: one that was chosen or filled in. What was chosen then rests on
what decided, and on what the text rests on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.ranking import in_place
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.comparisons import NOTABLE
from participatiemonitor.presentation.words.places import NO_LABEL
from participatiemonitor.presentation.words.quantities import each, gaps, pairs, unknown, word

# Groups that differ by less than this, in percentage points, do not differ strikingly.
STRIKING = 10.0
# What stands where the quantities that decide are hidden, or do not exist, and where these are
# told too roughly to decide.
NO_CLAUSE = "Hoe dit zich verhoudt, is door te weinig antwoorden niet te zeggen"
OPEN_CLAUSE = "Hoe dit zich verhoudt, laten de uitkomsten open"
# The outcome then, and by what holds.
UNKNOWN = "unknown"
YES_NO = {True: "yes", False: "no", None: UNKNOWN}

Text = str | Bound


def compare(source: Results, left: str, right: str, *, more: Text, less: Text, same: Text
            ) -> Bound:
    """One of three texts, by the difference of two quantities.

    `more` when the first is at least `NOTABLE` percentage points above the second (in both
    groups, where both are meant), `less` when as far below, else `same`; `NO_CLAUSE` where one of
    them is hidden or has no answers, `OPEN_CLAUSE` where one is told too roughly to decide.

    Parameters
    ----------
    source : Results
    left, right : str
    more, less, same : str or Bound

    Returns
    -------
    Bound
    """
    compared = pairs(source, left, right)
    more_often = _all(_lies(low, high, NOTABLE) for low, high in gaps(compared))
    less_often = _all(_lies(-high, -low, NOTABLE) for low, high in gaps(compared))
    outcome = ("more" if more_often else "less" if less_often
               else UNKNOWN if None in (more_often, less_often) else "same")
    return _chosen(source, "compare", {"more": more, "less": less, "same": same}, outcome,
                   chain.from_iterable(compared))


def when(source: Results, ref: str, low: float, high: float, *, yes: Text, no: Text) -> Bound:
    """One of two texts, by a share lying from `low` up to `high` percent (in every group)."""
    found = each(source, ref)
    holds = _all(_lies(round(100 * one.limits[0], 9), round(100 * one.limits[1], 9), low, high)
                 for one in found)
    return _chosen(source, "when", {"yes": yes, "no": no}, YES_NO[holds], found, low=low,
                   high=high)


def leads(source: Results, ref: str, *others: str, yes: Text, no: Text) -> Bound:
    """One of two texts, by a quantity lying notably above all others, in every group."""
    compared = [pair for other in others for pair in pairs(source, ref, other)]
    holds = _all(_lies(low, high, NOTABLE) for low, high in gaps(compared))
    return _chosen(source, "leads", {"yes": yes, "no": no}, YES_NO[holds],
                   dict.fromkeys(chain.from_iterable(compared)))


def alike(source: Results, question: str, *, yes: Text, no: Text, among: Iterable[str] = ()
          ) -> Bound:
    """One of two texts, by both groups lying within `STRIKING` points on every option.

    Parameters
    ----------
    source : Results
    question : str
    yes, no : str or Bound
        The text for no striking difference, and for at least one.
    among : iterable of str
        The options to compare; all when left out.

    Returns
    -------
    Bound
    """
    options = list(among) or source.wave.codebook[question].option_ids
    compared = [each(source, f"{question}.{option}") for option in options]
    holds = _all(_lies(max(low, -high, 0), max(high, -low), high=STRIKING)
                 for low, high in gaps(compared))
    return _chosen(source, "alike", {"yes": yes, "no": no}, YES_NO[holds],
                   chain.from_iterable(compared))


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
    return _said(source, "first", texts, texts.get(outcome, NO_LABEL), outcome, found)


def fill(source: Results, template: str, *words: Bound) -> Bound:
    """A text with bound words in it, which rests on what they rest on.

    Parameters
    ----------
    source : Results
    template : str
        With ``{}`` for each word.
    *words : Bound

    Returns
    -------
    Bound
    """
    return word(source, "fill", template.format(*words), (), words, template=template)


def _lies(least: float, most: float, low: float = -math.inf, high: float = math.inf
          ) -> bool | None:
    """Whether what is from `least` to `most` lies from `low` up to `high`; None if it may."""
    if low <= least and most < high:
        return True
    return False if most < low or least >= high else None


def _all(known: Iterable[bool | None]) -> bool | None:
    """Whether all hold; None where it is not known and none is known not to."""
    found = set(known)
    return False if False in found else None if None in found else True


def _chosen(source: Results, kind: str, texts: dict[str, Text], outcome: str,
            found: Iterable[Estimate], **args: object) -> Bound:
    """A text chosen by quantities that are all shown; else a neutral clause."""
    found = tuple(found)
    if unknown(found):
        return _said(source, kind, texts, NO_CLAUSE, UNKNOWN, found, **args)
    return _said(source, kind, texts, texts.get(outcome, OPEN_CLAUSE), outcome, found, **args)


def _said(source: Results, kind: str, texts: dict[str, Text], text: Text, outcome: str,
          found: Iterable[Estimate], **args: object) -> Bound:
    """A chosen text, with what decided and, after that, what the text itself rests on."""
    args |= {"outcome": outcome, "texts": {name: str(one) for name, one in texts.items()}}
    parts = (text,) if isinstance(text, Bound) else ()
    return word(source, kind, str(text), found, parts, **args)
