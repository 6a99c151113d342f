"""What a text may take for true of answers that were given: what may be shown of them."""

import math

import pytest
from telling import telling

from participatiemonitor.estimation.refs import Ref

ZORG, WERK, GEEN = (Ref("taken", option, "sociale_dienst") for option in ("zorg", "werk", "geen"))
FEW, BAND, NEARLY_ALL, HIDDEN = (0, 2), (9, 11), (98, 100), None


@pytest.fixture
def told(mini_wave):
    return lambda zorg, werk=10: telling(mini_wave, taken__zorg=zorg, taken__werk=werk)


@pytest.mark.parametrize(("count", "limits"), [
    (44, (0.44, 0.44)), (FEW, (0, 0.02)), (BAND, (0.09, 0.11)), (NEARLY_ALL, (0.98, 1)),
])
def test_a_share_is_known_as_far_as_it_is_told(told, count, limits):
    assert told(count).said(ZORG) == limits


@pytest.mark.parametrize(("left", "right", "gap"), [
    (44, 61, (-17, -17)), (61, 44, (17, 17)), (BAND, 10, (-1, 1)), (NEARLY_ALL, FEW, (96, 100)),
])
def test_two_differ_by_the_least_and_the_most_that_they_may(told, left, right, gap):
    results = told(left, right)
    assert results.said_gap(ZORG, WERK) == gap
    assert results.said_gap(WERK, ZORG) == (-gap[1], -gap[0])


def test_of_what_is_hidden_or_was_not_asked_nothing_is_known(told):
    results = told(HIDDEN)
    assert all(map(math.isnan, (*results.said(ZORG), *results.said_gap(ZORG, WERK),
                                *results.said_gap(WERK, ZORG), *results.said(GEEN))))
    assert results.said_place([ZORG, WERK]) is None


def test_a_place_is_that_of_what_is_told(told):
    assert told(44).said_place([ZORG, WERK]).ref == ZORG
    assert told(44).said_place([ZORG, WERK], 2).ref == WERK
    assert told(BAND).said_place([ZORG, WERK]) is None


def test_no_document_speaks_in_place_of_answers(told):
    results = told(44)
    assert results.quote(ZORG) is results.quote(ZORG, "A-01") is None
    assert results.quoted_count(ZORG) is results.quoted_count(ZORG, "n") is None
    assert results.quoted_place(ZORG, 1) is results.quoted_degree(ZORG, WERK) is None
    assert results.quoted_limits(ZORG) == []
