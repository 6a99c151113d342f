"""What may be published of a question: rows, bases, nets and what they rest on."""

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure.noise import MOST
from participatiemonitor.estimation.estimates import FEW, HIDDEN, NEARLY_ALL, OK
from participatiemonitor.estimation.refs import Ref

from .attack.small import GROUP, Asked, publisher, single

SIZES = (20, 12, 10)
PLACE = np.repeat(np.arange(3), SIZES)
N = len(PLACE)
ANSWER = np.arange(N) % 3
ITEMS = np.column_stack([ANSWER == 0, ANSWER == 1, ANSWER != 2, np.arange(N) < 2,
                         np.arange(N) >= 2]).astype(float)


def published(asked, key=b"key"):
    return publisher(PLACE, asked)(key)


def ref(question, option):
    return Ref(question, option, GROUP)


def true(column):
    return np.bincount(PLACE, weights=column, minlength=3).astype(int)


def test_counts_by_size_class_add_up_to_exact_totals_and_bases():
    found = published({"q": single(ANSWER, 3)})
    rows = np.array([found.parts(ref("q", option)) for option in ("o0", "o1", "o2")])
    assert (rows.sum(axis=0) == SIZES).all()
    assert [found.total(ref("q", option)).status for option in ("o0", "o1", "o2")] == [OK] * 3
    assert (rows.sum(axis=1) == 14).all()
    assert abs(rows[0] - true(ANSWER == 0)).max() <= MOST


def test_a_net_of_a_single_choice_is_the_sum_of_its_parts():
    found = published({"q": single(ANSWER, 3)})
    net = found.parts(ref("q", "o0+o1"))
    assert (net == found.parts(ref("q", "o0")) + found.parts(ref("q", "o1"))).all()


def test_a_class_has_no_counts_by_size_class_and_the_rest_of_its_question_has():
    answer = np.array([2, 1, 2, 0, 2, 0] * 7)
    answer[:2] = 3
    found = published({"q": single(answer, 4)})
    status = {option: found.total(ref("q", option)).status for option in ("o0", "o1", "o2", "o3")}
    assert status["o3"] == FEW
    for option, one in status.items():
        assert (found.parts(ref("q", option)) is None) == (one != OK)
    assert list(status.values()).count(OK) >= 1


@pytest.mark.parametrize("option, status", [("o0", OK), ("o3", FEW), ("o4", NEARLY_ALL)])
def test_an_item_is_told_by_itself(option, status):
    found = published({"items": Asked("open", ITEMS)})
    assert found.total(ref("items", option)).status == status
    assert (found.parts(ref("items", option)) is None) == (status != OK)


def test_a_net_with_an_item_that_is_a_class_is_hidden():
    found = published({"items": Asked("open", ITEMS)})
    assert found.total(ref("items", "o0+o3")).status == HIDDEN
    assert found.parts(ref("items", "o0+o3")) is None


def test_all_but_the_exclusive_item_are_who_did_not_give_that_one():
    alone = np.arange(N) % 5 == 0
    values = np.column_stack([ITEMS[:, 2] == 1, np.ones(N), alone])
    values[alone, :2] = 0
    found = published({"items": Asked("multiple", values.astype(float), exclusive="o2")})
    net, last = found.parts(ref("items", "o0+o1")), found.parts(ref("items", "o2"))
    assert (net + last == SIZES).all()


def test_a_base_is_noised_as_its_filter_is_and_counts_add_up_to_it():
    asked = {"f": single(np.where(ANSWER < 2, 0, 1), 2),
             "q": single(np.where(ANSWER < 2, ANSWER, -1), 2, when={"f": ("o0",)})}
    moves = set()
    for key in range(20):
        found = published(asked, b"key %d" % key)
        base = found.base("q", GROUP)
        rows = [found.parts(ref("q", option)) for option in ("o0", "o1")]
        assert (np.sum(rows, axis=0) == base.parts).all()
        assert (base.parts == found.parts(ref("f", "o0"))).all()
        assert base.n == 28 and base.moved.sum() == 0 and abs(base.moved).max() <= MOST
        moves.add(base.moved.tobytes())
    assert len(moves) > 3


@pytest.mark.parametrize("parts, noise, moved", [
    ((5, 5, 5), (2, -1, -1), (2, -1, -1)), ((1, 1, 9), (-2, 1, 1), (0, 0, 0)),
    ((2, 9, 9), (-2, 2, 0), (-1, 1, 0)), ((0, 4, 9), (-1, 0, 1), (0, 0, 0))])
def test_noise_of_a_base_empties_no_size_class_and_stays_within_two(parts, noise, moved):
    found = type(published({}))._possible(np.array(parts), np.array(noise))
    assert tuple(found) == moved


def test_where_the_filter_is_a_class_a_base_is_told_as_its_lowest():
    asked = {"f": single(np.where(np.arange(N) < 2, 1, 0), 2),
             "q": single(np.where(np.arange(N) < 2, -1, ANSWER % 2), 2, when={"f": ("o0",)})}
    base = published(asked).base("q", GROUP)
    assert (base.n, base.unsure, base.told) == (N - 2, 2, False)
