"""Minimal sets of statements that cannot all be true, held against trying every number."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.documents.feasibility import Constraint, contradictions

HIGHEST = 3
BOUNDS = st.tuples(st.integers(-2, 4), st.integers(0, 3))


def possible(constraints):
    """Whether any numbers from 0 to `HIGHEST` meet all constraints."""
    names = sorted({name for one in constraints for name in one.terms})
    return any(
        all(one.low <= sum(weight * values[name] for name, weight in one.terms.items()) <= one.high
            for one in constraints)
        for numbers in itertools.product(range(HIGHEST + 1), repeat=len(names))
        for values in [dict(zip(names, numbers, strict=True))])


@st.composite
def statements(draw):
    """A few bounds on sums and differences of whole numbers; a label may have several."""
    names = "xyz"
    structure = [Constraint({name: 1}, 0, HIGHEST) for name in names]
    said = []
    for number in range(draw(st.integers(1, 5))):
        terms = {name: draw(st.sampled_from([-1, 1, 2]))
                 for name in draw(st.sets(st.sampled_from(names), min_size=1, max_size=2))}
        low, width = draw(BOUNDS)
        label = draw(st.sampled_from([f"S-{number}", "S-0"]))
        said.append(Constraint(terms, low, low + width, label))
    return structure, said


@settings(deadline=None, max_examples=80)
@given(statements())
def test_every_set_is_minimal_and_without_their_last_labels_all_is_possible(found):
    structure, said = found
    sets = contradictions([*structure, *said], "xyz")

    def together(labels):
        return possible(structure + [one for one in said if one.label in labels])

    for labels in sets:
        assert not together(labels)
        for left_out in labels:
            assert together(set(labels) - {left_out})
    assert len(set(sets)) == len(sets)
    everything = {one.label for one in said}
    assert together(everything - {labels[-1] for labels in sets})
    assert bool(sets) == (not together(everything))


def bound(name, low, high, label=None):
    return Constraint({name: 1}, low, high, label)


def test_what_can_all_be_true_is_no_contradiction():
    assert contradictions([bound("x", 1, 2, "A"), bound("x", 2, 3, "B")]) == []
    assert contradictions([bound("x", 1, math.inf, "A")]) == []


def test_one_statement_may_be_impossible_by_itself():
    assert contradictions([bound("x", 0, 100), bound("x", 101, 102, "A")]) == [("A",)]
    assert contradictions([bound("x", -2, -1, "A")]) == [("A",)]  # nothing is below zero


def test_a_label_stands_for_all_it_says():
    said = [bound("x", 1, 2, "A"), bound("y", 3, 4, "A"), bound("y", 5, 6, "B")]
    assert contradictions(said) == [("A", "B")]


def test_matters_that_have_nothing_to_do_with_each_other_are_found_apart_in_order():
    said = [bound("y", 3, 4, "A"), bound("x", 1, 2, "B"), bound("x", 3, 4, "C"),
            bound("z", 0, 1, "D"), bound("y", 5, 6, "E")]
    assert contradictions(said) == [("A", "E"), ("B", "C")]


def test_one_statement_may_contradict_several_others():
    said = [bound("x", 1, 1, "A"), bound("x", 2, 2, "B"), bound("x", 3, 3, "C")]
    assert contradictions(said) == [("A", "B"), ("B", "C")]


def test_a_statement_on_two_matters_is_found_once():
    said = [bound("x", 1, 2, "A"), bound("y", 1, 2, "A"), bound("x", 3, 4, "B"),
            bound("y", 3, 4, "B")]
    assert contradictions(said) == [("A", "B")]


def test_three_may_be_impossible_where_each_two_are_not():
    said = [bound("x", 2, 9, "A"), bound("y", 2, 9, "B"), Constraint({"x": 1, "y": 1}, 0, 3, "C")]
    assert contradictions(said) == [("A", "B", "C")]


@pytest.mark.parametrize(("whole", "expected"), [((), []), (("x",), [("A",)])])
def test_a_count_is_a_whole_number_and_a_percentage_need_not_be(whole, expected):
    assert contradictions([Constraint({"x": 2}, 1, 1, "A")], whole) == expected
