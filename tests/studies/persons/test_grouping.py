"""Which rows and columns are told together, and that this tells no total that is not told."""

from __future__ import annotations

from collections import defaultdict

import pytest

from participatiemonitor.studies.persons.grouping import BASE, kinds, kinds_up_to, neighbours


def compositions(n, parts):
    if parts == 1:
        yield (n,)
        return
    for first in range(n + 1):
        for rest in compositions(n - first, parts - 1):
            yield (first, *rest)


@pytest.mark.parametrize("totals, expected", [
    ((20, 30, 15), ((0,), (1,), (2,))),
    ((20, 2, 30, 15), ((0,), (2,), (1, 3))),   # a class, and the smallest other as a band
    ((20, 7, 6, 30), ((0,), (3,), (1, 2))),    # told exactly, but too few for percentages
    ((20, 7, 30, 25), ((2,), (3,), (0, 1))),   # one of these alone is too few as well
    ((100, 1), None), ((8, 8), None), ((40, 0, 0), None)])
def test_kinds_that_are_small_are_one_row_together(totals, expected):
    assert kinds(totals, BASE) == expected


@pytest.mark.parametrize("totals, expected", [
    ((20, 30, 15), ((0,), (1,), (2,))),
    ((20, 20, 30, 15, 20), ((0,), (2,), (1, 3, 4))),   # of equals the first
    ((20, 3, 30, 15), ((0,), (2,), (1, 3))),
    ((100, 1), None)])
def test_no_more_kinds_than_there_is_room_for(totals, expected):
    assert kinds_up_to(totals, 3) == expected


@pytest.mark.parametrize("totals, expected", [
    ([(12, 15, 20)], ((0,), (1,), (2,))),
    ([(4, 15, 20)], ((0, 1), (2,))),
    ([(12, 15, 3)], ((0,), (1, 2))),
    ([(12, 4, 4, 15, 3)], ((0,), (1, 2, 3, 4))),
    ([(12, 15, 20), (30, 2, 15)], ((0,), (1, 2))),
    # Ten and one: that the top has one would be all but told.
    ([(12, 30, 10, 1)], ((0,), (1, 2, 3))),
    ([(12, 30, 10, 2)], ((0,), (1,), (2, 3))),
    ([(4, 4, 1)], None), ([(12, 3)], None)])
def test_rungs_with_few_go_with_their_neighbours(totals, expected):
    assert neighbours(*totals) == expected


def told(groups, totals):
    return groups and tuple((group, sum(totals[place] for place in group)) for group in groups)


@pytest.mark.parametrize("n, rungs, least", [
    (18, 4, 5), (24, 3, 5), pytest.param(34, 4, BASE, marks=pytest.mark.audit),
    pytest.param(30, 5, 5, marks=pytest.mark.audit)])
def test_of_rungs_told_together_each_may_be_three_numbers(n, rungs, least):
    found = defaultdict(list)
    for totals in compositions(n, rungs):
        found[told(neighbours(totals, least=least), totals)].append(totals)
    assert len(found) > 5
    for public, all_ in found.items():
        for group, _ in public or ():
            for place in group if len(group) > 1 else ():
                assert len({one[place] for one in all_}) >= 3, (public, place)


@pytest.mark.parametrize("n, options", [(30, 3), pytest.param(34, 4, marks=pytest.mark.audit)])
def test_of_kinds_that_are_no_total_each_may_be_three_numbers(n, options):
    """Beside the totals as these are told, the table tells what its rows are."""
    from participatiemonitor.estimation.disclosure.totals import tell_all
    from participatiemonitor.estimation.estimates import OK

    found = defaultdict(list)
    for totals in compositions(n, options):
        one_by_one = tell_all(list(totals), n, adds_up=True)
        public = tuple((one.status, one.between, count if one.status == OK else None)
                       for one, count in zip(one_by_one, totals, strict=True))
        found[public, told(kinds(totals, 5), totals)].append(totals)
    for (public, _), all_ in found.items():
        for place in range(options):
            if public[place][0] != OK:
                assert len({one[place] for one in all_}) >= 3, (public, place)
