"""Who fits which profile, against one client at a time, and how fast."""

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.demand.parser import parse
from participatiemonitor.studies.demand.profiles import Profile, match
from participatiemonitor.studies.demand.rules import FIELDS

from .rules_oracle import holds
from .test_rules import RULES

CLIENT = st.fixed_dictionaries({
    "age": st.sampled_from([None, 18, 50, 50.5, 64]),
    "sex": st.sampled_from([None, "Vrouw", "man"]),
    "household": st.sampled_from([None, "alleenstaande ouder", "paar"]),
    "origin": st.sampled_from([None, "50+", "é", "É", "12"]),
    "duration": st.sampled_from([None, 0, 3, 10]),
    "barriers": st.sampled_from([None, (), ("vrouw",), ("en", "12", "x")])})


def frame(clients):
    columns = {field: [client[field] for client in clients] for field in FIELDS}
    for field in ("age", "duration"):
        columns[field] = pd.array(columns[field], dtype="Float64")
    return pd.DataFrame(columns, columns=list(FIELDS))


def matched(clients, *texts):
    return match(clients, [Profile(f"p{place}", "", parse(text))
                           for place, text in enumerate(texts)])


def people(*rows):
    return frame([dict(zip(FIELDS, row, strict=True)) for row in rows])


@settings(max_examples=150)
@given(st.lists(RULES, min_size=1, max_size=3), st.lists(CLIENT, min_size=0, max_size=8))
def test_all_at_once_is_as_one_by_one(rules, clients):
    found = match(frame(clients), [Profile(str(place), "", rule)
                                   for place, rule in enumerate(rules)])
    truths = np.array([[holds(rule, client) for rule in rules] for client in clients],
                      dtype=object).reshape(len(clients), len(rules))
    assert np.array_equal(found.sure, truths == True)  # noqa: E712
    assert np.array_equal(found.possible, truths != False)  # noqa: E712


FOUR = people((55, "vrouw", "alleenstaand", "Nederland", 4, ("schulden",)),
              (55, "man", "paar", "Nederland", 1, ()),
              (30, "man", "paar", "Nederland", 1, ()),
              (None, "vrouw", "paar", "Nederland", 1, None))


def test_a_client_may_fit_several_profiles_or_none():
    found = matched(FOUR, "leeftijd >= 50", "geslacht = vrouw", "belemmeringen heeft schulden")
    assert found.counts() == {"p0": Limits(2, 3, 2), "p1": exact(2), "p2": Limits(1, 2, 1)}
    assert found.several() == Limits(1, 2, 1)
    assert found.none() == exact(1)


def test_what_is_not_known_may_be():
    found = matched(FOUR, "niet leeftijd >= 50", "belemmeringen >= 1 en leeftijd < 40")
    assert found.counts()["p0"] == Limits(1, 2, 1)
    assert found.counts()["p1"] == Limits(0, 1, 0)
    assert found.none() == Limits(2, 3, 3)


def test_words_that_no_client_has_are_told():
    found = matched(FOUR, "huishouden = allenstaand of geslacht in (man, x)",
                    "belemmeringen heeft schulden")
    assert found.unseen == (("p0", "household", "allenstaand"), ("p0", "sex", "x"))


@pytest.fixture(scope="module")
def many():
    random = np.random.default_rng(16)
    size = 20_000
    barriers = np.array(["psychisch", "fysiek", "gedrag", "schulden", "zorg", "isolement"])
    held = random.random((size, len(barriers))) < 0.25
    clients = pd.DataFrame({
        "age": random.integers(18, 66, size).astype(float),
        "sex": random.choice(["vrouw", "man"], size),
        "household": random.choice(["alleenstaand", "alleenstaande ouder", "paar"], size),
        "origin": random.choice(["Nederland", "elders"], size),
        "duration": random.exponential(4, size),
        "barriers": [tuple(barriers[row]) for row in held]})
    return clients.mask(random.random((size, 6)) < 0.02, None)


def test_twenty_thousand_clients_take_less_than_a_second(many):
    texts = ['huishouden = "alleenstaande ouder" en leeftijd < 45', "leeftijd < 27 en duur > 1",
             "belemmeringen heeft psychisch",
             "belemmeringen heeft gedrag en belemmeringen heeft schulden",
             "herkomst = elders en duur >= 3", "leeftijd >= 50 en geslacht = vrouw",
             "leeftijd >= 50 en geslacht = man", "belemmeringen >= 3",
             "niet (leeftijd >= 50 of geslacht = man)"]
    start = time.perf_counter()
    found = matched(many, *texts)
    assert time.perf_counter() - start < 1
    assert 0 < found.none().low < found.none().high < len(many)
