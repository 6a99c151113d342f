"""Clients as they may be told: intervals that hold what the file says."""

from collections import Counter, defaultdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.documents.printed.limits import exact
from participatiemonitor.studies.demand.clients import from_file
from participatiemonitor.studies.demand.potential import potential
from participatiemonitor.studies.demand.profiles import Matched
from participatiemonitor.studies.demand.told import told_clients, told_exactly


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


@pytest.mark.parametrize(("kinds", "persons"), [(3, 20), (4, 22), (5, 17)])
def test_whoever_tries_all_tables_finds_many_values_of_what_is_not_told(kinds, persons):
    """Every table of so many persons; those that are told alike are all that somebody knows."""
    alike = defaultdict(list)
    for bars in combinations(range(persons + kinds - 1), kinds - 1):
        counts = np.diff([-1, *bars, persons + kinds - 1]) - 1
        exact = told_exactly(counts.tolist())
        alike[tuple(np.where(exact, counts, -1).tolist())].append(counts)
    for told, tables in alike.items():
        for column in np.array(tables).T[np.array(told) < 0]:
            found = Counter(column.tolist())
            assert len(found) >= 6
            assert max(found.values()) / len(tables) < 0.4
            assert {0, 1, 2} <= found.keys()


def test_hundreds_of_kinds_that_nobody_is_of_leave_the_others_told():
    # The smallest other goes with them: 100 together, of which 120 and 300 are told apart.
    exact = told_exactly([*[0] * 300, *[1] * 40, 60, 120, 300])
    assert np.flatnonzero(exact).tolist() == [341, 342]
