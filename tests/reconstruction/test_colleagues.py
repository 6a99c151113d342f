"""Exchanging answers until colleagues agree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from participatiemonitor.reconstruction.colleagues import exchanged, kappa

CODES = st.sampled_from("ab")
PEOPLE = st.lists(st.tuples(CODES, st.sampled_from(["a", "b", ""]), st.sampled_from([0, 1])),
                  min_size=1, max_size=30)


@given(st.lists(st.tuples(CODES, CODES), min_size=2, max_size=40))
def test_kappa_is_that_of_statsmodels(pairs):
    first, second = np.array(pairs).T
    table = np.array([[np.sum((first == one) & (second == other)) for other in "ab"]
                      for one in "ab"])
    if np.trace(table) == len(pairs):
        assert kappa(first, second) == 1
    else:
        assert kappa(first, second) == pytest.approx(cohens_kappa(table, return_results=False))


@given(PEOPLE, st.floats(0, 1))
def test_answers_change_hands_among_those_alike_and_never_for_less_agreement(people, aim):
    own, colleague, alike = map(np.array, zip(*people, strict=True))
    places = exchanged(own, colleague, alike, aim, np.random.default_rng(0))
    assert sorted(places) == list(range(len(own)))
    assert (alike[places] == alike).all()
    paired = colleague != ""
    assert (own[places] == colleague)[paired].sum() >= (own == colleague)[paired].sum()


def test_it_stops_as_soon_as_the_aim_is_reached():
    rng = np.random.default_rng(1)
    own, colleague = rng.choice(["a", "b"], (2, 400))
    places = exchanged(own, colleague, np.zeros(400), 0.55, rng)
    assert 0.55 <= kappa(own[places], colleague) < 0.57


def test_who_has_no_colleague_may_give_an_answer_away():
    places = exchanged(np.array(["a", "b"]), np.array(["b", ""]), np.zeros(2), 1,
                       np.random.default_rng(0))
    assert list(places) == [1, 0]
