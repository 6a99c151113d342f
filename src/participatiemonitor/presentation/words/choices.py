"""Texts that an author wrote, of which the answers choose one.

A text may itself be a bound word: one that was chosen or filled in (see
`fill` in `participatiemonitor.presentation.words.bound`). What was chosen then rests on what
decided, and on what the text rests on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from participatiemonitor.estimation.disclosure.ranking import in_place
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.words.bound import Bound, fill
from participatiemonitor.presentation.words.comparisons import NOTABLE, Comparisons
from participatiemonitor.presentation.words.vocabulary import NO_LABEL, unknown

# Groups that differ by less than this, in percentage points, do not differ strikingly.
STRIKING = 10.0
# What stands where the quantities that decide are hidden, or do not exist.
NO_CLAUSE = "Hoe dit zich verhoudt, is door te weinig antwoorden niet te zeggen"
# The outcome then.
UNKNOWN = "unknown"

Text = str | Bound


class Choices(Comparisons):
    """The vocabulary, with choices between texts."""

    fill = staticmethod(fill)

    def compare(self, left: str, right: str, *, more: Text, less: Text, same: Text) -> Bound:
        """One of three texts, by the difference of two quantities.

        `more` when the first is at least `NOTABLE` percentage points above the second (in both
        groups, where both are meant), `less` when as far below, else `same`; a neutral clause
        where one of them is hidden or has no answers.

        Parameters
        ----------
        left, right : str
        more, less, same : Text

        Returns
        -------
        Bound
        """
        pairs = self._pairs(left, right)
        found = [one for pair in pairs for one in pair]
        gaps = [round(one.percent - other.percent, 9) for one, other in pairs]
        outcome = "same"
        if unknown(found):
            outcome = UNKNOWN
        elif all(gap >= NOTABLE for gap in gaps):
            outcome = "more"
        elif all(gap <= -NOTABLE for gap in gaps):
            outcome = "less"
        return self._chosen("compare", {"more": more, "less": less, "same": same}, outcome, found)

    def when(self, ref: str, low: float, high: float, *, yes: Text, no: Text) -> Bound:
        """One of two texts, by a share lying from `low` up to `high` percent (in every group)."""
        found = self._each(ref)
        holds = all(low <= round(one.percent, 9) < high for one in found)
        return self._either("when", yes, no, holds, found, low=low, high=high)

    def leads(self, ref: str, *others: str, yes: Text, no: Text) -> Bound:
        """One of two texts, by a quantity lying notably above all others, in every group."""
        pairs = [pair for other in others for pair in self._pairs(ref, other)]
        holds = all(round(one.percent - other.percent, 9) >= NOTABLE for one, other in pairs)
        found = dict.fromkeys(one for pair in pairs for one in pair)
        return self._either("leads", yes, no, holds, found)

    def alike(self, question: str, *, yes: Text, no: Text, among: Iterable[str] = ()) -> Bound:
        """One of two texts, by both groups lying within `STRIKING` points on every option.

        Parameters
        ----------
        question : str
        yes, no : str or Bound
            The text for no striking difference, and for at least one.
        among : iterable of str
            The options to compare; all when left out.

        Returns
        -------
        Bound
        """
        options = list(among) or list(self._codebook[question].option_ids)
        pairs = [[self.estimates[Ref(question, option, group)] for group in self._info.groups]
                 for option in options]
        holds = all(abs(round(one.percent - other.percent, 9)) < STRIKING for one, other in pairs)
        found = [one for pair in pairs for one in pair]
        return self._either("alike", yes, no, holds, found)

    def first(self, refs: dict[str, Text], *, said: Bound | None = None, again: str = "") -> Bound:
        """The text of the largest of several quantities of one group; the first one at a tie.

        None of the texts where `in_place` of `participatiemonitor.estimation.disclosure.ranking`
        names none.

        Parameters
        ----------
        refs : dict of str to str or Bound
            Text by quantity.
        said : Bound, optional
            A word before it: where that says the same, the text is `again`, and rests on it.
        again : str

        Returns
        -------
        Bound
        """
        found = {one: text for ref, text in refs.items() for one in self._each(ref)}
        texts = {str(one.ref): text for one, text in found.items()}
        best = in_place(self.estimates, (one.ref for one in found))
        outcome = str(best.ref) if best else UNKNOWN
        if best and said and str(said) == str(texts[outcome]):
            outcome = "again"
            texts[outcome] = replace(said, text=again, kind=outcome, args={}, parts=(said,))
        return self._chosen("first", texts, outcome, found, NO_LABEL)

    def _either(self, kind: str, yes: Text, no: Text, holds: bool, found: Iterable[Estimate],
                **args: Any) -> Bound:
        """One of two texts, by what holds of quantities that are all shown."""
        found = tuple(found)
        outcome = UNKNOWN if unknown(found) else "yes" if holds else "no"
        return self._chosen(kind, {"yes": yes, "no": no}, outcome, found, **args)

    def _chosen(self, kind: str, texts: dict[str, Text], outcome: str, found: Iterable[Estimate],
                missing: str = NO_CLAUSE, **args: object) -> Bound:
        """A chosen text, with what decided and, after that, what the text itself rests on."""
        text = texts.get(outcome, missing)
        args |= {"outcome": outcome, "texts": {name: str(one) for name, one in texts.items()}}
        parts = (text,) if isinstance(text, Bound) else ()
        return self._bound(kind, str(text), found, parts, **args)
