"""Standardised differences of groups, against R."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.studies.ladder.balance import THRESHOLD, Balance, balance


def test_differences_are_those_of_r(golden):
    persons = golden("persons")
    member = persons["member"].to_numpy()
    found = balance(persons.drop(columns="member"), member)
    expected = golden("balance").set_index("covariate")["difference"]
    for one in found:
        assert one.difference == pytest.approx(expected[one.covariate], rel=1e-9)
    assert [(one.members, one.others) for one in found] == [(59, 89), (60, 90), (60, 90)]


@given(st.lists(st.booleans(), min_size=2, max_size=40), st.integers(0, 2**32 - 1))
def test_yes_and_no_is_the_formula_of_austin(member, seed):
    member = np.array(member)
    answers = np.random.default_rng(seed).random(len(member)) < 0.4
    found, = balance(pd.DataFrame({"x": answers}), member)
    if member.all() or not member.any():
        assert np.isnan(found.difference)
        return
    one, other = answers[member].mean(), answers[~member].mean()
    spread = np.sqrt((one * (1 - one) + other * (1 - other)) / 2)
    expected = 0 if one == other else abs(one - other) / spread if spread else np.inf
    assert found.difference == pytest.approx(expected)


def test_the_difference_of_numbers_has_a_sign():
    frame = pd.DataFrame({"age": [40, 50, 42, 52], "same": [1, 2, 1, 2]})
    older, same = balance(frame, np.array([False, False, True, True]))
    younger, _ = balance(frame, np.array([True, True, False, False]))
    assert older.difference == -younger.difference == pytest.approx(2 / np.sqrt(50))
    assert same.difference == 0
    assert same.alike
    assert not older.alike


def test_names_of_categories_and_their_order_do_not_matter():
    rng = np.random.default_rng(22)
    kinds, member = rng.integers(4, size=200), rng.random(200) < 0.4
    names = pd.Series(list("dacb"))[kinds].to_numpy()
    one, other = balance(pd.DataFrame({"text": names, "number": kinds.astype(str)}), member)
    assert one.difference == pytest.approx(other.difference)


@pytest.mark.parametrize(("values", "difference"), [
    (["a", "a", "b", "b"], np.inf), (["a", "b", "c", "c"], np.inf), (["a", "a", "a", "a"], 0),
    ([1, 1, 3, 3], -np.inf), ([None, None, "a", "b"], np.nan)])
def test_what_is_all_alike_or_not_known(values, difference):
    found, = balance(pd.DataFrame({"x": values}), np.array([True, True, False, False]))
    assert found.difference == difference or (np.isnan(difference) and np.isnan(found.difference))


def test_alike_is_up_to_a_tenth():
    assert Balance("x", -THRESHOLD, 9, 9).alike
    assert not Balance("x", 0.11, 9, 9).alike
    assert not Balance("x", -0.11, 9, 9).alike
    assert not Balance("x", np.nan, 0, 9).alike
