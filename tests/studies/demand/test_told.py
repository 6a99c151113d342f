"""Clients as they may be told: intervals that hold what the file says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.documents.printed.limits import exact
from participatiemonitor.studies.demand.clients import from_file
from participatiemonitor.studies.demand.potential import potential
from participatiemonitor.studies.demand.profiles import Matched
from participatiemonitor.studies.demand.told import told_clients


def some(*names):
    """The combinations of profiles that there can be."""
    return np.array([[profile in one for profile in "abc"] for one in names])


ALL = some("", "a", "b", "c", "ab", "abc", "bc", "ac")


def of(patterns):
    """Clients of a file, by the profiles of each pattern and how many have it."""
    rows = np.array([[profile in names for profile in "abc"]
                     for names, persons in patterns.items() for _ in range(persons)])
    return from_file(Matched(("a", "b", "c"), rows, rows, ()))


def test_patterns_of_persons_enough_are_told_exactly():
    clients = of({"a": 40, "b": 30, "abc": 12, "": 20})
    told = told_clients(clients, some("a", "b", "abc", ""))
    assert told.counts == clients.counts
    assert told.persons.tolist() == clients.persons.tolist()


def test_patterns_of_one_or_two_are_told_with_the_smallest_other():
    told = told_clients(of({"a": 40, "b": 30, "ab": 12, "abc": 1, "": 20}),
                        some("a", "b", "ab", "abc", ""))
    assert sorted(told.persons) == [13, 20, 30, 40]
    rest = told.persons == 13
    assert told.sure[rest].tolist() == [[True, True, False]]
    assert told.possible[rest].tolist() == [[True, True, True]]
    assert [(one.low, one.high) for one in told.counts] == [(53, 53), (43, 43), (0, 13)]
    assert told.counts[2].value == 6.5


def test_of_too_few_clients_nothing_is_told():
    assert told_clients(of({"a": 5, "b": 4}), ALL) is None
    assert told_clients(of({"a": 12}), some("a")).persons.tolist() == [12]


@given(st.dictionaries(st.sampled_from(["", "a", "b", "c", "ab", "bc", "abc"]),
                       st.integers(1, 40), min_size=2), st.tuples(*[st.integers(0, 100)] * 3))
@settings(max_examples=60, deadline=None)
def test_what_is_told_holds_what_is_so(patterns, needs):
    clients = of(patterns)
    told = told_clients(clients, ALL)
    if told is None:
        assert sum(patterns.values()) < 10
        return
    assert told.persons.sum() == told.total.value == sum(patterns.values())
    for true, shown in zip(clients.counts, told.counts, strict=True):
        assert shown.low <= true.low and true.high <= shown.high
        assert shown.low <= shown.value <= shown.high
    shares = [exact(float(one)) for one in needs]
    true, shown = potential(clients, shares), potential(told, shares)
    assert shown.low <= true.low + 1e-9 and true.high <= shown.high + 1e-9
    assert shown.low - 1e-9 <= shown.value <= shown.high + 1e-9


@pytest.mark.parametrize("few", [0, 1])
@pytest.mark.parametrize("pattern", ["c", "ab"])
def test_how_many_there_are_of_a_pattern_of_few_is_not_told(few, pattern):
    """The cell of classes and the band beside them is the same for nobody, for one and for two."""
    one, other = (told_clients(of({"a": 40, "b": 30 - more, pattern: more, "": 50}), ALL)
                  for more in (few, 2))
    for field in ("persons", "sure", "possible"):
        assert getattr(one, field).tolist() == getattr(other, field).tolist()
    assert one.counts == other.counts
