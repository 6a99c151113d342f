"""Registrations in order, and those that cannot be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.studies.ladder.registrations import (
    RUNGS,
    after_leaving,
    registrations,
    repeated,
)

FIRST = np.datetime64("2010-01-01")
ROWS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 20), st.integers(1, RUNGS + 1)),
                min_size=1, max_size=30)


def arrays(rows):
    person, day, state = np.array(rows).T
    return person, FIRST + day.astype("timedelta64[D]"), state


@given(ROWS)
def test_what_cannot_be_is_found_as_by_looking_at_each_pair(rows):
    person, day, state = arrays(rows)
    again = [place for place, one in enumerate(rows) if any(
        one[:2] == other[:2] for other in rows[:place])]
    gone = [place for place, one in enumerate(rows) if any(
        one[0] == other[0] and other[2] > RUNGS and one[1] > other[1] for other in rows)]
    assert repeated(person, day).tolist() == again
    assert after_leaving(person, day, state > RUNGS).tolist() == gone


@given(ROWS)
def test_order_keeps_each_registration(rows):
    person, day, state = arrays(rows)
    if len(repeated(person, day)) or len(after_leaving(person, day, state > RUNGS)):
        with pytest.raises(InputError):
            registrations(person, day, state)
        return
    found = registrations(person, day, state)
    assert [(name, (when - FIRST).astype(int), state + 1) for name, when, state in zip(
        found.people[found.person], found.day, found.state, strict=True)] == sorted(rows)
    assert found.end == day.max()
    assert found.first.tolist() == [min(row for row in rows if row[0] == name)[2] - 1
                                    for name in found.people]


def test_names_may_be_text_and_times_are_days():
    names = np.array(["b", "a", "b"], dtype=object)
    days = np.array(["2010-03-01T10:00", "2010-01-01T00:00", "2010-02-01T23:59"], "datetime64[ns]")
    found = registrations(names, days, np.array([2, 1, 7]) - np.array([0, 0, 6]))
    assert found.people.tolist() == ["a", "b"]
    assert found.person.tolist() == [0, 1, 1]
    assert found.day[1] == np.datetime64("2010-02-01")


@pytest.mark.parametrize(("rows", "says"), [
    ([(1, 0, 0)], "persoon 1 op 2010-01-01: een trede die de ladder niet heeft"),
    ([(1, 0, 8), (2, 0, 9)], "persoon 1 op 2010-01-01 (en 1 andere)"),
    ([(4, 2, 1), (4, 2, 3)], "persoon 4 op 2010-01-03: meer dan één registratie"),
    ([(4, 2, 7), (4, 3, 3)], "persoon 4 op 2010-01-04: een registratie na uitstroom")])
def test_what_is_wrong_is_said(rows, says):
    with pytest.raises(InputError) as raised:
        registrations(*arrays(rows))
    assert says in str(raised.value)
    assert "Verwacht: " in str(raised.value)


def test_no_registrations_are_refused():
    with pytest.raises(InputError, match="geen registraties"):
        registrations(np.array([]), np.array([], "datetime64[D]"), np.array([], int))
