"""Texts that an author wrote, of which the answers choose one.

A text may itself be a bound word: one that was chosen or filled in (see
`fill` in `participatiemonitor.presentation.words.bound`). What was chosen then rests on what
decided, and on what the text rests on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from participatiemonitor.estimation import Estimate, Ref
from participatiemonitor.estimation.disclosure.ranking import in_place
from participatiemonitor.presentation.words.bound import Bound, fill, joined
from participatiemonitor.presentation.words.comparisons import NOTABLE, Comparisons
from participatiemonitor.presentation.words.vocabulary import NO_LABEL, unknown

# Groups that differ by less than this, in percentage points, do not differ strikingly.
STRIKING = 10.0
# What stands where the quantities that decide are hidden, or do not exist.
NO_CLAUSE = "Hoe dit zich verhoudt, is door te weinig antwoorden niet te zeggen"

Text = str | Bound


class Choices(Comparisons):
    """The vocabulary, with choices between texts."""

    fill = staticmethod(fill)

    def compare(self, left: str, right: str, *, more: Text, less: Text, same: Text) -> Bound:
        """One of three texts, by the difference of two quantities.

        `more` when the first is at least `NOTABLE` percentage points above the second (in both
        groups, where both are meant), `less` when as far below, else `same`; a neutral clause
        where one of them is hidden or has no answers.
        """
        pairs = self._pairs(left, right)
        found = [one for pair in pairs for one in pair]
        gaps = [round(one.percent - other.percent, 9) for one, other in pairs]
        if unknown(found):
            outcome = "unknown"
        elif all(gap >= NOTABLE for gap in gaps):
            outcome = "more"
        elif all(gap <= -NOTABLE for gap in gaps):
            outcome = "less"
        else:
            outcome = "same"
        text = {"more": more, "less": less, "same": same, "unknown": NO_CLAUSE}[outcome]
        return self._choice("compare", text, found, outcome=outcome)

    def when(self, ref: str, low: float, high: float, *, yes: Text, no: Text) -> Bound:
        """One of two texts, by a share lying from `low` up to `high` percent (in every group)."""
        found = self._each(ref)
        holds = all(low <= round(one.percent, 9) < high for one in found)
        text = NO_CLAUSE if unknown(found) else yes if holds else no
        return self._choice("when", text, found, low=low, high=high, holds=holds)

    def leads(self, ref: str, *others: str, yes: Text, no: Text) -> Bound:
        """One of two texts, by a quantity lying notably above all others, in every group."""
        pairs = [pair for other in others for pair in self._pairs(ref, other)]
        found = list(dict.fromkeys(one for pair in pairs for one in pair))
        holds = all(round(one.percent - other.percent, 9) >= NOTABLE for one, other in pairs)
        text = NO_CLAUSE if unknown(found) else yes if holds else no
        return self._choice("leads", text, found, holds=holds)

    def alike(self, question: str, *, yes: Text, no: Text, among: Iterable[str] = ()) -> Bound:
        """One of two texts, by both groups lying within `STRIKING` points on every option.

        Parameters
        ----------
        question : str
        yes, no : str or Bound
            The text for no striking difference, and for at least one.
        among : iterable of str
            The options to compare; all when left out.
        """
        options = list(among) or list(self._codebook[question].option_ids)
        pairs = [[self.estimates[Ref(question, option, group)] for group in self._info.groups]
                 for option in options]
        found = [one for pair in pairs for one in pair]
        holds = all(abs(round(one.percent - other.percent, 9)) < STRIKING for one, other in pairs)
        text = NO_CLAUSE if unknown(found) else yes if holds else no
        return self._choice("alike", text, found, holds=holds)

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
        """
        found = {one.ref: (one, text) for ref, text in refs.items() for one in self._each(ref)}
        best = in_place(self.estimates, found)
        text = found[best.ref][1] if best else NO_LABEL
        if best and said and str(said) == str(text):
            text = replace(said, text=again, kind="again", args={}, parts=(said,))
        return self._choice("first", text, (one for one, _ in found.values()),
                            chosen=str(best.ref) if best else "")

    def _choice(self, kind: str, text: Text, found: Iterable[Estimate], **args: object) -> Bound:
        """A chosen text, with what decided and, after that, what the text itself rests on."""
        found = tuple(found)
        if isinstance(text, str):
            return self._bound(kind, text, found, **args)
        inner = (self.estimates[ref] for ref in text.refs)
        everything = self._bound(kind, text.text, dict.fromkeys([*found, *inner]), **args)
        return replace(everything, refs=(*(one.ref for one in found), *text.refs), parts=(text,),
                       source=joined([everything.source, *text.elsewhere()]))
