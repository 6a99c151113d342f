"""Words for how much more often one thing occurs than another."""

from __future__ import annotations

from fractions import Fraction

import phrases
from phrases import listed

from .quantities import Expected, Quantities
from .word import Word, Wrong

NO_OFTEN = "in onbekende mate vaker of minder vaak"
MIXED_OFTEN = "niet in beide groepen vaker of minder vaak"
DEGREES = ("veel vaker", "vaker", "iets vaker", "even vaak", "iets minder vaak", "minder vaak",
           "veel minder vaak")
# From how many percentage points on there is a difference.
NOTABLE = 2


class Differences(Quantities):
    """What words for differences must say."""

    def gaps(self, word: Word) -> list[Fraction]:
        """The differences in percentage points that a comparison follows from."""
        return [100 * (self.value(left) - self.value(right))
                for left, right in zip(word.own[::2], word.own[1::2], strict=True)]

    def often(self, word: Word) -> Expected:
        return self._said(word, NO_OFTEN, lambda: _degree(self.gaps(word)))

    def often_each(self, word: Word) -> Expected:
        compared = {text: tuple(refs) for text, *refs in word.args["compared"]}
        if word.own != tuple(ref for refs in compared.values() for ref in refs):
            raise Wrong(word, f"rust niet op {compared}")
        for part in word.parts:
            if self.expected(part) not in compared:
                raise Wrong(word, f"{self.expected(part)!r} staat niet in {list(compared)}")
        by_degree: dict[str, list[str]] = {}
        for text, refs in compared.items():
            degree = self.often(Word("often", refs, {}, word.text))
            by_degree.setdefault(degree, []).append(text)
        clauses = [f"{listed(by_degree[degree])} {degree}"
                   for degree in (*DEGREES, MIXED_OFTEN, NO_OFTEN) if degree in by_degree]
        return "; ".join(clauses) if clauses[2:] else ", en ".join(clauses)


def direction(gap: Fraction) -> int:
    """Which way a difference goes: 1, −1, or 0 where there is none to speak of."""
    return 0 if abs(gap) < NOTABLE else 1 if gap > 0 else -1


def _degree(gaps: list[Fraction]) -> str:
    if len(set(map(direction, gaps))) > 1:
        return MIXED_OFTEN
    return next(text for text in DEGREES if phrases.often(text, min(gaps, key=abs)))
