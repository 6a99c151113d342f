"""Clients by profile: from a file and from counts."""

import math

import numpy as np
import pytest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.clients import from_counts, from_file
from participatiemonitor.studies.demand.profiles import Matched

UNKNOWN = Limits(0, math.inf)


def test_a_file_is_counted_by_pattern():
    sure = np.array([[1, 0], [1, 0], [0, 0], [1, 1]], dtype=bool)
    possible = np.array([[1, 0], [1, 1], [0, 0], [1, 1]], dtype=bool)
    found = from_file(Matched(("a", "b"), sure, possible, ()))
    assert found.total == exact(4)
    assert found.counts == (exact(3), Limits(1, 2, 1))
    assert found.persons.sum() == 4
    assert len(found.persons) == 4


def test_counts_have_their_ends():
    found = from_counts({"a": exact(100), "b": Limits(50, 80), "c": UNKNOWN}, exact(400))
    # The last are no more than the others leave: 400 less 100 and 50.
    assert found.counts == (exact(100), Limits(50, 80), Limits(0, 250))
    assert (found.persons @ found.sure).tolist() == [100, 50, 0]
    assert (found.persons @ found.possible).tolist() == [100, 80, 250]


@pytest.mark.parametrize(("counts", "total", "words"), [
    ({"a": exact(60), "b": Limits(50, 70)}, exact(100), "ten minste 110 klanten, meer dan de 100"),
    ({}, exact(100), "geen profielen"),
    ({"a": exact(60)}, UNKNOWN, "onbekend of kan nul zijn"),
    ({"a": exact(0)}, exact(0), "onbekend of kan nul zijn")])
def test_counts_that_cannot_be_are_refused(counts, total, words):
    with pytest.raises(InputError, match=words):
        from_counts(counts, total)


def test_an_empty_file_is_refused():
    nobody = np.empty((0, 2), dtype=bool)
    with pytest.raises(InputError, match="geen profielen"):
        from_file(Matched((), np.empty((3, 0), dtype=bool), np.empty((3, 0), dtype=bool), ()))
    with pytest.raises(InputError, match="klantenbestand is leeg"):
        from_file(Matched(("a", "b"), nobody, nobody, ()))
