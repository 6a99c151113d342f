"""The answers of a wave, and what is published of them.

Why something is hidden is not worked out again: of what ``results.csv`` hides a word may not
speak, and of what is shown there it must.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from oracle import Oracle, split_ref

SHOWN, HIDDEN = "ok", "te_weinig"


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
        if any(row and row["status"] != SHOWN for row in rows):
            return True
        return told and any(row is None and self._hides_some(ref)
                            for ref, row in zip(refs, rows, strict=True))

    def _hides_some(self, ref: str) -> bool:
        question, _, group, _ = split_ref(ref)
        return any(row["status"] != SHOWN for row in self.results.values()
                   if (row["question"], row["group"]) == (question, group))
