"""Tidy estimates: one row a quantity, with the number of answers it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.register import REGISTER, RESPONSE, register_estimate
from participatiemonitor.survey import Question, Wave

OK, EMPTY, NOT_ASKED = "ok", "geen_antwoorden", "niet_gevraagd"
COLUMNS = ("wave", "question", "option", "group", "domain", "measure", "n", "count", "value",
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
    n : int
        Respondents that answered the question: its base. Those who left it out are not in it.
    count : float
        Respondents that gave the answer; for a mean the sum of the answers.
    value : float
        `count` / `n`; shares and percentages as a fraction from 0 to 1. NaN without answers.
    status : str
        ``ok``, ``geen_antwoorden`` (asked, nobody answered) or ``niet_gevraagd``.
    """

    ref: Ref
    measure: str
    n: int
    count: float
    value: float
    status: str = OK

    @property
    def percent(self) -> float:
        """The value in percent, not rounded."""
        return 100 * self.value


class Estimates:
    """All quantities of a wave, computed when asked for.

    Parameters
    ----------
    wave : Wave
    """

    def __init__(self, wave: Wave) -> None:
        self.wave = wave
        self._indicators: dict[str, pd.DataFrame] = {}
        self._known: dict[Ref, Estimate] = {}

    def __getitem__(self, ref: Ref | str) -> Estimate:
        """Estimate one quantity.

        Parameters
        ----------
        ref : Ref or str
            A quantity of one group; as text in the form of `Ref.parse`.

        Returns
        -------
        Estimate

        Raises
        ------
        InputError
            When the question, option, group or domain does not exist; the message lists those
            that do.
        """
        ref = Ref.parse(ref) if isinstance(ref, str) else ref
        if ref not in self._known:
            self._check(ref)
            self._known[ref] = self._estimate(ref)
        return self._known[ref]

    def members(self, ref: Ref) -> pd.Series:
        """Which respondents belong to the group and domain of a quantity."""
        responses = self.wave.responses
        member = responses["group"].eq(ref.group)
        if ref.domain != ALL:
            member &= responses["stratum"].isin(ref.domains)
        return member

    def answers(self, ref: Ref) -> pd.Series:
        """The answers of a quantity: 1 or 0, or the number answered, without the missing ones.

        Returns
        -------
        pandas.Series
            Indexed by respondent. Percentages as fractions; a net of items of a percentage is
            their sum.
        """
        question = self.wave.codebook[ref.question]
        table = self._table(ref.question).loc[self.members(ref), list(ref.options)]
        table = table.dropna(how="any")
        if question.kind in ("percentage", "number"):
            return table.sum(axis=1) / (100 if question.kind == "percentage" else 1)
        return table.max(axis=1)

    def table(self) -> pd.DataFrame:
        """All single options of all questions, for each group, in total and by stratum.

        Returns
        -------
        pandas.DataFrame
            One row an estimate, with the columns `COLUMNS`, in codebook order.
        """
        return pd.DataFrame([self._row(ref) for ref in self.refs], columns=list(COLUMNS))

    @cached_property
    def refs(self) -> tuple[Ref, ...]:
        """The quantities that `table` lists."""
        info = self.wave.info
        domains = (ALL, *info.strata)
        listed = [Ref(REGISTER, option, group, domain)
                  for group in info.groups for option in ("organisaties", "gemeenten", "klanten")
                  for domain in domains]
        listed += [Ref(RESPONSE, option, group, domain)
                   for group in info.groups for option in ("organisaties", "gemeenten", "klanten")
                   for domain in domains]
        for question in self.wave.codebook.questions:
            listed += [Ref(question.id, option, group, domain)
                       for group in question.asked
                       for option in question.option_ids or ("",)
                       for domain in domains]
        return tuple(listed)

    def _row(self, ref: Ref) -> tuple[object, ...]:
        one = self[ref]
        return (self.wave.year, ref.question, ref.option, ref.group, ref.domain, one.measure,
                one.n, one.count, one.value, one.status)

    def _table(self, question: str) -> pd.DataFrame:
        if question not in self._indicators:
            self._indicators[question] = self.wave.indicators(question)
        return self._indicators[question]

    def _estimate(self, ref: Ref) -> Estimate:
        if ref.question in (REGISTER, RESPONSE):
            return Estimate(ref, *register_estimate(self.wave, ref))
        question = self.wave.codebook[ref.question]
        measure = "mean" if question.kind in ("percentage", "number") else "share"
        if ref.group not in question.asked:
            return Estimate(ref, measure, 0, 0, np.nan, NOT_ASKED)
        answers = self.answers(ref)
        n, count = len(answers), float(answers.sum())
        value = count / n if n else np.nan
        return Estimate(ref, measure, n, count, value, OK if n else EMPTY)

    def _check(self, ref: Ref) -> None:
        info, codebook = self.wave.info, self.wave.codebook
        _among(ref, "groep", ref.group, tuple(info.groups))
        # The total is not a stratum: it cannot be joined with one.
        domains = (ALL, *info.strata) if len(ref.domains) == 1 else tuple(info.strata)
        for domain in ref.domains:
            _among(ref, "domein", domain, domains)
        if ref.question in (REGISTER, RESPONSE):
            return
        _among(ref, "vraag", ref.question, tuple(one.id for one in codebook.questions))
        question: Question = codebook[ref.question]
        for option in ref.options:
            _among(ref, "optie", option, question.option_ids or ("",))


def _among(ref: Ref, kind: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        listed = ", ".join(known) or "geen"
        raise InputError(f"{ref}: de {kind} {value!r} bestaat niet; er zijn: {listed}.")
