"""Tidy estimates: one row a quantity, with the number of answers it rests on and its standing."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.estimation.design.weighting import NOTHING, Weighted
from participatiemonitor.estimation.refs import Ref

OK, EMPTY, NOT_ASKED, HIDDEN = "ok", "geen_antwoorden", "niet_gevraagd", "te_weinig"
# What a reader sees instead of a number.
REASONS = {EMPTY: "ontbreekt", NOT_ASKED: "niet gevraagd", HIDDEN: "te weinig antwoorden"}
# What a number rests on: a document printed it, respondents gave it, or it was drawn to fit.
PUBLISHED, OBSERVED, ASSUMED = "published", "observed", "assumed"
COLUMNS = ("source", "question", "option", "group", "domain", "measure", "n", "count", "value",
           "value_standing", "printed", "weighted", "weighted_se", "weighted_low",
           "weighted_high", "weighted_step", "weighted_standing", "status")


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
        ``niet_gevraagd``, or ``te_weinig`` (hidden, and `n` as well when it is small itself).
    weighted : Weighted
        The same for the frame as a whole, with standard error and interval; shares of
        organisations, percentages of clients. NaN where it does not exist or is hidden.
    standing, weighted_standing : str
        What `value`, with `n` and `count`, and what `weighted` rests on: `PUBLISHED`, `OBSERVED`
        or `ASSUMED`. No document printed a weighted figure.
    printed : str
        What a document printed of it, a number, a word or a band; empty when nothing.
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

    @property
    def percent(self) -> float:
        """The value in percent, not rounded."""
        return 100 * self.value

    def row(self, source: str) -> tuple[object, ...]:
        """The columns `COLUMNS`."""
        ref, weighted = self.ref, self.weighted
        return (source, ref.question, ref.option, ref.group, ref.domain, self.measure, self.n,
                self.count, self.value, self.standing, self.printed, weighted.value, weighted.se,
                weighted.low, weighted.high, weighted.step, self.weighted_standing, self.status)
