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
CLASSES = ("hooguit_twee", "op_hooguit_twee_na_alle", "drie_aantallen")
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
        one = self.oracle[ref]
        if self.oracle.questions[question]["kind"] == "percentage":
            return (Fraction(half_up(100 * one.value), 100),) * 2
        if one.count <= CLASS:
            return Fraction(0), Fraction(CLASS, one.n)
        if one.count >= one.n - CLASS:
            return Fraction(one.n - CLASS, one.n), Fraction(1)
        return (one.value,) * 2

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
            Whether it does say nothing. This decides only about nets, and only where the results
            hide something of the same question and group.
        """
        refs = list(refs)
        rows = [self.row(ref) for ref in refs]
        if any(row and row["status"] not in (SHOWN, *CLASSES) for row in rows):
            return True
        return told and any(row is None and self._hides_some(ref)
                            for ref, row in zip(refs, rows, strict=True))

    def _hides_some(self, ref: str) -> bool:
        question, _, group, _ = split_ref(ref)
        return any(row["status"] != SHOWN for row in self.results.values()
                   if (row["question"], row["group"]) == (question, group))
