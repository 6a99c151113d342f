"""Results: the one way to the numbers of a wave, as far as they may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.door import Door
from participatiemonitor.estimation.estimates import COLUMNS, Estimate
from participatiemonitor.estimation.known import unknown_parts
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.ranking import in_place
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.survey.answered import Answered
from participatiemonitor.survey.wave import Wave

if TYPE_CHECKING:
    from participatiemonitor.estimation.trend.trend import Trend

WORDS = {"group": "groep", "domain": "grootteklasse", "question": "vraag", "option": "optie"}
Arguments = ParamSpec("Arguments")


@dataclass(frozen=True)
class Known:
    """What was computed already.

    Attributes
    ----------
    estimates : dict of Ref to Estimate
    analyses : dict of tuple of str to pandas.DataFrame
        By name of the analysis and its arguments.
    """

    estimates: dict[Ref, Estimate] = field(default_factory=dict)
    analyses: dict[tuple[str, ...], pd.DataFrame] = field(default_factory=dict)


class Results:
    """All quantities of a wave, computed when asked for, and hidden when they must be.

    Parameters
    ----------
    wave : Wave
    open_door : callable
        Opens the answers; called when something is asked for that is not known.
    known : Known, optional
        What was computed before.
    """

    def __init__(self, wave: Wave, open_door: Callable[[], Door], known: Known | None = None
                 ) -> None:
        self.wave = wave
        self.open_door = open_door
        self.known = known or Known()

    @property
    def trends(self) -> tuple[Trend, ...]:
        """It beside each of the rounds before, oldest first, where that was asked for."""
        return ()

    @property
    def id(self) -> str:
        """The name of the wave as a source of quantities."""
        return str(self.wave.year)

    @cached_property
    def door(self) -> Door:
        """The answers; see `participatiemonitor.estimation.unprotected` for who may pass."""
        return self.open_door()

    @property
    def shared(self) -> tuple[Wave, Callable[[], Door], Known]:
        """What other results need to be these with something added; the door opens once."""
        return self.wave, lambda: self.door, self.known

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
            When the source, question, option, group or domain does not exist; the message lists
            those that do.
        """
        ref = Ref.parse(ref) if isinstance(ref, str) else ref
        if ref.source not in ("", self.id):
            return self._elsewhere(ref)
        ref, known = replace(ref, source=""), self.known.estimates
        if ref not in known:
            self._check(ref)
            known[ref] = self.door.estimate(ref)
        return known[ref]

    def said(self, ref: Ref) -> tuple[float, float]:
        """The least and the most that a text may take a share to be; NaN where it may say none."""
        return self[ref].limits

    def said_gap(self, left: Ref, right: Ref) -> tuple[float, float]:
        """The least and the most that it may take two to differ, in percentage points."""
        one, other = self.said(left), self.said(right)
        return (round(100 * (one[0] - other[1]), 9), round(100 * (one[1] - other[0]), 9))

    def said_place(self, refs: Iterable[Ref], rank: int = 1) -> Estimate | None:
        """The quantity that it may name in a place; see `in_place`."""
        return in_place((self[ref] for ref in refs), rank)

    def quote(self, ref: Ref, _claim: str = "") -> Quote | None:
        """What documents said in place of the number; None where the number speaks for itself."""
        return None

    def quoted_limits(self, _ref: Ref) -> list[Quote]:
        """What documents said that bounds a share, likewise."""
        return []

    def quoted_count(self, _ref: Ref, _relation: str = "=") -> Quote | None:
        """What documents said of how many there are, or with *n* of the answers, likewise."""
        return None

    def quoted_place(self, _ref: Ref, _rank: int) -> Quote | None:
        """What documents said of the place of a quantity, likewise."""
        return None

    def quoted_degree(self, _left: Ref, _right: Ref) -> Quote | None:
        """What documents said of the difference of two, in place of a computed degree."""
        return None

    def once(self, analysis: Callable[Concatenate[Results, Arguments], pd.DataFrame],
             *args: Arguments.args, **named: Arguments.kwargs) -> pd.DataFrame:
        """The outcome of an analysis, computed when asked for the first time.

        Parameters
        ----------
        analysis : callable
            A function of `participatiemonitor.estimation.analyses`.
        *args, **named : str
            What it takes besides results.

        Returns
        -------
        pandas.DataFrame
        """
        key = (analysis.__name__, *map(str, args), *map(str, named.values()))
        if key not in self.known.analyses:
            self.known.analyses[key] = analysis(self, *args, **named)
        return self.known.analyses[key]

    def table(self) -> pd.DataFrame:
        """All single options of all questions, for each group, in total and by domain.

        Returns
        -------
        pandas.DataFrame
            One row an estimate, with the columns `COLUMNS`, in codebook order; ``n`` is missing
            where the base is hidden.
        """
        return pd.DataFrame([self[ref].row(self.id) for ref in self.refs],
                            columns=list(COLUMNS)).astype({"n": "Int64"})

    @cached_property
    def refs(self) -> tuple[Ref, ...]:
        """The quantities that `table` lists."""
        info = self.wave.info
        sizes = ("organisaties", "gemeenten", "klanten")
        listed = [Ref(question, option, group, domain) for question, group, option, domain in
                  product((REGISTER, RESPONSE), info.groups, sizes, (ALL, *info.strata))]
        for question in self.wave.codebook.questions:
            listed += [Ref(question.id, option, group, domain) for group, option, domain in
                       product(question.asked, question.option_ids or ("",),
                               (ALL, *info.publication.domains))]
        return tuple(listed)

    def _elsewhere(self, ref: Ref) -> Estimate:
        raise unknown_source(ref, [self.id])

    def _check(self, ref: Ref) -> None:
        for part, value, known in unknown_parts(ref, self.wave):
            listed = ", ".join(known) or "geen"
            raise InputError(f"{ref}: de {WORDS[part]} {value!r} bestaat niet; er zijn: {listed}.")


def unknown_source(ref: Ref, names: Iterable[str]) -> InputError:
    """The fault of a quantity whose source does not exist."""
    return InputError(f"{ref}: de bron {ref.source!r} bestaat niet; er zijn: {', '.join(names)}.")


def results_of(answered: Answered, key: bytes, *, protect: bool = True) -> Results:
    """Results computed from answers at hand; see `Door` for `key` and `protect`."""
    return Results(answered.public, lambda: Door(answered, key, protect=protect))
