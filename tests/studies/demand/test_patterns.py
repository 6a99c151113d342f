"""Combinations of profiles that rules allow, by hand and by trying."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.studies.demand.parser import parse
from participatiemonitor.studies.demand.patterns import possible_patterns
from participatiemonitor.studies.demand.profiles import Profile, match


def patterns(*rules):
    found = possible_patterns([Profile(rule, rule, parse(rule)) for rule in rules])
    return {"".join(name for name, held in zip("abcdefgh", one, strict=False) if held)
            for one in found.tolist()}


@pytest.mark.parametrize(("rules", "found"), [
    (("geslacht = vrouw", "geslacht = man"), {"", "a", "b"}),
    (("geslacht = vrouw", "geslacht != vrouw"), {"a", "b"}),
    (("leeftijd >= 50", "leeftijd >= 60"), {"", "a", "ab"}),
    (("leeftijd < 27", "leeftijd > 26"), {"a", "ab", "b"}),
    (("leeftijd <= 0",), {"", "a"}),
    (("belemmeringen heeft schulden", "belemmeringen >= 2"), {"", "a", "b", "ab"}),
    (("belemmeringen = 0", "belemmeringen heeft zorg"), {"", "a", "b"}),
    (("duur > 3 en duur < 2", "herkomst = elders"), {"", "b"}),
    (("huishouden in (paar, alleen)", "huishouden = paar"), {"", "a", "ab"}),
])
def test_by_hand(rules, found):
    assert patterns(*rules) == found


def test_too_many_to_try_are_none_and_all():
    rules = [f"belemmeringen heeft w{place}" for place in range(20)]
    found = possible_patterns([Profile(rule, rule, parse(rule)) for rule in rules])
    assert found.tolist() == [[False] * 20, [True] * 20]


ATOMS = ("leeftijd >= 50", "leeftijd < 27", "geslacht = vrouw", "niet geslacht = man", "duur > 2.5",
         "belemmeringen heeft zorg", "belemmeringen >= 2", "belemmeringen = 0")


@given(st.lists(st.tuples(st.sampled_from(ATOMS), st.sampled_from(("en", "of")),
                          st.sampled_from(ATOMS)), min_size=1, max_size=4), st.integers(0, 2**16))
@settings(max_examples=60, deadline=None)
def test_nobody_has_a_combination_that_is_not_found(rules, seed):
    """Clients drawn at random, of whom everything is known."""
    profiles = [Profile(str(place), "", parse(" ".join(rule))) for place, rule in enumerate(rules)]
    draw = np.random.default_rng(seed)
    words = np.array(["zorg", "schulden", "isolement"])
    people = pd.DataFrame({
        "age": draw.integers(0, 99, 60).astype(float),
        "sex": draw.choice(["man", "vrouw", "x"], 60),
        "household": "paar", "origin": "elders", "duration": draw.uniform(0, 6, 60).round(1),
        "barriers": [tuple(words[draw.random(3) < 0.5]) for _ in range(60)]})
    found = {tuple(one) for one in possible_patterns(profiles).tolist()}
    assert {tuple(one) for one in match(people, profiles).sure.tolist()} <= found
