"""What documents published of a wave, by their claims alone: what these are about, and bound."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from oracle import GROUPS, Oracle, half_up, split_ref

from .differences import NOTABLE

BOTH = "beide"
# Before *gemeenten* as they are; what tells a size; what takes *een* in a sentence.
DETERMINERS = ("sommige", "andere", "veel", "de meeste", "bijna alle", "opvallend weinig")
OUT_OF = ("vier op de vijf", "ongeveer zeven op de tien")
SIZES = re.compile(r"%|procent|helft$|kwart$|derde$|vijfde$|deel$|meerderheid$")
BARE = ("grote", "ruime", "klein")
# Not, or hardly.
DENIALS = re.compile(r"\b(?:niet|geen|weinig|minder)\b")
WHOLE = (-math.inf, math.inf)

Row = dict[str, str]
# From the first up to, not including, the second.
Bounds = tuple[float, float]
Name = tuple[str, frozenset[str], str, frozenset[str]]


class Claims:
    """The claims about a survey that its answers meet.

    Parameters
    ----------
    named : dict of str to dict
        All claims, by name.
    oracle : Oracle
    """

    def __init__(self, named: dict[str, Row], oracle: Oracle) -> None:
        self._oracle = oracle
        self.met = {name: row for name, row in named.items()
                    if row["basis"] == "survey"
                    and all(self._meets(row, *side) for side in self.sides(row))}
        self._about: dict[Name, list[tuple[Row, str]]] = defaultdict(list)
        for row in self.met.values():
            for ref, versus in self.sides(row):
                self._about[name_of(ref)].append((row, versus))

    def sides(self, row: Row) -> Iterator[tuple[str, str]]:
        """What a claim is about in each group, and what it compares that with."""
        if row["basis"] == "survey":
            for group in self._oracle.groups if row["group"] == BOTH else [row["group"]]:
                ref = _ref(row["question"], row["option"], group, row["domain"])
                yield ref, _versus(row, group) if row["versus"] else ""

    def about(self, ref: str) -> list[tuple[Row, str]]:
        """The claims about a quantity itself, and what each compares it with."""
        return self._about.get(name_of(ref), [])

    def is_about(self, row: Row, ref: str) -> bool:
        """Whether a claim speaks of a quantity, be it as the other side of a comparison."""
        return any(name_of(one) == name_of(ref) for side in self.sides(row) for one in side if one)

    def telling(self, ref: str) -> Row | None:
        """The claim that says most precisely how large a quantity is, in a number or a word."""
        sized = [row for row, _ in self.about(ref) if is_sized(row) and row["relation"] != "n"]
        return min(sized, key=_room, default=None)

    def mentions(self, ref: str) -> bool:
        """Whether a claim says that something is there at all."""
        return any(is_sized(row) or not DENIALS.search(row["published"])
                   for row in self.met.values()
                   if row["relation"] != "n" and self.is_about(row, ref))

    def limits(self, ref: str) -> Bounds:
        """What was printed leaves a share of these fractions."""
        found = [_edges(row) for row, _ in self.about(ref)
                 if row["type"] == "exact" or row["relation"] in ("in", "above")]
        if not found:
            return WHOLE
        lows, highs = zip(*found, strict=True)
        return max(0.0, *lows) / 100, min(100.0, *highs) / 100

    def gap(self, left: str, right: str) -> Bounds:
        """By how many percentage points it leaves two to differ."""
        one, other = self.limits(left), self.limits(right)
        found = [(100 * (one[0] - other[1]), 100 * (one[1] - other[0]))]
        found += [_differs(row) for row in self._compared(left, right)]
        turned = [_differs(row) for row in self._compared(right, left)]
        lows, highs = zip(*found, *((-high, -low) for low, high in turned), strict=True)
        return max(lows), min(highs)

    def degrees(self, left: str, right: str) -> list[str]:
        """The words that were printed for how the first differs from the second."""
        return [row["published"] for row in self._compared(left, right)]

    def _compared(self, left: str, right: str) -> list[Row]:
        return [row for row, versus in self.about(left)
                if versus and name_of(versus) == name_of(right)]

    def _meets(self, row: Row, ref: str, versus: str) -> bool:
        """Whether the answers are as it says of a group."""
        question, options, group, domains = split_ref(ref)
        one = self._oracle[ref]
        if row["n"] and one.n != int(row["n"]):
            return False
        if row["type"] == "exact":
            return half_up(100 * one.value) == int(row["value"])
        if row["type"] == "count":
            return (one.n if row["relation"] == "n" else one.count) == int(row["value"])
        if row["type"] == "rank":
            among = [option for option in self._oracle.options(question)
                     if option != self._oracle.questions[question].get("exclusive")]
            return self._oracle.above(question, options[0], group, domains, among) + 1 == int(
                row["value"])
        value = 100 * (one.value - (self._oracle[versus].value if versus else 0))
        if versus:
            size = {"more": value, "less": -value, "similar": abs(value)}[row["relation"]]
            return (row["relation"] == "similar" or size > 0) and (
                float(row["low"] or 0) <= size < float(row["high"] or "inf"))
        if row["relation"] == "in_all":
            value = 100 * one.count / self._oracle[f"respons.organisaties@{group}"].count
        low, high = _edges(row)
        # A mean is published in whole percents.
        room = Fraction(1, 2) if self._is_mean(question) else 0
        return (low < value if row["relation"] == "above" else low - room <= value) and (
            value < high + room)

    def _is_mean(self, question: str) -> bool:
        return self._oracle.questions.get(question, {}).get("kind") == "percentage"


def name_of(ref: str) -> Name:
    """A quantity, however the parts of a net are ordered."""
    question, options, group, domains = split_ref(ref)
    return question, frozenset(options), group, frozenset(domains)


def is_sized(row: Row) -> bool:
    """Whether a claim tells a number, or a word of quantity."""
    return row["type"] in ("exact", "count") or (row["type"] == "band" and (
        row["published"] in DETERMINERS + OUT_OF or SIZES.search(row["published"]) is not None)
        and row["relation"] != "in_all")


def printed(row: Row) -> str:
    """The number or word as it stands in a sentence."""
    if row["type"] == "exact":
        return f"{row['value']}%"
    said = row["published"]
    return f"een {said}" if said.split()[0] in BARE and SIZES.search(said) else said


def _room(row: Row) -> tuple[float, int]:
    """How much a claim leaves open; a percentage goes before a count."""
    if row["type"] != "band":
        return 0, ("exact", "count").index(row["type"])
    low, high = _edges(row)
    return min(100.0, high) - max(0.0, low), 2


def _edges(row: Row) -> Bounds:
    if row["type"] == "exact":
        return int(row["value"]) - 0.5, int(row["value"]) + 0.5
    return float(row["low"] or "-inf"), float(row["high"] or "inf")


def _differs(row: Row) -> Bounds:
    """How far a comparison puts the first above the second."""
    low, high = max(float(row["low"] or 0), NOTABLE), float(row["high"] or "inf")
    return {"similar": (-high, high), "more": (low, high), "less": (-high, -low)}[row["relation"]]


def _ref(question: str, option: str, group: str, domain: str) -> str:
    return f"{question}.{option}@{group}" + ("" if domain == "totaal" else f"/{domain}")


def _versus(row: Row, group: str) -> str:
    """The other side of a comparison, with what it takes over."""
    rest, slash, domain = row["versus"].partition("/")
    rest, _, other = rest.partition("@")
    question, dot, option = rest.partition(".")
    return _ref(question or row["question"], option if dot else row["option"],
                GROUPS.get(other, other) or group, domain if slash else row["domain"])
