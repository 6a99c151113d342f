"""A second vocabulary: runs a notebook's own calls and works out what each word must say.

It stands in for the chapter object while the code cells of a notebook are run, and computes from
the csv files, through `oracle`, what the package computes from its estimates. What it expects of
a word is either one text, or, for names of quantities such as *ruim een vijfde*, a range. Whether
a quantity may be shown is asked of the package: that has tests of its own, with an attacker.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import phrases
import pytest
from oracle import Oracle, Quantity, half_up, split_ref

from participatiemonitor.estimation.results import results_of
from participatiemonitor.survey import Project
from participatiemonitor.survey.answered import load_answered

# What stands where a quantity is hidden, or nobody answered.
NO_PART, NO_COUNT, NO_BASE = "een niet genoemd deel", "een niet genoemd aantal", "te weinig"
NO_OFTEN = "in onbekende mate vaker of minder vaak"
NO_LABEL = "een antwoord dat door te weinig antwoorden niet te noemen is"
NO_CLAUSE = "Hoe dit zich verhoudt, is door te weinig antwoorden niet te zeggen"
MIXED_OFTEN = "niet in beide groepen vaker of minder vaak"
NUMERALS = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen",
            "tien", "elf", "twaalf"]
NOTABLE = 2
STRIKING = 10
DEGREES = ["veel vaker", "vaker", "iets vaker", "even vaak", "iets minder vaak", "minder vaak",
           "veel minder vaak", MIXED_OFTEN, NO_OFTEN]


@dataclass(frozen=True)
class Said:
    """What one bound word must be.

    `text` is what it must say, None where a range of words will do; `refs` are the quantities it
    rests on; `turns` is the outcome that decides between texts, `gaps` are the differences in
    percentage points it followed from, and `texts` are the texts it was chosen from, by outcome.
    `parts` are the words in it, of which `refs` holds the quantities last.
    """

    kind: str
    refs: tuple[str, ...]
    text: str | None
    accepts: Callable[[str], bool]
    turns: object = None
    gaps: tuple[Fraction, ...] = ()
    texts: dict[object, str] = field(default_factory=dict, hash=False)
    parts: tuple[Said, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """What it rests on without its parts: of a choice, what decides."""
        return self.refs[:len(self.refs) - sum(len(part.refs) for part in self.parts)]

    @property
    def is_choice(self) -> bool:
        """Whether it is one of several texts or names."""
        return self.turns is not None

    def __str__(self) -> str:
        raise TypeError(f"{self.kind}: een gebonden woord als gewone tekst verliest waar het op "
                        "rust; gebruik m.fill")


def said(kind: str, refs: Iterable[str], text: str, turns: object = None,
         gaps: Iterable[Fraction] = (), texts: dict[object, str] | None = None,
         parts: Iterable[Said] = ()) -> Said:
    parts = tuple(parts)
    refs = (*refs, *(ref for part in parts for ref in part.refs))
    return Said(kind, refs, text, lambda found: found == text, turns, tuple(gaps), texts or {},
                parts)


def plain(text: str | Said) -> str:
    """The text of what may be a bound word."""
    if isinstance(text, str):
        return text
    if text.text is None:
        raise TypeError(f"{text.kind}: een naam voor een hoeveelheid kan niet in een andere tekst "
                        "staan; gebruik share, span of count")
    return text.text


def chosen(kind: str, refs: Iterable[str], texts: dict[object, str | Said], outcome: object,
           gaps: Iterable[Fraction] = ()) -> Said:
    """One of several texts, which may hold bound words themselves."""
    text = texts[outcome]
    return said(kind, refs, plain(text), outcome, gaps,
                {key: plain(one) for key, one in texts.items()},
                [] if isinstance(text, str) else [text])


def percent(value: Fraction) -> str:
    return f"{half_up(100 * value)}%"


def whole(value: Fraction | int) -> str:
    return f"{half_up(Fraction(value)):,}".replace(",", ".")


def listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"


class Narrator:
    """Everything that the notebooks with computed words ask of a chapter."""

    def __init__(self, wave: Path, claims: Path) -> None:
        self.oracle = Oracle(wave)
        project = Project(wave.parents[2])
        self._shown = results_of(load_answered(int(wave.name), project))
        with claims.open(encoding="utf-8", newline="") as stream:
            self._claims = {row["id"]: row for row in csv.DictReader(stream)}
        self.words: dict[str, Said] = {}

    # --- what is shown and not said

    def figure(self, number: int) -> None: ...

    def table(self, number: int) -> None: ...

    def quotes(self, question: str, theme: str, count: int = 1, first: str = "") -> None: ...

    def themes(self, question: str) -> None: ...

    def reconstructed(self, text: str, checked: str = "") -> None: ...

    def observed(self, text: str) -> None: ...

    def checked(self, text: str) -> None: ...

    def book_files(self) -> None: ...

    def bars(self, ref: str) -> Said:
        names = self._names(ref)
        groups = self.oracle.head["groups"]
        labels = (f"{groups[split_ref(name)[2]]['nl']} "
                  + ("te weinig antwoorden" if self._value(name) is None
                     else percent(self._value(name))) for name in names)
        return said("bars", names, "; ".join(labels))

    def associations_table(self, group: str, feature: str, most: int) -> None: ...

    def differences_table(self, left: str, right: str) -> None: ...

    def link_table(self) -> None: ...

    def agreement_table(self) -> None: ...

    def say(self, **words: Said) -> None:
        for name, word in words.items():
            assert name not in self.words, f"{name} wordt twee keer gebonden"
            assert isinstance(word, Said), f"{name} is geen gebonden woord"
            self.words[name] = word

    show = say

    # --- words for one quantity

    def share(self, ref: str, digits: int = 0) -> Said:
        name, = self._names(ref)
        value = self._value(name)
        if value is None:
            return said("share", [name], NO_PART)
        scaled = half_up(100 * value * 10**digits)
        text = f"{scaled // 10**digits}"
        text += f",{scaled % 10**digits:0{digits}d}" if digits else ""
        return said("share", [name], f"{text}%")

    def count(self, ref: str) -> Said:
        return self._number("count", ref, lambda one: NUMERALS[int(one.count)]
                            if one.count < len(NUMERALS) else whole(one.count))

    def number(self, ref: str) -> Said:
        return self._number("number", ref, lambda one: whole(one.count))

    def base(self, ref: str) -> Said:
        name, = self._names(ref)
        n = self._shown[name].n if self._hidden(name) else self.oracle[name].n
        return said("base", [name], NO_BASE if n is None else whole(n) if n else "geen")

    def _number(self, kind: str, ref: str, words: Callable[[Quantity], str]) -> Said:
        name, = self._names(ref)
        one = self.oracle[name]
        return said(kind, [name], NO_COUNT if self._value(name) is None else words(one))

    # --- words for each of both groups

    def span(self, *refs: str) -> Said:
        names = [name for ref in refs for name in self._names(ref)]
        shown = self._values(names)
        if None in shown:
            return said("span", names, NO_PART)
        values = [half_up(100 * one) for one in shown]
        low, high = min(values), max(values)
        return said("span", names, f"{low}%" if low == high else f"{low} tot {high}%")

    def about(self, ref: str) -> Said:
        names = self._names(ref)
        values = self._values(names)
        if None in values:
            return said("about", names, NO_PART)
        span = self.span(ref).text

        def accepts(found: str) -> bool:
            return found == span or all(phrases.about(found, value) for value in values)

        return Said("about", tuple(names), None, accepts)

    def part(self, ref: str) -> Said:
        names = self._names(ref)
        values = self._values(names)
        if None in values:
            return said("part", names, NO_PART)
        return Said("part", tuple(names), None,
                    lambda found: all(phrases.part(found, value) for value in values))

    def when(self, ref: str, low: float, high: float, *, yes: str, no: str) -> Said:
        names = self._names(ref)
        values = self._values(names)
        if None in values:
            return said("when", names, NO_CLAUSE)
        # The bounds are decimals as the author wrote them; 200 / 3 is meant as it stands.
        holds = all(Fraction(str(low)) <= round(100 * value, 9) < Fraction(str(high))
                    for value in values)
        return chosen("when", names, {True: yes, False: no}, holds)

    # --- words for a difference

    def often(self, left: str, right: str) -> Said:
        names, gaps = self._gaps(left, right)
        if None in gaps:
            return said("often", names, NO_OFTEN)
        more, less = (sum(sign * gap >= NOTABLE for gap in gaps) for sign in (1, -1))
        if 0 < more < len(gaps) or 0 < less < len(gaps):
            return said("often", names, MIXED_OFTEN, "mixed", gaps)
        least = min(gaps, key=abs)
        if abs(least) < NOTABLE:
            text, turns = "even vaak", "same"
        else:
            degree = "iets " if abs(least) < 8 else "veel " if abs(least) >= 20 else ""
            turns = "more" if least > 0 else "less"
            text = degree + {"more": "vaker", "less": "minder vaak"}[turns]
        assert all(phrases.often(text, gap) for gap in gaps if gap == least)
        return said("often", names, text, turns, gaps)

    def compare(self, left: str, right: str, *, more: str, less: str, same: str) -> Said:
        names, gaps = self._gaps(left, right)
        if None in gaps:
            return said("compare", names, NO_CLAUSE)
        turns = "same"
        if all(gap >= NOTABLE for gap in gaps):
            turns = "more"
        if all(gap <= -NOTABLE for gap in gaps):
            turns = "less"
        return chosen("compare", names, {"more": more, "less": less, "same": same}, turns, gaps)

    # --- words for several differences

    def often_each(self, pairs: dict[str | Said, tuple[str, str]]) -> Said:
        words = {plain(text): self.often(*pair) for text, pair in pairs.items()}
        order = sorted(words, key=lambda text: DEGREES.index(words[text].text))
        parts: dict[str, list[str]] = {}
        for text in order:
            parts.setdefault(words[text].text, []).append(text)
        clauses = [f"{listed(texts)} {degree}" for degree, texts in parts.items()]
        text = "; ".join(clauses) if clauses[2:] else ", en ".join(clauses)
        return said("often_each", [name for word in words.values() for name in word.refs], text,
                    tuple(word.turns for word in words.values()),
                    parts=[text for text in pairs if isinstance(text, Said)])

    def leads(self, ref: str, *others: str, yes: str, no: str) -> Said:
        names, gaps = [], []
        for other in others:
            found, apart = self._gaps(ref, other)
            names += found
            gaps += apart
        names = list(dict.fromkeys(names))
        if None in gaps:
            return said("leads", names, NO_CLAUSE)
        return chosen("leads", names, {True: yes, False: no}, min(gaps) >= NOTABLE)

    def alike(self, question: str, *, yes: str, no: str, among: Iterable[str] = ()) -> Said:
        names = [name for option in list(among) or self.oracle.options(question)
                 for name in self._names(f"{question}.{option}")]
        values = self._values(names)
        if None in values:
            return said("alike", names, NO_CLAUSE)
        holds = all(100 * abs(values[place] - values[place + 1]) < STRIKING
                    for place in range(0, len(values), 2))
        return chosen("alike", names, {True: yes, False: no}, holds)

    # --- names of options

    def top(self, question: str, rank: int = 1, among: Iterable[str] = (),
            quoted: bool = False) -> Said:
        name, _, group, domains = split_ref(question)
        groups = [group] if group else self.oracle.groups
        exclusive = self.oracle.questions[name].get("exclusive")
        options = list(among) or [option for option in self.oracle.options(name)
                                  if option != exclusive]
        order, winners = {}, {}
        for group in groups:
            counts = {option: self.oracle.quantity(name, (option,), group, domains).count
                      for option in options}
            # Of options given equally often, the one that comes first in the codebook.
            order[group] = sorted(options, key=lambda option: -counts[option])
            winners[group] = order[group][rank - 1]
        suffix = "" if domains == ("totaal",) else "/" + "+".join(domains)
        # One that stands below a hidden one is not named either: that would tell of the hidden.
        untold = {group: any(self._hidden(f"{name}.{one}@{group}{suffix}")
                             for one in ranked[: rank]) for group, ranked in order.items()}
        mark = "“{}”" if quoted else "{}"
        labels = {group: NO_LABEL if untold[group]
                  else mark.format(self.oracle.label(name, option))
                  for group, option in winners.items()}
        if len(set(labels.values())) == 1:
            text = labels[groups[0]]
        else:
            names = self.oracle.head["groups"]
            text = listed([f"{label} ({names[group]['nl']})" for group, label in labels.items()])
        refs = []
        for group, option in winners.items():
            # Of a hidden winner the quantities may not tell which it is.
            refs += [f"{name}.{one}@{group}{suffix}"
                     for one in (options if untold[group] else [option])]
        return said("top", refs, text, tuple(winners.values()))

    def first(self, refs: dict[str, str], said: Said | None = None, again: str = "") -> Said:
        names = {ref: self._names(ref)[0] for ref in refs}
        values = {ref: self._value(name) for ref, name in names.items()}
        best = max(refs, key=lambda ref: self.oracle[names[ref]].value)
        text = NO_LABEL if values[best] is None else refs[best]
        if said and said.text == text != NO_LABEL:
            text = Said("again", said.refs, again, lambda found: found == again, parts=(said,))
        return chosen("first", names.values(), {names[best]: text}, names[best])

    def fill(self, template: str, *words: Said) -> Said:
        return said("fill", (), template.format(*map(plain, words)), parts=words)

    # --- what came from elsewhere

    def published(self, claim: str) -> Said:
        row = self._claims[claim]
        value = Fraction(row["value"])
        if row["type"] == "band":
            return Said("published", (), None,
                        lambda found: phrases.about(found, value / 100))
        if row["type"] == "exact":
            return said("published", (), f"{half_up(value)}%")
        if value >= 10**6:
            return said("published", (), f"{whole(value / 10**6)} miljoen")
        return said("published", (), NUMERALS[int(value)] if value < 13 else whole(value))

    # --- what has a test of its own

    def associated(self, corrected: bool = False, tested: bool = False) -> Said:
        return _digits("associated")

    def hidden_count(self) -> Said:
        return _digits("hidden_count")

    def weighting_shift(self, most: bool = False) -> Said:
        return _digits("weighting_shift")

    def raking_shift(self, group: str) -> Said:
        return _digits("raking_shift")

    def margin_names(self) -> Said:
        names = ["grootteklasse", *(one["nl"] for one in self.oracle.head["margins"].values())]
        return said("margin_names", (), listed(names))

    def impossible_count(self, tested: bool = False) -> Said:
        return Said("impossible_count", (), None, lambda found: found in NUMERALS
                    or found.isdigit())

    def link_effect(self, group: str, term: str, *, up: str, down: str, none: str) -> Said:
        return Said("link_effect", (), None, lambda found: found in (up, down, none))

    # --- names of quantities

    def _names(self, ref: str, within: str = "") -> list[str]:
        """The full names of a quantity: one for each group it is about."""
        question, options, group, domains = split_ref(ref)
        if within:
            base = split_ref(within)
            options = options if "." in ref else (base[1] if not question else ("",))
            question, group = question or base[0], group or base[2]
            domains = domains if "/" in ref else base[3]
        option = "." + "+".join(options) if options != ("",) else ""
        suffix = "" if domains == ("totaal",) else "/" + "+".join(domains)
        return [f"{question}{option}@{one}{suffix}"
                for one in ([group] if group else self.oracle.groups)]

    def _hidden(self, name: str) -> bool:
        return self._shown[name].status == "te_weinig"

    def _value(self, name: str) -> Fraction | None:
        return None if self._hidden(name) else self.oracle[name].value

    def _values(self, names: list[str]) -> list[Fraction | None]:
        return [self._value(name) for name in names]

    def _gaps(self, left: str, right: str) -> tuple[list[str], list[Fraction | None]]:
        pairs = list(zip(self._names(left), self._names(right, within=left), strict=True))
        gaps = []
        for one, other in pairs:
            here, there = self._value(one), self._value(other)
            gaps.append(None if here is None or there is None else 100 * (here - there))
        return [name for pair in pairs for name in pair], gaps


def _digits(kind: str) -> Said:
    return Said(kind, (), None,
                lambda found: found.replace(".", "").replace(",", "").isdigit())


def narrate(cells: list[dict], wave: Path, claims: Path) -> dict[str, Said]:
    """Run the code cells of a notebook and return what it binds, by name."""
    narrator = Narrator(wave, claims)
    space: dict[str, object] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("participatiemonitor.book.chapter.open_chapter", lambda year: narrator)
        patch.setattr("participatiemonitor.book.appendix.open_appendix", lambda year: narrator)
        for cell in cells:
            if cell["cell_type"] == "code":
                exec(compile("".join(cell["source"]), cell["id"], "exec"), space)
    return narrator.words
