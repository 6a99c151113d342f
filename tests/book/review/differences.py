"""Words for how much more often one thing occurs than another."""

from __future__ import annotations

from fractions import Fraction

import phrases

from .quantities import Expected, Quantities
from .word import Word

NO_OFTEN = "in onbekende mate vaker of minder vaak"
MIXED_OFTEN = "niet in beide groepen vaker of minder vaak"
DEGREES = ("veel vaker", "vaker", "iets vaker", "even vaak", "iets minder vaak", "minder vaak",
           "veel minder vaak")
# What is said where limits leave the direction open.
ROUGHLY = ("ongeveer even vaak", "niet veel vaker of minder vaak")
# From how many percentage points on there is a difference.
NOTABLE = 2


class Differences(Quantities):
    """What words for differences must say."""

    def gaps(self, word: Word) -> list[tuple[Fraction, Fraction]]:
        """The least and the most percentage points that a comparison may follow from."""
        return [self.gap(left, right)
                for left, right in zip(word.own[::2], word.own[1::2], strict=True)]

    def gap(self, left: str, right: str) -> tuple[Fraction, Fraction]:
        """The least and the most that two quantities may differ."""
        one, other = self.limits(left), self.limits(right)
        return 100 * (one[0] - other[1]), 100 * (one[1] - other[0])

    def often(self, word: Word) -> Expected:
        return self._said(word, NO_OFTEN, lambda: self._degree(word))

    def _degree(self, word: Word) -> str:
        return degree(self.gaps(word))


def direction(gap: Fraction) -> int:
    """Which way a difference goes: 1, −1, or 0 where there is none to speak of."""
    return 0 if abs(gap) < NOTABLE else 1 if gap > 0 else -1


def degree(gaps: list[tuple[Fraction, Fraction]]) -> str:
    """The word for some differences, of which each has a least and a most."""
    ends = sorted((one for gap in gaps for one in gap), key=abs)
    if any(direction(least) != direction(most) for least, most in gaps):
        return next((text for text in ROUGHLY if phrases.within(text, ends[-1])), NO_OFTEN)
    if len({direction(least) for least, _ in gaps}) > 1:
        return MIXED_OFTEN
    return next(text for text in DEGREES if phrases.often(text, ends[0]))
