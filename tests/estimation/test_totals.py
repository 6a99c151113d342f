"""How the totals of a question are told; that they leave room is for the attackers to see."""

import pytest

from participatiemonitor.estimation.disclosure.totals import Told, tell, tell_all
from participatiemonitor.estimation.estimates import BAND, FEW, HIDDEN, NEARLY_ALL, OK


@pytest.mark.parametrize("count, n, told", [
    (0, 20, Told(FEW, (0, 2))), (2, 20, Told(FEW, (0, 2))), (3, 20, Told()), (17, 20, Told()),
    (18, 20, Told(NEARLY_ALL, (18, 20))), (20, 20, Told(NEARLY_ALL, (18, 20)))])
def test_a_total_near_an_end_is_a_class(count, n, told):
    assert tell(count, n) == told


def test_where_the_base_is_not_sure_nearly_all_reaches_to_the_highest():
    assert tell(18, 20, 22) == Told(NEARLY_ALL, (18, 22))


def test_totals_that_are_no_class_are_all_told():
    assert tell_all([40, 30, 30], 100, adds_up=True) == [Told()] * 3
    assert tell_all([0, 50, 60], 100, adds_up=False) == [Told(FEW, (0, 2)), Told(), Told()]


@pytest.mark.parametrize("few", [0, 1, 2])
def test_beside_a_class_the_smallest_other_total_becomes_a_band(few):
    told = tell_all([few, 30 - few, 70], 100, adds_up=True)
    assert told == [Told(FEW, (0, 2)), Told(BAND, (28, 30)), Told()]


def test_of_two_options_a_class_makes_the_other_one_too():
    assert tell_all([1, 99], 100, adds_up=True) == [
        Told(FEW, (0, 2)), Told(NEARLY_ALL, (98, 100))]


def test_what_is_told_is_told_whatever_the_order_of_the_options():
    told = tell_all([2, 20, 28, 50], 100, adds_up=True)
    again = tell_all([50, 28, 20, 2], 100, adds_up=True)
    assert told == again[::-1]


def test_a_total_that_a_document_printed_stays_exact():
    told = tell_all([1, 29, 70], 100, adds_up=True, public=[True, False, False])
    assert told[0] == Told()


def test_items_that_have_no_more_than_one_each_are_told_as_a_single_choice_is():
    told = tell_all([1, 29, 70], 100, adds_up=False, at_least_one=True)
    assert [one.status for one in told] == [FEW, BAND, OK]
    told = tell_all([1, 39, 70], 100, adds_up=False, at_least_one=True)
    assert [one.status for one in told] == [FEW, OK, OK]


def test_of_few_answers_nothing_is_told():
    assert {one.status for one in tell_all([1, 2, 2], 5, adds_up=True)} == {HIDDEN}
