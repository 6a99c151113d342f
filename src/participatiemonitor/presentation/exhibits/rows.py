"""A row of an exhibit: one estimate, with its labels and with what documents said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import ASSUMED, Estimate
from participatiemonitor.estimation.quotes import NOTHING, Quote
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.caveats import SIGN
from participatiemonitor.presentation.exhibits.labels import (
    FRAME_QUESTIONS,
    estimate_label,
    told_label,
)


@dataclass(frozen=True)
class Row:
    """One estimate, with its labels as readers know them.

    Attributes
    ----------
    question, short : str
        As it was put, and by name.
    answer, group, domain : str
    estimate : Estimate
        Protected, as all that is published.
    quote : Quote or None
        What documents said of it, where that stands for the number.
    n_sign, count_sign : str
        What stands after its base, and after its count, where no document printed these.
    """

    question: str
    short: str
    answer: str
    group: str
    domain: str
    estimate: Estimate
    quote: Quote | None = None
    n_sign: str = ""
    count_sign: str = ""

    @property
    def label(self) -> str:
        """The percentage, or why there is none; of one that was made up what a document says."""
        return told_label(self.estimate, self.quote)

    @property
    def cell(self) -> str:
        """The label in a table, where a number that was made up stands with its sign."""
        return self.label or f"{estimate_label(self.estimate)}{SIGN}"

    @property
    def assumed(self) -> bool:
        """Whether the number was made up."""
        return self.estimate.standing == ASSUMED


def labelled(source: Results, ref: Ref) -> Row:
    """An estimate with its labels."""
    wave, estimate = source.wave, source[ref]
    info = wave.info
    question, short, answer = FRAME_QUESTIONS.get(ref.question, ""), "", ref.option
    if not question:
        asked = wave.codebook[ref.question]
        question, short = asked.nl, asked.short
        answer = answer and asked.option(answer).nl
    domain = dutch.enumeration(domain if domain == ALL else info.strata[domain].nl
                               for domain in ref.domains)
    return Row(question, short, answer, info.groups[ref.group].nl, domain, estimate,
               source.quote(ref), *_signs(source, ref))


def _signs(source: Results, ref: Ref) -> Iterator[str]:
    """The sign of what was made up after the base and the count of a quantity, or nothing."""
    base = (source.quoted_count(replace(ref, question=REGISTER)) if ref.question == RESPONSE
            else source.quoted_count(ref, "n"))
    yield from (SIGN if quote == NOTHING else "" for quote in (base, source.quoted_count(ref)))
