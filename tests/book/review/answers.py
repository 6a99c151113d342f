"""The answers of a wave, and what is published of them.

Why something is hidden is not worked out again: of what ``results.csv`` hides a word may not
speak, and of what is shown there it must.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from oracle import Oracle, half_up, split_ref

SHOWN, HIDDEN = "ok", "te_weinig"
FEW, NEARLY_ALL, BAND = "hooguit_twee", "op_hooguit_twee_na_alle", "tussen_grenzen"
CLASSES = (FEW, NEARLY_ALL, BAND)
# A total of at most so many, or of all but so many at most, is told as that.
CLASS = 2


class Answers:
    """Quantities from the answers, and whether these may be shown.

    Parameters
    ----------
    wave : pathlib.Path
        The folder of the wave.
    results : pathlib.Path
        The published estimates.
    """

    def __init__(self, wave: Path, results: Path) -> None:
        self.oracle = Oracle(wave)
        with results.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        self.results = {(row["question"], row["option"], row["group"], row["domain"]): row
                        for row in rows}

    def value(self, ref: str) -> Fraction | None:
        """A share or a mean, as a fraction."""
        return self.oracle[ref].value

    def limits(self, ref: str) -> tuple[Fraction, Fraction]:
        """The lowest and the highest value that what is published leaves open.

        By size class it is what is published, with its noise; a net of a single choice, or of
        size classes, is the sum of its parts.
        """
        question, options, group, domains = split_ref(ref)
        if row := self.row(ref):
            return self._of_row(row)
        if question not in self.oracle.questions:
            return (self.value(ref),) * 2
        if domains != ("totaal",):
            parts = [self.results[question, option, group, domain] for option in options
                     for domain in self._shown_domains(domains)]
            n = sum(Fraction(part["n"]) for part in parts) / len(options)
            return (sum(Fraction(part["count"]) for part in parts) / n,) * 2
        if self.oracle.questions[question]["kind"] == "percentage":
            return (Fraction(half_up(100 * self.value(ref)), 100),) * 2
        low, high = self._net(ref)
        n = Fraction(self._totals(question, group)[options[0]]["n"])
        return low / n, min(high / n, Fraction(1))

    def _net(self, ref: str) -> tuple[int, int] | None:
        """The lowest and highest count of a net of totals; None where it may not be told."""
        question, options, group, _ = split_ref(ref)
        rows, entry = self._totals(question, group), self.oracle.questions[question]
        if not rows[options[0]]["n"]:
            return None
        n = int(rows[options[0]]["n"])
        most = n + self._unsure(question, group)
        ends = {option: (int(row["count_low"]), int(row["count_high"])) if row["count_low"]
                else (0, most) for option, row in rows.items()}
        others = [option for option in ends if option not in options]
        if entry["kind"] == "single" or others == [entry.get("exclusive")]:
            low = n - sum(ends[option][1] for option in others)
            high = most - sum(ends[option][0] for option in others)
            if entry["kind"] == "single":
                low = max(low, sum(ends[option][0] for option in options))
                high = min(high, sum(ends[option][1] for option in options))
        elif any(rows[option]["status"] not in (SHOWN, NEARLY_ALL) for option in options):
            return None
        else:
            low = high = int(self.oracle[ref].count)
        if low == high:
            return ((0, CLASS) if low <= CLASS else (n - CLASS, most) if low >= n - CLASS
                    else (low, high))
        return None if low <= 0 and high >= n else (max(low, 0), min(high, most))

    def _unsure(self, question: str, group: str) -> int:
        """How much higher the base may be, where who was asked is told within limits."""
        asked = [f"{name}.{'+'.join(options)}@{group}" for name, options in
                 self.oracle.questions[question].get("when", {}).items()]
        if not asked:
            return 0
        first, *_ = self.oracle.options(question)
        low, high = (min(ends) for ends in zip(*map(self._counts, asked), strict=True))
        return high - low if self.oracle[f"{question}.{first}@{group}"].n >= low else 0

    def _counts(self, ref: str) -> tuple[int, int]:
        """The lowest and highest count of a total."""
        row = self.row(ref)
        found = (self._net(ref) if row is None else
                 row["count_low"] and (int(row["count_low"]), int(row["count_high"])))
        question, _, group, _ = split_ref(ref)
        return found or (0, self.oracle[ref].n + self._unsure(question, group))

    def _totals(self, question: str, group: str) -> dict[str, dict[str, str]]:
        """What is published of the options of a question, of all respondents of a group."""
        return {option: self.results[question, option, group, "totaal"]
                for option in self.oracle.options(question)}

    def _of_row(self, row: dict[str, str]) -> tuple[Fraction, Fraction]:
        if row["measure"] != "share" or row["question"] not in self.oracle.questions:
            return (Fraction(row["value"]),) * 2
        n = Fraction(row["n"])
        return Fraction(row["count_low"]) / n, min(Fraction(row["count_high"]) / n, Fraction(1))

    def _shown_domains(self, domains: tuple[str, ...]) -> list[str]:
        """The domains by which results are shown that some size classes make up."""
        return [domain for domain in self.oracle.head["publication"]["domains"]
                if set(domain.split("+")) <= set(domains)]

    def row(self, ref: str) -> dict[str, str] | None:
        """The published estimate; None of a net of options, which the results do not list."""
        question, options, group, domains = split_ref(ref)
        return self.results.get((question, "+".join(options), group, "+".join(domains)))

    def must_be_silent(self, refs: Iterable[str], told: bool) -> bool:
        """Whether a word may say nothing of the size of some quantities.

        Parameters
        ----------
        refs : iterable of str
        told : bool
            Whether it does say nothing. This decides only about nets of means and by size class,
            and only where the results hide something of the same question and group.
        """
        refs = list(refs)
        rows = [self.row(ref) for ref in refs]
        if any(row and row["status"] not in (SHOWN, *CLASSES) for row in rows):
            return True
        nets = [ref for ref, row in zip(refs, rows, strict=True) if row is None]
        return any(self._net(ref) is None if self._is_total(ref) else
                   told and self._hides_some(ref) for ref in nets)

    def _is_total(self, ref: str) -> bool:
        """Whether a net is a count of all respondents of a group."""
        question, _, _, domains = split_ref(ref)
        entry = self.oracle.questions.get(question, {"kind": "percentage"})
        return domains == ("totaal",) and entry["kind"] != "percentage"

    def _hides_some(self, ref: str) -> bool:
        question, _, group, _ = split_ref(ref)
        return any(row["status"] != SHOWN for row in self.results.values()
                   if (row["question"], row["group"]) == (question, group))
