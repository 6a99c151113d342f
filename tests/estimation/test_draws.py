"""Draws by a key: the same after years, whatever else has another version."""

import hashlib
import hmac

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure.draws import Draws, subject_of

GOLDEN = [0.6076473222969418, 0.7722490221550714, 0.27882922821388345]
PAIRS = [(4, 2), (0, 3)]


def test_the_stream_is_that_of_hmac_sha256_over_a_counter():
    draws = Draws(b"key", b"subject")
    found = [draws.uniform() for _ in range(9)]
    for number, value in enumerate(found):
        block = hmac.new(b"key", b"subject" + (number // 4).to_bytes(8, "big"), hashlib.sha256)
        part = block.digest()[8 * (number % 4):][:8]
        assert value == (int.from_bytes(part, "big") >> 11) / 2**53


def test_the_stream_never_changes():
    draws = Draws(b"key", b"subject")
    assert [draws.uniform() for _ in range(3)] == pytest.approx(GOLDEN, abs=1e-15)
    assert Draws(b"key", b"subject").pairs(5) == PAIRS


def test_draws_are_even_and_other_keys_and_subjects_have_others():
    draws = Draws(b"key", b"subject")
    found = np.array([draws.uniform() for _ in range(4000)])
    assert found.min() >= 0 and found.max() < 1
    assert abs(np.histogram(found, 10, (0, 1))[0] - 400).max() < 80
    first = found[0]
    assert Draws(b"other", b"subject").uniform() != first != Draws(b"key", b"other").uniform()


def test_each_pairing_is_as_likely():
    found = [frozenset(map(frozenset, Draws(b"%d" % key, b"").pairs(4))) for key in range(600)]
    assert len(set(found)) == 3
    assert min(found.count(one) for one in set(found)) > 160
    assert len(Draws(b"key", b"").pairs(5)) == 2


def test_a_subject_is_who_is_where_in_whatever_order():
    one = subject_of(["a", "b"], ["c"])
    assert one == subject_of(["c"], ["b", "a"])
    assert one != subject_of(["a"], ["b", "c"])
    assert one != subject_of(["a", "b", "c"])
