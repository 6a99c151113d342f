"""What drives a range, by hand and as a property."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.demand.clients import from_counts
from participatiemonitor.studies.demand.demand import Provision, demands
from participatiemonitor.studies.demand.sensitivity import (
    demand_drivers,
    share_drivers,
    tornado,
)

CLIENTS = from_counts({"a": exact(100), "b": Limits(40, 60)}, exact(300))
NEEDS = {("p", "a"): Limits(10, 22, 12), ("p", "b"): Limits(0, 100)}


def drivers(find, users):
    return find(CLIENTS, NEEDS, demands(CLIENTS, [Provision("p", "", "", users)], NEEDS)[0])


def test_by_hand():
    """At their middles 12 + 25 = 37 need it."""
    found = drivers(demand_drivers, exact(100))
    assert [(one.name, one.at_low, one.at_high) for one in found] == [
        (("need", "b"), 12, 62), (("need", "a"), pytest.approx(35), pytest.approx(47)),
        (("count", "b"), pytest.approx(32), pytest.approx(42))]
    assert [one.length for one in found] == pytest.approx([50, 12, 10])


def test_users_count_for_a_share():
    found = drivers(share_drivers, Limits(20, 100, 50))
    assert [one.name for one in found] == [("users", "p"), ("need", "b"), ("need", "a"),
                                           ("count", "b")]
    assert (found[0].at_low, found[0].at_high) == pytest.approx((185, 37))
    assert (found[1].at_low, found[1].at_high) == pytest.approx((24, 124))


def test_users_of_whom_nothing_is_known_drive_all():
    found = drivers(share_drivers, Limits(0, math.inf))
    assert found[0].name == ("users", "p")
    assert found[0].length == math.inf


@given(st.dictionaries(st.text(max_size=3), st.tuples(st.floats(-9, 9), st.floats(0, 9)),
                       max_size=5))
def test_of_a_sum_each_swings_as_far_as_it_is_wide(given):
    inputs = {name: Limits(low, low + width) for name, (low, width) in given.items()}
    found = tornado(inputs, lambda numbers: sum(numbers.values()))
    assert {one.name for one in found} == {name for name, one in inputs.items()
                                           if one.low != one.high}
    lengths = [one.length for one in found]
    assert lengths == sorted(lengths, reverse=True)
    for one in found:
        assert one.length == pytest.approx(one.given.high - one.given.low, abs=1e-9)
