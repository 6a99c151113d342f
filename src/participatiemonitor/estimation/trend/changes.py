"""The changes between two rounds, as far as they may be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import OBSERVED, OK, PUBLISHED, REASONS
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.trend.change import Change, Side
from participatiemonitor.estimation.trend.pairing import Pairing
from participatiemonitor.estimation.unprotected import unprotected
from participatiemonitor.survey.comparability import UNSAID, Comparison

KINDS = ("single", "multiple", "open", "percentage")


class Changes:
    """The changes between two rounds, computed when they are asked for.

    Parameters
    ----------
    earlier, later : Results
        Where one is a reconstruction, of a kind that knows what documents said of it.
    comparable : mapping of str to Comparison
        By question of the later round, how it relates to the earlier one; see
        `participatiemonitor.survey.comparability.comparability`.
    stayed : mapping of str to str
        Organisations that are still the same: the code in the earlier round by that in the later;
        see `participatiemonitor.survey.predecessors.stayed`.
    """

    def __init__(self, earlier: Results, later: Results, comparable: Mapping[str, Comparison],
                 stayed: Mapping[str, str]) -> None:
        self._earlier, self._later, self._comparable = earlier, later, comparable
        self._stayed = stayed
        self._pairing = cache(self._paired)

    def __iter__(self) -> Iterator[Change]:
        """All options of all questions that have shares, for each group that was asked."""
        for question in self._later.wave.codebook.questions:
            if question.kind in KINDS:
                for group in question.asked:
                    for option in question.option_ids or ("",):
                        yield self[Ref(question.id, option, group)]

    def __getitem__(self, ref: Ref) -> Change:
        """The change of one quantity of a group as a whole.

        Parameters
        ----------
        ref : Ref
            By its name in the later round.

        Returns
        -------
        Change

        Raises
        ------
        InputError
            When the later round does not have it, or it is of a size class.
        """
        later = self._side(self._later, replace(ref, source=self._later.id))
        if ref.domain != ALL:
            raise InputError(f"{ref}: de verandering is er alleen van een groep als geheel.")
        one = self._comparable[ref.question]
        before = replace(ref, question=one.was or ref.question, source=self._earlier.id)
        why = self._not_comparable(one, ref)
        if why:
            return Change(Side(before), later, why=why, alike=False)
        found = Change(self._side(self._earlier, before), later)
        for side in (found.earlier, found.later):
            if side.status not in ("", OK):
                return replace(found, why=f"In {side.ref.source} is hier geen aandeel te geven: "
                                          f"{REASONS.get(side.status, 'te weinig antwoorden')}.")
        drawn = [results.wave.info.reconstructed for results in (self._earlier, self._later)]
        return self._printed(found, drawn) if any(drawn) else self._tested(found)

    def _paired(self, group: str) -> Pairing:
        rounds = self._earlier, self._later
        bare = [unprotected(results, "trend") for results in rounds]
        return Pairing([results.door for results in rounds], bare, self._stayed, group)

    def _tested(self, found: Change) -> Change:
        refs = replace(found.earlier.ref, source=""), replace(found.later.ref, source="")
        told = self._pairing(refs[1].group).change(*refs)
        if told is None:
            return replace(found, why="Er zijn te weinig antwoorden om de verandering te schatten.")
        change, overlap, cautious = told
        shown = change.rounded() if self._later.door.protect else change
        return replace(found, weighted=shown, overlap=overlap, cautious=cautious,
                       standing=OBSERVED)

    @staticmethod
    def _printed(found: Change, drawn: list[bool]) -> Change:
        sides = [side for side, yes in zip((found.earlier, found.later), drawn, strict=True) if yes]
        silent = [side.ref.source for side in sides if not side.told]
        if silent:
            return replace(found, why=f"Van {' en '.join(silent)} is hierover niets gepubliceerd.")
        years = " en ".join(side.ref.source for side in sides)
        return replace(found, standing=PUBLISHED, why=f"Van {years} is alleen bekend wat er is "
                                                      "gepubliceerd; een toets kan daar niet op.")

    def _side(self, results: Results, ref: Ref) -> Side:
        here = replace(ref, source="")
        if results.wave.info.reconstructed:
            return Side.printed(ref, results[here], results.quote(here))
        return Side.observed(ref, results[here])

    def _not_comparable(self, one: Comparison, ref: Ref) -> str:
        year, info = self._earlier.id, self._later.wave.info
        if one.was is None:
            return one.reason or f"Deze vraag is in {year} niet gesteld."
        if one.change == UNSAID:
            return f"Of deze vraag met die van {year} is te vergelijken, zegt het codeboek niet."
        if one.comparable and ref.group not in one.groups:
            return f"Aan de {info.groups[ref.group].nl} is dit in {year} niet gevraagd."
        options = self._later.wave.codebook[ref.question].option_ids
        if one.comparable and not (options and set(ref.options) - set(one.options)):
            return ""
        return one.reason or f"De antwoorden zijn niet te vergelijken met die van {year}."
