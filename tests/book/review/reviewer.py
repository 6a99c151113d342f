"""Who holds the words of a book against its answers."""

from __future__ import annotations

import csv
from collections.abc import Callable
from fractions import Fraction
from functools import cached_property

import analyses
from oracle import split_ref
from phrases import capital, listed, numeral, percent, whole

from .answers import HIDDEN, SHOWN
from .english import says_the_same
from .quantities import NO_COUNT, Expected
from .studies import Studies
from .word import Word, Wrong


class Reviewer(Studies):
    """Every kind of word, with what documents claim and what the method chapter counts."""

    def check(self, word: Word) -> None:
        """Raise `Wrong` unless a word says what it must, and tells how."""
        expected = self.expected(word)
        if isinstance(expected, Callable):
            if not expected(word.text):
                raise Wrong(word, f"{word.text!r} klopt niet")
        elif word.text not in (expected, capital(expected)):
            raise Wrong(word, f"{word.text!r} in plaats van {expected!r}")

    def expected(self, word: Word) -> Expected:
        """What a word must say; `Wrong` where it does not follow from what it tells of itself."""
        return getattr(self, word.kind)(word)

    def fill(self, word: Word) -> Expected:
        if word.own:
            raise Wrong(word, "rust op meer dan wat erin staat")
        for part in word.parts:
            self.check(part)
        return word.args["template"].format(*(part.text for part in word.parts))

    # --- what is said in English

    def share_en(self, word: Word) -> Expected:
        return self._in_english(word)

    def who_en(self, word: Word) -> Expected:
        return self._in_english(word)

    def _in_english(self, word: Word) -> Expected:
        """Of the Dutch word in it the same quantities and the same groups, and its own verb."""
        part, = word.parts
        self.check(part)
        return lambda said: (
            said.endswith(verb := word.args.get("verb", ""))
            and says_the_same(part.text, said.removesuffix(verb))
            and all(group["en"] in said if group["nl"] in part.text
                    or group["singular"] in part.text else group["en"] not in said
                    for group in self.oracle.head["groups"].values()))

    # --- what documents claim

    @cached_property
    def claims(self) -> dict[str, dict[str, str]]:
        """By name."""
        claims = {}
        for path in sorted(self._published.glob("*/claims.csv")):
            with path.open(encoding="utf-8", newline="") as stream:
                claims |= {row["id"]: row for row in csv.DictReader(stream)}
        return claims

    def published(self, word: Word) -> Expected:
        return self.claims[word.args["claim"]]["published"]

    def impossible_count(self, word: Word) -> Expected:
        tested = [row for row in self.claims.values()
                  if (row["type"], row["question"]) == ("exact", "respons") and row["n"]]
        impossible = [row for row in tested if f"{row['value']}%" not in (
            percent(Fraction(count, int(row["n"]))) for count in range(int(row["n"]) + 1))]
        return numeral(len(tested if word.args["tested"] else impossible))

    # --- what the method chapter counts

    def margin_names(self, word: Word) -> Expected:
        return listed(["grootteklasse", *(margin["nl"] for margin in self.oracle.margins)])

    def least_answers(self, word: Word) -> Expected:
        return "tien" if word.args["by_size"] else numeral(
            self.oracle.head["publication"]["minimum_base"])

    def hidden_count(self, word: Word) -> Expected:
        return whole(sum(row["status"] == HIDDEN for row in self.results.values()))

    def weighting_shift(self, word: Word) -> Expected:
        # Of the shares whose weighted figure is shown, in whole percents.
        shifts = [abs(round(100 * float(row["weighted"]))
                      - 100 * self.oracle.quantity(question, (option,), group, (domain,)).value)
                  for (question, option, group, domain), row in self.results.items()
                  if (domain, row["measure"]) == ("totaal", "share") and row["weighted"]]
        if len(shifts) < self.oracle.head["publication"]["minimum_base"]:
            return NO_COUNT
        return whole(max(shifts) if word.args["most"] else sum(shifts) / len(shifts))

    def raking_shift(self, word: Word) -> Expected:
        shares = [item for item in self._shown_items() if item[2] == word.args["group"]
                  and self.oracle.questions[item[0]]["kind"] in ("single", "multiple")]
        if len(shares) < self.oracle.head["publication"]["minimum_base"]:
            return NO_COUNT
        return whole(Fraction(100 * analyses.raking_shift(self.oracle, shares, word.args["group"])))

    def associated(self, word: Word) -> Expected:
        tests = self._associations
        if not word.args["tested"]:
            tests = [one for one in tests if one.is_notable(corrected=word.args["corrected"])]
        return whole(len(tests))

    def link_effect(self, word: Word) -> Expected:
        group = split_ref(f"@{word.args['group']}")[2]
        return self._text(word, analyses.link_effect(
            self.oracle, group, word.args["term"],
            lambda domain: self.results["koppeling", "ja", group, domain]))

    @cached_property
    def _associations(self) -> list[analyses.Association]:
        return analyses.associations(self.oracle, self._shown_items(), self.results)

    def _shown_items(self) -> list[tuple[str, str, str]]:
        """Question, option and group of what is shown of all respondents of a group."""
        return [(question, option, group)
                for (question, option, group, domain), row in self.results.items()
                if (domain, row["status"]) == ("totaal", SHOWN)
                and question in self.oracle.questions]
