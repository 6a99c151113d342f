"""Tidy estimates: one row a quantity, with the number of answers it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.answers import Answers, collect
from participatiemonitor.estimation.design.weighting import NOTHING, GroupDesign, Weighted
from participatiemonitor.estimation.disclosure.protection import Protection
from participatiemonitor.estimation.known import unknown_parts
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.register import REGISTER, RESPONSE, register_estimate
from participatiemonitor.survey import Wave

OK, EMPTY, NOT_ASKED, HIDDEN = "ok", "geen_antwoorden", "niet_gevraagd", "te_weinig"
# What a reader sees instead of a number.
REASONS = {EMPTY: "ontbreekt", NOT_ASKED: "niet gevraagd", HIDDEN: "te weinig antwoorden"}
WORDS = {"group": "groep", "domain": "domein", "question": "vraag", "option": "optie"}
COLUMNS = ("wave", "question", "option", "group", "domain", "measure", "n", "count", "value", "se",
           "low", "high", "weighted", "step", "status", "data")


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
    """

    ref: Ref
    measure: str
    n: int | None
    count: float
    value: float
    status: str = OK
    weighted: Weighted = NOTHING

    @property
    def percent(self) -> float:
        """The value in percent, not rounded."""
        return 100 * self.value


class Estimates:
    """All quantities of a wave, computed when asked for, and hidden when they must be.

    Parameters
    ----------
    wave : Wave
    protect : bool
        False shows everything, unrounded: for the owner of the answers, never for a publication.
    """

    def __init__(self, wave: Wave, *, protect: bool = True) -> None:
        self.wave = wave
        self.protect = protect
        self._collected: dict[tuple[str, str], Answers] = {}
        self._known: dict[Ref, Estimate] = {}
        self._designs = {group: GroupDesign(wave, group) for group in wave.info.groups}
        self._protection = Protection(wave, self._collect, self._designs)

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

    def answers(self, ref: Ref) -> pd.Series:
        """The answers of a quantity, not protected: 1 or 0, or the amount as a fraction.

        Parameters
        ----------
        ref : Ref

        Returns
        -------
        pandas.Series
            By respondent of the group and domain, without the missing ones. A net of items of a
            percentage is their sum, another net holds who gave any of them.
        """
        given = self._collect(ref.question, ref.group)
        here = given.within(self._strata(ref))
        index = self.wave.members(ref.group).index
        return pd.Series(given.column(ref.options)[here], index[here])

    def table(self) -> pd.DataFrame:
        """All single options of all questions, for each group, in total and by domain.

        Returns
        -------
        pandas.DataFrame
            One row an estimate, with the columns `COLUMNS`, in codebook order. ``data`` says in
            every row, and so in every download, whether the answers are a reconstruction; ``n``
            is missing where the base is hidden.
        """
        return pd.DataFrame([self._row(ref) for ref in self.refs],
                            columns=list(COLUMNS)).astype({"n": "Int64"})

    @cached_property
    def refs(self) -> tuple[Ref, ...]:
        """The quantities that `table` lists."""
        info = self.wave.info
        strata = (ALL, *info.strata)
        domains = (ALL, *info.publication.domains)
        listed = [Ref(REGISTER, option, group, domain)
                  for group in info.groups for option in ("organisaties", "gemeenten", "klanten")
                  for domain in strata]
        listed += [Ref(RESPONSE, option, group, domain)
                   for group in info.groups for option in ("organisaties", "gemeenten", "klanten")
                   for domain in strata]
        for question in self.wave.codebook.questions:
            listed += [Ref(question.id, option, group, domain)
                       for group in question.asked
                       for option in question.option_ids or ("",)
                       for domain in domains]
        return tuple(listed)

    def _row(self, ref: Ref) -> tuple[object, ...]:
        one = self[ref]
        return (self.wave.year, ref.question, ref.option, ref.group, ref.domain, one.measure,
                one.n, one.count, one.value, one.weighted.se, one.weighted.low,
                one.weighted.high, one.weighted.value, one.weighted.step, one.status,
                self.wave.info.status)

    def _collect(self, question: str, group: str) -> Answers:
        key = (question, group)
        if key not in self._collected:
            self._collected[key] = collect(self.wave, question, group)
        return self._collected[key]

    def _strata(self, ref: Ref) -> tuple[int, ...] | None:
        order = list(self.wave.info.strata)
        return None if ref.domain == ALL else tuple(map(order.index, ref.domains))

    def _estimate(self, ref: Ref) -> Estimate:
        if ref.question in (REGISTER, RESPONSE):
            # Who took part is public; what they answered is not.
            return Estimate(ref, *register_estimate(self.wave, ref))
        question = self.wave.codebook[ref.question]
        measure = "mean" if question.kind in ("percentage", "number") else "share"
        if ref.group not in question.asked:
            return Estimate(ref, measure, 0, 0, np.nan, NOT_ASKED)
        given = self._collect(ref.question, ref.group)
        values, here = given.column(ref.options), given.within(self._strata(ref))
        n, count = int(here.sum()), float(values[here].sum())
        if self.protect and self._protection.hides_base(ref):
            return Estimate(ref, measure, None, np.nan, np.nan, HIDDEN)
        if not n:
            return Estimate(ref, measure, 0, 0, np.nan, EMPTY)
        if self.protect and self._protection.hides(ref):
            shown = n if n >= self.wave.info.publication.minimum_base else None
            return Estimate(ref, measure, shown, np.nan, np.nan, HIDDEN)
        step = self._protection.step(ref) if self.protect else 0.0
        if step is None:
            return Estimate(ref, measure, n, count, count / n)
        weighted = self._designs[ref.group].estimate(
            values, here, given.resolved, domain=ref.domain,
            by_clients=question.kind == "percentage")
        return Estimate(ref, measure, n, count, count / n, OK,
                        weighted.rounded(step) if step else weighted)

    def _check(self, ref: Ref) -> None:
        for field, value, known in unknown_parts(ref, self.wave):
            listed = ", ".join(known) or "geen"
            raise InputError(f"{ref}: de {WORDS[field]} {value!r} bestaat niet; er zijn: {listed}.")
