"""Clients by profile from what consultants think and samples show."""

import pytest
from scipy.stats import binomtest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.estimates import consulted, from_sample, from_shares


def test_estimates_are_shares_of_all_clients():
    found = from_shares({"a": exact(25), "b": Limits(10, 15)}, Limits(1000, 1200))
    assert found.counts == (Limits(250, 300, None), Limits(100, 180))
    assert found.total == Limits(1000, 1200)


@pytest.mark.parametrize(("estimates", "together"), [
    ([exact(10), exact(20)], Limits(10, 20, 15)), ([Limits(5, 12, 10)], Limits(5, 12, 10)),
    ([exact(10), Limits(5, 8)], Limits(5, 10))])
def test_consultants_together(estimates, together):
    assert consulted(estimates) == together


def test_a_sample_has_exact_intervals():
    found = from_sample({"a": 12, "b": 0}, 80, exact(2000))
    ends = binomtest(12, 80).proportion_ci(method="exact")
    count = found.counts[0]
    assert (count.low, count.value, count.high) == pytest.approx(
        (2000 * ends.low, 300, 2000 * ends.high))
    assert (found.counts[1].low, found.counts[1].value) == (0, 0)


@pytest.mark.parametrize(("counts", "size"), [({"a": 5, "b": 6}, 10), ({"a": -1}, 10), ({}, 0)])
def test_a_sample_that_cannot_be_is_refused(counts, size):
    with pytest.raises(InputError, match="steekproef van"):
        from_sample(counts, size, exact(100))
