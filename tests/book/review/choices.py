"""Texts of an author, and names of options, of which the answers choose one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from oracle import split_ref
from phrases import listed

from .differences import NOTABLE, Differences, direction
from .quantities import Expected
from .word import Word, Wrong

NO_LABEL = "een antwoord dat door te weinig antwoorden niet te noemen is"
NO_CLAUSE = "Hoe dit zich verhoudt, is door te weinig antwoorden niet te zeggen"
OPEN_CLAUSE = "Hoe dit zich verhoudt, laten de uitkomsten open"
UNKNOWN = "unknown"
# Groups that differ by less than this, in percentage points, do not differ strikingly.
STRIKING = 10


class Choices(Differences):
    """Which text or name is chosen."""

    def compare(self, word: Word) -> Expected:
        def outcome() -> str:
            ends = [set(map(direction, end)) for end in zip(*self.gaps(word), strict=True)]
            named = {{(1,): "more", (-1,): "less"}.get(tuple(end), "same") for end in ends}
            return named.pop() if len(named) == 1 else UNKNOWN

        return self._chosen(word, outcome)

    def when(self, word: Word) -> Expected:
        # The bounds are decimals as the author wrote them; 200 / 3 is meant as it stands.
        low, high = (Fraction(str(word.args[bound])) for bound in ("low", "high"))
        return self._chosen(word, lambda: _yes([
            low <= round(100 * limit, 9) < high for limit in self.limits(ref)]
            for ref in word.own))

    def alike(self, word: Word) -> Expected:
        return self._chosen(word, lambda: _yes(
            [abs(end) < STRIKING for end in gap] for gap in self.gaps(word)))

    def leads(self, word: Word) -> Expected:
        """The first quantity leads; the others are held against it within each group."""
        leader = _whichever_group(word.own[0])
        leading = {split_ref(ref)[2]: ref for ref in word.own if _whichever_group(ref) == leader}

        def outcome() -> str:
            gaps = (self.gap(leading.get(split_ref(ref)[2], word.own[0]), ref)
                    for ref in word.own if ref not in leading.values())
            return _yes([end >= NOTABLE for end in gap] for gap in gaps)

        return self._chosen(word, outcome)

    def first(self, word: Word) -> Expected:
        best = max(word.own, key=self.limits)
        if word.outcome == "again":
            again, = word.parts
            before, = again.parts
            if self.expected(before) != word.texts[best]:
                raise Wrong(word, f"{word.texts[best]!r} was nog niet gezegd")
            return word.texts["again"]
        if word.outcome == UNKNOWN and self.must_be_silent(word.own, told=True):
            return NO_LABEL
        return self._text(word, best)

    def again(self, word: Word) -> Expected:
        raise Wrong(word, "hoort bij wat al is gezegd")

    def top(self, word: Word) -> Expected:
        """Of each group the label of the option in a place, or none."""
        labels = {}
        for group in dict.fromkeys(split_ref(ref)[2] for ref in word.own):
            refs = [ref for ref in word.own if split_ref(ref)[2] == group]
            labels[self.group(refs[0])] = self._label(word, refs)
        if len(set(labels.values())) == 1:
            return next(iter(labels.values()))
        return listed([f"{label} ({group})" for group, label in labels.items()])

    def _label(self, word: Word, refs: list[str]) -> str:
        question, _, group, domains = split_ref(refs[0])
        exclusive = self.oracle.questions[question].get("exclusive")
        options = word.args["among"] or [option for option in self.oracle.options(question)
                                         if option != exclusive]
        named = [split_ref(ref)[1][0] for ref in refs]
        # What is not named rests on all it could have been, so as not to tell which it is.
        if len(refs) > 1 and named == options:
            if not self.must_be_silent(refs, told=True):
                raise Wrong(word, "zwijgt over wat is gepubliceerd")
            return NO_LABEL
        counts = {option: self.oracle.quantity(question, (option,), group, domains).count
                  for option in options}
        # Of options given equally often, the one that comes first in the codebook.
        winner = sorted(options, key=lambda option: -counts[option])[word.args["rank"] - 1]
        if named != [winner]:
            raise Wrong(word, f"rust op {named} in plaats van {winner}")
        label = self.oracle.label(question, winner)
        return f"“{label}”" if word.args["quoted"] else label

    def _chosen(self, word: Word, outcome: Callable[[], str]) -> Expected:
        if self.must_be_silent(word.own, word.outcome == UNKNOWN):
            if word.outcome != UNKNOWN:
                raise Wrong(word, "zegt iets van wat is afgeschermd")
            return NO_CLAUSE
        expected = outcome()
        if expected == UNKNOWN:
            if word.outcome != UNKNOWN:
                raise Wrong(word, "zegt iets van wat open blijft")
            return OPEN_CLAUSE
        return self._text(word, expected)

    def _text(self, word: Word, outcome: str) -> str:
        """The text of an outcome; the word must name both, and what is in the text."""
        if word.outcome != outcome:
            raise Wrong(word, f"de uitkomst is {outcome}, niet {word.outcome}")
        for part in word.parts:
            if self.expected(part) != word.texts[outcome]:
                raise Wrong(word, f"{word.texts[outcome]!r} is niet wat erin staat")
        return word.texts[outcome]


def _yes(ends: Iterable[list[bool]]) -> str:
    """Whether all hold, at either end of what each may be."""
    found = [set(holds) for holds in ends]
    if {False} in found:
        return "no"
    return UNKNOWN if {True, False} in found else "yes"


def _whichever_group(ref: str) -> tuple[str, ...]:
    question, options, _, domains = split_ref(ref)
    return (question, options, domains)
