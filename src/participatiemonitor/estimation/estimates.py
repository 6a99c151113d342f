"""Tidy estimates: one row a quantity, with the number of answers it rests on and its standing."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.estimation.design.weighting import NOTHING, Weighted
from participatiemonitor.estimation.refs import Ref

OK, EMPTY, NOT_ASKED, HIDDEN = "ok", "geen_antwoorden", "niet_gevraagd", "te_weinig"
# Of a total near its ends, and of what would tell it, only within which counts it lies.
FEW, NEARLY_ALL, BAND = "hooguit_twee", "op_hooguit_twee_na_alle", "tussen_grenzen"
CLASSES = (FEW, NEARLY_ALL, BAND)
# What a reader sees instead of a number.
REASONS = {EMPTY: "ontbreekt", NOT_ASKED: "niet gevraagd", HIDDEN: "te weinig antwoorden",
           FEW: "hooguit twee", NEARLY_ALL: "op hooguit twee na alle"}
# What a number rests on: a document printed it, respondents gave it, or it was drawn to fit.
PUBLISHED, OBSERVED, ASSUMED = "published", "observed", "assumed"
COLUMNS = ("source", "question", "option", "group", "domain", "measure", "n", "count",
           "count_low", "count_high", "count_noise", "value", "value_standing", "printed",
           "weighted", "weighted_se", "weighted_low", "weighted_high", "weighted_standing",
           "status")


@dataclass(frozen=True)
class Estimate:
    """One estimated quantity.

    Attributes
    ----------
    ref : Ref
        What it is an estimate of.
    measure : str
        ``share`` (of respondents), ``mean`` (of percentages or numbers answered) or ``count``.
    n : int or None
        Respondents that answered the question: its base. Those who left it out are not in it. None
        where the base itself is hidden: not 0, which says that nobody answered.
    count : float
        Respondents that gave the answer; for a mean the sum of the answers.
    value : float
        `count` / `n`, unweighted; shares and percentages as a fraction from 0 to 1.
    status : str
        ``ok``; else there is no number: ``geen_antwoorden`` (asked, nobody answered),
        ``niet_gevraagd``, ``te_weinig`` (hidden, and `n` as well when it is small itself), or one
        of `CLASSES`, where only `between` is told.
    weighted : Weighted
        The same for the frame as a whole, with standard error and interval; shares of
        organisations, percentages of clients. NaN where it does not exist or is hidden.
    standing, weighted_standing : str
        What `value`, with `n` and `count`, and what `weighted` rests on: `PUBLISHED`, `OBSERVED`
        or `ASSUMED`. No document printed a weighted figure.
    printed : str
        What a document printed of it, a number, a word or a band; empty when nothing.
    between : tuple of int, optional
        The lowest and the highest count that is possible, where `status` is one of `CLASSES`.
    noise : int
        How far `count` may lie from what was answered, either way: 0 for the total of a group.
    """

    ref: Ref
    measure: str
    n: int | None
    count: float
    value: float
    status: str = OK
    weighted: Weighted = NOTHING
    standing: str = OBSERVED
    weighted_standing: str = OBSERVED
    printed: str = ""
    between: tuple[int, int] | None = None
    noise: int = 0

    @property
    def percent(self) -> float:
        """The value in percent, not rounded."""
        return 100 * self.value

    @property
    def limits(self) -> tuple[float, float]:
        """The lowest and the highest value that is possible; NaN where nothing is told."""
        if self.between is None or not self.n:
            return self.value, self.value
        # The base may be told as its lowest: no share is more than all.
        return self.between[0] / self.n, min(self.between[1] / self.n, 1.0)

    def row(self, source: str) -> tuple[object, ...]:
        """The columns `COLUMNS`."""
        ref, weighted = self.ref, self.weighted
        return (source, ref.question, ref.option, ref.group, ref.domain, self.measure, self.n,
                self.count, *(self.between or (self.count, self.count)), self.noise, self.value,
                self.standing, self.printed, weighted.value, weighted.se, weighted.low,
                weighted.high, self.weighted_standing, self.status)
