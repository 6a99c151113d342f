"""Words for quantities: shares, counts, names of shares."""

from __future__ import annotations

from collections.abc import Callable

import phrases
from oracle import half_up, split_ref
from phrases import numeral, percent, whole

from .answers import Answers
from .word import Word

# What stands where a quantity is hidden, or nobody answered.
NO_PART, NO_COUNT, NO_BASE = "een niet genoemd deel", "een niet genoemd aantal", "te weinig"
NO_BAR, NOBODY = "te weinig antwoorden", "geen"

# What a word must say: a text, or what must be true of the text.
Expected = str | Callable[[str], bool]


class Quantities(Answers):
    """What words for quantities must say, a function for each kind."""

    def _said(self, word: Word, missing: str, say: Callable[[], Expected]) -> Expected:
        """What it says, or what stands there where it may not."""
        silent = self.must_be_silent(word.own, missing in word.text)
        return missing if silent else say()

    def share(self, word: Word) -> Expected:
        ref, = word.own
        digits = word.args["digits"]
        return self._said(word, NO_PART, lambda: percent(self.value(ref), digits))

    def count(self, word: Word) -> Expected:
        ref, = word.own
        return self._said(word, NO_COUNT, lambda: numeral(self.oracle[ref].count))

    def number(self, word: Word) -> Expected:
        ref, = word.own
        return self._said(word, NO_COUNT, lambda: whole(self.oracle[ref].count))

    def base(self, word: Word) -> Expected:
        ref, = word.own
        row = self.row(ref)
        if row is not None and not row["n"]:
            return NO_BASE
        n = self.oracle[ref].n
        return whole(n) if n else NOBODY

    def bars(self, word: Word) -> Expected:
        return "; ".join(self._bar(ref, word.text) for ref in word.own)

    def _bar(self, ref: str, text: str) -> Expected:
        group = self.group(ref)
        return self._said(Word("bars", (ref,), {}, text), f"{group} {NO_BAR}",
                          lambda: f"{group} {percent(self.value(ref))}")

    def span(self, word: Word) -> Expected:
        def say() -> str:
            values = [half_up(100 * self.value(ref)) for ref in word.own]
            low, high = min(values), max(values)
            return f"{low}%" if low == high else f"{low} tot {high}%"

        return self._said(word, NO_PART, say)

    def about(self, word: Word) -> Expected:
        return self._said(word, NO_PART, lambda: lambda text: all(
            phrases.about(text, self.value(ref)) for ref in word.own))

    def part(self, word: Word) -> Expected:
        return self._said(word, NO_PART, lambda: lambda text: all(
            phrases.part(text, self.value(ref)) for ref in word.own))

    def group(self, ref: str) -> str:
        """The group of a quantity in the reader's words."""
        return self.oracle.head["groups"][split_ref(ref)[2]]["nl"]
