"""Counts by themselves: exact, but for those near an end."""

import numpy as np

from participatiemonitor.estimation.disclosure.totals import tell
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.studies.persons.counts import computable


def test_what_is_computed_from_a_count_is_what_is_told_of_it():
    n = 12
    counts = np.arange(n + 1.0)
    found = computable(counts, np.full(n + 1, float(n)))
    for count, shown in zip(counts, found, strict=True):
        told = tell(int(count), n)
        if told.status == OK:
            assert shown == count
        else:
            low, high = told.between
            assert shown == (low + high) / 2


def test_of_a_small_base_nothing_is_told_and_of_time_only_few_are_a_class():
    assert np.isnan(computable(np.array([4.0]), np.array([9.0]))).all()
    assert computable(np.array([0.0, 2, 3, 50]), np.full(4, np.inf)).tolist() == [1, 1, 3, 50]
