"""What the words of a reconstruction must say: what documents said, by their claims alone."""

from __future__ import annotations

import math
from pathlib import Path

from oracle import split_ref
from phrases import listed, numeral, whole

from .choices import UNKNOWN, all_of
from .claims import DETERMINERS, OUT_OF, WHOLE, Bounds, Claims, Row, is_sized, printed
from .differences import DEGREES, MIXED_OFTEN, NOTABLE, degree
from .quantities import Expected
from .reviewer import Reviewer
from .word import Word, Wrong


class Claimed(Reviewer):
    """As `Reviewer`, for answers that were drawn: no word may rest on these."""

    def __init__(self, wave: Path, results: Path) -> None:
        super().__init__(wave, results)
        self.said = Claims(self.claims, self.oracle)

    def must_be_silent(self, refs: object, told: bool) -> bool:
        """Whether it says nothing is a matter of claims, not of what the results hide."""
        return False

    def limits(self, ref: str) -> Bounds:
        return self.said.limits(ref)

    def gap(self, left: str, right: str) -> Bounds:
        return self.said.gap(left, right)

    # --- how many

    def share(self, word: Word) -> Expected:
        ref, = word.own
        around = word.args.get("around", "{}")
        text = _amount(self._named(word, ref))
        if not text and around == "{}":
            raise Wrong(word, "noemt een getal dat niet is gedrukt")
        return text and around.format(text)

    def who(self, word: Word) -> Expected:
        named = {ref: row for ref in word.own if (row := self._named(word, ref))}
        around = word.args.get("around", "{}")
        if not named and around == "{}":
            raise Wrong(word, "spreekt van wat niemand zei")
        subject, single = self._subject(word.own, named) if named else ("", False)
        verb = word.args.get("verbs", ["", ""])[0 if single else 1]
        return subject and around.format(f"{subject} {verb}".strip())

    def _subject(self, refs: tuple[str, ...], named: dict[str, Row]) -> tuple[str, bool]:
        """Who it is, and whether that is singular."""
        rows = list(named.values())
        if len(refs) > 1 and len(rows) == len(refs):
            if all(row is rows[0] for row in rows):
                return _part(rows[0], "gemeenten", "gemeenten")
            if not any(map(is_sized, rows)):
                return "gemeenten", False
        sized = {ref: row for ref, row in named.items() if is_sized(row)} or named
        parts = [_part(row, *self._nouns(ref)) for ref, row in sized.items()]
        return listed([text for text, _ in parts]), len(parts) == 1 and parts[0][1]

    def _nouns(self, ref: str) -> tuple[str, str]:
        """Who they are, in the plural and in the singular."""
        _, _, group, domains = split_ref(ref)
        head = self.oracle.head
        if domains == ("totaal",):
            return head["groups"][group]["nl"], head["groups"][group]["singular"]
        return (listed([head["strata"][domain]["nl"] for domain in domains]),) * 2

    def count(self, word: Word) -> Expected:
        return numeral(self._counted(word, "="))

    def number(self, word: Word) -> Expected:
        return whole(self._counted(word, "="))

    def base(self, word: Word) -> Expected:
        return whole(self._counted(word, "n"))

    def bars(self, word: Word) -> Expected:
        """A bar for each group of which something was printed."""
        rows = {ref: self.said.telling(ref) for ref in word.own}
        if None in rows.values():
            raise Wrong(word, "toont wat niet is gedrukt")
        return "; ".join(f"{self.group(ref)} {printed(row)}" for ref, row in rows.items())

    # --- how they differ

    def often(self, word: Word) -> Expected:
        return self._degree(word)

    def _degree(self, word: Word) -> str:
        pairs = list(zip(word.own[::2], word.own[1::2], strict=True))
        said = {text for pair in pairs for text in self.said.degrees(*pair)}
        if len(said) == 1 and said <= set(DEGREES):
            return said.pop()
        gaps = self.gaps(word)
        if all(math.isinf(low) != math.isinf(high) for low, high in gaps):
            ways = {high > 0 for _, high in gaps}
            return MIXED_OFTEN if len(ways) > 1 else "vaker" if True in ways else "minder vaak"
        return degree(gaps)

    def _shares(self, word: Word) -> str:
        texts = [_amount(self.said.telling(ref)) for ref in word.own]
        apart = len(texts) == 2 and all(texts) and texts[0] != texts[1]
        return f" ({' tegenover '.join(texts)})" if apart else ""

    # --- which text

    def _compared(self, gaps: list[Bounds]) -> str:
        if WHOLE in gaps:
            return UNKNOWN
        if all(low >= NOTABLE for low, _ in gaps):
            return "more"
        if all(high <= -NOTABLE for _, high in gaps):
            return "less"
        more, less = (all(end > NOTABLE for end in ends) for ends in (
            [high for _, high in gaps], [-low for low, _ in gaps]))
        return UNKNOWN if more or less else "same"

    def lies(self, found: list[Bounds], low: float, high: float) -> str:
        if WHOLE in found:
            return UNKNOWN
        return all_of("yes" if low <= least and most <= high
                      else "no" if most <= low or least >= high else UNKNOWN
                      for least, most in found)

    def _placed(self, word: Word, refs: list[str]) -> str:
        """As there, by what was said of its place, or else by the numbers that were printed."""
        question, _, group, domains = split_ref(refs[0])
        options, rank = self._ranked(question), word.args["rank"]
        named = {option: f"{question}.{option}@{group}/{'+'.join(domains)}" for option in options}
        limits = {option: self.limits(ref) for option, ref in named.items()}
        placed = [option for option, ref in named.items() if any(
            (row["type"], row["value"]) == ("rank", str(rank)) for row, _ in self.said.about(ref))]
        placed += [option for option, (low, high) in limits.items() if rank - 1 == sum(
            least >= high for least, _ in limits.values()) and len(options) - rank == sum(
            most <= low for _, most in limits.values())]
        if [split_ref(ref)[1][0] for ref in refs] != (placed[:1] or options):
            raise Wrong(word, f"rust niet op {placed[:1] or options}")
        return placed[0] if placed else UNKNOWN

    # --- the claims of a word

    def _named(self, word: Word, ref: str) -> Row | None:
        """The claim whose word is used of a quantity; None where nothing is said of it."""
        rows = [self.claims[name] for name in word.args.get("claims", ())]
        mine = [row for row in rows if self.said.is_about(row, ref)]
        if not all(any(self.said.is_about(row, one) for one in word.own) for row in rows):
            raise Wrong(word, "noemt een uitspraak die er niet over gaat")
        if not mine and self.said.mentions(ref):
            raise Wrong(word, f"zwijgt over {ref}")
        return mine[0] if mine else None

    def _counted(self, word: Word, relation: str) -> int:
        ref, = word.own
        row = self._named(word, ref)
        if row is None or (row["type"], row["relation"]) != ("count", relation):
            raise Wrong(word, "noemt een aantal dat niet is gedrukt")
        return int(row["value"])


def _amount(row: Row | None) -> str:
    """A percentage, or a word that can stand in its place."""
    return printed(row) if row and row["type"] != "count" and is_sized(row) and (
        row["published"] not in DETERMINERS) else ""


def _part(row: Row, plural: str, singular: str) -> tuple[str, bool]:
    """Whom a claim speaks of, with its own word of quantity, and whether that is singular."""
    if not is_sized(row):
        return plural, False
    if row["type"] == "count":
        one = int(row["value"]) == 1
        return f"{numeral(int(row['value']))} {singular if one else plural}", one
    if row["published"] in DETERMINERS + OUT_OF:
        return f"{row['published']} {plural}", False
    return f"{printed(row)} van de {plural}", True
