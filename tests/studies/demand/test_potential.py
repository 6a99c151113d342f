"""The demand of who may be of several profiles, against linear programmes and by hand."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.demand.clients import from_counts, from_file
from participatiemonitor.studies.demand.potential import demand_at, potential
from participatiemonitor.studies.demand.profiles import Matched

PERCENT = st.integers(0, 100)
INTERVALS = st.tuples(PERCENT, PERCENT).map(lambda ends: Limits(min(ends), max(ends)))


def of_file(sure, possible=None):
    sure = np.array(sure, dtype=bool)
    possible = sure if possible is None else sure | np.array(possible, dtype=bool)
    return from_file(Matched(tuple("abcd"[:sure.shape[1]]), sure, possible, ()))


def subsets(items):
    items = list(items)
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


def programme(clients, needs):
    """The fewest and most persons in need, over all ways in which they can be so.

    A person of a cell is of some profiles, and in need for some of these; of each profile a part
    between both ends is.
    """
    ways = [(cell, set(extra) | set(fixed), set(reasons))
            for cell in range(len(clients.persons))
            for fixed in [np.flatnonzero(clients.sure[cell])]
            for extra in subsets(np.flatnonzero(clients.possible[cell] & ~clients.sure[cell]))
            for reasons in subsets(set(extra) | set(fixed))]
    cost = np.array([float(bool(reasons)) for _, _, reasons in ways])
    equal = np.array([[float(cell == place) for cell, _, _ in ways]
                      for place in range(len(clients.persons))])
    rows = []
    for profile, need in enumerate(needs):
        for sign, end in ((-1, need.low), (1, need.high)):
            rows.append([sign * ((profile in reasons) - end / 100 * (profile in of))
                         for _, of, reasons in ways])
    ends = []
    for direction in (1, -1):
        found = linprog(direction * cost, A_ub=rows, b_ub=np.zeros(len(rows)), A_eq=equal,
                        b_eq=clients.persons)
        assert found.status == 0
        ends.append(direction * found.fun)
    return ends


MEMBERS = st.lists(st.tuples(*[st.sampled_from([0, 1])] * 3), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(MEMBERS, MEMBERS, st.tuples(INTERVALS, INTERVALS, INTERVALS))
def test_no_way_of_being_in_need_lies_outside(sure, possible, needs):
    size = min(len(sure), len(possible))
    clients = of_file(sure[:size], possible[:size])
    least, most = programme(clients, needs)
    found = potential(clients, needs)
    assert found.low <= least + 1e-6
    assert found.high >= most - 1e-6


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from([0, 1])] * 2), min_size=1, max_size=8),
       st.tuples(INTERVALS, INTERVALS))
def test_of_two_profiles_the_ends_are_reached(sure, needs):
    clients = of_file(sure)
    found = potential(clients, needs)
    assert [found.low, found.high] == pytest.approx(programme(clients, needs), abs=1e-6)


@given(MEMBERS, MEMBERS, st.tuples(PERCENT, PERCENT, PERCENT))
def test_the_value_lies_between_the_ends(sure, possible, shares):
    size = min(len(sure), len(possible))
    found = potential(of_file(sure[:size], possible[:size]), [exact(one) for one in shares])
    assert found.low - 1e-9 <= found.value <= found.high + 1e-9


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), INTERVALS), min_size=1,
                max_size=4))
def test_apart_profiles_add_up_as_intervals(rows):
    counts = {str(place): Limits(low, low + more) for place, (low, more, _) in enumerate(rows)}
    found = potential(from_counts(counts, exact(10_000)), [need for *_, need in rows])
    expected = sum((count * need / exact(100) for count, need
                    in zip(counts.values(), (need for *_, need in rows), strict=True)), exact(0))
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


def test_somebody_of_two_profiles_is_counted_once():
    """Ten of a, ten of b, six of both: 50% and 20%, so 5 and 2 in need."""
    clients = of_file([[1, 0]] * 4 + [[1, 1]] * 6 + [[0, 1]] * 4)
    found = potential(clients, [exact(50), exact(20)])
    assert (found.low, found.high) == (5, 7)
    assert found.value == pytest.approx(4 * 0.5 + 6 * (1 - 0.5 * 0.8) + 4 * 0.2)


def test_no_more_need_it_than_there_are():
    assert potential(of_file([[1, 1]] * 10), [exact(80), exact(70)]).high == 10
    clients = from_counts({"a": Limits(0, 90), "b": Limits(0, 90)}, exact(100))
    assert potential(clients, [exact(100), exact(100)]) == Limits(0, 100)


def test_a_value_needs_only_what_counts():
    clients = from_counts({"a": exact(10), "b": exact(0), "c": Limits(1, 5)}, exact(100))
    assert potential(clients, [exact(50), Limits(0, 100), exact(0)]).value == 5
    assert potential(clients, [Limits(0, 100), exact(0), exact(0)]).value is None


@given(MEMBERS, st.tuples(PERCENT, PERCENT, PERCENT), st.integers(0, 2), st.floats(0, 1))
def test_more_clients_never_need_less(sure, shares, profile, part):
    clients = of_file(sure, [[1, 1, 1]] * len(sure))
    low = np.array([one.low for one in clients.counts])
    assume(clients.counts[profile].high > low[profile])
    more = low.copy()
    more[profile] += part * (clients.counts[profile].high - low[profile])
    assert demand_at(clients, more, np.array(shares, float)) >= demand_at(
        clients, low, np.array(shares, float)) - 1e-9
