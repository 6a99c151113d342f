"""The words a chapter may bind: each function turns quantities into a piece of Dutch.

Every function takes quantities in the form of `participatiemonitor.estimation.Ref.parse`. A
quantity without a group is about both groups: each of them apart, never their sum. Where a number
is hidden, or nobody answered, the text says nothing of its size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.disclosure.ranking import in_place
from participatiemonitor.estimation.estimates import OK, REASONS, Estimate
from participatiemonitor.estimation.refs import ALL, BOTH, Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound, joined

# What stands in for a number that is hidden, or that does not exist.
NO_PART, NO_COUNT, NO_BASE = "een niet genoemd deel", "een niet genoemd aantal", "te weinig"
# The base of a question that nobody answered, before *sociale diensten*.
NOBODY = "geen"
NO_LABEL = "een antwoord dat door te weinig antwoorden niet te noemen is"


class Vocabulary:
    """Bound words from the estimates of one wave.

    Parameters
    ----------
    estimates : Results
    standing : callable, optional
        What a quantity rests on besides answers; see
        `participatiemonitor.presentation.words.standing`.
    """

    def __init__(self, estimates: Results, standing: Callable[[Ref], str] | None = None) -> None:
        self.estimates = estimates
        self._standing = standing
        self._info = estimates.wave.info
        self._codebook = estimates.wave.codebook

    def share(self, ref: str, digits: int = 0) -> Bound:
        """A share or a mean percentage: *26%*."""
        return self._one("share", ref, lambda one: dutch.percent(one.value, digits), NO_PART,
                         digits=digits)

    def about(self, ref: str) -> Bound:
        """A share by a round name: *ruim een vijfde*; for both groups the name they share.

        Where the groups do not share a name it is the span of their percentages.

        Parameters
        ----------
        ref : str

        Returns
        -------
        Bound
        """
        found = self._each(ref)
        if unknown(found):
            return self._bound("about", NO_PART, found)
        names = {dutch.approximately(one.value) for one in found}
        return self._bound("about", names.pop(), found) if len(names) == 1 else self.span(ref)

    def part(self, ref: str) -> Bound:
        """How large a part: *een ruime meerderheid*; for both groups what is true of each.

        That is the weaker word where both are a majority or both a minority, and *een deel* where
        they are not.

        Parameters
        ----------
        ref : str

        Returns
        -------
        Bound
        """
        found = self._each(ref)
        words = NO_PART if unknown(found) else _common_part([one.value for one in found])
        return self._bound("part", words, found)

    def span(self, *refs: str) -> Bound:
        """The lowest and highest percentage of several quantities: *27 tot 31%*."""
        found = [one for ref in refs for one in self._each(ref)]
        if unknown(found):
            return self._bound("span", NO_PART, found)
        values = [dutch.half_up(one.percent) for one in found]
        low, high = dutch.whole(min(values)), dutch.whole(max(values))
        return self._bound("span", f"{low}%" if low == high else f"{low} tot {high}%", found)

    def count(self, ref: str) -> Bound:
        """How many respondents gave an answer, in words up to twelve: *drie*."""
        return self._one("count", ref, lambda one: dutch.numeral(round(one.count)), NO_COUNT)

    def number(self, ref: str) -> Bound:
        """How many respondents, municipalities or clients, in digits: *213*."""
        return self._one("number", ref, lambda one: dutch.whole(one.count), NO_COUNT)

    def base(self, ref: str) -> Bound:
        """The number of answers a quantity rests on, in digits: *132*."""
        found = self._each(ref)
        if len(found) != 1:
            raise InputError(f"base({ref!r}): noem één groep, met @sd of @aw.")
        n = found[0].n
        text = NO_BASE if n is None else dutch.whole(n) if n else NOBODY
        return self._bound("base", text, found)

    def top(self, question: str, rank: int = 1, among: Iterable[str] = (),
            quoted: bool = False) -> Bound:
        """The label of the option in a place; two labels where the groups differ.

        Parameters
        ----------
        question : str
            With or without a group.
        rank : int
            1 is the most given answer. Ties keep the order of the codebook; see
            `participatiemonitor.estimation.disclosure.ranking.in_place` for when none is named.
        among : iterable of str
            The options to choose from; all but the exclusive one when left out.
        quoted : bool
            Whether to put the label in quotation marks, for one that is a sentence in a sentence.

        Returns
        -------
        Bound
        """
        ref = Ref.parse(question)
        labels, found = {}, []
        for group in self._groups(ref):
            options = self._options(ref.of(group), among)
            one = in_place(self.estimates, (one.ref for one in options), rank)
            label = self._label(one) if one else NO_LABEL
            labels[group] = f"“{label}”" if quoted and one else label
            found += [one] if one else options
        if len(set(labels.values())) == 1:
            text = next(iter(labels.values()))
        else:
            text = dutch.enumeration(f"{label} ({self._info.groups[group].nl})"
                                       for group, label in labels.items())
        return self._bound("top", text, found, rank=rank, among=list(among),
                           quoted=quoted)

    def _one(self, kind: str, ref: str, words: Callable[[Estimate], str], missing: str,
             **args: Any) -> Bound:
        found = self._each(ref)
        if len(found) != 1:
            raise InputError(f"{kind}({ref!r}): noem één groep, met @sd of @aw.")
        text = missing if np.isnan(found[0].value) else words(found[0])
        return self._bound(kind, text, found, **args)

    def _bound(self, kind: str, text: str, found: Iterable[Estimate],
               parts: tuple[Bound, ...] = (), **args: object) -> Bound:
        """A word from quantities, and from the words in it."""
        refs = (*(one.ref for one in found), *(ref for part in parts for ref in part.refs))
        elsewhere = (source for part in parts for source in part.elsewhere())
        return Bound(text, kind, refs, joined([self._origin(refs), *elsewhere]), args, parts)

    def _origin(self, refs: Iterable[Ref]) -> str:
        """The bases, and what kind of numbers these are where they are not observed ones."""
        bases: dict[str, list[str]] = {}
        for ref in refs:
            standing = self._standing(ref) if self._standing else ""
            bases.setdefault(standing, []).append(self.source(self.estimates[ref]))
        return "; ".join("; ".join(dict.fromkeys(listed)) + (f": {standing}" if standing else "")
                         for standing, listed in bases.items())

    def source(self, one: Estimate) -> str:
        """The base of an estimate in the reader's words."""
        who = self._info.groups[one.ref.group].nl
        if one.ref.domain != ALL:
            who += ", " + dutch.enumeration(self._info.strata[domain].nl
                                              for domain in one.ref.domains)
        if one.ref.source:
            who += f" (bron: {one.ref.source})"
        if one.status != OK:
            return f"{REASONS[one.status]}, {who}"
        if np.isnan(one.count):  # printed without it
            return f"gedrukt, {who}"
        if one.measure == "mean":
            return f"gemiddelde van {dutch.whole(one.n or 0)} antwoorden, {who}"
        if one.measure == "count":
            return f"register, {who}"
        return f"{dutch.whole(one.count)} van {dutch.whole(one.n or 0)}, {who}"

    def _groups(self, ref: Ref) -> tuple[str, ...]:
        return tuple(self._info.groups) if ref.group == BOTH else (ref.group,)

    def _each(self, text: str) -> list[Estimate]:
        ref = Ref.parse(text)
        return [self.estimates[ref.of(group)] for group in self._groups(ref)]

    def _options(self, ref: Ref, among: Iterable[str]) -> list[Estimate]:
        question = self._codebook[ref.question]
        options = list(among) or [option for option in question.option_ids
                                  if option != question.exclusive]
        return [self.estimates[Ref(ref.question, option, ref.group, ref.domain)]
                for option in options]

    def _label(self, one: Estimate) -> str:
        return self._codebook[one.ref.question].option(one.ref.option).nl


def unknown(found: Iterable[Estimate]) -> bool:
    """Whether one of the estimates is hidden, or has no answers under it."""
    return any(np.isnan(one.value) for one in found)


def _common_part(values: list[float]) -> str:
    """The strongest of the majority words that is true of every value."""
    words = {dutch.majority(value) for value in values}
    if len(words) == 1:
        return words.pop()
    if min(values) >= dutch.HALF[1]:
        return dutch.majority(min(values))
    if max(values) < dutch.HALF[0]:
        return dutch.majority(max(values))
    return "een deel"
