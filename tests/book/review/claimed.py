"""What the words of a reconstruction must say: what documents said, by their claims alone."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from oracle import GROUPS, half_up, split_ref
from phrases import listed, numeral

from .choices import STRIKING, UNKNOWN
from .differences import DEGREES, NOTABLE
from .quantities import Expected
from .reviewer import Reviewer
from .word import Word, Wrong

BOTH = "beide"
DETERMINERS = ("sommige", "andere", "veel", "de meeste", "bijna alle", "opvallend weinig")
OUT_OF = ("vier op de vijf", "ongeveer zeven op de tien")
SIZES = ("%", "procent", "helft", "kwart", "derde", "vijfde", "deel", "meerderheid")
WHOLE = (-math.inf, math.inf)

Bounds = tuple[float, float]


class Claimed(Reviewer):
    """As `Reviewer`, for answers that were drawn: no word may rest on these."""

    def __init__(self, wave: Path, results: Path) -> None:
        super().__init__(wave, results)
        self._met = {name: self._is_met(row) for name, row in self.claims.items()
                     if row["basis"] == "survey"}

    # --- the claims

    def _sides(self, row: dict[str, str]) -> Iterator[tuple[str, str]]:
        """What a claim is about in each group, and what it compares that with."""
        for group in self.oracle.groups if row["group"] == BOTH else [row["group"]]:
            domain = "" if row["domain"] == "totaal" else f"/{row['domain']}"
            option = f".{row['option']}" if row["option"] else ""
            ref = f"{row['question']}{option}@{group}{domain}"
            yield ref, _versus(row, group) if row["versus"] else ""

    def _is_met(self, row: dict[str, str]) -> bool:
        """Whether the answers are as it says; by size class, where there is noise, as it is."""
        if row["domain"] != "totaal" or "/" in row["versus"] or row["relation"] == "in_all":
            return True
        return all(self._meets(row, ref, versus) for ref, versus in self._sides(row))

    def _meets(self, row: dict[str, str], ref: str, versus: str) -> bool:
        question, options, group, domains = split_ref(ref)
        one = self.oracle[ref]
        if row["type"] == "exact":
            return half_up(100 * one.value) == int(row["value"])
        if row["type"] == "count":
            return (one.n if row["relation"] == "n" else one.count) == Fraction(row["value"])
        if row["type"] == "rank":
            among = [option for option in self.oracle.options(question)
                     if option != self.oracle.questions[question].get("exclusive")]
            return self.oracle.above(question, options[0], group, domains, among) + 1 == int(
                row["value"])
        value = 100 * (one.value - (self.oracle[versus].value if versus else 0))
        value = -value if row["relation"] == "less" else value
        low, high = _edges(row)
        return low < value < high if versus else low <= value < high

    def _about(self, ref: str) -> Iterator[tuple[dict[str, str], str]]:
        """The claims that the answers meet about a quantity, and what each compares it with."""
        for name, row in self.claims.items():
            if row["basis"] == "survey" and self._met[name]:
                for one, versus in self._sides(row):
                    if _same(one, ref):
                        yield row, versus

    # --- bounds

    def limits(self, ref: str) -> Bounds:
        """From and up to which fraction what was printed leaves a share."""
        lows, highs = [], []
        for row, _ in self._about(ref):
            if row["type"] == "exact":
                low, high = int(row["value"]) - 0.5, int(row["value"]) + 0.5
            elif row["type"] == "band" and row["relation"] != "in_all":
                low, high = _edges(row)
            else:
                continue
            lows.append(max(low, 0))
            highs.append(min(high, 100))
        return (max(lows) / 100, min(highs) / 100) if lows else WHOLE

    def gap(self, left: str, right: str) -> Bounds:
        one, other = self.limits(left), self.limits(right)
        found = [(100 * (one[0] - other[1]), 100 * (one[1] - other[0]))]
        for ref, against, sign in ((left, right, 1), (right, left, -1)):
            for row, versus in self._about(ref):
                if versus and _same(versus, against):
                    low, high = _edges(row)
                    turned = sign * (-1 if row["relation"] == "less" else 1)
                    ends = (turned * max(low, NOTABLE), turned * high) if (
                        row["relation"] != "similar") else (-high, high)
                    found.append((min(ends), max(ends)))
        lows, highs = zip(*found, strict=True)
        return max(lows), min(highs)

    # --- words

    def must_be_silent(self, refs: object, told: bool) -> bool:
        """Whether it says nothing is a matter of claims, not of what the results hide."""
        return False

    def share(self, word: Word) -> Expected:
        ref, = word.own
        text = self._printed(word, ref, sized=True)
        around = word.args.get("around", "{}")
        if not text and around == "{}":
            raise Wrong(word, "noemt een getal dat niet is gedrukt")
        return text and around.format(text)

    def count(self, word: Word) -> Expected:
        return numeral(self._counted(word, "="))

    def number(self, word: Word) -> Expected:
        return f"{self._counted(word, '=')}"

    def base(self, word: Word) -> Expected:
        return f"{self._counted(word, 'n')}"

    def who(self, word: Word) -> Expected:
        named = [self.claims[name] for name in word.args.get("claims", ())]
        around = word.args.get("around", "{}")
        if not named:
            if around == "{}":
                raise Wrong(word, "spreekt van wat niemand zei")
            return ""
        whole = len(named) == 1 and named[0]["group"] == BOTH and len(word.own) > 1
        plain = not any(_phrase(row, "x", "x") != "x" for row in named)
        if whole or (plain and len(word.own) > 1 and len(named) > 1):
            self._tied(word, named[0], *word.own)
            subject = _phrase(named[0], "gemeenten", "gemeenten") if whole else "gemeenten"
            single = whole and _singular(named[0])
        else:
            parts = [(row, ref) for ref in word.own for row in named if self._is_about(row, ref)]
            subject = listed([_phrase(row, *self._nouns(ref)) for row, ref in parts])
            single = len(parts) == 1 and _singular(parts[0][0])
        verb = word.args.get("verbs", ["", ""])[0 if single else 1]
        text = around.format(f"{subject} {verb}".strip())
        return lambda said: said in (text, text[:1].upper() + text[1:])

    def _nouns(self, ref: str) -> tuple[str, str]:
        _, _, group, domains = split_ref(ref)
        head = self.oracle.head
        if domains == ("totaal",):
            return head["groups"][group]["nl"], head["groups"][group]["singular"]
        return (listed([head["strata"][domain]["nl"] for domain in domains]),) * 2

    def often(self, word: Word) -> Expected:
        return self._degree_said(word)

    def compare(self, word: Word) -> Expected:
        gaps = self.gaps(word)
        outcome = ("more" if all(low >= NOTABLE for low, _ in gaps)
                   else "less" if all(high <= -NOTABLE for _, high in gaps) else UNKNOWN)
        if outcome != UNKNOWN and word.args["often"] != self._degree_said(word):
            raise Wrong(word, f"{word.args['often']!r} is niet wat er is gedrukt")
        return self._text(word, outcome)

    def _degree_said(self, word: Word) -> str:
        printed = {row["published"] for name in word.args.get("claims", ())
                   for row in [self.claims[name]] if row["type"] == "comparison"}
        if len(printed) == 1 and printed <= set(DEGREES):
            return printed.pop()
        return word.args.get("often", word.text)

    def when(self, word: Word) -> Expected:
        low, high = word.args["low"] / 100, word.args["high"] / 100
        limits = [self.limits(ref) for ref in word.own]
        if WHOLE in limits:
            return self._text(word, UNKNOWN)
        if all(low <= one[0] and one[1] <= high for one in limits):
            return self._text(word, "yes")
        if any(one[1] <= low or one[0] >= high for one in limits):
            return self._text(word, "no")
        return self._text(word, UNKNOWN)

    def leads(self, word: Word) -> Expected:
        groups = {split_ref(ref)[2] for ref in word.own}
        first, *others = (ref for ref in word.own if split_ref(ref)[2] == next(iter(groups)))
        leader = {group: next(ref for ref in word.own if split_ref(ref)[2] == group)
                  for group in groups}
        above = all(self.gap(leader[split_ref(ref)[2]], ref)[0] >= NOTABLE for ref in word.own
                    if ref not in leader.values())
        return self._text(word, "yes" if above and others and first else UNKNOWN)

    def alike(self, word: Word) -> Expected:
        near = all(low >= -STRIKING and high <= STRIKING for low, high in self.gaps(word))
        return self._text(word, "yes" if near else UNKNOWN)

    def most(self, word: Word) -> Expected:
        named = [self.claims[name] for name in word.args.get("claims", ())]
        placed = {row["option"] for row in named
                  if row["type"] == "rank" and int(row["value"]) == word.args["rank"]}
        outcome = placed.pop() if len(placed) == 1 else UNKNOWN
        return self._text(word, outcome if outcome in word.texts else "rest")

    # --- ties to claims

    def _printed(self, word: Word, ref: str, sized: bool) -> str:
        for name in word.args.get("claims", ()):
            row = self.claims[name]
            self._tied(word, row, ref)
            text = f"{row['value']}%" if row["type"] == "exact" else row["published"]
            if not sized or text.endswith(SIZES) or any(size in text for size in SIZES):
                return text
        return ""

    def _counted(self, word: Word, relation: str) -> int:
        ref, = word.own
        name, = word.args.get("claims", [""])
        row = self.claims.get(name)
        if row is None or (row["type"], row["relation"]) != ("count", relation):
            raise Wrong(word, "noemt een aantal dat niet is gedrukt")
        self._tied(word, row, ref)
        return int(row["value"])

    def _is_about(self, row: dict[str, str], ref: str) -> bool:
        return any(_same(one, ref) or (versus and _same(versus, ref))
                   for one, versus in self._sides(row))

    def _tied(self, word: Word, row: dict[str, str], *refs: str) -> None:
        for ref in refs:
            if not self._is_about(row, ref):
                raise Wrong(word, f"uitspraak {row['id']} gaat niet over {ref}")


def _edges(row: dict[str, str]) -> Bounds:
    low = float(row["low"] or "-inf") if not row["versus"] else float(row["low"] or 0)
    return low, float(row["high"] or "inf")


def _versus(row: dict[str, str], group: str) -> str:
    """The other side of a comparison, with what it takes over."""
    rest, slash, domain = row["versus"].partition("/")
    rest, _, other = rest.partition("@")
    question, dot, option = rest.partition(".")
    option = option if dot else row["option"]
    domain = domain if slash else "" if row["domain"] == "totaal" else row["domain"]
    return (f"{question or row['question']}{'.' if option else ''}{option}"
            f"@{GROUPS.get(other, other) or group}{'/' if domain else ''}{domain}")


def _same(one: str, other: str) -> bool:
    return [sorted(part) if isinstance(part, tuple) else part for part in split_ref(one)] == [
        sorted(part) if isinstance(part, tuple) else part for part in split_ref(other)]


def _phrase(row: dict[str, str], plural: str, singular: str) -> str:
    """Whom a claim speaks of, with its own word of quantity."""
    said = row["published"]
    if row["type"] == "count":
        number = int(row["value"])
        return f"{numeral(number)} {singular if number == 1 else plural}"
    if row["type"] == "exact":
        return f"{row['value']}% van de {plural}"
    if said in DETERMINERS or said in OUT_OF:
        return f"{said} {plural}"
    if any(size in said for size in SIZES) and row["type"] == "band":
        bare = said.split()[0] in ("grote", "ruime", "klein", "groot")
        return f"{'een ' if bare else ''}{said} van de {plural}"
    return plural


def _singular(row: dict[str, str]) -> bool:
    return (row["type"] == "exact" or (row["type"] == "count" and int(row["value"]) == 1)
            or (row["published"] not in DETERMINERS + OUT_OF and row["type"] == "band"
                and any(size in row["published"] for size in SIZES)))
