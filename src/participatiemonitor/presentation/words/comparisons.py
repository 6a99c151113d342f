"""Words for how quantities differ.

They follow the rules of the vocabulary: a quantity without a group is about each of both groups,
and of what is hidden nothing is said.
"""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.refs import BOTH, Ref
from participatiemonitor.presentation.words.bound import Bound, joined
from participatiemonitor.presentation.words.vocabulary import Vocabulary, unknown

# Differences smaller than this, in percentage points, are not worded as differences.
NOTABLE = 2.0
# What stands where the difference is hidden, or does not exist.
NO_OFTEN = "in onbekende mate vaker of minder vaak"
# What both groups are said to do where what is true of one is not true of the other.
MIXED_OFTEN = "niet in beide groepen vaker of minder vaak"
# From much more often to much less often; what cannot be said comes last.
DEGREES = ("veel vaker", "vaker", "iets vaker", "even vaak", "iets minder vaak", "minder vaak",
           "veel minder vaak", MIXED_OFTEN, NO_OFTEN)


class Comparisons(Vocabulary):
    """The vocabulary, with words that compare quantities."""

    def often(self, left: str, right: str) -> Bound:
        """How the first compares with the second: *veel vaker*, *even vaak*, *iets minder vaak*.

        Where both groups are meant, the smaller of two differences in one direction is worded;
        where only one group differs, or each in its own direction, it is `MIXED_OFTEN`.

        Parameters
        ----------
        left, right : str

        Returns
        -------
        Bound
        """
        pairs = self._pairs(left, right)
        found = [one for pair in pairs for one in pair]
        gaps = [one.value - other.value for one, other in pairs]
        if unknown(found):
            text = NO_OFTEN
        elif len({_direction(gap) for gap in gaps}) > 1:
            text = MIXED_OFTEN
        else:
            text = dutch.often(min(gaps, key=abs), 0)
        return self._bound("often", text, found)

    def often_each(self, pairs: dict[str | Bound, tuple[str, str]]) -> Bound:
        """Several comparisons, those of one degree together: *a en b iets vaker, en c even vaak*.

        Parameters
        ----------
        pairs : dict of str or Bound to pair of str
            What is compared in the reader's words, with its two quantities as `often` takes them.

        Returns
        -------
        Bound
        """
        one = {name: self.often(left, right) for name, (left, right) in pairs.items()}
        parts = []
        for degree in DEGREES:
            names = [str(name) for name, bound in one.items() if bound.text == degree]
            if names:
                parts.append(f"{dutch.enumeration(names)} {degree}")
        named = tuple(name for name in pairs if isinstance(name, Bound))
        rests_on = (*one.values(), *named)
        return Bound("; ".join(parts) if len(parts) > 2 else ", en ".join(parts), "often_each",
                     tuple(ref for bound in rests_on for ref in bound.refs),
                     joined(bound.source for bound in rests_on),
                     {"compared": [[str(name), *map(str, bound.refs)]
                                   for name, bound in one.items()]}, named)

    def _pairs(self, left: str, right: str) -> list[tuple[Estimate, Estimate]]:
        one = Ref.parse(left)
        other = Ref.parse(right, one)
        if one.group == other.group == BOTH:
            return [(self.estimates[one.of(group)], self.estimates[other.of(group)])
                    for group in self._groups(one)]
        return [(self.estimates[one], self.estimates[other])]


def _direction(gap: float) -> int:
    """Which way a difference of two shares goes: 1, −1, or 0 where it is not notable."""
    points = round(100 * gap, 9)
    return 0 if abs(points) < NOTABLE else 1 if points > 0 else -1
