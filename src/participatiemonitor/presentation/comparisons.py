"""Words that weigh more than two quantities at once.

They follow the rules of `participatiemonitor.presentation.vocabulary`: a quantity without a group
is about each of both groups, and of what is hidden nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable

from participatiemonitor.estimation import Ref
from participatiemonitor.presentation import wording
from participatiemonitor.presentation.bound import Bound
from participatiemonitor.presentation.vocabulary import (
    MIXED_OFTEN,
    NO_CLAUSE,
    NO_OFTEN,
    NOTABLE,
    Vocabulary,
    unknown,
)

# From much more often to much less often; what cannot be said comes last.
DEGREES = ("veel vaker", "vaker", "iets vaker", "even vaak", "iets minder vaak", "minder vaak",
           "veel minder vaak", MIXED_OFTEN, NO_OFTEN)
# Groups that differ by less than this, in percentage points, do not differ strikingly.
STRIKING = 10.0


class Comparisons(Vocabulary):
    """The vocabulary, with words that compare several quantities."""

    def often_each(self, pairs: dict[str, tuple[str, str]]) -> Bound:
        """Several comparisons, those of one degree together: *a en b iets vaker, en c even vaak*.

        Parameters
        ----------
        pairs : dict of str to pair of str
            What is compared in the reader's words, with its two quantities as `often` takes them.
        """
        one = {text: self.often(left, right) for text, (left, right) in pairs.items()}
        parts = []
        for degree in DEGREES:
            texts = [text for text, bound in one.items() if bound.text == degree]
            if texts:
                parts.append(f"{wording.enumeration(texts)} {degree}")
        return Bound("; ".join(parts) if len(parts) > 2 else ", en ".join(parts), "often_each",
                     tuple(ref for bound in one.values() for ref in bound.refs),
                     "; ".join(dict.fromkeys(bound.source for bound in one.values())))

    def leads(self, ref: str, *others: str, yes: str, no: str) -> Bound:
        """One of two texts, by a quantity lying notably above all others, in every group."""
        pairs = [pair for other in others for pair in self._pairs(ref, other)]
        found = list(dict.fromkeys(one for pair in pairs for one in pair))
        holds = all(round(one.percent - other.percent, 9) >= NOTABLE for one, other in pairs)
        text = NO_CLAUSE if unknown(found) else yes if holds else no
        return self._bound("leads", text, found, holds=holds)

    def alike(self, question: str, *, yes: str, no: str, among: Iterable[str] = ()) -> Bound:
        """One of two texts, by both groups lying within `STRIKING` points on every option.

        Parameters
        ----------
        question : str
        yes, no : str
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
        return self._bound("alike", text, found, holds=holds)
