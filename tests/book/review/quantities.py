"""Words for quantities: shares, counts, names of shares."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

import phrases
from oracle import half_up, split_ref
from phrases import capital, listed, numeral, percent, whole

from .answers import BAND, CLASS, FEW, NEARLY_ALL, SHOWN, Answers
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
        around = word.args.get("around", "{}")
        if self.must_be_silent(word.own, not word.text or NO_PART in word.text):
            return NO_PART if around == "{}" else ""
        return around.format(percents([self.limits(ref)]))

    def who(self, word: Word) -> Expected:
        """Each group by itself, or both with a word that is true of each."""
        around, verbs = word.args.get("around", "{}"), word.args.get("verbs", ["", ""])
        known = [ref for ref in word.own if self.oracle[ref].n and not self.must_be_silent(
            [ref], self.group(ref) not in word.text)]
        nouns = [self._noun(ref) for ref in word.own]
        noun = "gemeenten" if len(nouns) > 1 else nouns[0]
        if not known:
            text = f"{NO_PART} van de {noun} {verbs[0]}".strip()
            return text if around == "{}" else ""
        phrases_of = [self._part(ref) for ref in known]
        classed = not phrases_of[0].endswith(f"van de {self._noun(known[0])}")
        verb = verbs[0 if len(known) == 1 and not classed else 1]
        apart = around.format(f"{listed(phrases_of)} {verb}".strip())
        limits = [limit for ref in known for limit in self.limits(ref)]

        def is_said(text: str) -> bool:
            shared = re.fullmatch(r"(.+) van de gemeenten(?: " + re.escape(verbs[0]) + ")?",
                                  text[:1].lower() + text[1:])
            if len(known) > 1 and shared and around == "{}":
                return max(limits) - min(limits) < 0.05 and all(
                    phrases.about(shared[1], limit) for limit in limits)
            return text in (apart, capital(apart))

        return is_said

    def _part(self, ref: str) -> str:
        row, n = self.row(ref), self.oracle[ref].n
        low, high = self.limits(ref)
        status = row["status"] if row else (
            FEW if low < high and high * n <= CLASS else
            NEARLY_ALL if low < high and low * n >= n - CLASS else SHOWN)
        named = {FEW: "hooguit twee", NEARLY_ALL: "op hooguit twee na alle"}
        if status in named:
            return f"{named[status]} {self._noun(ref)}"
        return f"{percents([(low, high)])} van de {self._noun(ref)}"

    def _noun(self, ref: str) -> str:
        _, _, _, domains = split_ref(ref)
        if domains == ("totaal",):
            return self.group(ref)
        return listed([self.oracle.head["strata"][domain]["nl"] for domain in domains])

    def count(self, word: Word) -> Expected:
        ref, = word.own
        return self._said(word, NO_COUNT, lambda: self._many(ref, numeral))

    def number(self, word: Word) -> Expected:
        ref, = word.own
        return self._said(word, NO_COUNT, lambda: self._many(ref, whole))

    def _many(self, ref: str, written: Callable[[Fraction], str]) -> str:
        row = self.row(ref)
        if row is None or row["status"] == SHOWN:
            return written(self.oracle[ref].count)
        low, high = (Fraction(row[bound]) for bound in ("count_low", "count_high"))
        return f"{written(low)} tot {written(high)}" if low else f"hooguit {written(high)}"

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
                          lambda: f"{group} {self._bar_label(ref)}")

    def _bar_label(self, ref: str) -> str:
        row, limits = self.row(ref), self.limits(ref)
        if limits[0] == limits[1]:
            return percent(limits[0])
        n = self.oracle[ref].n
        status = (row["status"] if row else FEW if limits[1] * n <= CLASS
                  else NEARLY_ALL if limits[0] * n >= n - CLASS else BAND)
        named = {FEW: "hooguit twee", NEARLY_ALL: "op hooguit twee na alle"}
        return named.get(status) or percents([limits]).replace(" tot ", "–")

    def group(self, ref: str) -> str:
        """The group of a quantity in the reader's words."""
        return self.oracle.head["groups"][split_ref(ref)[2]]["nl"]


def percents(limits: list[tuple[Fraction, Fraction]]) -> str:
    """Percentages in a row; what is not exact is rounded outwards."""
    lows = [half_up(100 * low) if low == high else floor(100 * low) for low, high in limits]
    highs = [half_up(100 * high) if low == high else ceil(100 * high) for low, high in limits]
    if min(lows) == max(highs):
        return f"{lows[0]}%"
    if not any(low for low, _ in limits):
        return f"hooguit {max(highs)}%"
    if all(high == 1 for _, high in limits):
        return f"minstens {min(lows)}%"
    return f"{min(lows)} tot {max(highs)}%"
