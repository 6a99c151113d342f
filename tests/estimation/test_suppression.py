"""Suppression within one table, held against enumeration of every table that could be meant."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.estimation.disclosure.suppression import (
    Rules,
    can_vary,
    primary,
    suppress,
    with_totals,
)

RULES = Rules(minimum_base=5, minimum_cell=3)


def columns_of(base: int, rows: int):
    """Ways to divide a base over rows."""
    for cuts in itertools.combinations(range(base + rows - 1), rows - 1):
        edges = [-1, *cuts, base + rows - 1]
        yield tuple(right - left - 1 for left, right in itertools.pairwise(edges))


def varying(table: np.ndarray, hidden: np.ndarray, least: np.ndarray | None = None) -> np.ndarray:
    """Which cells differ between the tables with the same bases that agree with what is shown."""
    counts, totals, shown = table[:, :-1], table[:, -1], ~hidden[:, -1]
    choices = []
    for column, base in enumerate(counts.sum(axis=0)):
        seen = ~hidden[:, column]
        low = 0 if least is None else least[:, column]
        choices.append([np.array(one) for one in columns_of(int(base), len(table))
                        if (np.array(one) >= low).all()
                        and (np.array(one)[seen] == counts[seen, column]).all()])

    def sums(columns) -> set[tuple[int, ...]]:
        found = {(0,) * len(table)}
        for choice in columns:
            found = {tuple(sum_ + one) for sum_ in map(np.array, found) for one in choice}
        return found

    result = np.zeros(table.shape, bool)
    for column, choice in enumerate(choices):
        others = sums(choices[:column] + choices[column + 1:])
        rest = {tuple(np.array(one)[shown]) for one in others}
        possible = [one for one in choice if tuple((totals - one)[shown]) in rest]
        result[:, column] = np.ptp(possible, axis=0) > 0
    possible = [one for one in map(np.array, sums(choices)) if (one[shown] == totals[shown]).all()]
    result[:, -1] = np.ptp(possible, axis=0) > 0
    return result


@st.composite
def small_tables(draw, most: int = 5):
    rows, columns = draw(st.sampled_from([(2, 2), (2, 3), (3, 2), (3, 3), (4, 2)]))
    cells = draw(st.lists(st.integers(0, most), min_size=rows * columns,
                          max_size=rows * columns))
    return np.array(cells).reshape(rows, columns)


@settings(deadline=None, max_examples=300)
@given(small_tables(most=3), st.data())
def test_the_graph_finds_exactly_the_cells_that_enumeration_finds(counts, data):
    table = with_totals(counts)
    hidden = np.array(data.draw(st.lists(st.booleans(), min_size=table.size,
                                         max_size=table.size))).reshape(table.shape)
    expected = varying(table, hidden)
    for cell in map(tuple, np.argwhere(hidden)):
        assert can_vary(table, hidden, cell) == expected[cell]


@settings(deadline=None, max_examples=200)
@given(small_tables(most=3), st.data())
def test_what_is_known_of_cells_limits_how_they_vary(counts, data):
    table = with_totals(counts)
    hidden = np.ones(table.shape, bool)
    hidden[:, -1] = data.draw(st.booleans())
    least = np.array([[data.draw(st.integers(0, int(one))) for one in row] for row in counts])
    expected = varying(table, hidden, least)
    for cell in map(tuple, np.argwhere(hidden)):
        if cell[1] < counts.shape[1]:
            assert can_vary(table, hidden, cell, with_totals(least)) == expected[cell]


@settings(deadline=None, max_examples=120)
@given(small_tables())
def test_no_hidden_cell_can_be_computed_back(counts):
    table, hidden = with_totals(counts), suppress(counts, RULES)
    assert (hidden | ~primary(table, RULES)).all()
    assert varying(table, hidden)[hidden].all()


@settings(deadline=None, max_examples=150)
@given(small_tables(), st.data())
def test_totals_that_are_public_stay_shown_while_anything_else_can_be_hidden(counts, data):
    public = np.array(data.draw(st.lists(st.booleans(), min_size=len(counts),
                                         max_size=len(counts))))
    table, hidden = with_totals(counts), suppress(counts, RULES, public)
    fixed = hidden & ~varying(table, hidden)
    if hidden[public, -1].any():
        # Only when everything else was hidden already.
        assert (hidden | (table.sum(axis=0) == 0))[:, :-1].all()
        assert (hidden[:, -1] | public).all()
    assert not fixed.any()


@settings(deadline=None, max_examples=100)
@given(st.lists(st.lists(st.integers(3, 40), min_size=3, max_size=3), min_size=2, max_size=4))
def test_where_nothing_is_small_nothing_is_hidden(rows):
    assert not suppress(np.array(rows), RULES).any()


def test_nobody_is_not_a_small_number():
    assert not suppress(np.array([[0, 9, 8], [7, 9, 8]]), RULES).any()


@pytest.mark.parametrize("cell, base, is_small", [
    (2, 20, True), (3, 20, False), (0, 20, False), (3, 4, True), (3, 5, False)])
def test_a_cell_is_small_below_the_minimum_and_where_its_base_is(cell, base, is_small):
    table = with_totals(np.array([[cell, 30], [base - cell, 30], [0, 30]]))
    assert primary(table, RULES)[0, 0] == is_small


def test_one_small_cell_takes_three_others_with_it():
    hidden = suppress(np.array([[2, 10, 20], [12, 11, 30], [15, 16, 40]]), RULES)
    assert hidden.sum() == 4
    assert hidden[:2, :2].all()  # the smallest others
    assert not hidden[:, -1].any()


def test_where_one_domain_answered_its_small_cell_takes_the_total_along():
    hidden = suppress(np.array([[2, 0, 0], [12, 0, 0]]), RULES)
    assert hidden[:, [0, -1]].all()
    assert not hidden[:, 1:3].any()


@settings(deadline=None, max_examples=100)
@given(small_tables(), st.data())
def test_a_domain_that_is_hidden_as_a_whole_shows_only_what_nobody_said(counts, data):
    columns = np.append(data.draw(st.lists(st.booleans(), min_size=counts.shape[1],
                                           max_size=counts.shape[1])), False)
    table, hidden = with_totals(counts), suppress(counts, RULES, columns=columns)
    assert hidden[:, columns][(counts[:, columns[:-1]] > 0)].all()
    assert varying(table, hidden)[hidden].all()


def test_totals_can_be_hidden_from_the_start():
    counts = np.array([[5, 5], [4, 4], [3, 3]])
    hidden = suppress(counts, RULES, totals=np.array([True, False, False]))
    assert hidden[0, -1]
    assert varying(with_totals(counts), hidden)[hidden].all()


def test_nothing_leans_on_a_column_that_other_tables_tell_in_full():
    """Yes in the third domain is known to be 0: it cannot be one half of an exchange."""
    counts = np.array([[1, 9, 0], [20, 21, 12]])
    least = np.array([[0, 0, 0], [0, 0, 12]])
    hidden = suppress(counts, RULES, least=least)
    assert varying(with_totals(counts), hidden, least)[hidden & [True, True, False, True]].all()
    assert hidden[0, 1] or hidden[0, -1]
