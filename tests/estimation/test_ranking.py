"""What stands at the top, held against all answers that would have been published the same."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.estimation.disclosure.ranking import in_place
from participatiemonitor.estimation.estimates import HIDDEN, OK, Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.survey.codebook import Option, Question

N = 9
OPTIONS = ("a", "b", "c")


class Survey:
    """Answers of one group to one question of which some totals are hidden."""

    def __init__(self, wave, kind: str, counts: tuple[int, ...], hidden: frozenset[str],
                 small: int = 0) -> None:
        question = wave.codebook["taken"].model_copy(update={
            "id": "q", "kind": kind, "exclusive": None,
            "options": tuple(Option(id=one, nl=one, en=one) for one in OPTIONS)})
        self.wave = _Wave(wave.info, {"q": question})
        self._counts = dict(zip(OPTIONS, counts, strict=True))
        self._hidden = hidden
        # Among the small organisations the counts are shown: so many, all of whom gave it.
        self._small = small

    def __getitem__(self, ref: Ref) -> Estimate:
        if ref.domain == "klein" and self._small:
            return Estimate(ref, "share", self._small, self._small, 1.0, OK)
        count = self._counts[ref.option]
        if ref.option in self._hidden or ref.domain != "totaal":
            return Estimate(ref, "share", N, np.nan, np.nan, HIDDEN)
        return Estimate(ref, "share", N, count, count / N, OK)

    def larger(self, ref: Ref, level: int) -> bool:
        return self._counts[ref.option] > level

    def said(self) -> tuple:
        refs = [Ref("q", one, "sociale_dienst") for one in OPTIONS]
        named = [in_place(self, refs, rank) for rank in (1, 2, 3)]
        return tuple(one.ref.option if one else None for one in named)

    def shown(self) -> tuple:
        return tuple(None if one in self._hidden else self._counts[one] for one in OPTIONS)


class _Wave:
    def __init__(self, info, codebook: dict[str, Question]) -> None:
        self.info, self.codebook = info, codebook


def possible(kind: str):
    """All answers there can be: of a single choice the counts make up the base."""
    for counts in itertools.product(range(N + 1), repeat=len(OPTIONS)):
        if kind == "multiple" or sum(counts) == N:
            yield counts


@pytest.mark.parametrize(("kind", "hidden", "small"), [
    *(("multiple", frozenset(some), small)
      for some in ("a", "c", "ab", "bc", "abc") for small in (0, 2)),
    *(("single", frozenset(some), 0) for some in ("ab", "bc", "abc"))])
def test_what_is_said_of_the_places_never_fixes_a_hidden_count(mini_wave, kind, hidden, small):
    alike: dict[tuple, list] = {}
    for counts in possible(kind):
        if min(counts) < small:
            continue
        survey = Survey(mini_wave, kind, counts, hidden, small)
        alike.setdefault(survey.shown(), []).append((survey.said(), counts))
    told = 0
    for readings in alike.values():
        values = np.array([counts for _, counts in readings])
        for said in {said for said, _ in readings}:
            kept = np.array([one == said for one, _ in readings])
            for place, option in enumerate(OPTIONS):
                # What the shown counts leave open, no word may close.
                if option in hidden and np.ptp(values[:, place]):
                    assert np.ptp(values[kept][:, place]), (readings[0], said)
            told += any(said)
    assert told or len(hidden) == 3


@given(st.tuples(*[st.integers(0, N)] * 3), st.sets(st.sampled_from(OPTIONS)))
@settings(deadline=None)
def test_what_is_named_has_its_place_among_all_answers(mini_wave, counts, hidden):
    survey = Survey(mini_wave, "multiple", counts, frozenset(hidden))
    for rank, named in enumerate(survey.said(), start=1):
        if named:
            count = counts[OPTIONS.index(named)]
            assert sum(other > count for other in counts) < rank
            assert sum(other >= count for other in counts) >= rank
            assert count > 0
            assert named not in hidden


def test_without_hidden_answers_every_place_is_named(mini_wave):
    assert Survey(mini_wave, "multiple", (3, 5, 4), frozenset()).said() == ("b", "c", "a")
    assert Survey(mini_wave, "multiple", (3, 3, 0), frozenset()).said() == ("a", "b", None)
