"""Texts of an author, and names of options, of which the answers choose one."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from fractions import Fraction

from oracle import split_ref

from .differences import NOTABLE, Differences, direction
from .quantities import Expected, percents
from .word import Word, Wrong

UNKNOWN = "unknown"
# Groups that differ by less than this, in percentage points, do not differ strikingly.
STRIKING = 10
# The least and the most of a quantity or a difference.
Gap = tuple[Fraction, Fraction]


class Choices(Differences):
    """Which text or name is chosen."""

    def compare(self, word: Word) -> Expected:
        if not self.must_be_silent(word.own, word.outcome == UNKNOWN):
            often, shares = self._degree(word), self._shares(word)
            if (word.args["often"], word.args["shares"]) != (often, shares):
                raise Wrong(word, f"moet {often!r} en {shares!r} zeggen")
        return self._chosen(word, lambda: self._compared(self.gaps(word)))

    def _compared(self, gaps: list[Gap]) -> str:
        ends = [set(map(direction, end)) for end in zip(*gaps, strict=True)]
        named = {{(1,): "more", (-1,): "less"}.get(tuple(end), "same") for end in ends}
        return named.pop() if len(named) == 1 else UNKNOWN

    def _shares(self, word: Word) -> str:
        """Both shares in brackets, of one pair of which both can be told, and apart."""
        texts = [percents([self.limits(ref)]) for ref in word.own]
        return f" ({' tegenover '.join(texts)})" if len(set(texts)) == len(texts) == 2 else ""

    def when(self, word: Word) -> Expected:
        # The bounds are decimals as the author wrote them; 200 / 3 is meant as it stands.
        low, high = (Fraction(str(word.args[bound])) for bound in ("low", "high"))
        return self._chosen(word, lambda: self.lies(
            [(round(100 * least, 9), round(100 * most, 9))
             for least, most in map(self.limits, word.own)], low, high))

    def alike(self, word: Word) -> Expected:
        return self._chosen(word, lambda: self.lies(
            [(max(low, -high, 0), max(high, -low)) for low, high in self.gaps(word)], 0, STRIKING))

    def leads(self, word: Word) -> Expected:
        """The first quantity leads; the others are held against it within each group."""
        leader = _whichever_group(word.own[0])
        leading = {split_ref(ref)[2]: ref for ref in word.own if _whichever_group(ref) == leader}
        return self._chosen(word, lambda: self.lies(
            [self.gap(leading.get(split_ref(ref)[2], word.own[0]), ref)
             for ref in word.own if ref not in leading.values()], NOTABLE, math.inf))

    def lies(self, found: list[Gap], low: float, high: float) -> str:
        """Whether all that quantities may be is from `low` up to `high`."""
        return all_of("yes" if low <= least and most < high
                      else "no" if most < low or least >= high else UNKNOWN
                      for least, most in found)

    def most(self, word: Word) -> Expected:
        """The text of the option in a place, where it is the same in every group."""
        options = [self._placed(word, refs) for refs in self._by_group(word)]
        if UNKNOWN in options:
            return self._text(word, UNKNOWN)
        outcome = "differ" if len(set(options)) > 1 else options[0]
        return self._text(word, outcome if outcome in word.texts else "rest")

    def _by_group(self, word: Word) -> list[list[str]]:
        groups = dict.fromkeys(split_ref(ref)[2] for ref in word.own)
        return [[ref for ref in word.own if split_ref(ref)[2] == group] for group in groups]

    def _placed(self, word: Word, refs: list[str]) -> str:
        """The option in the place, or `UNKNOWN`; what is not named rests on all it could be."""
        question, _, group, domains = split_ref(refs[0])
        options = self._ranked(question)
        named = [split_ref(ref)[1][0] for ref in refs]
        if len(refs) > 1 and named == options:
            if not self.must_be_silent(refs, told=True):
                raise Wrong(word, "zwijgt over wat is gepubliceerd")
            return UNKNOWN
        counts = {option: self.oracle.quantity(question, (option,), group, domains).count
                  for option in options}
        # Of options given equally often, the one that comes first in the codebook.
        winner = sorted(options, key=lambda option: -counts[option])[word.args["rank"] - 1]
        if named != [winner]:
            raise Wrong(word, f"rust op {named} in plaats van {winner}")
        return winner

    def _ranked(self, question: str) -> list[str]:
        """The options that have a place."""
        exclusive = self.oracle.questions[question].get("exclusive")
        return [option for option in self.oracle.options(question) if option != exclusive]

    def _chosen(self, word: Word, outcome: Callable[[], str]) -> Expected:
        if self.must_be_silent(word.own, word.outcome == UNKNOWN):
            return self._text(word, UNKNOWN)
        return self._text(word, outcome())

    def _text(self, word: Word, outcome: str) -> str:
        """The text of an outcome; the word must name both, and what is in the text."""
        if word.outcome != outcome:
            raise Wrong(word, f"de uitkomst is {outcome}, niet {word.outcome}")
        for part in word.parts:
            self.check(part)
            if part.text != word.texts[outcome]:
                raise Wrong(word, f"{word.texts[outcome]!r} is niet wat erin staat")
        return word.texts[outcome]


def all_of(found: Iterable[str]) -> str:
    """Whether all hold, where it is known of each."""
    known = set(found)
    return "no" if "no" in known else UNKNOWN if UNKNOWN in known else "yes"


def _whichever_group(ref: str) -> tuple[str, ...]:
    question, options, _, domains = split_ref(ref)
    return (question, options, domains)
